/**
 * Evidence in a folder: each file written under another name first, synced, then given its own, so that what has a name is
 * whole. Names are random and checked; nothing that a sender wrote becomes part of a path.
 */
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { checkedName, FileMissing, StoreAway, type EvidenceStore } from '../../operations/evidence-store.ts';

/** Where files are while they come in. What is left there belongs to nobody. */
const INCOMING = 'incoming';
/** Names listed in one portion. */
const PORTION = 500;
/** Codes of a disk that is full, gone or not to be written on, and of a folder that is none. */
const AWAY = [
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EACCES',
  'EPERM',
  'ENOTCONN',
  'ESTALE',
  'EMFILE',
  'ENFILE',
  'ENOTDIR',
  'EEXIST',
];

/** The store in this folder, which is made, readable by the program's own user alone, when something is written. */
export function createDiskStore(folder: string): EvidenceStore {
  const placeOf = (name: string) => join(folder, checkedName(name).slice(0, 2), name);

  return {
    write: async (name, content) => {
      const [place, coming] = [placeOf(name), join(folder, INCOMING, checkedName(name))];
      let fault: unknown;
      async function* watched(): AsyncGenerator<Buffer> {
        try {
          yield* content;
        } catch (error) {
          fault = error;
          throw error;
        }
      }
      try {
        await mkdir(join(folder, INCOMING), { recursive: true, mode: 0o700 });
        await mkdir(join(place, '..'), { recursive: true, mode: 0o700 });
        // Opened first: a stream that is still opening when its content fails would make the file after it was removed.
        const file = await open(coming, 'wx', 0o600);
        await pipeline(watched(), file.createWriteStream({ flush: true }));
        await rename(coming, place);
        await synced(join(place, '..'));
      } catch (error) {
        // What cannot be removed now belongs to nobody, and is let go of later.
        await rm(coming, { force: true }).catch(() => undefined);
        throw fault ?? asStoreError(error);
      }
    },

    read: async function* (name, { start, end }) {
      if (end <= start) return;
      const stream = createReadStream(placeOf(name), { start, end: end - 1, highWaterMark: 128 * 1024 });
      try {
        for await (const chunk of stream) yield chunk as Buffer;
      } catch (error) {
        throw asStoreError(error);
      } finally {
        stream.destroy();
      }
    },

    remove: async (name) => {
      await rm(placeOf(name), { force: true });
    },

    names: async function* (before) {
      const isOld = async (place: string) => (await stat(place)).mtimeMs < before.getTime();
      for (const part of await listed(folder)) {
        const names = await listed(join(folder, part));
        for (let from = 0; from < names.length; from += PORTION) {
          const old: string[] = [];
          for (const name of names.slice(from, from + PORTION)) {
            const place = join(folder, part, name);
            if (!(await isOld(place).catch(() => false))) continue; // gone meanwhile
            if (part === INCOMING) await rm(place, { force: true });
            else old.push(name);
          }
          if (old.length > 0) yield old;
        }
      }
    },
  };
}

/** What a folder holds; nothing where it is not there yet. */
async function listed(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return [];
    throw asStoreError(error);
  }
}

/** A name survives a power cut once its folder is on the disk. */
async function synced(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function asStoreError(error: unknown): unknown {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return new FileMissing('no such file in the store', { cause: error });
  return AWAY.includes(code) ? new StoreAway(`the folder of evidence: ${code}`, { cause: error }) : error;
}
