/** Entries of the journal that say who opened which file. Whether somebody may know of the case is asked before. */
import type { Knex } from 'knex';
import type { CaseId, Instant } from '../../src/domain/vocabulary.ts';

export interface EvidenceReadingRow {
  /** Pseudonym. */
  readonly actor: string;
  readonly at: Instant;
  readonly disclosure: string;
}

/** The newest first. Entries of a case that are no event of it have no number in it. */
export async function listReadingsOfEvidence(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  limit: number,
): Promise<EvidenceReadingRow[]> {
  const { rows } = await db.raw<{ rows: EvidenceReadingRow[] }>(
    `select j.actor, iso_instant(j.occurred_at) as at, d.disclosure
     from journal j
     join journal_sealed d on d.tenant_id = j.tenant_id and d.entry_id = j.id and d.name = 'data'
     where j.tenant_id = :tenant and j.case_id = :caseId and j.seq is null and j.type = 'evidence.read'
     order by j.id desc limit :limit`,
    { tenant, caseId, limit },
  );
  return rows;
}
