/**
 * What a rectification refuses while its measures run: claims of others, checks from inside, late extensions. Each
 * beside the same situation in which it says yes.
 */
import * as people from './people.ts';
import { PROFILE, type Played } from './play.ts';
import * as act from './rectification-acts.ts';
import { ANOTHER_LEAD, ANOTHER_UNIT, AT, claimed, from, lastClaimed, LEAD } from './rectification-acts.ts';
import type { GuardExample } from './tables.ts';

const threeHandlers = { ...PROFILE, rules: { ...PROFILE.rules, minimumHandlers: 3 } };
const started = from(AT.running, act.start());
const LATE = '2025-08-08T16:00:00.000Z';
const insider = people.someone('ivo', ['handler'], { unit: 'unit-7' });
/** The same act with somebody else beside the supervisor. */
const beside = (event: Played, second: typeof insider): Played => ({
  ...event,
  data: { ...event.data, participants: [second.person] },
  with: [second],
});

const WORK: readonly GuardExample[] = [
  {
    guard: 'item_is_to_be_started',
    name: 'a measure is started once',
    from: started,
    event: act.start(),
    accepted: { from: AT.running },
  },
  {
    guard: 'item_is_to_be_started',
    name: 'a measure that nobody planned is not started',
    from: AT.running,
    event: act.start('m-9'),
    accepted: act.start(),
  },
  ...(
    [
      ['starts', act.start('m-1', ANOTHER_UNIT), act.start()],
      ['claims', act.claim('m-1', {}, ANOTHER_UNIT), act.claim()],
    ] as const
  ).map(([what, event, accepted]): GuardExample => ({
    guard: 'acts_for_the_unit_responsible',
    name: `another unit ${what} nothing`,
    from: AT.running,
    event,
    accepted,
  })),
  ...(
    [
      ['starts', act.start('m-1', ANOTHER_LEAD), act.start()],
      ['claims', act.claim('m-1', {}, ANOTHER_LEAD), act.claim()],
    ] as const
  ).map(([what, event, accepted]): GuardExample => ({
    guard: 'is_the_lead_person',
    name: `nobody but the lead person ${what} a measure`,
    from: AT.running,
    event,
    accepted,
  })),
  {
    guard: 'is_the_lead_person',
    name: 'whoever records a claim names the lead person',
    from: AT.running,
    event: act.claim('m-1', { onBehalfOf: 'subject_unit' }, people.HANDLER),
    accepted: act.claim('m-1', { onBehalfOf: 'subject_unit', claimedBy: LEAD.person }, people.HANDLER),
  },
  {
    guard: 'item_is_under_way',
    name: 'a measure is not claimed again while it is checked',
    from: claimed,
    event: act.claim(),
    accepted: { from: from(claimed, act.sendBack()) },
  },
  {
    guard: 'has_evidence_per_criterion',
    name: 'a claim shows evidence for each criterion',
    from: AT.running,
    event: act.claim('m-1', { evidence: [] }),
    accepted: act.claim(),
  },
  {
    guard: 'has_evidence_per_criterion',
    name: 'evidence for a criterion that was never stated is none',
    from: AT.running,
    event: act.claim('m-1', { evidence: [{ criterion: 'c-9', evidence: ['order-9'] }] }),
    accepted: act.claim(),
  },
];

/** The four rows of a check, each with a case in which it is the row that takes the event. */
const CHECKS = [
  ['the last check', lastClaimed, act.check()],
  ['a check', claimed, act.check()],
  ['a finding of paper rectification', claimed, act.sendBack('m-1', 'paper_only')],
  ['a return', claimed, act.sendBack()],
] as const;

const CHECKING: readonly GuardExample[] = [
  ...CHECKS.flatMap(([what, stored, event]): GuardExample[] => [
    {
      guard: 'has_the_handlers_required',
      name: `${what} takes as many handlers as the body requires`,
      from: stored,
      event: { ...event, profile: threeHandlers },
      accepted: { profile: PROFILE },
    },
    {
      guard: 'item_is_claimed_done',
      name: `${what} waits until the measure is claimed done`,
      from: AT.running,
      event,
      accepted: { from: stored },
    },
    {
      guard: 'checkers_are_from_outside',
      name: `${what} is not for somebody of the unit responsible`,
      from: stored,
      event: beside(event, insider),
      accepted: event,
    },
  ]),
  {
    guard: 'checkers_are_from_outside',
    name: 'nobody checks a measure they help with',
    from: claimed,
    event: beside(act.check(), people.someone('hedi', ['handler'])),
    accepted: act.check(),
  },
  {
    guard: 'checkers_are_from_outside',
    name: 'nobody checks a measure of their own department',
    from: claimed,
    event: act.check('m-1', {}, [people.someone('carl', ['case_supervisor'], { unit: 'dept-3' })]),
    accepted: act.check('m-1', {}, [people.someone('carl', ['case_supervisor'], { unit: 'dept-4' })]),
  },
  {
    guard: 'says_why_it_goes_back',
    name: 'a measure goes back for a reason',
    from: claimed,
    event: act.check('m-1', { result: 'return' }),
    accepted: act.sendBack('m-1', 'no_effect'),
  },
  {
    guard: 'item_is_under_way',
    name: 'a measure that is closed is not extended',
    from: from(claimed, act.check()),
    event: act.extendItem(),
    accepted: { from: AT.running },
  },
  {
    guard: 'item_is_under_way',
    name: 'no ticket is issued on a measure that waits for its check',
    from: claimed,
    event: act.ticket(),
    accepted: { from: AT.running },
  },
  {
    guard: 'item_may_be_extended',
    name: 'a measure is not extended once it is overdue',
    from: AT.running,
    event: act.extendItem('m-1', {}, LATE),
    accepted: act.extendItem('m-1', {}, '2025-08-08T15:59:59.999Z'),
  },
  {
    guard: 'item_may_be_extended',
    name: 'a measure is extended once',
    from: AT.running,
    event: act.extendItem('m-1', { extensions: 1 }),
    accepted: act.extendItem(),
  },
  {
    guard: 'red_comes_with_the_overrun',
    name: 'a red ticket is for what is overdue',
    from: AT.running,
    event: act.ticket('red'),
    accepted: act.ticket('red', 'm-1', LATE),
  },
];

const LOOKS = [
  ['a look-back', act.lookBack()],
  ['a look-back that finds a relapse', act.relapsed('m-1')],
] as const;

const LOOK_BACK: readonly GuardExample[] = [
  ...LOOKS.flatMap(([what, event]): GuardExample[] => [
    {
      guard: 'has_the_handlers_required',
      name: `${what} takes as many handlers as the body requires`,
      from: AT.all_closed,
      event: { ...event, profile: threeHandlers },
      accepted: { profile: PROFILE },
    },
    {
      guard: 'a_case_supervisor_takes_part',
      name: `${what} is not for handlers alone`,
      from: AT.all_closed,
      event: { ...event, by: people.HANDLER },
      accepted: { by: people.SUPERVISOR },
    },
    {
      guard: 'checkers_are_from_outside',
      name: `${what} is not for somebody of a unit responsible`,
      from: AT.all_closed,
      event: beside(event, { ...insider, unit: 'unit-9' }),
      accepted: event,
    },
  ]),
  {
    guard: 'names_what_relapsed',
    name: 'a relapse is that of a measure',
    from: AT.all_closed,
    event: act.relapsed(),
    accepted: act.relapsed('m-1'),
  },
  {
    guard: 'names_what_relapsed',
    name: 'a relapse is that of a measure of this plan',
    from: AT.all_closed,
    event: act.relapsed('m-1', 'm-9'),
    accepted: act.relapsed('m-1', 'm-2'),
  },
];

export const ITEM_REFUSALS: readonly GuardExample[] = [...WORK, ...CHECKING, ...LOOK_BACK];
