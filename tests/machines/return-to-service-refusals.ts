/** What a sanction period and a review of use refuse, each beside the same situation in which it says yes. */
import * as act from './return-to-service-acts.ts';
import { AT, elsewhere } from './return-to-service-acts.ts';
import { PROFILE } from './play.ts';
import type { GuardExample } from './tables.ts';

const threeNeeded = { ...PROFILE, rules: { ...PROFILE.rules, minimumHandlers: 3 } };
const other = (state: string) => [elsewhere('return_to_service', state)];
const USES = ['normal_use', 'priority_use', 'hold', 're_supervise'] as const;
const GOOD = ['normal_use', 'priority_use'] as const;
const ready = (result: string) => (result === 'priority_use' ? act.visited() : AT.use_review);

const PERIOD: readonly GuardExample[] = [
  {
    guard: 'track_has_the_measure',
    name: 'a dismissal from service has no period to serve',
    from: AT.opening,
    event: act.open({ measure: 'discharge' }),
    accepted: act.open({ measure: 'demotion' }),
  },
  {
    guard: 'track_has_the_measure',
    name: 'the track of institutions has no major demerit',
    from: AT.opening,
    event: act.register({ measure: 'major_demerit' }),
    accepted: act.register({ measure: 'demerit' }),
  },
  {
    guard: 'track_has_the_measure',
    name: 'a further sanction is one of the same track',
    from: AT.running,
    event: act.add({ measure: 'serious_warning' }),
    accepted: act.add(),
  },
  {
    guard: 'track_has_the_measure',
    name: 'an appeal changes a sanction to one that the track has',
    from: AT.running,
    event: act.changed('serious_warning'),
    accepted: act.changed('warning'),
  },
  {
    guard: 'took_effect_already',
    name: 'no sanction takes effect tomorrow',
    from: AT.opening,
    event: act.register({ effectiveOn: '2025-06-10' }),
    accepted: act.register({ effectiveOn: '2025-06-09' }),
  },
  {
    guard: 'took_effect_already',
    name: 'no further sanction takes effect tomorrow',
    from: AT.running,
    event: act.add({ effectiveOn: '2025-06-10' }),
    accepted: act.add(),
  },
  {
    guard: 'one_act_is_sanctioned_once',
    name: 'one act is not sanctioned by the state and by the unit (T24)',
    from: AT.opening,
    event: act.register({}, [
      elsewhere('return_to_service', 'running', { summary: { act: 'act-1', track: 'governmental' } }),
    ]),
    accepted: act.register({}, [
      elsewhere('return_to_service', 'running', { summary: { act: 'act-1', track: 'party_discipline' } }),
    ]),
  },
  {
    guard: 'one_act_is_sanctioned_once',
    name: 'a decision of this body that has no period bars it as well, one that was revoked does not (T24)',
    from: AT.opening,
    event: act.register({}, [
      elsewhere('allegation', 'decided_sanction', { summary: { act: 'act-1', track: null } }),
    ]),
    accepted: act.register({}, [
      elsewhere('allegation', 'reviewed', { summary: { act: 'act-1', track: null } }),
    ]),
  },
  ...(
    [
      ['less than the longest single term', 11, 12],
      ['more than the sum of the terms', 19, 18],
    ] as const
  ).map(([words, wrong, right]): GuardExample => ({
    guard: 'merged_period_is_within_bounds',
    name: `a merged period is not ${words}`,
    from: AT.running,
    event: act.add({ months: wrong }),
    accepted: act.add({ months: right }),
  })),
  {
    guard: 'has_the_handlers_required',
    name: 'a visit takes as many as the rules of the body ask for',
    from: AT.running,
    event: { ...act.visit(), profile: threeNeeded },
    accepted: { profile: PROFILE },
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'no visit is recorded before it was made',
    from: AT.running,
    event: act.visit({ visitedOn: '2025-06-10' }),
    accepted: act.visit(),
  },
  {
    guard: 'is_within_the_period',
    name: 'a visit from before the sanction is none',
    from: AT.running,
    event: act.visit({ visitedOn: '2025-06-08' }),
    accepted: act.visit(),
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'nothing is carried out tomorrow',
    from: AT.running,
    event: act.executed({ doneOn: '2025-06-10' }),
    accepted: act.executed(),
  },
];

const LIFTING: readonly GuardExample[] = [
  {
    guard: 'lifting_is_of_its_track',
    name: 'staff of an institution are not lifted by the calendar (T21)',
    from: act.institutionOver(),
    event: act.lift(),
    accepted: { from: AT.completed_pending_lift },
  },
  {
    guard: 'lifting_is_of_its_track',
    name: 'a civil servant needs no decision that lifts',
    from: AT.completed_pending_lift,
    event: act.liftInWriting(),
    accepted: { from: act.institutionOver() },
  },
  ...(
    [
      ['automatic', act.lift()],
      ['written', act.liftInWriting()],
    ] as const
  ).map(([manner, event]): GuardExample => ({
    guard: 'repentance_was_noted',
    name: `${manner}: repentance has to be noted`,
    from: manner === 'automatic' ? AT.completed_pending_lift : act.institutionOver(),
    event: { ...event, data: { ...event.data, isRepentanceNoted: false } },
    accepted: event,
  })),
  {
    guard: 'has_no_new_violation',
    name: 'a new violation is dealt with before anything is lifted',
    from: act.violated(),
    event: act.lift(),
    accepted: { from: AT.completed_pending_lift },
  },
  {
    guard: 'has_no_new_violation',
    name: 'the same where the lifting is written',
    from: act.institutionViolated(),
    event: act.liftInWriting(),
    accepted: { from: act.institutionOver() },
  },
  {
    guard: 'lifting_was_delivered',
    name: 'a written lifting counts once it is delivered',
    from: act.institutionOver(),
    event: act.liftInWriting({ deliveredOn: undefined }),
    accepted: act.liftInWriting(),
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'no lifting is delivered tomorrow',
    from: act.institutionOver(),
    event: act.liftInWriting({ deliveredOn: '2025-06-10' }),
    accepted: act.liftInWriting(),
  },
];

const REVIEW: readonly GuardExample[] = [
  ...(['running', 'merged_running', 'completed_pending_lift'] as const).map((state): GuardExample => ({
    guard: 'other_periods_are_over',
    name: `no review of use while another track is ${state} (T21)`,
    from: AT.lifted,
    event: act.openReview(other(state)),
    accepted: act.openReview(other('lifted')),
  })),
  {
    guard: 'no_case_is_open',
    name: 'no review of use while a case on the person is open',
    from: AT.lifted,
    event: act.openReview([elsewhere('allegation', 'investigating')]),
    accepted: act.openReview([elsewhere('allegation', 'closed_untrue', { isOpen: false })]),
  },
  {
    guard: 'conditions_of_the_post_are_met',
    name: 'the conditions of the post have to be met',
    from: AT.lifted,
    event: act.openReview([], { meetsConditionsOfPost: false }),
    accepted: act.openReview(),
  },
  ...USES.flatMap((result): GuardExample[] => [
    {
      guard: 'opinion_is_in',
      name: `${result}: not before the opinion on the clean record`,
      from: act.withoutOpinion(),
      event: act.decideUse(result),
      accepted: { from: ready(result) },
    },
    {
      guard: 'natures_are_listed',
      name: `${result}: a nature that bars is one of those listed`,
      from: ready(result),
      event: act.decideUse(result, { natures: ['unheard_of'] }),
      accepted: act.decideUse(result),
    },
  ]),
  ...USES.filter((result) => result !== 'hold').map((result): GuardExample => ({
    guard: 'strong_dispute_is_put_off',
    name: `${result}: with a strong dispute the decision is put off (6.8)`,
    from: ready(result),
    event: act.decideUse(result, { hasStrongDispute: true }),
    accepted: act.decideUse(result),
  })),
  ...GOOD.flatMap((result): GuardExample[] => [
    {
      guard: 'record_is_clean',
      name: `${result}: not with a record that is not clean`,
      from: act.withOpinion(false),
      event: act.decideUse(result),
      accepted: { from: ready(result) },
    },
    {
      guard: 'nature_is_no_bar',
      name: `${result}: not after a moral matter`,
      from: ready(result),
      event: act.decideUse(result, { natures: ['moral'] }),
      accepted: act.decideUse(result),
    },
    {
      guard: 'other_periods_are_over',
      name: `${result}: not while another track runs`,
      from: ready(result),
      event: act.decideUse(result, {}, other('running')),
      accepted: act.decideUse(result),
    },
    {
      guard: 'no_case_is_open',
      name: `${result}: not while a case is open; it is put off`,
      from: ready(result),
      event: act.decideUse(result, {}, [elsewhere('allegation', 'heard')]),
      accepted: act.decideUse(result),
    },
  ]),
  {
    guard: 'was_visited_with_good_result',
    name: 'priority needs a visit that was graded good',
    from: AT.use_review,
    event: act.decideUse('priority_use'),
    accepted: { from: act.visited() },
  },
];

export const SERVICE_REFUSALS: readonly GuardExample[] = [...PERIOD, ...LIFTING, ...REVIEW];
