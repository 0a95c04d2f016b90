/** What a risk filing refuses, guard by guard, each beside the same situation in which it says yes. */
import type { StoredSnapshot } from '../../src/engine/step.ts';
import { HANDLER } from './people.ts';
import { PROFILE, type Played } from './play.ts';
import * as act from './risk-filing-acts.ts';
import { ANOTHER_UNIT, AT, filedBefore, UNIT } from './risk-filing-acts.ts';
import type { GuardExample } from './tables.ts';

const threeHandlers = { ...PROFILE, rules: { ...PROFILE.rules, minimumHandlers: 3 } };

/** What only the unit itself does. */
const BY_THE_UNIT: readonly (readonly [string, StoredSnapshot, (by: typeof UNIT) => Played])[] = [
  ['files a risk', AT.opening, (by) => act.file({}, by)],
  ['completes a filing', AT.returned, act.supplement],
  ['reports on a condition', AT.accepted, (by) => act.reportCondition({}, by)],
  ['withdraws a filing', AT.screened, act.withdraw],
];

export const FILING_REFUSALS: readonly GuardExample[] = [
  ...BY_THE_UNIT.map(([what, from, event]): GuardExample => ({
    guard: 'acts_for_their_own_unit',
    name: `nobody ${what} for another unit`,
    from,
    event: event(ANOTHER_UNIT),
    accepted: { by: UNIT },
  })),
  {
    guard: 'acts_for_their_own_unit',
    name: 'whoever acts for a unit without belonging to one files for none, but a handler records for it',
    from: AT.opening,
    event: act.file({}, { ...UNIT, unit: null }),
    accepted: act.file({ onBehalfOf: 'subject_unit' }, HANDLER),
  },
  {
    guard: 'matter_is_listed',
    name: 'a matter is one of those that may be filed',
    from: AT.opening,
    event: act.file({ matter: 'bad_weather' }),
    accepted: act.file({ matter: 'first_trial' }),
  },
  {
    guard: 'comes_before_the_act',
    name: 'what was done yesterday is not filed today',
    from: AT.opening,
    event: act.file({ plannedOn: '2025-06-08' }),
    accepted: act.file({ plannedOn: '2025-06-09' }),
  },
  {
    guard: 'is_not_filed_already',
    name: 'an act is filed once',
    from: AT.opening,
    event: act.file({}, UNIT, [filedBefore()]),
    accepted: act.file({}, UNIT, [
      filedBefore({ isOpen: false }),
      filedBefore({ summary: { unit: 'unit-7', act: 'dam' } }),
      filedBefore({ procedure: 'complaint' }),
    ]),
  },
  {
    guard: 'says_what_is_missing',
    name: 'a filing goes back with what is missing named',
    from: AT.filed,
    event: act.sendBack([]),
    accepted: act.sendBack(['emergency_order']),
  },
  {
    guard: 'has_the_handlers_required',
    name: 'a check takes as many handlers as the body requires',
    from: AT.screened,
    event: { ...act.check(), profile: threeHandlers },
    accepted: { profile: PROFILE },
  },
  {
    guard: 'has_the_handlers_required',
    name: 'holding a filing breached takes as many handlers as the body requires',
    from: AT.accepted,
    event: { ...act.breach(), profile: threeHandlers },
    accepted: { profile: PROFILE },
  },
  {
    guard: 'conditions_are_told_apart',
    name: 'two conditions do not share a code',
    from: AT.checked,
    event: act.accept({
      conditions: ['One.', 'Two.'].map((text) => ({ code: 'minutes_kept', text })),
    }),
    accepted: act.accept(),
  },
  {
    guard: 'is_valid_from_now_on',
    name: 'an acceptance does not end yesterday',
    from: AT.checked,
    event: act.accept({ validUntil: '2025-06-08' }),
    accepted: act.accept({ validUntil: '2025-06-09' }),
  },
  {
    guard: 'is_valid_no_longer_than_allowed',
    name: 'an acceptance holds twelve months at most',
    from: AT.checked,
    event: act.accept({ validUntil: '2026-06-10' }),
    accepted: act.accept({ validUntil: '2026-06-09' }),
  },
  {
    guard: 'is_a_condition_of_the_acceptance',
    name: 'nothing is reported on a condition that was never set',
    from: AT.accepted,
    event: act.reportCondition({ condition: 'audit_each_month' }),
    accepted: act.reportCondition({ condition: 'permit_follows' }),
  },
];
