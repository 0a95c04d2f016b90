/**
 * What people do with a tolerance review, as events, and a review in each of its states. Most of them are about one act
 * of one person; `untilProposed` takes several.
 */
import type { EventData } from '../../src/domain/effect.ts';
import { DISTINCTION_CODES, FACTOR_CODES, type Factor, type Rating } from '../../src/domain/tolerance.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import type { FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import { toleranceReview } from '../../src/machines/tolerance-review.machine.ts';
import * as people from './people.ts';
import { linked, member, OTHER_CASE, playFrom, PROFILE, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const TOLERANCE = toleranceReview as unknown as Procedure;

export const ALLEGATION_ID = OTHER_CASE;
const participants = [people.SECOND_HANDLER.person];
const pair = { with: [people.SECOND_HANDLER] };
export const ACT = { act: 'act-1', person: people.SUBJECT.person };

/** The allegation a review goes back to: a case is filed on it. */
export const allegation = (more: Partial<FamilyMember> = {}): FamilyMember =>
  member('allegation', 'investigating', {
    case: ALLEGATION_ID,
    relation: 'parent',
    summary: { isCaseFiled: true, subject: people.SUBJECT.person, act: 'act-1', point: 'point-1' },
    ...more,
  });
const FAMILY = [allegation()];
const withFamily = (family: readonly FamilyMember[] = FAMILY) => ({ facts: { family } });
const scope = { allegation: ALLEGATION_ID };

export const openAccountability = (data: EventData = {}, family?: readonly FamilyMember[]): Played => ({
  type: 'OPEN_ACCOUNTABILITY',
  by: people.HANDLER,
  data: { ...scope, ...data },
  ...withFamily(family),
});
export const openExOfficio = (data: EventData = {}, family?: readonly FamilyMember[]): Played => ({
  type: 'OPEN_EX_OFFICIO',
  by: people.HANDLER,
  data: { ...scope, ...data },
  ...withFamily(family),
});
export const notifyRight = (): Played => ({ type: 'NOTIFY_RIGHT', by: people.HANDLER });
export const applyFor = (
  data: EventData = {},
  family?: readonly FamilyMember[],
  by = people.SUBJECT,
): Played => ({
  type: 'APPLY',
  by,
  data: { ...scope, statement: 'It was a first trial.', ...data },
  ...withFamily(family),
});
export const addToScope = (data: EventData, family?: readonly FamilyMember[]): Played => ({
  type: 'ADD_TO_SCOPE',
  by: people.DEPT_HEAD,
  data: { reason: 'The minutes name a second act.', ...data },
  ...withFamily(family),
});
export const askCure = (): Played => ({
  type: 'ASK_CURE',
  by: people.HANDLER,
  data: { missing: ['minutes'] },
});
export const cure = (by = people.SUBJECT): Played => ({ type: 'CURE', by, data: { evidence: ['m1'] } });
export const refuseIntake = (reason = 'not_competent'): Played => ({
  type: 'REFUSE_INTAKE',
  by: people.LEADER,
  data: { reason, explanation: 'Another body holds to account.' },
});
export const accept = (isRecusalClear = true): Played => ({
  type: 'ACCEPT',
  by: people.DEPT_HEAD,
  data: { isRecusalClear },
});
export const verify = (): Played => ({
  type: 'VERIFY',
  by: people.HANDLER,
  data: { participants },
  ...pair,
});
export const hear = (data: EventData = {}): Played => ({
  type: 'HEAR_SUBJECT',
  by: people.HANDLER,
  data: {
    heard: [people.SUBJECT.person],
    heardOn: '2025-06-09',
    record: 'He reported at once.',
    participants,
    ...data,
  },
  ...pair,
});
export const submitReport = (): Played => ({
  type: 'SUBMIT_VERIFICATION_REPORT',
  by: people.HANDLER,
  data: { report: 'No gain was found.', participants },
  ...pair,
});
export const consult = (): Played => ({
  type: 'CONSULT',
  by: people.PANEL,
  data: { opinions: [{ body: 'discipline_organ', opinion: 'no_objection' }] },
});

export interface Opinion {
  readonly ratings?: Partial<Record<Factor, Rating>>;
  readonly holds?: boolean;
  readonly excluded?: string;
  readonly isForceMajeure?: boolean;
}

/** An appraisal of one pair in which everything speaks for tolerance, save what is said otherwise. */
export const appraisal = (pairOf = ACT, opinion: Opinion = {}): Readonly<Record<string, unknown>> => ({
  ...pairOf,
  factors: FACTOR_CODES.map((factor) => ({
    factor,
    rating: opinion.ratings?.[factor] ?? 'supports',
    reason: 'As the minutes show.',
    evidence: ['m1'],
  })),
  distinctions: distinctions('yes', ['m1']),
  conditions: PROFILE.lists.tolerance_conditions.map(({ code }) => ({
    code,
    holds: opinion.holds ?? true,
    reason: 'As the minutes show.',
  })),
  exclusions: PROFILE.lists.tolerance_exclusions.map(({ code }) => ({
    code,
    applies: code === opinion.excluded,
    ...(opinion.isForceMajeure !== undefined && { isForceMajeure: opinion.isForceMajeure }),
    reason: 'Nothing points to it.',
  })),
});
/** Appraised on no evidence at all. */
export const unproven = (rating: Rating): Readonly<Record<string, unknown>> => ({
  ...appraisal(),
  factors: FACTOR_CODES.map((factor) => ({ factor, rating, reason: 'So it seems.', evidence: [] })),
});
export const distinctions = (answer: 'yes' | 'no' | 'na', evidence: readonly string[]) =>
  DISTINCTION_CODES.map((code) => ({ code, answer, evidence }));
export const filing = (more: EventData): EventData => ({
  filing: OTHER_CASE,
  isWithinScope: true,
  areConditionsKept: true,
  isFullyDisclosed: true,
  ...more,
});
export const propose = (...appraisals: readonly Readonly<Record<string, unknown>>[]): Played => ({
  type: 'PROPOSE',
  by: people.HANDLER,
  data: { appraisals: appraisals.length > 0 ? appraisals : [appraisal()] },
});
export const returnForMore = (): Played => ({
  type: 'RETURN_FOR_MORE',
  by: people.CHAIR,
  data: { reason: 'Ask the auditors.' },
});
export const determination = (outcome: string, pairOf = ACT, minorMeasure?: string) => ({
  ...pairOf,
  outcome,
  ...(minorMeasure !== undefined && { minorMeasure }),
  reason: 'As proposed.',
});
export const decide = (
  determinations: readonly EventData[] = [determination('not_pursued')],
  data: EventData = {},
  family?: readonly FamilyMember[],
): Played => ({
  type: 'DECIDE',
  by: people.CHAIR,
  data: { determinations, rectificationDemanded: true, members: people.votes(), ...data },
  with: people.BOARD,
  ...withFamily(family),
});
export const deliver = (data: EventData = {}): Played => ({
  type: 'DELIVER',
  by: people.HANDLER,
  data: { deliveredOn: '2025-06-09', manner: 'in_person', ...data },
});
export const record = (): Played => ({ type: 'RECORD', by: people.SUPERVISOR });
export const rectificationOpened = (data: EventData = {}) => linked('RECTIFICATION_OPENED', data);
export const appealOpened = (person = people.SUBJECT.person) => linked('APPEAL_OPENED', { person, step: 1 });
export const sentBack = () => linked('SENT_BACK');
export const determinationVaried = (outcome: string) =>
  linked('DETERMINATION_VARIED', { determinations: `act-1:${people.SUBJECT.person}:${outcome}` });
export const applyToAccountability = (outcome = 'not_pursued'): Played => ({
  type: 'APPLY_TO_ACCOUNTABILITY',
  by: people.CHAIR,
  data: { decision: 'decision-12', states: [{ ...ACT, outcome }] },
});
export const withdraw = (data: EventData = {}, by = people.SUBJECT): Played => ({
  type: 'WITHDRAW',
  by,
  data: { isInWriting: true, ...data },
});
export const revoke = (): Played => ({
  type: 'REVOKE',
  by: people.CHAIR,
  data: { ground: 'private_gain', reason: 'A payment came to light.', members: people.votes() },
  with: people.BOARD,
});

const blank = blankSnapshot(TOLERANCE);
export const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(TOLERANCE, stored, ...events).snapshot;

/** Heard, reported and consulted: ready for a proposal. */
const TO_PROPOSAL = [verify(), hear(), submitReport(), consult()];
export const untilProposed = (...appraisals: readonly Readonly<Record<string, unknown>>[]) =>
  from(blank, openExOfficio(), ...TO_PROPOSAL, propose(...appraisals));
/** Two acts of one person, ready for a proposal, and proposed. */
export const twoActs = () =>
  from(blank, openExOfficio({ acts: [{ act: 'act-1' }, { act: 'act-2' }] }), ...TO_PROPOSAL);
export const twoActsProposed = () =>
  from(twoActs(), propose(appraisal(), appraisal({ ...ACT, act: 'act-2' })));
export const untilRecorded = (outcome: string) =>
  from(untilProposed(), decide([determination(outcome)]), deliver(), rectificationOpened(), record());

const notified = from(blank, openAccountability());
const applied = from(notified, applyFor());
const accepted = from(applied, accept());
const verifying = from(accepted, verify());
const heard = from(verifying, hear());
const consulted = from(heard, submitReport(), consult());
const proposed = from(consulted, propose());
const determined = from(proposed, decide());
const delivered = from(determined, deliver(), rectificationOpened());

/** The same review opened by the body itself, without an application. */
export const EX_OFFICIO = {
  accepted: from(blank, openExOfficio()),
  verifying: from(blank, openExOfficio(), verify()),
  heard: from(blank, openExOfficio(), verify(), hear()),
};
/** Opened by the body itself, and applied for besides. */
export const JOINED = {
  accepted: from(EX_OFFICIO.accepted, applyFor()),
  verifying: from(EX_OFFICIO.verifying, applyFor()),
  heard: from(EX_OFFICIO.heard, applyFor()),
};

/** An application that came after its time and gave no reason. */
export const appliedLate = () =>
  from(notified, {
    ...applyFor(),
    facts: {
      family: FAMILY,
      clocks: { 'tol.apply': { dueAt: '2025-06-08T16:00:00.000Z', isRunning: true, extensions: 0 } },
    },
  });
export const refusedAsLate = () => from(appliedLate(), refuseIntake('late_without_reason'));

/** A review in each state. */
export const AT = {
  opening: blank,
  right_notified: notified,
  applied,
  curing: from(applied, askCure()),
  accepted,
  verifying,
  heard,
  consulted,
  proposed,
  determined,
  delivered,
  recorded: from(delivered, record()),
  refused_intake: from(applied, refuseIntake()),
  withdrawn: from(applied, withdraw()),
  revoked: from(delivered, appealOpened(), record(), revoke()),
};
