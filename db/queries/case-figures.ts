/**
 * Figures over cases: in hand, received, closed, where they stand, how they ended. Counts alone, no case and no person;
 * each passes the asker through `mayKnow`, and staff whom a family concerns count nothing of it.
 *
 * A period is read from the cases that are open now and those closed since it began: two partial indexes, so that no step
 * pays for a figure.
 */
import type { Knex } from 'knex';
import type { Instant } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

export const COUNTED = mayKnow(undefined, { concerned: 'none' });
const CLOSING = 'coalesce(c.closed_at, c.updated_at)';

/** The asked unit and all below it; every case where none is asked for. */
export const OF_UNIT = `(:of::text is null or c.unit = any(array(
  with recursive below as (
    select :of::text as id
    union
    select u.id from below b join units u on u.tenant_id = :tenant and u.parent_id = b.id
  ) select id from below)))`;

/** Every case that was open at some time since `:since`. */
const SINCE = `since as materialized (
  select c.unit, c.is_overdue, c.opened_at, null::timestamptz as closed_at
  from cases c where c.tenant_id = :tenant and c.is_open and ${COUNTED} and ${OF_UNIT}
  union all
  select c.unit, false, c.opened_at, ${CLOSING}
  from cases c where c.tenant_id = :tenant and not c.is_open and ${CLOSING} >= :since::timestamptz and ${COUNTED} and ${OF_UNIT})`;

/** A bounded period, the unit it is asked of (null: all), and the body's time zone. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
  readonly of: string | null;
}

export interface Turnover {
  /** Open when the period ended. */
  readonly inHand: number;
  readonly received: number;
  readonly closed: number;
  /** With a clock that ran out in the period. */
  readonly ranOut: number;
}

export interface Overview {
  readonly now: Turnover;
  readonly before: Turnover;
  /** Open now with a clock that ran out. */
  readonly overdue: number;
}

/** A period beside the one before it, which began at `before`. */
export async function countTurnover(
  db: Knex,
  tenant: string,
  asking: Asking,
  { from, to, of, before }: Span & { readonly before: Instant },
): Promise<Overview> {
  const { rows } = await db.raw<{ rows: { now: Turnover; before: Turnover; overdue: number }[] }>(
    `with ${SINCE}, ran_out as materialized (
       select k.case_id, k.fired_at from clocks k join cases c on c.tenant_id = k.tenant_id and c.id = k.case_id
       where k.tenant_id = :tenant and k.fired_at >= :before::timestamptz and k.fired_at < :to::timestamptz
         and ${COUNTED} and ${OF_UNIT}),
     spans (is_now, begins, ends) as (values (true, :from::timestamptz, :to::timestamptz),
       (false, :before::timestamptz, :from::timestamptz)),
     turnover as (
       select is_now, jsonb_build_object(
         'inHand', (select count(*) from since where opened_at < ends and (closed_at is null or closed_at >= ends)),
         'received', (select count(*) from since where opened_at >= begins and opened_at < ends),
         'closed', (select count(*) from since where closed_at >= begins and closed_at < ends),
         'ranOut', (select count(distinct case_id) from ran_out where fired_at >= begins and fired_at < ends)) as counts
       from spans)
     select (select counts from turnover where is_now) as now, (select counts from turnover where not is_now) as before,
       (select count(*)::int from since where is_overdue) as overdue`,
    { tenant, ...asking, from, to, of, before, since: before },
  );
  return rows[0] as Overview;
}

export interface MonthCount {
  /** `YYYY-MM`, in the body's time zone. */
  readonly month: string;
  readonly received: number;
  readonly closed: number;
}

/** What came in and what was closed in each month of a period; months that it cuts are counted as far as it reaches. */
export async function countMonths(
  db: Knex,
  tenant: string,
  asking: Asking,
  { from, to, of, zone }: Span & { readonly zone: string },
): Promise<MonthCount[]> {
  const { rows } = await db.raw<{ rows: MonthCount[] }>(
    `with ${SINCE}, happened as (
       select opened_at as at, 1 as received, 0 as closed from since
       union all select closed_at, 0, 1 from since where closed_at is not null),
     months as (
       select generate_series(date_trunc('month', :from::timestamptz at time zone :zone),
         (:to::timestamptz - interval '1 millisecond') at time zone :zone, interval '1 month') as month)
     select to_char(m.month, 'YYYY-MM') as month, coalesce(sum(h.received), 0)::int as received,
       coalesce(sum(h.closed), 0)::int as closed
     from months m left join happened h on date_trunc('month', h.at at time zone :zone) = m.month
       and h.at >= :from::timestamptz and h.at < :to::timestamptz
     group by m.month order by m.month`,
    { tenant, ...asking, from, to, of, zone, since: from },
  );
  return rows;
}

export interface OpenFigures {
  readonly states: readonly {
    readonly procedure: string;
    readonly state: string;
    readonly count: number;
    readonly overdue: number;
  }[];
  /** How many lie in each of the spans that `bounds` divide their age into, in whole days; from 0 on. */
  readonly ages: readonly { readonly bucket: number; readonly count: number }[];
  /** By the last day of what is due first: one instant of that day, and by which profile it counts. */
  readonly dues: readonly {
    readonly profile: string;
    readonly dueAt: Instant;
    readonly isOver: boolean;
    readonly count: number;
  }[];
  /** Without anything due: paused, or nothing runs. */
  readonly undated: number;
  readonly units: readonly { readonly unit: string; readonly name: string | null; readonly count: number }[];
}

/** Open cases: where they stand, how old they are, when they are due, in which units. */
export async function countOpenCases(
  db: Knex,
  tenant: string,
  asking: Asking,
  {
    of,
    zone,
    bounds,
  }: { readonly of: string | null; readonly zone: string; readonly bounds: readonly number[] },
): Promise<OpenFigures> {
  const { rows } = await db.raw<{ rows: OpenFigures[] }>(
    `with open as materialized (
       select c.procedure, c.state, c.unit, c.is_overdue, c.profile_hash, c.next_due_at, c.opened_at, ${OF_UNIT} as is_of_unit
       from cases c where c.tenant_id = :tenant and c.is_open and ${COUNTED}),
     asked as (select * from open where is_of_unit),
     states as (
       select procedure, state, count(*)::int as count, (count(*) filter (where is_overdue))::int as overdue
       from asked group by 1, 2 order by 1, 2),
     ages as (
       select width_bucket(extract(epoch from leeway_now() - opened_at) / 86400, :bounds::numeric[]) as bucket,
         count(*)::int as count from asked group by 1 order by 1),
     dues as (
       select profile_hash as profile, iso_instant(min(next_due_at)) as "dueAt", next_due_at <= leeway_now() as "isOver",
         count(*)::int as count
       from asked where next_due_at is not null
       group by profile_hash, ((next_due_at - interval '1 millisecond') at time zone :zone)::date, next_due_at <= leeway_now()),
     units as (
       select o.unit, u.name, count(*)::int as count from open o
       left join units u on u.tenant_id = :tenant and u.id = o.unit where o.unit is not null group by 1, 2 order by 1 limit 500)
     select (select coalesce(jsonb_agg(states), '[]') from states) as states,
       (select coalesce(jsonb_agg(ages), '[]') from ages) as ages,
       (select coalesce(jsonb_agg(dues), '[]') from dues) as dues,
       (select count(*)::int from asked where next_due_at is null) as undated,
       (select coalesce(jsonb_agg(units), '[]') from units) as units`,
    { tenant, ...asking, of, zone, bounds: `{${bounds.join(',')}}` },
  );
  return rows[0] as OpenFigures;
}

export interface UnitPunctuality {
  readonly unit: string | null;
  readonly name: string | null;
  readonly closed: number;
  /** Closed without a clock of theirs ever having run out. */
  readonly onTime: number;
}

/** Cases closed in a period by unit, and how many of them never ran out of time. */
export async function countPunctuality(
  db: Knex,
  tenant: string,
  asking: Asking,
  { from, to, of }: Span,
): Promise<UnitPunctuality[]> {
  const { rows } = await db.raw<{ rows: UnitPunctuality[] }>(
    `select c.unit, u.name, count(*)::int as closed, (count(*) filter (where not exists (
         select 1 from clocks k where k.tenant_id = c.tenant_id and k.case_id = c.id and k.fired_at is not null)))::int as "onTime"
     from cases c left join units u on u.tenant_id = c.tenant_id and u.id = c.unit
     where c.tenant_id = :tenant and not c.is_open and ${CLOSING} >= :from::timestamptz and ${CLOSING} < :to::timestamptz
       and ${COUNTED} and ${OF_UNIT}
     group by 1, 2 order by 1 nulls last limit 500`,
    { tenant, ...asking, from, to, of },
  );
  return rows;
}

export interface OutcomeCount {
  readonly procedure: string;
  readonly state: string;
  readonly count: number;
}

/** How cases that were closed in a period ended, by procedure and closing state. */
export async function countOutcomes(
  db: Knex,
  tenant: string,
  asking: Asking,
  { from, to, of }: Span,
): Promise<OutcomeCount[]> {
  const { rows } = await db.raw<{ rows: OutcomeCount[] }>(
    `select c.procedure, c.state, count(*)::int as count from cases c
     where c.tenant_id = :tenant and not c.is_open and ${CLOSING} >= :from::timestamptz and ${CLOSING} < :to::timestamptz
       and ${COUNTED} and ${OF_UNIT}
     group by 1, 2 order by 1, 3 desc, 2`,
    { tenant, ...asking, from, to, of },
  );
  return rows;
}

export interface AssigneeLoad {
  /** Null for what nobody is put in charge of. */
  readonly assignee: string | null;
  readonly name: string | null;
  readonly open: number;
  readonly overdue: number;
  /** Due within seven days, and not over. */
  readonly dueSoon: number;
}

/** Open cases by whom they are assigned to, who has most first. */
export async function countLoad(
  db: Knex,
  tenant: string,
  asking: Asking,
  { of, limit }: { readonly of: string | null; readonly limit: number },
): Promise<AssigneeLoad[]> {
  const { rows } = await db.raw<{ rows: AssigneeLoad[] }>(
    `select l.assignee, p.name, l.open, l.overdue, l."dueSoon" from (
       select c.assignee, count(*)::int as open, (count(*) filter (where c.is_overdue))::int as overdue,
         (count(*) filter (where c.next_due_at > leeway_now()
           and c.next_due_at <= leeway_now() + interval '7 days'))::int as "dueSoon"
       from cases c where c.tenant_id = :tenant and c.is_open and ${COUNTED} and ${OF_UNIT} group by 1) l
     left join people p on p.tenant_id = :tenant and p.id = l.assignee
     order by l.open desc, l.assignee nulls last limit :limit`,
    { tenant, ...asking, of, limit },
  );
  return rows;
}
