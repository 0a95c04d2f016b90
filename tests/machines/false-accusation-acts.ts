/** What people do with a matter of false accusation, as events, and such a matter in each of its states. */
import type { EventData } from '../../src/domain/effect.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import { falseAccusation } from '../../src/machines/false-accusation.machine.ts';
import type { Actor, FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import * as people from './people.ts';
import { member, OTHER_CASE, playFrom, PROFILE, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const FALSE_ACCUSATION = falseAccusation as unknown as Procedure;

export const ALLEGATION_ID = OTHER_CASE;
export const COMPLAINT_ID = '01890000-0000-7000-8000-00000000000a';
/** The rival who wrote the letters. */
export const RIVAL = 'rolf';
/** The same body one level up: it decides itself. */
export const CITY: Profile = { ...PROFILE, rules: { ...PROFILE.rules, bodyLevel: 'city' } };

const pairOf = (other: Actor) => ({ with: [other] });
const participants = [people.SECOND_HANDLER.person];
const board = { members: people.votes() };

/** The allegation it is about, with a finding that is approved. */
export const allegation = (finding = 'fabricated', more: EventData = {}): FamilyMember =>
  member('allegation', 'findings_approved', {
    case: ALLEGATION_ID,
    relation: 'parent',
    summary: {
      finding,
      isFindingApproved: true,
      point: 'bribe',
      subject: people.SUBJECT.person,
      ...more,
    },
  });
/** The letters, as the family knows them: whether somebody gave a name, and what checking it came to. */
export const letters = (identity = 'unverified', isRealName = false): FamilyMember =>
  member('complaint', 'with_handling_dept', {
    case: COMPLAINT_ID,
    relation: 'kin',
    summary: { identity, isRealName },
  });
export const FAMILY = [allegation(), letters()];

export const open = (family: readonly FamilyMember[] = FAMILY, by = people.ORGAN_HEAD): Played => ({
  type: 'OPEN',
  by,
  data: {
    allegation: ALLEGATION_ID,
    signs: 'A forged bank slip, sent before a vote.',
    participants: [people.LEADER.person],
  },
  ...pairOf(people.LEADER),
  facts: { family },
});
export const verify = (): Played => ({
  type: 'VERIFY',
  by: people.HANDLER,
  data: { participants },
  ...pairOf(people.SECOND_HANDLER),
});
export const requestTracing = (data: EventData = {}, family: readonly FamilyMember[] = FAMILY): Played => ({
  type: 'REQUEST_TRACING',
  by: people.HANDLER,
  data: {
    complaint: COMPLAINT_ID,
    ground: 'suspected_false_accusation',
    reason: 'The slip was forged.',
    ...data,
  },
  facts: { family },
});
export const approveTracing = (data: EventData = {}): Played => ({
  type: 'APPROVE_TRACING',
  by: people.SUPERIOR,
  data: { complaint: COMPLAINT_ID, approval: 'city-2025-17', ...data },
});
export const approveTracingHere = (profile: Profile = CITY): Played => ({
  type: 'APPROVE_TRACING',
  by: people.CHAIR,
  data: { complaint: COMPLAINT_ID, level: 'own', approval: 'own-2025-4', ...board },
  with: people.BOARD,
  profile,
});
export const refuseTracing = (): Played => ({
  type: 'REFUSE_TRACING',
  by: people.SUPERIOR,
  data: { complaint: COMPLAINT_ID, reason: 'Other ways are open.' },
});
export const refuseTracingHere = (): Played => ({
  type: 'REFUSE_TRACING',
  by: people.CHAIR,
  data: { complaint: COMPLAINT_ID, level: 'own', reason: 'Other ways are open.', ...board },
  with: people.BOARD,
});
export const recordTrace = (data: EventData = {}): Played => ({
  type: 'RECORD_TRACE',
  by: people.HANDLER,
  data: { complaint: COMPLAINT_ID, isFound: true, accuser: RIVAL, participants, ...data },
  ...pairOf(people.SECOND_HANDLER),
});

const PROVEN = {
  isFabricationProven: true,
  fabricationEvidence: ['slip-1'],
  isIntentProven: true,
  intentEvidence: ['letter-3', 'statement-2'],
  report: 'Both elements are proven.',
};
export const propose = (data: EventData = {}): Played => ({
  type: 'PROPOSE',
  by: people.HANDLER,
  data: { proposal: 'established', ...PROVEN, accuserKind: 'official', participants, ...data },
  ...pairOf(people.SECOND_HANDLER),
});
export const proposeMistake = (): Played =>
  propose({
    proposal: 'mistaken_report',
    isFabricationProven: false,
    fabricationEvidence: [],
    isIntentProven: false,
    intentEvidence: [],
    accuserKind: undefined,
  });
export const proposeNot = (): Played =>
  propose({ proposal: 'not_established', isIntentProven: false, intentEvidence: [], accuserKind: undefined });
export const returnForMore = (by: Actor = people.LEADER): Played => ({
  type: 'RETURN_FOR_MORE',
  by,
  data: { reason: 'The author was not heard.' },
});
export const sendUp = (family: readonly FamilyMember[] = FAMILY): Played => ({
  type: 'SEND_UP',
  by: people.CHAIR,
  data: board,
  with: people.BOARD,
  facts: { family },
});
export const approve = (family: readonly FamilyMember[] = FAMILY): Played => ({
  type: 'APPROVE',
  by: people.SUPERIOR,
  data: { approval: 'city-2025-31' },
  facts: { family },
});
export const refuse = (result: 'mistaken_report' | 'not_established', educationTalk = false): Played => ({
  type: 'REFUSE',
  by: people.SUPERIOR,
  data: { result, approval: 'city-2025-32', educationTalk, reason: 'Intent is not proven.' },
});
export const decide = (
  result: 'established' | 'mistaken_report' | 'not_established' = 'established',
  more: Partial<Played> = {},
): Played => ({
  type: 'DECIDE',
  by: people.CHAIR,
  data: { result, reason: 'By the evidence.', ...board },
  with: people.BOARD,
  facts: { family: FAMILY },
  profile: CITY,
  ...more,
});
export const conclude = (
  result: 'mistaken_report' | 'not_established' = 'mistaken_report',
  educationTalk = false,
): Played => ({
  type: 'CONCLUDE',
  by: people.ORGAN_HEAD,
  data: { result, educationTalk, reason: 'The reporter knew half of it.' },
});
export const handle = (data: EventData = {}, family: readonly FamilyMember[] = FAMILY): Played => ({
  type: 'HANDLE',
  by: people.ORGAN_HEAD,
  data: { accuserKind: 'official', accuser: RIVAL, ...data },
  facts: { family },
});
export const passOn = (data: EventData = {}, family: readonly FamilyMember[] = FAMILY): Played =>
  handle({ accuserKind: 'other', accuser: undefined, organ: 'public_security', ...data }, family);
export const close = (data: EventData = {}): Played => ({
  type: 'CLOSE',
  by: people.SUPERVISOR,
  data: { givenOn: '2025-06-09', circle: 'unit', namesResultOnly: true, ...data },
});
export const setAside = (family: readonly FamilyMember[] = [allegation('true')]): Played => ({
  type: 'SET_ASIDE',
  by: people.SUPERIOR,
  data: { approval: 'city-2026-2', reason: 'The point turned out to be true.' },
  facts: { family },
});

const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(FALSE_ACCUSATION, stored, ...events).snapshot;

const opening = blankSnapshot(FALSE_ACCUSATION);
const suspected = from(opening, open());
const verifying = from(suspected, verify());
const proposed = from(verifying, propose());
const awaiting = from(proposed, sendUp());
const established = from(awaiting, approve());
const handled = from(established, handle());

export const asked = from(verifying, requestTracing());
export const tracingApproved = from(asked, approveTracing());
export const proposedMistake = from(verifying, proposeMistake());
export const proposedNot = from(verifying, proposeNot());
/** Established on somebody who is no official. */
export const establishedOther = from(verifying, propose({ accuserKind: 'other' }), sendUp(), approve());

/** Such a matter in each of its states. */
export const AT = {
  opening,
  suspected,
  verifying,
  proposed,
  awaiting_level_approval: awaiting,
  established,
  handled,
  closed: from(handled, close()),
  mistaken_report: from(proposedMistake, conclude()),
  not_established: from(proposedNot, conclude('not_established')),
};
