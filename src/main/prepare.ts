/**
 * From settings to a running program core: profiles read, database opened, judged safe, migrated, its key known, its
 * runtime built. Everything that can be wrong at a start is said here, by name, before anything is served.
 */
import type { Knex } from 'knex';
import { join } from 'node:path';
import { checkServer, openDatabase, type Database } from '../../db/connection.ts';
import { migrate } from '../../db/migrate.ts';
import { raiseSecondWall, WALL_ROLE } from '../../db/second-wall.ts';
import {
  findInstallation,
  findMasterKeyFingerprint,
  keepMasterKeyFingerprint,
  markSandbox,
} from '../../db/queries/installation.ts';
import { savePerson } from '../../db/queries/people.ts';
import { findMasterKeyRotation } from '../../db/queries/wrapped-keys.ts';
import { newPseudonym } from '../operations/create-key.ts';
import { bindOperations, type Operations } from '../operations/operations.ts';
import { lookupKeyOf } from '../operations/rotate-master-key.ts';
import { createRuntime, storeLoadedProfiles, type Runtime } from '../operations/runtime.ts';
import { rootOf } from './package-root.ts';
import { fingerprintOf, SecretError } from './master-key.ts';
import { createIdentityProvider } from './oidc.ts';
import { masterKeyFrom, nameOf, type MasterKeySource } from './master-key-source.ts';
import { createPdfRenderer } from '../papers/pdf.ts';
import { loadPapers, type LoadedPapers } from './papers.ts';
import { loadProfiles, type LoadedProfile } from './profiles.ts';
import { masterKeyFileOf, type Settings } from './settings.ts';
import { evidenceIn } from './storage/evidence-in.ts';

const NO_WALL =
  `Row-level security does not stand behind need-to-know: the database has no role ${WALL_ROLE} that this user may take on. ` +
  `Have it made (create role ${WALL_ROLE} nologin; grant ${WALL_ROLE} to <this user>), run \`leeway migrate\` as the owner of the tables, and start again.`;

/** One body a database for now; the tenant leads every key so that there can be several. */
export const TENANT = 'default';

export interface Prepared {
  readonly runtime: Runtime;
  readonly operations: Operations;
  readonly isSandbox: boolean;
}

export const openFor = ({ databaseUrl, dataDir }: Settings): Promise<Database> =>
  openDatabase({ ...(databaseUrl !== null && { url: databaseUrl }), dataDir });

/** The replica for audit queries, where one is set; it need not be there yet. */
export const openReplicaFor = async ({ replicaUrl, dataDir }: Settings): Promise<Database | null> =>
  replicaUrl === null ? null : openDatabase({ url: replicaUrl, dataDir });

export const profilesFor = ({ profilesDir }: Settings): Map<string, LoadedProfile> =>
  loadProfiles({ builtinDir: join(rootOf(import.meta.url), 'profiles'), extraDir: profilesDir ?? undefined });

/** The templates of papers, those of the body's own folder in place of the built-in ones. */
export const papersFor = ({ profilesDir }: Pick<Settings, 'profilesDir'>): LoadedPapers =>
  loadPapers({
    builtinDir: join(rootOf(import.meta.url), 'papers'),
    extraDir: profilesDir === null ? undefined : join(profilesDir, 'papers'),
  });

export interface Preparing {
  readonly profiles: ReadonlyMap<string, LoadedProfile>;
  readonly replica?: Knex;
  readonly onWritten?: () => void;
  readonly onWarning?: (message: string) => void;
}

/**
 * Makes an opened database ready and builds the runtime on it. Throws with a message for the operator: unsafe server
 * settings, a schema newer than the program, a missing or foreign master key.
 */
export async function prepare(
  settings: Settings,
  { knex, kind }: Pick<Database, 'knex' | 'kind'>,
  { profiles, replica = knex, onWritten, onWarning }: Preparing,
): Promise<Prepared> {
  const { fontFile, ...papers } = papersFor(settings);
  await checkServer({ knex, kind });
  await migrate(knex);
  const hasSecondWall = await raiseSecondWall(knex);
  if (!hasSecondWall) onWarning?.(NO_WALL);
  const isSandbox = await sandboxOf(settings, knex, onWarning);
  const masterKey = await masterKeyFor(settings, knex);
  const runtime = createRuntime({
    knex,
    replica,
    tenant: TENANT,
    hasSecondWall,
    profiles: new Map(
      [...profiles].map(([id, { calendar, ...profile }]) => [id, { hash: profile.hash, profile, calendar }]),
    ),
    papers,
    renderPdf: createPdfRenderer(fontFile),
    masterKey,
    lookupKey: await lookupKeyOf(knex, TENANT, masterKey),
    systemPseudonym: await savePerson(knex, TENANT, {
      id: 'system',
      name: null,
      pseudonym: newPseudonym(),
    }),
    ...(settings.oidc && {
      identityProvider: createIdentityProvider(settings.oidc, settings.publicUrl ?? ''),
    }),
    evidence: await evidenceIn(settings),
    ...(onWritten && { onWritten }),
  });
  await storeLoadedProfiles(runtime);
  return { runtime, operations: bindOperations(runtime), isSandbox };
}

async function sandboxOf(
  { isSandbox: isWanted }: Settings,
  knex: Knex,
  onWarning: Preparing['onWarning'],
): Promise<boolean> {
  if (!isWanted) return (await findInstallation(knex)).isSandbox;
  const isSandbox = await markSandbox(knex);
  if (!isSandbox)
    onWarning?.(
      'LEEWAY_SANDBOX is set, but this database holds cases and was not begun as a sandbox: it stays what it is.',
    );
  return isSandbox;
}

export const masterKeySourceOf = (settings: Settings): MasterKeySource =>
  settings.masterKeyCommand === null
    ? { file: masterKeyFileOf(settings) }
    : { command: settings.masterKeyCommand };

/** The key this database was begun with, or that took its place; made only for a database that has none yet. */
async function masterKeyFor(settings: Settings, knex: Knex): Promise<Buffer> {
  const source = masterKeySourceOf(settings);
  const known = await findMasterKeyFingerprint(knex);
  const key = await masterKeyFrom(source, known === null);
  const kept = await keepMasterKeyFingerprint(knex, fingerprintOf(key));
  if (kept === fingerprintOf(key)) return key;
  const rotatedAt = await findMasterKeyRotation(knex);
  throw new SecretError(
    rotatedAt === null
      ? `The master key ${nameOf(source)} is not the one this database was begun with; nothing sealed could be read with it.`
      : `The master key ${nameOf(source)} is not the one in force: the master key was changed on ${rotatedAt.slice(0, 10)}. ` +
          'Name the new one in LEEWAY_MASTER_KEY_FILE or LEEWAY_MASTER_KEY_COMMAND.',
  );
}
