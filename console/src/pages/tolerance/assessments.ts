/** The assessments of a review as the sheet reads them, and a sheet with nothing on it yet. */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { caseKey } from '../case/case-queries.ts';

export type Assessments = components['schemas']['AssessmentList'];
export type Assessor = components['schemas']['Assessor'];
export type Sheet = components['schemas']['KeptAssessmentSheet'];
export type Factor = Sheet['factors'][number]['factor'];
export type Rating = NonNullable<Sheet['factors'][number]['rating']>;

export const assessmentsKey = (caseId: string) => [...caseKey(caseId), 'assessments'] as const;

export const useAssessments = (caseId: string) =>
  useQuery({
    queryKey: assessmentsKey(caseId),
    queryFn: () => unwrap(api.GET('/api/v1/cases/{caseId}/assessments', { params: { path: { caseId } } })),
    retry: false,
  });

/** A piece of evidence as it is picked. */
export interface EvidenceOption {
  readonly value: string;
  readonly label: string;
}

export interface Pair {
  readonly act: string;
  readonly person: string;
}

export const pairsOf = ({ acts, persons }: Pick<Assessments, 'acts' | 'persons'>): readonly Pair[] =>
  acts.flatMap((act) => persons.map((person) => ({ act, person })));

export const isOf =
  ({ act, person }: Pair) =>
  (sheet: Pair): boolean =>
    sheet.act === act && sheet.person === person;

export const blankSheet = ({ act, person }: Pair): Sheet => ({
  act,
  person,
  factors: [],
  distinctions: [],
  conditions: [],
  exclusions: [],
  remark: '',
});

/** Puts one answer in the place of the one before it, by what it answers. */
export function withAnswer<T>(list: readonly T[], answer: T, keyOf: (one: T) => string): T[] {
  const at = list.findIndex((one) => keyOf(one) === keyOf(answer));
  return at < 0 ? [...list, answer] : list.map((one, index) => (index === at ? answer : one));
}

export type Progress = 'not_started' | 'in_progress' | 'completed';

/** How far the answer on a factor is. */
export function progressOf(answer: Sheet['factors'][number] | undefined, leastReasoning: number): Progress {
  if (!answer || (answer.rating === undefined && answer.reason.trim() === '')) return 'not_started';
  return answer.rating !== undefined && answer.reason.trim().length >= leastReasoning
    ? 'completed'
    : 'in_progress';
}

/** What the step that proposes begins with, taken from sheets as they were submitted. */
export const proposalFrom = (sheets: readonly Sheet[]): Readonly<Record<string, unknown>> => ({
  appraisals: sheets.map(({ act, person, factors, distinctions, conditions, exclusions, outcome }) => ({
    act,
    person,
    factors,
    distinctions: distinctions.map(({ code, answer, evidence }) => ({ code, answer, evidence })),
    conditions,
    exclusions,
    ...(outcome !== undefined && { proposedOutcome: outcome }),
  })),
});
