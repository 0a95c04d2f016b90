/**
 * Findings on one allegation and one person, and what each of them leads to. A point that could not be proven is a
 * finding of its own and never counts as untrue (T2). Words and sets only; who may find what is the rows' business.
 */
import { REPORT_VALUES } from '../domain/words/values-of-reports.ts';
import { CLARIFIABLE } from './clarification-events.ts';

export const FINDINGS = REPORT_VALUES.finding;

export type Finding = keyof typeof FINDINGS;
export const FINDING_CODES = Object.keys(FINDINGS) as [Finding, ...Finding[]];

const among =
  (...findings: readonly string[]) =>
  (finding: unknown): boolean =>
    typeof finding === 'string' && findings.includes(finding);

/** Opens a clarification for the person (A18, B1). */
export const isClarifiable = among(...CLARIFIABLE);
/** Needs no further decision: the allegation closes with its complaint (A24). */
export const needsNothingMore = among(...CLARIFIABLE, 'not_proven');
/** Substantiated, with liability likely: a case may be filed (A19). */
export const isSubstantiated = among('true', 'true_error_in_duty', 'partly_true');
/** May end with a talk, criticism, self-examination or an admonition. */
export const allowsMinorHandling = among('true_minor', 'partly_true', 'true_error_in_duty');

/** An error in duty, whole or in its true part: tolerance has to be looked at (1.7, T5). */
export const isErrorInDuty = (finding: unknown, isOfDuty: boolean): boolean =>
  finding === 'true_error_in_duty' || (finding === 'partly_true' && isOfDuty);
