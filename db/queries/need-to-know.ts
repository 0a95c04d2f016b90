/**
 * Need to know as a condition on `cases c`: the one text that every list, count, look-up and history of cases carries.
 * `may_see` in the database decides by what somebody is to the case; here it is settled as what they ask. Staff whom a
 * family concerns are parties there, whatever key they use, and a complaint about the head is nothing for the head (T15).
 */

/** How the asker is named in the statement: placeholders or columns. */
export interface AskerTerms {
  readonly tenant: string;
  readonly sees: string;
  readonly person: string;
  readonly unit: string;
}

const NAMED: AskerTerms = { tenant: ':tenant', sees: ':sees', person: ':person', unit: ':unit' };

/**
 * The condition. `concerned` is what staff come to whom the family concerns: `concerned`, who see their own part as its
 * subject does, or `none`, where there is no part of theirs to show. Both look-ups stand apart from the row, so that a
 * statement makes each of them once.
 */
export const mayKnow = (
  { tenant, sees, person, unit }: AskerTerms = NAMED,
  concerned: 'concerned' | 'none' = 'concerned',
): string => `may_see(case
    when ${sees}::text = 'all' and c.family_id = any(array(
      select f.family_id from case_persons p join cases f on f.tenant_id = p.tenant_id and f.id = p.case_id
      where p.tenant_id = ${tenant} and p.person_id = ${person})) then '${concerned}'
    when ${sees}::text = 'all' and c.procedure = 'complaint' and c.summary->>'concernsHead' = 'true' and exists (
      select 1 from api_keys a where a.tenant_id = ${tenant} and a.person_id = ${person}
        and a.revoked_at is null and 'approver_head' = any(a.roles)) then 'none'
    else ${sees}::text end,
  ${person}, ${unit}::text, c.procedure, c.state, c.subject, c.opened_by, c.unit)`;
