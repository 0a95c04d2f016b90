/**
 * Rows of a tolerance review by which other procedures tell it something (1.7): rectification and appeals that were
 * opened, a result that an appeal varied, revoked or sent back, a liability that was taken up anew.
 */
import { notify, openCase, paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import { determinationsInLine, determinationsLine, isTolerated } from '../domain/tolerance.ts';
import type { Obligation } from './procedure.ts';
import type { Args } from './tolerance-review-scope.ts';
import { EVERY_STATE, type ToleranceRow } from './tolerance-review-states.ts';

/** The persons a decision concerns, each once. */
export const personsOf = (determinations: readonly { readonly person: string }[]): string[] => [
  ...new Set(determinations.map(({ person }) => person)),
];

/** The window for an appeal of each person, from the day the decision arrived at that person (T35). */
export const appealWindows = (
  { facts }: Pick<Args, 'facts'>,
  deliveries: readonly { readonly person: string; readonly deliveredOn: string }[],
): Effect[] =>
  deliveries.map(({ person, deliveredOn }) =>
    openCase('appeal', 'OPEN', 'appeals_against', {
      on: facts.case,
      subject: person,
      track: 'tolerance',
      step: 1,
      deliveredOn,
    }),
  );

const LISTENING = {
  roles: ['system'],
  isInternal: true,
  whileSuspended: true,
} as const;

const includes = (list: unknown, item: string | undefined): boolean =>
  (list as readonly string[]).length === 0 ||
  item === undefined ||
  (list as readonly string[]).includes(item);

/** Rectification of a tolerated act of a person, owed once. */
const rectificationOwed = ({ context, data }: Args): Omit<Obligation, 'since'>[] =>
  determinationsInLine(data.determinations as string)
    .filter(isTolerated)
    .filter(
      (one) =>
        !context.determinations.some(
          (old) => isTolerated(old) && old.act === one.act && old.person === one.person,
        ),
    )
    .map(({ act, person }) => ({
      code: 'rectification',
      procedure: 'rectification',
      row: 'F-vary',
      act,
      person,
    }));

/** A review that is taken up again begins with its verification; what it had determined holds no longer. */
const TAKEN_UP = {
  to: 'accepted',
  record: () => ({
    isExOfficio: true,
    reportSubmittedAt: null,
    appraisals: [],
    determinations: [],
    decidedAt: null,
    deliveries: [],
    liabilityDecision: null,
  }),
  effects: [
    stopClock('tol.record'),
    startClock('tol.verify'),
    paper('initiation_sheet', 'handling_dept'),
    notify('tolerance_to_be_considered', 'handling_dept'),
    tell('parent', 'allegation', 'TOLERANCE_OPENED'),
  ],
} as const;

export const AFTERWARDS_ROWS: readonly ToleranceRow[] = [
  {
    ...LISTENING,
    row: 'C16-opened',
    event: 'RECTIFICATION_OPENED',
    from: EVERY_STATE,
    meets: (obligation, { data }) =>
      obligation.code === 'rectification' &&
      includes(data.acts, obligation.act) &&
      includes(data.persons, obligation.person),
    basis: ['C16', '1.7', 'T4', 'T26'],
    label: { zh: '整改已启动', en: 'Rectification was opened' },
  },
  {
    ...LISTENING,
    row: 'C-appeal-opened',
    event: 'APPEAL_OPENED',
    from: EVERY_STATE,
    meets: (obligation, { data }) => obligation.code === 'appeal' && obligation.person === data.person,
    basis: ['1.6', '1.7', 'T35'],
    label: { zh: '申诉程序已启动', en: 'The way of appeal is open' },
  },
  {
    ...LISTENING,
    ...TAKEN_UP,
    row: 'C-sent-back',
    event: 'SENT_BACK',
    from: ['refused_intake', 'withdrawn', 'delivered', 'recorded', 'revoked'],
    meets: ['ex_officio_review'],
    basis: ['1.6', '1.7', 'S19', 'T5'],
    label: { zh: '申诉后重新考虑容错', en: 'An appeal sends tolerance back to be considered' },
  },
  {
    ...LISTENING,
    row: 'C-varied',
    event: 'DETERMINATION_VARIED',
    from: ['delivered', 'recorded'],
    owes: ((args: Args) => [
      ...rectificationOwed(args),
      ...(args.context.obligations.some(({ code }) => code === 'apply_to_accountability')
        ? []
        : [{ code: 'apply_to_accountability', procedure: 'tolerance_review', row: 'F-vary' }]),
    ]) as never,
    record: ({ data, facts }) => ({
      determinations: determinationsInLine(data.determinations),
      decidedAt: facts.at,
      liabilityDecision: null,
    }),
    effects: ({ context }) => [
      paper('varied_determination', 'subject', 'subject_unit', 'handling_dept'),
      tell('parent', 'allegation', 'TOLERANCE_RECORDED', {
        determinations: determinationsLine(context.determinations),
      }),
    ],
    basis: ['1.6', '1.7', 'D', 'T23'],
    label: { zh: '申诉变更容错认定', en: 'An appeal varied the determination' },
  },
  {
    ...LISTENING,
    ...TAKEN_UP,
    row: 'C-revoked-on-appeal',
    event: 'DETERMINATION_REVOKED',
    from: ['delivered', 'recorded'],
    basis: ['1.6', '1.7', 'D'],
    label: { zh: '申诉撤销容错认定，责令重作', en: 'An appeal revoked the determination, to be made anew' },
  },
  {
    ...LISTENING,
    row: 'C18-reopened',
    event: 'LIABILITY_REOPENED',
    from: EVERY_STATE,
    meets: ['liability_reopened'],
    basis: ['C18', '1.7'],
    label: { zh: '责任追究已重启', en: 'The liability was taken up anew' },
  },
  {
    row: 'C18-deliver',
    event: 'DELIVER',
    from: 'revoked',
    roles: ['handler', 'handling_dept_head'],
    guards: ['is_not_done_in_the_future'],
    effects: (args) => [
      paper('revocation_decision', 'subject', 'subject_unit'),
      paper('how_to_seek_review', 'subject'),
      ...appealWindows(
        args,
        personsOf(args.context.determinations.filter(isTolerated)).map((person) => {
          const { deliveredOn } = args.data.separately.find((one) => one.person === person) ?? args.data;
          return { person, deliveredOn };
        }),
      ),
    ],
    basis: ['C18', '1.7', 'T35'],
    label: { zh: '送达撤销决定', en: 'Deliver the revocation' },
  },
];
