/** The sheets of an assessor: which case takes any, how they are sealed, and what has to stand in them before they are final. */
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { AssessmentSheet, Conclusions } from '../contract/assessments.ts';
import { Problem, type ContentError } from '../contract/problems.ts';
import { LEAST_REASONING } from '../domain/assessment.ts';
import type { Profile } from '../domain/profile.ts';
import {
  brokenToleranceRule,
  DISTINCTION_CODES,
  FACTOR_CODES,
  isSamePair,
  OUTCOME_CODES,
  type Appraisal,
  type ToleranceOutcome,
} from '../domain/tolerance.ts';
import type { CaseId, PersonId, Role, Words } from '../domain/vocabulary.ts';
import { procedureOf } from '../machines/registry.ts';
import type { ToleranceContext } from '../machines/tolerance-review-events.ts';
import { DECISION_GUARDS } from '../machines/tolerance-review-merits-guards.ts';
import { seal, unseal, type SealKey } from './sealing.ts';

const PROCEDURE = 'tolerance_review';
/** Whoever may do one of these is fit to assess. */
const BY_ROLES_OF = ['PROPOSE', 'CONSULT'];
/** Where one of these is possible, the matter is being weighed and nothing is determined. */
const WHILE_POSSIBLE = ['VERIFY', 'HEAR_SUBJECT', 'CONSULT', 'PROPOSE', 'DECIDE'];

/** What a review is to those who assess it. */
export interface Review {
  readonly acts: readonly string[];
  readonly persons: readonly PersonId[];
  readonly roles: readonly Role[];
  /** The state in which it is takes sheets. */
  readonly takesSheets: boolean;
}

/** Throws `event-not-allowed` for a case of another procedure. */
export function reviewOf(row: CaseRow): Review {
  const procedure = procedureOf(row.procedure, row.procedure_version);
  if (row.procedure !== PROCEDURE || !procedure)
    throw new Problem('event-not-allowed', {
      zh: '只有容错评估案件设有评估表',
      en: 'Only a tolerance review has sheets of assessors',
    });
  const { acts, persons } = row.context as ToleranceContext;
  const rowsOf = (events: readonly string[]) =>
    procedure.rows.filter(({ event, isInternal }) => events.includes(event) && !isInternal);
  return {
    acts: acts.map(({ act }) => act),
    persons,
    roles: [...new Set(rowsOf(BY_ROLES_OF).flatMap(({ roles }) => roles))],
    takesSheets: row.is_open && rowsOf(WHILE_POSSIBLE).some(({ from }) => [from].flat().includes(row.state)),
  };
}

export interface SheetsOf {
  readonly caseId: CaseId;
  readonly round: number;
  readonly person: PersonId;
}

const labelOf = ({ caseId, round, person }: SheetsOf): string => `${caseId} assessment ${round} ${person}`;

export const sealSheets = ({ key }: SealKey, of: SheetsOf, sheets: readonly AssessmentSheet[]): Buffer =>
  seal(key, JSON.stringify(sheets), labelOf(of));

export const openSheets = ({ key }: SealKey, of: SheetsOf, sealed: string): AssessmentSheet[] =>
  JSON.parse(unseal(key, Buffer.from(sealed, 'hex'), labelOf(of)).toString('utf8')) as AssessmentSheet[];

const UNKNOWN: Words = { zh: '不在本案审查范围内', en: 'is not under review here' };
const TWICE: Words = { zh: '不得重复', en: 'may stand here once only' };
const MISSING: Words = { zh: '尚未填写', en: 'is not answered yet' };
const SHORT: Words = {
  zh: `评估理由不少于 ${LEAST_REASONING} 字`,
  en: `takes ${LEAST_REASONING} characters of reasoning or more`,
};
const NOT_COVERED: Words = {
  zh: '本案每一行为、每一人员均须评估',
  en: 'Each act and each person under review has to be assessed',
};

/** What cannot stand even in a draft: what is not under review, or stands there twice. */
export function draftFaults(sheets: readonly AssessmentSheet[], { acts, persons }: Review): ContentError[] {
  return sheets.flatMap((sheet, at): ContentError[] => [
    ...(acts.includes(sheet.act) ? [] : [{ pointer: `/sheets/${at}/act`, message: UNKNOWN }]),
    ...(persons.includes(sheet.person) ? [] : [{ pointer: `/sheets/${at}/person`, message: UNKNOWN }]),
    ...(sheets.findIndex((one) => isSamePair(one, sheet)) === at
      ? []
      : [{ pointer: `/sheets/${at}`, message: TWICE }]),
    ...repeated(
      `/sheets/${at}/factors`,
      sheet.factors.map(({ factor }) => factor),
    ),
    ...repeated(
      `/sheets/${at}/distinctions`,
      sheet.distinctions.map(({ code }) => code),
    ),
    ...repeated(
      `/sheets/${at}/conditions`,
      sheet.conditions.map(({ code }) => code),
    ),
    ...repeated(
      `/sheets/${at}/exclusions`,
      sheet.exclusions.map(({ code }) => code),
    ),
  ]);
}

const repeated = (pointer: string, codes: readonly string[]): ContentError[] =>
  codes.flatMap((code, at) =>
    codes.indexOf(code) === at ? [] : [{ pointer: `${pointer}/${at}`, message: TWICE }],
  );

/** What an assessor answered so far, as the rules of the decision read it. */
const appraisalOf = ({ act, person, factors, conditions, exclusions }: AssessmentSheet): Appraisal => ({
  act,
  person,
  factors: factors.flatMap(({ factor, rating, evidence }) =>
    rating === undefined ? [] : [{ factor, rating, evidence }],
  ),
  conditions: conditions.flatMap(({ code, holds }) => (holds === undefined ? [] : [{ code, holds }])),
  exclusions: exclusions.flatMap(({ code, applies, isForceMajeure }) =>
    applies === undefined ? [] : [{ code, applies, isForceMajeure }],
  ),
});

/** The words of the rule that bars a conclusion; null where the sheet leaves it open. */
function barOf(sheet: AssessmentSheet, outcome: ToleranceOutcome): Words | null {
  const { act, person } = sheet;
  const rule = brokenToleranceRule(appraisalOf(sheet), { act, person, outcome });
  return rule === null ? null : DECISION_GUARDS[rule].words;
}

/** What the sheets of an assessor leave open, for each act and person under review: the rules the decision is held to. */
export const conclusionsOf = (
  sheets: readonly AssessmentSheet[],
  { acts, persons }: Pick<Review, 'acts' | 'persons'>,
): Conclusions[] =>
  acts.flatMap((act) =>
    persons.map((person) => {
      const sheet = sheets.find((one) => isSamePair(one, { act, person })) ?? blankSheet(act, person);
      return {
        act,
        person,
        outcomes: OUTCOME_CODES.map((code) => ({ code, why: barOf(sheet, code) })),
      };
    }),
  );

const blankSheet = (act: string, person: PersonId): AssessmentSheet => ({
  act,
  person,
  factors: [],
  distinctions: [],
  conditions: [],
  exclusions: [],
  remark: '',
});

/** What is missing before sheets may be submitted. Any rating may be given; a conclusion is one that they leave open. */
export function submissionFaults(
  sheets: readonly AssessmentSheet[],
  review: Review,
  { lists }: Pick<Profile, 'lists'>,
): ContentError[] {
  const covered =
    review.acts.every((act) => sheets.some((sheet) => sheet.act === act)) &&
    review.persons.every((person) => sheets.some((sheet) => sheet.person === person));
  return [
    ...draftFaults(sheets, review),
    ...(covered ? [] : [{ pointer: '/sheets', message: NOT_COVERED }]),
    ...sheets.flatMap((sheet, at): ContentError[] => {
      const under = `/sheets/${at}`;
      return [
        ...unanswered(
          `${under}/factors`,
          FACTOR_CODES,
          sheet.factors,
          ({ factor }) => factor,
          ({ rating }) => rating,
        ),
        ...sheet.factors.flatMap(({ reason }, of) =>
          reason.trim().length < LEAST_REASONING
            ? [{ pointer: `${under}/factors/${of}/reason`, message: SHORT }]
            : [],
        ),
        ...unanswered(
          `${under}/distinctions`,
          DISTINCTION_CODES,
          sheet.distinctions,
          codeOf,
          ({ answer }) => answer,
        ),
        ...unanswered(
          `${under}/conditions`,
          lists.tolerance_conditions.map(codeOf),
          sheet.conditions,
          codeOf,
          ({ holds }) => holds,
        ),
        ...unanswered(
          `${under}/exclusions`,
          lists.tolerance_exclusions.map(codeOf),
          sheet.exclusions,
          codeOf,
          ({ applies }) => applies,
        ),
        ...barred(`${under}/outcome`, sheet),
      ];
    }),
  ];
}

function barred(pointer: string, sheet: AssessmentSheet): ContentError[] {
  const message = sheet.outcome === undefined ? null : barOf(sheet, sheet.outcome);
  return message === null ? [] : [{ pointer, message }];
}

const codeOf = ({ code }: { readonly code: string }): string => code;

/** Each of the asked needs an answer, and nothing else is asked. */
function unanswered<T>(
  pointer: string,
  asked: readonly string[],
  given: readonly T[],
  of: (one: T) => string,
  answer: (one: T) => unknown,
): ContentError[] {
  return [
    ...asked
      .filter((code) => !given.some((one) => of(one) === code && answer(one) !== undefined))
      .map((code) => ({ pointer: `${pointer}/${code}`, message: MISSING })),
    ...given.flatMap((one, at) =>
      asked.includes(of(one)) ? [] : [{ pointer: `${pointer}/${at}`, message: UNKNOWN }],
    ),
  ];
}
