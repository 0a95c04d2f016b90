/** What an appeal refuses until it is taken in, guard by guard, each beside the same situation in which it says yes. */
import type { Profile } from '../../src/domain/profile.ts';
import * as act from './appeal-acts.ts';
import { appealBefore, AT, BENCH, decision, from, knowing, UPPER } from './appeal-acts.ts';
import * as people from './people.ts';
import { PROFILE, type Played } from './play.ts';
import type { GuardExample } from './tables.ts';

const SINA = people.someone('sina', ['subject']);
const RECEPTION = people.RECEPTION;
/** A profile in which the last step of civil servants may be filed at once; the body is of some level. */
const straightToTheThird = (bodyLevel: Profile['rules']['bodyLevel']): Profile => ({
  ...PROFILE,
  rules: { ...PROFILE.rules, bodyLevel },
  appealTracks: PROFILE.appealTracks.map((track) => ({
    ...track,
    steps: track.steps.map((step) => ({
      ...step,
      ...(step.below !== undefined && { fileDirectly: { amount: 30, unit: 'calendar_day' as const } }),
    })),
  })),
});
const later = (event: Played, day: string): Played => ({
  ...event,
  facts: { ...event.facts, at: `${day}T02:00:00.000Z` },
});
/** Filed late at the second step, which the superior body hears. */
const secondLate = from(act.secondExpired, act.fileLate());
/** Filed at the first step in a case of its own, after its weekdays were over, with no reason named. */
const lateWithoutReason = from(AT.opening, act.fileDirectly({ deliveredOn: '2025-04-01' }));
/** The second step against a reply to a petition, after some end of the first. */
const petitionAgain = (ending: string): Played =>
  knowing(
    act.fileDirectly({ track: 'petition_reply', step: 2 }, people.REPORTER),
    act.complaint(),
    appealBefore(ending, { subject: null }),
  );
/** The acts of a party up to acceptance, each by somebody else, by the person, and by staff for a near relative. */
const OWN_ACTS: readonly (readonly [
  string,
  GuardExample['from'],
  (by: typeof SINA, data?: object) => Played,
])[] = [
  ['files where no window is open', AT.opening, (by, data) => act.fileDirectly({ ...data }, by)],
  ['files in the window', AT.window_open, (by, data) => act.file({ ...data }, by)],
  ['files after it', AT.expired, (by, data) => act.fileLate({ ...data }, by)],
];

const FOR_ONESELF: readonly GuardExample[] = [
  ...OWN_ACTS.flatMap(([what, stored, event]): GuardExample[] => [
    {
      guard: 'is_filed_for_oneself',
      name: `nobody else ${what}`,
      from: stored,
      event: event(SINA),
      accepted: event(people.SUBJECT),
    },
    {
      guard: 'is_filed_for_oneself',
      name: `no near relative ${what}, but staff record it for one`,
      from: stored,
      event: event(people.SUBJECT, { filedBy: 'near_relative' }),
      accepted: event(RECEPTION, { filedBy: 'near_relative', onBehalfOf: 'subject' }),
    },
  ]),
  {
    guard: 'is_filed_for_oneself',
    name: 'nobody else completes the papers',
    from: AT.curing,
    event: act.cure(SINA),
    accepted: { by: people.SUBJECT },
  },
];

const DIRECTLY: readonly GuardExample[] = [
  {
    guard: 'step_exists',
    name: 'a track has no more steps than the profile lists',
    from: AT.opening,
    event: act.fileDirectly({ step: 4 }),
    accepted: act.fileDirectly({ step: 2 }),
  },
  {
    guard: 'step_exists',
    name: 'nobody files on a track that is not listed',
    from: AT.opening,
    event: act.fileDirectly({ track: 'court' }),
    accepted: act.fileDirectly(),
  },
  {
    guard: 'concerns_what_can_be_appealed',
    name: 'nothing is filed against what is not decided yet',
    from: AT.opening,
    event: knowing(act.fileDirectly(), decision({}, { state: 'with_handling_dept', isOpen: true })),
    accepted: act.fileDirectly(),
  },
  {
    guard: 'concerns_what_can_be_appealed',
    name: 'a track against decisions leads against no determination on tolerance',
    from: AT.opening,
    event: knowing(act.fileDirectly(), act.tolerance()),
    accepted: knowing(act.fileDirectly({ track: 'tolerance' }), act.tolerance()),
  },
  {
    guard: 'concerns_what_can_be_appealed',
    name: 'a track without a time limit leads against no decision of another track',
    from: AT.opening,
    event: act.fileDirectly({ track: 'party_discipline' }),
    accepted: knowing(
      act.fileDirectly({ track: 'party_discipline' }),
      decision({ track: 'party_discipline' }),
    ),
  },
  {
    guard: 'is_for_this_level',
    name: 'the last step of civil servants is not open against a decision of a province',
    from: AT.opening,
    event: { ...act.fileDirectly({ step: 3 }), profile: straightToTheThird('province') },
    accepted: { profile: straightToTheThird('city') },
  },
  {
    guard: 'may_skip_the_step_before',
    name: 'a step before is skipped only where the track says so',
    from: AT.opening,
    event: knowing(act.fileDirectly({ track: 'supervisory', step: 2 }), decision({ track: 'governmental' })),
    accepted: act.fileDirectly({ step: 2 }),
  },
  {
    guard: 'may_skip_the_step_before',
    name: 'a step before that is under way is not skipped',
    from: AT.opening,
    event: knowing(act.fileDirectly({ step: 2 }), decision(), appealBefore('examining')),
    accepted: knowing(act.fileDirectly({ step: 2 }), decision(), appealBefore('window_open')),
  },
  {
    guard: 'may_skip_the_step_before',
    name: 'whoever sent a petition comes to the second step once the first was upheld',
    from: AT.opening,
    event: petitionAgain('refused'),
    accepted: petitionAgain('upheld'),
  },
  {
    guard: 'is_filed_once',
    name: 'one person has one appeal at one step',
    from: AT.opening,
    event: knowing(act.fileDirectly(), decision(), appealBefore('upheld')),
    accepted: knowing(act.fileDirectly(), decision(), appealBefore('upheld', { subject: 'sina' })),
  },
  {
    guard: 'is_filed_once',
    name: 'what was made anew may be appealed against anew',
    from: AT.opening,
    event: knowing(act.fileDirectly(), decision(), appealBefore('withdrawn')),
    accepted: knowing(act.fileDirectly(), decision(), appealBefore('revoked_redone')),
  },
  {
    guard: 'is_about_a_person_of_the_case',
    name: 'it is the appeal of a person whom the decision concerns',
    from: AT.opening,
    event: knowing(act.fileDirectly({ track: 'tolerance', subject: 'stella' }), act.tolerance()),
    accepted: {
      ...knowing(act.fileDirectly({ track: 'tolerance', subject: 'sina' }, SINA), act.tolerance()),
    },
  },
  {
    guard: 'is_about_a_person_of_the_case',
    name: 'against a reply to a petition whoever sent it files, and nobody else',
    from: AT.opening,
    event: knowing(act.fileDirectly({ track: 'petition_reply' }), act.complaint()),
    accepted: { by: people.REPORTER },
  },
  {
    guard: 'is_about_a_person_of_the_case',
    name: 'whoever sent a petition is not named by it',
    from: AT.opening,
    event: knowing(
      act.fileDirectly({ track: 'petition_reply', subject: 'rosa' }, people.REPORTER),
      act.complaint(),
    ),
    accepted: knowing(act.fileDirectly({ track: 'petition_reply' }, people.REPORTER), act.complaint()),
  },
  {
    guard: 'names_its_delivery',
    name: 'where the window counts from delivery, its day is named',
    from: AT.opening,
    event: act.fileDirectly({ deliveredOn: undefined }),
    accepted: act.fileDirectly(),
  },
  {
    guard: 'names_its_delivery',
    name: 'without a time limit no delivery is needed',
    from: AT.opening,
    event: act.fileDirectly({ deliveredOn: undefined }),
    accepted: knowing(
      act.fileDirectly({ track: 'party_discipline', deliveredOn: undefined }),
      decision({ track: 'party_discipline' }),
    ),
  },
  {
    guard: 'late_reason_is_listed',
    name: 'a filing of its own that comes late names a listed reason',
    from: AT.opening,
    event: act.fileDirectly({ deliveredOn: '2025-04-01', lateReason: 'slept_in' }),
    accepted: act.fileDirectly({ deliveredOn: '2025-04-01', lateReason: 'not_notified' }),
  },
  {
    guard: 'days_are_in_order',
    name: 'nothing is filed before it was delivered',
    from: AT.opening,
    event: act.fileDirectly({ deliveredOn: '2025-06-10' }),
    accepted: act.fileDirectly({ deliveredOn: '2025-06-09' }),
  },
];

const FILING: readonly GuardExample[] = [
  ...[AT.window_open, act.secondWindow].map((stored, before): GuardExample => ({
    guard: 'days_are_in_order',
    name: `nothing is received tomorrow, at step ${before + 1}`,
    from: stored,
    event: act.file({ receivedOn: '2025-06-10' }),
    accepted: act.file({ receivedOn: '2025-06-09' }),
  })),
  {
    guard: 'days_are_in_order',
    name: 'an obstacle ends before the late filing is received',
    from: AT.expired,
    event: act.fileLate({ obstacleEndedOn: '2025-06-10' }),
    accepted: act.fileLate({ obstacleEndedOn: '2025-06-09' }),
  },
  {
    guard: 'was_received_in_time',
    name: 'once the window is over, only what was received within it is filed in time',
    from: AT.expired,
    event: later(act.file({ receivedOn: '2025-06-10' }), '2025-06-11'),
    accepted: later(act.file({ receivedOn: '2025-06-09' }), '2025-06-11'),
  },
  {
    guard: 'late_reason_is_listed',
    name: 'filing late needs a listed reason',
    from: AT.expired,
    event: act.fileLate({ lateReason: 'slept_in' }),
    accepted: act.fileLate({ lateReason: 'other_good_reason' }),
  },
];

const TAKING_IN: readonly GuardExample[] = [
  ...(
    [
      ['ask for papers', act.askCure(UPPER[0]), act.askCure(BENCH[0])],
      ['accept', act.accept(UPPER, { lateness: 'excused' }), act.accept(BENCH, { lateness: 'excused' })],
      ['refuse', act.refuse('duplicate', UPPER), act.refuse('duplicate', BENCH)],
    ] as const
  ).map(([what, event, accepted]): GuardExample => ({
    guard: 'sits_at_the_right_level',
    name: `the superior body does not ${what} at a step of the same organ`,
    from: act.lateFiled,
    event,
    accepted,
  })),
  ...(
    [
      ['asks for papers', act.askCure(BENCH[0]), act.askCure(UPPER[0])],
      ['accepts', act.accept(BENCH), act.accept(UPPER)],
      ['refuses', act.refuse('duplicate', BENCH), act.refuse('duplicate', UPPER)],
    ] as const
  ).map(([what, event, accepted]): GuardExample => ({
    guard: 'sat_on_no_earlier_step',
    name: `nobody who sat on the step before ${what}`,
    from: AT.filed,
    event,
    accepted,
  })),
  {
    guard: 'sat_on_no_earlier_step',
    name: 'one of three who sat before is one too many',
    from: AT.filed,
    event: act.accept([...UPPER.slice(0, 2), BENCH[2]!]),
    accepted: act.accept(),
  },
  {
    guard: 'asks_for_cure_once',
    name: 'papers are asked for once',
    from: from(AT.curing, act.cure()),
    event: act.askCure(),
    accepted: { from: AT.filed },
  },
  {
    guard: 'panel_is_odd',
    name: 'a step that takes an odd number is not accepted by two',
    from: AT.filed,
    event: act.accept(UPPER.slice(0, 2)),
    accepted: act.accept(UPPER),
  },
  {
    guard: 'panel_is_odd',
    name: 'nor by one, which is odd and no panel',
    from: AT.filed,
    event: act.accept(UPPER.slice(0, 1)),
    accepted: act.accept(UPPER),
  },
  {
    guard: 'lateness_is_ruled_on',
    name: 'of a late filing it is ruled why it counts',
    from: act.lateFiled,
    event: act.accept(BENCH),
    accepted: act.accept(BENCH, { lateness: 'excused' }),
  },
  {
    guard: 'lateness_is_ruled_on',
    name: 'nothing is excused by a reason that was not named',
    from: lateWithoutReason,
    event: act.accept(BENCH, { lateness: 'excused' }),
    accepted: act.accept(BENCH, { lateness: 'was_in_time' }),
  },
  {
    guard: 'is_not_accepted_yet',
    name: 'what was accepted is not refused any more',
    from: act.secondExamining,
    event: act.refuse(),
    accepted: { from: AT.filed },
  },
  {
    guard: 'refusal_fits',
    name: 'papers that nobody asked for are not missing',
    from: AT.filed,
    event: act.refuse('not_cured'),
    accepted: { from: AT.curing },
  },
  {
    guard: 'refusal_fits',
    name: 'what came in time is not refused as late',
    from: AT.filed,
    event: act.refuse('out_of_time'),
    accepted: { from: secondLate },
  },
];

export const APPEAL_INTAKE_REFUSALS: readonly GuardExample[] = [
  ...FOR_ONESELF,
  ...DIRECTLY,
  ...FILING,
  ...TAKING_IN,
];
