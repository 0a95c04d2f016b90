/**
 * A ladder of alarms for each clock: which comes next and when. Clocks that run and were not recorded as overdue wait for
 * their due instant; those recorded before have no further alarm until they change.
 *
 * Expand only, but for an index that the new one replaces.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table clocks add column alarm int not null default 0, add column next_alarm_at timestamptz;
    update clocks set next_alarm_at = due_at where is_active and fired_at is null;
    update clocks set alarm = 1 where fired_at is not null;
    drop index clocks_due_idx;
    create index clocks_alarm_idx on clocks (tenant_id, next_alarm_at, id) where is_active and next_alarm_at is not null;
    create index clocks_due_idx on clocks (tenant_id, due_at, id) where is_active and due_at is not null;
    comment on column clocks.alarm         is 'Rank of the alarm it waits for: 0 the due instant, negative before it, positive after.';
    comment on column clocks.next_alarm_at is 'When that alarm goes off. Derived; null while paused, once stopped, past the last rung.';
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop index clocks_alarm_idx;
    drop index clocks_due_idx;
    create index clocks_due_idx on clocks (tenant_id, due_at, id) where is_active and fired_at is null and due_at is not null;
    alter table clocks drop column alarm, drop column next_alarm_at;
  `);
}
