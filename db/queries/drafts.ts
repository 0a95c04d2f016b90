/** Drafts of one person. What is read passes the asker through `mayKnow` where it is about a case. */
import type { Knex } from 'knex';
import { DRAFT_DAYS, MOST_DRAFTS } from '../../src/domain/draft.ts';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

export interface DraftRow {
  readonly key: string;
  readonly case: CaseId | null;
  readonly version: number;
  readonly updatedAt: Instant;
  readonly expiresAt: Instant;
}

/** As it is stored; bytes as hexadecimal. */
export interface SealedDraft {
  readonly id: string;
  readonly sealed: string;
  readonly wrapped: string;
}

const COLUMNS = `d.key, d.case_id as "case", d.version, iso_instant(d.updated_at) as "updatedAt",
  iso_instant(d.updated_at + interval '${DRAFT_DAYS} days') as "expiresAt"`;
const LASTS = `d.updated_at > now() - interval '${DRAFT_DAYS} days'`;
const VISIBLE = `from drafts d left join cases c on c.tenant_id = d.tenant_id and c.id = d.case_id
  where d.tenant_id = :tenant and d.person_id = :person and ${LASTS}
    and (d.case_id is null or (c.id is not null and ${mayKnow()}))`;

/** A person's drafts, the latest first, without what is in them. */
export async function listDrafts(db: Knex, tenant: string, asking: Asking): Promise<DraftRow[]> {
  const { rows } = await db.raw<{ rows: DraftRow[] }>(
    `select ${COLUMNS} ${VISIBLE} order by d.updated_at desc, d.key limit ${MOST_DRAFTS * 2}`,
    { tenant, ...asking },
  );
  return rows;
}

export async function findDraft(
  db: Knex,
  tenant: string,
  asking: Asking,
  key: string,
): Promise<(DraftRow & SealedDraft) | undefined> {
  const { rows } = await db.raw<{ rows: (DraftRow & SealedDraft)[] }>(
    `select ${COLUMNS}, d.id, encode(d.sealed, 'hex') as sealed, encode(d.wrapped, 'hex') as wrapped
     ${VISIBLE} and d.key = :key`,
    { tenant, ...asking, key },
  );
  return rows[0];
}

/** What the writer believes is there: nothing at all, one version, or whatever it may be. */
export type Expected = { readonly version: number } | 'nothing' | 'anything';

export interface SavedDraft extends SealedDraft {
  readonly person: PersonId;
  readonly key: string;
  readonly case: CaseId | null;
  readonly wrappedBy: string;
}

/**
 * Puts a draft in place of what was there, if that is what the writer expected and the person has room for one more.
 * Answers nothing otherwise. One that has lapsed counts as not there. Two first saves at once may both find room.
 */
export async function saveDraft(
  db: Knex,
  tenant: string,
  draft: SavedDraft,
  expected: Expected,
): Promise<DraftRow | undefined> {
  const version = typeof expected === 'object' ? expected.version : null;
  const { rows } = await db.raw<{ rows: DraftRow[] }>(
    `with there as (
       select d.version from drafts d
       where d.tenant_id = :tenant and d.person_id = :person and d.key = :key and ${LASTS}
     )
     insert into drafts as d (tenant_id, person_id, key, id, case_id, sealed, wrapped, wrapped_by)
     select :tenant, :person, :key, :id::uuid, :case::uuid, decode(:sealed, 'hex'), decode(:wrapped, 'hex'), :wrappedBy
     where (exists (select 1 from there) or (select count(*) from drafts d
         where d.tenant_id = :tenant and d.person_id = :person and ${LASTS}) < ${MOST_DRAFTS})
       and (:version::int is null or exists (select 1 from there))
     on conflict (tenant_id, person_id, key) do update
       set id = excluded.id, sealed = excluded.sealed, wrapped = excluded.wrapped, wrapped_by = excluded.wrapped_by,
         version = d.version + 1, updated_at = now()
       where (:version::int is null or d.version = :version)
         and (not :isNew or not (${LASTS}))
     returning ${COLUMNS}`,
    { tenant, ...draft, version, isNew: expected === 'nothing' },
  );
  return rows[0];
}

/** How a save that was not taken stood: the version that is there, and how many drafts there are. */
export async function findStanding(
  db: Knex,
  tenant: string,
  of: { readonly person: PersonId; readonly key: string },
): Promise<{ readonly version: number | null; readonly count: number }> {
  const { rows } = await db.raw<{ rows: { version: number | null; count: number }[] }>(
    `select max(d.version) filter (where d.key = :key) as version, count(*)::int as count from drafts d
     where d.tenant_id = :tenant and d.person_id = :person and ${LASTS}`,
    { tenant, ...of },
  );
  return rows[0] ?? { version: null, count: 0 };
}

export async function deleteDraft(
  db: Knex,
  tenant: string,
  of: { readonly person: PersonId; readonly key: string },
): Promise<void> {
  await db.raw('delete from drafts where tenant_id = :tenant and person_id = :person and key = :key', {
    tenant,
    ...of,
  });
}

/** Removes what anybody had typed about the cases of a family. */
export async function removeDraftsOf(db: Knex, tenant: string, family: CaseId): Promise<void> {
  await db.raw(
    `delete from drafts d using cases c
     where d.tenant_id = :tenant and c.tenant_id = d.tenant_id and c.id = d.case_id and c.family_id = :family`,
    { tenant, family },
  );
}

/** Removes drafts nobody has touched for their days; answers how many. */
export async function forgetDrafts(db: Knex, tenant: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { count: number }[] }>(
    `with gone as (delete from drafts d where d.tenant_id = :tenant and not (${LASTS}) returning 1)
     select count(*)::int as count from gone`,
    { tenant },
  );
  return rows[0]?.count ?? 0;
}
