/**
 * Keys of accounts are kept from a master key of yesterday, as those that seal texts are.
 *
 * Expand only.
 */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create trigger accounts_present_master_key before insert on accounts
      for each row execute function only_the_present_master_key();
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop trigger accounts_present_master_key on accounts;');
}
