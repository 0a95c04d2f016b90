/**
 * Data of the events of a matter of false accusation, and what the case remembers of them. Who accused is sealed once
 * it is known: the case keeps that a tracing was approved and made, never whose name it brought (T3, T10).
 */
import { z } from 'zod';
import { freeText, identity } from '../domain/event-data.ts';
import { CaseId, GivenDate, PersonId } from '../domain/vocabulary.ts';
import { CIRCLES } from './clarification-events.ts';
import type { BaseContext } from './procedure.ts';
import { eventData, members } from './shared-rows.ts';

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

/** What it may come to. A mistake is an ordinary end; a fabrication without proof of intent is called neither. */
export const RESULTS = ['established', 'mistaken_report', 'not_established'] as const;
export type Result = (typeof RESULTS)[number];
const Result = z.enum(RESULTS);
const ResultBelow = z.enum(['mistaken_report', 'not_established']);

/** Findings on the allegation that leave room for the question at all. */
export const CONCLUDED_AS_FALSE = ['fabricated', 'untrue'] as const;

/** Whether the accuser serves the public, and so is answerable here, or not. No more is said of them. */
export const ACCUSER_KINDS = ['official', 'other'] as const;

/** What was gained by the accusation and has to be undone. */
export const GAINS = ['post', 'honour', 'other'] as const;

const EvidenceIds = z
  .array(z.string().min(1).max(64))
  .max(200)
  .default([])
  .meta({ description: 'Ids of the evidence on which the answer rests' });
const Approval = z
  .string()
  .min(1)
  .max(64)
  .meta({ description: 'Number of the approval, as the level that gave it keeps it' });
const Level = z
  .enum(['superior', 'own'])
  .default('superior')
  .meta({ description: 'Who decided: the higher body, or this body as one of city level or above' });
const Talk = z
  .boolean()
  .default(false)
  .meta({ description: 'Whether an education talk is offered; no mark against anybody' });

export const Events = {
  OPEN: eventData({
    allegation: CaseId,
    signs: freeText().meta({ description: 'What speaks for a fabrication with intent; a lead, no verdict' }),
  }),
  VERIFY: eventData({ plan: freeText().optional() }),
  REQUEST_TRACING: eventData({
    complaint: CaseId.meta({ description: 'The anonymous complaint of which the author is sought' }),
    ground: Code,
    reason: freeText(),
  }),
  APPROVE_TRACING: eventData({
    complaint: CaseId,
    level: Level,
    approval: Approval,
    members: members.optional(),
    reason: freeText().optional(),
  }),
  REFUSE_TRACING: eventData({
    complaint: CaseId,
    level: Level,
    members: members.optional(),
    reason: freeText(),
  }),
  RECORD_TRACE: eventData({
    complaint: CaseId,
    isFound: z.boolean().meta({ description: 'Whether the author was found' }),
    accuser: identity(z.string().trim().min(1).max(200)).optional(),
    record: identity(z.string().trim().min(1).max(4_000)).optional(),
  }).superRefine((data, context) => {
    if (data.isFound && data.accuser === undefined)
      context.addIssue({
        code: 'custom',
        path: ['accuser'],
        message: 'is missing, though somebody was found',
      });
  }),
  PROPOSE: eventData({
    proposal: Result,
    isFabricationProven: z.boolean(),
    fabricationEvidence: EvidenceIds,
    isIntentProven: z.boolean(),
    intentEvidence: EvidenceIds,
    aggravations: z.array(Code).max(20).default([]),
    accuserKind: z.enum(ACCUSER_KINDS).optional(),
    report: freeText(20_000).meta({ description: 'It names nobody; who accused is kept sealed' }),
  }),
  RETURN_FOR_MORE: eventData({ reason: freeText() }),
  SEND_UP: eventData({ members, reason: freeText().optional() }),
  APPROVE: eventData({ approval: Approval, reason: freeText().optional() }),
  REFUSE: eventData({ result: ResultBelow, approval: Approval, educationTalk: Talk, reason: freeText() }),
  DECIDE: eventData({
    result: Result,
    approval: Approval.optional(),
    educationTalk: Talk,
    members,
    reason: freeText(),
  }),
  CONCLUDE: eventData({ result: ResultBelow, educationTalk: Talk, reason: freeText() }),
  HANDLE: eventData({
    accuserKind: z.enum(ACCUSER_KINDS),
    accuser: PersonId.optional().meta({
      description: 'For an official: the person on whom the new case opens; by now the published result',
    }),
    organ: Code.optional().meta({ description: 'For anybody else: code of the competent organ' }),
    gains: z.array(z.enum(GAINS)).max(3).default([]),
    reason: freeText().optional(),
  }),
  CLOSE: eventData({
    givenOn: GivenDate.meta({ description: 'The day on which the result was made known' }),
    circle: z.enum(CIRCLES),
    namesResultOnly: z
      .boolean()
      .meta({ description: 'What was made known is the result, and neither report nor evidence' }),
    text: freeText().optional(),
  }),
  SET_ASIDE: eventData({ approval: Approval, reason: freeText() }),
};

/** A tracing asked for. By whom the report was made is not here. */
export interface Tracing {
  readonly complaint: CaseId;
  readonly ground: string;
  readonly standing: 'requested' | 'approved' | 'refused' | 'made';
  readonly approval: string | null;
}

export interface FalseAccusationContext extends BaseContext {
  readonly allegation: CaseId | null;
  readonly point: string | null;
  readonly tracings: readonly Tracing[];
  readonly proposal: Result | null;
  readonly isFabricationProven: boolean;
  readonly isIntentProven: boolean;
  readonly evidence: readonly string[];
  readonly aggravations: readonly string[];
  readonly accuserKind: (typeof ACCUSER_KINDS)[number] | null;
  readonly isReturned: boolean;
  readonly result: Result | null;
  /** Number under which the competent level decided. */
  readonly approval: string | null;
  readonly publishedOn: string | null;
}

export const BLANK: Omit<FalseAccusationContext, keyof BaseContext> = {
  allegation: null,
  point: null,
  tracings: [],
  proposal: null,
  isFabricationProven: false,
  isIntentProven: false,
  evidence: [],
  aggravations: [],
  accuserKind: null,
  isReturned: false,
  result: null,
  approval: null,
  publishedOn: null,
};
