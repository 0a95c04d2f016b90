/**
 * What bars personnel moves of a person: the cases about them that could, each with the clock of its period. The only
 * query of cases that also reads those the asker may not know of: it marks them, and no more of them is told than that
 * something bars.
 */
import type { Knex } from 'knex';
import type { Clock } from '../../src/domain/clock.ts';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

export interface BarringCase {
  readonly case: CaseId;
  /** Whether the asker may know of it. */
  readonly isKnown: boolean;
  readonly procedure: string;
  readonly profileHash: string;
  readonly state: string;
  readonly isFrozen: boolean;
  readonly track: string | null;
  /** Of the sanctions that a period is served for. */
  readonly measures: readonly string[];
  /** The newest clock of the period, running or ended; null for a case that has none. */
  readonly period: Clock | null;
}

export interface BarringCases {
  /** Now, by the clock of clocks. */
  readonly at: Instant;
  readonly cases: readonly BarringCase[];
}

/** Far more than one person has; those that can bar come first, so that none of them is ever cut off. */
const MOST = 500;

type Row = { readonly at: Instant } & (BarringCase | { readonly case: null });

/** Cases of which the person is the subject and that could bar something: those that are open or were passed on as a crime first, then the newest. */
export async function listBarringCases(
  db: Knex,
  tenant: string,
  about: PersonId,
  asking: Asking,
): Promise<BarringCases> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `select iso_instant(leeway_now()) as at, found.*
     from (values (1)) as always left join lateral (
       select c.id as "case", ${mayKnow()} as "isKnown", c.procedure, c.profile_hash as "profileHash", c.state,
         coalesce(c.summary->>'isHrFrozen' = 'true', false) as "isFrozen", c.summary->>'track' as track,
         jsonb_path_query_array(c.context, '$.sanctions[*].measure') as measures,
         (select k.ledger from clocks k where k.tenant_id = c.tenant_id and k.case_id = c.id and k.key = 'service.period'
          order by k.id desc limit 1) as period
       from case_persons p join cases c on c.tenant_id = p.tenant_id and c.id = p.case_id
       where p.tenant_id = :tenant and p.person_id = :about and c.subject = :about
         and c.procedure in ('allegation', 'return_to_service')
       order by (c.is_open or c.state = 'transferred_criminal') desc, c.id desc limit ${MOST}) found on true`,
    { tenant, about, ...asking },
  );
  const at = rows[0]?.at;
  if (at === undefined) throw new Error('the database has no time');
  return { at, cases: rows.filter((row): row is BarringCase & { at: Instant } => row.case !== null) };
}
