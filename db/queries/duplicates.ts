/** Complaints about the same persons, with the words they came in with: what a new one is compared to. */
import type { Knex } from 'knex';
import type { CaseId, PersonId } from '../../src/domain/vocabulary.ts';
import { DISCLOSURES, type StoredDisclosure } from './case-journal.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';
import { CASE_COLUMNS, type CaseRow } from './step-read.ts';
import { textArray } from './text-array.ts';

/** Compared at once; the newest. */
const MOST_COMPARED = 20;

export interface ComparedComplaint extends CaseRow {
  /** The entry that opened it, with what it disclosed. */
  readonly entry: { readonly id: string; readonly disclosures: readonly StoredDisclosure[] } | null;
}

/** Those the asker may know of, the newest first. One that is linked to another already is left out: its original is here. */
export async function listComplaintsAbout(
  db: Knex,
  tenant: string,
  asking: Asking,
  { persons, except }: { readonly persons: readonly PersonId[]; readonly except: CaseId | null },
): Promise<ComparedComplaint[]> {
  const { rows } = await db.raw<{ rows: ComparedComplaint[] }>(
    `with found as (
       select c.* from cases c
       where c.tenant_id = :tenant and c.procedure = 'complaint' and c.context->>'parent' is null
         and c.id = any(array(select s.case_id from case_persons s
           where s.tenant_id = :tenant and s.person_id = any(:persons::text[])))
         and (:except::uuid is null or c.id <> :except::uuid) and ${mayKnow()}
       order by c.opened_at desc, c.id desc limit ${MOST_COMPARED}
     )
     select ${CASE_COLUMNS},
       (select n.number from case_numbers n where n.tenant_id = c.tenant_id and n.case_id = c.id) as number,
       (select jsonb_build_object('id', j.id, 'disclosures', ${DISCLOSURES})
        from journal j where j.tenant_id = c.tenant_id and j.case_id = c.id and j.seq = 1) as entry
     from found c order by c.opened_at desc, c.id desc`,
    { tenant, ...asking, persons: textArray(persons), except },
  );
  return rows;
}
