/** What a clarification remembers and what may be sent to it: its events in both versions, with their data. */
import { z } from 'zod';
import { freeText } from '../domain/event-data.ts';
import { CaseId, GivenDate, PersonId } from '../domain/vocabulary.ts';
import type { BaseContext } from './procedure.ts';
import { eventData } from './shared-rows.ts';

/** The circles a report can do harm in, from narrow to wide; a clarification may not reach further (T19). */
export const CIRCLES = ['person', 'department', 'unit', 'system', 'public'] as const;
const Circle = z.enum(CIRCLES);
export type Circle = z.infer<typeof Circle>;

export const FORMS = ['written', 'in_person', 'meeting', 'circular'] as const;
const Form = z.enum(FORMS);
export type Form = z.infer<typeof Form>;

/** Findings that open a clarification. `not_proven` is not among them: it cannot be ruled out (T2). */
export const CLARIFIABLE = ['fabricated', 'untrue', 'seriously_inaccurate'] as const;

export interface ClarificationContext extends BaseContext {
  readonly allegation: string | null;
  readonly point: string | null;
  readonly finding: string | null;
  readonly findingVersion: number | null;
  /** What the finding became after this clarification was carried out. */
  readonly changedTo: string | null;
  readonly ground: string | null;
  readonly reason: string | null;
  readonly damage: Circle | null;
  readonly circle: Circle | null;
  readonly forms: readonly Form[];
  readonly done: readonly Form[];
  readonly recipients: readonly string[];
  readonly deliveredTo: readonly string[];
}

export const EVENTS = {
  OPEN: eventData({
    allegation: CaseId,
    subject: PersonId,
    point: z.string().max(128),
    finding: z.string().max(64),
    findingVersion: z.int().positive(),
  }),
  APPLY: eventData({ allegation: CaseId, reason: freeText() }),
  ASSESS_NEEDED: eventData({ ground: z.string().max(64), damage: Circle, reason: freeText() }),
  ASSESS_NOT_NEEDED: eventData({ reason: z.string().max(64), explanation: freeText() }),
  RETURN_FOR_MORE: eventData({ reason: freeText() }),
  WITHHOLD: eventData({ reason: z.string().max(64), explanation: freeText() }),
  CONSULT_SUBJECT: eventData({
    agrees: z.boolean(),
    forms: z.array(Form).max(4).default([]),
    circle: Circle.optional(),
  }),
  APPROVE: eventData({ nothingSealedInText: z.boolean(), reason: freeText().optional() }),
  CARRY_OUT: eventData({
    form: Form,
    recipients: z.array(z.string().max(64)).min(1).max(50),
    deliveredOn: GivenDate.optional(),
  }),
  COMPLETE: eventData({}),
  FOLLOW_UP: eventData({ visitedOn: GivenDate, harmContinues: z.boolean(), record: freeText() }),
  ARCHIVE: eventData({}),
  SUPERSEDE: eventData({ reason: freeText() }),
  FINDING_APPROVED: eventData({ finding: z.string().max(64), findingVersion: z.int().positive() }),
};

/** In version 1 the consultation of the subject stood for a joint check that was passed. */
export const EVENTS_OF_2 = {
  ...EVENTS,
  PASS_CHECK: eventData({ reason: freeText() }),
  REASSESS: eventData({}),
};
