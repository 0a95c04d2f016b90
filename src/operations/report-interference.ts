/**
 * Reports that somebody asked about a case or put in a word, and reads what was reported. The entry is kept for good; its
 * words are sealed by the key of the family. The journal knows it apart from the case, or the one reported would read it.
 */
import { uuidv7 } from 'uuidv7';
import { findCaseKey } from '../../db/queries/case-key.ts';
import { insertInterference, listInterference, type InterferenceRow } from '../../db/queries/interference.ts';
import { findNow } from '../../db/queries/now.ts';
import type {
  InterferenceList,
  InterferenceReceipt,
  ReportInterferenceRequest,
} from '../contract/interference.ts';
import { Problem } from '../contract/problems.ts';
import { INTERFERENCE_KINDS } from '../domain/interference.ts';
import { dayOf, localDayOf } from '../domain/local-day.ts';
import { CaseId, type Role } from '../domain/vocabulary.ts';
import { askingOf, worksOn, type Asker } from './acting.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { visibleCase } from './read-case.ts';
import { pseudonymOf, recordAct, sealerOf } from './record-act.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { seal, sealLabel, unseal } from './sealing.ts';

/** Who reads the words, too. */
const READS_TEXTS: readonly Role[] = ['case_supervisor', 'approver_head', 'superior_body'];
const FIELD = 'interference';

/** Throws `Problem`: not-found for who does not work on the case; validation-failed for a day that lies ahead. */
export async function reportInterference(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  { kind, by, concernsHead, on, how }: ReportInterferenceRequest,
): Promise<InterferenceReceipt> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!worksOn(asker, row)) throw noSuchCase();
  const { knex, tenant } = runtime;
  const { profile } = await runtime.pinned(row.profile_hash);
  const id = uuidv7();
  const reportedAt = await knex.transaction(async (trx) => {
    const now = await findNow(trx);
    if (dayOf(on) > localDayOf(now, profile.rules.timeZone)) throw liesAhead();
    const stored = await findCaseKey(trx, tenant, row.id);
    if (!stored) throw noSuchCase();
    const { key, keys } = sealerOf(runtime, stored);
    const texts = { how, by: 'description' in by ? by.description : null };
    const person = 'person' in by ? await pseudonymOf(trx, tenant, by.person) : null;
    const kept = await insertInterference(trx, tenant, {
      id,
      case: row.id,
      family: row.family_id,
      kind,
      by: person,
      concernsHead,
      on,
      reportedBy: await pseudonymOf(trx, tenant, asker.personId),
      sealed: seal(key.key, JSON.stringify(texts), sealLabel(id, FIELD)).toString('hex'),
      keyId: key.id,
    });
    await recordAct(runtime, trx, {
      type: 'interference.reported',
      by: asker.personId,
      at: kept.reportedAt,
      data: { interference: id, case: row.id, kind, person },
      keys,
    });
    return kept.reportedAt;
  });
  return { id, reportedAt };
}

const liesAhead = () =>
  new Problem('validation-failed', undefined, {
    errors: [{ pointer: '/on', message: { zh: '日期不得晚于今日', en: 'cannot lie in the future' } }],
  });

export interface InterferencePage {
  readonly case?: CaseId;
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * What was reported, of one family or of all, the newest first. Throws `not-found` for a case the asker may not know of,
 * but for an auditor, who is told of every case that is not about them, without any text.
 */
export async function readInterference(
  runtime: Runtime,
  asker: Asker,
  { case: of, limit, cursor }: InterferencePage,
): Promise<InterferenceList> {
  const isAuditor = !asker.roles.some((role) => READS_TEXTS.includes(role));
  const family = of === undefined ? undefined : await familyOf(runtime, asker, of, isAuditor);
  const { knex, tenant } = runtime;
  const list = `interference ${family ?? ''}`;
  const after = cursor === undefined ? null : String(fromCursor(runtime, list, cursor).after);
  const reader = { ...askingOf(asker), isAuditor };
  const rows = await listInterference(knex, tenant, reader, {
    ...(family !== undefined && { family }),
    after,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  if (!isAuditor && shown.length > 0) await recordRead(runtime, asker, shown);
  return {
    items: shown.map((row) => toItem(runtime, row, isAuditor)),
    nextCursor: rows.length > limit ? toCursor(runtime, list, { after: shown.at(-1)?.id }) : null,
  };
}

async function familyOf(runtime: Runtime, asker: Asker, of: CaseId, isAuditor: boolean): Promise<CaseId> {
  if (!CaseId.safeParse(of).success) throw noSuchCase();
  if (isAuditor) return (await findCaseKey(runtime.knex, runtime.tenant, of))?.family ?? of;
  const row = await visibleCase(runtime, asker, of);
  if (!worksOn(asker, row)) throw noSuchCase();
  return row.family_id;
}

/** Who opened which sealed words, in the journal before they are shown. */
async function recordRead(runtime: Runtime, asker: Asker, rows: readonly InterferenceRow[]): Promise<void> {
  await runtime.knex.transaction(async (trx) => {
    await recordAct(runtime, trx, {
      type: 'interference.read',
      by: asker.personId,
      at: await findNow(trx),
      data: { entries: rows.map(({ id }) => id) },
    });
  });
}

function toItem(
  runtime: Runtime,
  row: InterferenceRow,
  isAuditor: boolean,
): InterferenceList['items'][number] {
  const { id, case: of, kind, by, concernsHead, on, reportedBy, reportedAt } = row;
  const { zh, en } = INTERFERENCE_KINDS[kind];
  return {
    id,
    case: of,
    kind,
    label: { zh, en },
    by,
    concernsHead,
    on,
    reportedBy,
    reportedAt,
    texts: isAuditor ? null : textsOf(runtime, row),
  };
}

function textsOf(runtime: Runtime, { id, sealed, keyId, wrapped }: InterferenceRow) {
  if (wrapped === null) return null;
  const { key } = runtime.unwrapped(keyId, wrapped);
  const opened = unseal(key, Buffer.from(sealed, 'hex'), sealLabel(id, FIELD)).toString('utf8');
  return JSON.parse(opened) as { how: string; by: string | null };
}
