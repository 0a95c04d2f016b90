/**
 * One owner for the folder of the embedded database: two processes on it destroy it without a word. An owner listens on
 * a socket in the folder, so that whether it lives is a question for the kernel: no process id to be recycled, nothing
 * to go stale after `kill -9`, and it holds between containers that share the folder, too.
 *
 * Who owns is said by the file with the highest number, made by `link`, which only one process can win. A dead owner is
 * succeeded by the next number. The highest file is never removed, and a claimant looks once more after its claim, so
 * that two successors of one dead owner, however slow, cannot both go on.
 */
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseInUse } from './errors.ts';

export interface FolderOwner {
  readonly pid: number;
  /** Where it listens for requests, once it does. */
  readonly address: string | null;
  readonly since: string;
}

export interface FolderLock {
  /** Tells those who are refused where to go instead. */
  readonly announce: (address: string) => void;
  readonly release: () => Promise<void>;
}

interface OwnerFile extends FolderOwner {
  readonly socket: string;
}

/** Addresses of Unix sockets end at about 104 bytes, a limit of the kernel. */
const MOST_SOCKET_BYTES = 100;
const MOST_TRIES = 20;
const OWNER_FILE = /^owner-(\d{9})\.json$/;

const folderOf = (dataDir: string) => join(resolve(dataDir), 'db-lock');
const fileOf = (folder: string, turn: number) => join(folder, `owner-${String(turn).padStart(9, '0')}.json`);

/** Takes the folder or throws `DatabaseInUse`. */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const folder = folderOf(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const nonce = randomBytes(6).toString('hex');
  const { server, socket } = await listenIn(folder, nonce);
  const own: OwnerFile = { pid: process.pid, address: null, since: new Date().toISOString(), socket };
  const draft = join(folder, `draft-${nonce}.json`);
  const write = (content: OwnerFile) => {
    writeFileSync(draft, JSON.stringify(content), { mode: 0o600 });
  };
  try {
    write(own);
    const file = fileOf(folder, await claim(folder, draft, dataDir));
    return {
      announce: (address) => {
        write({ ...own, address });
        renameSync(draft, file);
      },
      release: () => close(server),
    };
  } catch (error) {
    await close(server);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Who owns the folder now; null when nobody does. */
export async function describeOwner(dataDir: string): Promise<FolderOwner | null> {
  const folder = folderOf(dataDir);
  const owner = readOwner(folder, lastTurn(folder));
  if (!owner || !(await isListening(owner.socket))) return null;
  const { pid, address, since } = owner;
  return { pid, address, since };
}

async function claim(folder: string, draft: string, dataDir: string): Promise<number> {
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const last = lastTurn(folder);
    const owner = readOwner(folder, last);
    if (owner && (await isListening(owner.socket))) throw new DatabaseInUse(resolve(dataDir), owner);
    const turn = last + 1;
    if (!isMade(draft, fileOf(folder, turn))) continue;
    if (lastTurn(folder) === turn) {
      tidy(folder, turn);
      return turn;
    }
    // What was read was out of date: somebody is further on.
    rmSync(fileOf(folder, turn), { force: true });
  }
  throw new Error(`the lock in ${folder} could not be taken in ${MOST_TRIES} tries`);
}

function isMade(draft: string, file: string): boolean {
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function lastTurn(folder: string): number {
  try {
    return Math.max(0, ...readdirSync(folder).map((name) => Number(OWNER_FILE.exec(name)?.[1] ?? 0)));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return 0;
    throw error;
  }
}

/** Undefined when the file is gone or was never written through: then its owner is, too. */
function readOwner(folder: string, turn: number): OwnerFile | undefined {
  if (turn === 0) return undefined;
  try {
    return JSON.parse(readFileSync(fileOf(folder, turn), 'utf8')) as OwnerFile;
  } catch {
    return undefined;
  }
}

/** Removes what earlier owners left, their sockets too. */
function tidy(folder: string, turn: number): void {
  for (const name of readdirSync(folder)) {
    const earlier = Number(OWNER_FILE.exec(name)?.[1] ?? turn);
    if (earlier >= turn) continue;
    const owner = readOwner(folder, earlier);
    if (owner && process.platform !== 'win32') rmSync(owner.socket, { force: true });
    rmSync(fileOf(folder, earlier), { force: true });
  }
}

/**
 * Beside the owner's file, where every process sees it that sees the folder. Some shared folders of virtual machines
 * hold no sockets, and some paths are too long: then in this machine's own folder, which other containers do not see.
 */
async function listenIn(folder: string, nonce: string): Promise<{ server: Server; socket: string }> {
  const away = `leeway-${nonce}`;
  if (process.platform === 'win32') return listen(`\\\\.\\pipe\\${away}`);
  const elsewhere = join(tmpdir(), `${away}.sock`);
  const beside = join(folder, `owner-${nonce}.sock`);
  if (Buffer.byteLength(beside) > MOST_SOCKET_BYTES) return listen(elsewhere);
  return listen(beside).catch(() => listen(elsewhere));
}

function listen(socket: string): Promise<{ server: Server; socket: string }> {
  return new Promise((done, failed) => {
    const server = createServer((caller) => caller.destroy()).unref();
    server.once('error', failed);
    server.listen(socket, () => {
      if (process.platform !== 'win32') chmodSync(socket, 0o600);
      done({ server, socket });
    });
  });
}

const close = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => {
      done();
    });
  });

/** The kernel answers for a process that is busy or stopped, and refuses for one that is gone. */
function isListening(socket: string): Promise<boolean> {
  return new Promise((answer) => {
    const call = connect(socket);
    call.once('connect', () => {
      call.destroy();
      answer(true);
    });
    call.once('error', ({ code }: NodeJS.ErrnoException) => {
      // Anything but a plain refusal (another user's socket, a full queue) is no proof that the owner is gone.
      answer(!['ECONNREFUSED', 'ENOENT', 'ENOTSOCK'].includes(code ?? ''));
    });
  });
}
