/**
 * Asks that the sealed identity of a case be opened: what for, and why. A request opens nothing; it takes the approval of a
 * second person. Many requests in an hour are an alarm in the journal.
 */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { uuidv7 } from 'uuidv7';
import {
  findIdentityRequest,
  hasSealedIdentity,
  insertIdentityRequest,
  listIdentityRequests,
  type IdentityRequestRow,
} from '../../db/queries/identity-requests.ts';
import { listNamed } from '../../db/queries/people.ts';
import type { IdentityRequestView } from '../contract/identities.ts';
import { Problem } from '../contract/problems.ts';
import type { IdentityPurpose } from '../domain/identity-purposes.ts';
import { CaseId } from '../domain/vocabulary.ts';
import { worksOn, type Asker } from './acting.ts';
import { actEntry, actingOn, reasonOf, writeAct, type ActingOn } from './case-act.ts';
import { visibleCase } from './read-case.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';

/** Requests of one person in an hour. */
export const MOST_REQUESTS = 10;
const AN_HOUR = 3_600;

export interface RequestIdentity {
  readonly caseId: CaseId;
  readonly purpose: IdentityPurpose;
  readonly reason: string;
}

/** The use case, with its memory of who asked how often. */
export function createIdentityRequests(runtime: Runtime) {
  const limiter = new RateLimiterMemory({ points: MOST_REQUESTS, duration: AN_HOUR });

  /** Throws `Problem`: not-found, not-permitted, too-many-requests, nothing-sealed. */
  return async (asker: Asker, { caseId, purpose, reason }: RequestIdentity): Promise<IdentityRequestView> => {
    const acting = await actingOn(runtime, asker, caseId, { act: 'identity.request' });
    await countOne(runtime, limiter, acting);
    const { knex, tenant } = runtime;
    const { row, at } = acting;
    if (!(await hasSealedIdentity(knex, tenant, row.id))) throw nothingSealed();
    const id = uuidv7();
    const { id: entry, group } = actEntry(runtime, acting, {
      type: 'identity.requested',
      data: { request: id, purpose },
      reason,
    });
    await knex.transaction(async (trx) => {
      await writeAct(trx, runtime, group);
      await insertIdentityRequest(trx, tenant, {
        id,
        case_id: row.id,
        family_id: row.family_id,
        purpose,
        requested_by: asker.personId,
        requested_at: at,
        request_entry: entry,
      });
    });
    runtime.onWritten?.();
    return toRequestView(runtime, await requestOf(runtime, row.id, id));
  };
}

/** Counts a request of one person; the first one too many in an hour goes into the journal. */
async function countOne(runtime: Runtime, limiter: RateLimiterMemory, acting: ActingOn): Promise<void> {
  try {
    await limiter.consume(acting.actor.person);
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    if (refused.consumedPoints === MOST_REQUESTS + 1)
      await runtime.writeStep(
        actEntry(runtime, acting, {
          type: 'identity.requests_unusual',
          outcome: 'refused',
          data: { requests: refused.consumedPoints, within: 'hour' },
        }).group,
      );
    throw new Problem(
      'too-many-requests',
      {
        zh: '一小时内提出的身份开启申请过多，已记入日志',
        en: 'Too many requests to open identities within an hour; the journal says so',
      },
      { retryAfter: Math.max(1, Math.ceil(refused.msBeforeNext / 1_000)) },
    );
  }
}

/** The requests of a case for those who work on it, the newest first. Throws `not-found`. */
export async function readIdentityRequests(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<IdentityRequestView[]> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!worksOn(asker, row)) throw noSuchCase();
  const rows = await listIdentityRequests(runtime.knex, runtime.tenant, row.id);
  return toRequestViews(runtime, rows);
}

/** One request of a case. Throws `not-found`. */
export async function requestOf(runtime: Runtime, caseId: CaseId, id: string): Promise<IdentityRequestRow> {
  const found = CaseId.safeParse(id).success
    ? await findIdentityRequest(runtime.knex, runtime.tenant, caseId, id)
    : undefined;
  if (!found) throw new Problem('not-found');
  return found;
}

export const nothingSealed = (): Problem => new Problem('nothing-sealed');

export async function toRequestView(runtime: Runtime, row: IdentityRequestRow): Promise<IdentityRequestView> {
  const [view] = await toRequestViews(runtime, [row]);
  return view as IdentityRequestView;
}

/** With the names of those whose pseudonyms may be told, as the history of a case tells them. */
async function toRequestViews(
  runtime: Runtime,
  rows: readonly IdentityRequestRow[],
): Promise<IdentityRequestView[]> {
  const pseudonyms = [...new Set(rows.flatMap((row) => [row.requester, row.decider, row.opener]))];
  const named = await listNamed(runtime.knex, runtime.tenant, {
    pseudonyms: pseudonyms.filter((one) => one !== null),
  });
  const names = new Map(named.filter(({ isTold }) => isTold).map((one) => [one.pseudonym, one.name]));
  const nameOf = (pseudonym: string | null) => (pseudonym === null ? null : (names.get(pseudonym) ?? null));
  return rows.map((row) => ({
    id: row.id,
    case: row.case_id,
    purpose: row.purpose as IdentityPurpose,
    status: row.status,
    reason: reasonOf(runtime, row.reason),
    requestedBy: row.requester,
    requestedByName: nameOf(row.requester),
    requestedAt: row.requested_at,
    decidedBy: row.decider,
    decidedByName: nameOf(row.decider),
    decidedAt: row.decided_at,
    decisionReason: reasonOf(runtime, row.decision_reason),
    openUntil: row.status === 'approved' ? row.open_until : null,
    openedBy: row.opener,
    openedByName: nameOf(row.opener),
    openedAt: row.opened_at,
  }));
}
