/** Look-ups and lists of cases. Each passes the asker through `mayKnow`, but for the program's own checks. */
import type { Knex } from 'knex';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import { mayKnow } from './need-to-know.ts';
import { CASE_COLUMNS, type CaseRow, type Sees } from './step-read.ts';
import type { ClockRow } from '../../src/engine/clock-effects.ts';

export interface Asking {
  readonly sees: Sees;
  readonly person: PersonId;
  readonly unit: string | null;
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

export const CASE_SORTS = { opened: 'c.id', due: 'c.next_due_at', updated: 'c.updated_at' } as const;
export type CaseSort = keyof typeof CASE_SORTS | `-${keyof typeof CASE_SORTS}`;

export interface CaseFilter {
  readonly procedure?: string;
  readonly state?: string;
  readonly assignee?: PersonId;
  readonly dueBefore?: Instant;
  readonly overdue?: boolean;
  readonly q?: string;
}

/** Where a page ended: the sort key (null for `opened`) and the id. */
export interface CasePlace {
  readonly key: Instant | null;
  readonly id: CaseId;
}

/** A page of cases the asker may know of, by keyset on (sort key, id). */
export async function listCases(
  db: Knex,
  tenant: string,
  asking: Asking,
  filter: CaseFilter,
  page: { readonly sort: CaseSort; readonly after: CasePlace | null; readonly limit: number },
): Promise<CaseRow[]> {
  const isDescending = page.sort.startsWith('-');
  const name = page.sort.replace('-', '') as keyof typeof CASE_SORTS;
  const column = CASE_SORTS[name];
  const [order, beyond] = isDescending ? ['desc', '<'] : ['asc', '>'];
  const conditions = [
    'c.tenant_id = :tenant',
    VISIBLE,
    filter.procedure !== undefined && 'c.procedure = :procedure',
    filter.state !== undefined && 'c.state = :state',
    filter.assignee !== undefined && 'c.assignee = :assignee and c.is_open',
    filter.dueBefore !== undefined && 'c.is_open and c.next_due_at < :dueBefore::timestamptz',
    filter.overdue !== undefined && 'c.is_overdue = :overdue and c.is_open',
    filter.q !== undefined &&
      `(c.id::text like :prefix or c.subject = :q or c.assignee = :q or c.state = :q or c.procedure = :q)`,
    name === 'due' && 'c.next_due_at is not null',
    page.after &&
      (name === 'opened'
        ? `c.id ${beyond} :afterId::uuid`
        : `(${column}, c.id) ${beyond} (:afterKey::timestamptz, :afterId::uuid)`),
  ].filter(Boolean);
  const orderBy = name === 'opened' ? `c.id ${order}` : `${column} ${order}, c.id ${order}`;
  const { rows } = await db.raw<{ rows: CaseRow[] }>(
    `select ${CASE_COLUMNS} from cases c where ${conditions.join(' and ')} order by ${orderBy} limit :limit`,
    {
      tenant,
      ...asking,
      ...filter,
      ...(filter.q !== undefined && { prefix: `${filter.q.replaceAll(/[%_\\]/g, '\\$&')}%` }),
      ...(page.after && { afterKey: page.after.key, afterId: page.after.id }),
      limit: page.limit,
    },
  );
  return rows;
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
