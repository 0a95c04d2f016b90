/** Cases of other families about given persons: what guards may ask of a person's other matters. */
import type { Knex } from 'knex';
import type { CaseId, PersonId } from '../../src/domain/vocabulary.ts';
import type { ElsewhereCase } from '../../src/machines/procedure.ts';
import { textArray } from './text-array.ts';

/** Far more than one person has; open ones come first, so that none of them is ever cut off. */
const MOST = 500;

/** Cases that concern one of the persons and are of no given family, open ones first, then the newest. */
export async function listElsewhere(
  db: Knex,
  tenant: string,
  persons: readonly PersonId[],
  familyId: CaseId | null,
): Promise<ElsewhereCase[]> {
  const { rows } = await db.raw<{ rows: ElsewhereCase[] }>(
    `select c.id as "case", c.procedure, c.state, c.is_open as "isOpen", p.person_id as person, c.summary
     from case_persons p join cases c on c.tenant_id = p.tenant_id and c.id = p.case_id
     where p.tenant_id = ? and p.person_id = any(?::text[]) and c.family_id is distinct from ?::uuid
     order by c.is_open desc, c.id desc, p.person_id limit ${MOST}`,
    [tenant, textArray(persons), familyId],
  );
  return rows;
}
