/** Reads and writes of `policy_profiles`: every profile version a case was opened with, whole. */
import type { Knex } from 'knex';
import type { Profile } from '../../src/domain/profile.ts';

export async function findProfile(db: Knex, tenant: string, hash: string): Promise<Profile | undefined> {
  const row = await db<{ body: Profile; tenant_id: string; hash: string }>('policy_profiles')
    .where({ tenant_id: tenant, hash })
    .first('body');
  return row?.body;
}

/** Keeps a profile once; the same content again changes nothing. */
export async function storeProfile(db: Knex, tenant: string, hash: string, profile: Profile): Promise<void> {
  await db('policy_profiles')
    .insert({
      tenant_id: tenant,
      hash,
      id: profile.id,
      version: profile.version,
      body: JSON.stringify(profile),
    })
    .onConflict(['tenant_id', 'hash'])
    .ignore();
}
