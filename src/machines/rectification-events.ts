/**
 * Data of the events of a rectification, and what the case remembers of them: the four lists of the founding text
 * (problems, measures, responsibility, deadline) as codes, persons and dates. What a problem is, what is done about it
 * and by what it is measured are free text and never judged.
 */
import { z } from 'zod';
import { freeText } from '../domain/event-data.ts';
import { CaseId, GivenDate, PersonId } from '../domain/vocabulary.ts';
import { PointCode } from './allegation-events.ts';
import type { BaseContext } from './procedure.ts';
import { eventData, SHARED_EVENTS } from './shared-rows.ts';

/** A code that people choose for a problem or a measure; it names the clock of the measure too. */
const ListCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
const UnitCode = z.string().min(1).max(64);
const Evidence = z.array(z.string().min(1).max(128)).max(100).default([]);

/** What a rectification rests on. */
export const RECTIFICATION_SOURCES = [
  'tolerance',
  'sanction',
  'minor_handling',
  'supervisory_advice',
] as const;
export type RectificationSource = (typeof RECTIFICATION_SOURCES)[number];

export const SEVERITIES = ['minor', 'ordinary', 'serious'] as const;

/** The three colours of a supervision ticket: near its day, behind pace or of poor quality, overdue. */
export const TICKET_COLOURS = ['blue', 'yellow', 'red'] as const;
export type TicketColour = (typeof TICKET_COLOURS)[number];

/** Why a ticket stands; `near_due`, `overdue` and `paper_only` come with other events. */
export const TICKET_REASONS = [
  'near_due',
  'behind_pace',
  'poor_quality',
  'overdue',
  'paper_only',
  'relapsed',
] as const;
export type TicketReason = (typeof TICKET_REASONS)[number];

/** Why a check sends a measure back. Paper rectification is a fault of its own (S33). */
export const RETURN_REASONS = ['incomplete', 'no_effect', 'evidence_missing', 'paper_only'] as const;

export const ITEM_STATES = [
  'listed',
  'planned',
  'in_progress',
  'claimed_done',
  'returned',
  'closed',
  'reopened',
] as const;
export type ItemState = (typeof ITEM_STATES)[number];

const Problem = z.strictObject({
  code: ListCode,
  severity: z.enum(SEVERITIES),
  description: freeText(),
  evidence: Evidence,
  ownerUnit: UnitCode.optional().meta({ description: 'Whose problem it is; absent: of the unit served' }),
});

const Measure = z.strictObject({
  code: ListCode,
  problems: z.array(ListCode).max(50).default([]).meta({ description: 'Codes of the problems it serves' }),
  action: freeText(),
  criteria: z
    .array(z.strictObject({ code: ListCode, criterion: freeText(), isCheckable: z.boolean() }))
    .max(20)
    .default([])
    .meta({ description: 'By what somebody from outside can see that it is done' }),
  unit: UnitCode.optional().meta({ description: 'Who carries it out; absent: the unit served' }),
  lead: PersonId.optional().meta({ description: 'The one person who answers for it' }),
  leadDept: UnitCode.optional(),
  helpers: z.array(PersonId).max(20).default([]),
  dueOn: GivenDate.optional(),
  milestones: z
    .array(z.strictObject({ on: GivenDate, what: freeText() }))
    .max(20)
    .default([]),
});

const Item = { item: ListCode.meta({ description: 'Code of the measure' }) };

export const Events = {
  SERVE_NOTICE: eventData({
    on: CaseId.meta({ description: 'The case whose decision demands correction' }),
    source: z.enum(RECTIFICATION_SOURCES),
    advice: z
      .string()
      .min(1)
      .max(128)
      .optional()
      .meta({ description: 'Reference of the supervisory advice, where it rests on one' }),
    unit: UnitCode,
    deliveredOn: GivenDate,
    problems: z.array(Problem).min(1).max(100),
    acts: z.array(PointCode).max(50).default([]),
    persons: z.array(PersonId).max(50).default([]),
  }),
  SUBMIT_PLAN: eventData({
    problems: z
      .array(Problem)
      .max(100)
      .default([])
      .meta({ description: 'Problems found beside those of the notice' }),
    measures: z.array(Measure).min(1).max(200),
  }),
  APPROVE_PLAN: eventData({ opinion: freeText().optional() }),
  RETURN_PLAN: eventData({ reason: freeText() }),
  START: eventData({ ...Item }),
  CLAIM_DONE: eventData({
    ...Item,
    claimedBy: PersonId.optional().meta({ description: 'The lead person, where staff record it' }),
    evidence: z
      .array(
        z.strictObject({
          criterion: ListCode,
          evidence: z.array(z.string().min(1).max(128)).min(1).max(100),
        }),
      )
      .max(20)
      .meta({ description: 'What shows that each criterion is met' }),
    report: freeText(20_000),
  }),
  CHECK: eventData({
    ...Item,
    result: z.enum(['pass', 'return']),
    reason: z.enum(RETURN_REASONS).optional(),
    record: freeText(20_000),
  }),
  EXTEND_ITEM: eventData({ ...Item, reason: freeText() }),
  TICKET: eventData({
    ...Item,
    colour: z.enum(TICKET_COLOURS),
    reason: z.enum(['near_due', 'behind_pace', 'poor_quality', 'overdue']),
    explanation: freeText(),
  }),
  LOOK_BACK: eventData({
    result: z.enum(['confirmed', 'relapsed']),
    items: z.array(ListCode).max(200).default([]).meta({ description: 'Measures that did not hold' }),
    record: freeText(20_000),
  }),
  REPORT_NEW_PROBLEM: eventData({ subject: PersonId, description: freeText(20_000) }),
  ARCHIVE: eventData({}),
  CANCEL: eventData({ reason: freeText() }),
  DEADLINE_PASSED: SHARED_EVENTS.DEADLINE_PASSED,
  DEADLINE_WARNED: eventData({ clock: z.string().max(64), instance: z.string().max(128).optional() }),
};

export interface ProblemRecord {
  readonly code: string;
  readonly severity: (typeof SEVERITIES)[number];
  readonly evidence: readonly string[];
  readonly ownerUnit: string;
}

export interface Ticket {
  readonly colour: TicketColour;
  readonly reason: TicketReason;
  readonly at: string;
}

/** One measure with all that its four lists say, and where it stands. */
export interface ItemRecord {
  readonly code: string;
  readonly problems: readonly string[];
  readonly criteria: readonly { readonly code: string; readonly isCheckable: boolean }[];
  readonly unit: string;
  readonly lead: string | null;
  readonly leadDept: string | null;
  readonly helpers: readonly string[];
  /** The planned day; null once it was reopened, when its clock alone says. */
  readonly dueOn: string | null;
  readonly milestones: readonly string[];
  readonly state: ItemState;
  readonly tickets: readonly Ticket[];
  readonly extensions: number;
  readonly returns: number;
}

export interface RectificationContext extends BaseContext {
  readonly on: string | null;
  readonly source: RectificationSource | null;
  readonly advice: string | null;
  readonly deliveredOn: string | null;
  readonly acts: readonly string[];
  readonly persons: readonly string[];
  /** Of the notice. */
  readonly problems: readonly ProblemRecord[];
  /** Found beside them by the plan that was submitted last. */
  readonly furtherProblems: readonly ProblemRecord[];
  readonly items: readonly ItemRecord[];
  readonly newProblems: number;
}

export const BLANK: Omit<RectificationContext, keyof BaseContext> = {
  on: null,
  source: null,
  advice: null,
  deliveredOn: null,
  acts: [],
  persons: [],
  problems: [],
  furtherProblems: [],
  items: [],
  newProblems: 0,
};
