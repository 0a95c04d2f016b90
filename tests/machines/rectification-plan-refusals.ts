/**
 * What a rectification refuses until its plan stands: a notice without a decision, four lists that do not fit together.
 * Each beside the same situation in which it says yes.
 */
import type { EventData } from '../../src/domain/effect.ts';
import type { FamilyMember } from '../../src/machines/procedure.ts';
import { SUBJECT } from './people.ts';
import { member } from './play.ts';
import * as act from './rectification-acts.ts';
import {
  ANOTHER_UNIT,
  AT,
  measure,
  problem,
  REVIEW_ID,
  review,
  untilSubmitted,
} from './rectification-acts.ts';
import type { GuardExample } from './tables.ts';

const nothingTolerated = review({
  summary: { isTolerated: false, determinations: `act-1:${SUBJECT.person}:not_tolerated` },
});
const earlier = (state: string, acts = 'act-1'): FamilyMember =>
  member('rectification', state, {
    case: '01890000-0000-7000-8000-00000000000e',
    relation: 'kin',
    summary: { on: REVIEW_ID, acts, persons: SUBJECT.person },
  });

const noticed = (
  guard: string,
  name: string,
  event: ReturnType<typeof act.serveNotice>,
  accepted = act.serveNotice(),
) => ({ guard, name, from: AT.opening, event, accepted }) satisfies GuardExample;

const NOTICE: readonly GuardExample[] = [
  noticed(
    'a_decision_exists',
    'nothing is rectified on a review that is not of this family',
    act.serveNotice({}, []),
  ),
  noticed(
    'a_decision_exists',
    'nothing is rectified where nothing was tolerated',
    act.serveNotice({}, [nothingTolerated]),
  ),
  noticed('a_decision_exists', 'a revoked tolerance demands nothing', act.serveNotice({}, [act.revoked])),
  noticed(
    'a_decision_exists',
    'an allegation without a sanction demands nothing',
    act.serveOn('sanction', { decision: 'exempt' }),
    act.serveOn('sanction'),
  ),
  noticed(
    'a_decision_exists',
    'minor handling that was not carried out demands nothing',
    act.serveOn('minor_handling', {}),
    act.serveOn('minor_handling', { minorHandling: 'criticism_education' }),
  ),
  noticed(
    'a_decision_exists',
    'supervisory advice is named by its reference',
    act.serveOn('supervisory_advice', {}),
    act.serveOn('supervisory_advice', {}, { advice: 'advice-4' }),
  ),
  noticed(
    'covers_what_was_decided',
    'an act that was not tolerated is not covered',
    act.serveNotice({ acts: ['act-1', 'act-2'] }),
  ),
  noticed(
    'covers_what_was_decided',
    'a person the decision is not about is not covered',
    act.serveNotice({ persons: [SUBJECT.person, 'sten'] }),
  ),
  noticed(
    'covers_what_was_decided',
    'a sanction is corrected by the person it is about',
    act.serveOn('sanction', undefined, { persons: ['sten'] }),
    act.serveOn('sanction'),
  ),
  noticed(
    'is_not_under_way_already',
    'one act is not rectified twice on one decision',
    act.serveNotice({}, [review(), earlier('running')]),
    act.serveNotice({}, [review(), earlier('cancelled'), earlier('running', 'act-3')]),
  ),
  noticed(
    'problems_are_told_apart',
    'two problems do not share a code',
    act.serveNotice({ problems: [problem('p-1'), problem('p-1')] }),
  ),
  noticed(
    'is_not_done_in_the_future',
    'a notice is not delivered tomorrow',
    act.serveNotice({ deliveredOn: '2025-06-10' }),
  ),
  {
    guard: 'acts_for_the_unit_served',
    name: 'another unit submits no plan',
    from: AT.notice_served,
    event: act.submitPlan(undefined, [], ANOTHER_UNIT),
    accepted: act.submitPlan(),
  },
  {
    guard: 'decision_no_longer_stands',
    name: 'a rectification is not cancelled while the decision stands',
    from: AT.running,
    event: act.cancel([review()]),
    accepted: act.cancel([act.revoked]),
  },
];

const planned = (
  guard: string,
  name: string,
  measures: readonly EventData[],
  problems: readonly EventData[] = [],
): GuardExample => ({
  guard,
  name,
  from: untilSubmitted(measures, problems),
  event: act.approvePlan(),
  accepted: { from: AT.plan_submitted },
});
const whole = (more: EventData = {}) => measure('m-1', { problems: ['p-1', 'p-2'], ...more });
const UNCHECKABLE = { code: 'c-2', criterion: 'Awareness has grown.', isCheckable: false };
const CHECKABLE = { ...UNCHECKABLE, code: 'c-1', isCheckable: true };

const PLAN: readonly GuardExample[] = [
  planned('plan_codes_are_told_apart', 'two measures do not share a code', [whole(), whole()]),
  planned(
    'plan_codes_are_told_apart',
    'a problem of the plan does not take the code of one in the notice',
    [whole()],
    [problem('p-1')],
  ),
  planned('every_problem_has_a_measure', 'no problem of the notice is left without a measure', [
    measure('m-1'),
  ]),
  planned(
    'every_problem_has_a_measure',
    'no problem that the plan itself names is left without a measure',
    [whole()],
    [problem('p-3')],
  ),
  planned('every_measure_serves_a_problem', 'a measure serves no problem that nobody listed', [
    whole({ problems: ['p-1', 'p-2', 'p-9'] }),
  ]),
  planned('every_measure_serves_a_problem', 'a measure that serves no problem has no place in the plan', [
    whole(),
    measure('m-2', { problems: [] }),
  ]),
  planned('every_measure_has_one_lead', 'somebody answers for each measure', [whole({ lead: undefined })]),
  planned('every_measure_has_one_lead', 'whoever leads a measure does not help with it', [
    whole({ helpers: [act.LEAD.person] }),
  ]),
  planned('every_measure_has_a_due_date', 'each measure has a due date', [whole({ dueOn: undefined })]),
  planned('every_criterion_can_be_checked', 'a measure states by what it is measured', [
    whole({ criteria: [] }),
  ]),
  planned('every_criterion_can_be_checked', 'one criterion that cannot be checked is one too many', [
    whole({ criteria: [CHECKABLE, UNCHECKABLE] }),
  ]),
  planned('every_criterion_can_be_checked', 'two criteria of a measure do not share a code', [
    whole({ criteria: [CHECKABLE, CHECKABLE] }),
  ]),
  planned(
    'responsibility_lies_with_a_unit_concerned',
    'a unit that has nothing to do with it carries out nothing',
    [whole({ unit: 'unit-8' })],
  ),
  planned('due_dates_are_within_the_limit', 'no due date lies beyond sixty days from delivery', [
    whole({ dueOn: '2025-08-09' }),
  ]),
  planned('due_dates_are_within_the_limit', 'no due date lies on the day of delivery or before', [
    whole({ dueOn: '2025-06-09', milestones: [] }),
  ]),
  planned('due_dates_are_within_the_limit', 'no milestone comes after the due date', [
    whole({ dueOn: '2025-06-30' }),
  ]),
];

export const PLAN_REFUSALS: readonly GuardExample[] = [...NOTICE, ...PLAN];
