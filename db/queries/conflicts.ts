/**
 * What stands between a person and a part in a family. Reads past what the asker may know of, since what they may not
 * know of bars all the same: such families come out without an id.
 */
import type { Knex } from 'knex';
import type { ConflictFacts, RelationCode } from '../../src/domain/conflict.ts';
import type { Duty } from '../../src/domain/duty.ts';
import type { CaseId, PersonId, RecusalState } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

/** More families about the same persons than any person worked on. */
const MOST = 100;

interface Row {
  readonly isNamed: boolean;
  readonly isReporter: boolean;
  readonly recusal: RecusalState;
  readonly duties: readonly Duty[];
  readonly sharesUnit: boolean;
  readonly relations: readonly {
    readonly kind: RelationCode;
    readonly isToReporter: boolean;
    readonly isToPerson: boolean;
    readonly isConfirmed: boolean;
  }[];
  readonly elsewhere: readonly { readonly case: CaseId | null }[];
}

/**
 * What is known of a candidate towards a family, as told to `asking`. The same work for somebody nobody knows. To have
 * received another report is no part in it: reception receives them all.
 */
export async function findConflictFacts(
  db: Knex,
  tenant: string,
  { family, candidate }: { readonly family: CaseId; readonly candidate: PersonId },
  asking: Asking,
): Promise<ConflictFacts> {
  const { rows } = await db.raw<{ rows: Row[] }>(
    `with members as (
       select m.id, m.procedure, m.opened_by, m.context from cases m where m.tenant_id = :tenant and m.family_id = :family
     ), named as (
       select distinct p.person_id from members m
       join case_persons p on p.tenant_id = :tenant and p.case_id = m.id
     ), reporters as (
       select distinct m.opened_by as person_id from members m where m.procedure = 'complaint' and (
         exists (select 1 from api_keys a
           where a.tenant_id = :tenant and a.person_id = m.opened_by and 'reporter' = any(a.roles))
         or exists (select 1 from grants g
           where g.tenant_id = :tenant and g.person_id = m.opened_by and g.role = 'reporter'))
     ), held_units as (
       select a.person_id, a.unit from api_keys a where a.tenant_id = :tenant and a.revoked_at is null
         and (a.person_id = :candidate or a.person_id in (select person_id from named))
       union
       select g.person_id, g.unit_id from grants g where g.tenant_id = :tenant and g.withdrawn_at is null
         and (g.person_id = :candidate or g.person_id in (select person_id from named))
     ), units as (
       select unit from held_units where person_id <> :candidate
       union select m.context->>'unit' from members m
     ), related as (
       select q.family_id from named n
       join case_persons p on p.tenant_id = :tenant and p.person_id = n.person_id
       join cases q on q.tenant_id = :tenant and q.id = p.case_id
       where q.family_id <> :family
       union
       select q.family_id from members m
       join case_links l on l.tenant_id = :tenant and (l.child_id = m.id or l.parent_id = m.id)
       join cases q on q.tenant_id = :tenant and q.id in (l.child_id, l.parent_id)
       where q.family_id <> :family
     ), taken as (
       select r.family_id from related r where
         exists (select 1 from duties d
           where d.tenant_id = :tenant and d.family_id = r.family_id and d.person_id = :candidate
             and d.duty <> 'received')
         or exists (select 1 from case_team t
           where t.tenant_id = :tenant and t.person_id = :candidate and t.family_id = r.family_id)
       order by r.family_id limit ${MOST}
     )
     select
       exists (select 1 from named where person_id = :candidate) as "isNamed",
       exists (select 1 from reporters where person_id = :candidate) as "isReporter",
       coalesce((select q.status from recusals q where q.tenant_id = :tenant and q.family_id = :family
         and q.person_id = :candidate and q.status <> 'refused'), 'none') as recusal,
       coalesce((select jsonb_agg(distinct d.duty) from duties d
         where d.tenant_id = :tenant and d.family_id = :family and d.person_id = :candidate), '[]') as duties,
       exists (select 1 from held_units h join units u on u.unit = h.unit where h.person_id = :candidate) as "sharesUnit",
       coalesce((select jsonb_agg(distinct jsonb_build_object('kind', r.kind,
           'isToPerson', r.other in (select person_id from named),
           'isToReporter', r.other in (select person_id from reporters),
           'isConfirmed', r.person_id = :candidate or r.declared_by <> r.person_id))
         from (select r.*, case when r.person_id = :candidate then r.other_person else r.person_id end as other
               from declared_relations r
               where r.tenant_id = :tenant and r.ended_at is null and :candidate in (r.person_id, r.other_person)) r
         where r.other in (select person_id from named union all select person_id from reporters)), '[]') as relations,
       coalesce((select jsonb_agg(jsonb_build_object('case', (
           select c.id from cases c where c.tenant_id = :tenant and c.family_id = t.family_id
             and ${mayKnow(undefined, { concerned: 'none' })} order by c.id limit 1)) order by t.family_id)
         from taken t), '[]') as elsewhere`,
    { tenant, family, candidate, ...asking },
  );
  const { elsewhere, relations, ...row } = rows[0] as Row;
  return {
    ...row,
    elsewhere: elsewhere.map((found) => found.case),
    relations: relations.flatMap(({ isToPerson, isToReporter, ...relation }) => [
      ...(isToPerson ? [{ ...relation, isToReporter: false }] : []),
      ...(isToReporter ? [{ ...relation, isToReporter: true }] : []),
    ]),
  };
}
