/**
 * Blind assessments beside a tolerance review: who assesses in which round, and what each of them wrote. The database itself
 * shows nobody what another wrote before all of the round have submitted, and changes nothing that was submitted. One who
 * began alone and was listed by nobody is no round yet: another may still join without having seen anything.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

const setting = (name: string) => `nullif(current_setting('leeway.${name}', true), '')`;
const PERSON = setting('person');
const ON_STAFF = `${setting('sees')} in ('all', 'assigned', 'copies')`;
const notConcerned = (table: string) =>
  `not is_in_families(${table}.tenant_id, ${table}.case_id, (select families_concerning(${setting('tenant')}, ${PERSON})))`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table assessors (
      tenant_id    text        not null,
      case_id      uuid        not null,
      round        integer     not null check (round > 0),
      person_id    text        not null,
      family_id    uuid        not null,
      named_by     text,
      begun_at     timestamptz,
      submitted_at timestamptz check (submitted_at is null or begun_at is not null),
      entry_id     uuid        check ((entry_id is null) = (submitted_at is null)),
      primary key (tenant_id, case_id, round, person_id),
      constraint assessors_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    comment on table assessors is 'Who assesses a tolerance review, round by round. Beside the machine: what is proposed is its event.';
    comment on column assessors.tenant_id    is 'The body whose record this is; leads every key.';
    comment on column assessors.case_id      is 'The tolerance review.';
    comment on column assessors.round        is 'From 1; the head begins another when all of the round before have submitted.';
    comment on column assessors.person_id    is 'Who assesses.';
    comment on column assessors.family_id    is 'The family of the case: whoever stands aside from it does not count.';
    comment on column assessors.named_by     is 'Who listed them; null for who began by themselves.';
    comment on column assessors.begun_at     is 'When they first kept a draft, by the clock of clocks; null before.';
    comment on column assessors.submitted_at is 'When they submitted, which is final; null before.';
    comment on column assessors.entry_id     is 'The journal entry of the submission.';

    create table assessments (
      tenant_id     text  not null,
      case_id       uuid  not null,
      round         integer not null,
      person_id     text  not null,
      sheets_sealed bytea not null,
      key_id        uuid  not null,
      primary key (tenant_id, case_id, round, person_id),
      constraint assessments_assessor_fk foreign key (tenant_id, case_id, round, person_id)
        references assessors (tenant_id, case_id, round, person_id) on delete restrict
    );
    comment on table assessments is 'What an assessor wrote. Shown to nobody else until all of the round have submitted.';
    comment on column assessments.tenant_id     is 'The body whose record this is; leads every key.';
    comment on column assessments.case_id       is 'The tolerance review.';
    comment on column assessments.round         is 'The round of the assessor.';
    comment on column assessments.person_id     is 'Who wrote it.';
    comment on column assessments.sheets_sealed is 'The sheets, one for each act and person, encrypted.';
    comment on column assessments.key_id        is 'The family''s key; once that is dropped nothing opens them.';

    create function refuse_change_of_submitted() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from assessors a where a.tenant_id = old.tenant_id and a.case_id = old.case_id
        and a.round = old.round and a.person_id = old.person_id and a.submitted_at is not null) then
        raise exception 'what was submitted is final' using errcode = 'restrict_violation';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$;
    create trigger assessments_are_final before update or delete on assessments
      for each row execute function refuse_change_of_submitted();
    comment on function refuse_change_of_submitted() is 'Keeps a sheet that was submitted as it is';
    create trigger assessors_are_final before update or delete on assessors
      for each row when (old.submitted_at is not null) execute function refuse_change();

    create function is_round_shown(of_tenant text, of_case uuid, of_round integer) returns boolean
      language sql stable security definer set search_path = public, pg_temp as $$
      select coalesce(bool_and(a.submitted_at is not null) and (count(*) > 1 or bool_or(a.named_by is not null)), false)
      from assessors a
      where a.tenant_id = of_tenant and a.case_id = of_case and a.round = of_round
        and not exists (select 1 from recusals q where q.tenant_id = a.tenant_id and q.family_id = a.family_id
          and q.person_id = a.person_id and q.status = 'granted')
    $$;
    comment on function is_round_shown(text, uuid, integer) is 'Whether all assessors of a round have submitted, so that each sees what the others wrote.';

    alter table assessors enable row level security;
    create policy need_to_know on assessors for select using (
      exists (select 1 from cases c where c.tenant_id = assessors.tenant_id and c.id = assessors.case_id)
      and ${ON_STAFF} and ${notConcerned('assessors')});
    create policy program on assessors using (current_user <> 'leeway_app');

    alter table assessments enable row level security;
    create policy need_to_know on assessments for select using (
      exists (select 1 from cases c where c.tenant_id = assessments.tenant_id and c.id = assessments.case_id)
      and ${ON_STAFF} and ${notConcerned('assessments')}
      and (person_id = ${PERSON} or is_round_shown(tenant_id, case_id, round)));
    create policy program on assessments using (current_user <> 'leeway_app');
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table assessments;
    drop table assessors;
    drop function is_round_shown(text, uuid, integer);
    drop function refuse_change_of_submitted();
  `);
}
