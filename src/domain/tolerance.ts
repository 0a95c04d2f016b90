/**
 * What a tolerance review weighs and what it may decide: six factors, three distinctions, conditions and exclusions,
 * five outcomes, and the rule that ties them (domain brief 2). Nothing is counted or weighted: conditions must all
 * hold, bars cannot be bought off, and each answer stands for itself (T7). Pure values and predicates.
 */
import type { PersonId, Words } from './vocabulary.ts';

/** The six assessment factors (2.1). */
export const FACTORS = {
  motive_attitude: { zh: '动机态度', en: 'motive and attitude' },
  objective_conditions: { zh: '客观条件', en: 'objective conditions' },
  procedure_method: { zh: '程序方法', en: 'procedure and method' },
  nature_degree: { zh: '性质程度', en: 'nature and degree' },
  consequence_impact: { zh: '后果影响', en: 'consequences and impact' },
  remedy_of_loss: { zh: '挽回损失', en: 'remedying of loss' },
} as const satisfies Record<string, Words>;
export type Factor = keyof typeof FACTORS;
export const FACTOR_CODES = Object.keys(FACTORS) as [Factor, ...Factor[]];

/** Factors that may not speak against somebody who is to go without any sanction (2.3, rule 3). */
export const KEY_FACTORS: readonly Factor[] = ['motive_attitude', 'procedure_method', 'remedy_of_loss'];

/** How a factor speaks. `unknown` is honest and blocks the decision until somebody finds out. */
export const RATINGS = {
  supports: { zh: '支持容错', en: 'supports tolerance' },
  neutral: { zh: '中性', en: 'neutral' },
  against: { zh: '不利于容错', en: 'speaks against tolerance' },
  bars: { zh: '排除容错', en: 'bars tolerance' },
  unknown: { zh: '尚未查清', en: 'not known yet' },
} as const satisfies Record<string, Words>;
export type Rating = keyof typeof RATINGS;
export const RATING_CODES = Object.keys(RATINGS) as [Rating, ...Rating[]];

/** The three distinctions, P1 to P3 (2.2): which side of the line an error lies on. */
export const DISTINCTIONS = {
  inexperience: {
    zh: '缺乏经验、先行先试出现的失误，而非明知故犯',
    en: 'P1: inexperience or a first trial, not a knowing violation',
  },
  exploratory: {
    zh: '尚无明确限制的探索性试验，而非明令禁止后依然我行我素',
    en: 'P2: exploratory where nothing was clearly restricted, not persisting after an explicit ban',
  },
  unintended: {
    zh: '为推动发展的无意过失，而非谋取私利',
    en: 'P3: an unintended slip for development, not private gain',
  },
} as const satisfies Record<string, Words>;
export type Distinction = keyof typeof DISTINCTIONS;
export const DISTINCTION_CODES = Object.keys(DISTINCTIONS) as [Distinction, ...Distinction[]];

/** What may be determined of one person in one act (1.3). */
export const OUTCOMES = {
  not_tolerated: { zh: '不予容错', en: 'not tolerated: ordinary liability' },
  lighter: { zh: '从轻', en: 'lighter, within the range for the act' },
  mitigated: { zh: '减轻', en: 'mitigated, one grade below the range' },
  exempted: { zh: '免予', en: 'exempted: a fault, but no sanction' },
  not_pursued: { zh: '不予追究', en: 'not pursued: no liability measure' },
} as const satisfies Record<string, Words>;
export type ToleranceOutcome = keyof typeof OUTCOMES;
export const OUTCOME_CODES = Object.keys(OUTCOMES) as [ToleranceOutcome, ...ToleranceOutcome[]];

/** Minor measures, taken with `exempted` or `not_pursued` alone (S2). */
export const MINOR_MEASURES = {
  talk_reminder: { zh: '谈话提醒', en: 'reminder talk' },
  criticism_education: { zh: '批评教育', en: 'criticism and education' },
  self_examination: { zh: '责令检查', en: 'self-examination ordered' },
  admonition: { zh: '诫勉', en: 'admonition' },
} as const satisfies Record<string, Words>;
export type MinorMeasure = keyof typeof MINOR_MEASURES;
export const MINOR_MEASURE_CODES = Object.keys(MINOR_MEASURES) as [MinorMeasure, ...MinorMeasure[]];

/** Six kinds of sham performance (3). They describe how a duty was done and are no verdict (T30). */
export const SHAM_KINDS = {
  sham_false: { zh: '假担当', en: 'words and deeds split' },
  sham_blind: { zh: '瞎担当', en: 'staging to suit the occasion' },
  sham_lazy: { zh: '懒担当', en: 'copying without thought' },
  sham_reckless: { zh: '乱担当', en: 'opening stalls everywhere' },
  sham_slow: { zh: '慢担当', en: 'guarding the old, fearing trouble' },
  sham_slack: { zh: '散担当', en: 'muddling through' },
} as const satisfies Record<string, Words>;
export type ShamCode = keyof typeof SHAM_KINDS;
export const SHAM_CODES = Object.keys(SHAM_KINDS) as [ShamCode, ...ShamCode[]];

/** The exclusion that gives way to force majeure (2.3, rule 2; S20). No other does. */
export const REPEATED_ERROR = 'same_error_repeated';

/** One person in one act: what everything in a tolerance review attaches to (T18, settled questions 16). */
export interface Pair {
  readonly act: string;
  readonly person: PersonId;
}

export interface FactorRating {
  readonly factor: Factor;
  readonly rating: Rating;
  readonly evidence: readonly string[];
}

export interface ConditionAnswer {
  readonly code: string;
  readonly holds: boolean;
}

export interface ExclusionAnswer {
  readonly code: string;
  readonly applies: boolean;
  readonly isForceMajeure?: boolean | undefined;
}

/** What the handling department found on one pair. Reasons are free text and kept apart. */
export interface Appraisal extends Pair {
  readonly factors: readonly FactorRating[];
  readonly conditions: readonly ConditionAnswer[];
  readonly exclusions: readonly ExclusionAnswer[];
}

/** What the body decided on one pair. */
export interface Determination extends Pair {
  readonly outcome: ToleranceOutcome;
  readonly minorMeasure?: MinorMeasure | undefined;
}

export const isSamePair = (a: Pair, b: Pair): boolean => a.act === b.act && a.person === b.person;
export const isTolerated = ({ outcome }: Pick<Determination, 'outcome'>): boolean =>
  outcome !== 'not_tolerated';
const isWithoutSanction = ({ outcome }: Determination): boolean =>
  outcome === 'exempted' || outcome === 'not_pursued';

const isRated = ({ factors }: Appraisal, rating: Rating, among: readonly Factor[] = FACTOR_CODES): boolean =>
  factors.some((one) => one.rating === rating && among.includes(one.factor));

/** Whether an answered exclusion stands in the way: it applies, and force majeure does not lift it (S20). */
export const excludes = ({ code, applies, isForceMajeure }: ExclusionAnswer): boolean =>
  applies && !(code === REPEATED_ERROR && isForceMajeure === true);

type Rule = (appraisal: Appraisal, determination: Determination) => boolean;

/**
 * The rules of 2.3, each a predicate that holds when the determination keeps it. In the order in which a refusal names
 * them. Two or more factors against are judged like one: at most lighter or mitigated, with the body's reason [D].
 */
export const TOLERANCE_RULES = {
  nothing_is_unknown: ({ factors }) =>
    FACTOR_CODES.every((code) => factors.some(({ factor }) => factor === code)) &&
    factors.every(({ rating }) => rating !== 'unknown'),
  a_bar_leaves_no_tolerance: (appraisal, determination) =>
    !isTolerated(determination) || !isRated(appraisal, 'bars'),
  an_exclusion_leaves_no_tolerance: (appraisal, determination) =>
    !isTolerated(determination) || !appraisal.exclusions.some(excludes),
  all_conditions_hold: (appraisal, determination) =>
    !isTolerated(determination) || appraisal.conditions.every(({ holds }) => holds),
  key_factors_are_not_against: (appraisal, determination) =>
    !isWithoutSanction(determination) || !isRated(appraisal, 'against', KEY_FACTORS),
  a_factor_against_leaves_a_sanction: (appraisal, determination) =>
    !isWithoutSanction(determination) || !isRated(appraisal, 'against'),
  minor_measure_goes_without_sanction: (_, determination) =>
    determination.minorMeasure === undefined || isWithoutSanction(determination),
} as const satisfies Record<string, Rule>;
export type ToleranceRule = keyof typeof TOLERANCE_RULES;

/** The first rule of 2.3 that a determination breaks, or null when the body may decide so. */
export function brokenToleranceRule(
  appraisal: Appraisal,
  determination: Determination,
): ToleranceRule | null {
  const rules = Object.entries(TOLERANCE_RULES) as [ToleranceRule, Rule][];
  return rules.find(([, keeps]) => !keeps(appraisal, determination))?.[0] ?? null;
}

/** The outcomes an appraisal leaves open; none while a factor is unknown. */
export const outcomesOpenTo = (appraisal: Appraisal): ToleranceOutcome[] =>
  OUTCOME_CODES.filter((outcome) => {
    const { act, person } = appraisal;
    return brokenToleranceRule(appraisal, { act, person, outcome }) === null;
  });

/** Whether `given` answers each of `asked` once, and nothing else. */
export const answersEachOnce = (given: readonly string[], asked: readonly string[]): boolean =>
  given.length === asked.length &&
  new Set(given).size === given.length &&
  asked.every((code) => given.includes(code));

/** Determinations as one public line, `X:S:mitigated; Y:S:not_tolerated`, for summaries. Acts hold no colon. */
export const determinationsLine = (determinations: readonly Determination[]): string =>
  determinations.map(({ act, person, outcome }) => `${act}:${person}:${outcome}`).join('; ');

/** The determinations in a line made by `determinationsLine`; those with an unknown outcome are left out. */
export const determinationsInLine = (line: string): Determination[] =>
  line.split('; ').flatMap((one) => {
    const outcome = OUTCOME_CODES.find((code) => one.endsWith(`:${code}`));
    const [pair] = pairsInLine(one);
    return outcome && pair ? [{ ...pair, outcome }] : [];
  });

/** The pairs in a line made by `determinationsLine`; a person's reference may hold colons, an act's code may not. */
export function pairsInLine(line: string): Pair[] {
  return line
    .split('; ')
    .filter((one) => one !== '')
    .map((one) => {
      const first = one.indexOf(':');
      return { act: one.slice(0, first), person: one.slice(first + 1, one.lastIndexOf(':')) };
    });
}
