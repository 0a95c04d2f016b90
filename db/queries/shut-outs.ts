/** Who loses sight of a family because a step names them in it, and where that was noted. */
import type { Knex } from 'knex';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import { STAFF_ROLES } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';
import { textArray } from './text-array.ts';

export const SHUT_OUT = 'conflict.shut_out';

/**
 * Of these persons, the pseudonyms of those who work for the body and were not named in the family before: with a key or
 * a post of staff, a duty in the family, or a place in its team.
 */
export async function findShutOut(
  db: Knex,
  tenant: string,
  family: CaseId,
  persons: readonly PersonId[],
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { pseudonym: string }[] }>(
    `select p.pseudonym from people p
     where p.tenant_id = :tenant and p.id = any(:persons::text[])
       and not exists (select 1 from case_persons n join cases c on c.tenant_id = n.tenant_id and c.id = n.case_id
         where n.tenant_id = :tenant and n.person_id = p.id and c.family_id = :family)
       and (exists (select 1 from api_keys a where a.tenant_id = :tenant and a.person_id = p.id
             and a.revoked_at is null and (a.expires_at is null or a.expires_at > now()) and a.roles && :roles::text[])
         or exists (select 1 from granted_roles(:tenant, p.id) g where g.role = any(:roles::text[]))
         or exists (select 1 from duties d
           where d.tenant_id = :tenant and d.family_id = :family and d.person_id = p.id)
         or exists (select 1 from case_team t
           where t.tenant_id = :tenant and t.family_id = :family and t.person_id = p.id and not t.is_ended))
     order by p.pseudonym`,
    { tenant, family, persons: textArray(persons), roles: textArray(STAFF_ROLES) },
  );
  return rows.map(({ pseudonym }) => pseudonym);
}

export interface ShutOutRow {
  readonly id: string;
  readonly case: CaseId;
  readonly at: Instant;
  readonly by: string;
  /** As disclosed: which event, and the pseudonyms of whom it shut out. */
  readonly data: string;
}

/** Notices in cases the asker may know of, the newest first; of one family where it is named. */
export async function listShutOuts(
  db: Knex,
  tenant: string,
  asking: Asking,
  {
    family,
    after,
    limit,
  }: { readonly family?: CaseId; readonly after: string | null; readonly limit: number },
): Promise<ShutOutRow[]> {
  const { rows } = await db.raw<{ rows: ShutOutRow[] }>(
    `select j.id, j.case_id as "case", iso_instant(j.occurred_at) as at, j.actor as by, d.disclosure as data
     from journal j
     join cases c on c.tenant_id = j.tenant_id and c.id = j.case_id
     join journal_sealed d on d.tenant_id = j.tenant_id and d.entry_id = j.id and d.name = 'data'
     where j.tenant_id = :tenant and j.type = '${SHUT_OUT}' and ${mayKnow(undefined, { concerned: 'none' })}
       ${family === undefined ? '' : 'and c.family_id = :family'}
       and (:after::uuid is null or j.id < :after::uuid)
     order by j.id desc limit :limit`,
    { tenant, ...asking, ...(family !== undefined && { family }), after, limit },
  );
  return rows;
}

/** Which persons these pseudonyms stand for. */
export async function listPersonsBehind(
  db: Knex,
  tenant: string,
  pseudonyms: readonly string[],
): Promise<{ readonly pseudonym: string; readonly person: PersonId }[]> {
  const { rows } = await db.raw<{ rows: { pseudonym: string; person: PersonId }[] }>(
    `select pseudonym, id as person from people where tenant_id = ? and pseudonym = any(?::text[])`,
    [tenant, textArray(pseudonyms)],
  );
  return rows;
}
