/** Who works on a case beside the one it is assigned to. Reads only. */
import type { Knex } from 'knex';
import type { CaseId, PersonId } from '../../src/domain/vocabulary.ts';

/** No team is that large. */
const MOST = 200;

/** The team of a case as it is now. */
export async function listTeam(db: Knex, tenant: string, caseId: CaseId): Promise<PersonId[]> {
  const { rows } = await db.raw<{ rows: { person_id: PersonId }[] }>(
    `select person_id from case_team where tenant_id = ? and case_id = ? and not is_ended
     order by person_id limit ${MOST}`,
    [tenant, caseId],
  );
  return rows.map((row) => row.person_id);
}
