/** Evidence: what is kept of the files of a case. The files are in their store; whether somebody may know is asked before. */
import type { Knex } from 'knex';
import type { CleaningRefusal, EvidenceKind } from '../../src/domain/evidence-kinds.ts';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';

export interface EvidenceRow {
  readonly id: string;
  readonly case_id: CaseId;
  readonly kind: EvidenceKind;
  readonly size: number;
  readonly sha256: string;
  /** Hexadecimal, as is `wrapped`. */
  readonly name_sealed: string;
  readonly uploaded_by: PersonId;
  readonly is_of_party: boolean;
  readonly added_at: Instant;
  readonly store_name: string;
  readonly key_id: string;
  /** Null when the file was erased. */
  readonly wrapped: string | null;
  readonly entry_id: string;
  readonly cleaned_name: string | null;
  readonly cleaned_size: number | null;
  readonly cleaned_sha256: string | null;
  readonly not_cleaned: CleaningRefusal | null;
}

/** As it is read: with the wrapped key of its family, null when that was dropped. */
export interface StoredEvidence extends EvidenceRow {
  readonly family_wrapped: string | null;
  /** Pseudonym of whoever sent it; null for one the directory has forgotten. */
  readonly sender: string | null;
}

const COLUMNS = `
  e.id, e.case_id, e.kind, e.size::float8 as size, e.sha256, encode(e.name_sealed, 'hex') as name_sealed, e.uploaded_by,
  e.is_of_party, iso_instant(e.added_at) as added_at, e.store_name, e.key_id, encode(e.wrapped, 'hex') as wrapped,
  e.entry_id, e.cleaned_name, e.cleaned_size::float8 as cleaned_size, e.cleaned_sha256, e.not_cleaned,
  encode(s.wrapped, 'hex') as family_wrapped, p.pseudonym as sender`;

const STORED = `evidence e
  left join seal_keys s on s.tenant_id = e.tenant_id and s.id = e.key_id
  left join people p on p.tenant_id = e.tenant_id and p.id = e.uploaded_by`;

/** Whose files are shown: everybody's, or those that one person sent. */
const OF_SENDER = '(:by::text is null or e.uploaded_by = :by)';

/** Far more than a case may hold. */
const MOST_LISTED = 2_000;

/** The files of a case, oldest first; with `by`, those that person sent. */
export async function listEvidence(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  by: PersonId | null,
): Promise<StoredEvidence[]> {
  const { rows } = await db.raw<{ rows: StoredEvidence[] }>(
    `select ${COLUMNS} from ${STORED}
     where e.tenant_id = :tenant and e.case_id = :caseId and ${OF_SENDER}
     order by e.added_at, e.id limit ${MOST_LISTED}`,
    { tenant, caseId, by },
  );
  return rows;
}

export async function findEvidence(
  db: Knex,
  tenant: string,
  of: { readonly caseId: CaseId; readonly id: string; readonly by: PersonId | null },
): Promise<StoredEvidence | undefined> {
  const { rows } = await db.raw<{ rows: StoredEvidence[] }>(
    `select ${COLUMNS} from ${STORED}
     where e.tenant_id = :tenant and e.case_id = :caseId and e.id = :id and ${OF_SENDER}`,
    { tenant, ...of },
  );
  return rows[0];
}

export interface Held {
  readonly files: number;
  readonly bytes: number;
}

/** What a case holds already. */
export async function measureEvidence(db: Knex, tenant: string, caseId: CaseId): Promise<Held> {
  const { rows } = await db.raw<{ rows: Held[] }>(
    `select count(*)::int as files, coalesce(sum(size), 0)::float8 as bytes
     from evidence where tenant_id = ? and case_id = ?`,
    [tenant, caseId],
  );
  return rows[0] as Held;
}

/** Those who add to one case take turns from here on, so that together they do not go past its measure. */
export async function lockEvidenceOf(trx: Knex.Transaction, tenant: string, caseId: CaseId): Promise<void> {
  await trx.raw(`select pg_advisory_xact_lock(hashtextextended('evidence ' || ? || ' ' || ?, 0))`, [
    tenant,
    caseId,
  ]);
}

export async function insertEvidence(
  trx: Knex.Transaction,
  tenant: string,
  row: Omit<EvidenceRow, 'cleaned_name' | 'cleaned_size' | 'cleaned_sha256' | 'not_cleaned'>,
): Promise<void> {
  await trx.raw(
    `insert into evidence (tenant_id, id, case_id, kind, size, sha256, name_sealed, uploaded_by, is_of_party, added_at,
       store_name, key_id, wrapped, entry_id)
     values (:tenant, :id, :case_id, :kind, :size, :sha256, decode(:name_sealed, 'hex'), :uploaded_by, :is_of_party,
       :added_at, :store_name, :key_id, decode(:wrapped, 'hex'), :entry_id)`,
    { tenant, ...row },
  );
}

/** What became of the copy without metadata; answers false when somebody else settled it first. */
export async function settleCleaning(
  db: Knex,
  tenant: string,
  id: string,
  outcome:
    | { readonly name: string; readonly size: number; readonly sha256: string }
    | { readonly refused: CleaningRefusal },
): Promise<boolean> {
  const made = 'refused' in outcome ? null : outcome;
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update evidence set cleaned_name = :name, cleaned_size = :size, cleaned_sha256 = :sha256, not_cleaned = :refused
     where tenant_id = :tenant and id = :id and cleaned_name is null and not_cleaned is null returning 1`,
    {
      tenant,
      id,
      name: made?.name ?? null,
      size: made?.size ?? null,
      sha256: made?.sha256 ?? null,
      refused: 'refused' in outcome ? outcome.refused : null,
    },
  );
  return rows.length > 0;
}

/** Which of these names in the store belong to no file: what a process that died left behind. */
export async function listForeignNames(
  db: Knex,
  tenant: string,
  names: readonly string[],
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { name: string }[] }>(
    `select n.name from unnest(string_to_array(?, ',')) as n(name)
     where not exists (select 1 from evidence e
       where e.tenant_id = ? and (e.store_name = n.name or e.cleaned_name = n.name))`,
    [names.join(','), tenant],
  );
  return rows.map(({ name }) => name);
}
