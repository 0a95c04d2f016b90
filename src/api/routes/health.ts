/** Is it alive, is it ready, how is it doing: for orchestrators and Prometheus. Public, and without a word on any case. */
import { z } from 'zod';
import { Problem } from '../../contract/problems.ts';
import { route, type Route } from '../route.ts';
import type { Foundation } from '../services.ts';

const Alive = z.strictObject({ status: z.literal('live') }).meta({ id: 'Alive' });

const DatabaseView = z
  .strictObject({
    kind: z.enum(['embedded', 'postgresql']),
    durability: z.enum(['process_crash', 'power_loss']).meta({
      description:
        'What acknowledged steps survive. The embedded database never syncs to disk: not a power cut',
    }),
  })
  .meta({ id: 'DatabaseView' });

const Ready = z
  .strictObject({
    status: z.literal('ready'),
    version: z.string(),
    sandbox: z.boolean(),
    database: DatabaseView,
  })
  .meta({ id: 'Ready' });

export const healthRoutes: readonly Route[] = [
  route({
    operationId: 'readLiveness',
    summary: { zh: '进程是否存活', en: 'Is the process alive' },
    method: 'get',
    path: '/health/live',
    permission: 'public',
    success: { status: 200, schema: Alive, description: 'The process answers' },
    problems: [],
    handle: (_request, _services: Foundation) => ({ body: { status: 'live' as const } }),
  }),
  route({
    operationId: 'readReadiness',
    summary: { zh: '服务是否就绪', en: 'Is the service ready' },
    description:
      'Not ready (503) until migrated and connected, and while shutting down; then `reasons` says why. ' +
      'Either answer names the database and what its acknowledged steps survive.',
    method: 'get',
    path: '/health/ready',
    permission: 'public',
    success: { status: 200, schema: Ready, description: 'Requests will be served' },
    problems: ['not-ready'],
    handle: async (_request, services: Foundation) => {
      const { ready, reasons, database, sandbox } = await services.readiness();
      if (!ready) {
        throw new Problem(
          'not-ready',
          { zh: '服务尚未就绪，或正在停止', en: 'Starting, stopping, or without its database' },
          { reasons, database, sandbox },
        );
      }
      return { body: { status: 'ready' as const, version: services.version, sandbox, database } };
    },
  }),
  route({
    operationId: 'readMetrics',
    summary: { zh: '运行指标', en: 'Figures for Prometheus' },
    tag: 'health',
    method: 'get',
    path: '/metrics',
    permission: 'public',
    success: {
      status: 200,
      schema: z.string(),
      contentType: 'text/plain; version=0.0.4; charset=utf-8',
      description: 'Prometheus text format',
    },
    problems: [],
    handle: async (_request, { metrics }: Foundation) => ({ body: await metrics.registry.metrics() }),
  }),
];
