/**
 * Data of the events of a performance review, and what the case remembers of them: signals by code, source and day.
 * What was seen is free text and never judged; nothing is added up or weighted (T30).
 */
import { z } from 'zod';
import { freeText } from '../domain/event-data.ts';
import { GivenDate, PersonId } from '../domain/vocabulary.ts';
import { PointCode } from './allegation-events.ts';
import type { BaseContext } from './procedure.ts';
import { eventData, members } from './shared-rows.ts';

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);

/** Where a signal comes from: the results that the founding text names, to be read together. */
export const SOURCES = ['inspection', 'appraisal', 'audit', 'petition'] as const;
export type Source = (typeof SOURCES)[number];

/** What a review may come to, from light to grave. */
export const REVIEW_RESULTS = ['no_lead', 'talk', 'adjustment', 'accountability_lead'] as const;

const SignalCode = PointCode.describe('Code of the signal, unique in the review');
const IsNotAboutGenuineRisk = z.boolean().default(false).meta({
  description: 'Stated on purpose: this is not about a risk that was taken in earnest and filed before',
});

export const Events = {
  OPEN: eventData({
    subject: PersonId,
    period: z
      .string()
      .regex(/^20\d\d(?:-(?:Q[1-4]|H[12]))?$/)
      .meta({ description: 'A year, a half or a quarter: `2025`, `2025-H1`, `2025-Q2`' }),
    reason: freeText().optional(),
  }),
  RECORD_SIGNAL: eventData({
    signal: SignalCode,
    source: z.enum(SOURCES),
    kind: Code.optional().meta({ description: 'A listed kind of sham performance; a signal may carry none' }),
    act: PointCode.optional().meta({ description: 'The act it is about, where it is about one' }),
    indicator: freeText(),
    observedOn: GivenDate,
    evidence: z.array(z.string().min(1).max(64)).min(1).max(100),
    isNotAboutGenuineRisk: IsNotAboutGenuineRisk,
  }),
  REVIEW_SIGNAL: eventData({
    signal: SignalCode,
    counts: z.boolean(),
    isNotAboutGenuineRisk: IsNotAboutGenuineRisk,
    reason: freeText(),
  }),
  DISMISS_SIGNAL: eventData({ signal: SignalCode, reason: freeText() }),
  CONCLUDE: eventData({
    result: z.enum(REVIEW_RESULTS),
    members: members.optional(),
    reason: freeText(),
  }),
};

/** One signal, and where it stands: a code on it speaks for nothing before a second person let it count. */
export interface Signal {
  readonly signal: string;
  readonly source: Source;
  /** The one of the six kinds that the listed kind stands for; null: it carries none. */
  readonly code: string | null;
  readonly act: string | null;
  readonly observedOn: string;
  readonly evidence: readonly string[];
  readonly recordedBy: readonly PersonId[];
  readonly standing: 'waiting' | 'counts' | 'does_not_count' | 'dismissed';
}

export interface PerformanceContext extends BaseContext {
  readonly period: string | null;
  readonly signals: readonly Signal[];
  readonly result: (typeof REVIEW_RESULTS)[number] | null;
}

export const BLANK: Omit<PerformanceContext, keyof BaseContext> = { period: null, signals: [], result: null };

export const counting = ({ signals }: Pick<PerformanceContext, 'signals'>): readonly Signal[] =>
  signals.filter(({ standing }) => standing === 'counts');

/** Each once, in a fixed order: how often a code or a source occurs is nobody's measure. */
export const eachOnce = (codes: readonly (string | null)[]): string =>
  [...new Set(codes.filter((code) => code !== null))].sort().join(' ');

/** Whether a day lies in a period: a year, a half or a quarter of it. */
export function liesIn(period: string, day: string): boolean {
  const [year, part] = period.split('-');
  if (day.slice(0, 4) !== year) return false;
  if (part === undefined) return true;
  const months = part.startsWith('Q') ? 3 : 6;
  return Math.ceil(Number(day.slice(5, 7)) / months) === Number(part.slice(1));
}
