/**
 * Findings on one allegation and one person, and what each of them leads to. A point that could not be proven is a
 * finding of its own and never counts as untrue (T2). Words and sets only; who may find what is the rows' business.
 */
import type { Words } from '../domain/vocabulary.ts';
import { CLARIFIABLE } from './clarification-events.ts';

export const FINDINGS = {
  fabricated: { zh: '捏造', en: 'fabricated' },
  untrue: { zh: '不属实', en: 'untrue' },
  seriously_inaccurate: { zh: '严重失实', en: 'seriously inaccurate' },
  partly_true: { zh: '部分属实', en: 'partly true' },
  not_proven: { zh: '查无实据', en: 'not proven' },
  true_minor: { zh: '属实但轻微', en: 'true, minor' },
  true: { zh: '属实', en: 'true' },
  true_error_in_duty: { zh: '属实但系履职失误', en: 'true, an error in duty' },
} as const satisfies Record<string, Words>;

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
