/** Counting families by the mark of an identity: never which, only how many of those the asker may know of. */
import type { Knex } from 'knex';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

export async function countMarkedFamilies(
  db: Knex,
  tenant: string,
  asking: Asking,
  mark: string,
): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    `select count(distinct c.family_id)::int as count
     from identity_marks m join cases c on c.tenant_id = m.tenant_id and c.id = m.case_id
     where m.tenant_id = :tenant and m.mark = decode(:mark, 'hex') and ${mayKnow(undefined, { concerned: 'none' })}`,
    { tenant, mark, ...asking },
  );
  return rows[0]?.count ?? 0;
}
