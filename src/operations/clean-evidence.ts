/**
 * The copy of a file without its metadata, made when it is first asked for and kept beside the original, which stays as it
 * arrived. A file that cannot be cleaned is marked so, once; it is still there to be read.
 */
import { createHash } from 'node:crypto';
import { findInstallation } from '../../db/queries/installation.ts';
import { findEvidence, settleCleaning, type StoredEvidence } from '../../db/queries/evidence.ts';
import { factsOf, type CleaningRefusal } from '../domain/evidence-kinds.ts';
import { opened, sealed } from './evidence-cipher.ts';
import { freshStoreName } from './evidence-store.ts';
import { keepingOf } from './evidence-view.ts';
import { recordAct } from './record-act.ts';
import type { Runtime } from './runtime.ts';

interface CleanedCopy {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** The copy as it is kept, or why there is none. */
export async function cleanedOf(
  runtime: Runtime,
  file: StoredEvidence,
  key: Buffer,
): Promise<CleanedCopy | CleaningRefusal> {
  const known = settledOf(file);
  if (known !== null) return known;
  const how = factsOf(file.kind).cleaner;
  if (how === null) return 'no_cleaner';
  const { store, cleaner } = keepingOf(runtime);
  if (file.size > cleaner.mostBytes) return settled(runtime, file, 'too_large');
  const chunks: Buffer[] = [];
  const seal = { key, label: `${file.id} original` };
  for await (const chunk of opened((part) => store.read(file.store_name, part), seal, file.size))
    chunks.push(chunk);
  const clean = await cleaner.clean(file.kind, how, Buffer.concat(chunks));
  if (typeof clean === 'string') return settled(runtime, file, clean);

  const name = freshStoreName();
  await store.write(name, sealed(once(clean), { key, label: `${file.id} cleaned` }));
  const made = { name, size: clean.length, sha256: createHash('sha256').update(clean).digest('hex') };
  try {
    const kept = await settled(runtime, file, made);
    if (kept !== made) await store.remove(name);
    return kept;
  } catch (error) {
    await store.remove(name);
    throw error;
  }
}

const settledOf = (row: StoredEvidence): CleanedCopy | CleaningRefusal | null => {
  const { cleaned_name: name, cleaned_size: size, cleaned_sha256: sha256 } = row;
  return name !== null && size !== null && sha256 !== null ? { name, size, sha256 } : row.not_cleaned;
};

/** Keeps the outcome with its entry, unless somebody else came first: then theirs. */
async function settled(
  runtime: Runtime,
  file: StoredEvidence,
  outcome: CleanedCopy | 'too_large' | 'unreadable',
): Promise<CleanedCopy | CleaningRefusal> {
  const { tenant } = runtime;
  const isMade = typeof outcome === 'object';
  const kept = await runtime.knex.transaction(async (trx) => {
    const isOurs = await settleCleaning(trx, tenant, file.id, isMade ? outcome : { refused: outcome });
    if (!isOurs) {
      const row = await findEvidence(trx, tenant, { caseId: file.case_id, id: file.id, by: null });
      return row ? settledOf(row) : null;
    }
    const { now } = await findInstallation(trx);
    await recordAct(runtime, trx, {
      type: 'evidence.cleaned',
      by: 'system',
      at: now,
      caseId: file.case_id,
      outcome: isMade ? 'done' : 'refused',
      data: isMade
        ? { evidence: file.id, size: outcome.size, sha256: outcome.sha256 }
        : { evidence: file.id, reason: outcome },
    });
    return outcome;
  });
  if (kept === null) throw new Error('the file went while its copy was made');
  runtime.onWritten?.();
  return kept;
}

// eslint-disable-next-line @typescript-eslint/require-await -- a stream of one
async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
