/**
 * What a tolerance review refuses from the hearing to the proposal, and once it is decided: mostly incomplete appraisals.
 * Each beside the same situation in which it says yes. The decision itself is `tolerance-decision-refusals.ts`.
 */
import { SUBJECT } from './people.ts';
import { PROFILE, type Played } from './play.ts';
import type { GuardExample } from './tables.ts';
import * as act from './tolerance-acts.ts';
import { appraisal, AT, untilRecorded } from './tolerance-acts.ts';

const SECOND_ACT = { act: 'act-2', person: SUBJECT.person };
const unheard = act.from(AT.heard, act.addToScope({ persons: ['pavel'] }));
const threeHandlers = { ...PROFILE, rules: { ...PROFILE.rules, minimumHandlers: 3 } };
type Appraised = Readonly<Record<string, unknown>>;
const without = (field: string, from: Appraised = appraisal()): Appraised => ({
  ...from,
  [field]: (from[field] as readonly unknown[]).slice(1),
});
const twice = (field: string): Appraised => {
  const all = appraisal()[field] as readonly unknown[];
  return { ...appraisal(), [field]: [all[0], ...all.slice(0, -1)] };
};

const HEARING: readonly GuardExample[] = [
  ...(
    [
      ['a verification', AT.accepted, act.verify()],
      ['a hearing', AT.verifying, act.hear()],
      ['a verification report', AT.heard, act.submitReport()],
    ] as const
  ).map(([what, from, event]): GuardExample => ({
    guard: 'has_the_handlers_required',
    name: `${what} takes as many handlers as the body requires`,
    from,
    event: { ...event, profile: threeHandlers },
    accepted: { profile: PROFILE },
  })),
  {
    guard: 'is_not_done_in_the_future',
    name: 'nobody was heard tomorrow',
    from: AT.verifying,
    event: act.hear({ heardOn: '2025-06-10' }),
    accepted: act.hear({ heardOn: '2025-06-09' }),
  },
  {
    guard: 'hears_persons_of_this_review',
    name: 'somebody who is not under review is not heard as a person under review',
    from: AT.verifying,
    event: act.hear({ heard: ['pavel'] }),
    accepted: act.hear(),
  },
  {
    guard: 'hears_persons_of_this_review',
    name: 'a hearing hears somebody, or takes their waiver',
    from: AT.verifying,
    event: act.hear({ heard: [] }),
    accepted: act.hear({ heard: [], waived: [SUBJECT.person] }),
  },
  {
    guard: 'everyone_was_heard',
    name: 'the report waits until everybody under review was heard',
    from: unheard,
    event: act.submitReport(),
    accepted: { from: act.from(unheard, act.hear({ heard: ['pavel'] })) },
  },
  {
    guard: 'everyone_was_heard',
    name: 'the joint meeting waits until everybody under review was heard',
    from: unheard,
    event: act.consult(),
    accepted: { from: AT.heard },
  },
  {
    guard: 'report_is_not_in_yet',
    name: 'a verification is reported once',
    from: act.from(AT.heard, act.submitReport()),
    event: act.submitReport(),
    accepted: { from: AT.heard },
  },
];

const proposing = (guard: string, name: string, event: Played, accepted = act.propose()): GuardExample => ({
  guard,
  name,
  from: AT.consulted,
  event,
  accepted,
});

const PROPOSAL: readonly GuardExample[] = [
  {
    guard: 'report_is_in',
    name: 'nothing is proposed before the verification is reported',
    from: act.from(AT.heard, act.consult()),
    event: act.propose(),
    accepted: { from: AT.consulted },
  },
  proposing(
    'appraises_each_act_and_person',
    'a pair that is not under review is not appraised',
    act.propose(appraisal(), appraisal(SECOND_ACT)),
  ),
  proposing(
    'appraises_each_act_and_person',
    'a pair is appraised once',
    act.propose(appraisal(), appraisal()),
  ),
  {
    guard: 'appraises_each_act_and_person',
    name: 'no act under review is left out of the proposal',
    from: act.twoActs(),
    event: act.propose(appraisal()),
    accepted: act.propose(appraisal(), appraisal(SECOND_ACT)),
  },
  proposing(
    'rates_every_factor_once',
    'none of the six factors is left out',
    act.propose(without('factors')),
  ),
  proposing('rates_every_factor_once', 'no factor is rated twice', act.propose(twice('factors'))),
  proposing(
    'answers_every_distinction',
    'none of the three distinctions is left out',
    act.propose(without('distinctions')),
  ),
  proposing(
    'answers_every_condition',
    'no condition of the profile is left out',
    act.propose(without('conditions')),
  ),
  proposing(
    'answers_every_exclusion',
    'no exclusion of the profile is left out',
    act.propose(without('exclusions')),
  ),
  proposing(
    'rests_on_evidence',
    'a rating rests on evidence, or is unknown',
    act.propose(act.unproven('supports')),
    act.propose(act.unproven('unknown')),
  ),
  proposing(
    'rests_on_evidence',
    'an answered distinction rests on evidence, or does not apply',
    act.propose({
      ...appraisal(),
      distinctions: act.distinctions('yes', []),
    }),
    act.propose({ ...appraisal(), distinctions: act.distinctions('na', []) }),
  ),
  ...(['isWithinScope', 'areConditionsKept', 'isFullyDisclosed'] as const).map((lacking) =>
    proposing(
      'filing_may_be_relied_on',
      `an ex-ante filing is no help where ${lacking} is not true`,
      act.propose({ ...appraisal(), filings: [act.filing({ [lacking]: false })] }),
      act.propose({ ...appraisal(), filings: [act.filing({})] }),
    ),
  ),
];

const AFTERWARDS: readonly GuardExample[] = [
  {
    guard: 'is_delivered_on_a_possible_day',
    name: 'a determination is not delivered tomorrow',
    from: AT.determined,
    event: act.deliver({ deliveredOn: '2025-06-10' }),
    accepted: act.deliver(),
  },
  {
    guard: 'is_delivered_on_a_possible_day',
    name: 'a determination is not delivered before it was decided',
    from: AT.determined,
    event: act.deliver({
      separately: [{ person: SUBJECT.person, deliveredOn: '2025-06-08', manner: 'post' }],
    }),
    accepted: act.deliver(),
  },
  {
    guard: 'is_delivered_to_persons_determined',
    name: 'nobody is served with a determination that is not about them',
    from: AT.determined,
    event: act.deliver({ separately: [{ person: 'pavel', deliveredOn: '2025-06-09', manner: 'post' }] }),
    accepted: act.deliver({
      separately: [{ person: SUBJECT.person, deliveredOn: '2025-06-09', manner: 'post' }],
    }),
  },
  {
    guard: 'states_every_determination',
    name: 'the liability decision states the result as it was determined',
    from: AT.determined,
    event: act.applyToAccountability('lighter'),
    accepted: act.applyToAccountability('not_pursued'),
  },
  {
    guard: 'something_was_tolerated',
    name: 'there is nothing to revoke where nothing was tolerated',
    from: untilRecorded('not_tolerated'),
    event: act.revoke(),
    accepted: { from: untilRecorded('mitigated') },
  },
];

export const MERITS_REFUSALS: readonly GuardExample[] = [...HEARING, ...PROPOSAL, ...AFTERWARDS];
