/**
 * Where the master key comes from: a file, or a command that prints it, so that any vault or hardware module can stand
 * behind. The command is run without a shell, for ten seconds at most, and nothing it says is ever repeated.
 */
import { spawn } from 'node:child_process';
import { KEY_BYTES, readMasterKey, SecretError } from './master-key.ts';

/** Exactly one of the two. */
export type MasterKeySource = { readonly file: string } | { readonly command: string };

const LIMIT_MS = 10_000;
/** Far more than a key in base64 takes. */
const MOST_BYTES = 1_024;

/** The key of a source; a file is made where there is none and `mayMake` allows it. Throws a SecretError. */
export function masterKeyFrom(
  source: MasterKeySource,
  mayMake: boolean,
  limitMs = LIMIT_MS,
): Promise<Buffer> {
  return 'file' in source
    ? Promise.resolve().then(() => readMasterKey(source.file, mayMake))
    : readFromCommand(source.command, limitMs);
}

/** How a source is named in messages. */
export const nameOf = (source: MasterKeySource): string =>
  'file' in source ? source.file : `of the command ${source.command}`;

async function readFromCommand(command: string, limitMs: number): Promise<Buffer> {
  const failed = (why: string) =>
    new SecretError(`The command for the master key, ${command}, ${why}; see LEEWAY_MASTER_KEY_COMMAND.`);
  const said = await outputOf(command, limitMs, failed);
  const text = said.toString('latin1').trim();
  const key = Buffer.from(text, 'base64');
  if (key.length !== KEY_BYTES || key.toString('base64').replace(/=+$/, '') !== text.replace(/=+$/, ''))
    throw failed(`has to print ${KEY_BYTES} bytes in base64 and nothing else, and did not`);
  return key;
}

function outputOf(command: string, limitMs: number, failed: (why: string) => SecretError): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // A group of its own, so that what it started ends with it.
    const child = spawn(command, [], { stdio: ['ignore', 'pipe', 'ignore'], detached: true });
    const chunks: Buffer[] = [];
    let size = 0;
    const end = (why: string): void => {
      clearTimeout(timer);
      child.stdout.destroy();
      if (child.pid !== undefined && child.exitCode === null && child.signalCode === null)
        killGroup(child.pid);
      reject(failed(why));
    };
    const timer = setTimeout(() => {
      end(`did not answer within ${limitMs / 1_000} seconds`);
    }, limitMs);
    child.once('error', (error: NodeJS.ErrnoException) => {
      end(`cannot be run (${error.code ?? 'unknown reason'})`);
    });
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size > MOST_BYTES) end('printed more than a key');
    });
    child.once('close', (status, signal) => {
      if (status !== 0) end(`failed (${signal ?? `exit status ${String(status)}`})`);
      clearTimeout(timer);
      resolve(Buffer.concat(chunks));
    });
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
