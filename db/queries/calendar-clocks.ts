/** Running clocks that a change of a working calendar could move, with what it takes to count them anew. */
import type { Knex } from 'knex';
import type { Clock } from '../../src/domain/clock.ts';
import type { CaseId, Instant } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

export interface CalendarClock {
  readonly case_id: CaseId;
  readonly key: string;
  readonly instance: string;
  readonly ledger: Clock;
  readonly profile_hash: string;
  /** Now, by the clock of clocks. */
  readonly at: Instant;
}

/**
 * Clocks that are due later than now and not before `from`, counted in working days or rolled over to one, of cases whose
 * profile counts by the calendar; what is due first. `asking` null: of every case, for numbers alone.
 */
export async function listCalendarClocks(
  db: Knex,
  tenant: string,
  asking: Asking | null,
  of: { readonly calendar: string; readonly from: Instant; readonly limit: number },
): Promise<CalendarClock[]> {
  const { rows } = await db.raw<{ rows: CalendarClock[] }>(
    `select k.case_id, k.key, k.instance, k.ledger, c.profile_hash, iso_instant(leeway_now()) as at
     from clocks k
     join cases c on c.tenant_id = k.tenant_id and c.id = k.case_id
     join policy_profiles f on f.tenant_id = c.tenant_id and f.hash = c.profile_hash
     where k.tenant_id = :tenant and k.is_active and k.due_at is not null
       and k.due_at > leeway_now() and k.due_at > :from::timestamptz
       and (k.ledger->'limit'->>'unit' = 'working_day' or k.ledger->'limit'->>'rollOver' = 'true')
       and f.body->'rules'->>'calendar' = :calendar and ${asking === null ? 'true' : mayKnow()}
     order by k.due_at, k.id limit :limit`,
    { tenant, ...asking, ...of },
  );
  return rows;
}
