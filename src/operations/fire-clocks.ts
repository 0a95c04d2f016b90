/**
 * Records the deadlines that have passed: one event on the case for each clock, exactly once, never early. It raises
 * a flag and tells those who are to know; it decides nothing (T8). Claim and event share one transaction, and a batch
 * of them one read and one write.
 */
import {
  claimDueClocks,
  listCasesOfClocks,
  settleClocks,
  type DueClock,
} from '../../db/queries/due-clocks.ts';
import type { FamilyRow } from '../../db/queries/family.ts';
import { findInstallation, type Installation } from '../../db/queries/installation.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import type { Actor } from '../machines/procedure.ts';
import type { Plan, PlanRefusal } from './plan-input.ts';
import { planStep } from './plan-step.ts';
import type { Runtime } from './runtime.ts';

/** Clocks taken in one transaction: few, so that their cases are not held long. */
const MOST_AT_ONCE = 50;

export const SYSTEM: Actor = { person: 'system', roles: ['system'], unit: null, duties: [], recusal: 'none' };

/**
 * Fires what is due now; answers how many were recorded. Those whose case moved meanwhile come next time. One that
 * cannot be judged keeps no other from being recorded; when there are no others left, it is an error.
 */
export async function fireDueClocks(runtime: Runtime): Promise<number> {
  const failures: unknown[] = [];
  const fired = await runtime.knex.transaction(async (trx) => {
    const due = onePerCase(await claimDueClocks(trx, runtime.tenant, MOST_AT_ONCE));
    if (due.length === 0) return 0;
    const cases = await listCasesOfClocks(
      trx,
      runtime.tenant,
      due.map(({ case_id }) => case_id),
    );
    const installation = await findInstallation(trx);
    const plans: Plan[] = [];
    const obsolete: string[] = [];
    for (const clock of due) {
      const own = cases.find(({ row }) => row.id === clock.case_id);
      if (!own) continue;
      try {
        await runtime.pinned(own.row.profile_hash, trx);
        const planned = planDeadline(runtime, installation, clock, own);
        if ('group' in planned) plans.push(planned);
        // A case that does not listen any more makes its clock void; it must not come back for ever. Any other refusal
        // is ours: a newer program, which knows the version the case runs on, will record it.
        else if (planned.refusal.refused === 'not_in_this_state') obsolete.push(clock.id);
      } catch (error) {
        failures.push(error);
      }
    }
    if (obsolete.length > 0) await settleClocks(trx, runtime.tenant, obsolete);
    const written = await writeSteps(
      trx,
      runtime.tenant,
      plans.map(({ group }) => group),
    );
    return written.filter(Boolean).length;
  });
  if (fired > 0) runtime.onWritten?.();
  else if (failures.length > 0) throw failures[0];
  return fired;
}

/** Two clocks of one case take two steps, and the second has to be planned on what the first left. */
function onePerCase(due: readonly DueClock[]): DueClock[] {
  const seen = new Set<string>();
  return due.filter(({ case_id }) => !seen.has(case_id) && seen.add(case_id));
}

function planDeadline(
  runtime: Runtime,
  { now, isSandbox }: Installation,
  clock: DueClock,
  own: FamilyRow,
): Plan | PlanRefusal {
  const planned = planStep(runtime, {
    // A sandbox moves past many deadlines at once; each is recorded at its own instant.
    at: isSandbox ? clock.due_at : now,
    recorded: new Date().toISOString(),
    by: SYSTEM,
    pseudonym: runtime.systemPseudonym,
    people: {},
    root: own,
    family: { cases: [], links: [], asked: [] },
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
  if ('needs' in planned) throw new Error('a deadline asks for more than its case');
  return planned;
}
