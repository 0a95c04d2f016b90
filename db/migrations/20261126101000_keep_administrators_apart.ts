/**
 * The directory's own walls: whoever keeps the system holds no case role, whoever left holds none at all, and units stay
 * a tree. The operations say the same in words; this holds whoever writes, also two at once.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table grants add column withdrawn_by text;
    alter table grants add column withdrawn_for text;
    comment on column grants.withdrawn_by  is 'Who withdrew it; null while it is not.';
    comment on column grants.withdrawn_for is 'Why it was withdrawn, in a few words; null for nothing.';

    create index people_by_name_idx on people (tenant_id, lower(name) text_pattern_ops, id);
    create index people_by_reference_idx on people (tenant_id, id text_pattern_ops);
    create index api_keys_by_unit_idx on api_keys (tenant_id, unit) where unit is not null and revoked_at is null;
    create index grants_by_holder_idx on grants (tenant_id, person_id, id);
    create index grants_by_place_idx on grants (tenant_id, in_place_of) where in_place_of is not null and withdrawn_at is null;

    create function roles_of(of_tenant text, of_person text) returns setof text language sql stable security definer
      set search_path = public, pg_temp as $$
      select unnest(a.roles) from api_keys a where a.tenant_id = of_tenant and a.person_id = of_person
        and a.revoked_at is null and (a.expires_at is null or a.expires_at > now())
      union
      select unnest(c.roles) from clients c
        where c.tenant_id = of_tenant and c.person_id = of_person and c.revoked_at is null
      union
      select g.role from grants g where g.tenant_id = of_tenant and g.person_id = of_person
        and g.withdrawn_at is null and (g.until_at is null or g.until_at > leeway_now())
    $$;
    comment on function roles_of(text, text)
      is 'Every role that a key, a client or a grant of a person gives, now or from a later day on; none that is over.';

    create function keep_roles_apart() returns trigger language plpgsql security definer
      set search_path = public, pg_temp as $$
    declare left_on timestamptz;
    begin
      -- One at a time for each person: what another transaction gives them is seen before this one goes on.
      select p.left_at into left_on from people p
        where p.tenant_id = new.tenant_id and p.id = new.person_id for no key update;
      if left_on is not null and tg_op = 'INSERT' then
        raise exception 'whoever left is given nothing'
          using errcode = 'check_violation', constraint = 'person_has_not_left';
      end if;
      if exists (select 1 from roles_of(new.tenant_id, new.person_id) r where r = 'administrator')
        and exists (select 1 from roles_of(new.tenant_id, new.person_id) r where r <> 'administrator') then
        raise exception 'an administrator holds no case role'
          using errcode = 'check_violation', constraint = 'administrators_hold_no_case_role';
      end if;
      return null;
    end $$;
    comment on function keep_roles_apart() is 'Trigger of whatever gives roles: no administrator with a case role, nothing for who left.';
    create trigger grants_keep_roles_apart after insert or update of person_id, role, until_at, withdrawn_at on grants
      for each row execute function keep_roles_apart();
    create trigger api_keys_keep_roles_apart after insert or update of person_id, roles, expires_at, revoked_at on api_keys
      for each row execute function keep_roles_apart();
    create trigger clients_keep_roles_apart after insert or update of person_id, roles, revoked_at on clients
      for each row execute function keep_roles_apart();

    create function refuse_unit_cycle() returns trigger language plpgsql security definer
      set search_path = public, pg_temp as $$
    begin
      perform pg_advisory_xact_lock(hashtextextended('units ' || new.tenant_id, 0));
      if exists (
        with recursive above as (
          select new.parent_id as id
          union
          select u.parent_id from above a join units u on u.tenant_id = new.tenant_id and u.id = a.id
        )
        select 1 from above where id = new.id
      ) then
        raise exception 'units are a tree' using errcode = 'check_violation', constraint = 'units_are_a_tree';
      end if;
      return new;
    end $$;
    comment on function refuse_unit_cycle() is 'Trigger of units: moves wait for each other, so that no two of them close a circle.';
    -- A new unit has nothing below it, and so closes no circle.
    create trigger units_refuse_cycle before update of id, parent_id on units
      for each row execute function refuse_unit_cycle();
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop trigger units_refuse_cycle on units;
    drop trigger clients_keep_roles_apart on clients;
    drop trigger api_keys_keep_roles_apart on api_keys;
    drop trigger grants_keep_roles_apart on grants;
    drop function refuse_unit_cycle();
    drop function keep_roles_apart();
    drop function roles_of(text, text);
    drop index grants_by_place_idx;
    drop index grants_by_holder_idx;
    drop index api_keys_by_unit_idx;
    drop index people_by_reference_idx;
    drop index people_by_name_idx;
    alter table grants drop column withdrawn_for;
    alter table grants drop column withdrawn_by;
  `);
}
