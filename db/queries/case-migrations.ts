/** Reads and writes of migrations of running cases: the migrations themselves, and what each means for each case. */
import type { Knex } from 'knex';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import type { ClockRow } from '../../src/engine/clock-effects.ts';
import { CASE_COLUMNS, CLOCKS_OF_CASE, type CaseRow } from './step-read.ts';

export type MigrationStatus = 'planning' | 'proposed' | 'approved' | 'done';
export type Verdict = 'same' | 'carries_over' | 'blocked';
export type Outcome = 'moved' | 'blocked' | 'closed';

export interface MigrationRow {
  readonly id: string;
  readonly procedure: string;
  readonly to_version: number;
  readonly status: MigrationStatus;
  readonly plan: string | null;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly proposed_by: PersonId;
  readonly proposed_at: Instant;
  readonly approved_by: PersonId | null;
  readonly approved_at: Instant | null;
  readonly finished_at: Instant | null;
  /** Pseudonyms of the two, as the journal knows them. */
  readonly proposer: string;
  readonly approver: string | null;
  readonly outcomes: Readonly<Partial<Record<Outcome | 'waiting', number>>>;
}

export interface PlannedCaseRow<Report> {
  readonly case_id: CaseId;
  readonly verdict: Verdict;
  readonly report: Report;
  readonly outcome: Outcome | null;
}

const MIGRATION = `
  select m.id, m.procedure, m.to_version, m.status, m.plan, m.counts, m.proposed_by, m.approved_by,
    iso_instant(m.proposed_at) as proposed_at, iso_instant(m.approved_at) as approved_at,
    iso_instant(m.finished_at) as finished_at, p.pseudonym as proposer, a.pseudonym as approver,
    (select coalesce(jsonb_object_agg(o.outcome, o.count), '{}') from (
       select coalesce(k.outcome, 'waiting') as outcome, count(*)::int as count from case_migration_cases k
       where k.tenant_id = m.tenant_id and k.migration_id = m.id group by 1) o) as outcomes
  from case_migrations m
  join people p on p.tenant_id = m.tenant_id and p.id = m.proposed_by
  left join people a on a.tenant_id = m.tenant_id and a.id = m.approved_by`;

/** A page of running cases of a procedure on an older version, by id, each with its running clocks. */
export async function listOlderCases(
  db: Knex,
  tenant: string,
  of: { readonly procedure: string; readonly before: number },
  page: { readonly after: CaseId | null; readonly limit: number },
): Promise<{ readonly row: CaseRow; readonly clocks: readonly ClockRow[] }[]> {
  const { rows } = await db.raw<{ rows: (CaseRow & { clocks: ClockRow[] })[] }>(
    `select ${CASE_COLUMNS}, ${CLOCKS_OF_CASE} as clocks from cases c
     where c.tenant_id = :tenant and c.procedure = :procedure and c.procedure_version < :before and c.is_open
       and (:after::uuid is null or c.id > :after::uuid)
     order by c.id limit :limit`,
    { tenant, ...of, ...page },
  );
  return rows.map(({ clocks, ...row }) => ({ row, clocks }));
}

/** Begins a migration that is being planned. */
export async function insertMigration(
  db: Knex,
  tenant: string,
  row: Pick<MigrationRow, 'id' | 'procedure' | 'to_version' | 'proposed_by' | 'proposed_at'>,
): Promise<void> {
  await db('case_migrations').insert({ tenant_id: tenant, status: 'planning', ...row });
}

export async function insertPlannedCases(
  db: Knex,
  tenant: string,
  migrationId: string,
  cases: readonly Omit<PlannedCaseRow<object>, 'outcome'>[],
): Promise<void> {
  if (cases.length === 0) return;
  await db('case_migration_cases').insert(
    cases.map((row) => ({
      tenant_id: tenant,
      migration_id: migrationId,
      ...row,
      report: JSON.stringify(row.report),
    })),
  );
}

/** Sets a migration forward; answers false when it is not where it was thought to be. */
export async function advanceMigration(
  db: Knex,
  tenant: string,
  id: string,
  from: MigrationStatus,
  changes: Partial<
    Pick<MigrationRow, 'status' | 'plan' | 'counts' | 'approved_by' | 'approved_at' | 'finished_at'>
  >,
): Promise<boolean> {
  const { counts, ...rest } = changes;
  const changed = await db('case_migrations')
    .where({ tenant_id: tenant, id, status: from })
    .update({ ...rest, ...(counts && { counts: JSON.stringify(counts) }) });
  return changed === 1;
}

export async function findMigration(db: Knex, tenant: string, id: string): Promise<MigrationRow | undefined> {
  const { rows } = await db.raw<{ rows: MigrationRow[] }>(`${MIGRATION} where m.tenant_id = ? and m.id = ?`, [
    tenant,
    id,
  ]);
  return rows[0];
}

/** Migrations, the newest first, from one on; one that never came to be planned in full is left out. */
export async function listMigrations(
  db: Knex,
  tenant: string,
  page: { readonly before: string | null; readonly limit: number },
): Promise<MigrationRow[]> {
  const { rows } = await db.raw<{ rows: MigrationRow[] }>(
    `${MIGRATION} where m.tenant_id = :tenant and m.status <> 'planning'
       and (:before::uuid is null or m.id < :before::uuid)
     order by m.id desc limit :limit`,
    { tenant, ...page },
  );
  return rows;
}

/** A page of the cases of a migration, by id: all of them, those of a verdict, or those that wait. */
export async function listPlannedCases<Report>(
  db: Knex,
  tenant: string,
  migrationId: string,
  page: {
    readonly after: CaseId | null;
    readonly limit: number;
    readonly verdict?: Verdict | null;
    readonly isWaiting?: boolean;
  },
): Promise<PlannedCaseRow<Report>[]> {
  const { after, limit, verdict = null, isWaiting = false } = page;
  const { rows } = await db.raw<{ rows: PlannedCaseRow<Report>[] }>(
    `select case_id, verdict, report, outcome from case_migration_cases
     where tenant_id = :tenant and migration_id = :migrationId
       and (:after::uuid is null or case_id > :after::uuid)
       and (:verdict::text is null or verdict = :verdict) ${isWaiting ? 'and outcome is null' : ''}
     order by case_id limit :limit`,
    { tenant, migrationId, after, limit, verdict },
  );
  return rows;
}

/** Keeps what became of a case, with the plan it was moved or left by. */
export async function settlePlannedCase(
  db: Knex,
  tenant: string,
  migrationId: string,
  { case_id, verdict, report, outcome }: PlannedCaseRow<object>,
): Promise<void> {
  await db('case_migration_cases')
    .where({ tenant_id: tenant, migration_id: migrationId, case_id })
    .update({ verdict, report: JSON.stringify(report), outcome });
}
