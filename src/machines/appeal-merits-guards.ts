/**
 * What an appeal has to keep to once it is examined: grounds that fit the result, a result that is never worse than what
 * was decided (T23), and an execution that undoes what was done, where it was done (T22).
 */
import { dayOf, localDayOf } from '../domain/local-day.ts';
import {
  determinationsInLine,
  MINOR_MEASURE_CODES,
  OUTCOME_CODES,
  type Determination,
} from '../domain/tolerance.ts';
import { isClarifiable, isSubstantiated } from './allegation-findings.ts';
import { REVOKING_GROUNDS, VARYING_GROUNDS, type AppealContext } from './appeal-events.ts';
import {
  againstOf,
  decidedCase,
  decisionRank,
  isAppealable,
  measureRank,
  type Args,
} from './appeal-tracks.ts';
import type { Guard } from './procedure.ts';

type Varied = Pick<Determination, 'act' | 'outcome'>;
const variedIn = (data: Args['data']): readonly Varied[] =>
  (data.determinations as readonly Varied[] | undefined) ?? [];

/** What was determined of the person whose appeal it is, as it stands. */
const ownDeterminations = (args: Args): Determination[] =>
  determinationsInLine(String(decidedCase(args)?.summary.determinations ?? '')).filter(
    ({ person }) => person === args.context.subject,
  );

const outcomeOf = (args: Args, act: string) =>
  ownDeterminations(args).find((one) => one.act === act)?.outcome;

/** All determinations of the review with those that were varied in their place. */
export const determinationsVaried = (args: Args): Determination[] =>
  determinationsInLine(String(decidedCase(args)?.summary.determinations ?? '')).map((one) => {
    const varied = variedIn(args.data).find(({ act }) => act === one.act);
    return varied && one.person === args.context.subject ? { ...one, outcome: varied.outcome } : one;
  });

const minorRank = (measure: unknown) => (MINOR_MEASURE_CODES as readonly unknown[]).indexOf(measure);

/** A decision by weight: the decision itself, then its measure, then what is done besides. */
const weight = (args: Args, one: { decision: unknown; measure: unknown; minorHandling: unknown }) => [
  decisionRank(one.decision),
  measureRank(one.measure, args),
  minorRank(one.minorHandling),
];

/** The first difference decides; 0 where there is none. */
function compared(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

const variedWeight = (args: Args) => {
  const { decision, measure, minorHandling } = args.data;
  return compared(weight(args, { decision, measure, minorHandling }), weight(args, args.context));
};

/** Whether the body itself is named with one finding in place of another. */
const findingChanges = ({ context, data }: Args) =>
  data.finding !== undefined && data.finding !== context.finding;

const CARRIED = ['decision', 'measure', 'minorHandling', 'finding', 'determinations'] as const;

const isWholeDecision = (args: Args): boolean => {
  const { context, data, profile } = args;
  const { decision, measure, minorHandling, finding } = data;
  const isListed = profile.lists.minor_handling.some(({ code }) => code === minorHandling);
  return (
    context.decision !== null &&
    decision !== undefined &&
    data.determinations === undefined &&
    (decision === 'sanction' ? measureRank(measure, args) >= 0 : measure === undefined) &&
    (minorHandling === undefined || (isListed && (decision === 'exempt' || decision === 'no_sanction'))) &&
    // Nobody is sanctioned for what is found untrue.
    !(isClarifiable(finding) && decision !== 'dismiss')
  );
};

const isWholeDetermination = (args: Args): boolean => {
  const acts = variedIn(args.data).map(({ act }) => act);
  return (
    CARRIED.every((field) => field === 'determinations' || args.data[field] === undefined) &&
    acts.length > 0 &&
    new Set(acts).size === acts.length &&
    acts.every((act) => outcomeOf(args, act) !== undefined)
  );
};

export const MERITS_GUARDS = {
  is_in_writing: {
    words: { zh: '撤回申诉须以书面提出', en: 'An appeal is withdrawn in writing' },
    basis: ['1.6', '4.6', 'S30'],
    holds: ({ data }) => data.isInWriting === true,
  },
  was_withdrawn: {
    words: { zh: '申诉人没有撤回申诉', en: 'The person has not withdrawn the appeal' },
    basis: ['1.6', '4.6', 'S30'],
    holds: ({ context }) => context.hasWithdrawn,
  },
  ground_fits_the_result: {
    words: {
      zh: '撤销、变更须有各自规定的理由，维持不需理由代码',
      en: 'Revoking and varying each need a ground of their own list; upholding names none',
    },
    basis: ['1.6', 'S2', 'S5'],
    holds: ({ data }) => {
      const grounds: readonly unknown[] =
        data.result === 'vary'
          ? VARYING_GROUNDS
          : data.result === 'revoke_redo'
            ? REVOKING_GROUNDS
            : [undefined];
      return grounds.includes(data.ground);
    },
  },
  carries_nothing_new: {
    words: {
      zh: '维持或者撤销重作的，不得同时作出新的决定',
      en: 'Upholding or revoking makes no new decision beside it',
    },
    basis: ['1.6', 'S2', 'S5'],
    holds: ({ data }) =>
      CARRIED.every((field) => data[field] === undefined) &&
      (data.result !== 'uphold' || data.considerTolerance !== true),
  },
  still_stands: {
    words: {
      zh: '原决定已不存在，不能再撤销或者变更',
      en: 'What is appealed against does not stand any more',
    },
    basis: ['1.6', 'D'],
    holds: (args) => isAppealable(args.profile, args.context.track, decidedCase(args)),
  },
  is_a_whole_decision: {
    words: {
      zh: '变更须作出完整的决定：处分须有该类处分中的种类，其他决定不得附处分；不能变更的只能撤销重作',
      en: 'Varying states a whole decision: a sanction with a measure of its track, anything else without one; what cannot be varied is revoked and made anew',
    },
    basis: ['1.6', 'S2', 'S5', 'T1'],
    holds: (args) => {
      const against = againstOf(args.profile, args.context.track);
      if (against === 'determination') return isWholeDetermination(args);
      return against === 'decision' && isWholeDecision(args);
    },
  },
  is_never_worse: {
    words: {
      zh: '不得因申诉加重对申诉人的处理',
      en: 'Nothing becomes worse for the person because of an appeal',
    },
    basis: ['1.6', 'S1', 'S2', 'S3', 'T23'],
    holds: (args) =>
      variedWeight(args) <= 0 &&
      (!isSubstantiated(args.data.finding) || !findingChanges(args) || args.context.finding === 'true') &&
      variedIn(args.data).every(({ act, outcome }) => {
        const was = outcomeOf(args, act);
        return was === undefined || OUTCOME_CODES.indexOf(outcome) >= OUTCOME_CODES.indexOf(was);
      }),
  },
  differs_from_what_was_decided: {
    words: { zh: '变更后的决定与原决定相同', en: 'What is varied comes out as it was' },
    basis: ['1.6', 'D'],
    holds: (args) =>
      variedIn(args.data).length > 0
        ? variedIn(args.data).some(({ act, outcome }) => outcomeOf(args, act) !== outcome)
        : variedWeight(args) !== 0 || findingChanges(args),
  },
  is_delivered_once_made: {
    words: { zh: '送达不得早于决定之日', en: 'A decision is not delivered before it is made' },
    basis: ['T35', 'D'],
    holds: ({ context, data, profile }) =>
      context.decidedAt !== null &&
      dayOf(data.deliveredOn as string) >= localDayOf(context.decidedAt, profile.rules.timeZone),
  },
  is_to_be_done: {
    words: {
      zh: '该事项不在待执行事项之内或者已经执行',
      en: 'This is none of what is still to be carried out',
    },
    basis: ['1.6', 'S2'],
    holds: ({ context, data }) =>
      (context.toDo as readonly unknown[]).includes(data.item) &&
      !context.done.some(({ item }) => item === data.item),
  },
  is_the_original_circle: {
    words: {
      zh: '恢复名誉须在原决定宣布的范围内进行，不得缩小或者扩大',
      en: 'A name is restored within the circle where the decision was announced, neither narrower nor wider',
    },
    basis: ['1.6', 'S2', 'T22'],
    holds: ({ context, data }) =>
      data.item === 'name_restored'
        ? data.circle === context.circle && data.outcome === 'done'
        : data.circle === undefined,
  },
  is_done_since_the_decision: {
    words: {
      zh: '执行日期应在决定之后、今日之前',
      en: 'It is done after the decision, and not in the future',
    },
    basis: ['S2', 'D'],
    holds: ({ context, data, facts, profile }) => {
      const doneOn = dayOf(data.doneOn as string);
      const { timeZone } = profile.rules;
      return (
        doneOn <= localDayOf(facts.at, timeZone) &&
        doneOn >= localDayOf(context.decidedAt ?? facts.at, timeZone)
      );
    },
  },
  everything_is_done: {
    words: { zh: '尚有事项没有执行', en: 'Something is still to be carried out' },
    basis: ['1.6', 'S2', 'T22'],
    holds: ({ context }) => context.toDo.every((item) => context.done.some((one) => one.item === item)),
  },
  was_revoked: {
    words: { zh: '原决定没有被撤销', en: 'The decision was not revoked' },
    basis: ['1.6'],
    holds: ({ context }) => context.result === 'revoke_redo',
  },
  was_varied: {
    words: { zh: '原决定没有被变更', en: 'The decision was not varied' },
    basis: ['1.6'],
    holds: ({ context }) => context.result === 'vary',
  },
} satisfies Record<string, Guard<AppealContext>>;
