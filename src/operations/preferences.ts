/** How somebody likes the console. What this program does not know any more is left out of what it answers. */
import { findPreferences, savePreferences } from '../../db/queries/preferences.ts';
import { PutPreferencesRequest, type Preferences } from '../contract/preferences.ts';
import type { Asker } from './acting.ts';
import type { Runtime } from './runtime.ts';

/** What is not set stands at its default. */
export async function readPreferences({ knex, tenant }: Runtime, { personId }: Asker): Promise<Preferences> {
  const kept = PutPreferencesRequest.safeParse((await findPreferences(knex, tenant, personId)) ?? {});
  return kept.success ? kept.data : PutPreferencesRequest.parse({});
}

/** Replaces them all. */
export async function putPreferences(
  { knex, tenant }: Runtime,
  { personId }: Asker,
  chosen: Preferences,
): Promise<Preferences> {
  await savePreferences(knex, tenant, personId, chosen);
  return chosen;
}
