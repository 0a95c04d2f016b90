/** What is needed to seal something for a case that is no event of it: its family and the family's key. */
import type { Knex } from 'knex';
import type { CaseId } from '../../src/domain/vocabulary.ts';

export interface CaseKey {
  readonly family: CaseId;
  readonly keyId: string;
  /** Hexadecimal; null when the key was destroyed. */
  readonly wrapped: string | null;
}

/** The key of a case's family, whoever asks: what comes of it is decided by who calls. */
export async function findCaseKey(db: Knex, tenant: string, caseId: CaseId): Promise<CaseKey | undefined> {
  const { rows } = await db.raw<{ rows: CaseKey[] }>(
    `select c.family_id as family, c.seal_key_id as "keyId", encode(s.wrapped, 'hex') as wrapped
     from cases c left join seal_keys s on s.tenant_id = c.tenant_id and s.id = c.seal_key_id
     where c.tenant_id = ? and c.id = ?`,
    [tenant, caseId],
  );
  return rows[0];
}
