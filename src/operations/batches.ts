/**
 * Batches: one event for many cases. Asked for by somebody with a reason, judged beforehand by the very step, carried out
 * in the background (`run-batches.ts`), read by whoever asked.
 */
import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { constraintOf } from '../../db/errors.ts';
import {
  findBatch,
  insertBatch,
  listBatchItems,
  retryFailed,
  stopBatch,
  type BatchRow,
  type ItemStatus,
} from '../../db/queries/batches.ts';
import { findPresent } from '../../db/queries/directory.ts';
import { listStanding } from '../../db/queries/live.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import type { Batch, BatchItem } from '../contract/batches.ts';
import { contentErrors } from '../contract/content-errors.ts';
import { Problem } from '../contract/problems.ts';
import { BATCHABLE, isBatchable, type Batchable } from '../domain/batch.ts';
import type { EventData } from '../domain/effect.ts';
import { CaseId, PersonId } from '../domain/vocabulary.ts';
import { askingOf, type Asker } from './acting.ts';
import { applyToItem, refusalOf } from './batch-item.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { makeEntry } from './journal-entry.ts';
import type { Runtime } from './runtime.ts';
import { freshKey, seal, sealLabel, unseal } from './sealing.ts';
import { seenBy } from './seen-by.ts';

/** What these events take beside the reason. */
const DATA = {
  ASSIGN: z.strictObject({ assignee: PersonId }),
  NOTE: z.strictObject({}),
} as const satisfies Record<Batchable, z.ZodType>;

export interface AskForBatch {
  readonly event: string;
  readonly data: EventData;
  readonly cases: readonly CaseId[];
  readonly reason: string;
  readonly idempotency?: { readonly key: string; readonly fingerprint: string };
}

/** Cases judged at once in a dry run: reads of the same moment travel in one statement. */
const AT_ONCE = 16;
/** What the reason is sealed as, beside the entry that records it. */
const REASON = 'batch';

/** Throws `Problem`: not-batchable, validation-failed. */
function checked({ event, data, cases }: Pick<AskForBatch, 'event' | 'data' | 'cases'>) {
  if (!isBatchable(event)) throw new Problem('not-batchable', undefined, { batchable: BATCHABLE });
  const parsed = DATA[event].safeParse(data);
  if (!parsed.success)
    throw new Problem('validation-failed', undefined, { errors: contentErrors(parsed.error, '/data') });
  return { event, data: parsed.data as EventData, cases: [...new Set(cases)] };
}

/** What a batch would come to now, case by case; nothing is written. Throws `Problem`: not-batchable, validation-failed. */
export async function tryBatch(runtime: Runtime, asker: Asker, asked: AskForBatch): Promise<Batch> {
  const { event, data, cases } = checked(asked);
  const judged = new Map<CaseId, BatchItem['refusal']>();
  const judge = async (id: CaseId): Promise<void> => {
    try {
      await applyToItem(runtime, asker, id, { event, data, reason: asked.reason });
      judged.set(id, null);
    } catch (error) {
      if (!(error instanceof Problem) || error.status >= 500) throw error;
      judged.set(id, refusalOf(error));
    }
  };
  for (let from = 0; from < cases.length; from += AT_ONCE)
    await Promise.all(cases.slice(from, from + AT_ONCE).map(judge));
  const no = cases.filter((id) => judged.get(id) !== null);
  const known = new Map(
    no.length === 0
      ? []
      : (await seenBy(runtime, asker, (db) => listStanding(db, runtime.tenant, askingOf(asker), no))).map(
          (row) => [row.id, row],
        ),
  );
  const items = cases.flatMap((id, index) => {
    const refusal = judged.get(id) ?? null;
    if (refusal === null) return [];
    const found = known.get(id);
    return [
      {
        number: index + 1,
        case: id,
        caseNumber: found?.number ?? null,
        procedure: found?.procedure ?? null,
        state: found?.state ?? null,
        status: 'skipped' as const,
        version: null,
        refusal,
      },
    ];
  });
  return {
    id: null,
    event,
    data,
    reason: asked.reason,
    status: 'dry_run',
    stoppedFor: null,
    total: cases.length,
    counts: { ...NONE, waiting: cases.length - items.length, skipped: items.length },
    items,
    createdAt: null,
    finishedAt: null,
  };
}

/** Begins a batch. Throws `Problem`: not-batchable, validation-failed, idempotency-key-reused. */
export async function createBatch(runtime: Runtime, asker: Asker, asked: AskForBatch): Promise<Batch> {
  const { event, data, cases } = checked(asked);
  const { knex, tenant } = runtime;
  const { idempotency } = asked;
  const before = idempotency && (await answeredBatch(runtime, asker, idempotency));
  if (before) return before;
  const { at, pseudonym } = await findPresent(knex, tenant, asker.personId);
  if (pseudonym === null) throw new Error('the asker has no pseudonym');
  const id = uuidv7();
  const { key, row } = freshKey(runtime.masterKey, 'act');
  const { entry, sealed } = makeEntry({
    type: 'batch.created',
    time: at,
    recorded: new Date().toISOString(),
    actor: pseudonym,
    outcome: 'done',
    disclosed: [
      { name: 'data', value: { batch: id, event, total: cases.length } },
      { name: 'text', value: { '/reason': asked.reason }, sealedBy: key },
    ],
  });
  const batch = {
    id,
    person: asker.personId,
    unit: asker.unit,
    key: asker.via === 'session' ? null : asker.keyId,
    event,
    data,
    reasonSealed: seal(key.key, asked.reason, sealLabel(entry.id, REASON)).toString('hex'),
    sealKey: key.id,
    entry: entry.id,
    request: idempotency ?? null,
    createdAt: at,
    cases,
  };
  try {
    await knex.transaction(async (trx: Knex.Transaction) => {
      await writeSteps(trx, tenant, [{ moves: [], entries: [entry], sealed, keys: [row] }]);
      await insertBatch(trx, tenant, batch);
    });
  } catch (error) {
    const asked = constraintOf(error) === 'batches_request_key' ? idempotency : undefined;
    const winner = asked && (await answeredBatch(runtime, asker, asked));
    if (!winner) throw error;
    return winner;
  }
  runtime.onWritten?.();
  return readBatch(runtime, asker, id);
}

/** The batch that the same request asked for before. */
async function answeredBatch(
  runtime: Runtime,
  asker: Asker,
  { key, fingerprint }: NonNullable<AskForBatch['idempotency']>,
): Promise<Batch | null> {
  const found = await seenBy(runtime, asker, (db) =>
    findBatch(db, runtime.tenant, asker.personId, { requestKey: key }),
  );
  if (!found) return null;
  if (found.fingerprint !== fingerprint) throw new Problem('idempotency-key-reused');
  return toView(runtime, found);
}

/** A batch of one's own. Throws `not-found`. */
export async function readBatch(runtime: Runtime, asker: Asker, id: string): Promise<Batch> {
  return toView(runtime, await ownBatch(runtime, asker, id));
}

export interface BatchPage {
  readonly status?: ItemStatus;
  readonly limit: number;
  readonly cursor?: string;
}

/** A page of the cases of a batch. Throws `Problem`: not-found, bad-parameter. */
export async function readBatchItems(
  runtime: Runtime,
  asker: Asker,
  id: string,
  { status, limit, cursor }: BatchPage,
): Promise<{ items: BatchItem[]; nextCursor: string | null }> {
  const batch = await ownBatch(runtime, asker, id);
  const list = `batch ${batch.id} ${status ?? ''}`;
  const after = cursor === undefined ? 0 : Number(fromCursor(runtime, list, cursor).number);
  const rows = await seenBy(runtime, asker, (db) =>
    listBatchItems(db, runtime.tenant, askingOf(asker), {
      batch: batch.id,
      status: status ?? null,
      after,
      limit: limit + 1,
    }),
  );
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ code, guard, words, ...row }) => ({
      ...row,
      refusal: code === null || words === null ? null : { code, guard, words },
    })),
    nextCursor: rows.length > limit ? toCursor(runtime, list, { number: shown.at(-1)?.number }) : null,
  };
}

/** Stops a batch: what waits is left alone. Throws `Problem`: not-found, request-closed. */
export async function endBatch(runtime: Runtime, asker: Asker, id: string): Promise<Batch> {
  const { id: own } = await ownBatch(runtime, asker, id);
  if (!(await stopBatch(runtime.knex, runtime.tenant, own, 'asked'))) throw new Problem('request-closed');
  return readBatch(runtime, asker, own);
}

/** Lets the cases that failed have another turn. Throws `Problem`: not-found, request-closed where none failed. */
export async function retryBatch(runtime: Runtime, asker: Asker, id: string): Promise<Batch> {
  const { id: own } = await ownBatch(runtime, asker, id);
  if ((await retryFailed(runtime.knex, runtime.tenant, own)) === 0) throw new Problem('request-closed');
  return readBatch(runtime, asker, own);
}

async function ownBatch(runtime: Runtime, asker: Asker, id: string): Promise<BatchRow> {
  const found = CaseId.safeParse(id).success
    ? await seenBy(runtime, asker, (db) => findBatch(db, runtime.tenant, asker.personId, { id }))
    : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

/** Why a batch was asked for; null when its key is gone. */
export function batchReason(runtime: Runtime, reason: BatchRow['reason']): string | null {
  if (reason.wrapped === null) return null;
  const { key } = runtime.unwrapped(reason.keyId, reason.wrapped);
  return unseal(key, Buffer.from(reason.sealed, 'hex'), sealLabel(reason.entry, REASON)).toString('utf8');
}

const NONE = { waiting: 0, done: 0, skipped: 0, failed: 0, stopped: 0 };

const toView = (runtime: Runtime, row: BatchRow): Batch => ({
  id: row.id,
  event: row.event,
  data: row.data,
  reason: batchReason(runtime, row.reason),
  status: row.status,
  stoppedFor: row.stoppedFor,
  total: row.total,
  counts: { ...NONE, ...row.counts },
  createdAt: row.createdAt,
  finishedAt: row.finishedAt,
});
