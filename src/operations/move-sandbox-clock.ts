/**
 * Begins a sandbox's clock, and moves it forward. Clocks that fall due on the way fire in order, each at its own
 * instant. Only an empty sandbox can begin in the past; after that time runs one way.
 */
import { findNextDue } from '../../db/queries/due-clocks.ts';
import { advanceSandboxClock, beginSandboxClock, findInstallation } from '../../db/queries/installation.ts';
import { Problem } from '../contract/problems.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { fireDueClocks } from './fire-clocks.ts';
import type { Runtime } from './runtime.ts';

/** Throws `sandbox-only`. */
export async function readSandboxClock(runtime: Runtime): Promise<{ now: Instant }> {
  const { isSandbox, now } = await findInstallation(runtime.knex);
  if (!isSandbox) throw new Problem('sandbox-only');
  return { now };
}

/**
 * Sets the clock of a sandbox without any case to an instant, also to one in the past; for the demo, through no route.
 * Throws `sandbox-only`, and `clock-not-forward` once there is a case.
 */
export async function beginSandbox(runtime: Runtime, at: Instant): Promise<{ now: Instant }> {
  const { now } = await readSandboxClock(runtime);
  if (!(await beginSandboxClock(runtime.knex, at)))
    throw new Problem('clock-not-forward', undefined, { now });
  return readSandboxClock(runtime);
}

/** Throws `sandbox-only`, `clock-not-forward`. */
export async function moveSandboxClock(runtime: Runtime, to: Instant): Promise<{ now: Instant }> {
  const { now } = await readSandboxClock(runtime);
  if (to < now) throw new Problem('clock-not-forward', undefined, { now });
  const nextAfter = (since: Instant | null) =>
    findNextDue(runtime.knex, runtime.tenant, { since, until: to });
  for (let due = await nextAfter(null); due !== undefined; due = await nextAfter(due)) {
    // A clock that was due before now fires now; the clock never goes back for it.
    await advanceSandboxClock(runtime.knex, due);
    while ((await fireDueClocks(runtime)) > 0);
  }
  await advanceSandboxClock(runtime.knex, to);
  return readSandboxClock(runtime);
}
