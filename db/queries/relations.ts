/** Relations that people declare: added and ended, never changed otherwise. */
import type { Knex } from 'knex';
import type { RelationCode } from '../../src/domain/conflict.ts';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';

export interface RelationRow {
  readonly id: string;
  readonly person: PersonId;
  readonly other: PersonId;
  readonly kind: RelationCode;
  readonly declaredBy: PersonId;
  readonly declaredAt: Instant;
  readonly endedAt: Instant | null;
}

const COLUMNS = `r.id, r.person_id as person, r.other_person as other, r.kind, r.declared_by as "declaredBy",
  iso_instant(r.declared_at) as "declaredAt", iso_instant(r.ended_at) as "endedAt"`;

/** One person declares a handful. */
const MOST = 500;

/** Declares a relation, unless the very same is in force; answers it, and whether it is a fresh one. */
export async function keepRelation(
  db: Knex,
  tenant: string,
  relation: Pick<RelationRow, 'id' | 'person' | 'other' | 'kind' | 'declaredBy'>,
): Promise<{ readonly row: RelationRow; readonly isFresh: boolean }> {
  const made = await db.raw<{ rows: RelationRow[] }>(
    `insert into declared_relations as r (tenant_id, id, person_id, other_person, kind, declared_by, declared_at)
     values (:tenant, :id, :person, :other, :kind, :declaredBy, leeway_now())
     on conflict (tenant_id, person_id, other_person, kind, (declared_by = person_id)) where ended_at is null
     do nothing returning ${COLUMNS}`,
    { tenant, ...relation },
  );
  const fresh = made.rows[0];
  if (fresh) return { row: fresh, isFresh: true };
  const { rows } = await db.raw<{ rows: RelationRow[] }>(
    `select ${COLUMNS} from declared_relations r where r.tenant_id = :tenant and r.person_id = :person
       and r.other_person = :other and r.kind = :kind and r.ended_at is null
       and (r.declared_by = r.person_id) = (:declaredBy = :person)`,
    { tenant, ...relation },
  );
  return { row: rows[0] as RelationRow, isFresh: false };
}

/** What was declared about a person, those in force first. */
export async function listRelations(db: Knex, tenant: string, person: PersonId): Promise<RelationRow[]> {
  const { rows } = await db.raw<{ rows: RelationRow[] }>(
    `select ${COLUMNS} from declared_relations r where r.tenant_id = :tenant and r.person_id = :person
     order by r.ended_at nulls first, r.id limit ${MOST}`,
    { tenant, person },
  );
  return rows;
}

/** Records that a relation ended; undefined when there is none of that id in force for the person. */
export async function endRelation(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly person: PersonId; readonly by: PersonId },
): Promise<RelationRow | undefined> {
  const { rows } = await db.raw<{ rows: RelationRow[] }>(
    `update declared_relations r set ended_at = leeway_now(), ended_by = :by
     where r.tenant_id = :tenant and r.id = :id and r.person_id = :person and r.ended_at is null returning ${COLUMNS}`,
    { tenant, ...of },
  );
  return rows[0];
}

/**
 * Open families that name one person and in which another has a part: a place in the team, a duty, a designation. A case
 * of each.
 */
export async function listPartsAmong(
  db: Knex,
  tenant: string,
  { person, other }: { readonly person: PersonId; readonly other: PersonId },
): Promise<CaseId[]> {
  const { rows } = await db.raw<{ rows: { case: CaseId }[] }>(
    `select distinct on (c.family_id) c.id as "case"
     from cases c
     where c.tenant_id = :tenant and c.is_open
       and c.family_id in (select n.family_id from case_persons p
         join cases n on n.tenant_id = p.tenant_id and n.id = p.case_id
         where p.tenant_id = :tenant and p.person_id = :other)
       and (exists (select 1 from case_team t where t.tenant_id = :tenant and t.person_id = :person
             and t.family_id = c.family_id and not t.is_ended)
         or exists (select 1 from duties d
           where d.tenant_id = :tenant and d.person_id = :person and d.family_id = c.family_id)
         or exists (select 1 from cases g, jsonb_array_elements(g.context->'designations') d
           where g.tenant_id = :tenant and g.family_id = c.family_id and d->>'person' = :person))
     order by c.family_id, c.id limit ${MOST}`,
    { tenant, person, other },
  );
  return rows.map((row) => row.case);
}
