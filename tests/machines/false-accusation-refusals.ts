/** What a matter of false accusation refuses, guard by guard, each beside the same situation in which it says yes. */
import * as act from './false-accusation-acts.ts';
import { ALLEGATION_ID, AT, CITY, FAMILY, letters } from './false-accusation-acts.ts';
import { ORGAN_HEAD, SUBJECT } from './people.ts';
import { member, PROFILE, type Played } from './play.ts';
import type { GuardExample } from './tables.ts';

const OTHERS = ['seriously_inaccurate', 'partly_true', 'not_proven', 'true_minor', 'true'] as const;
const unapproved = act.allegation('fabricated', { isFindingApproved: false });
const changed = [act.allegation('true'), letters()];
const earlier = (state: string, isOpen: boolean) =>
  member('false_accusation', state, {
    case: '01890000-0000-7000-8000-00000000000c',
    isOpen,
    relation: 'kin',
    summary: { allegation: ALLEGATION_ID },
  });
const threeHandlers = { ...PROFILE, rules: { ...PROFILE.rules, minimumHandlers: 3 } };

const OPENING: readonly GuardExample[] = [
  ...OTHERS.map((finding): GuardExample => ({
    guard: 'finding_is_concluded_as_false',
    name: `a finding of ${finding} leaves no room for the question`,
    from: AT.opening,
    event: act.open([act.allegation(finding)]),
    accepted: act.open([act.allegation('untrue')]),
  })),
  {
    guard: 'finding_is_concluded_as_false',
    name: 'nothing opens while the finding is not approved, and so never at intake',
    from: AT.opening,
    event: act.open([unapproved]),
    accepted: act.open(),
  },
  {
    guard: 'finding_is_concluded_as_false',
    name: 'nothing opens on an allegation of another family',
    from: AT.opening,
    event: act.open([]),
    accepted: act.open(),
  },
  {
    guard: 'is_not_examined_already',
    name: 'two such matters on one allegation are not open at a time',
    from: AT.opening,
    event: act.open([...FAMILY, earlier('verifying', true)]),
    accepted: act.open([...FAMILY, earlier('mistaken_report', false)]),
  },
  {
    guard: 'is_not_examined_already',
    name: 'what was established is not examined again',
    from: AT.opening,
    event: act.open([...FAMILY, earlier('closed', false)]),
    accepted: act.open([...FAMILY, earlier('not_established', false)]),
  },
];

const handlers = (name: string, from: GuardExample['from'], event: Played): GuardExample => ({
  guard: 'has_the_handlers_required',
  name,
  from,
  event: { ...event, profile: threeHandlers },
  accepted: { profile: PROFILE },
});

const TRACING: readonly GuardExample[] = [
  handlers('verifying takes as many handlers as the body requires', AT.suspected, act.verify()),
  handlers('a tracing is made by as many handlers as required', act.tracingApproved, act.recordTrace()),
  {
    guard: 'tracing_ground_is_listed',
    name: 'tracing is asked for on a listed ground alone',
    from: AT.verifying,
    event: act.requestTracing({ ground: 'we_want_to_know' }),
    accepted: act.requestTracing(),
  },
  ...(
    [
      ['a confirmed real name', letters('confirmed_real_name', true)],
      ['a name that is claimed and not checked', letters('unverified', true)],
      ['somebody who could not be reached', letters('unreachable', true)],
    ] as const
  ).map(([who, letter]): GuardExample => ({
    guard: 'report_is_anonymous',
    name: `a report by ${who} is not traced`,
    from: AT.verifying,
    event: act.requestTracing({}, [act.allegation(), letter]),
    accepted: act.requestTracing({}, [act.allegation(), letters('denied', true)]),
  })),
  {
    guard: 'report_is_anonymous',
    name: 'no report of another family is traced',
    from: AT.verifying,
    event: act.requestTracing({}, [act.allegation()]),
    accepted: act.requestTracing({}, [act.allegation(), letters('impersonated', true)]),
  },
  {
    guard: 'tracing_is_not_asked_already',
    name: 'a tracing is not asked for twice',
    from: act.asked,
    event: act.requestTracing(),
    accepted: { from: AT.verifying },
  },
  ...[act.approveTracing(), act.approveTracingHere(), act.refuseTracing(), act.refuseTracingHere()].map(
    (event): GuardExample => ({
      guard: 'tracing_is_asked_for',
      name: `${event.type} by ${event.by.person}: nothing is decided that nobody asked for`,
      from: AT.verifying,
      event,
      accepted: { from: act.asked },
    }),
  ),
  {
    guard: 'body_may_decide',
    name: 'a county body does not approve a tracing itself',
    from: act.asked,
    event: act.approveTracingHere(PROFILE),
    accepted: { profile: CITY },
  },
  {
    guard: 'tracing_is_approved',
    name: 'no anonymous reporter is traced on a request alone',
    from: act.asked,
    event: act.recordTrace(),
    accepted: { from: act.tracingApproved },
  },
  {
    guard: 'tracing_is_approved',
    name: 'no anonymous reporter is traced unasked',
    from: AT.verifying,
    event: act.recordTrace(),
    accepted: { from: act.tracingApproved },
  },
];

const PROPOSAL: readonly GuardExample[] = [
  handlers('a proposal takes as many handlers as the body requires', AT.verifying, act.propose()),
  {
    guard: 'both_elements_are_proven',
    name: 'a fabrication without proof of intent is no false accusation',
    from: AT.verifying,
    event: act.propose({ isIntentProven: false }),
    accepted: act.propose({ isIntentProven: false, proposal: 'not_established' }),
  },
  {
    guard: 'both_elements_are_proven',
    name: 'intent without a fabrication is no false accusation',
    from: AT.verifying,
    event: act.propose({ isFabricationProven: false }),
    accepted: act.propose({ isFabricationProven: false, proposal: 'mistaken_report' }),
  },
  {
    guard: 'a_fabrication_is_no_mistake',
    name: 'a proven fabrication is not called a mistake',
    from: AT.verifying,
    event: act.propose({ proposal: 'mistaken_report', isIntentProven: false }),
    accepted: act.propose({ proposal: 'not_established', isIntentProven: false }),
  },
  {
    guard: 'proven_elements_have_evidence',
    name: 'intent is not proven by saying so',
    from: AT.verifying,
    event: act.propose({ intentEvidence: [] }),
    accepted: act.propose(),
  },
  {
    guard: 'proven_elements_have_evidence',
    name: 'fabrication is not proven by saying so',
    from: AT.verifying,
    event: act.propose({ fabricationEvidence: [] }),
    accepted: act.propose(),
  },
  {
    guard: 'aggravations_are_listed',
    name: 'only what is listed aggravates',
    from: AT.verifying,
    event: act.propose({ aggravations: ['we_are_angry'] }),
    accepted: act.propose({ aggravations: ['disturbs_elections'] }),
  },
  {
    guard: 'accuser_kind_is_named',
    name: 'it is said whether the accuser is an official',
    from: AT.verifying,
    event: act.propose({ accuserKind: undefined }),
    accepted: act.propose({ accuserKind: 'other' }),
  },
];

const DECISION: readonly GuardExample[] = [
  {
    guard: 'proposes_to_establish',
    name: 'nothing is sent up that nobody proposes to establish',
    from: act.proposedMistake,
    event: act.sendUp(),
    accepted: { from: AT.proposed },
  },
  {
    guard: 'proposes_to_establish',
    name: 'nothing is established that nobody proposed',
    from: act.proposedNot,
    event: act.decide(),
    accepted: { from: AT.proposed },
  },
  {
    guard: 'body_may_decide',
    name: 'a county body cannot establish a false accusation',
    from: AT.proposed,
    event: act.decide('established', { profile: PROFILE }),
    accepted: { profile: CITY },
  },
  {
    guard: 'finding_still_stands',
    name: 'nothing is sent up on a finding that has changed',
    from: AT.proposed,
    event: act.sendUp(changed),
    accepted: act.sendUp(),
  },
  {
    guard: 'finding_still_stands',
    name: 'nothing is approved on a finding that has changed',
    from: AT.awaiting_level_approval,
    event: act.approve(changed),
    accepted: act.approve(),
  },
  {
    guard: 'finding_still_stands',
    name: 'nothing is decided while the finding is taken up again',
    from: AT.proposed,
    event: act.decide('established', { facts: { family: [unapproved] } }),
    accepted: act.decide(),
  },
  ...(['mistaken_report', 'not_established'] as const).map((result): GuardExample => ({
    guard: 'is_not_proposed_as_established',
    name: `one person does not drop a proposal to establish: ${result}`,
    from: AT.proposed,
    event: act.conclude(result),
    accepted: { from: act.proposedMistake },
  })),
];

const AFTERWARDS: readonly GuardExample[] = [
  {
    guard: 'is_the_kind_proposed',
    name: 'no case opens on somebody who was said to be no official',
    from: act.establishedOther,
    event: act.handle(),
    accepted: { from: AT.established },
  },
  {
    guard: 'is_the_kind_proposed',
    name: 'an official is not passed on as if they were none',
    from: AT.established,
    event: act.passOn(),
    accepted: { from: act.establishedOther },
  },
  {
    guard: 'names_the_accuser',
    name: 'a new case needs somebody to be about',
    from: AT.established,
    event: act.handle({ accuser: undefined }),
    accepted: act.handle(),
  },
  {
    guard: 'names_the_accuser',
    name: 'the case does not turn on the person who was reported',
    from: AT.established,
    event: act.handle({ accuser: SUBJECT.person }),
    accepted: act.handle(),
  },
  {
    guard: 'names_the_accuser',
    name: 'nobody opens it on themselves',
    from: AT.established,
    event: act.handle({ accuser: ORGAN_HEAD.person }),
    accepted: act.handle(),
  },
  {
    guard: 'names_the_competent_organ',
    name: 'a transfer names where it goes',
    from: act.establishedOther,
    event: act.passOn({ organ: undefined }),
    accepted: act.passOn(),
  },
  {
    guard: 'finding_still_stands',
    name: 'no case opens on an official after the finding has changed',
    from: AT.established,
    event: act.handle({}, changed),
    accepted: act.handle(),
  },
  {
    guard: 'finding_still_stands',
    name: 'nobody is passed on after the finding has changed',
    from: act.establishedOther,
    event: act.passOn({}, changed),
    accepted: act.passOn(),
  },
  {
    guard: 'makes_known_the_result_only',
    name: 'neither report nor evidence is made known',
    from: AT.handled,
    event: act.close({ namesResultOnly: false }),
    accepted: act.close(),
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'nothing was made known tomorrow',
    from: AT.handled,
    event: act.close({ givenOn: '2025-06-10' }),
    accepted: act.close(),
  },
  {
    guard: 'finding_has_changed',
    name: 'what was established stands while its finding does',
    from: AT.established,
    event: act.setAside(FAMILY),
    accepted: act.setAside(),
  },
  {
    guard: 'finding_has_changed',
    name: 'what was made known stands while its finding does',
    from: AT.closed,
    event: act.setAside(FAMILY),
    accepted: act.setAside([act.allegation('fabricated', { isFindingApproved: false })]),
  },
];

export const FALSE_ACCUSATION_REFUSALS: readonly GuardExample[] = [
  ...OPENING,
  ...TRACING,
  ...PROPOSAL,
  ...DECISION,
  ...AFTERWARDS,
];
