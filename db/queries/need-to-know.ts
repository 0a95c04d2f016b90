/**
 * Need to know as a condition on `cases c`: the one text that every list, count, look-up and history of cases carries.
 * `may_see` in the database decides by what somebody is to the case; here it is settled as what they ask. Staff whom a
 * family concerns are parties there, whatever key they use; who is recused reads nothing of it; a complaint about the
 * head is nothing for the head (T15). Within what is left, staff see the cases of the bodies they reach, and who only
 * handles cases sees an assigned family as a member of its team.
 */

/** How the asker is named in the statement: placeholders or columns. */
export interface AskerTerms {
  readonly tenant: string;
  readonly sees: string;
  readonly person: string;
  readonly unit: string;
  /** Bodies whose cases the asker reaches, as text[]; null for no bound. */
  readonly bodies: string;
}

const NAMED: AskerTerms = {
  tenant: ':tenant',
  sees: ':sees',
  person: ':person',
  unit: ':unit',
  bodies: ':bodies',
};

export interface Leave {
  /**
   * What staff come to whom the family concerns: `concerned`, who see their own part as its subject does, or `none`,
   * where there is no part of theirs to show.
   */
  readonly concerned?: 'concerned' | 'none';
  /**
   * True where the asker would act: then the recused are told that they are, instead of finding nothing, and broken glass
   * opens nothing.
   */
  readonly isActing?: boolean;
}

/**
 * The condition. Look-ups by the asker alone stand apart from the row, so that a statement makes each of them once, and
 * none that the asker's kind of sight does not need.
 */
export const mayKnow = (
  { tenant, sees, person, unit, bodies }: AskerTerms = NAMED,
  { concerned = 'concerned', isActing = false }: Leave = {},
): string => `may_see(case
    when ${sees}::text not in ('all', 'assigned', 'copies') then ${sees}::text
    when c.family_id = any(array(
      select f.family_id from case_persons p join cases f on f.tenant_id = p.tenant_id and f.id = p.case_id
      where p.tenant_id = ${tenant} and p.person_id = ${person})) then '${concerned}'${
        isActing
          ? ''
          : `
    when c.family_id = any(array(select q.family_id from recusals q
      where q.tenant_id = ${tenant} and q.person_id = ${person} and q.status = 'granted')) then 'none'`
      }
    when c.procedure = 'complaint' and c.summary->>'concernsHead' = 'true' and (
      exists (select 1 from api_keys a where a.tenant_id = ${tenant} and a.person_id = ${person}
        and a.revoked_at is null and 'approver_head' = any(a.roles))
      or exists (select 1 from granted_roles(${tenant}, ${person}) g where g.role = 'approver_head')) then 'none'
    when ${sees}::text = 'all' and (c.home is null or ${bodies}::text[] is null) then 'all'${
      isActing
        ? ''
        : `
    when c.family_id = any((select families_broken_open(${tenant}, ${person}))::uuid[]) then 'all'`
    }
    when c.home is not null and not c.home = any(coalesce(${bodies}::text[], array[c.home])) then 'none'
    when ${sees}::text = 'copies' and c.procedure = 'complaint' then 'none'
    when ${sees}::text = 'assigned'
      and not c.family_id = any((select families_worked_on(${tenant}, ${person}))::uuid[])
      and is_assigned(c.tenant_id, c.family_id) then 'none'
    else 'all' end,
  ${person}, ${unit}::text, c.procedure, c.state, c.subject, c.opened_by, c.unit)`;
