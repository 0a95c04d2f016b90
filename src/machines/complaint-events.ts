/**
 * Data of the events of a complaint, and what the case remembers of them. Who reported it is sealed: the case knows
 * whether a contact was given and whether the name was confirmed, never whose it is (T10).
 */
import { z } from 'zod';
import { freeText, identity } from '../domain/event-data.ts';
import { CaseId, GivenDate, GivenInstant, type Instant, PersonId } from '../domain/vocabulary.ts';
import { FINDING_CODES } from './allegation-findings.ts';
import { PointCode } from './allegation-events.ts';
import type { BaseContext } from './procedure.ts';
import { eventData } from './shared-rows.ts';

export const CHANNELS = [
  'web',
  'letter',
  'visit',
  'phone',
  'email',
  'inspection',
  'other_organ',
  'media',
  'own_finding',
  'other',
] as const;

/** Procedures in which a new lead may come up (1.7). */
export const ORIGINS = ['false_accusation', 'rectification', 'performance_review'] as const;

/** What checking a reporter's identity came to (1.1). */
export const IDENTITIES = ['confirmed_real_name', 'denied', 'unreachable', 'impersonated'] as const;
export type Identity = 'unverified' | (typeof IDENTITIES)[number];

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const Body = Code.meta({ description: 'Code of the body, as the directory of this body has it' });

/** Each field is sealed by itself, so that the case may know that there is a contact and nothing more. */
const Reporter = z
  .strictObject({
    name: identity(z.string().trim().min(1).max(200)).optional(),
    unit: identity(z.string().trim().min(1).max(200)).optional(),
    contact: identity(z.string().trim().min(1).max(500)),
  })
  .meta({
    description: 'Who reports: a name or a unit, and a way to be reached. Sealed; in no list and no log',
  });

const NewAllegation = z.strictObject({
  point: PointCode,
  subject: PersonId,
  summary: freeText().optional(),
  isOfDuty: z.boolean().default(false).meta({ description: 'The point is about an act in duty' }),
});

const OnDay = GivenDate.optional().meta({ description: 'The day it was done, when that was not today' });

export const Events = {
  SUBMIT: eventData({
    channel: z.enum(CHANNELS).default('other'),
    receivedAt: GivenInstant.optional().meta({
      description: 'When it reached the body, when that was not just now; the clocks count from it',
    }),
    subject: PersonId.optional(),
    concernsHead: z
      .boolean()
      .default(false)
      .meta({ description: 'It is about the head of this body, so it may not pass through that inbox' }),
    transmittalOnly: z
      .boolean()
      .default(false)
      .meta({ description: "A higher body's matter: a stub for passing it up, without any content" }),
    isRealName: z.boolean().default(false).meta({ description: 'The reporter claims to give the true name' }),
    content: freeText(20_000).optional(),
    reporter: Reporter.optional(),
  }).superRefine((data, context) => {
    if (!data.transmittalOnly) return;
    for (const field of ['content', 'reporter'] as const)
      if (data[field] !== undefined)
        context.addIssue({
          code: 'custom',
          path: [field],
          message: "has to stay out: a higher body's matter is neither copied nor keyed in (A4)",
        });
  }),
  REFERRED: eventData({ subject: PersonId, origin: z.enum(ORIGINS), from: CaseId }),
  ACKNOWLEDGE_RECEIPT: eventData({ acknowledgedOn: OnDay }),
  REGISTER: eventData({
    subject: PersonId.optional(),
    concernsHead: z
      .boolean()
      .optional()
      .meta({ description: 'Found at registration: it is about the head of this body' }),
    remark: freeText().optional(),
  }),
  NAME_REPORTER: eventData({ reporter: Reporter }),
  CONFIRM_IDENTITY: eventData({
    result: z.enum(IDENTITIES),
    manner: z.enum(['phone', 'in_person', 'letter', 'other']).default('phone'),
    remark: freeText().optional(),
  }),
  SEND_SEALED_UP: eventData({ to: Body.optional() }),
  SEND_UP_OWN_HEAD: eventData({ to: Body.optional() }),
  ROUTE_OUT: eventData({
    to: Body,
    isPartial: z.boolean().default(false).meta({ description: 'Part of it is kept and handled here' }),
    receipt: z.string().max(128).optional(),
    reason: freeText().optional(),
  }),
  DECLINE: eventData({ reason: Code, explanation: freeText().optional() }),
  LINK_DUPLICATE: eventData({
    parent: CaseId.meta({ description: 'The complaint on the same subject and the same facts' }),
    newFacts: z
      .boolean()
      .meta({ description: 'Whether it holds any fact or evidence that the other has not' }),
    remark: freeText().optional(),
  }),
  MERGE: eventData({
    into: CaseId.meta({ description: 'The complaint that goes on with it' }),
    newFacts: z.boolean().default(true),
    remark: freeText().optional(),
  }),
  DUPLICATE_LINKED: eventData({
    duplicate: CaseId,
    subject: PersonId.nullable(),
    isRealName: z.boolean(),
    newFacts: z.boolean(),
  }),
  DUPLICATE_IDENTIFIED: eventData({ duplicate: CaseId, isRealName: z.boolean() }),
  ACCEPT: eventData({ remark: freeText().optional() }),
  DELIVER_NOTICE: eventData({
    deliveredOn: OnDay,
    manner: z.enum(['in_person', 'post', 'phone', 'electronic']).default('post'),
  }),
  HAND_OVER: eventData({
    supervisorInformed: z.boolean().meta({ description: 'Case supervision was told of the hand-over' }),
    department: Code.optional(),
    allegations: z
      .array(NewAllegation)
      .max(50)
      .default([])
      .meta({ description: 'One for each point and person; may be empty when a complaint is handed back' }),
  }),
  ADD_ALLEGATION: eventData({ allegations: z.array(NewAllegation).min(1).max(50) }),
  RETURN_TO_RECEPTION: eventData({
    reason: z.enum(['no_substance', 'other_body']),
    consentedBy: PersonId.meta({ description: 'The leader in charge who consented' }),
    explanation: freeText().optional(),
  }),
  FINDINGS_APPROVED: eventData({ allegation: CaseId, finding: z.enum(FINDING_CODES) }),
  ALLEGATION_CONCLUDED: eventData({ allegation: CaseId, outcome: Code }),
  ALLEGATION_REOPENED: eventData({ allegation: CaseId }),
  ALLEGATION_EXTENDED: eventData({ allegation: CaseId }),
  GIVE_FEEDBACK: eventData({
    duplicate: CaseId.optional().meta({ description: 'The linked piece whose reporter was told' }),
    givenOn: OnDay,
    hasObjection: z.boolean().default(false),
    newEvidence: z
      .boolean()
      .default(false)
      .meta({ description: 'The reporter named evidence not yet checked' }),
    objection: freeText().optional(),
    explanation: freeText().optional(),
  }),
  RECORD_CHECK: eventData({ result: freeText() }),
  RECORD_WITHDRAWAL: eventData({
    threat: z
      .union([z.boolean(), z.literal('unknown')])
      .meta({ description: 'Was the reporter threatened?' }),
    leak: z.union([z.boolean(), z.literal('unknown')]).meta({ description: 'Did the report leak?' }),
    malice: z.union([z.boolean(), z.literal('unknown')]).meta({ description: 'Was it made in bad faith?' }),
    remark: freeText().optional(),
  }),
  CLOSE: eventData({
    isChecklistComplete: z
      .boolean()
      .meta({ description: 'Every line of the closing checklist was answered' }),
    remark: freeText().optional(),
  }),
  REOPEN: eventData({
    reason: z.enum(['new_evidence', 'superior_order', 'basis_set_aside']),
    whatIsNew: freeText(),
  }),
};

/** A linked piece: its own case, kept whole; its reporter keeps a right of their own to feedback (4.7, T16). */
export interface Duplicate {
  readonly case: CaseId;
  readonly isRealName: boolean;
  readonly hasNewFacts: boolean;
  readonly isFeedbackGiven: boolean;
}

export interface ComplaintContext extends BaseContext {
  readonly channel: (typeof CHANNELS)[number];
  readonly receivedAt: Instant | null;
  /** The procedure and the case in which the lead came up; null for what came from outside. */
  readonly origin: (typeof ORIGINS)[number] | null;
  readonly originCase: CaseId | null;
  /** Everybody the complaint is known to be about. */
  readonly subjects: readonly PersonId[];
  readonly concernsHead: boolean;
  readonly isTransmittalOnly: boolean;
  /** The reporter claims a true name; `identity` says what the check came to. */
  readonly isRealName: boolean;
  readonly isNamedSinceReceipt: boolean;
  readonly hasContact: boolean;
  readonly identity: Identity;
  readonly isReceiptAcknowledged: boolean;
  readonly isAccepted: boolean;
  readonly isNoticeDelivered: boolean;
  readonly isReturned: boolean;
  readonly department: string | null;
  readonly routedTo: readonly { readonly body: string; readonly isPartial: boolean }[];
  /** The complaint this one repeats, or went into. */
  readonly parent: CaseId | null;
  readonly duplicates: readonly Duplicate[];
  readonly allegations: readonly { readonly point: string; readonly subject: PersonId }[];
  /** When the last of the allegations got its conclusion; feedback counts from then. */
  readonly conclusionAt: Instant | null;
  readonly isFeedbackGiven: boolean;
  readonly withdrawals: readonly {
    readonly at: Instant;
    readonly threat: boolean | 'unknown';
    readonly leak: boolean | 'unknown';
    readonly malice: boolean | 'unknown';
  }[];
  readonly reopenings: readonly { readonly at: Instant; readonly reason: string }[];
  /** Code of why it was declined, returned or reopened. */
  readonly reason: string | null;
  readonly outcome: string | null;
}

export const BLANK: Omit<ComplaintContext, keyof BaseContext> = {
  channel: 'other',
  receivedAt: null,
  origin: null,
  originCase: null,
  subjects: [],
  concernsHead: false,
  isTransmittalOnly: false,
  isRealName: false,
  isNamedSinceReceipt: false,
  hasContact: false,
  identity: 'unverified',
  isReceiptAcknowledged: false,
  isAccepted: false,
  isNoticeDelivered: false,
  isReturned: false,
  department: null,
  routedTo: [],
  parent: null,
  duplicates: [],
  allegations: [],
  conclusionAt: null,
  isFeedbackGiven: false,
  withdrawals: [],
  reopenings: [],
  reason: null,
  outcome: null,
};
