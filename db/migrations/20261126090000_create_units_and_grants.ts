/**
 * The body as a tree of units, who holds which role in which unit and when, and when a person left.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table people add column left_at timestamptz;
    comment on column people.left_at is 'When the person ceased to belong to the body; from then on nothing of theirs opens anything.';

    create table units (
      tenant_id  text        not null,
      id         text        not null,
      parent_id  text        check (parent_id <> id),
      name       text        not null,
      is_body    boolean     not null default false,
      created_at timestamptz not null default now(),
      primary key (tenant_id, id),
      constraint units_parent_fk foreign key (tenant_id, parent_id) references units (tenant_id, id) on delete restrict
    );
    create index units_by_parent_idx on units (tenant_id, parent_id);
    comment on table units is 'Units as a tree. A unit that is not declared here bounds nobody.';
    comment on column units.tenant_id  is 'The body whose record this is; leads every key.';
    comment on column units.id         is 'Code of the unit, as keys and cases name it.';
    comment on column units.parent_id  is 'The unit above; null at the top.';
    comment on column units.name       is 'What people call it.';
    comment on column units.is_body    is 'Whether it handles cases of its own: staff of one body do not see those of another.';
    comment on column units.created_at is 'When it was declared.';

    create table grants (
      tenant_id    text        not null,
      id           uuid        not null,
      person_id    text        not null,
      role         text        not null,
      unit_id      text,
      kind         text        not null check (kind in ('post', 'acting', 'substitute')),
      in_place_of  text        check ((kind = 'substitute') = (in_place_of is not null) and in_place_of <> person_id),
      from_at      timestamptz,
      until_at     timestamptz check (until_at is not null or kind = 'post'),
      basis        text,
      granted_by   text        not null,
      created_at   timestamptz not null default now(),
      withdrawn_at timestamptz,
      primary key (tenant_id, id),
      check (until_at > from_at),
      constraint grants_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id) on delete restrict,
      constraint grants_unit_fk foreign key (tenant_id, unit_id) references units (tenant_id, id) on delete restrict
    );
    create index grants_by_person_idx on grants (tenant_id, person_id) where withdrawn_at is null;
    create index grants_by_unit_idx on grants (tenant_id, unit_id);
    comment on table grants is 'Who holds which role in which unit, from when until when. Ended, never removed.';
    comment on column grants.tenant_id    is 'The body whose record this is; leads every key.';
    comment on column grants.id           is 'Identifier of the grant.';
    comment on column grants.person_id    is 'Who holds the role.';
    comment on column grants.role         is 'Which role, as the glossary spells it.';
    comment on column grants.unit_id      is 'In which unit; null for the whole body.';
    comment on column grants.kind         is 'A post, an acting post, or standing in for somebody; the last two end by themselves.';
    comment on column grants.in_place_of  is 'For whom a substitute stands in; null otherwise.';
    comment on column grants.from_at      is 'When it begins to count; null for at once.';
    comment on column grants.until_at     is 'When it ceases to; null for not by itself.';
    comment on column grants.basis        is 'Reference of the document it rests on; null for none.';
    comment on column grants.granted_by   is 'Who made it: a person, or the operator.';
    comment on column grants.created_at   is 'When it was made.';
    comment on column grants.withdrawn_at is 'When it was withdrawn; null while it is not.';

    create function granted_roles(of_tenant text, of_person text) returns table (role text, unit text)
    language sql stable as $$
      select g.role, g.unit_id from grants g join people p on p.tenant_id = g.tenant_id and p.id = g.person_id
      where g.tenant_id = of_tenant and g.person_id = of_person and g.withdrawn_at is null and p.left_at is null
        and (g.from_at is null or g.from_at <= leeway_now()) and (g.until_at is null or g.until_at > leeway_now())
      order by g.created_at, g.id
    $$;
    comment on function granted_roles(text, text) is 'The roles a person holds now, with the unit of each; the oldest grant first.';

    create function body_of(of_tenant text, of_unit text) returns text language sql stable as $$
      with recursive above as (
        select u.id, u.parent_id, u.is_body, 1 as depth from units u where u.tenant_id = of_tenant and u.id = of_unit
        union all
        select u.id, u.parent_id, u.is_body, a.depth + 1 from above a
        join units u on u.tenant_id = of_tenant and u.id = a.parent_id
        where not a.is_body and a.depth < 100
      )
      select id from above where is_body order by depth limit 1
    $$;
    comment on function body_of(text, text) is 'The body a unit belongs to: itself, or the nearest one above; null for none.';

    create function reach_of(of_tenant text, of_unit text, roles text[]) returns text[] language sql stable as $$
      with recursive home as (
        select body_of(of_tenant, of_unit) as id
      ), below as (
        select id, true as is_body, 1 as depth from home where id is not null
        union all
        select u.id, u.is_body, b.depth + 1 from below b join units u on u.tenant_id = of_tenant and u.parent_id = b.id
        where 'superior_body' = any(roles) and b.depth < 100
      )
      select case when (select id from home) is null then null
        else (select array_agg(distinct id order by id) from below where is_body) end
    $$;
    comment on function reach_of(text, text, text[])
      is 'The bodies whose cases staff of a unit reach: their own, and those below it for a superior body; null for no bound.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop function reach_of(text, text, text[]);
    drop function body_of(text, text);
    drop function granted_roles(text, text);
    drop table grants;
    drop table units;
    alter table people drop column left_at;
  `);
}
