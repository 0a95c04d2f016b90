/**
 * Staff whom a matter concerns see of it what its subject sees, and no more: `may_see` learns the word `concerned`, which
 * the queries give those who work on cases where they are among the persons of the family.
 *
 * Expand only: a program that does not know the word goes on as before.
 */
import type { Knex } from 'knex';

const AS_SUBJECT = `(subject = person and of_procedure in ('clarification', 'tolerance_review', 'return_to_service', 'appeal'))
                     or (subject = person and of_procedure = 'allegation' and of_state in ('letter_inquiry',
                           'reply_under_review', 'heard', 'reviewed', 'closed_minor_handling', 'decided_sanction',
                           'decided_exempt', 'decided_no_sanction', 'case_dismissed'))`;

const maySee = (more: string): string => `
    create or replace function may_see(
      sees text, person text, unit text, of_procedure text, of_state text, subject text, opened_by text, case_unit text
    ) returns boolean language sql immutable as $$
      select case sees
        when 'all' then true
        when 'own' then (opened_by = person and of_procedure in ('complaint', 'clarification', 'tolerance_review', 'risk_filing', 'appeal'))
                     or ${AS_SUBJECT}
                     or (case_unit is not null and case_unit = unit and of_procedure in ('clarification', 'tolerance_review',
                           'risk_filing', 'rectification'))${more}
        else false
      end
    $$;`;

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    ${maySee(`
        -- Staff whom the family concerns: their own part of it, as its subject, and a filing of their own.
        when 'concerned' then ${AS_SUBJECT}
                     or (opened_by = person and of_procedure = 'risk_filing')`)}
    comment on function may_see(text, text, text, text, text, text, text, text)
      is 'Need to know, in one place: every list, count, look-up and history passes through it. Of an allegation its subject knows once asked, heard or decided on; staff whom the family concerns see what its subject sees.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    ${maySee('')}
    comment on function may_see(text, text, text, text, text, text, text, text)
      is 'Need to know, in one place: every list, count, look-up and history passes through it. Of an allegation its subject knows once asked, heard or decided on.';
  `);
}
