/** Look-ups and lists of cases. Each passes the asker through `mayKnow`, but for the program's own checks. */
import type { Knex } from 'knex';
import type { Clock } from '../../src/domain/clock.ts';
import type { QueueLight } from '../../src/domain/queue-light.ts';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import type { ClockRow } from '../../src/engine/clock-effects.ts';
import { conditionsOf, LIGHT, type Beside, type CaseFilter } from './case-filter.ts';
import { mayKnow } from './need-to-know.ts';
import { CASE_COLUMNS, type CaseRow, type Sees } from './step-read.ts';

export type { CaseFilter } from './case-filter.ts';

export interface Asking {
  readonly sees: Sees;
  readonly person: PersonId;
  readonly unit: string | null;
  /** Bodies whose cases staff reach, as the text of an array; null for no bound. */
  readonly bodies: string | null;
}

const VISIBLE = mayKnow();

/** A case by id, whoever asks: for replay and for checks of the program itself. */
export async function findCase(db: Knex, tenant: string, id: CaseId): Promise<CaseRow | undefined> {
  const { rows } = await db.raw<{ rows: CaseRow[] }>(
    `select ${CASE_COLUMNS} from cases c where c.tenant_id = ? and c.id = ?`,
    [tenant, id],
  );
  return rows[0];
}

/** A case that the asker may know of. */
export async function findVisibleCase(
  db: Knex,
  tenant: string,
  id: CaseId,
  asking: Asking,
): Promise<CaseRow | undefined> {
  const { rows } = await db.raw<{ rows: CaseRow[] }>(
    `select ${CASE_COLUMNS} from cases c where c.tenant_id = :tenant and c.id = :id and ${VISIBLE}`,
    { tenant, id, ...asking },
  );
  return rows[0];
}

/** Every clock of a case, stopped ones too, oldest first. */
export async function listClocks(db: Knex, tenant: string, caseId: CaseId): Promise<ClockRow[]> {
  const { rows } = await db.raw<{ rows: ClockRow[] }>(
    `select id, key, instance, ledger, iso_instant(due_at) as "dueAt", is_active as "isActive",
       iso_instant(fired_at) as "firedAt", alarm, iso_instant(next_alarm_at) as "nextAlarmAt"
     from clocks where tenant_id = ? and case_id = ? order by id limit 500`,
    [tenant, caseId],
  );
  return rows;
}

export const CASE_SORTS = {
  opened: 'c.id',
  due: 'c.next_due_at',
  updated: 'c.updated_at',
} as const;
/** `urgency`: what is overdue, then what is due next, then what no clock presses; the oldest first. */
export type CaseSort = keyof typeof CASE_SORTS | `-${keyof typeof CASE_SORTS}` | 'urgency';

/** Where a page ended: the sort key (null for `opened`, and in the order of urgency where nothing is due) and the id. */
export interface CasePlace {
  readonly key: Instant | null;
  readonly id: CaseId;
}

/** A case with what a list shows beside it: names, its next clock, and the instant it was read at. */
export interface CaseListRow extends CaseRow {
  readonly assignee_name: string | null;
  readonly subject_name: string | null;
  /** The clock that is due next, or a paused one where none runs; null where there is none at all. */
  readonly clock_key: string | null;
  readonly clock_ledger: Clock | null;
  readonly at: Instant;
}

export interface CasesPage extends Beside {
  readonly sort: CaseSort;
  readonly after: CasePlace | null;
  readonly limit: number;
}

/** One look-up by key for each row: joined, the planner would read the whole directory for a page. */
const nameOf = (column: 'assignee' | 'subject') =>
  `(select p.name from people p where p.tenant_id = c.tenant_id and p.id = c.${column})`;

/**
 * A page of cases the asker may know of, by keyset on (sort key, id). By urgency it is what is due, by its index, and where
 * that does not fill the page what is not: one order over both would be served by no index.
 */
export async function listCases(
  db: Knex,
  tenant: string,
  asking: Asking,
  filter: CaseFilter,
  page: CasesPage,
): Promise<CaseListRow[]> {
  const { sort, after, limit } = page;
  const read = (part: Partial<CasesPage>, condition?: string) =>
    readPage(db, tenant, asking, filter, { ...page, ...part }, condition);
  if (sort !== 'urgency') return read({});
  if (after?.key === null) return read({ sort: 'opened' }, NOT_DUE);
  const due = await read({ sort: 'due' });
  if (due.length === limit) return due;
  return [...due, ...(await read({ sort: 'opened', after: null, limit: limit - due.length }, NOT_DUE))];
}

const NOT_DUE = 'c.next_due_at is null';

async function readPage(
  db: Knex,
  tenant: string,
  asking: Asking,
  filter: CaseFilter,
  { sort, after, limit, ...beside }: CasesPage,
  condition?: string,
): Promise<CaseListRow[]> {
  const [order, beyond] = sort.startsWith('-') ? ['desc', '<'] : ['asc', '>'];
  const name = sort.replace('-', '') as keyof typeof CASE_SORTS;
  const column = CASE_SORTS[name];
  const { conditions, bound } = conditionsOf(filter, beside);
  const where = [
    'c.tenant_id = :tenant',
    VISIBLE,
    ...conditions,
    condition,
    name === 'due' && 'c.next_due_at is not null',
    after &&
      (name === 'opened'
        ? `c.id ${beyond} :afterId::uuid`
        : `(${column}, c.id) ${beyond} (:afterKey::timestamptz, :afterId::uuid)`),
  ].filter(Boolean);
  const orderBy = name === 'opened' ? `c.id ${order}` : `${column} ${order}, c.id ${order}`;
  const { rows } = await db.raw<{ rows: CaseListRow[] }>(
    `select ${CASE_COLUMNS}, ${nameOf('assignee')} as assignee_name, ${nameOf('subject')} as subject_name,
       k.key as clock_key, k.ledger as clock_ledger, iso_instant(leeway_now()) as at
     from (select c.* from cases c where ${where.join(' and ')} order by ${orderBy} limit :limit) c
     left join lateral (select k.key, k.ledger from clocks k
       where k.tenant_id = c.tenant_id and k.case_id = c.id and k.is_active
       order by k.due_at nulls last, k.id limit 1) k on true
     order by ${orderBy}`,
    {
      tenant,
      ...asking,
      ...bound,
      ...(after && { afterKey: after.key, afterId: after.id }),
      limit,
    },
  );
  return rows;
}

export interface CaseCount {
  readonly procedure: string;
  readonly state: string;
  readonly light: QueueLight;
  readonly count: number;
}

/** Cases of a filter by procedure, state and light, over at most `cap` of them. Needs `beside.lights`. */
export async function countCases(
  db: Knex,
  tenant: string,
  asking: Asking,
  filter: CaseFilter,
  { cap, ...beside }: Beside & { readonly cap: number },
): Promise<CaseCount[]> {
  const { conditions, bound } = conditionsOf(filter, beside);
  const { rows } = await db.raw<{ rows: CaseCount[] }>(
    `select c.procedure, c.state, c.light, count(*)::int as count
     from (select c.procedure, c.state, ${LIGHT} as light from cases c
       where ${['c.tenant_id = :tenant', VISIBLE, ...conditions].join(' and ')} limit :cap) c
     group by 1, 2, 3 order by 1, 2, 3`,
    { tenant, ...asking, ...bound, cap },
  );
  return rows;
}

/** Now by the clock of clocks, and every profile a case may be pinned to. */
export async function findProfilesNow(
  db: Knex,
  tenant: string,
): Promise<{ readonly at: Instant; readonly hashes: readonly string[] }> {
  const { rows } = await db.raw<{ rows: { at: Instant; hashes: string[] }[] }>(
    `select iso_instant(leeway_now()) as at,
       array(select p.hash from policy_profiles p where p.tenant_id = ? order by p.hash limit 1000) as hashes`,
    [tenant],
  );
  return rows[0] as { at: Instant; hashes: string[] };
}

/** Ids of all cases after one, in order: for `replay`, a page at a time. */
export async function listCaseIds(
  db: Knex,
  tenant: string,
  after: CaseId | null,
  limit: number,
): Promise<CaseId[]> {
  const { rows } = await db.raw<{ rows: { id: CaseId }[] }>(
    `select id from cases where tenant_id = :tenant and (:after::uuid is null or id > :after::uuid)
     order by id limit :limit`,
    { tenant, after, limit },
  );
  return rows.map(({ id }) => id);
}
