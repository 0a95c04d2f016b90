/**
 * Appraisals of the sample tolerance reviews: six factors, three distinctions, every condition and every exclusion of the
 * default profile answered one by one. Nothing is summed up: a good rating buys nothing off (T7).
 */
import type { EventData } from '../../domain/effect.ts';
import {
  DISTINCTION_CODES,
  FACTOR_CODES,
  type Distinction,
  type Factor,
  type Rating,
} from '../../domain/tolerance.ts';
import type { CaseId, PersonId } from '../../domain/vocabulary.ts';

/** As the profile `cn-default` lists them. */
const CONDITIONS = [
  'lawful',
  'reform_related',
  'diligent_without_intent',
  'public_spirited',
  'proper_procedure',
  'corrects_on_learning',
];
const EXCLUSIONS = [
  'private_gain',
  'collusion',
  'explicit_ban_broken',
  'same_error_repeated',
  'major_accident',
  'political_discipline',
  'concealment',
  'grave_harm',
  'suspected_crime',
];

export interface Appraised {
  readonly act: string;
  readonly person: PersonId;
  readonly evidence: readonly string[];
  /** Factors that do not speak for tolerance, each with its rating and why. */
  readonly otherwise?: Partial<Record<Factor, readonly [Rating, string]>>;
  /** Distinctions that do not come out on the good side. */
  readonly answers?: Partial<Record<Distinction, 'no' | 'na'>>;
  /** Conditions that do not hold, with why. */
  readonly failing?: Readonly<Record<string, string>>;
  /** Exclusions that apply, with why. */
  readonly applying?: Readonly<Record<string, string>>;
  /** Filings made before the act that it relies on: kept within, on their conditions, and fully disclosed. */
  readonly filings?: readonly CaseId[];
  readonly proposedOutcome: string;
}

export const appraisal = (of: Appraised): EventData => ({
  act: of.act,
  person: of.person,
  factors: FACTOR_CODES.map((factor) => {
    const [rating, reason] = of.otherwise?.[factor] ?? ['supports', 'Borne out by the file.'];
    return { factor, rating, reason, evidence: of.evidence };
  }),
  distinctions: DISTINCTION_CODES.map((code) => {
    const answer = of.answers?.[code] ?? 'yes';
    return { code, answer, evidence: answer === 'na' ? [] : of.evidence };
  }),
  conditions: CONDITIONS.map((code) => {
    const why = of.failing?.[code];
    return { code, holds: why === undefined, reason: why ?? 'Checked; it holds.' };
  }),
  exclusions: EXCLUSIONS.map((code) => {
    const why = of.applying?.[code];
    return { code, applies: why !== undefined, reason: why ?? 'Checked; nothing points to it.' };
  }),
  filings: (of.filings ?? []).map((filing) => ({
    filing,
    isWithinScope: true,
    areConditionsKept: true,
    isFullyDisclosed: true,
  })),
  proposedOutcome: of.proposedOutcome,
});

/** The body as it sat, everybody for it. */
export const UNANIMOUS = ['p-he', 'p-luo', 'p-liang'].map((person) => ({ person, vote: 'for' }));
