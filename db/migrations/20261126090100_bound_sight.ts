/**
 * Who may know of a case, closer: staff of the body that handles it, of an assigned family its team, nobody who is
 * recused, and for a while whoever broke the glass. Behind the condition that every query carries stands row-level
 * security: it binds the role `leeway_app`, under which reads for an asker run (`db/second-wall.ts`), and no other.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

/** Tables whose rows belong to a case, and the column that names it. */
const OF_CASE = [
  ['clocks', 'case_id'],
  ['case_links', 'child_id'],
  ['case_persons', 'case_id'],
  ['case_team', 'case_id'],
  ['papers', 'case_id'],
] as const;

const WALLED = ['cases', ...OF_CASE.map(([table]) => table), 'journal', 'journal_leaf', 'journal_sealed'];

const setting = (name: string) => `nullif(current_setting('leeway.${name}', true), '')`;
const ASKER = [setting('tenant'), setting('person')].join(', ');

/** A function that reads past the policies, since the policies stand on it. */
const lookUp = (name: string, body: string, comment: string): string => `
    create function ${name}(of_tenant text, of_person text) returns uuid[] language sql stable security definer
      set search_path = public, pg_temp as $$ ${body} $$;
    comment on function ${name}(text, text) is '${comment}';`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table cases add column home text;
    comment on column cases.home is 'The body that handles it: staff of other bodies do not know of it; null for no bound.';

    create table case_team (
      tenant_id text not null,
      case_id   uuid not null,
      person_id text not null,
      family_id uuid not null,
      is_ended  boolean not null default false,
      primary key (tenant_id, case_id, person_id),
      constraint case_team_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create index case_team_by_family_idx on case_team (tenant_id, family_id) where not is_ended;
    create index case_team_by_person_idx on case_team (tenant_id, person_id) where not is_ended;
    comment on table case_team is 'Whom a case was last assigned to, with those who work on it with them.';
    comment on column case_team.tenant_id is 'The body whose record this is; leads every key.';
    comment on column case_team.case_id   is 'The case.';
    comment on column case_team.person_id is 'Who works on it.';
    comment on column case_team.family_id is 'The family of the case: its team knows of all of it.';
    comment on column case_team.is_ended  is 'Whether a later assignment left the person out.';
    insert into case_team (tenant_id, case_id, person_id, family_id)
      select tenant_id, id, assignee, family_id from cases where assignee is not null;

    create index duties_by_person_idx on duties (tenant_id, person_id);
    create index recusals_by_person_idx on recusals (tenant_id, person_id);

    create table break_glass (
      tenant_id      text        not null,
      id             uuid        not null,
      person_id      text        not null,
      family_id      uuid        not null,
      case_id        uuid        not null,
      reason_sealed  bytea       not null,
      key_id         uuid        not null,
      from_at        timestamptz not null,
      until_at       timestamptz not null check (until_at > from_at),
      ended_at       timestamptz,
      reviewed_by    text        check (reviewed_by <> person_id),
      reviewed_at    timestamptz check ((reviewed_at is null) = (reviewed_by is null)),
      review_outcome text        check (review_outcome in ('justified', 'not_justified')),
      remark_sealed  bytea,
      primary key (tenant_id, id),
      constraint break_glass_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create index break_glass_by_person_idx on break_glass (tenant_id, person_id, until_at);
    create index break_glass_unreviewed_idx on break_glass (tenant_id, until_at, id) where reviewed_at is null;
    comment on table break_glass is 'Reading of a family out of the ordinary: with a reason, for a time, reviewed by another person afterwards.';
    comment on column break_glass.tenant_id      is 'The body whose record this is; leads every key.';
    comment on column break_glass.id             is 'UUIDv7.';
    comment on column break_glass.person_id      is 'Who reads.';
    comment on column break_glass.family_id      is 'The family that is opened to them.';
    comment on column break_glass.case_id        is 'The case they asked for.';
    comment on column break_glass.reason_sealed  is 'Why, in words, encrypted.';
    comment on column break_glass.key_id         is 'The family''s key.';
    comment on column break_glass.from_at        is 'From when, by the clock of clocks.';
    comment on column break_glass.until_at       is 'Until when at most.';
    comment on column break_glass.ended_at       is 'When it was ended before its time; null while it was not.';
    comment on column break_glass.reviewed_by    is 'Who reviewed it; never the one who read.';
    comment on column break_glass.reviewed_at    is 'When it was reviewed; null while it was not.';
    comment on column break_glass.review_outcome is 'Whether it was justified.';
    comment on column break_glass.remark_sealed  is 'What the reviewer remarked, encrypted; null for nothing.';

    create function stands_for(of_tenant text, of_person text) returns text[] language sql stable as $$
      select of_person || coalesce((select array_agg(g.in_place_of) from grants g
        where g.tenant_id = of_tenant and g.person_id = of_person and g.in_place_of is not null
          and g.withdrawn_at is null and (g.from_at is null or g.from_at <= leeway_now()) and g.until_at > leeway_now()), '{}')
    $$;
    comment on function stands_for(text, text) is 'A person, and those for whom they stand in now.';
    ${lookUp(
      'families_concerning',
      `select array(select f.family_id from case_persons p join cases f on f.tenant_id = p.tenant_id and f.id = p.case_id
         where p.tenant_id = of_tenant and p.person_id = of_person)`,
      'Families that are about a person.',
    )}
    ${lookUp(
      'families_recused_from',
      `select array(select family_id from recusals
         where tenant_id = of_tenant and person_id = of_person and status = 'granted')`,
      'Families from which a person is recused.',
    )}
    ${lookUp(
      'families_worked_on',
      `select array(select family_id from case_team
           where tenant_id = of_tenant and person_id = any(stands_for(of_tenant, of_person)) and not is_ended
         union select family_id from duties where tenant_id = of_tenant and person_id = of_person)`,
      'Families that were assigned to a person, to whom they stand in for, or in which they took part.',
    )}
    ${lookUp(
      'families_broken_open',
      `select array(select family_id from break_glass where tenant_id = of_tenant and person_id = of_person
         and from_at <= leeway_now() and until_at > leeway_now() and ended_at is null)`,
      'Families that a person reads out of the ordinary, now.',
    )}
    create function is_assigned(of_tenant text, of_family uuid) returns boolean language sql stable security definer
      set search_path = public, pg_temp as $$
      select exists (select 1 from case_team where tenant_id = of_tenant and family_id = of_family and not is_ended)
    $$;
    comment on function is_assigned(text, uuid) is 'Whether somebody was put in charge of a case of the family.';
    create function is_head(of_tenant text, of_person text) returns boolean language sql stable security definer
      set search_path = public, pg_temp as $$
      select exists (select 1 from api_keys a where a.tenant_id = of_tenant and a.person_id = of_person
          and a.revoked_at is null and 'approver_head' = any(a.roles))
        or exists (select 1 from granted_roles(of_tenant, of_person) g where g.role = 'approver_head')
    $$;
    comment on function is_head(text, text) is 'Whether a person is head of the organ, by a key or by a post.';

    create function is_in_families(of_tenant text, of_case uuid, families uuid[]) returns boolean language sql stable
      security definer set search_path = public, pg_temp as $$
      select exists (select 1 from cases where tenant_id = of_tenant and id = of_case and family_id = any(families))
    $$;
    comment on function is_in_families(text, uuid, uuid[]) is 'Whether a case belongs to one of the families.';

    alter table cases enable row level security;
    create policy need_to_know on cases for select using (
      tenant_id = ${setting('tenant')} and may_see(case
        when ${setting('sees')} not in ('all', 'assigned', 'copies') then ${setting('sees')}
        when family_id = any((select families_concerning(${ASKER}))::uuid[]) then 'concerned'
        when family_id = any((select families_recused_from(${ASKER}))::uuid[]) then 'none'
        when procedure = 'complaint' and summary->>'concernsHead' = 'true' and (select is_head(${ASKER})) then 'none'
        when family_id = any((select families_broken_open(${ASKER}))::uuid[]) then 'all'
        when home is not null and not home = any(coalesce(${setting('bodies')}::text[], array[home])) then 'none'
        when ${setting('sees')} = 'copies' and procedure = 'complaint' then 'none'
        when ${setting('sees')} = 'assigned' and not family_id = any((select families_worked_on(${ASKER}))::uuid[])
          and is_assigned(tenant_id, family_id) then 'none'
        else 'all' end,
      ${setting('person')}, ${setting('unit')}, procedure, state, subject, opened_by, unit));
  `);
  for (const [table, ofCase] of OF_CASE)
    await knex.raw(`
      alter table ${table} enable row level security;
      create policy need_to_know on ${table} for select using (
        exists (select 1 from cases c where c.tenant_id = ${table}.tenant_id and c.id = ${table}.${ofCase}));
    `);
  for (const table of ['journal', 'journal_leaf'])
    await knex.raw(`
      alter table ${table} enable row level security;
      create policy need_to_know on ${table} for select using (
        exists (select 1 from cases c where c.tenant_id = ${table}.tenant_id and c.id = ${table}.case_id)
        or (tenant_id = ${setting('tenant')} and ${setting('auditor')} = 'on' and (case_id is null
          or not is_in_families(tenant_id, case_id, (select families_concerning(${ASKER}))))));
    `);
  await knex.raw(`
    alter table journal_sealed enable row level security;
    create policy need_to_know on journal_sealed for select using (
      exists (select 1 from journal j where j.tenant_id = journal_sealed.tenant_id and j.id = journal_sealed.entry_id));
  `);
  for (const table of WALLED)
    await knex.raw(`create policy program on ${table} using (current_user <> 'leeway_app')`);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of WALLED)
    await knex.raw(`
      drop policy program on ${table};
      drop policy need_to_know on ${table};
      alter table ${table} disable row level security;
    `);
  await knex.raw(`
    drop function is_in_families(text, uuid, uuid[]);
    drop function is_head(text, text);
    drop function is_assigned(text, uuid);
    drop function families_broken_open(text, text);
    drop function families_worked_on(text, text);
    drop function families_recused_from(text, text);
    drop function families_concerning(text, text);
    drop function stands_for(text, text);
    drop table break_glass;
    drop index recusals_by_person_idx;
    drop index duties_by_person_idx;
    drop table case_team;
    alter table cases drop column home;
  `);
}
