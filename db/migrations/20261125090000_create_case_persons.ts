/**
 * Whom a case concerns, so that all matters of a person are found by the person; and what parties may know of the
 * procedures that close the loop.
 *
 * Expand only: the table is filled from the cases there are.
 */
import type { Knex } from 'knex';

const maySee = (body: string): string => `
    create or replace function may_see(
      sees text, person text, unit text, of_procedure text, of_state text, subject text, opened_by text, case_unit text
    ) returns boolean language sql immutable as $$
      select case sees
        when 'all' then true
        when 'own' then ${body}
        else false
      end
    $$;`;

const OF_ALLEGATION = `(subject = person and of_procedure = 'allegation' and of_state in ('letter_inquiry',
                           'reply_under_review', 'heard', 'reviewed', 'closed_minor_handling', 'decided_sanction',
                           'decided_exempt', 'decided_no_sanction', 'case_dismissed'))`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table case_persons (
      tenant_id text not null,
      person_id text not null,
      case_id   uuid not null,
      primary key (tenant_id, person_id, case_id),
      constraint case_persons_case_fk foreign key (tenant_id, case_id) references cases (tenant_id, id) on delete restrict
    );
    create index case_persons_by_case_idx on case_persons (tenant_id, case_id);
    comment on table case_persons is 'Whom a case is about: its subject, and everybody of the lists it keeps. Only ever added to.';
    comment on column case_persons.tenant_id is 'The body whose record this is; leads every key.';
    comment on column case_persons.person_id is 'Opaque reference to the person.';
    comment on column case_persons.case_id   is 'The case that concerns the person.';

    insert into case_persons (tenant_id, person_id, case_id)
      select tenant_id, subject, id from cases where subject is not null
      union
      select c.tenant_id, p.person, c.id from cases c, jsonb_array_elements_text(
        case jsonb_typeof(c.context->'subjects') when 'array' then c.context->'subjects' else '[]' end
        || case jsonb_typeof(c.context->'persons') when 'array' then c.context->'persons' else '[]' end) as p(person)
      on conflict do nothing;

    ${maySee(`(opened_by = person and of_procedure in ('complaint', 'clarification', 'tolerance_review', 'risk_filing', 'appeal'))
                     or (subject = person and of_procedure in ('clarification', 'tolerance_review', 'return_to_service', 'appeal'))
                     or ${OF_ALLEGATION}
                     or (case_unit is not null and case_unit = unit and of_procedure in ('clarification', 'tolerance_review',
                           'risk_filing', 'rectification'))`)}
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ${maySee(`(opened_by = person and of_procedure in ('complaint', 'clarification', 'tolerance_review'))
                     or (subject = person and of_procedure in ('clarification', 'tolerance_review'))
                     or ${OF_ALLEGATION}
                     or (case_unit is not null and case_unit = unit and of_procedure in ('clarification', 'tolerance_review'))`)}
    drop table case_persons;
  `);
}
