/** Rows of a tolerance review until it is accepted: opening, application, cure, scope (C1-C6). */
import { isExpired } from '../domain/clock.ts';
import { paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import { dayOf, instantAt } from '../domain/local-day.ts';
import type { Profile } from '../domain/profile.ts';
import type { ToleranceContext } from './tolerance-review-events.ts';
import { foundElsewhere } from './tolerance-review-evidence.ts';
import { furtherAllegations, isHeldToAccount, scopeIn, type Args } from './tolerance-review-scope.ts';
import { HANDLING, type ToleranceRow } from './tolerance-review-states.ts';

const MAY_BE_OPENED = [
  'allegation_is_of_this_family',
  'no_crime_is_suspected',
  'names_acts_and_persons',
  'is_not_determined_already',
  'is_not_under_review_already',
] as const;

const toldOpened = tell('parent', 'allegation', 'TOLERANCE_OPENED');
/** Hangs the review on the allegations that its further acts come from, and tells them that it is open (T5). */
const hungOn = (args: Args): Effect[] =>
  furtherAllegations(args).map((id) => ({
    kind: 'send_event',
    to: { case: id },
    event: 'TOLERANCE_OPENED',
    data: {},
    ifAccepted: true,
    link: 'reviews_tolerance_of',
  }));
const opened = (args: Args): Effect[] => [toldOpened, ...hungOn(args)];

/** What a review begins with: its scope, and what other families hold about its persons. */
const beginning = (args: Args) => {
  const scope = scopeIn(args);
  return { ...scope, ...foundElsewhere(args.facts, scope) };
};

/** The application clock runs from the day the notice arrived, when that day is on record (T35). */
const applyClock = (noticeDeliveredOn: string | undefined, { rules }: Profile) =>
  noticeDeliveredOn === undefined
    ? startClock('tol.apply')
    : startClock('tol.apply', { from: instantAt(dayOf(noticeDeliveredOn), 12 * 60, rules.timeZone) });

const applicationOf = ({ context, data, facts }: Args): Partial<ToleranceContext> => {
  const due = facts.clocks?.['tol.apply']?.dueAt ?? null;
  const role = (data.onBehalfOf as 'subject' | 'subject_unit' | undefined) ?? null;
  const isUnit = facts.by.roles.includes('subject_unit');
  return {
    hasApplied: true,
    applicant: role === null ? facts.by.person : ((data.applicant as string | undefined) ?? context.subject),
    applicantRole: role ?? (isUnit ? 'subject_unit' : 'subject'),
    isLate: isExpired(due, facts.at),
    lateReason: (data.lateReason as string | undefined) ?? null,
  };
};

export const INTAKE_ROWS: readonly ToleranceRow[] = [
  {
    row: 'C2-open',
    event: 'OPEN_ACCOUNTABILITY',
    from: 'opening',
    to: 'right_notified',
    roles: HANDLING,
    duty: 'handled',
    needs: ['family', 'elsewhere'],
    guards: [...MAY_BE_OPENED, 'notice_has_arrived'],
    record: (args) => ({ ...beginning(args), isAccountabilityOpen: true }),
    effects: (args) => [
      applyClock(args.data.noticeDeliveredOn, args.profile),
      paper('notice_of_right_to_apply', 'subject', 'subject_unit'),
      ...opened(args),
    ],
    basis: ['C2', 'S19', 'T5', 'D'],
    label: { zh: '启动问责并告知申请容错的权利', en: 'Open accountability and give notice of the right' },
  },
  {
    row: 'C1',
    event: 'OPEN_EX_OFFICIO',
    from: 'opening',
    to: 'accepted',
    roles: HANDLING,
    duty: 'handled',
    needs: ['family', 'elsewhere'],
    guards: [...MAY_BE_OPENED, 'accountability_or_error_in_duty'],
    record: (args) => ({
      ...beginning(args),
      isExOfficio: true,
      isAccountabilityOpen: (args.facts.family ?? []).some(
        (member) => member.case === args.data.allegation && isHeldToAccount(member),
      ),
    }),
    effects: (args) => [
      startClock('tol.verify'),
      paper('initiation_sheet', 'handling_dept'),
      paper('notice_of_right_to_apply', 'subject', 'subject_unit'),
      ...opened(args),
    ],
    basis: ['C1', 'S20', 'S26', 'T5'],
    label: { zh: '依职权启动', en: 'Open ex officio' },
  },
  {
    row: 'C3-open',
    event: 'APPLY',
    from: 'opening',
    to: 'applied',
    roles: ['subject', 'subject_unit'],
    recordedBy: [...HANDLING, 'reception_officer'],
    needs: ['family', 'elsewhere'],
    guards: [
      ...MAY_BE_OPENED,
      'accountability_is_open_or_decided',
      'concerns_the_applicant',
      'late_reason_is_listed',
    ],
    record: (args) => {
      const scope = beginning(args);
      const application = applicationOf(args);
      const applicant = application.applicant ?? scope.subject;
      return { ...scope, ...application, applicant, isAccountabilityOpen: true };
    },
    effects: (args) => [
      startClock('tol.accept'),
      paper('tolerance_application', 'handling_dept'),
      ...opened(args),
    ],
    basis: ['C3', 'S19', 'S20'],
    label: { zh: '申请容错', en: 'Apply for tolerance' },
  },
  {
    row: 'C3',
    event: 'APPLY',
    from: 'right_notified',
    to: 'applied',
    roles: ['subject', 'subject_unit'],
    recordedBy: [...HANDLING, 'reception_officer'],
    needs: ['family', 'clocks'],
    guards: ['concerns_the_applicant', 'applies_for_acts_under_review', 'late_reason_is_listed'],
    record: applicationOf,
    effects: [
      stopClock('tol.apply'),
      startClock('tol.accept'),
      paper('tolerance_application', 'handling_dept'),
    ],
    basis: ['C3', 'S19', 'S20'],
    label: { zh: '申请容错', en: 'Apply for tolerance' },
  },
  {
    row: 'C3-join',
    event: 'APPLY',
    from: ['accepted', 'verifying', 'heard'],
    roles: ['subject', 'subject_unit'],
    recordedBy: [...HANDLING, 'reception_officer'],
    needs: ['family', 'clocks'],
    guards: [
      'has_not_applied_yet',
      'concerns_the_applicant',
      'applies_for_acts_under_review',
      'late_reason_is_listed',
    ],
    record: applicationOf,
    effects: [stopClock('tol.apply'), paper('tolerance_application', 'handling_dept')],
    basis: ['C3', 'S20', 'D'],
    label: { zh: '在依职权审查中申请', en: 'Apply while the review runs ex officio' },
  },
  {
    row: 'C1-notified',
    event: 'OPEN_EX_OFFICIO',
    from: ['right_notified', 'applied', 'curing'],
    to: 'accepted',
    roles: HANDLING,
    duty: 'handled',
    needs: ['family'],
    guards: ['accountability_or_error_in_duty', 'no_crime_is_suspected'],
    record: () => ({ isExOfficio: true }),
    effects: [
      stopClock('tol.apply'),
      stopClock('tol.accept'),
      stopClock('tol.cure'),
      startClock('tol.verify'),
      paper('initiation_sheet', 'handling_dept'),
    ],
    basis: ['C1', 'S20', 'S26', 'T5'],
    label: { zh: '依职权启动', en: 'Open ex officio' },
  },
  {
    row: 'C1-still-owed',
    event: 'OPEN_EX_OFFICIO',
    from: ['withdrawn', 'refused_intake'],
    to: 'accepted',
    roles: HANDLING,
    duty: 'handled',
    needs: ['family'],
    guards: ['review_is_still_owed', 'no_crime_is_suspected'],
    meets: ['ex_officio_review'],
    record: () => ({ isExOfficio: true }),
    effects: [startClock('tol.verify'), paper('initiation_sheet', 'handling_dept'), toldOpened],
    basis: ['C17', 'S20', 'T17', 'D'],
    label: { zh: '撤回或者逾期后依职权继续', en: 'Go on ex officio after the application fell away' },
  },
  {
    row: 'C2',
    event: 'NOTIFY_RIGHT',
    from: ['right_notified', 'accepted', 'verifying'],
    roles: HANDLING,
    needs: ['clocks'],
    // The notice that is given again gives nobody further days.
    effects: ({ context, facts }) => [
      ...(context.isExOfficio && !context.hasApplied && facts.clocks?.['tol.apply'] === undefined
        ? [startClock('tol.apply')]
        : []),
      paper('notice_of_right_to_apply', 'subject', 'subject_unit'),
    ],
    basis: ['C2', 'S19'],
    label: { zh: '告知申请权利', en: 'Give notice of the right to apply' },
  },
  {
    row: 'C-scope',
    event: 'ADD_TO_SCOPE',
    from: ['right_notified', 'applied', 'curing', 'accepted', 'verifying', 'heard'],
    roles: ['handling_dept_head'],
    duty: 'handled',
    needs: ['family'],
    guards: [
      'report_is_not_in_yet',
      'allegation_is_of_this_family',
      'no_crime_is_suspected',
      'adds_something_new',
    ],
    record: ({ context, data }) => ({
      acts: [
        ...context.acts,
        ...data.acts.map(({ act, allegation }) => ({ act, allegation: allegation ?? null })),
      ],
      persons: [...context.persons, ...data.persons],
    }),
    effects: (args) => [paper('notice_of_right_to_apply', 'subject', 'subject_unit'), ...hungOn(args)],
    basis: ['2.3', 'T18', 'D'],
    label: { zh: '增加审查的行为或者人员', en: 'Take a further act or person into the review' },
  },
  {
    row: 'C4',
    event: 'ASK_CURE',
    from: 'applied',
    to: 'curing',
    roles: HANDLING,
    guards: ['has_not_asked_for_cure'],
    record: () => ({ hasAskedForCure: true }),
    effects: [stopClock('tol.accept'), startClock('tol.cure'), paper('cure_list', 'subject', 'subject_unit')],
    basis: ['C4', 'S30'],
    label: { zh: '一次性告知补正', en: 'Ask once for missing papers' },
  },
  {
    row: 'C4-cure',
    event: 'CURE',
    from: 'curing',
    to: 'applied',
    roles: ['subject', 'subject_unit'],
    recordedBy: [...HANDLING, 'reception_officer'],
    effects: [stopClock('tol.cure'), startClock('tol.accept'), paper('cured_papers', 'handling_dept')],
    basis: ['C4', 'S30', 'D'],
    label: { zh: '补正材料', en: 'Complete the papers' },
  },
  {
    row: 'C5',
    event: 'REFUSE_INTAKE',
    from: ['applied', 'curing'],
    to: 'refused_intake',
    roles: ['approver_incharge'],
    duty: 'approved',
    guards: ['refuses_as_late_what_was_late'],
    record: ({ data }) => ({ refusalReason: data.reason }),
    owes: ({ data }) =>
      data.reason === 'late_without_reason'
        ? [{ code: 'ex_officio_review', procedure: 'tolerance_review', row: 'C5' }]
        : [],
    effects: [paper('reasoned_refusal', 'subject', 'subject_unit')],
    basis: ['C5', 'S5'],
    label: { zh: '不予受理', en: 'Refuse intake' },
  },
  {
    row: 'C6',
    event: 'ACCEPT',
    from: ['applied', 'curing'],
    to: 'accepted',
    roles: ['handling_dept_head'],
    duty: 'handled',
    guards: ['recusal_is_clear'],
    effects: [
      stopClock('tol.accept'),
      stopClock('tol.cure'),
      startClock('tol.verify'),
      paper('acceptance_notice', 'subject', 'subject_unit'),
    ],
    basis: ['C6'],
    label: { zh: '受理', en: 'Accept' },
  },
];
