/** What opening a case would come to: the case as it would be, with the clocks it would start. Nothing is written. */
import type { OpenedCase } from '../contract/intake.ts';
import { toCaseView } from './case-view.ts';
import { beginOpening, type OpenCase } from './open-case.ts';
import { startedClock } from './preview-deadline.ts';
import type { Runtime } from './runtime.ts';

/** Throws whatever would refuse the opening. The id is not kept: the case that is opened has another. */
export async function previewOpening(
  runtime: Runtime,
  command: Omit<OpenCase, 'idempotency'>,
): Promise<OpenedCase> {
  const opening = beginOpening(runtime, command);
  const { planned, profile } = await opening.plan(await opening.read());
  const started = (planned.group.clocks ?? []).filter(({ case_id }) => case_id === planned.row.id);
  return {
    ...toCaseView(planned.row, command.asker),
    clocks: started.map((clock) => startedClock(clock, profile)),
  };
}
