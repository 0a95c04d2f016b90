/** How people like the console, one row a person. */
import type { Knex } from 'knex';
import type { PersonId } from '../../src/domain/vocabulary.ts';

export async function findPreferences(
  db: Knex,
  tenant: string,
  person: PersonId,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const { rows } = await db.raw<{ rows: { chosen: Record<string, unknown> }[] }>(
    'select chosen from preferences where tenant_id = ? and person_id = ?',
    [tenant, person],
  );
  return rows[0]?.chosen;
}

export async function savePreferences(
  db: Knex,
  tenant: string,
  person: PersonId,
  chosen: object,
): Promise<void> {
  await db.raw(
    `insert into preferences (tenant_id, person_id, chosen) values (?, ?, ?::jsonb)
     on conflict (tenant_id, person_id) do update set chosen = excluded.chosen, updated_at = now()`,
    [tenant, person, JSON.stringify(chosen)],
  );
}
