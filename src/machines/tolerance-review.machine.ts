/**
 * Tolerance review: which errors of which persons are tolerated, inside an accountability matter. Procedure C.
 *
 *   right_notified ─→ applied ⇄ curing ─→ accepted ─→ verifying ─→ heard ─→ consulted ─→ proposed ─→ determined ─→
 *        └──── ex officio ─────────────────↗     ↖─────────── returned ──────────────────┘          delivered ─→ recorded
 *
 * One case holds a determination per act and person (T18). A withdrawal ends an application, not the body's own duty
 * to look (T17); what was tolerated is always followed by rectification (T4) and stated by the liability decision (T5).
 */
import { isExpired } from '../domain/clock.ts';
import { notify, paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import { dayOf, instantAt } from '../domain/local-day.ts';
import { determinationsLine, isTolerated } from '../domain/tolerance.ts';
import type { Profile } from '../domain/profile.ts';
import { defineProcedure } from './define-procedure.ts';
import { membersOf } from './generic-guards.ts';
import { AFTERWARDS_ROWS, appealWindows, personsOf } from './tolerance-review-afterwards-rows.ts';
import { BLANK, Events, type ToleranceContext } from './tolerance-review-events.ts';
import { EVIDENCE_GUARDS, foundElsewhere, reliedOn, withFilings } from './tolerance-review-evidence.ts';
import { INTAKE_GUARDS, OPENING_GUARDS } from './tolerance-review-intake-guards.ts';
import {
  AFTERWARDS_GUARDS,
  DECISION_GUARDS,
  PROPOSAL_GUARDS,
  VERIFICATION_GUARDS,
} from './tolerance-review-merits-guards.ts';
import { furtherAllegations, isHeldToAccount, scopeIn, type Args } from './tolerance-review-scope.ts';

const States = {
  right_notified: {
    label: { zh: '已告知申请权利', en: 'right to apply notified' },
    owed: ['handling_dept_head'],
    clocks: ['tol.apply'],
  },
  applied: { label: { zh: '已申请', en: 'applied for' }, clocks: ['tol.accept'] },
  curing: { label: { zh: '待补正', en: 'papers to be completed' }, clocks: ['tol.cure'] },
  accepted: { label: { zh: '已受理', en: 'accepted' }, clocks: ['tol.verify', 'tol.apply'] },
  verifying: { label: { zh: '核查中', en: 'being verified' }, clocks: ['tol.verify', 'tol.apply'] },
  heard: { label: { zh: '已听取陈述申辩', en: 'persons heard' }, clocks: ['tol.verify', 'tol.apply'] },
  consulted: {
    label: { zh: '已会商', en: 'consulted' },
    owed: ['handling_dept_head'],
    clocks: ['tol.verify', 'tol.decide'],
  },
  proposed: { label: { zh: '已提出认定建议', en: 'determination proposed' }, clocks: ['tol.decide'] },
  determined: { label: { zh: '已认定', en: 'determined' }, clocks: ['tol.deliver', 'tol.record'] },
  delivered: { label: { zh: '已送达', en: 'delivered' }, clocks: ['tol.record'] },
  recorded: { label: { zh: '已备案', en: 'recorded' }, isClosed: true },
  refused_intake: { label: { zh: '不予受理', en: 'intake refused' }, isClosed: true },
  withdrawn: { label: { zh: '已撤回', en: 'withdrawn' }, isClosed: true },
  revoked: { label: { zh: '已撤销', en: 'revoked' }, isClosed: true },
} as const;

const Guards = {
  ...OPENING_GUARDS,
  ...INTAKE_GUARDS,
  ...VERIFICATION_GUARDS,
  ...PROPOSAL_GUARDS,
  ...EVIDENCE_GUARDS,
  ...DECISION_GUARDS,
  ...AFTERWARDS_GUARDS,
};

const HANDLING = ['handler', 'handling_dept_head'] as const;
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

export const toleranceReview = defineProcedure<
  ToleranceContext,
  keyof typeof States,
  keyof typeof Guards,
  typeof Events
>({
  name: 'tolerance_review',
  version: 1,
  label: { zh: '容错纠错认定', en: 'Tolerance review' },
  context: BLANK,
  states: States,
  events: Events,
  openings: ['OPEN_ACCOUNTABILITY', 'OPEN_EX_OFFICIO', 'APPLY'],
  joins: { by: 'allegation', link: 'reviews_tolerance_of' },
  guards: Guards,
  rows: [
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
      effects: [
        stopClock('tol.accept'),
        startClock('tol.cure'),
        paper('cure_list', 'subject', 'subject_unit'),
      ],
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
    {
      row: 'C7',
      event: 'VERIFY',
      from: 'accepted',
      to: 'verifying',
      roles: HANDLING,
      people: 2,
      duty: 'handled',
      guards: ['has_the_handlers_required'],
      effects: [paper('verification_record', 'handling_dept')],
      basis: ['C7', 'S2'],
      label: { zh: '开始核查', en: 'Verify' },
    },
    {
      row: 'C9',
      event: 'HEAR_SUBJECT',
      from: ['verifying', 'heard'],
      to: 'heard',
      roles: HANDLING,
      people: 2,
      duty: 'handled',
      guards: ['has_the_handlers_required', 'is_not_done_in_the_future', 'hears_persons_of_this_review'],
      record: ({ context, data }) => ({
        heard: [...new Set([...context.heard, ...data.heard, ...data.waived])],
      }),
      effects: [paper('hearing_record', 'handling_dept')],
      basis: ['C9', 'S27'],
      label: { zh: '听取陈述申辩', en: 'Hear a person under review' },
    },
    {
      row: 'C9-report',
      event: 'SUBMIT_VERIFICATION_REPORT',
      from: ['heard', 'consulted'],
      roles: HANDLING,
      people: 2,
      duty: 'handled',
      guards: ['has_the_handlers_required', 'everyone_was_heard', 'report_is_not_in_yet'],
      record: ({ facts }) => ({ reportSubmittedAt: facts.at }),
      effects: [
        stopClock('tol.verify'),
        startClock('tol.decide'),
        paper('verification_report', 'handling_dept', 'collegial_body'),
      ],
      basis: ['settled 6', 'C7', 'D'],
      label: { zh: '提交核查报告', en: 'Submit the verification report' },
    },
    {
      row: 'C10',
      event: 'CONSULT',
      from: ['heard', 'consulted'],
      to: 'consulted',
      roles: ['tolerance_panel', ...HANDLING],
      guards: ['everyone_was_heard'],
      record: ({ context, data }) => ({
        opinions: [...context.opinions, ...data.opinions.map(({ body, opinion }) => ({ body, opinion }))],
      }),
      effects: [paper('opinions_of_consulted_bodies', 'handling_dept')],
      basis: ['C10', 'S23', 'S26'],
      label: { zh: '会商', en: 'Consult' },
    },
    {
      row: 'C11',
      event: 'PROPOSE',
      from: ['consulted', 'proposed'],
      to: 'proposed',
      roles: HANDLING,
      duty: 'handled',
      needs: ['elsewhere'],
      guards: [
        'report_is_in',
        'appraises_each_act_and_person',
        'rates_every_factor_once',
        'answers_every_distinction',
        'answers_every_condition',
        'answers_every_exclusion',
        'rests_on_evidence',
        'sham_code_has_a_second_reviewer',
        'sham_codes_show_in_the_ratings',
        'filing_may_be_relied_on',
        'relies_on_known_filings',
        'answers_every_filing',
      ],
      record: ({ context, data, facts }) => {
        const { filings, signals } = foundElsewhere(facts, context);
        const appraisals = data.appraisals.map(({ proposedOutcome: _proposed, ...appraisal }) => ({
          ...appraisal,
          factors: appraisal.factors.map(({ factor, rating, evidence }) => ({ factor, rating, evidence })),
          conditions: appraisal.conditions.map(({ code, holds }) => ({ code, holds })),
          exclusions: appraisal.exclusions.map(({ reason: _reason, ...answer }) => answer),
          filingsSetAside: appraisal.filingsSetAside.map(({ filing, reason }) => ({ filing, reason })),
        }));
        return { filings, signals, appraisals: appraisals.map((one) => withFilings(one, filings)) };
      },
      effects: [paper('determination_proposal', 'collegial_body')],
      basis: ['C11', '2.1', '2.2', '2.3'],
      label: { zh: '提出认定建议', en: 'Propose a determination' },
    },
    {
      row: 'C-return',
      event: 'RETURN_FOR_MORE',
      from: 'proposed',
      to: 'verifying',
      roles: ['collegial_body', 'tolerance_panel'],
      record: () => ({ reportSubmittedAt: null, appraisals: [] }),
      effects: [stopClock('tol.decide'), startClock('tol.verify'), paper('return_opinion', 'handling_dept')],
      basis: ['2.1', 'D'],
      label: { zh: '退回补充核查', en: 'Return for more verification' },
    },
    {
      row: 'C12',
      event: 'DECIDE',
      from: 'proposed',
      to: 'determined',
      roles: ['collegial_body'],
      isCollective: true,
      duty: 'decided',
      needs: ['family', 'elsewhere'],
      guards: [
        'determines_each_proposed_pair',
        'nothing_is_unknown',
        'a_bar_leaves_no_tolerance',
        'an_exclusion_leaves_no_tolerance',
        'all_conditions_hold',
        'suspected_crime_is_not_tolerated',
        'key_factors_are_not_against',
        'a_factor_against_leaves_a_sanction',
        'minor_measure_goes_without_sanction',
        'demands_rectification',
        'filings_relied_on_still_stand',
      ],
      record: (args) => ({
        determinations: args.data.determinations.map(({ act, person, outcome, minorMeasure }) => ({
          act,
          person,
          outcome,
          ...(minorMeasure === undefined ? {} : { minorMeasure }),
        })),
        decidedAt: args.facts.at,
        minority: membersOf(args.data)
          .filter(({ vote }) => vote !== 'for')
          .map(({ person }) => person),
      }),
      owes: ({ data }) => [
        { code: 'apply_to_accountability', procedure: 'tolerance_review', row: 'C15' },
        ...data.determinations.map((one) => ({
          ...(isTolerated(one)
            ? { code: 'rectification', procedure: 'rectification', row: 'C16' }
            : { code: 'liability_goes_on', procedure: 'allegation', row: 'C12' }),
          person: one.person,
          act: one.act,
        })),
      ],
      effects: ({ context, data, facts }) => [
        stopClock('tol.decide'),
        startClock('tol.deliver'),
        startClock('tol.record'),
        paper('determination_decision', 'handling_dept'),
        ...(data.determinations.some(isTolerated) ? [notify('rectification_owed', 'handling_dept')] : []),
        ...reliedOn(context, facts.case),
      ],
      basis: ['C12', 'C16', '2.3', 'T4', 'T7', 'T18'],
      label: { zh: '集体作出容错认定', en: 'Determine, as a body' },
    },
    {
      row: 'C13',
      event: 'DELIVER',
      from: 'determined',
      to: 'delivered',
      roles: HANDLING,
      guards: ['is_delivered_on_a_possible_day', 'is_delivered_to_persons_determined'],
      record: ({ context, data }) => ({
        deliveries: personsOf(context.determinations).map((person) => {
          const { deliveredOn, manner } = data.separately.find((one) => one.person === person) ?? data;
          return { person, deliveredOn, manner };
        }),
      }),
      owes: ({ context }) =>
        personsOf(context.determinations).map((person) => ({
          code: 'appeal',
          procedure: 'appeal',
          row: 'C13',
          person,
        })),
      effects: (args) => [
        stopClock('tol.deliver'),
        paper('determination_decision', 'subject', 'subject_unit'),
        paper('how_to_seek_review', 'subject'),
        paper('delivery_record', 'handling_dept'),
        ...appealWindows(args, args.context.deliveries),
      ],
      basis: ['C13', 'S22', 'T35'],
      label: { zh: '送达', en: 'Deliver' },
    },
    {
      row: 'C14',
      event: 'RECORD',
      from: 'delivered',
      to: 'recorded',
      roles: ['case_supervisor'],
      guards: ['rectification_was_served'],
      effects: ({ context }) => [
        paper('tolerance_filing', 'discipline_organ', 'org_personnel'),
        paper('filing_receipt', 'case_supervisor'),
        tell('parent', 'allegation', 'TOLERANCE_RECORDED', {
          determinations: determinationsLine(context.determinations),
        }),
      ],
      basis: ['C14', 'S22'],
      label: { zh: '报告备案', en: 'Report and file' },
    },
    {
      row: 'C15',
      event: 'APPLY_TO_ACCOUNTABILITY',
      from: ['determined', 'delivered', 'recorded'],
      roles: ['collegial_body'],
      duty: 'decided',
      guards: ['states_every_determination'],
      meets: ['apply_to_accountability', 'liability_goes_on'],
      record: ({ data }) => ({ liabilityDecision: data.decision }),
      effects: [paper('liability_decision', 'subject', 'subject_unit')],
      basis: ['C15', 'T5'],
      label: { zh: '在责任追究决定中载明', en: 'State the result in the liability decision' },
    },
    {
      row: 'C17',
      event: 'WITHDRAW',
      from: ['applied', 'curing', 'accepted', 'verifying', 'heard'],
      to: 'withdrawn',
      roles: ['subject', 'subject_unit'],
      recordedBy: [...HANDLING, 'reception_officer'],
      guards: ['is_in_writing', 'is_the_applicant', 'rests_on_the_application'],
      record: () => ({ hasWithdrawn: true }),
      owes: () => [{ code: 'ex_officio_review', procedure: 'tolerance_review', row: 'C17' }],
      effects: [paper('withdrawal_note', 'handling_dept')],
      basis: ['C17', 'T17'],
      label: { zh: '撤回申请', en: 'Withdraw the application' },
    },
    {
      row: 'C17-ex-officio',
      event: 'WITHDRAW',
      from: ['accepted', 'verifying', 'heard'],
      roles: ['subject', 'subject_unit'],
      recordedBy: [...HANDLING, 'reception_officer'],
      guards: ['is_in_writing', 'is_the_applicant', 'runs_ex_officio'],
      record: () => ({ hasWithdrawn: true }),
      effects: [paper('withdrawal_note', 'handling_dept')],
      basis: ['C17', 'T17', 'D'],
      label: { zh: '撤回申请，依职权审查继续', en: 'Withdraw; the review goes on ex officio' },
    },
    {
      row: 'C18',
      event: 'REVOKE',
      from: 'recorded',
      to: 'revoked',
      roles: ['collegial_body', 'superior_body'],
      isCollective: true,
      duty: 'decided',
      guards: ['something_was_tolerated'],
      record: ({ data }) => ({ revocationGround: data.ground }),
      owes: ({ context }) => [
        ...context.determinations.filter(isTolerated).map(({ act, person }) => ({
          code: 'liability_reopened',
          procedure: 'allegation',
          row: 'C18',
          person,
          act,
        })),
        ...personsOf(context.determinations.filter(isTolerated)).map((person) => ({
          code: 'appeal',
          procedure: 'appeal',
          row: 'C18',
          person,
        })),
      ],
      effects: [
        paper('revocation_decision', 'subject', 'subject_unit', 'discipline_organ', 'org_personnel'),
        tell('parent', 'allegation', 'TOLERANCE_REVOKED'),
      ],
      basis: ['C18', '1.7'],
      label: { zh: '撤销容错认定', en: 'Revoke' },
    },
    ...AFTERWARDS_ROWS,
  ],
  told: () => ['subject', 'subject_unit'],
  summary: (context) => ({
    subject: context.subject,
    allegation: context.allegation,
    acts: context.acts.map(({ act }) => act).join(' '),
    persons: context.persons.join(' '),
    isExOfficio: context.isExOfficio,
    hasApplied: context.hasApplied,
    isDetermined: context.determinations.length > 0,
    isTolerated: context.determinations.some(isTolerated),
    determinations: determinationsLine(context.determinations),
    isInLiabilityDecision: context.liabilityDecision !== null,
  }),
});
