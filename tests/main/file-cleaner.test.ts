/** Cleaning what strangers sent, in a process of its own: what is too much for it ends that process, and nothing else. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, it } from 'vitest';
import { createFileCleaner, type CleaningLimits } from '../../src/main/cleaning/file-cleaner.ts';

const MB = 1024 * 1024;
const LIMITS: CleaningLimits = {
  mostBytes: 50 * MB,
  timeMs: 30_000,
  mostMemory: 1_500 * MB,
  mostWaiting: 16,
};
const cleaner = (limits: Partial<CleaningLimits> = {}) => createFileCleaner({ ...LIMITS, ...limits });

/** A PNG of one colour that says it has so many pixels, packed into next to nothing. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc(Math.min(height, 2_000) * (width + 1)));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const photo = () =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: '#a04020' } })
    .withExif({ IFD0: { Artist: 'planted' } })
    .jpeg()
    .toBuffer();

it('answers a picture without what it told', async () => {
  const original = await photo();
  expect(original.includes('planted')).toBe(true);
  const clean = await cleaner().clean('jpeg', 'image', original);
  expect(Buffer.isBuffer(clean) && !clean.includes('planted')).toBe(true);
});

it('gives up a picture that swells to more than is handled, before it is unpacked', async () => {
  const bomb = pngOf(30_000, 30_000);
  expect(bomb.length).toBeLessThan(MB);
  expect(await cleaner().clean('png', 'image', bomb)).toBe('too_large');
});

it('gives up a document of more pages than anybody reads', { timeout: 60_000 }, async () => {
  const document = await PDFDocument.create();
  for (let page = 0; page <= 2_000; page++) document.addPage([10, 10]);
  expect(await cleaner().clean('pdf', 'pdf', Buffer.from(await document.save()))).toBe('too_large');
});

it.each([
  ['jpeg', 'image'],
  ['pdf', 'pdf'],
] as const)('says of what is no %s that it cannot be read', async (kind, how) => {
  expect(await cleaner().clean(kind, how, Buffer.alloc(5_000, 'x'))).toBe('unreadable');
});

it('ends what takes too long or too much memory, and goes on with the next', async () => {
  const original = await photo();
  expect(await cleaner({ timeMs: 5 }).clean('jpeg', 'image', original)).toBe('too_large');
  if (process.platform === 'linux')
    expect(await cleaner({ mostMemory: MB }).clean('jpeg', 'image', original)).toBe('too_large');
  expect(Buffer.isBuffer(await cleaner().clean('jpeg', 'image', original))).toBe(true);
});

it('lets only so many wait', async () => {
  const narrow = cleaner({ mostWaiting: 2 });
  const original = await photo();
  const taken = [1, 2].map(() => narrow.clean('jpeg', 'image', original));
  await expect(narrow.clean('jpeg', 'image', original)).rejects.toMatchObject({ problem: 'overloaded' });
  expect((await Promise.all(taken)).every((clean) => Buffer.isBuffer(clean))).toBe(true);
  expect(Buffer.isBuffer(await narrow.clean('jpeg', 'image', original))).toBe(true);
});
