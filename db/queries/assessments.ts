/** Assessors of tolerance reviews and what they wrote. Whether somebody may know of the case is asked before. */
import type { Knex } from 'knex';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import { textArray } from './text-array.ts';

export interface AssessorRow {
  readonly round: number;
  readonly person: PersonId;
  readonly isNamed: boolean;
  readonly begunAt: Instant | null;
  readonly submittedAt: Instant | null;
  /** Stands aside from the family: what they wrote is kept and does not count. */
  readonly isExcluded: boolean;
  /** All of the round have submitted: everybody sees what everybody wrote. */
  readonly isShown: boolean;
}

/** With what they wrote, as far as the asker is shown it. */
export interface AssessmentRow extends AssessorRow {
  /** Hexadecimal; null where nothing was written, or it is not shown. */
  readonly sealed: string | null;
  readonly keyId: string | null;
  /** The family's key; null when it was dropped. */
  readonly wrapped: string | null;
}

const COLUMNS = `a.round, a.person_id as person, a.named_by is not null as "isNamed",
  iso_instant(a.begun_at) as "begunAt", iso_instant(a.submitted_at) as "submittedAt",
  exists (select 1 from recusals q where q.tenant_id = a.tenant_id and q.family_id = a.family_id
    and q.person_id = a.person_id and q.status = 'granted') as "isExcluded",
  is_round_shown(a.tenant_id, a.case_id, a.round) as "isShown"`;

/** Far more than the rounds of one review come to. */
const MOST = 500;

/** Those who write to the sheets of one case take turns from here on. */
export async function lockAssessments(trx: Knex.Transaction, tenant: string, caseId: CaseId): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('assessments ' || ? || ' ' || ?, 0))`, [
    tenant,
    caseId,
  ]);
}

/** Everybody of every round, the latest round first. */
export async function listAssessors(db: Knex, tenant: string, caseId: CaseId): Promise<AssessorRow[]> {
  const { rows } = await db.raw<{ rows: AssessorRow[] }>(
    `select ${COLUMNS} from assessors a where a.tenant_id = :tenant and a.case_id = :caseId
     order by a.round desc, a.person_id limit ${MOST}`,
    { tenant, caseId },
  );
  return rows;
}

/**
 * The same, with what they wrote: the asker's own, and that of rounds in which nobody is left to submit. The condition
 * stands here as it does in the second wall.
 */
export async function listAssessments(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  asker: PersonId,
): Promise<AssessmentRow[]> {
  const { rows } = await db.raw<{ rows: AssessmentRow[] }>(
    `select ${COLUMNS}, encode(t.sheets_sealed, 'hex') as sealed, t.key_id as "keyId",
       encode(s.wrapped, 'hex') as wrapped
     from assessors a
     left join assessments t on t.tenant_id = a.tenant_id and t.case_id = a.case_id and t.round = a.round
       and t.person_id = a.person_id and (t.person_id = :asker or is_round_shown(a.tenant_id, a.case_id, a.round))
     left join seal_keys s on s.tenant_id = t.tenant_id and s.id = t.key_id
     where a.tenant_id = :tenant and a.case_id = :caseId
     order by a.round desc, a.person_id limit ${MOST}`,
    { tenant, caseId, asker },
  );
  return rows;
}

interface Place {
  readonly caseId: CaseId;
  readonly round: number;
  readonly person: PersonId;
}

/** Keeps a draft in place of the one before; who begins by themselves becomes an assessor by it. */
export async function keepDraft(
  trx: Knex.Transaction,
  tenant: string,
  draft: Place & { readonly family: CaseId; readonly sealed: string; readonly keyId: string },
): Promise<void> {
  await trx.raw(
    `insert into assessors as a (tenant_id, case_id, round, person_id, family_id, begun_at)
     values (:tenant, :caseId, :round, :person, :family, leeway_now())
     on conflict (tenant_id, case_id, round, person_id) do update set begun_at = coalesce(a.begun_at, leeway_now())`,
    { tenant, ...draft },
  );
  await trx.raw(
    `insert into assessments as t (tenant_id, case_id, round, person_id, sheets_sealed, key_id)
     values (:tenant, :caseId, :round, :person, decode(:sealed, 'hex'), :keyId)
     on conflict (tenant_id, case_id, round, person_id) do update
       set sheets_sealed = excluded.sheets_sealed, key_id = excluded.key_id`,
    { tenant, ...draft },
  );
}

/** What somebody wrote in a round, however it stands. */
export async function findDraft(
  db: Knex,
  tenant: string,
  of: Place,
): Promise<{ readonly sealed: string; readonly keyId: string } | undefined> {
  const { rows } = await db.raw<{ rows: { sealed: string; keyId: string }[] }>(
    `select encode(sheets_sealed, 'hex') as sealed, key_id as "keyId" from assessments
     where tenant_id = :tenant and case_id = :caseId and round = :round and person_id = :person`,
    { tenant, ...of },
  );
  return rows[0];
}

export async function markSubmitted(
  trx: Knex.Transaction,
  tenant: string,
  of: Place & { readonly entry: string },
): Promise<void> {
  await trx.raw(
    `update assessors set submitted_at = leeway_now(), entry_id = :entry
     where tenant_id = :tenant and case_id = :caseId and round = :round and person_id = :person
       and submitted_at is null`,
    { tenant, ...of },
  );
}

/** Lists the assessors of a round anew: those who wrote something stay, whether they are listed or not. */
export async function nameAssessors(
  trx: Knex.Transaction,
  tenant: string,
  {
    persons,
    ...of
  }: {
    readonly caseId: CaseId;
    readonly family: CaseId;
    readonly round: number;
    readonly by: PersonId;
    readonly persons: readonly PersonId[];
  },
): Promise<void> {
  const listed = textArray(persons);
  await trx.raw(
    `delete from assessors where tenant_id = :tenant and case_id = :caseId and round = :round and begun_at is null
       and not person_id = any(:listed::text[])`,
    { tenant, listed, ...of },
  );
  await trx.raw(
    `insert into assessors as a (tenant_id, case_id, round, person_id, family_id, named_by)
     select :tenant, :caseId, :round, p, :family, :by from unnest(:listed::text[]) p
     on conflict (tenant_id, case_id, round, person_id) do update set named_by = excluded.named_by
       where a.submitted_at is null and a.named_by is null`,
    { tenant, listed, ...of },
  );
}

/** Who works on a family, as it was assigned; nobody where it was given to nobody. */
export async function listTeam(db: Knex, tenant: string, family: CaseId): Promise<PersonId[]> {
  const { rows } = await db.raw<{ rows: { person: PersonId }[] }>(
    `select distinct person_id as person from case_team
     where tenant_id = ? and family_id = ? and not is_ended order by 1 limit ${MOST}`,
    [tenant, family],
  );
  return rows.map(({ person }) => person);
}
