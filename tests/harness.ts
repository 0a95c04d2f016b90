/**
 * The real API for tests: everything that `main` puts together, over a fresh database of either kind, listening on a
 * port. Replies are checked against their schemas and lists of problems, and a bug in the log fails the suite.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { pino } from 'pino';
import request from 'supertest';
import { afterAll, expect } from 'vitest';
import { isDatabaseAway } from '../db/errors.ts';
import { configureServer, createApp, SERVER_OPTIONS, withFoundation } from '../src/api/app.ts';
import type { ApiServices } from '../src/api/api-services.ts';
import { createMetrics } from '../src/api/metrics.ts';
import { createRateLimits } from '../src/api/rate-limits.ts';
import { API_ROUTES } from '../src/api/routes/routes.ts';
import type { Route } from '../src/api/route.ts';
import { Problem } from '../src/contract/problems.ts';
import type { PersonId, Role } from '../src/domain/vocabulary.ts';
import { prepare, profilesFor, type Prepared } from '../src/main/prepare.ts';
import { readSettings } from '../src/main/settings.ts';
import { callerWith, type Caller } from './caller.ts';
import { describeOnBoth, type DatabaseKind, type FreshSettings, type TestDatabase } from './database.ts';

export const PUBLIC_URL = 'https://leeway.test';

export interface Api extends Prepared {
  readonly kind: DatabaseKind;
  readonly knex: Knex;
  readonly server: Server;
  readonly port: number;
  /** Where its files are. */
  readonly dataDir: string;
  readonly routes: readonly Route<ApiServices>[];
  /** Everything the log wrote, a line each. */
  readonly logged: readonly string[];
  /** A person with a fresh key of these roles. */
  readonly as: (person: PersonId, roles: readonly Role[], more?: KeyDetails) => Promise<Caller>;
  /** Somebody with this secret, or with none. */
  readonly with: (secret?: string) => Caller;
  readonly close: () => Promise<void>;
}

export interface KeyDetails {
  readonly unit?: string;
  readonly expiresAt?: string;
}

export interface ApiSettings {
  readonly sandbox?: boolean;
  readonly profilesDir?: string;
  /** Megabytes of one file of evidence. */
  readonly evidenceMaxMb?: number;
  readonly server?: ServerOptions;
  /** How often somebody may ask; absent: as often as they like, so that no test is slowed by another's requests. */
  readonly limits?: Parameters<typeof createRateLimits>[0];
  /** Requests answered at once. */
  readonly mostInFlight?: number;
  /** Further settings from the environment. */
  readonly environment?: Readonly<Record<string, string>>;
  /** False where the test is about faults: then the log may speak of bugs. */
  readonly checkReplies?: boolean;
}

export async function startApi(database: TestDatabase, settings: ApiSettings = {}): Promise<Api> {
  const dataDir = mkdtempSync(join(tmpdir(), 'leeway-api-'));
  const environment = readSettings({
    DATA_DIR: dataDir,
    ...(settings.evidenceMaxMb !== undefined && { LEEWAY_EVIDENCE_MAX_MB: String(settings.evidenceMaxMb) }),
    ...(settings.sandbox && { LEEWAY_SANDBOX: '1' }),
    ...(settings.profilesDir !== undefined && { PROFILES_DIR: settings.profilesDir }),
    ...settings.environment,
  });
  const prepared = await prepare(environment, database, { profiles: profilesFor(environment) });
  const logged: string[] = [];
  const services: ApiServices = {
    publicUrl: PUBLIC_URL,
    version: '0.0.0',
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    metrics: createMetrics({ withProcess: false }),
    authenticate: prepared.operations.authenticate,
    authenticateSession: prepared.operations.authenticateSession,
    authenticateFeed: prepared.operations.authenticateFeed,
    recordRefusal: prepared.operations.recordRefusal,
    ...(settings.limits && { limits: createRateLimits(settings.limits) }),
    readiness: () => ({
      ready: true,
      reasons: [],
      database: { kind: database.kind, durability: database.durability },
      sandbox: prepared.isSandbox,
    }),
    problemFor: (error) =>
      isDatabaseAway(error) ? new Problem('database-away', undefined, {}, error) : null,
    operations: prepared.operations,
  };
  const routes = withFoundation(API_ROUTES, services);
  const app = createApp(routes, services, {
    checkReplies: settings.checkReplies ?? true,
    ...(settings.mostInFlight !== undefined && { mostInFlight: settings.mostInFlight }),
  });
  const server = createServer({ ...SERVER_OPTIONS, ...settings.server }, app);
  configureServer(server, services);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const withSecret = (secret?: string, person = '') => callerWith(request(server), secret, person);
  return {
    ...prepared,
    kind: database.kind,
    knex: database.knex,
    dataDir,
    server,
    port: (server.address() as AddressInfo).port,
    routes,
    logged,
    with: withSecret,
    as: async (person, roles, more = {}) => {
      const { secret } = await prepared.operations.createKey({ name: person, person, roles, ...more });
      return withSecret(secret, person);
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs a suite against the API on both kinds of database. `start` gives an API of its own, closed after the suite. */
export function describeApi(
  name: string,
  suite: (start: (settings?: ApiSettings & FreshSettings) => Promise<Api>, kind: DatabaseKind) => void,
): void {
  describeOnBoth(name, (open, kind) => {
    suite(apisOver(open), kind);
  });
}

/** Opens APIs for one suite; afterwards closes them and looks through their logs for bugs. */
export function apisOver(
  open: (settings?: FreshSettings) => Promise<TestDatabase>,
): (settings?: ApiSettings & FreshSettings) => Promise<Api> {
  const started: Api[] = [];
  afterAll(async () => {
    await Promise.all(started.map((api) => api.close()));
    expect(started.flatMap(bugsIn)).toEqual([]);
  });
  return async (settings = {}) => {
    const api = await startApi(await open(settings), settings);
    started.push(api);
    return api;
  };
}

/** What the log says of faults of ours. */
export const bugsIn = ({ logged }: Pick<Api, 'logged'>): unknown[] =>
  logged
    .map((line) => JSON.parse(line) as { msg?: string; error?: unknown })
    .filter(({ msg }) => msg === 'a bug')
    .map(({ error }) => error);

const NOT_COUNTED = ['migrations', 'migrations_lock', 'installation'];

/** How many rows each table holds: what a request that must leave nothing behind may not change. */
export async function countRows(knex: Knex): Promise<Record<string, number>> {
  const { rows: tables } = await knex.raw<{ rows: { name: string }[] }>(
    `select tablename as name from pg_tables where schemaname = 'public' order by 1`,
  );
  const names = tables.map(({ name }) => name).filter((name) => !NOT_COUNTED.includes(name));
  const { rows } = await knex.raw<{ rows: { name: string; count: number }[] }>(
    names.map((name) => `select '${name}' as name, count(*)::int as count from ${name}`).join(' union all '),
  );
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}
