/** A server of our own for a measurement: the real command in a process of its own, on a database made for it. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

export interface BenchServer {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

export interface BenchSettings {
  /** The `leeway` command's own file. */
  readonly binary: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
}

const START_MS = 30_000;

/** As `npm start` does: room for a batch's short-lived objects, which would be collected while still in use. */
const AS_STARTED = ['--max-semi-space-size=64'];

const environmentOf = (
  { databaseUrl, dataDir }: BenchSettings,
  more: Readonly<Record<string, string>> = {},
) => ({
  ...process.env,
  DATABASE_URL: databaseUrl,
  DATA_DIR: dataDir,
  LOG_LEVEL: 'error',
  ...more,
});

/** A key of a case handler, made by the real command on the empty database. */
export function makeKey(settings: BenchSettings): string {
  const args = [settings.binary, 'keys', 'create', '--name', 'bench', '--roles', 'reception_officer,handler'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    env: environmentOf(settings),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`no key could be made: ${stderr}`);
  return stdout.trim();
}

/** Starts `leeway serve` and waits until it is ready. */
export async function startBenchServer(settings: BenchSettings): Promise<BenchServer> {
  const port = await freePort();
  const child = spawn(process.execPath, [...AS_STARTED, settings.binary, 'serve'], {
    env: environmentOf(settings, { PORT: String(port), HOST: '127.0.0.1' }),
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const end = performance.now() + START_MS;
  while (!(await isReady(url))) {
    if (child.exitCode !== null || performance.now() > end) {
      child.kill('SIGKILL');
      throw new Error('the server did not start; what it said stands above');
    }
    await pause(100);
  }
  return { url, port, stop: () => stopped(child) };
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/health/ready`)).ok;
  } catch {
    return false;
  }
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
