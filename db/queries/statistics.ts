/**
 * Counts over allegations and what became of them: figures only, no case and no person. Each passes the asker through
 * `mayKnow`; staff whom a family concerns count nothing of it.
 */
import type { Knex } from 'knex';
import type { Instant } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

/** By the time the allegation was opened; the end is left out. Null: without a bound. */
export interface Period {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

const ALLEGATIONS = `c.tenant_id = :tenant and c.procedure = 'allegation'
  and c.opened_at >= coalesce(:from::timestamptz, '-infinity') and c.opened_at < coalesce(:to::timestamptz, 'infinity')
  and ${mayKnow(undefined, { concerned: 'none' })}`;

export interface ClarificationCount {
  readonly finding: string;
  /** State of the newest clarification of the allegation; null where none was opened. */
  readonly outcome: string | null;
  readonly isOpen: boolean;
  /** Why it was not clarified; null where it was, or nobody said yet. */
  readonly reason: string | null;
  readonly count: number;
}

/** Allegations with an approved finding, by finding, what became of the clarification, and the reason. */
export async function countClarifications(
  db: Knex,
  tenant: string,
  asking: Asking,
  period: Period,
): Promise<ClarificationCount[]> {
  const { rows } = await db.raw<{ rows: ClarificationCount[] }>(
    `select c.summary->>'finding' as finding, k.state as outcome, coalesce(k.is_open, false) as "isOpen",
       k.summary->>'reason' as reason, count(*)::int as count
     from cases c left join lateral (
       select k.state, k.is_open, k.summary from cases k
       where k.tenant_id = c.tenant_id and k.family_id = c.family_id and k.procedure = 'clarification'
         and k.summary->>'allegation' = c.id::text
       order by k.id desc limit 1) k on true
     where ${ALLEGATIONS} and c.summary->>'isFindingApproved' = 'true' and c.summary->>'finding' is not null
     group by 1, 2, 3, 4 order by 1, 2 nulls first, 4 nulls first`,
    { tenant, ...asking, ...period },
  );
  return rows;
}

export interface ToleranceCount {
  readonly finding: string | null;
  /** What was decided on the allegation; null where nothing was yet. */
  readonly decision: string | null;
  /** State of the newest review of this person in the family; null where tolerance was never considered. */
  readonly review: string | null;
  readonly isOpen: boolean;
  readonly count: number;
}

/** Allegations that are errors in duty or were decided on, by finding, decision, and the tolerance review of the person. */
export async function countToleranceReviews(
  db: Knex,
  tenant: string,
  asking: Asking,
  period: Period,
): Promise<ToleranceCount[]> {
  const { rows } = await db.raw<{ rows: ToleranceCount[] }>(
    `select c.summary->>'finding' as finding, c.summary->>'decision' as decision, r.state as review,
       coalesce(r.is_open, false) as "isOpen", count(*)::int as count
     from cases c left join lateral (
       select r.state, r.is_open from cases r
       where r.tenant_id = c.tenant_id and r.family_id = c.family_id and r.procedure = 'tolerance_review'
         and (r.summary->>'allegation' = c.id::text
           or c.subject = any(string_to_array(r.summary->>'persons', ' ')))
       order by r.id desc limit 1) r on true
     where ${ALLEGATIONS} and (c.summary->>'decision' is not null
       or (c.summary->>'finding' = 'true_error_in_duty' and c.summary->>'isFindingApproved' = 'true'))
     group by 1, 2, 3, 4 order by 1 nulls first, 2 nulls first, 3 nulls first`,
    { tenant, ...asking, ...period },
  );
  return rows;
}
