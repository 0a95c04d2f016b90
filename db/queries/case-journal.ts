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

/** Before every version there can be; the database counts no further. */
export const PAST_THE_LAST = 2_147_483_647;

/**
 * Accepted events of a case beyond a version, oldest first or newest first, at most `limit`; `by` leaves those of one
 * person.
 */
export async function listCaseEntries(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  {
    afterVersion,
    limit,
    by = null,
    isDescending = false,
  }: {
    readonly afterVersion: number;
    readonly limit: number;
    readonly by?: PersonId | null;
    readonly isDescending?: boolean;
  },
): Promise<StoredEntry[]> {
  const [beyond, order] = isDescending ? ['<', 'desc'] : ['>', 'asc'];
  const { rows } = await db.raw<{ rows: StoredEntry[] }>(
    `select ${ENTRY_COLUMNS}, ${DISCLOSURES} as disclosures from journal j
     where j.tenant_id = :tenant and j.case_id = :caseId and j.seq ${beyond} :afterVersion
       ${by === null ? '' : 'and j.actor = (select pseudonym from people where tenant_id = :tenant and id = :by)'}
     order by j.seq ${order} limit :limit`,
    { tenant, caseId, afterVersion, limit, by },
  );
  return rows;
}

export interface NamingEntry {
  readonly actor: string;
  /** The event's data as disclosed; names who took part. */
  readonly data: string | null;
}

/** Who acted in a case, and whom its events name, oldest first. Opens nothing that is sealed. */
export async function listNamingEntries(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  limit: number,
): Promise<NamingEntry[]> {
  const { rows } = await db.raw<{ rows: NamingEntry[] }>(
    `select j.actor, d.disclosure as data
     from journal j
     left join journal_sealed d on d.tenant_id = j.tenant_id and d.entry_id = j.id and d.name = 'data'
     where j.tenant_id = :tenant and j.case_id = :caseId and j.seq is not null
     order by j.seq limit :limit`,
    { tenant, caseId, limit },
  );
  return rows;
}

/** The first event of a case at each of these instants: what paused a clock then. */
export async function listEventsAt(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  instants: readonly Instant[],
): Promise<{ readonly type: string; readonly at: Instant }[]> {
  const { rows } = await db.raw<{ rows: { type: string; at: Instant }[] }>(
    `select distinct on (j.occurred_at) j.type, iso_instant(j.occurred_at) as at from journal j
     where j.tenant_id = :tenant and j.case_id = :caseId and j.seq is not null
       and j.occurred_at = any(array(select jsonb_array_elements_text(:instants::jsonb))::timestamptz[])
     order by j.occurred_at, j.seq`,
    { tenant, caseId, instants: JSON.stringify(instants) },
  );
  return rows;
}
