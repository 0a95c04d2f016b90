/**
 * Rows of an appeal from its window to its acceptance (1.6): opened by the delivery of a decision or by a filing, expired
 * by the end of the window alone, filed in time or with a reason for being late, completed once, accepted or refused.
 */
import { notify, paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import { acceptClock, decideClock, windowClock, type Args } from './appeal-tracks.ts';
import type { AppealContext } from './appeal-events.ts';
import { appellantIn, benchOf, isLateFiling } from './appeal-intake-guards.ts';
import { APPELLANT, BENCH, BENCH_GUARDS, RECORDING, type AppealRow } from './appeal-states.ts';
import type { FamilyMember } from './procedure.ts';

/** Who has sat so far, with those of this act. */
export const sittingAlso = (args: Args): string[] => [
  ...new Set([...args.context.panel, ...benchOf(args).map(({ person }) => person)]),
];

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** What an appeal keeps of the case it is against, as it stands on opening; what the event says comes first. */
function openedOn(member: FamilyMember | undefined, data: Args['data']): Partial<AppealContext> {
  const { summary = {} } = member ?? {};
  return {
    on: data.on as string,
    onProcedure: member?.procedure ?? null,
    track: data.track as string,
    step: data.step as number,
    deliveredOn: text(data.deliveredOn),
    circle: (data.circle as AppealContext['circle'] | undefined) ?? null,
    decision: text(data.decision) ?? text(summary.decision),
    measure: text(data.measure) ?? text(summary.measure),
    minorHandling: text(summary.minorHandling),
    finding: text(summary.finding),
    sanctionTrack: text(summary.track),
  };
}

const namedIn = ({ data, facts }: Args) => facts.family?.find((member) => member.case === data.on);

/**
 * The decided case learns that the way of appeal is open, and nothing there stops for it (T23). A further step hangs on
 * the step before it; it is hung on the decided case as well, which is told by its id.
 */
function opened({ context }: Pick<Args, 'context'>): Effect[] {
  if (context.subject === null || context.on === null) return [];
  const data = { person: context.subject, step: context.step };
  if (context.earlierStep === null)
    return [
      tell('parent', 'allegation', 'APPEAL_OPENED', data),
      tell('parent', 'tolerance_review', 'APPEAL_OPENED', data),
    ];
  return [
    {
      kind: 'send_event',
      to: { case: context.on },
      event: 'APPEAL_OPENED',
      data,
      ifAccepted: true,
      link: 'appeals_against',
    },
  ];
}

const filedWith = ({ data }: Args): Partial<AppealContext> => ({
  receivedOn: data.receivedOn as string,
  filedBy: data.filedBy as string,
  lateReason: text(data.lateReason),
  obstacleEndedOn: text(data.obstacleEndedOn),
});

const filedDirectly = (args: Args): Partial<AppealContext> => ({
  ...openedOn(namedIn(args), args.data),
  ...filedWith(args),
  subject: appellantIn(args),
  isLate: isLateFiling(args),
});

const WAITING = [paper('appeal_received', 'parties_told'), paper('appeal_sheet', 'appeals_panel')];
/** The notice says that the decision is carried out meanwhile (T23). */
const TAKEN_UP = [paper('acceptance_notice', 'parties_told', 'handling_dept')];

const DIRECTLY = {
  event: 'FILE',
  from: 'opening',
  roles: APPELLANT,
  recordedBy: RECORDING,
  needs: ['family'],
  record: ((args: Args) => filedDirectly(args)) as never,
  basis: ['1.6', 'S3', 'S4', 'S30'],
  label: { zh: '直接提出申诉', en: 'File where no window was opened' },
} as const;
const DIRECT_GUARDS = [
  'step_exists',
  'concerns_what_can_be_appealed',
  'is_for_this_level',
  'may_skip_the_step_before',
  'is_about_a_person_of_the_case',
  'is_filed_for_oneself',
  'is_filed_once',
  'names_its_delivery',
  'late_reason_is_listed',
  'days_are_in_order',
] as const;

const IN_TIME = {
  event: 'FILE',
  from: ['window_open', 'expired'],
  roles: APPELLANT,
  recordedBy: RECORDING,
  needs: ['family', 'clocks'],
  until: 'appeal.window',
  record: ((args: Args) => filedWith(args)) as never,
  basis: ['1.6', 'S1', 'S3', 'S30', 'T35'],
  label: { zh: '提出申诉', en: 'File' },
} as const;
const IN_TIME_GUARDS = ['is_filed_for_oneself', 'days_are_in_order', 'was_received_in_time'] as const;

export const INTAKE_ROWS: readonly AppealRow[] = [
  {
    row: 'F-open',
    event: 'OPEN',
    from: 'opening',
    to: 'window_open',
    roles: ['system'],
    isInternal: true,
    needs: ['family'],
    record: (args) => ({
      ...openedOn(namedIn(args), args.data),
      subject: args.data.subject,
      earlierStep: args.data.earlierStep ?? null,
    }),
    effects: (args) => [...windowClock(args), paper('how_to_file_appeal', 'parties_told'), ...opened(args)],
    basis: ['1.6', '1.7', 'T35'],
    label: { zh: '申诉期限起算', en: 'The window opens' },
  },
  {
    ...DIRECTLY,
    row: 'F-direct',
    to: 'filed',
    guards: [...DIRECT_GUARDS, 'is_taken_in_first'],
    effects: ((args: Args) => [acceptClock(args), ...WAITING, ...opened(args)]) as never,
  },
  {
    ...DIRECTLY,
    row: 'F-direct-examined',
    to: 'examining',
    guards: [...DIRECT_GUARDS, 'filing_is_acceptance'],
    effects: ((args: Args) => [decideClock(args), ...TAKEN_UP, ...opened(args)]) as never,
  },
  {
    ...IN_TIME,
    row: 'F-file',
    to: 'filed',
    guards: [...IN_TIME_GUARDS, 'is_taken_in_first'],
    effects: ((args: Args) => [stopClock('appeal.window'), acceptClock(args), ...WAITING]) as never,
  },
  {
    ...IN_TIME,
    row: 'F-file-examined',
    to: 'examining',
    guards: [...IN_TIME_GUARDS, 'filing_is_acceptance'],
    effects: ((args: Args) => [stopClock('appeal.window'), decideClock(args), ...TAKEN_UP]) as never,
  },
  {
    row: 'F-expired',
    event: 'DEADLINE_PASSED',
    from: 'window_open',
    to: 'expired',
    when: { clock: 'appeal.window' },
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    needs: ['clocks'],
    record: ({ facts }) => ({ windowEndedAt: facts.clocks?.['appeal.window']?.dueAt ?? facts.at }),
    effects: [notify('appeal_window_over', 'case_supervisor')],
    basis: ['1.6', '0.3', 'T8'],
    label: { zh: '申诉期限届满', en: 'The window is over' },
  },
  {
    row: 'F-late',
    event: 'FILE_LATE',
    from: 'expired',
    to: 'filed',
    roles: APPELLANT,
    recordedBy: RECORDING,
    guards: ['is_filed_for_oneself', 'late_reason_is_listed', 'days_are_in_order'],
    record: ((args: Args) => ({ ...filedWith(args), isLate: true })) as never,
    effects: (args) => [acceptClock(args), ...WAITING],
    basis: ['0.3', 'S5'],
    label: { zh: '逾期提出申诉', en: 'File late, with a reason' },
  },
  {
    row: 'F-cure-asked',
    event: 'ASK_CURE',
    from: 'filed',
    to: 'curing',
    roles: BENCH,
    needs: ['family'],
    duty: 'heard_appeal',
    guards: [...BENCH_GUARDS, 'asks_for_cure_once'],
    record: (args) => ({ hasAskedForCure: true, panel: sittingAlso(args) }),
    effects: [stopClock('appeal.accept'), startClock('appeal.cure'), paper('cure_list', 'parties_told')],
    basis: ['1.6', 'S30'],
    label: { zh: '一次性告知补正', en: 'Ask once for missing papers' },
  },
  {
    row: 'F-cured',
    event: 'CURE',
    from: 'curing',
    to: 'filed',
    roles: APPELLANT,
    recordedBy: RECORDING,
    guards: ['is_filed_for_oneself'],
    effects: ({ context, profile }) => [
      stopClock('appeal.cure'),
      acceptClock({ context: { ...context, receivedOn: null }, profile }),
      paper('cured_papers', 'appeals_panel'),
    ],
    basis: ['1.6', 'S30', 'D'],
    label: { zh: '补正材料', en: 'Complete the papers' },
  },
  {
    row: 'F-accept',
    event: 'ACCEPT',
    from: 'filed',
    to: 'examining',
    roles: BENCH,
    needs: ['family'],
    duty: 'heard_appeal',
    guards: [...BENCH_GUARDS, 'panel_is_odd', 'lateness_is_ruled_on'],
    record: (args) => ({ isAccepted: true, panel: sittingAlso(args) }),
    effects: (args) => [stopClock('appeal.accept'), decideClock(args), ...TAKEN_UP],
    basis: ['1.6', 'S5', 'S12', 'S30', 'T14', 'T23'],
    label: { zh: '受理', en: 'Accept, and name the panel' },
  },
  {
    row: 'F-refuse',
    event: 'REFUSE_INTAKE',
    from: ['filed', 'curing', 'examining'],
    to: 'refused',
    roles: BENCH,
    people: 2,
    needs: ['family'],
    duty: 'heard_appeal',
    guards: [...BENCH_GUARDS, 'is_not_accepted_yet', 'refusal_fits'],
    record: (args) => ({ refusalReason: args.data.reason, panel: sittingAlso(args) }),
    effects: [paper('reasoned_refusal', 'parties_told', 'handling_dept')],
    basis: ['1.6', 'S30'],
    label: { zh: '不予受理', en: 'Do not accept' },
  },
];
