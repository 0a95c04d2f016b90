/** Sealed texts open with their key, their label and untouched, and otherwise not at all. */
import { expect, it } from 'vitest';
import { newSealKey, seal, sealLabel, unseal, unwrapSealKey } from '../../src/operations/sealing.ts';

const MASTER = Buffer.alloc(32, 7);
const LABEL = sealLabel('018f5b1e-6c2a-7cc3-9a0e-2f6d1c0b9a11', 'text');

it('a sealed text is opened with the key that is stored wrapped', () => {
  const { id, key, wrapped } = newSealKey(MASTER);
  const box = seal(key, '所举报问题', LABEL);
  expect(unseal(unwrapSealKey(MASTER, id, wrapped).key, box, LABEL).toString('utf8')).toBe('所举报问题');
});

it('a box is not opened under the label of another', () => {
  const { key } = newSealKey(MASTER);
  const box = seal(key, 'text', LABEL);
  expect(() => unseal(key, box, sealLabel('018f5b1e-6c2a-7cc3-9a0e-2f6d1c0b9a11', 'identity'))).toThrow();
});

it('a box is not opened when any byte of it was changed', () => {
  const { key } = newSealKey(MASTER);
  const box = seal(key, 'text', LABEL);
  for (let at = 0; at < box.length; at++) {
    const changed = Buffer.from(box);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(() => unseal(key, changed, LABEL)).toThrow();
  }
});

it('a wrapped key is not opened with another master key, nor passed off as another key', () => {
  const { id, wrapped } = newSealKey(MASTER);
  expect(() => unwrapSealKey(Buffer.alloc(32, 8), id, wrapped)).toThrow();
  expect(() => unwrapSealKey(MASTER, newSealKey(MASTER).id, wrapped)).toThrow();
});

it('the same text sealed twice does not look the same', () => {
  const { key } = newSealKey(MASTER);
  expect(seal(key, 'text', LABEL).equals(seal(key, 'text', LABEL))).toBe(false);
});
