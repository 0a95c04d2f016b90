/**
 * Data of the events of an allegation, and what the case remembers of them: codes, ids and dates. Reasons, replies and
 * records of talks are free text, kept apart and never judged.
 */
import { z } from 'zod';
import { freeText } from '../domain/event-data.ts';
import { OUTCOME_CODES } from '../domain/tolerance.ts';
import { CaseId, GivenDate, type Instant, PersonId } from '../domain/vocabulary.ts';
import { FINDING_CODES, type Finding } from './allegation-findings.ts';
import { CIRCLES, type Circle } from './clarification-events.ts';
import type { BaseContext } from './procedure.ts';
import { eventData, members } from './shared-rows.ts';

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

/** What a point or an act is called within its family; the same form as in a tolerance review. */
export const PointCode = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/)
  .meta({ description: 'Code of the point, unique in the complaint; it holds no name' });

/** The four statutory ways to treat a lead, and the passing on to the investigation department (A13). */
export const DISPOSITIONS = [
  'letter_inquiry',
  'preliminary_verification',
  'shelved',
  'closed_no_action',
  'sent_to_investigation',
] as const;
export type Disposition = (typeof DISPOSITIONS)[number];

/** From light to heavy; a defence never moves a decision to the right (A20). */
export const DECISIONS = ['dismiss', 'no_sanction', 'exempt', 'sanction'] as const;
export type Decision = (typeof DECISIONS)[number];

/** Sanctions, from light to heavy (S2). */
export const MEASURES = ['warning', 'demerit', 'major_demerit', 'demotion', 'discharge'] as const;
export type Measure = (typeof MEASURES)[number];

export const MATERIALS = [
  'document',
  'phone_note',
  'statement',
  'electronic',
  'physical',
  'expert_opinion',
  'other',
] as const;

const Delivery = {
  deliveredOn: GivenDate,
  manner: z.enum(['in_person', 'left_with_witness', 'post', 'notice']).default('in_person'),
};

const EvidenceIds = z
  .array(z.string().min(1).max(64))
  .min(1)
  .max(200)
  .meta({ description: 'Ids of the evidence it rests on, as the evidence list of the case gives them' });

export const Events = {
  OPEN: eventData({
    point: PointCode,
    subject: PersonId,
    isOfDuty: z.boolean().default(false),
    act: PointCode.optional(),
  }),
  RETURNED: eventData({}),
  HANDED_BACK: eventData({}),
  COMPLAINT_ENDED: eventData({ outcome: Code }),
  PROPOSE_DISPOSITION: eventData({
    disposition: z.enum(DISPOSITIONS),
    isRecusalClear: z.boolean().meta({ description: 'Recusal of all who will handle it was checked' }),
    isStudiedCollectively: z
      .boolean()
      .default(false)
      .meta({ description: 'The department studied it as a body; not needed where participants are named' }),
    reason: freeText().optional(),
  }),
  APPROVE_DISPOSITION: eventData({
    disposition: z.enum(DISPOSITIONS),
    reasonCode: Code.optional().meta({ description: 'Listed reason, for what is shelved or ended' }),
    reason: freeText().optional(),
  }),
  RETURN_PROPOSAL: eventData({ reason: freeText() }),
  DELIVER_LETTER: eventData(Delivery),
  SUBJECT_REPLIES: eventData({ reply: freeText(20_000) }),
  ACCEPT_EXPLANATION: eventData({
    finding: z.enum(FINDING_CODES),
    isOfDuty: z.boolean().optional(),
    evidence: EvidenceIds.optional(),
    reason: freeText(),
  }),
  ESCALATE_TO_VERIFICATION: eventData({
    ground: z.enum(['inconsistent', 'evasive', 'serious_lead', 'no_reply']),
    reason: freeText().optional(),
  }),
  RECORD_INTERVIEW: eventData({
    interviewee: PersonId.optional(),
    heldOn: GivenDate.optional(),
    record: freeText(20_000),
  }),
  RECORD_MATERIAL: eventData({
    kind: z.enum(MATERIALS).default('document'),
    description: freeText().optional(),
  }),
  SUBMIT_VERIFICATION_REPORT: eventData({
    finding: z.enum(FINDING_CODES),
    evidence: EvidenceIds,
    isOfDuty: z.boolean().optional().meta({ description: 'The true part is an act in duty, not for gain' }),
    signsOfIntent: z.boolean().default(false).meta({
      description: 'Signs that a fabrication was meant to harm; a lead for people, never a verdict',
    }),
    proposal: z.enum(['close', 'minor_handling', 'file_case', 'transfer_criminal']).optional(),
    report: freeText(20_000).optional(),
  }),
  APPROVE_FINDINGS: eventData({ reason: freeText().optional() }),
  RETURN_FINDINGS: eventData({ reason: freeText() }),
  RETURN_FOR_MORE: eventData({}),
  FILE_CASE: eventData({ act: PointCode.optional(), reason: freeText().optional() }),
  NOTIFY_AND_HEAR: eventData({
    heardOn: GivenDate.optional(),
    proposedDecision: z.enum(DECISIONS).meta({
      description: 'What the person was told is proposed; nothing heavier may follow the defence',
    }),
    proposedMeasure: z.enum(MEASURES).optional(),
    isDefenceChecked: z
      .boolean()
      .meta({ description: 'What the person said in defence was recorded and checked' }),
    record: freeText(20_000).optional(),
  }),
  REVIEW_CASE: eventData({ opinion: z.enum(['agree', 'return']).default('agree'), reason: freeText() }),
  DECIDE: eventData({
    decision: z.enum(DECISIONS),
    measure: z.enum(MEASURES).optional(),
    track: Code.optional().meta({
      description: 'Track of the sanction, as the profile lists them; that of civil servants when absent',
    }),
    toleranceResult: z
      .enum(OUTCOME_CODES)
      .optional()
      .meta({ description: 'The tolerance result, where there is one; the decision has to state it' }),
    isToleranceConsidered: z
      .boolean()
      .default(false)
      .meta({ description: 'Where no review was opened: whether tolerance was looked at all the same' }),
    hasSystemicCause: z.boolean().default(false),
    ruleVersion: z
      .strictObject({ profile: z.string().max(64), version: z.string().max(64), reason: freeText() })
      .optional()
      .meta({
        description:
          'Rules of another version that were applied because they are lighter, and why; the decision states them. ' +
          'Absent: the rules the case was opened under',
      }),
    members,
    reason: freeText().optional(),
  }),
  DELIVER_DECISION: eventData({
    ...Delivery,
    circle: z.enum(CIRCLES).optional().meta({
      description: 'Where the decision was announced; a name is restored there, should it be undone (T22)',
    }),
  }),
  CLOSE_WITH_MINOR_HANDLING: eventData({
    way: Code.meta({ description: 'Listed way: a talk, criticism, self-examination, an admonition' }),
    isToleranceConsidered: z.boolean().default(false),
    hasSystemicCause: z.boolean().default(false),
    reason: freeText().optional(),
  }),
  CLOSE: eventData({}),
  TRANSFER_CRIMINAL: eventData({
    body: Code.meta({ description: 'The body it is passed to' }),
    receipt: z.string().max(128).optional(),
    reason: freeText().optional(),
  }),
  MERGE: eventData({ into: CaseId, reason: freeText().optional() }),
  REOPEN: eventData({
    reason: z.enum(['new_evidence', 'superior_order', 'basis_set_aside']),
    whatIsNew: freeText(),
  }),
  SHELF_REVIEW: eventData({ disposition: z.enum(DISPOSITIONS).optional(), reason: freeText().optional() }),
  TOLERANCE_OPENED: eventData({}),
  TOLERANCE_RECORDED: eventData({ determinations: z.string().max(20_000) }),
  TOLERANCE_REVOKED: eventData({}),
  FALSE_ACCUSATION_OPENED: eventData({}),
  SANCTION_IN_EFFECT: eventData({}),
  RECTIFICATION_OPENED: eventData({
    acts: z.array(PointCode).max(100).default([]),
    persons: z.array(PersonId).max(100).default([]),
  }),
  APPEAL_OPENED: eventData({ person: PersonId, step: z.int().positive() }),
  DECISION_VARIED: eventData({
    decision: z.enum(DECISIONS),
    measure: z.enum(MEASURES).optional(),
    minorHandling: Code.optional(),
    finding: z.enum(FINDING_CODES).optional(),
    ground: Code.optional().meta({ description: 'What the appeal varied it for' }),
    considerTolerance: z.boolean().default(false),
  }),
  DECISION_REVOKED: eventData({ considerTolerance: z.boolean().default(false) }),
};

/** One version of the decision on an allegation: as it was made, and as an appeal left it. */
export interface DecisionVersion {
  readonly version: number;
  readonly decision: Decision | null;
  readonly measure: Measure | null;
  readonly minorHandling: string | null;
  /** What an appeal varied it for; null for a decision of the body itself, whose reasons are text. */
  readonly ground: string | null;
  readonly at: Instant;
}

/** A piece of evidence as the case knows it: which act recorded it, so that a recusal can exclude it. */
export interface EvidenceItem {
  readonly id: string;
  readonly kind: 'interview' | 'explanation' | (typeof MATERIALS)[number];
  /** Version of this case at which it was recorded. */
  readonly version: number;
  readonly at: Instant;
}

export interface AllegationContext extends BaseContext {
  /** This case's own id, to tell which disposals of a recusal concern it. */
  readonly case: CaseId | null;
  readonly point: string | null;
  readonly act: string | null;
  readonly isOfDuty: boolean;
  /** The complaint is back with reception: nothing is decided here meanwhile (A11). */
  readonly isReturned: boolean;
  readonly disposition: Disposition | null;
  readonly dispositionAt: Instant | null;
  readonly letterDeliveredOn: string | null;
  readonly evidence: readonly EvidenceItem[];
  readonly proposed: {
    readonly finding: Finding;
    readonly evidence: readonly string[];
    readonly signsOfIntent: boolean;
  } | null;
  /** The finding approved last, and how often one was approved. */
  readonly finding: Finding | null;
  readonly findingVersion: number;
  readonly isFindingApproved: boolean;
  readonly isCaseFiled: boolean;
  /** Personnel moves are barred while the case is filed (T25). */
  readonly isHrFrozen: boolean;
  /** What the person was told would be decided; a defence may not make it heavier. */
  readonly told: { readonly decision: Decision; readonly measure: Measure | null } | null;
  readonly decision: Decision | null;
  readonly measure: Measure | null;
  readonly minorHandling: string | null;
  /** The track of the sanction; null for the profile's track of civil servants. */
  readonly track: string | null;
  readonly deliveredOn: string | null;
  /** Where the decision was announced. */
  readonly circle: Circle | null;
  /** The chain of decisions since the first was made (T23). */
  readonly decisions: readonly DecisionVersion[];
  readonly toleranceDeterminations: string | null;
  /** Code of why it was shelved, ended, merged or reopened. */
  readonly reason: string | null;
}

export const BLANK: Omit<AllegationContext, keyof BaseContext> = {
  case: null,
  point: null,
  act: null,
  isOfDuty: false,
  isReturned: false,
  disposition: null,
  dispositionAt: null,
  letterDeliveredOn: null,
  evidence: [],
  proposed: null,
  finding: null,
  findingVersion: 0,
  isFindingApproved: false,
  isCaseFiled: false,
  isHrFrozen: false,
  told: null,
  decision: null,
  measure: null,
  minorHandling: null,
  track: null,
  deliveredOn: null,
  circle: null,
  decisions: [],
  toleranceDeterminations: null,
  reason: null,
};
