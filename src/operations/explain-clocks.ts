/** The clocks of a case: due dates, and step by step how each was counted. */
import { listClocks } from '../../db/queries/cases.ts';
import type { ClockView } from '../contract/cases.ts';
import { deriveDue, isPaused } from '../domain/clock.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';

export async function explainClocks(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<ClockView[]> {
  const row = await visibleCase(runtime, asker, caseId);
  const { profile, calendar } = await runtime.pinned(row.profile_hash);
  const clocks = await listClocks(runtime.knex, runtime.tenant, caseId);
  return clocks.map(({ id, key, instance, ledger, isActive, firedAt }) => {
    const { dueAt, dueOn, steps, warnings, alternative } = deriveDue(ledger, calendar, profile.rules);
    return {
      id,
      clock: key,
      instance,
      isRunning: isActive && !isPaused(ledger),
      isPaused: isPaused(ledger),
      isOverdue: isActive && firedAt !== null,
      startedAt: ledger.startedAt,
      stoppedAt: ledger.stoppedAt,
      dueAt,
      dueOn,
      steps: steps.map((each) => ({ ...each })),
      warnings: warnings.map((each) => ({ ...each })),
      ...(alternative && { alternative: { ...alternative } }),
      basis: [...(profile.limits[ledger.key]?.basis ?? [])],
    };
  });
}
