/** Both stores of evidence do the same: what has a name is whole, what was broken off leaves nothing, names are names. */
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiskStore } from '../../src/main/storage/disk-store.ts';
import { createS3Store } from '../../src/main/storage/s3-store.ts';
import { FileDamaged, opened, sealed, sealedSize, SEGMENT } from '../../src/operations/evidence-cipher.ts';
import {
  FileMissing,
  freshStoreName,
  StoreAway,
  type EvidenceStore,
} from '../../src/operations/evidence-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'leeway-store-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function* of(...chunks: Buffer[]) {
  yield* chunks;
}
async function* breaking(size: number) {
  if (size > 0) yield Buffer.alloc(size, 7);
  throw new Error('broken off');
}

async function whole(content: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of content) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

function behaves(
  name: string,
  store: () => EvidenceStore,
  filesIn: () => string[] | Promise<string[]>,
): void {
  describe(name, () => {
    it('gives back what it was given, whole and in part', async () => {
      const file = freshStoreName();
      const bytes = Buffer.from(Array.from({ length: 12_000_000 / 4 }, (_, at) => at & 255));
      await store().write(file, of(bytes.subarray(0, 10), bytes.subarray(10)));
      expect((await whole(store().read(file, { start: 0, end: bytes.length }))).equals(bytes)).toBe(true);
      const part = await whole(store().read(file, { start: 9, end: 1_000_009 }));
      expect(part.equals(bytes.subarray(9, 1_000_009))).toBe(true);
      const names: string[] = [];
      for await (const some of store().names(new Date(Date.now() + 60_000))) names.push(...some);
      expect(names).toEqual([file]);
      await store().remove(file);
      await store().remove(file);
      await expect(whole(store().read(file, { start: 0, end: 1 }))).rejects.toThrow(FileMissing);
    });

    it('keeps nothing of what breaks off before its first byte', async () => {
      const writes = Array.from({ length: 20 }, () => store().write(freshStoreName(), breaking(0)));
      for (const { status } of await Promise.allSettled(writes)) expect(status).toBe('rejected');
      expect(await filesIn()).toEqual([]);
    });

    it.each([10, 11_000_000])('keeps nothing of what breaks off after %i bytes', async (size) => {
      await expect(store().write(freshStoreName(), breaking(size))).rejects.toThrow('broken off');
      expect(await filesIn()).toEqual([]);
    });

    it.each(['../x', 'a'.repeat(33), 'A'.repeat(32), '', `${'a'.repeat(31)}/`])(
      'takes no name like %j',
      async (bad) => {
        await expect(store().write(bad, of(Buffer.from('x')))).rejects.toThrow('not a name');
        await expect(whole(store().read(bad, { start: 0, end: 1 }))).rejects.toThrow('not a name');
        await expect(store().remove(bad)).rejects.toThrow('not a name');
      },
    );
  });
}

const listed = (where: string): string[] =>
  readdirSync(where, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(where, name)).isFile(),
  );

const onDisk = join(folder, 'disk');
behaves(
  'a folder',
  () => createDiskStore(onDisk),
  () => listed(onDisk),
);

describe('an object store', () => {
  let server: S3rver;
  let store: EvidenceStore & { close: () => void };
  beforeAll(async () => {
    server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: join(folder, 's3'),
      configureBuckets: [{ name: 'evidence-bucket', configs: [] }],
    });
    const { port } = await server.run();
    store = createS3Store({
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'evidence-bucket',
      region: 'us-east-1',
      accessKey: 'S3RVER',
      secretKey: 'S3RVER',
    });
  });
  afterAll(async () => {
    store.close();
    await server.close();
  });
  // By what the store lists: the one of the tests does not know how to give up the parts of a broken upload.
  behaves(
    'that speaks S3',
    () => store,
    async () => {
      const names: string[] = [];
      for await (const some of store.names(new Date(Date.now() + 60_000))) names.push(...some);
      return names;
    },
  );

  it('that is away is said to be away, without its words', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const settings = { bucket: 'b-1', region: 'us-east-1', accessKey: 'a', secretKey: 'very-secret' };
    const away = createS3Store({ ...settings, endpoint: `http://127.0.0.1:${port}` });
    const error = await away.write(freshStoreName(), of(Buffer.from('x'))).catch((fault: unknown) => fault);
    away.close();
    expect(error).toBeInstanceOf(StoreAway);
    expect((error as Error).message).not.toContain('very-secret');
  });
});

describe('a sealed file', () => {
  const seal = { key: Buffer.alloc(32, 1), label: 'f original' };
  const readerOf = (bytes: Buffer) => (range: { start: number; end: number }) =>
    of(bytes.subarray(range.start, range.end));
  const openedAll = (bytes: Buffer, size: number, with_ = seal) =>
    whole(opened(readerOf(bytes), with_, size));

  it.each([0, 1, SEGMENT - 1, SEGMENT, SEGMENT + 1, 3 * SEGMENT, 3 * SEGMENT + 5])(
    'opens again, of %i bytes',
    async (size) => {
      const clear = Buffer.alloc(size, 'leeway');
      const box = await whole(sealed(of(clear), seal));
      expect(box.length).toBe(sealedSize(size));
      expect((await openedAll(box, size)).equals(clear)).toBe(true);
      if (size > 2) {
        const part = await whole(opened(readerOf(box), seal, size, { start: size - 2, end: size - 1 }));
        expect(part.equals(clear.subarray(size - 2, size - 1))).toBe(true);
      }
    },
  );

  it('does not open when it was cut, prolonged, reordered, altered, or is another', async () => {
    const size = 3 * SEGMENT;
    const box = await whole(sealed(of(Buffer.alloc(size, 'x')), seal));
    const step = SEGMENT + 16;
    const segment = (at: number) => box.subarray(32 + at * step, 32 + (at + 1) * step);
    const flipped = Buffer.from(box);
    flipped[40]! ^= 1;
    for (const [bad, length] of [
      [box.subarray(0, 32 + 2 * step), size],
      [box.subarray(0, 32 + 2 * step), 2 * SEGMENT],
      [Buffer.concat([box, Buffer.from('x')]), size],
      [Buffer.concat([box.subarray(0, 32), segment(1), segment(0), segment(2)]), size],
      [Buffer.concat([box.subarray(0, 32), segment(0), segment(0), segment(2)]), size],
      [flipped, size],
      [Buffer.alloc(0), size],
    ] as const)
      await expect(openedAll(bad, length)).rejects.toThrow(FileDamaged);
    await expect(openedAll(box, size, { ...seal, label: 'f cleaned' })).rejects.toThrow(FileDamaged);
  });

  it('is another each time, so that no two are told to be the same', async () => {
    const one = await whole(sealed(of(Buffer.from('same')), seal));
    expect(one.equals(await whole(sealed(of(Buffer.from('same')), seal)))).toBe(false);
  });
});
