/**
 * Runs the server: listens first, so that liveness answers and readiness can say what is missing; then opens the
 * database, waiting for one that is away; then serves. Stops by finishing what was accepted.
 */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { pino } from 'pino';
import type { Database } from '../../db/connection.ts';
import { isDatabaseAway } from '../../db/errors.ts';
import { createApp, configureServer, SERVER_OPTIONS, withFoundation } from '../api/app.ts';
import type { ApiServices } from '../api/api-services.ts';
import { createMetrics } from '../api/metrics.ts';
import { errorFields } from '../api/problem-handler.ts';
import { createRateLimits } from '../api/rate-limits.ts';
import type { Route } from '../api/route.ts';
import { API_ROUTES } from '../api/routes/routes.ts';
import type { Readiness } from '../api/services.ts';
import { Problem } from '../contract/problems.ts';
import type { Operations } from '../operations/operations.ts';
import { startWorker, type Worker } from '../worker/worker.ts';
import { watchJournal } from './journal-metrics.ts';
import { consoleFolderOf, versionOf } from './package-root.ts';
import { openFor, openReplicaFor, prepare, type Prepared } from './prepare.ts';
import type { LoadedProfile } from './profiles.ts';
import type { Settings } from './settings.ts';

export interface Served {
  readonly url: string;
  readonly prepared: Prepared;
  readonly database: Pick<Database, 'kind' | 'durability'>;
  /** Stops accepting, finishes what was accepted, stops the worker, closes the database. */
  readonly stop: () => Promise<void>;
}

/** Milliseconds: between two tries to reach a database that is away; at most for it to answer a probe; and at most to
 * finish what was accepted. */
const RETRY_MS = 1_000;
const PROBE_MS = 2_000;
const GRACE_MS = 8_000;
/** Milliseconds without any request after which the lines that are still open carry none. */
const QUIET_MS = 500;

type Phase = 'migrating' | 'database_away' | 'ready' | 'shutting_down';

/** Starts the server. Rejects, with everything closed again, on whatever a start must be refused for. */
export async function serve(
  settings: Settings,
  profiles: ReadonlyMap<string, LoadedProfile>,
): Promise<Served> {
  const log = pino({ level: settings.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  const metrics = createMetrics();
  let phase: Phase = 'migrating';
  let database: Database | null = null;
  let replica: Database | null = null;
  let prepared: Prepared | null = null;
  let worker: Worker | null = null;

  const core = (): Prepared => {
    if (!prepared || phase === 'migrating' || phase === 'database_away') throw new Problem('not-ready');
    return prepared;
  };
  const kind = settings.databaseUrl === null ? 'embedded' : 'postgresql';
  const durability = kind === 'embedded' ? 'process_crash' : 'power_loss';
  const readiness = async (): Promise<Readiness> => {
    const away = phase === 'ready' && !(await answers(database)) ? ['database_away'] : [];
    const reasons = phase === 'ready' ? away : [phase];
    return {
      ready: reasons.length === 0,
      reasons,
      database: { kind, durability },
      sandbox: prepared?.isSandbox ?? false,
    };
  };

  const server = createServer(SERVER_OPTIONS);
  const inFlight = inFlightOn(server);
  const port = await listen(server, settings);
  const url = `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`;
  const services: ApiServices = {
    publicUrl: settings.publicUrl ?? url,
    version: versionOf(import.meta.url),
    role: settings.role,
    log,
    metrics,
    authenticate: (secret) => core().operations.authenticate(secret),
    authenticateSession: (secret, how) => core().operations.authenticateSession(secret, how),
    authenticateFeed: (secret) => core().operations.authenticateFeed(secret),
    recordRefusal: (principal, operationId) => core().operations.recordRefusal(principal, operationId),
    limits: createRateLimits({ perSecond: settings.rateLimit }),
    readiness,
    problemFor: (error) =>
      isDatabaseAway(error) ? new Problem('database-away', undefined, {}, error) : null,
    get operations(): Operations {
      return core().operations;
    },
  };
  const own: readonly Route<ApiServices>[] = settings.role === 'worker' ? [] : API_ROUTES;
  const pages = settings.role === 'worker' ? {} : { consoleFolder: consoleFolderOf(import.meta.url) };
  server.on('request', createApp(withFoundation(own, services), services, pages));
  configureServer(server, services);

  const stop = async (): Promise<void> => {
    phase = 'shutting_down';
    prepared?.operations.live.stop(); // a stream is never finished by itself
    await closed(server, inFlight);
    await worker?.stop();
    await replica?.close();
    await database?.close();
  };

  try {
    const onAway = (error: unknown) => {
      phase = 'database_away';
      log.warn({ error: errorFields(error) }, 'the database is away; trying again');
    };
    const opened = await whenThere(() => openFor(settings), onAway);
    database = opened;
    replica = await openReplicaFor(settings).catch((error: unknown) => {
      if (!isDatabaseAway(error)) throw error;
      log.warn({ error: errorFields(error) }, 'the replica is away: audit queries go to the primary');
      return null;
    });
    const preparing = {
      profiles,
      ...(replica && { replica: replica.knex }),
      onWritten: () => worker?.poke(),
      onWarning: (message: string) => {
        log.warn(message);
      },
    };
    prepared = await whenThere(() => prepare(settings, opened, preparing), onAway);
    opened.announce(url);
    watchJournal(metrics.registry, opened.knex);
    if (settings.role !== 'api')
      worker = startWorker({
        operations: prepared.operations,
        onError: (work, error) => {
          log.error({ work, error: errorFields(error) }, 'background work failed and will be tried again');
        },
      });
    phase = 'ready';
    log.info(
      { url, database: { kind, durability }, sandbox: prepared.isSandbox, role: settings.role },
      'ready',
    );
    if (kind === 'embedded')
      log.warn(
        'The embedded database survives the death of the process, not a power cut: for trying out and small single-machine use. Set DATABASE_URL for anything else.',
      );
    return { url, prepared, database: opened, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Tries until the database is there; anything else that goes wrong is an answer. */
async function whenThere<T>(work: () => Promise<T>, onAway: (error: unknown) => void): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isDatabaseAway(error)) throw error;
      onAway(error);
      await pause(RETRY_MS);
    }
  }
}

/** Whether the database answers in time for whoever asks about readiness. */
async function answers(database: Database | null): Promise<boolean> {
  const asked = database?.knex.raw('select 1').then(
    () => true,
    () => false, // what it said is in the log of whoever asked something of it
  );
  return (await Promise.race([asked, pause(PROBE_MS, false, { ref: false })])) === true;
}

function listen(server: Server, { host, port }: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

/** How many requests are being answered. */
function inFlightOn(server: Server): () => number {
  let count = 0;
  server.on('request', (_request, response) => {
    count += 1;
    response.once('close', () => {
      count -= 1;
    });
  });
  return () => count;
}

/**
 * Accepts nothing new, lets go of connections as they fall idle, and cuts those that outlast the grace. Who holds a line
 * open without a request on it is not waited for.
 */
function closed(server: Server, inFlight: () => number): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) {
      resolve();
      return;
    }
    let quietSince = Date.now();
    const idle = setInterval(() => {
      server.closeIdleConnections();
      if (inFlight() > 0) quietSince = Date.now();
      else if (Date.now() - quietSince >= QUIET_MS) server.closeAllConnections();
    }, 50);
    const late = setTimeout(() => {
      server.closeAllConnections();
    }, GRACE_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
