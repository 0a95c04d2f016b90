/** The `leeway` command: wires the commands to the environment, the terminal and the database, and says how it ended. */
import { join } from 'node:path';
import { benchCommand } from '../cli/bench.ts';
import { checkCommand } from '../cli/check.ts';
import { clientsCreateCommand, clientsRevokeCommand } from '../cli/clients.ts';
import { demoCommand } from '../cli/demo.ts';
import { keysCreateCommand } from '../cli/keys-create.ts';
import { keysRevokeCommand } from '../cli/keys-revoke.ts';
import { masterKeyRotateCommand } from '../cli/master-key-rotate.ts';
import { migrateCasesCommand } from '../cli/migrate-cases.ts';
import { migrateCommand } from '../cli/migrate.ts';
import { UsageError, type Command, type Opened, type Program } from '../cli/program.ts';
import { replayCommand } from '../cli/replay.ts';
import { runCommand } from '../cli/run.ts';
import { serveCommand } from '../cli/serve.ts';
import { usersCreateCommand, usersEndCommand, usersResetCommand } from '../cli/users.ts';
import { Problem } from '../contract/problems.ts';
import {
  DatabaseInUse,
  DatabaseNewer,
  isDatabaseAway,
  UnsafeDatabase,
  UnsupportedDatabase,
} from '../../db/errors.ts';
import { migrate } from '../../db/migrate.ts';
import { changeMasterKey } from './change-master-key.ts';
import { SecretError } from './master-key.ts';
import { rootOf } from './package-root.ts';
import { openFor, prepare, profilesFor } from './prepare.ts';
import { ProfileError } from './profiles.ts';
import { serve } from './serve.ts';
import { readSettings, SettingsError, type Settings } from './settings.ts';

const COMMANDS: readonly Command[] = [
  serveCommand,
  migrateCommand,
  migrateCasesCommand,
  demoCommand,
  usersCreateCommand,
  usersResetCommand,
  usersEndCommand,
  keysCreateCommand,
  keysRevokeCommand,
  clientsCreateCommand,
  clientsRevokeCommand,
  masterKeyRotateCommand,
  checkCommand,
  replayCommand,
  benchCommand,
];

/** What a person can mend: told as a sentence, without a stack. */
const FOR_THE_OPERATOR = [
  SettingsError,
  ProfileError,
  SecretError,
  DatabaseInUse,
  DatabaseNewer,
  UnsafeDatabase,
  UnsupportedDatabase,
];

/** Runs one command line and answers the exit status. */
export async function main(args: readonly string[]): Promise<number> {
  // Whoever reads the answer may have had enough of it (`| head`).
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 1);
  });
  try {
    return await runCommand(COMMANDS, args, programOf());
  } catch (error) {
    console.error(`leeway: ${messageOf(error)}`);
    return error instanceof UsageError ? 2 : 1;
  }
}

function messageOf(error: unknown): string {
  if (error instanceof UsageError || FOR_THE_OPERATOR.some((kind) => error instanceof kind))
    return (error as Error).message;
  if (error instanceof Problem) return `${error.detail.en}.`;
  const code = (error as { code?: unknown } | null)?.code;
  const state = typeof code === 'string' ? code : '';
  if (isDatabaseAway(error) || ['28P01', '28000', '3D000'].includes(state))
    return `the database could not be opened (${state === '' ? (error as Error).message : state}); see DATABASE_URL.`;
  if (code === 'EADDRINUSE') return 'the address is in use; see HOST and PORT.';
  if (code === 'EACCES' || code === 'ENOTDIR' || code === 'EROFS' || code === 'EADDRNOTAVAIL')
    return (error as Error).message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function programOf(): Program {
  let read: Settings | null = null;
  const settings = (): Settings => (read ??= readSettings(process.env));
  const isTerminal = process.stderr.isTTY;
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    progress: (line) => {
      if (isTerminal) process.stderr.write(`\r\x1b[K${line}`);
    },
    get isSandbox() {
      return settings().isSandbox;
    },
    get databaseUrl() {
      return settings().databaseUrl;
    },
    binary: join(rootOf(import.meta.url), 'bin', 'leeway.js'),
    profiles: () => profilesFor(settings()),
    migrate: async () => {
      const database = await openFor(settings());
      try {
        return await migrate(database.knex);
      } finally {
        await database.close();
      }
    },
    withOpened: async (run) => {
      const profiles = profilesFor(settings());
      const database = await openFor(settings());
      try {
        const prepared = await prepare(settings(), database, { profiles });
        return await run({ ...prepared, database });
      } finally {
        await database.close();
      }
    },
    changeMasterKey: (next, onProgress) => changeMasterKey(settings(), next, onProgress),
    serve: async ({ sandbox = false, isQuiet = false } = {}) => {
      const wanted: Settings = {
        ...settings(),
        ...(sandbox && { isSandbox: true }),
        ...(isQuiet && settings().logLevel === 'info' && { logLevel: 'warn' }),
      };
      const served = await serve(wanted, profilesFor(wanted));
      const opened: Opened = { ...served.prepared, database: served.database };
      const stopped = new Promise<void>((resolve, reject) => {
        for (const signal of ['SIGTERM', 'SIGINT'] as const)
          process.once(signal, () => {
            served.stop().then(resolve, reject);
          });
      });
      return { url: served.url, opened, stopped };
    },
  };
}
