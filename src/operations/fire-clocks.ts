/**
 * Records the alarms of clocks: each exactly once, never early. An alarm raises a flag and tells those who are to know;
 * it decides nothing (T8). Claim and record share one transaction, and a batch of them one read and one write.
 */
import {
  claimDueClocks,
  listCasesOfClocks,
  settleClocks,
  type DueClock,
} from '../../db/queries/due-clocks.ts';
import { findInstallation } from '../../db/queries/installation.ts';
import { writeSteps, type StepGroup } from '../../db/queries/step-write.ts';
import { planAlarm } from './plan-alarm.ts';
import type { Runtime } from './runtime.ts';

/** Clocks taken in one transaction: few, so that their cases are not held long. */
const MOST_AT_ONCE = 50;

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
    const { now, isSandbox } = await findInstallation(trx);
    const groups: StepGroup[] = [];
    const obsolete: string[] = [];
    for (const clock of due) {
      const own = cases.find(({ row }) => row.id === clock.case_id);
      if (!own) continue;
      try {
        await runtime.pinned(own.row.profile_hash, trx);
        // A sandbox moves past many alarms at once; each is recorded at its own instant.
        const planned = planAlarm(runtime, isSandbox ? clock.at : now, clock, own);
        if ('group' in planned) groups.push(planned.group);
        else if (planned.isVoid) obsolete.push(clock.id);
      } catch (error) {
        failures.push(error);
      }
    }
    if (obsolete.length > 0) await settleClocks(trx, runtime.tenant, obsolete);
    const written = await writeSteps(trx, runtime.tenant, groups);
    return written.filter(Boolean).length;
  });
  if (fired > 0) runtime.onWritten?.();
  else if (failures.length > 0) throw failures[0];
  return fired;
}

/** Two alarms of one case take two steps, and the second has to be planned on what the first left. */
function onePerCase(due: readonly DueClock[]): DueClock[] {
  const seen = new Set<string>();
  return due.filter(({ case_id }) => !seen.has(case_id) && seen.add(case_id));
}
