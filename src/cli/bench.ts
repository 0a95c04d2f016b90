/** `leeway bench`: steps per second over HTTP on PostgreSQL, beside pgbench on the same server in the same run. */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  copyCases,
  countJournal,
  fillJournal,
  makeDatabase,
  sizesOfNote,
  type BenchDatabase,
} from './bench/bench-database.ts';
import { makeKey, startBenchServer, type BenchServer } from './bench/bench-server.ts';
import { loadSteps, type LoadCase, type LoadResult, type Target } from './bench/http-load.ts';
import { findPgbench, runPgbench, statementOf, type Sizes } from './bench/pgbench.ts';
import { postgresqlFor } from './bench/postgresql-for.ts';
import { UsageError, type Command, type Given, type Program } from './program.ts';
import { optional } from './run.ts';

/** What performance is aimed at now: the full stack at 32 clients over pgbench's one statement. */
const AIM = 0.25;
const AIM_CLIENTS = 32;
const CASES_A_CLIENT = 4;
const FLAT_CLIENTS = 8;
/** Until the just-in-time compiler has seen enough; a server runs for days, a measurement for seconds. */
const WARM_UP_SECONDS = 15;

export const benchCommand: Command = {
  name: 'bench',
  summary: 'measure steps per second beside pgbench; prints ratios',
  help: `
Measures, on one PostgreSQL in one run: steps per second over HTTP (a NOTE: rights, validation, journal, texts sealed)
with 1, 8, 32 and 64 clients; pgbench doing the same writes in one statement; the ratio of the two; and what a step
costs with a thousand and with a million rows in the journal. Only the ratios compare from one machine to another.

Uses the server in DATABASE_URL, whose role may create databases; absent: the server that the development dependency
ships. Makes a database of its own there and drops it. Needs pgbench.

  --seconds N      how long each measurement takes (5)
  --clients LIST   numbers of clients (1,8,32,64)
  --rows N         rows of the journal for the second cost of a step (1000000); 0 leaves that part out
`,
  options: { seconds: { type: 'string' }, clients: { type: 'string' }, rows: { type: 'string' } },
  run: async (given, program) => {
    const seconds = numberIn(given, 'seconds', 5, 1, 600);
    const rows = numberIn(given, 'rows', 1_000_000, 0, 100_000_000);
    const clients = (optional(given, 'clients') ?? '1,8,32,64').split(',').map(Number);
    if (clients.some((count) => !Number.isInteger(count) || count < 1 || count > 256))
      throw new UsageError('--clients has to be whole numbers from 1 to 256, by comma.');
    const pgbench = findPgbench();
    const folder = mkdtempSync(join(tmpdir(), 'leeway-bench-'));
    const server = await postgresqlFor(program.databaseUrl);
    try {
      const database = await makeDatabase(server.url, folder);
      try {
        const settings = { binary: program.binary, databaseUrl: database.url, dataDir: folder };
        const key = makeKey(settings);
        const leeway = await startBenchServer(settings);
        try {
          await measure({ program, pgbench, folder, database, leeway, key, seconds, clients, rows });
        } finally {
          await leeway.stop();
        }
      } finally {
        await database.drop();
      }
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
    return 0;
  },
};

interface Measuring {
  readonly program: Program;
  readonly pgbench: string;
  readonly folder: string;
  readonly database: BenchDatabase;
  readonly leeway: BenchServer;
  readonly key: string;
  readonly seconds: number;
  readonly clients: readonly number[];
  readonly rows: number;
}

async function measure(of: Measuring): Promise<void> {
  const { program, database, leeway, key, seconds, clients, rows } = of;
  const most = Math.max(FLAT_CLIENTS, ...clients);
  const target: Target = { host: '127.0.0.1', port: leeway.port, key };
  const cases = await openCases(leeway.url, key, most * CASES_A_CLIENT);
  const perClient = Array.from({ length: most }, (_, at) =>
    cases.slice(at * CASES_A_CLIENT, (at + 1) * CASES_A_CLIENT),
  );
  const http = (count: number, time = seconds) => loadSteps(target, perClient.slice(0, count), time);
  program.progress('warming up');
  await http(Math.min(most, AIM_CLIENTS), WARM_UP_SECONDS);
  const sizes = await sizesOfNote(database.knex);
  await copyCases(database.knex, cases.length);

  program.out(`Node ${process.version}, ${cpus().length} cores shared by load, server and database.`);
  const few = { entries: await countJournal(database.knex), ...(await http(FLAT_CLIENTS)) };
  program.out('');
  program.out('clients   pgbench/s    steps/s   ratio   p50 ms   p99 ms');
  for (const count of clients) {
    const tps = await yardstick(of, sizes, cases.length, count);
    const result = await http(count);
    program.out(lineOf(count, tps, result));
    if (count === AIM_CLIENTS) program.out(verdictOf(result.stepsPerSecond / tps));
  }
  if (rows === 0) return;
  program.out('');
  program.progress(`filling the journal up to ${rows} rows`);
  await fillJournal(database.knex, rows, sizes);
  await http(FLAT_CLIENTS, 2);
  const many = { entries: await countJournal(database.knex), ...(await http(FLAT_CLIENTS)) };
  for (const { entries, stepsPerSecond, p50 } of [few, many])
    program.out(
      `with ${String(entries).padStart(9)} journal rows: ${stepsPerSecond.toFixed(0)} steps/s at ${FLAT_CLIENTS} clients, p50 ${p50.toFixed(2)} ms`,
    );
  program.out(`cost of a step, many rows over few: ${(few.stepsPerSecond / many.stepsPerSecond).toFixed(2)}`);
}

const yardstick = (
  { pgbench, folder, database, seconds }: Measuring,
  sizes: Sizes,
  cases: number,
  clients: number,
): Promise<number> =>
  runPgbench(pgbench, database.url, { script: statementOf(cases, sizes), folder, clients, seconds });

const lineOf = (clients: number, tps: number, { stepsPerSecond, p50, p99 }: LoadResult): string =>
  [
    String(clients).padStart(7),
    tps.toFixed(0).padStart(12),
    stepsPerSecond.toFixed(0).padStart(11),
    (stepsPerSecond / tps).toFixed(2).padStart(8),
    p50.toFixed(2).padStart(9),
    p99.toFixed(2).padStart(9),
  ].join('');

const verdictOf = (ratio: number): string =>
  `          aim at ${AIM_CLIENTS} clients: ${AIM.toFixed(2)}; ${ratio >= AIM ? 'met' : 'not met'}`;

async function openCases(url: string, key: string, count: number): Promise<LoadCase[]> {
  const cases: LoadCase[] = [];
  for (let at = 0; at < count; at++) {
    const answer = await fetch(`${url}/api/v1/cases`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ procedure: 'complaint', data: { channel: 'letter' } }),
    });
    const body = (await answer.json()) as { id: string; version: number };
    if (answer.status !== 201) throw new Error(`a case could not be opened: ${JSON.stringify(body)}`);
    cases.push({ id: body.id, version: body.version });
  }
  return cases;
}

function numberIn(given: Given, name: string, otherwise: number, least: number, most: number): number {
  const value = Number(optional(given, name) ?? otherwise);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new UsageError(`--${name} has to be a whole number from ${least} to ${most}.`);
  return value;
}
