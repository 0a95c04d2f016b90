/** The clock of a sandbox over HTTP; refused everywhere else. */
import { z } from 'zod';
import { GivenInstant } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const SandboxClock = z.strictObject({ now: z.iso.datetime() }).meta({ id: 'SandboxClock' });
const MoveClockRequest = z
  .strictObject({ now: GivenInstant.transform((text) => new Date(text).toISOString()) })
  .meta({ id: 'MoveClockRequest', examples: [{ now: '2030-01-07T01:00:00.000Z' }] });

export const sandboxRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'readSandboxClock',
    tag: 'sandbox',
    summary: { zh: '查看沙盒时钟', en: 'Read the sandbox clock' },
    method: 'get',
    path: '/api/v1/sandbox/clock',
    permission: 'sandbox_clock.read',
    success: { status: 200, schema: SandboxClock, description: 'The instant clocks are judged by' },
    problems: ['sandbox-only'],
    handle: async (_request, { operations }: ApiServices) => ({ body: await operations.readSandboxClock() }),
  }),
  route({
    operationId: 'moveSandboxClock',
    tag: 'sandbox',
    summary: { zh: '拨动沙盒时钟', en: 'Move the sandbox clock forward' },
    description: 'Clocks that fall due on the way fire in order, each at its own instant.',
    method: 'put',
    path: '/api/v1/sandbox/clock',
    permission: 'sandbox_clock.move',
    body: MoveClockRequest,
    success: { status: 200, schema: SandboxClock, description: 'The instant after the move' },
    problems: ['sandbox-only', 'clock-not-forward', 'validation-failed'],
    handle: async ({ body }, { operations }: ApiServices) => ({
      body: await operations.moveSandboxClock(body.now),
    }),
  }),
];
