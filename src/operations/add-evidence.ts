/**
 * Takes a file as evidence of a case: looked at, hashed and sealed as it arrives, in the store before it is in the
 * database. Whatever stops it on the way leaves neither row nor file; a refusal on account of the file is journalled.
 */
import { createHash, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto';
import { findInstallation } from '../../db/queries/installation.ts';
import { findEvidence, insertEvidence, lockEvidenceOf, measureEvidence } from '../../db/queries/evidence.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { EvidenceView } from '../contract/evidence.ts';
import { Problem, type ProblemName } from '../contract/problems.ts';
import { EVIDENCE_REFUSALS, type EvidenceKind, type EvidenceRefusal } from '../domain/evidence-kinds.ts';
import { instantAt, localDayOf } from '../domain/local-day.ts';
import { mayTry } from '../domain/permission.ts';
import type { CaseId, Instant } from '../domain/vocabulary.ts';
import { worksOn, type Asker } from './acting.ts';
import { sealed } from './evidence-cipher.ts';
import { EvidenceRefused, lookedAt } from './evidence-look.ts';
import { checkedFileName, endingOf } from './evidence-name.ts';
import { freshStoreName, StoreAway } from './evidence-store.ts';
import { keepingOf, keyLabel, nameLabel, toEvidenceView } from './evidence-view.ts';
import { visibleCase } from './read-case.ts';
import { onlyRead } from './reads-only.ts';
import { recordAct } from './record-act.ts';
import type { Runtime } from './runtime.ts';
import { seal, type SealKey } from './sealing.ts';
import { readFor } from './take-step.ts';

/** A file that somebody wants to send: nothing of it is read before it is opened. */
export interface IncomingFile {
  /** Throws `Problem`: too-large, unsupported-media-type, bad-parameter, validation-failed, request-timeout. */
  readonly open: (mostBytes: number) => Promise<OpenFile>;
}

export interface OpenFile {
  /** As declared, in lower case, without parameters. */
  readonly mediaType: string;
  readonly name: string | null;
  /** The SHA-256 its sender says it has; null where they say nothing. */
  readonly sha256: Buffer | null;
  /** Throws `Problem` when it is larger than was allowed, when it stops, and when it is cut. */
  readonly content: AsyncIterable<Buffer>;
}

/** Throws `Problem`: not-found, not-permitted, event-not-allowed, and whatever the file is refused for. */
export async function addEvidence(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  file: IncomingFile,
): Promise<EvidenceView> {
  const { row } = await mayAdd(runtime, asker, caseId);
  const keeping = keepingOf(runtime);
  const { knex, tenant } = runtime;
  try {
    const held = await measureEvidence(knex, tenant, row.id);
    const room = keeping.mostBytesOfCase - held.bytes;
    if (held.files >= keeping.mostFilesOfCase || room <= 0) throw new EvidenceRefused('case_full');
    const given = await file.open(Math.min(keeping.mostBytes, room));
    const stored = await storeFile(runtime, given);
    try {
      return await recordFile(runtime, asker, row, stored);
    } catch (error) {
      await keeping.store.remove(stored.storeName);
      throw error;
    }
  } catch (error) {
    if (error instanceof StoreAway) throw new Problem('storage-away', undefined, {}, error);
    const reason = reasonOf(error);
    if (reason === null) throw error;
    await journalRefusedFile(runtime, asker, row, reason);
    throw error instanceof Problem ? error : problemFor(reason);
  }
}

/** Who may add: whoever knows of the case and may act on it (staff who work on it, a party on what is theirs). */
async function mayAdd(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<{ readonly row: CaseRow; readonly familyKey: SealKey }> {
  await visibleCase(runtime, asker, caseId); // the recused are not told (domain 4.3)
  const { case: row, wrappedKey, actors } = await readFor(runtime, { asker, data: {} }, caseId);
  if (!row) throw await onlyRead(runtime, asker, caseId);
  if (!mayTry(asker.roles, 'evidence.add')) throw new Problem('not-permitted');
  const recusal = actors.find(({ person }) => person === asker.personId)?.recusal;
  if (recusal !== undefined && recusal !== 'none')
    throw new Problem(
      'not-permitted',
      {
        zh: '您在本案中已被申请或决定回避',
        en: 'Your recusal was asked for or granted in this family of cases',
      },
      { guard: 'is_not_recused' },
    );
  if (!row.is_open || wrappedKey === null)
    throw new Problem('event-not-allowed', {
      zh: '案件已经办结，不再接收材料',
      en: 'The case is closed and takes no more evidence',
    });
  return { row, familyKey: runtime.unwrapped(row.seal_key_id, wrappedKey) };
}

interface StoredFile {
  readonly id: string;
  readonly key: Buffer;
  readonly storeName: string;
  readonly name: string | null;
  readonly kind: EvidenceKind;
  readonly size: number;
  readonly sha256: string;
}

/** The file in the store, under a key that nobody has yet. */
async function storeFile(
  runtime: Runtime,
  { mediaType, name: given, sha256, content }: OpenFile,
): Promise<StoredFile> {
  const name = checkedFileName(given);
  const [id, key, storeName] = [randomUUID(), randomBytes(32), freshStoreName()];
  const digest = createHash('sha256');
  let size = 0;
  let kind: EvidenceKind | undefined;
  let found = '';
  async function* measured(): AsyncGenerator<Buffer> {
    const declared = { mediaType, ending: endingOf(name) };
    const onKind = (is: EvidenceKind) => (kind = is);
    for await (const chunk of lookedAt(content, declared, onKind)) {
      digest.update(chunk);
      size += chunk.length;
      yield chunk;
    }
    const made = digest.digest();
    if (sha256 && !timingSafeEqual(made, sha256)) throw new EvidenceRefused('digest_differs');
    found = made.toString('hex');
  }
  await keepingOf(runtime).store.write(storeName, sealed(measured(), { key, label: `${id} original` }));
  if (!kind) throw new Error('a file that was stored has a kind');
  return { id, key, storeName, name, kind, size, sha256: found };
}

/** Row and entry, together; what may have changed while the file came is asked again. */
async function recordFile(
  runtime: Runtime,
  asker: Asker,
  { id: caseId }: CaseRow,
  file: StoredFile,
): Promise<EvidenceView> {
  const { row, familyKey } = await mayAdd(runtime, asker, caseId);
  const { knex, tenant } = runtime;
  const keeping = keepingOf(runtime);
  const isOfParty = !worksOn(asker, row);
  const { profile } = await runtime.pinned(row.profile_hash);
  const view = await knex.transaction(async (trx) => {
    await lockEvidenceOf(trx, tenant, caseId);
    const held = await measureEvidence(trx, tenant, caseId);
    if (held.files >= keeping.mostFilesOfCase || held.bytes + file.size > keeping.mostBytesOfCase)
      throw new EvidenceRefused('case_full');
    const { now } = await findInstallation(trx);
    const entryId = await recordAct(runtime, trx, {
      type: 'evidence.added',
      by: asker.personId,
      at: now,
      caseId,
      data: { evidence: file.id, kind: file.kind, size: file.size, sha256: file.sha256, isOfParty },
    });
    await insertEvidence(trx, tenant, {
      id: file.id,
      case_id: caseId,
      kind: file.kind,
      size: file.size,
      sha256: file.sha256,
      name_sealed: seal(familyKey.key, file.name ?? '', nameLabel(file.id)).toString('hex'),
      uploaded_by: asker.personId,
      is_of_party: isOfParty,
      added_at: isOfParty ? dayOf(now, profile.rules.timeZone) : now,
      store_name: file.storeName,
      key_id: familyKey.id,
      wrapped: seal(familyKey.key, file.key, keyLabel(file.id)).toString('hex'),
      entry_id: entryId,
    });
    const stored = await findEvidence(trx, tenant, { caseId, id: file.id, by: null });
    if (!stored) throw new Error('what was just written is not there');
    return toEvidenceView(runtime, stored);
  });
  runtime.onWritten?.();
  return view;
}

/** The beginning of a day: what parties do is kept by the day, since an exact time gives people away. */
const dayOf = (at: Instant, timeZone: string): Instant => instantAt(localDayOf(at, timeZone), 0, timeZone);

const OF_PROBLEM: Partial<Record<ProblemName, EvidenceRefusal>> = {
  'too-large': 'too_large',
  'unsupported-media-type': 'kind_not_taken',
};

/** Why the file was refused; null for what is no matter of the file (a line that broke, a store that is away). */
function reasonOf(error: unknown): EvidenceRefusal | null {
  if (error instanceof EvidenceRefused) return error.reason;
  return error instanceof Problem ? (OF_PROBLEM[error.problem] ?? null) : null;
}

function problemFor(reason: EvidenceRefusal): Problem {
  const words = EVIDENCE_REFUSALS[reason];
  if (reason === 'kind_not_taken') return new Problem('unsupported-media-type', words, { reason });
  if (reason === 'case_full') return new Problem('too-large', words, { reason });
  return new Problem('validation-failed', words, { reason, errors: [{ pointer: '', message: words }] });
}

async function journalRefusedFile(
  runtime: Runtime,
  asker: Asker,
  { id: caseId }: CaseRow,
  reason: EvidenceRefusal,
): Promise<void> {
  await runtime.knex.transaction(async (trx) => {
    const { now } = await findInstallation(trx);
    await recordAct(runtime, trx, {
      type: 'evidence.refused',
      by: asker.personId,
      at: now,
      caseId,
      outcome: 'refused',
      data: { reason },
    });
  });
  runtime.onWritten?.();
}
