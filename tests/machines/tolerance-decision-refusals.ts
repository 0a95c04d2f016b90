/**
 * What a tolerance review refuses to decide: whatever goes further than 2.3 of the domain brief lets it, rule by rule,
 * each beside what may be decided instead.
 */
import { FACTOR_CODES } from '../../src/domain/tolerance.ts';
import { SUBJECT } from './people.ts';
import type { GuardExample } from './tables.ts';
import * as act from './tolerance-acts.ts';
import { ACT, allegation, appraisal, AT, determination, from, untilProposed } from './tolerance-acts.ts';

const SECOND_ACT = { act: 'act-2', person: SUBJECT.person };
const transferred = allegation({ state: 'transferred_criminal', isOpen: false });

/** A decision on one pair, appraised in some way. */
const deciding = (
  guard: string,
  name: string,
  opinion: act.Opinion,
  outcome: string,
  instead: string,
): GuardExample => ({
  guard,
  name,
  from: untilProposed(appraisal(ACT, opinion)),
  event: act.decide([determination(outcome)]),
  accepted: act.decide([determination(instead)]),
});
const TOLERATED = ['lighter', 'mitigated', 'exempted', 'not_pursued'] as const;
const WITHOUT_SANCTION = ['exempted', 'not_pursued'] as const;

export const DECISION_REFUSALS: readonly GuardExample[] = [
  {
    guard: 'determines_each_proposed_pair',
    name: 'no proposed pair is left without a determination',
    from: act.twoActsProposed(),
    event: act.decide([determination('lighter')]),
    accepted: act.decide([determination('lighter'), determination('not_tolerated', SECOND_ACT)]),
  },
  {
    guard: 'determines_each_proposed_pair',
    name: 'a pair that was not proposed is not determined',
    from: AT.proposed,
    event: act.decide([determination('lighter'), determination('lighter', SECOND_ACT)]),
    accepted: act.decide(),
  },
  {
    guard: 'nothing_is_unknown',
    name: 'not even a refusal of tolerance is decided while a factor is unknown',
    from: untilProposed(appraisal(ACT, { ratings: { motive_attitude: 'unknown' } })),
    event: act.decide([determination('not_tolerated')]),
    accepted: { from: AT.proposed },
  },
  ...FACTOR_CODES.map((factor) =>
    deciding(
      'a_bar_leaves_no_tolerance',
      `a bar by ${factor} cannot be bought off by the other five`,
      { ratings: { [factor]: 'bars' } },
      'lighter',
      'not_tolerated',
    ),
  ),
  ...TOLERATED.map((outcome) =>
    deciding(
      'an_exclusion_leaves_no_tolerance',
      `private gain is not ${outcome}`,
      { excluded: 'private_gain' },
      outcome,
      'not_tolerated',
    ),
  ),
  {
    guard: 'an_exclusion_leaves_no_tolerance',
    name: 'the same error again is tolerated in force majeure alone',
    from: untilProposed(appraisal(ACT, { excluded: 'same_error_repeated' })),
    event: act.decide([determination('lighter')]),
    accepted: {
      from: untilProposed(appraisal(ACT, { excluded: 'same_error_repeated', isForceMajeure: true })),
    },
  },
  {
    guard: 'an_exclusion_leaves_no_tolerance',
    name: 'force majeure lifts no other exclusion',
    from: untilProposed(appraisal(ACT, { excluded: 'concealment', isForceMajeure: true })),
    event: act.decide([determination('lighter')]),
    accepted: { from: AT.proposed },
  },
  ...TOLERATED.map((outcome) =>
    deciding(
      'all_conditions_hold',
      `without all conditions nothing is ${outcome}`,
      { holds: false },
      outcome,
      'not_tolerated',
    ),
  ),
  {
    guard: 'suspected_crime_is_not_tolerated',
    name: 'an act that was passed on as a crime meanwhile is not tolerated',
    from: AT.proposed,
    event: act.decide([determination('lighter')], {}, [transferred]),
    accepted: act.decide([determination('not_tolerated')], {}, [transferred]),
  },
  ...(['motive_attitude', 'procedure_method', 'remedy_of_loss'] as const).flatMap((factor) =>
    WITHOUT_SANCTION.map((outcome) =>
      deciding(
        'key_factors_are_not_against',
        `with ${factor} against, nobody is ${outcome}`,
        { ratings: { [factor]: 'against' } },
        outcome,
        'mitigated',
      ),
    ),
  ),
  ...(['objective_conditions', 'nature_degree', 'consequence_impact'] as const).flatMap((factor) =>
    WITHOUT_SANCTION.map((outcome) =>
      deciding(
        'a_factor_against_leaves_a_sanction',
        `with ${factor} against, lighter or mitigated is the most, not ${outcome}`,
        { ratings: { [factor]: 'against' } },
        outcome,
        'lighter',
      ),
    ),
  ),
  {
    guard: 'minor_measure_goes_without_sanction',
    name: 'a reminder talk does not go with a sanction that is only lighter',
    from: AT.proposed,
    event: act.decide([determination('lighter', ACT, 'talk_reminder')]),
    accepted: act.decide([determination('exempted', ACT, 'talk_reminder')]),
  },
  {
    guard: 'rectification_was_served',
    name: 'what was tolerated is not filed while nobody was told to correct it (T4)',
    from: from(AT.determined, act.deliver()),
    event: act.record(),
    accepted: { from: AT.delivered },
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'a revocation is not delivered tomorrow (T35)',
    from: AT.revoked,
    event: act.deliver({ deliveredOn: '2025-06-10' }),
    accepted: act.deliver(),
  },
  {
    guard: 'demands_rectification',
    name: 'whoever tolerates demands correction in the same decision',
    from: AT.proposed,
    event: act.decide(undefined, { rectificationDemanded: false }),
    accepted: act.decide([determination('not_tolerated')], { rectificationDemanded: false }),
  },
];
