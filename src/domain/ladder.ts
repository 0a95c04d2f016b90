/**
 * The ladder of alarms that every clock climbs: before it is due, when it is due, after. Profile data; alarms tell people
 * and decide nothing (T8). A rung is known by its rank: 0 is the due instant, -1 the last one before it, 1 the first after.
 */
import { z } from 'zod';
import { CASE_ROLES, type Role } from './vocabulary.ts';

/** Days for what people wait for; seconds for drills. */
export const SPAN_UNITS = ['working_day', 'calendar_day', 'second'] as const;

const SpanData = z.strictObject({ amount: z.int().positive().max(3_660), unit: z.enum(SPAN_UNITS) });
export type Span = z.infer<typeof SpanData>;

const RungData = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]{0,31}$/, 'has to be snake_case'),
  before: SpanData.optional(),
  after: SpanData.optional(),
  /** Whom it tells; absent: whoever is told of the overrun of that clock. */
  to: z
    .array(z.enum(CASE_ROLES as [Role, ...Role[]]))
    .min(1)
    .optional(),
});

/** The code of the rung at the due instant. */
export const DUE = 'due';

export const LadderData = z
  .array(RungData)
  .max(9)
  .superRefine((rungs, context) => {
    const problem = ladderProblem(rungs);
    if (problem) context.addIssue({ code: 'custom', ...problem });
  });

export interface Rung {
  readonly code: string;
  readonly before?: Span | undefined;
  readonly after?: Span | undefined;
  readonly to?: readonly Role[] | undefined;
}
export type Ladder = readonly Rung[];

/** Why a ladder cannot be climbed, and where; undefined when it can. */
function ladderProblem(rungs: Ladder): { path: (string | number)[]; message: string } | undefined {
  const due = rungs.findIndex(({ code }) => code === DUE);
  if (due < 0) return { path: [], message: 'has no rung `due`' };
  for (const [at, { code, before, after, to }] of rungs.entries()) {
    const last = rungs[at - 1];
    if (rungs.findIndex((other) => other.code === code) < at)
      return { path: [at, 'code'], message: `${code} is there twice` };
    if (at === due) {
      if (before ?? after ?? to)
        return {
          path: [at],
          message: 'is the due instant itself; `rules.escalate.clocks` says whom it tells',
        };
      continue;
    }
    const [span, side, other] = at < due ? [before, 'before', after] : [after, 'after', before];
    if (!span || other) return { path: [at], message: `stands ${side} \`due\`, so it says \`${side}\`` };
    const beside = at < due ? last?.before : last?.after;
    if (!beside) continue;
    if (beside.unit !== span.unit)
      return { path: [at, side, 'unit'], message: 'has to be that of the rung above, to be in order' };
    if (at < due ? span.amount >= beside.amount : span.amount <= beside.amount)
      return {
        path: [at, side, 'amount'],
        message: 'is not in order: rungs go from the earliest to the latest',
      };
  }
  return undefined;
}

const dueIndex = (ladder: Ladder): number => ladder.findIndex(({ code }) => code === DUE);

/** The rung of a rank; undefined below the first and past the last. */
export const rungAt = (ladder: Ladder, rank: number): Rung | undefined => ladder[dueIndex(ladder) + rank];

/** The rank of the first rung: 0 or less. */
export const lowestRank = (ladder: Ladder): number => -dueIndex(ladder);

/** How far from the due instant a rung is: negative before it. */
export function offsetOf({ before, after }: Rung): Span | undefined {
  return before ? { ...before, amount: -before.amount } : after;
}
