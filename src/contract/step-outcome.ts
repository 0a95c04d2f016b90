/** What travels about a step that was only tried: the case as it would be, and what else would come of it. */
import { z } from 'zod';
import { CaseView } from './cases.ts';
import { StartedClock } from './intake.ts';

export const StepOutcome = z
  .strictObject({
    from: z.string().meta({ description: 'State of the case before' }),
    to: z.string().meta({ description: 'State of the case after' }),
    starts: z.array(StartedClock).meta({ description: 'Clocks that start or whose end moves' }),
    stops: z.array(z.string()).meta({ description: 'Clocks that stop' }),
    opens: z.array(z.string()).meta({ description: 'Procedures of the cases that open with it' }),
    notices: z.array(z.strictObject({ notice: z.string(), who: z.array(z.string()) })),
    papers: z.array(z.strictObject({ paper: z.string(), to: z.array(z.string()) })),
  })
  .meta({ id: 'StepOutcome' });
export type StepOutcome = z.infer<typeof StepOutcome>;

export const AppliedCase = CaseView.extend({
  outcome: StepOutcome.optional().meta({ description: 'Of a dry run by who works on the case' }),
}).meta({ id: 'AppliedCase' });
export type AppliedCase = z.infer<typeof AppliedCase>;
