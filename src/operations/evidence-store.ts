/**
 * Where the bytes of evidence are kept: a folder or an object store, which of them is `main`'s business. A store holds
 * sealed bytes under random names and knows nothing of cases.
 */
import { randomBytes } from 'node:crypto';

export interface EvidenceStore {
  /**
   * Takes all of `content` under a fresh name. Resolves once it would outlive a crash; when `content` throws, nothing is
   * kept and the error comes out as it is.
   */
  readonly write: (name: string, content: AsyncIterable<Buffer>) => Promise<void>;
  /** The bytes from `start` to before `end`. Throws `FileMissing` when there are none under that name. */
  readonly read: (name: string, range: ByteRange) => AsyncIterable<Buffer>;
  /** Lets go of them, if they are there. */
  readonly remove: (name: string) => Promise<void>;
  /** Names of what was finished before `before`, a portion at a time. */
  readonly names: (before: Date) => AsyncIterable<string[]>;
}

/** From `start` to before `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Nothing is kept under a name that something should be kept under. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing';
}

/** The store does not answer, or has no room. */
export class StoreAway extends Error {
  override readonly name = 'StoreAway';
}

const NAME = /^[0-9a-f]{32}$/;

/** A name in a store: random, and nothing else ever becomes part of a path. */
export const freshStoreName = (): string => randomBytes(16).toString('hex');

/** The name again; a bug stops here, and not in a folder above. */
export function checkedName(name: string): string {
  if (!NAME.test(name)) throw new Error('not a name of this store');
  return name;
}

/** A copy of a file without what it tells beside its content. `clean` answers why there is none. */
export interface FileCleaner {
  /** Larger files are not cleaned. */
  readonly mostBytes: number;
  readonly clean: (
    kind: string,
    how: 'image' | 'pdf',
    original: Buffer,
  ) => Promise<Buffer | 'too_large' | 'unreadable'>;
}

/** What evidence is kept in, and how much of it. */
export interface EvidenceKeeping {
  readonly store: EvidenceStore;
  readonly cleaner: FileCleaner;
  /** Bytes of one file. */
  readonly mostBytes: number;
  readonly mostFilesOfCase: number;
  readonly mostBytesOfCase: number;
}
