/** What a clarification refuses, guard by guard, each beside the same situation in which it says yes. */
import * as act from './clarification-acts.ts';
import { ALLEGATION_ID, allegation, COURSE, COURSE_V1, type Course } from './clarification-acts.ts';
import { RECEPTION, someone, SUBJECT } from './people.ts';
import { member, PROFILE, remembering } from './play.ts';
import type { GuardExample } from './tables.ts';

const OTHER = someone('sara', ['subject']);
const NOT_UNTRUE = ['partly_true', 'not_proven', 'true_minor', 'true', 'true_error_in_duty'] as const;
const earlier = (state: string) =>
  member('clarification', state, {
    case: '01890000-0000-7000-8000-00000000000c',
    relation: 'kin',
    summary: { allegation: ALLEGATION_ID },
  });
/** Another allegation of the family, not yet concluded. */
const openPoint = (point: string) =>
  member('allegation', 'preliminary_verification', {
    case: '01890000-0000-7000-8000-00000000000d',
    relation: 'kin',
    summary: { point, isFindingApproved: false },
  });
const unapproved = allegation('untrue', {
  summary: { ...allegation().summary, isFindingApproved: false },
});
const threeHandlers = { ...PROFILE, rules: { ...PROFILE.rules, minimumHandlers: 3 } };
const record = (data: Readonly<Record<string, unknown>>) => ({ ...act.applyFor().data, ...data });

const opening = ({ at: AT }: Course): readonly GuardExample[] => [
  ...NOT_UNTRUE.map((finding): GuardExample => ({
    guard: 'finding_is_untrue',
    name: `a finding of ${finding} opens no clarification`,
    from: AT.opening,
    event: act.open({ finding }),
    accepted: act.open({ finding: 'untrue' }),
  })),
  ...NOT_UNTRUE.map((finding): GuardExample => ({
    guard: 'has_a_concluded_finding',
    name: `nobody applies for the clarification of a point that is ${finding}`,
    from: AT.opening,
    event: act.applyFor([allegation(finding)]),
    accepted: act.applyFor([allegation('fabricated')]),
  })),
  {
    guard: 'has_a_concluded_finding',
    name: 'it is too early to apply while the finding is not approved',
    from: AT.opening,
    event: act.applyFor([unapproved]),
    accepted: act.applyFor(),
  },
  {
    guard: 'has_a_concluded_finding',
    name: 'there is nothing to apply for on an allegation of another family',
    from: AT.opening,
    event: act.applyFor([]),
    accepted: act.applyFor(),
  },
  {
    guard: 'concerns_the_applicant',
    name: 'nobody applies for the clarification of somebody else',
    from: AT.opening,
    event: act.applyFor(undefined, OTHER),
    accepted: { by: SUBJECT },
  },
  {
    guard: 'concerns_the_applicant',
    name: 'reception records the application of the person concerned',
    from: AT.opening,
    event: act.applyFor(undefined, OTHER),
    accepted: { by: RECEPTION, data: record({ onBehalfOf: 'subject' }) },
  },
  {
    guard: 'is_not_clarified_already',
    name: 'a point is not clarified twice',
    from: AT.opening,
    event: act.applyFor([allegation(), earlier('archived')]),
    accepted: act.applyFor([allegation(), earlier('not_needed')]),
  },
];

const assessment = ({ at: AT, ready, verifiedAnew }: Course): readonly GuardExample[] => [
  ...NOT_UNTRUE.map((finding): GuardExample => ({
    guard: 'finding_is_still_untrue',
    name: `what turns out to be ${finding} when verified anew is not clarified`,
    from: verifiedAnew(finding),
    event: act.assessNeeded(),
    accepted: { from: verifiedAnew('seriously_inaccurate') },
  })),
  {
    guard: 'ground_is_listed',
    name: 'a clarification is needed on a listed ground alone',
    from: AT.assessing,
    event: act.assessNeeded({ ground: 'he_is_a_friend' }),
    accepted: act.assessNeeded({ ground: 'bad_effect' }),
  },
  {
    guard: 'reason_is_listed',
    name: 'not clarifying always names a listed reason',
    from: AT.assessing,
    event: act.assessNotNeeded('too_much_work'),
    accepted: act.assessNotNeeded('no_effect'),
  },
  {
    guard: 'reason_is_listed',
    name: 'withholding always names a listed reason',
    from: AT.consulted,
    event: act.withhold('too_much_work'),
    accepted: act.withhold('would_harm_inquiry'),
  },
  {
    guard: 'includes_the_written_form',
    name: 'a meeting is never held without the letter beside it',
    from: ready,
    event: act.consult(['meeting']),
    accepted: act.consult(['meeting', 'written']),
  },
  {
    guard: 'names_a_circle',
    name: 'the subject is asked about the circle as well',
    from: ready,
    event: { ...act.consult(), data: { agrees: true, forms: ['written'] } },
    accepted: act.consult(),
  },
];

const handlers = ({ at: AT }: Course): readonly GuardExample[] => [
  {
    guard: 'has_the_handlers_required',
    name: 'finding no clarification needed takes as many handlers as the body requires',
    from: AT.assessing,
    event: { ...act.assessNotNeeded(), profile: threeHandlers },
    accepted: { profile: PROFILE },
  },
  {
    guard: 'has_the_handlers_required',
    name: 'a return visit takes as many handlers as the body requires',
    from: AT.completed,
    event: { ...act.followUp(), profile: threeHandlers },
    accepted: { profile: PROFILE },
  },
];

const dates = ({ at: AT }: Course): readonly GuardExample[] => [
  {
    guard: 'is_not_done_in_the_future',
    name: 'no letter is delivered tomorrow',
    from: AT.approved,
    event: act.carryOut('written', { deliveredOn: '2025-06-10' }),
    accepted: act.carryOut('written', { deliveredOn: '2025-06-09' }),
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'nobody is visited tomorrow',
    from: AT.completed,
    event: { ...act.followUp(), data: { ...act.followUp().data, visitedOn: '2025-06-10' } },
    accepted: act.followUp(),
  },
];

const approval = ({ at: AT, untilConsulted }: Course): readonly GuardExample[] => [
  {
    guard: 'is_within_the_damage',
    name: 'the circle is not wider than that of the damage',
    from: untilConsulted(['written'], 'system', 'unit'),
    event: act.approve(),
    accepted: { from: untilConsulted(['written'], 'unit', 'unit') },
  },
  {
    guard: 'names_nothing_sealed',
    name: 'the approver confirms that the text names no reporter and no secret',
    from: AT.consulted,
    event: act.approve(undefined, { nothingSealedInText: false }),
    accepted: act.approve(),
  },
  {
    guard: 'finding_still_stands',
    name: 'a clarification is not approved on a finding that has changed',
    from: AT.consulted,
    event: act.approve([allegation('true')]),
    accepted: act.approve([allegation('untrue')]),
  },
  {
    guard: 'finding_still_stands',
    name: 'a clarification is not approved while its allegation is reopened',
    from: AT.consulted,
    event: act.approve([unapproved]),
    accepted: act.approve([allegation('untrue')]),
  },
  {
    guard: 'point_is_in_no_other_open_case',
    name: 'a point is not cleared while another case on the same point is open',
    from: AT.consulted,
    event: act.approve([allegation(), openPoint('point-1')]),
    accepted: act.approve([allegation(), openPoint('point-2')]),
  },
];

const carryingOut = ({
  at: AT,
  untilCarriedOut,
  undelivered,
  afterChange,
}: Course): readonly GuardExample[] => [
  {
    guard: 'form_was_chosen',
    name: 'no form is carried out that was not approved',
    from: AT.approved,
    event: act.carryOut('circular'),
    accepted: act.carryOut('written'),
  },
  {
    guard: 'finding_still_stands',
    name: 'no letter goes out on a finding that has changed',
    from: AT.approved,
    event: act.carryOut('written', {}, [allegation('partly_true')]),
    accepted: act.carryOut(),
  },
  {
    guard: 'all_forms_are_done',
    name: 'nothing is completed while an approved form is outstanding',
    from: untilCarriedOut(['written', 'meeting'], 'written'),
    event: act.complete(),
    accepted: { from: untilCarriedOut(['written', 'meeting'], 'written', 'meeting') },
  },
  {
    guard: 'all_forms_are_done',
    name: 'nothing is completed without the written form',
    from: remembering(untilCarriedOut(['written', 'meeting'], 'meeting'), { forms: ['meeting'] }),
    event: act.complete(),
    accepted: { from: AT.carrying_out },
  },
  {
    guard: 'all_forms_are_done',
    name: 'a letter that was not delivered completes nothing',
    from: undelivered(),
    event: act.complete(),
    accepted: { from: AT.carrying_out },
  },
  {
    guard: 'finding_still_stands',
    name: 'a clarification is not completed on a finding that has changed',
    from: AT.carrying_out,
    event: act.complete([allegation('not_proven')]),
    accepted: act.complete(),
  },
  {
    guard: 'finding_has_changed',
    name: 'a clarification is not superseded while its finding stands',
    from: AT.completed,
    event: act.supersede(),
    accepted: { from: afterChange(AT.completed) },
  },
  {
    guard: 'finding_has_changed',
    name: 'a finding approved anew as it was changes nothing',
    from: afterChange(AT.archived, 'untrue'),
    event: act.supersede(),
    accepted: { from: afterChange(AT.archived, 'not_proven') },
  },
];

const refusalsOf = (course: Course): readonly GuardExample[] =>
  [opening, assessment, approval, carryingOut, handlers, dates].flatMap((part) => part(course));

export const CLARIFICATION_REFUSALS: readonly GuardExample[] = [
  ...refusalsOf(COURSE),
  {
    guard: 'has_the_handlers_required',
    name: 'that the subject declines is recorded by as many handlers as the body requires',
    from: COURSE.ready,
    event: { ...act.decline(), profile: threeHandlers },
    accepted: { profile: PROFILE },
  },
];

export const CLARIFICATION_REFUSALS_V1: readonly GuardExample[] = refusalsOf(COURSE_V1);
