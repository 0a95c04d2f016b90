/** What an appeal refuses once it is examined, guard by guard, each beside the same situation in which it says yes. */
import type { StoredSnapshot } from '../../src/engine/step.ts';
import * as act from './appeal-acts.ts';
import { AT, BENCH, decision, from, knowing, UPPER } from './appeal-acts.ts';
import * as people from './people.ts';
import { remembering, type Played } from './play.ts';
import type { GuardExample } from './tables.ts';

const SINA = people.someone('sina', ['subject']);
/** Four of the superior body: a body, and not odd. */
const FOUR = [...UPPER, people.someone('basil', ['superior_body'])];
const sanction = (measure?: string, more: object = {}): Played =>
  act.vary({ decision: 'sanction', measure, minorHandling: undefined, considerTolerance: false, ...more });
const plain = (verdict: string, more: object = {}): Played =>
  act.vary({ decision: verdict, minorHandling: undefined, ...more });
const withdrawn = (stored: StoredSnapshot) => from(stored, act.withdraw());

/** Every act of the bench: by whom is what the two rules on the bench are about. */
const BY_THE_BENCH: readonly (readonly [
  string,
  (bench: typeof BENCH) => Played,
  (stored: StoredSnapshot) => StoredSnapshot,
])[] = [
  ['hears', (bench) => act.hear(bench[0]), (stored) => stored],
  ['ends', (bench) => act.end(bench[0]), withdrawn],
  ['upholds', (bench) => act.uphold({}, bench), (stored) => stored],
  ['revokes', (bench) => act.revoke({}, bench), (stored) => stored],
  ['varies', (bench) => act.vary({}, bench), (stored) => stored],
];
const THE_BENCH: readonly GuardExample[] = BY_THE_BENCH.flatMap(([what, event, at]): GuardExample[] => [
  {
    guard: 'sits_at_the_right_level',
    name: `at a step of the same organ no superior body ${what}`,
    from: at(AT.examining),
    event: event(UPPER),
    accepted: event(BENCH),
  },
  {
    guard: 'sat_on_no_earlier_step',
    name: `nobody who sat on the step before ${what}`,
    from: at(act.secondExamining),
    event: event(BENCH),
    accepted: event(UPPER),
  },
]);

const ODD: readonly GuardExample[] = BY_THE_BENCH.slice(2).map(([what, event]) => ({
  guard: 'panel_is_odd',
  name: `no even panel ${what} where the step takes an odd one`,
  from: act.secondExamining,
  event: event(FOUR),
  accepted: event(UPPER),
}));

const ENDING: readonly GuardExample[] = [
  {
    guard: 'is_not_done_in_the_future',
    name: 'nobody was heard tomorrow',
    from: AT.examining,
    event: act.hear(BENCH[0], '2025-06-10'),
    accepted: act.hear(BENCH[0], '2025-06-09'),
  },
  {
    guard: 'is_filed_for_oneself',
    name: 'nobody else withdraws',
    from: AT.examining,
    event: act.withdraw({}, SINA),
    accepted: { by: people.SUBJECT },
  },
  {
    guard: 'is_in_writing',
    name: 'a word on the telephone withdraws nothing',
    from: AT.examining,
    event: act.withdraw({ isInWriting: false }),
    accepted: act.withdraw({ isInWriting: true }),
  },
  {
    guard: 'was_withdrawn',
    name: 'what was not withdrawn does not end',
    from: AT.examining,
    event: act.end(),
    accepted: { from: withdrawn(AT.examining) },
  },
];

const GROUNDS: readonly GuardExample[] = [
  {
    guard: 'ground_fits_the_result',
    name: 'upholding names no ground',
    from: AT.examining,
    event: act.uphold({ ground: 'facts_unclear' }),
    accepted: act.uphold(),
  },
  {
    guard: 'ground_fits_the_result',
    name: 'revoking needs a ground',
    from: AT.examining,
    event: act.revoke({ ground: undefined }),
    accepted: act.revoke({ ground: 'beyond_power' }),
  },
  {
    guard: 'ground_fits_the_result',
    name: 'revoking needs one of its own grounds',
    from: AT.examining,
    event: act.revoke({ ground: 'law_misapplied' }),
    accepted: act.revoke({ ground: 'procedure_breach' }),
  },
  {
    guard: 'ground_fits_the_result',
    name: 'varying needs one of its own grounds',
    from: AT.examining,
    event: act.vary({ ground: 'evidence_thin' }),
    accepted: act.vary({ ground: 'improper' }),
  },
  {
    guard: 'carries_nothing_new',
    name: 'upholding decides nothing beside it',
    from: AT.examining,
    event: act.uphold({ decision: 'exempt' }),
    accepted: act.uphold(),
  },
  {
    guard: 'carries_nothing_new',
    name: 'upholding sends no tolerance back',
    from: AT.examining,
    event: act.uphold({ considerTolerance: true }),
    accepted: act.uphold({ considerTolerance: false }),
  },
  {
    guard: 'carries_nothing_new',
    name: 'revoking decides nothing itself, though it may send tolerance back',
    from: AT.examining,
    event: act.revoke({ finding: 'untrue' }),
    accepted: act.revoke({ considerTolerance: true }),
  },
  ...(
    [
      ['revoked', act.revoke],
      ['varied', act.vary],
    ] as const
  ).map(([what, event]): GuardExample => ({
    guard: 'still_stands',
    name: `what was taken up anew meanwhile is not ${what}`,
    from: AT.examining,
    event: knowing(event(), decision({}, { state: 'with_handling_dept', isOpen: true })),
    accepted: event(),
  })),
];

const WHOLE: readonly GuardExample[] = (
  [
    ['a sanction states its measure', sanction(), sanction('warning')],
    ['what is no sanction has no measure', plain('exempt', { measure: 'warning' }), plain('exempt')],
    ['varying states a decision', act.vary({ decision: undefined }), act.vary()],
    [
      'minor handling is one of the list',
      act.vary({ minorHandling: 'stern_look' }),
      act.vary({ minorHandling: 'talk_reminder' }),
    ],
    [
      'minor handling goes with no dismissal',
      plain('dismiss', { minorHandling: 'talk_reminder' }),
      plain('dismiss'),
    ],
    [
      'nobody is held liable for what is found untrue',
      plain('no_sanction', { finding: 'untrue' }),
      plain('dismiss', { finding: 'untrue' }),
    ],
    [
      'a decision determines no tolerance',
      act.vary({ determinations: [{ act: 'wall', outcome: 'lighter' }] }),
      act.vary(),
    ],
  ] as const
).map(([name, event, accepted]) => ({
  guard: 'is_a_whole_decision',
  name,
  from: AT.examining,
  event,
  accepted,
}));

const lighter = { act: 'wall', outcome: 'lighter' };
const WHOLE_TOLERANCE: readonly GuardExample[] = (
  [
    ['a determination is about an act of the person', [{ ...lighter, act: 'tower' }], {}],
    ['an act is determined once', [lighter, { ...lighter, outcome: 'mitigated' }], {}],
    ['something is determined', [], {}],
    ['a determination decides no sanction', [lighter], { decision: 'exempt' }],
  ] as const
).map(([name, determinations, more]) => ({
  guard: 'is_a_whole_decision',
  name,
  from: act.toleranceExamining,
  event: act.varyTolerance(determinations, more),
  accepted: act.varyTolerance([lighter]),
}));

/** An appeal against a decision that is light already, so that a heavier one would be of another kind. */
const exempted = remembering(AT.examining, {
  decision: 'exempt',
  measure: null,
  minorHandling: 'admonition',
});
const unproven = remembering(AT.examining, { finding: 'not_proven' });
const NEVER_WORSE: readonly GuardExample[] = [
  ...(
    [
      ['a heavier measure', AT.examining, sanction('major_demerit'), sanction('warning')],
      ['a sanction where there was none', exempted, sanction('warning'), plain('no_sanction')],
      [
        'heavier handling without a sanction',
        remembering(exempted, { minorHandling: 'talk_reminder' }),
        act.vary({ minorHandling: 'admonition' }),
        plain('exempt'),
      ],
      [
        'a lighter decision on a heavier finding',
        unproven,
        plain('exempt', { finding: 'true' }),
        plain('exempt', { finding: 'true_minor' }),
      ],
    ] as const
  ).map(([what, stored, event, accepted]): GuardExample => ({
    guard: 'is_never_worse',
    name: `an appeal brings nobody ${what}`,
    from: stored,
    event,
    accepted,
  })),
  {
    guard: 'is_never_worse',
    name: 'a finding that stays as it was makes nothing worse',
    from: unproven,
    event: plain('exempt', { finding: 'partly_true' }),
    accepted: { from: remembering(AT.examining, { finding: 'partly_true' }) },
  },
  {
    guard: 'is_never_worse',
    name: 'what was tolerated is not taken back',
    from: act.toleranceExamining,
    event: act.varyTolerance([lighter, { act: 'gate', outcome: 'not_tolerated' }]),
    accepted: act.varyTolerance([lighter, { act: 'gate', outcome: 'mitigated' }]),
  },
];

const DIFFERS: readonly GuardExample[] = [
  {
    guard: 'differs_from_what_was_decided',
    name: 'the same decision is no variation',
    from: AT.examining,
    event: sanction('demerit'),
    accepted: sanction('warning'),
  },
  {
    guard: 'differs_from_what_was_decided',
    name: 'the same sanction on another finding is one',
    from: AT.examining,
    event: sanction('demerit', { finding: 'true' }),
    accepted: sanction('demerit', { finding: 'partly_true' }),
  },
  {
    guard: 'differs_from_what_was_decided',
    name: 'the same determination is no variation',
    from: act.toleranceExamining,
    event: act.varyTolerance([{ act: 'gate', outcome: 'lighter' }]),
    accepted: act.varyTolerance([{ act: 'gate', outcome: 'exempted' }]),
  },
];

const DELIVERY: readonly GuardExample[] = (['decided_upheld', 'decided_varied'] as const).flatMap(
  (state): GuardExample[] => [
    {
      guard: 'is_not_done_in_the_future',
      name: `nothing arrives tomorrow, from ${state}`,
      from: AT[state],
      event: act.deliver('2025-06-10'),
      accepted: act.deliver('2025-06-09'),
    },
    {
      guard: 'is_delivered_once_made',
      name: `nothing arrives before it is decided, from ${state}`,
      from: AT[state],
      event: act.deliver('2025-06-08'),
      accepted: act.deliver('2025-06-09'),
    },
  ],
);

const NAME = 'name_restored';
const allButOne = act.executeAll.slice(1);
const EXECUTION: readonly GuardExample[] = [
  {
    guard: 'is_to_be_done',
    name: 'only what is to be done is done',
    from: AT.executing,
    event: act.execute('decision_replaced'),
    accepted: act.execute('post_arranged'),
  },
  {
    guard: 'is_to_be_done',
    name: 'nothing is done twice',
    from: from(AT.executing, act.execute('post_arranged')),
    event: act.execute('post_arranged'),
    accepted: { from: AT.executing },
  },
  ...(
    [
      ['a wider circle', { circle: 'public' }],
      ['a narrower circle', { circle: 'person' }],
      ['no circle', { circle: undefined }],
      ['name by having nothing to do', { outcome: 'nothing_to_do' }],
    ] as const
  ).map(([where, data]): GuardExample => ({
    guard: 'is_the_original_circle',
    name: `a name is restored where it was named, not with ${where}`,
    from: AT.executing,
    event: act.execute(NAME, data),
    accepted: act.execute(NAME),
  })),
  {
    guard: 'is_the_original_circle',
    name: 'pay is compensated in no circle',
    from: AT.executing,
    event: act.execute('pay_loss_compensated', { circle: 'unit' }),
    accepted: act.execute('pay_loss_compensated', { outcome: 'nothing_to_do' }),
  },
  ...(['2025-06-08', '2025-06-10'] as const).map((doneOn): GuardExample => ({
    guard: 'is_done_since_the_decision',
    name: `nothing is carried out ${doneOn === '2025-06-10' ? 'tomorrow' : 'before it is decided'}`,
    from: AT.executing,
    event: act.execute('post_arranged', { doneOn }),
    accepted: act.execute('post_arranged'),
  })),
  ...(
    [
      ['varied', AT.executing],
      ['revoked', act.revokedExecuting],
    ] as const
  ).map(([what, stored]): GuardExample => ({
    guard: 'everything_is_done',
    name: `a case with something left to carry out does not end, of what was ${what}`,
    from: from(stored, ...allButOne),
    event: act.closeExecution(),
    accepted: { from: from(stored, ...act.executeAll) },
  })),
];

export const APPEAL_DECISION_REFUSALS: readonly GuardExample[] = [
  ...THE_BENCH,
  ...ODD,
  ...ENDING,
  ...GROUNDS,
  ...WHOLE,
  ...WHOLE_TOLERANCE,
  ...NEVER_WORSE,
  ...DIFFERS,
  ...DELIVERY,
  ...EXECUTION,
];
