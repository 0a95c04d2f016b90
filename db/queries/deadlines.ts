/** Running clocks with their cases, for lists of what is due. Each passes the asker through `mayKnow`. */
import type { Knex } from 'knex';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import type { ClockRow } from '../../src/engine/clock-effects.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

export interface DeadlineRow extends ClockRow {
  readonly case_id: CaseId;
  readonly procedure: string;
  readonly procedure_version: number;
  readonly profile_hash: string;
  readonly state: string;
  readonly assignee: PersonId | null;
  readonly subject: PersonId | null;
  /** Now, by the clock of clocks. */
  readonly at: Instant;
}

const COLUMNS = `k.id, k.key, k.instance, k.ledger, iso_instant(k.due_at) as "dueAt", k.is_active as "isActive",
  iso_instant(k.fired_at) as "firedAt", k.alarm, iso_instant(k.next_alarm_at) as "nextAlarmAt",
  c.id as case_id, c.procedure, c.procedure_version, c.profile_hash, c.state, c.assignee, c.subject, iso_instant(leeway_now()) as at`;
const VISIBLE = mayKnow();

/** Every running clock of a family that the asker may know of, what is due first; paused ones last. */
export async function listFamilyDeadlines(
  db: Knex,
  tenant: string,
  family: CaseId,
  asking: Asking,
): Promise<DeadlineRow[]> {
  const { rows } = await db.raw<{ rows: DeadlineRow[] }>(
    `select ${COLUMNS} from cases c join clocks k on k.tenant_id = c.tenant_id and k.case_id = c.id and k.is_active
     where c.tenant_id = :tenant and c.family_id = :family and ${VISIBLE}
     order by k.due_at nulls last, k.id limit 1000`,
    { tenant, family, ...asking },
  );
  return rows;
}

/** Where in a procedure a role is asked to act: on one clock, or on whatever runs (`clock` absent). */
export interface Duty {
  readonly procedure: string;
  readonly version: number;
  readonly state: string;
  readonly clock?: string;
}

/** Clocks of cases assigned to the asker or to whom they stand in for now, and those that `:duties` name. */
export const MINE = `(c.assignee = any(stands_for(:tenant, :person))
  or (c.procedure, c.procedure_version, c.state, k.key) in (select d.procedure, d.version, d.state, d.clock
    from jsonb_to_recordset(:duties::jsonb) as d(procedure text, version int, state text, clock text)
    where d.clock is not null)
  or (c.procedure, c.procedure_version, c.state) in (select d.procedure, d.version, d.state
    from jsonb_to_recordset(:duties::jsonb) as d(procedure text, version int, state text, clock text)
    where d.clock is null))`;

export interface DeadlinePage {
  /** Only those of cases assigned to the asker or to whom they stand in for now, and those these duties name; null: all. */
  readonly mine: readonly Duty[] | null;
  readonly before: Instant | null;
  /** Due after the one and not after the other: what a day is. */
  readonly day?: { readonly dayBegins: Instant; readonly dayEnds: Instant } | null;
  readonly after: { readonly dueAt: Instant; readonly id: string } | null;
  readonly limit: number;
}

/** A page of running clocks, by keyset on (due, id). Paused clocks are due at no time and so are not among them. */
export async function listDeadlines(
  db: Knex,
  tenant: string,
  asking: Asking,
  { mine, before, day = null, after, limit }: DeadlinePage,
): Promise<DeadlineRow[]> {
  const conditions = [
    'k.tenant_id = :tenant and k.is_active and k.due_at is not null',
    VISIBLE,
    before !== null && 'k.due_at < :before::timestamptz',
    after !== null && '(k.due_at, k.id) > (:dueAt::timestamptz, :id::uuid)',
    day !== null && 'k.due_at > :dayBegins::timestamptz and k.due_at <= :dayEnds::timestamptz',
    mine !== null && MINE,
  ].filter(Boolean);
  const { rows } = await db.raw<{ rows: DeadlineRow[] }>(
    `select ${COLUMNS} from clocks k join cases c on c.tenant_id = k.tenant_id and c.id = k.case_id
     where ${conditions.join(' and ')} order by k.due_at, k.id limit :limit`,
    {
      tenant,
      ...asking,
      ...(before !== null && { before }),
      ...day,
      ...after,
      ...(mine !== null && { duties: JSON.stringify(mine) }),
      limit,
    },
  );
  return rows;
}
