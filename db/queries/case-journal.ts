/** A case's own journal: its entries in order with their disclosures. Reads only. */
import type { Knex } from 'knex';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';

export interface StoredDisclosure {
  readonly name: string;
  readonly disclosure: string | null;
  /** Hexadecimal; with the wrapped key that opens it, null when the key was dropped. */
  readonly sealed: string | null;
  readonly keyId: string | null;
  readonly wrapped: string | null;
}

export interface StoredEntry {
  readonly id: string;
  readonly type: string;
  readonly case_id: CaseId;
  readonly seq: number | null;
  readonly at_version: number | null;
  readonly actor: string;
  readonly outcome: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly leaf: string;
  readonly leaf_hash: string;
  readonly disclosures: readonly StoredDisclosure[];
}

export const ENTRY_COLUMNS = `
  j.id, j.type, j.case_id, j.seq, j.at_version, j.actor, j.outcome, iso_instant(j.occurred_at) as occurred_at,
  iso_instant(j.recorded_at) as recorded_at, convert_from(j.leaf, 'UTF8') as leaf,
  encode(j.leaf_hash, 'hex') as leaf_hash`;

/** The disclosures of an entry `j`; identities are named and never read here. */
export const DISCLOSURES = `
  (select coalesce(jsonb_agg(jsonb_build_object('name', d.name, 'disclosure', d.disclosure,
     'sealed', case when d.name = 'identity' then null else encode(d.sealed, 'hex') end, 'keyId', d.key_id,
     'wrapped', case when d.name = 'identity' then null else encode(s.wrapped, 'hex') end) order by d.name), '[]')
   from journal_sealed d
   left join seal_keys s on s.tenant_id = d.tenant_id and s.id = d.key_id
   where d.tenant_id = j.tenant_id and d.entry_id = j.id)`;

/** Accepted events of a case after `afterVersion`, oldest first, at most `limit`; `by` leaves those of one person. */
export async function listCaseEntries(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  {
    afterVersion,
    limit,
    by = null,
  }: { readonly afterVersion: number; readonly limit: number; readonly by?: PersonId | null },
): Promise<StoredEntry[]> {
  const { rows } = await db.raw<{ rows: StoredEntry[] }>(
    `select ${ENTRY_COLUMNS}, ${DISCLOSURES} as disclosures from journal j
     where j.tenant_id = :tenant and j.case_id = :caseId and j.seq > :afterVersion
       ${by === null ? '' : 'and j.actor = (select pseudonym from people where tenant_id = :tenant and id = :by)'}
     order by j.seq limit :limit`,
    { tenant, caseId, afterVersion, limit, by },
  );
  return rows;
}
