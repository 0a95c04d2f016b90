/**
 * Migrations of running cases to a newer version of their procedure: who proposed and who approved one, and what was
 * planned for each case and became of it.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table case_migrations (
      tenant_id   text        not null,
      id          uuid        not null,
      procedure   text        not null,
      to_version  int         not null check (to_version > 1),
      status      text        not null check (status in ('planning', 'proposed', 'approved', 'done')),
      plan        text,
      counts      jsonb       not null default '{}',
      proposed_by text        not null,
      proposed_at timestamptz not null,
      approved_by text,
      approved_at timestamptz,
      finished_at timestamptz,
      primary key (tenant_id, id),
      constraint case_migrations_two_people check (approved_by <> proposed_by),
      constraint case_migrations_plan_check check (status = 'planning' or plan is not null),
      constraint case_migrations_approval_check check ((status in ('approved', 'done')) = (approved_by is not null))
    );
    comment on table case_migrations is 'Moves of running cases to a newer version of their procedure; each takes two persons.';
    comment on column case_migrations.tenant_id   is 'The body whose record this is; leads every key.';
    comment on column case_migrations.id          is 'UUIDv7: its order is the order of proposal.';
    comment on column case_migrations.procedure   is 'Whose cases are moved.';
    comment on column case_migrations.to_version  is 'The version they are moved to.';
    comment on column case_migrations.status      is 'planning, proposed, approved (being carried out) or done.';
    comment on column case_migrations.plan        is 'SHA-256 of what was planned for every case, hexadecimal; null while it is being planned.';
    comment on column case_migrations.counts      is 'How many cases have each verdict.';
    comment on column case_migrations.proposed_by is 'Who proposed it.';
    comment on column case_migrations.proposed_at is 'When it was proposed, by the clock of clocks.';
    comment on column case_migrations.approved_by is 'Who approved it: somebody else.';
    comment on column case_migrations.approved_at is 'When it was approved, by the clock of clocks.';
    comment on column case_migrations.finished_at is 'When the last case was settled, by the clock of clocks.';

    create table case_migration_cases (
      tenant_id    text not null,
      migration_id uuid not null,
      case_id      uuid not null,
      verdict      text not null check (verdict in ('same', 'carries_over', 'blocked')),
      report       jsonb not null,
      outcome      text check (outcome in ('moved', 'blocked', 'closed')),
      primary key (tenant_id, migration_id, case_id),
      constraint case_migration_cases_migration_fk foreign key (tenant_id, migration_id)
        references case_migrations (tenant_id, id) on delete restrict,
      constraint case_migration_cases_case_fk foreign key (tenant_id, case_id)
        references cases (tenant_id, id) on delete restrict
    );
    create index case_migration_cases_by_case_idx on case_migration_cases (tenant_id, case_id);
    create index case_migration_cases_waiting_idx on case_migration_cases (tenant_id, migration_id, case_id)
      where outcome is null;
    comment on table case_migration_cases is 'What a migration means for each case, as planned last, and what became of it.';
    comment on column case_migration_cases.tenant_id    is 'The body whose record this is; leads every key.';
    comment on column case_migration_cases.migration_id is 'The migration.';
    comment on column case_migration_cases.case_id      is 'The case.';
    comment on column case_migration_cases.verdict      is 'same, carries_over or blocked.';
    comment on column case_migration_cases.report       is 'Why: what the newer version would have refused, where the case stands before and after.';
    comment on column case_migration_cases.outcome      is 'moved, blocked, or closed before its turn came; null while it waits.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table case_migration_cases;
    drop table case_migrations;
  `);
}
