/** Where evidence is kept and how much of it, by the settings. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EvidenceKeeping, EvidenceStore } from '../../operations/evidence-store.ts';
import { createFileCleaner } from '../cleaning/file-cleaner.ts';
import { SecretError } from '../master-key.ts';
import type { Settings } from '../settings.ts';
import { createDiskStore } from './disk-store.ts';
import type { S3Access } from './evidence-settings.ts';

/** Files of one case, and how many of the largest size it may hold together. */
const MOST_FILES = 500;
const MOST_LARGEST = 50;

/** Throws a SecretError where a key of the object store cannot be read, or can be by others. */
export async function evidenceIn({ dataDir, s3, evidenceMaxBytes }: Settings): Promise<EvidenceKeeping> {
  const store = s3 ? await objectStoreIn(s3) : createDiskStore(join(dataDir, 'evidence'));
  return {
    store,
    cleaner: createFileCleaner(),
    mostBytes: evidenceMaxBytes,
    mostFilesOfCase: MOST_FILES,
    mostBytesOfCase: MOST_LARGEST * evidenceMaxBytes,
  };
}

/** The client of object stores is loaded where there is one: it takes longer to load than the rest of the program. */
async function objectStoreIn(s3: S3Access): Promise<EvidenceStore> {
  const access = { ...s3, accessKey: secretIn(s3.accessKeyFile), secretKey: secretIn(s3.secretKeyFile) };
  const { createS3Store } = await import('./s3-store.ts');
  return createS3Store(access);
}

function secretIn(file: string): string {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0)
      throw new SecretError(`The key file ${file} can be read by others; make it 600.`);
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if (error instanceof SecretError) throw error;
    throw new SecretError(`The key file ${file} of the object store cannot be read.`);
  }
}
