/**
 * Records the deadlines that have passed: one event on the case for each clock, exactly once, never early. It raises
 * a flag and tells those who are to know; it decides nothing (T8). Claim and event share one transaction.
 */
import type { Knex } from 'knex';
import { claimDueClocks, settleClock, type DueClock } from '../../db/queries/due-clocks.ts';
import { listFamily } from '../../db/queries/family.ts';
import { findCase } from '../../db/queries/cases.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import { findInstallation } from '../../db/queries/installation.ts';
import type { Actor } from '../machines/procedure.ts';
import { planStep } from './plan-step.ts';
import type { Runtime } from './runtime.ts';

/** Clocks taken in one transaction: few, so that a case is not held long. */
const MOST_AT_ONCE = 50;

export const SYSTEM: Actor = { person: 'system', roles: ['system'], unit: null, duties: [], recusal: 'none' };

/** Fires what is due now; answers how many were recorded. Those whose case moved meanwhile come next time. */
export async function fireDueClocks(runtime: Runtime): Promise<number> {
  return runtime.knex.transaction(async (trx) => {
    const due = await claimDueClocks(trx, runtime.tenant, MOST_AT_ONCE);
    let fired = 0;
    for (const clock of due) if (await fire(runtime, trx, clock)) fired += 1;
    return fired;
  });
}

async function fire(runtime: Runtime, trx: Knex.Transaction, clock: DueClock): Promise<boolean> {
  const row = await findCase(trx, runtime.tenant, clock.case_id);
  const cases = row ? await listFamily(trx, runtime.tenant, row.family_id) : [];
  const own = cases.find((loaded) => loaded.row.id === clock.case_id);
  if (!own) return false;
  await runtime.pinned(own.row.profile_hash);
  const { now } = await findInstallation(trx);
  const planned = planStep(runtime, {
    at: now,
    recorded: new Date().toISOString(),
    by: SYSTEM,
    pseudonym: runtime.systemPseudonym,
    people: {},
    root: own,
    family: { cases, links: [], asked: [] },
    acts: null,
    event: {
      type: 'DEADLINE_PASSED',
      data: { clock: clock.key, ...(clock.instance !== '' && { instance: clock.instance }) },
      text: {},
      identity: {},
    },
    via: 'clock',
    fires: { id: clock.id },
  });
  if (!('group' in planned)) {
    // The case does not listen any more: the clock is void, and must not come back for ever.
    await settleClock(trx, runtime.tenant, clock.id);
    return false;
  }
  const [written] = await writeSteps(trx, runtime.tenant, [planned.group]);
  return written === true;
}
