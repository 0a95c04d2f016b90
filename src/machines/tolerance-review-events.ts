/**
 * Data of the events of a tolerance review, and what the case remembers of them. Acts are codes the body chooses;
 * persons are opaque references; reasons and views are free text and never judged.
 */
import { z } from 'zod';
import { freeText } from '../domain/event-data.ts';
import {
  DISTINCTION_CODES,
  FACTOR_CODES,
  MINOR_MEASURE_CODES,
  OUTCOME_CODES,
  RATING_CODES,
  SHAM_CODES,
  type Appraisal,
  type Determination,
  type Distinction,
  type ShamCode,
} from '../domain/tolerance.ts';
import { CaseId, GivenDate, type Instant, PersonId, type Role } from '../domain/vocabulary.ts';
import type { BaseContext } from './procedure.ts';
import { eventData, members } from './shared-rows.ts';

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const ActCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  .meta({ description: 'Code of one act, unique in this family of cases' });
const Evidence = z
  .array(z.string().min(1).max(128))
  .max(100)
  .default([])
  .meta({ description: 'Ids of the evidence it rests on' });
const Outcome = z.enum(OUTCOME_CODES);
const Minor = z.enum(MINOR_MEASURE_CODES);

/** How a decision reached somebody (T35). */
export const DELIVERY_MANNERS = ['in_person', 'left_with_witness', 'post', 'notice'] as const;
const Manner = z.enum(DELIVERY_MANNERS);

/** Why an application is not taken in (C5). */
export const INTAKE_REFUSALS = [
  'not_competent',
  'no_accountability_matter',
  'duplicate',
  'late_without_reason',
] as const;

/** What undoes a determination (C18). Failing to correct is none by itself: no profile says so yet. */
export const REVOCATION_GROUNDS = ['concealed_facts', 'new_evidence', 'private_gain'] as const;

/** Why a filing on the very act is not relied on. */
export const SET_ASIDE_REASONS = [
  'outside_scope',
  'condition_broken',
  'not_fully_disclosed',
  'act_before_acceptance',
  'act_after_validity',
] as const;

const Act = z.strictObject({
  act: ActCode,
  description: freeText().optional(),
  allegation: CaseId.optional().meta({ description: 'The allegation that brought the act up' }),
});

/** Which acts and persons a review is about. With `allegation` alone, both are read from that allegation. */
const scope = {
  allegation: CaseId.optional().meta({ description: 'The allegation whose family this review joins' }),
  subject: PersonId.optional(),
  acts: z.array(Act).max(50).default([]),
  persons: z.array(PersonId).max(50).default([]).meta({ description: 'Persons beside the subject' }),
};

const FactorAnswer = z.strictObject({
  factor: z.enum(FACTOR_CODES),
  rating: z.enum(RATING_CODES),
  reason: freeText(),
  evidence: Evidence,
});
const DistinctionAnswer = z.strictObject({
  code: z.enum(DISTINCTION_CODES),
  answer: z.enum(['yes', 'no', 'na']),
  evidence: Evidence,
});

const ProposedAppraisal = z.strictObject({
  act: ActCode,
  person: PersonId,
  factors: z.array(FactorAnswer).max(12),
  distinctions: z.array(DistinctionAnswer).max(6),
  conditions: z.array(z.strictObject({ code: Code, holds: z.boolean(), reason: freeText() })).max(50),
  exclusions: z
    .array(
      z.strictObject({
        code: Code,
        applies: z.boolean(),
        isForceMajeure: z.boolean().optional(),
        reason: freeText(),
      }),
    )
    .max(50),
  shamCodes: z.array(z.enum(SHAM_CODES)).max(6).default([]).meta({
    description:
      'Kinds of sham performance; each counted by a periodic review, or reviewed by a participant too',
  }),
  filings: z
    .array(
      z.strictObject({
        filing: CaseId,
        isWithinScope: z.boolean(),
        areConditionsKept: z.boolean(),
        isFullyDisclosed: z.boolean(),
      }),
    )
    .max(10)
    .default([])
    .meta({ description: 'Ex-ante filings relied on: strong evidence, never immunity' }),
  filingsSetAside: z
    .array(z.strictObject({ filing: CaseId, reason: z.enum(SET_ASIDE_REASONS), explanation: freeText() }))
    .max(10)
    .default([])
    .meta({ description: 'Filings on this act that are not relied on, each with its reason' }),
  proposedOutcome: Outcome.optional(),
});

export const Events = {
  OPEN_ACCOUNTABILITY: eventData({ ...scope, noticeDeliveredOn: GivenDate.optional() }),
  NOTIFY_RIGHT: eventData({}),
  OPEN_EX_OFFICIO: eventData({ ...scope, reason: freeText().optional() }),
  APPLY: eventData({
    ...scope,
    applicant: PersonId.optional().meta({ description: 'Who applies, when staff record it' }),
    lateReason: Code.optional().meta({ description: 'Why it comes after the time limit' }),
    statement: freeText(20_000),
    evidence: z
      .array(z.strictObject({ factor: z.enum(FACTOR_CODES), evidence: Evidence }))
      .max(6)
      .default([]),
  }),
  ADD_TO_SCOPE: eventData({
    acts: z.array(Act).max(50).default([]),
    persons: z.array(PersonId).max(50).default([]),
    reason: freeText(),
  }),
  ASK_CURE: eventData({ missing: z.array(Code).min(1).max(20), explanation: freeText().optional() }),
  CURE: eventData({ evidence: Evidence }),
  REFUSE_INTAKE: eventData({ reason: z.enum(INTAKE_REFUSALS), explanation: freeText() }),
  ACCEPT: eventData({
    isRecusalClear: z.boolean().meta({ description: 'Recusal of all who will handle it was checked' }),
  }),
  VERIFY: eventData({ experts: z.array(Code).max(20).default([]), plan: freeText().optional() }),
  HEAR_SUBJECT: eventData({
    heard: z.array(PersonId).max(50).default([]),
    waived: z
      .array(PersonId)
      .max(50)
      .default([])
      .meta({ description: 'Persons who waived their hearing in writing' }),
    heardOn: GivenDate,
    record: freeText(20_000),
  }),
  SUBMIT_VERIFICATION_REPORT: eventData({ evidence: Evidence, report: freeText(20_000) }),
  CONSULT: eventData({
    opinions: z
      .array(
        z.strictObject({
          body: Code,
          opinion: z.enum(['for_tolerance', 'against_tolerance', 'no_objection', 'no_view']),
          view: freeText().optional(),
        }),
      )
      .min(1)
      .max(30),
  }),
  PROPOSE: eventData({ appraisals: z.array(ProposedAppraisal).min(1).max(100) }),
  RETURN_FOR_MORE: eventData({ reason: freeText() }),
  DECIDE: eventData({
    determinations: z
      .array(
        z.strictObject({
          act: ActCode,
          person: PersonId,
          outcome: Outcome,
          minorMeasure: Minor.optional(),
          reason: freeText(),
        }),
      )
      .min(1)
      .max(100),
    rectificationDemanded: z.boolean(),
    members,
  }),
  DELIVER: eventData({
    deliveredOn: GivenDate,
    manner: Manner,
    separately: z
      .array(z.strictObject({ person: PersonId, deliveredOn: GivenDate, manner: Manner }))
      .max(50)
      .default([])
      .meta({ description: 'Persons who were served on another day or in another manner' }),
  }),
  RECORD: eventData({ filedWith: z.array(Code).max(20).default([]) }),
  APPLY_TO_ACCOUNTABILITY: eventData({
    decision: z.string().min(1).max(128).meta({ description: 'Reference of the liability decision' }),
    states: z
      .array(z.strictObject({ act: ActCode, person: PersonId, outcome: Outcome }))
      .min(1)
      .max(100)
      .meta({ description: 'The tolerance results as the liability decision states them' }),
  }),
  WITHDRAW: eventData({ isInWriting: z.boolean(), reason: freeText().optional() }),
  REVOKE: eventData({ ground: z.enum(REVOCATION_GROUNDS), reason: freeText(), members }),
  RECTIFICATION_OPENED: eventData({
    acts: z.array(ActCode).max(100).default([]),
    persons: z.array(PersonId).max(100).default([]),
  }),
  APPEAL_OPENED: eventData({ person: PersonId, step: z.int().positive() }),
  SENT_BACK: eventData({}),
  DETERMINATION_VARIED: eventData({
    determinations: z.string().max(20_000).meta({ description: '`act:person:outcome; …`, all of them' }),
  }),
  DETERMINATION_REVOKED: eventData({}),
  LIABILITY_REOPENED: eventData({}),
};

/** A distinction as remembered: the answer and what it rests on. */
export interface DistinctionRecord {
  readonly code: Distinction;
  readonly answer: 'yes' | 'no' | 'na';
  readonly evidence: readonly string[];
}

export interface FilingRelied {
  readonly filing: string;
  readonly isWithinScope: boolean;
  readonly areConditionsKept: boolean;
  readonly isFullyDisclosed: boolean;
}

/** A filing about a person under review, as it stood when it was looked up. */
export interface FilingKnown {
  readonly case: string;
  readonly person: string;
  readonly act: string | null;
  readonly state: string;
  readonly conditions: readonly string[];
  readonly conditionsKept: readonly string[];
  readonly validUntil: string | null;
  /** Its act is among those under review. */
  readonly coversAct: boolean;
}

/** What a periodic review counts against a person: for the ratings, never a verdict (T30). */
export interface SignalKnown {
  readonly case: string;
  readonly person: string;
  readonly codes: readonly ShamCode[];
}

/** An appraisal as remembered: without its reasons, which are text. */
export interface AppraisalRecord extends Appraisal {
  readonly distinctions: readonly DistinctionRecord[];
  readonly shamCodes: readonly ShamCode[];
  readonly filings: readonly FilingRelied[];
  /** Absent in appraisals from before filings were looked up. */
  readonly filingsSetAside?: readonly {
    readonly filing: string;
    readonly reason: (typeof SET_ASIDE_REASONS)[number];
  }[];
}

export interface DeliveryRecord {
  readonly person: string;
  readonly deliveredOn: string;
  readonly manner: (typeof DELIVERY_MANNERS)[number];
}

export interface ToleranceContext extends BaseContext {
  readonly allegation: string | null;
  readonly acts: readonly { readonly act: string; readonly allegation: string | null }[];
  readonly persons: readonly string[];
  readonly isAccountabilityOpen: boolean;
  readonly isExOfficio: boolean;
  readonly hasApplied: boolean;
  readonly applicant: string | null;
  readonly applicantRole: Role | null;
  /** The application came after `tol.apply` had run out: a flag for whoever judges the intake. */
  readonly isLate: boolean;
  readonly lateReason: string | null;
  readonly hasAskedForCure: boolean;
  readonly refusalReason: string | null;
  readonly hasWithdrawn: boolean;
  /** Persons heard, or who waived it in writing. */
  readonly heard: readonly string[];
  readonly reportSubmittedAt: Instant | null;
  readonly opinions: readonly { readonly body: string; readonly opinion: string }[];
  readonly appraisals: readonly AppraisalRecord[];
  readonly filings: readonly FilingKnown[];
  readonly signals: readonly SignalKnown[];
  readonly determinations: readonly Determination[];
  readonly decidedAt: Instant | null;
  /** Members who did not vote for the decision: the minority, kept for review. */
  readonly minority: readonly string[];
  readonly deliveries: readonly DeliveryRecord[];
  /** The liability decision that states the results. */
  readonly liabilityDecision: string | null;
  readonly revocationGround: string | null;
}

export const BLANK: Omit<ToleranceContext, keyof BaseContext> = {
  allegation: null,
  acts: [],
  persons: [],
  isAccountabilityOpen: false,
  isExOfficio: false,
  hasApplied: false,
  applicant: null,
  applicantRole: null,
  isLate: false,
  lateReason: null,
  hasAskedForCure: false,
  refusalReason: null,
  hasWithdrawn: false,
  heard: [],
  reportSubmittedAt: null,
  opinions: [],
  appraisals: [],
  filings: [],
  signals: [],
  determinations: [],
  decidedAt: null,
  minority: [],
  deliveries: [],
  liabilityDecision: null,
  revocationGround: null,
};
