/**
 * Data of the events of a risk filing, and what the case remembers of them: unit, matter, act, persons, conditions and
 * days. What is disclosed, found and reasoned is free text and never judged.
 */
import { z } from 'zod';
import { freeText } from '../domain/event-data.ts';
import { CaseId, GivenDate, PersonId } from '../domain/vocabulary.ts';
import { PointCode } from './allegation-events.ts';
import type { BaseContext } from './procedure.ts';
import { eventData, members, SHARED_EVENTS } from './shared-rows.ts';

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const UnitCode = z.string().min(1).max(64);
const Evidence = z.array(z.string().min(1).max(128)).max(100).default([]);

/** Why a filing is not accepted. */
export const FILING_REFUSALS = [
  'not_competent',
  'not_a_risk_matter',
  'act_is_forbidden',
  'facts_not_disclosed',
  'risk_not_bounded',
] as const;

/** How an accepted filing was broken: it helps nobody any more. */
export const BREACH_REASONS = ['condition_broken', 'outside_scope', 'facts_concealed'] as const;

export const Events = {
  FILE: eventData({
    unit: UnitCode,
    matter: Code,
    act: PointCode,
    persons: z
      .array(PersonId)
      .min(1)
      .max(50)
      .meta({ description: 'Who answers for the act; a later review about one of them finds the filing' }),
    plannedOn: GivenDate,
    isUrgent: z.boolean().default(false),
    disclosure: freeText(20_000),
    conditionsOffered: z
      .array(z.strictObject({ code: Code, text: freeText() }))
      .max(20)
      .default([]),
  }),
  SCREEN: eventData({
    result: z.enum(['pass', 'return']),
    missing: z.array(Code).max(20).default([]).meta({ description: 'Facts that are asked for' }),
    explanation: freeText().optional(),
  }),
  SUPPLEMENT: eventData({ evidence: Evidence, disclosure: freeText(20_000) }),
  CHECK: eventData({
    recommends: z.enum(['accept', 'refuse']),
    evidence: Evidence,
    findings: freeText(20_000),
  }),
  ACCEPT: eventData({
    conditions: z
      .array(z.strictObject({ code: Code, text: freeText() }))
      .min(1)
      .max(20),
    validUntil: GivenDate,
    members,
  }),
  REFUSE: eventData({ reason: z.enum(FILING_REFUSALS), explanation: freeText(), members }),
  REPORT_CONDITION: eventData({
    condition: Code,
    kept: z.boolean(),
    evidence: Evidence,
    report: freeText().optional(),
  }),
  BREACH: eventData({ reason: z.enum(BREACH_REASONS), explanation: freeText() }),
  WITHDRAW: eventData({ reason: freeText().optional() }),
  RELIED_ON: eventData({ review: CaseId }),
  DEADLINE_PASSED: SHARED_EVENTS.DEADLINE_PASSED,
};

export interface FilingContext extends BaseContext {
  readonly matter: string | null;
  readonly act: string | null;
  /** Who answers for the act. A filing is found by them. */
  readonly persons: readonly string[];
  readonly plannedOn: string | null;
  readonly isUrgent: boolean;
  readonly recommends: 'accept' | 'refuse' | null;
  /** Codes of the conditions of the acceptance. */
  readonly conditions: readonly string[];
  /** The last report on each condition. */
  readonly reports: readonly { readonly condition: string; readonly kept: boolean }[];
  readonly acceptedOn: string | null;
  readonly validUntil: string | null;
  readonly refusalReason: string | null;
  readonly breachReason: string | null;
  /** The tolerance reviews that relied on it. */
  readonly reliedOnBy: readonly string[];
}

export const BLANK: Omit<FilingContext, keyof BaseContext> = {
  matter: null,
  act: null,
  persons: [],
  plannedOn: null,
  isUrgent: false,
  recommends: null,
  conditions: [],
  reports: [],
  acceptedOn: null,
  validUntil: null,
  refusalReason: null,
  breachReason: null,
  reliedOnBy: [],
};

/** The conditions of which the last report says that they are kept, or that they are not. */
export const reported = ({ conditions, reports }: FilingContext, kept: boolean): string[] =>
  conditions.filter((code) => reports.some((one) => one.condition === code && one.kept === kept));
