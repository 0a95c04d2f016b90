/**
 * Changes the master key of a database for `leeway master-key rotate`: the present key from the settings, the next one from
 * a file or a command. A run after one that was over says so; a run after one that was killed does it.
 */
import { findMasterKeyFingerprint } from '../../db/queries/installation.ts';
import { migrate } from '../../db/migrate.ts';
import type { MasterKeyChange } from '../cli/program.ts';
import { fingerprintOf, SecretError } from './master-key.ts';
import { masterKeyFrom, nameOf, type MasterKeySource } from './master-key-source.ts';
import { openFor, prepare, profilesFor } from './prepare.ts';
import type { Settings } from './settings.ts';

/** Throws a SecretError for a key that cannot be read, and for a present one that is not in force. */
export async function changeMasterKey(
  settings: Settings,
  next: MasterKeySource,
  onProgress: (count: number) => void,
): Promise<MasterKeyChange> {
  const profiles = profilesFor(settings);
  const database = await openFor(settings);
  try {
    await migrate(database.knex);
    const inForce = await findMasterKeyFingerprint(database.knex);
    if (inForce === null)
      throw new SecretError('This database has no master key yet: there is nothing to change.');
    // Made where there is none: the file is named for the first time, and by nobody else.
    const newKey = await masterKeyFrom(next, true);
    if (fingerprintOf(newKey) === inForce) return { wasInForce: true, keys: 0, name: nameOf(next) };
    const { operations } = await prepare(settings, database, { profiles });
    const keys = await operations.rotateMasterKey({ newKey, onProgress });
    return { wasInForce: false, keys, name: nameOf(next) };
  } finally {
    await database.close();
  }
}
