/**
 * Figures over clocks: what falls due on which day, and how long what a limit is set for takes. Counts alone; each passes
 * the asker through `mayKnow`.
 */
import type { Knex } from 'knex';
import type { Clock } from '../../src/domain/clock.ts';
import type { Instant } from '../../src/domain/vocabulary.ts';
import { COUNTED, OF_UNIT, type Span } from './case-figures.ts';
import type { Asking } from './cases.ts';
import { MINE, type Duty } from './deadlines.ts';
import { mayKnow } from './need-to-know.ts';

export interface DueGroup {
  readonly profile: string;
  readonly dueAt: Instant;
  /** Of one of them: all of them started on its day. */
  readonly ledger: Clock;
  readonly count: number;
}

export interface DueSpan {
  /** Due after this instant. */
  readonly after: Instant;
  /** Due not after this instant. */
  readonly until: Instant;
  readonly zone: string;
  /** Only those of cases assigned to the asker or to whom they stand in for, and those these duties name; null: all. */
  readonly mine: readonly Duty[] | null;
  /** Whether the asker counts; who only reads sees of what concerns them their own part. */
  readonly isCounting: boolean;
}

/**
 * Running clocks by the day they are due and the day they started: which is all that their light hangs on, so that a day
 * of a thousand is a few rows.
 */
export async function countDue(
  db: Knex,
  tenant: string,
  asking: Asking,
  { after, until, zone, mine, isCounting }: DueSpan,
): Promise<DueGroup[]> {
  const { rows } = await db.raw<{ rows: DueGroup[] }>(
    `select c.profile_hash as profile, iso_instant(min(k.due_at)) as "dueAt",
       (array_agg(k.ledger order by k.ledger->>'startedAt'))[1] as ledger, count(*)::int as count
     from clocks k join cases c on c.tenant_id = k.tenant_id and c.id = k.case_id
     where k.tenant_id = :tenant and k.is_active and k.due_at > :after::timestamptz and k.due_at <= :until::timestamptz
       and ${isCounting ? COUNTED : mayKnow()} ${mine === null ? '' : `and ${MINE}`}
     group by c.profile_hash, ((k.due_at - interval '1 millisecond') at time zone :zone)::date, k.due_at <= leeway_now(),
       ((k.ledger->>'startedAt')::timestamptz at time zone :zone)::date
     order by 2`,
    { tenant, ...asking, after, until, zone, ...(mine !== null && { duties: JSON.stringify(mine) }) },
  );
  return rows;
}

export interface ClockDuration {
  readonly procedure: string;
  readonly clock: string;
  readonly count: number;
  /** Days from start to stop, pauses among them: half took less. */
  readonly medianDays: number;
  /** Days from start to the due instant: half had less. Null where none had one. */
  readonly medianAllowed: number | null;
  /** How many ran out before they were stopped. */
  readonly ranOut: number;
}

const DAYS = (from: string, to: string) => `extract(epoch from ${to} - ${from}) / 86400`;
const INSTANT = (field: string) => `(k.ledger->>'${field}')::timestamptz`;

/** How long clocks ran that were stopped in a period, by procedure and clock. */
export async function countDurations(
  db: Knex,
  tenant: string,
  asking: Asking,
  { from, to, of }: Span,
): Promise<ClockDuration[]> {
  const { rows } = await db.raw<{ rows: ClockDuration[] }>(
    `select c.procedure, k.key as clock, count(*)::int as count,
       round((percentile_cont(0.5) within group (order by ${DAYS(INSTANT('startedAt'), INSTANT('stoppedAt'))}))::numeric, 1)::float8
         as "medianDays",
       round((percentile_cont(0.5) within group (order by ${DAYS(INSTANT('startedAt'), 'k.due_at')}))::numeric, 1)::float8
         as "medianAllowed",
       (count(*) filter (where k.fired_at is not null))::int as "ranOut"
     from clocks k join cases c on c.tenant_id = k.tenant_id and c.id = k.case_id
     where k.tenant_id = :tenant and not k.is_active and (k.ledger->>'stoppedAt') collate "C" >= :from::text
       and (k.ledger->>'stoppedAt') collate "C" < :to::text and ${COUNTED} and ${OF_UNIT}
     group by 1, 2 order by 1, 2`,
    { tenant, ...asking, from, to, of },
  );
  return rows;
}
