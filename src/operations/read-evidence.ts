/**
 * The evidence of a case for those who may know of it; a party reads what they sent themselves. Each download is in the
 * journal before its first byte goes out, and no byte goes out that is not what was sealed.
 */
import { createHash } from 'node:crypto';
import { findInstallation } from '../../db/queries/installation.ts';
import { findEvidence, listEvidence, type StoredEvidence } from '../../db/queries/evidence.ts';
import type { EvidenceView } from '../contract/evidence.ts';
import { Problem } from '../contract/problems.ts';
import { CLEANING_REFUSALS, factsOf } from '../domain/evidence-kinds.ts';
import { mayTry } from '../domain/permission.ts';
import type { Purpose } from '../domain/purpose.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { cleanedOf } from './clean-evidence.ts';
import { FileDamaged, opened } from './evidence-cipher.ts';
import { FileMissing, StoreAway, type ByteRange } from './evidence-store.ts';
import { familyKeyOf, filesOf, keepingOf, keyLabel, noSuchFile, toEvidenceView } from './evidence-view.ts';
import { visibleCase } from './read-case.ts';
import { recordAct } from './record-act.ts';
import type { Runtime } from './runtime.ts';
import { unseal } from './sealing.ts';
import { seenBy } from './seen-by.ts';

/** Throws `Problem`: not-found, not-permitted. */
export async function listCaseEvidence(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<EvidenceView[]> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!mayTry(asker.roles, 'evidence.read')) throw new Problem('not-permitted');
  const by = filesOf(asker, row);
  const files = await seenBy(runtime, asker, (db) => listEvidence(db, runtime.tenant, row.id, by));
  return files.map((file) => toEvidenceView(runtime, file));
}

export interface EvidenceAddress {
  readonly caseId: CaseId;
  readonly evidenceId: string;
  readonly copy: 'original' | 'cleaned';
  readonly purpose: Purpose;
  /** Which part of so many bytes is asked for; null for all. Throws where there is no such part. */
  readonly partOf: (size: number) => ByteRange | null;
}

export interface ServedFile {
  readonly content: AsyncIterable<Buffer>;
  /** Bytes of the whole, and which of them are served. */
  readonly size: number;
  readonly range: ByteRange | null;
  /** Of the whole, in hexadecimal. */
  readonly sha256: string;
  /** Made of the id; what its sender called it stays out of headers. */
  readonly fileName: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Throws `Problem`: not-found (also for what was erased), not-permitted, range-not-satisfiable, file-damaged, storage-away. */
export async function readEvidence(
  runtime: Runtime,
  asker: Asker,
  { caseId, evidenceId, copy, purpose, partOf }: EvidenceAddress,
): Promise<ServedFile> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!mayTry(asker.roles, 'evidence.read')) throw new Problem('not-permitted');
  if (!UUID.test(evidenceId)) throw noSuchFile();
  const of = { caseId: row.id, id: evidenceId, by: filesOf(asker, row) };
  const file = await seenBy(runtime, asker, (db) => findEvidence(db, runtime.tenant, of));
  if (!file) throw noSuchFile();
  const key = keyOf(runtime, file);
  const onDamage = () => journalAct(runtime, asker, file, 'evidence.damaged', { copy });
  const served =
    copy === 'cleaned' ? await sound(() => cleanedCopy(runtime, file, key), onDamage) : originalOf(file);
  const range = partOf(served.size);
  await journalAct(runtime, asker, file, 'evidence.read', {
    copy,
    purpose,
    ...(range && { from: range.start, to: range.end }),
  });
  const label = { key, label: `${file.id} ${copy}` };
  const { store } = keepingOf(runtime);
  const clear = opened((part) => store.read(served.name, part), label, served.size, range ?? undefined);
  return {
    content: await begun(range ? clear : checked(clear, served.sha256), onDamage),
    size: served.size,
    range,
    sha256: served.sha256,
    fileName: `evidence-${file.id}${copy === 'cleaned' ? '-cleaned' : ''}.${factsOf(file.kind).endings[0]}`,
  };
}

interface Copy {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

const originalOf = ({ store_name, size, sha256 }: StoredEvidence): Copy => ({
  name: store_name,
  size,
  sha256,
});

async function cleanedCopy(runtime: Runtime, file: StoredEvidence, key: Buffer): Promise<Copy> {
  const cleaned = await cleanedOf(runtime, file, key);
  if (typeof cleaned === 'object') return cleaned;
  throw new Problem('not-found', CLEANING_REFUSALS[cleaned], { reason: cleaned });
}

/** The file's own key, from under that of its family. */
function keyOf(runtime: Runtime, file: StoredEvidence): Buffer {
  const family = familyKeyOf(runtime, file);
  if (!family || file.wrapped === null)
    throw new Problem('not-found', { zh: '该材料已删除', en: 'This file was erased' });
  return unseal(family.key, Buffer.from(file.wrapped, 'hex'), keyLabel(file.id));
}

/** Holds the last bytes back until the whole is known to have the hash that the journal has. */
async function* checked(content: AsyncIterable<Buffer>, sha256: string): AsyncGenerator<Buffer> {
  const digest = createHash('sha256');
  let waiting: Buffer | null = null;
  for await (const chunk of content) {
    if (waiting) yield waiting;
    digest.update(chunk);
    waiting = chunk;
  }
  if (digest.digest('hex') !== sha256) throw new FileDamaged('not what was hashed');
  if (waiting) yield waiting;
}

/** What `work` answers; a file that is gone or altered is put on record and refused as such. */
async function sound<T>(work: () => Promise<T>, onDamage: () => Promise<void>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StoreAway) throw new Problem('storage-away', undefined, {}, error);
    if (!(error instanceof FileDamaged || error instanceof FileMissing)) throw error;
    await onDamage();
    throw new Problem('file-damaged', undefined, {}, error);
  }
}

/**
 * The content with its first bytes read, so that a file which is gone or altered from the beginning is refused and not cut.
 * What is found later breaks the answer off; either way it is put on record.
 */
async function begun(
  content: AsyncGenerator<Buffer>,
  onDamage: () => Promise<void>,
): Promise<AsyncIterable<Buffer>> {
  const next = () => sound(() => content.next(), onDamage);
  const first = await next();
  async function* rest(): AsyncGenerator<Buffer> {
    try {
      for (let chunk = first; !chunk.done; chunk = await next()) yield chunk.value;
    } finally {
      await content.return(undefined);
    }
  }
  return rest();
}

async function journalAct(
  runtime: Runtime,
  asker: Asker,
  { id, case_id: caseId }: StoredEvidence,
  type: 'evidence.read' | 'evidence.damaged',
  data: Readonly<Record<string, unknown>>,
): Promise<void> {
  await runtime.knex.transaction(async (trx) => {
    const { now } = await findInstallation(trx);
    const outcome = type === 'evidence.read' ? 'done' : 'refused';
    await recordAct(runtime, trx, {
      type,
      by: asker.personId,
      at: now,
      caseId,
      outcome,
      data: { evidence: id, ...data },
    });
  });
  runtime.onWritten?.();
}
