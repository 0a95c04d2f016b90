/** What a planned step would come to besides the case itself: for the line under a form that says what will happen. */
import type { StepOutcome } from '../contract/step-outcome.ts';
import type { LoadedCase, Plan } from './plan-input.ts';
import { startedClock } from './preview-deadline.ts';
import type { PinnedProfile } from './runtime.ts';

/** Of the case the event is for; what it sets going in other cases is theirs to tell. */
export function outcomeOf(
  before: LoadedCase,
  { row, group, effects }: Plan,
  pinned: PinnedProfile,
): StepOutcome {
  const moved = (group.clocks ?? []).filter(({ case_id }) => case_id === row.id);
  return {
    from: before.row.state,
    to: row.state,
    starts: moved.filter(({ isActive }) => isActive).map((clock) => startedClock(clock, pinned)),
    stops: [...new Set(moved.filter(({ isActive }) => !isActive).map(({ key }) => key))],
    opens: effects.flatMap((effect) => (effect.kind === 'open_case' ? [effect.procedure] : [])),
    notices: effects.flatMap((effect) =>
      effect.kind === 'notify' ? [{ notice: effect.notice, who: [...effect.who] }] : [],
    ),
    papers: effects.flatMap((effect) =>
      effect.kind === 'issue_document' ? [{ paper: effect.paper, to: [...effect.to] }] : [],
    ),
  };
}
