/**
 * The sheets of a tolerance review for those who work on it: their own at any time, those of others when all of the round have
 * submitted. Side by side and never added up.
 */
import { listAssessments, listTeam, type AssessmentRow } from '../../db/queries/assessments.ts';
import { listNamed } from '../../db/queries/people.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { AssessmentList, AssessmentRound, AssessorView } from '../contract/assessments.ts';
import { FACTOR_GUIDES, LEAST_REASONING } from '../domain/assessment.ts';
import { mayTry } from '../domain/permission.ts';
import { DISTINCTIONS, FACTOR_CODES, FACTORS, OUTCOMES, RATINGS } from '../domain/tolerance.ts';
import type { CaseId, PersonId, Words } from '../domain/vocabulary.ts';
import { worksOn, type Asker } from './acting.ts';
import { conclusionsOf, openSheets, reviewOf, type Review } from './assessment-sheets.ts';
import { isFit, isOfTeam } from './keep-assessments.ts';
import { visibleCase } from './read-case.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';
import { readFor } from './take-step.ts';

/** Throws `Problem`: not-found, and event-not-allowed for a case that has no sheets. */
export async function readAssessments(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<AssessmentList> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!worksOn(asker, row)) throw noSuchCase();
  const review = reviewOf(row);
  const { tenant } = runtime;
  const { rows, team } = await seenBy(runtime, asker, async (db) => ({
    rows: await listAssessments(db, tenant, row.id, asker.personId),
    team: await listTeam(db, tenant, row.family_id),
  }));
  const { profile } = await runtime.pinned(row.profile_hash);
  const ids = [...new Set(rows.map(({ person }) => person))];
  const named = ids.length === 0 ? [] : await listNamed(runtime.knex, tenant, { ids });
  const names = new Map(named.map(({ id, name }) => [id, name]));
  const rounds = roundsOf(runtime, asker, { caseId: row.id, rows, names });
  const own = rounds[0]?.assessors.find(({ isMe }) => isMe);
  return {
    case: row.id,
    acts: [...review.acts],
    persons: [...review.persons],
    leastReasoning: LEAST_REASONING,
    factors: FACTOR_CODES.map((code) => {
      const { asks, anchors } = FACTOR_GUIDES[code];
      return { code, label: FACTORS[code], asks, anchors: [...anchors] };
    }),
    ratings: asked(RATINGS),
    distinctions: asked(DISTINCTIONS),
    conditions: profile.lists.tolerance_conditions.map(({ code, zh, en }) => ({ code, label: { zh, en } })),
    exclusions: profile.lists.tolerance_exclusions.map(({ code, zh, en }) => ({ code, label: { zh, en } })),
    outcomes: asked(OUTCOMES),
    ...(await powersOf(runtime, asker, row, { review, rows, team })),
    conclusions: conclusionsOf(own?.sheets ?? [], review),
    rounds,
  };
}

const asked = (words: Readonly<Record<string, Words>>) =>
  Object.entries(words).map(([code, label]) => ({ code, label }));

/** What the asker may do now; the same rules refuse what they may not. */
async function powersOf(
  runtime: Runtime,
  asker: Asker,
  row: CaseRow,
  {
    review,
    rows,
    team,
  }: { readonly review: Review; readonly rows: readonly AssessmentRow[]; readonly team: readonly PersonId[] },
): Promise<Pick<AssessmentList, 'mayAssess' | 'mayName'>> {
  const { case: acted, actors } = await readFor(runtime, { asker, data: {} }, row.id);
  const self = actors.find(({ person }) => person === asker.personId);
  if (!review.takesSheets || !acted || self?.recusal !== 'none') return { mayAssess: false, mayName: false };
  const latest = rows.filter(({ round }) => round === rows[0]?.round);
  const own = latest.find(({ person }) => person === asker.personId);
  return {
    mayAssess:
      mayTry(asker.roles, 'assessment.keep') &&
      isFit({ row }, review, { ...self, roles: asker.roles }) &&
      (own !== undefined || isOfTeam(team, asker.personId)) &&
      latest[0]?.isShown !== true &&
      own?.submittedAt == null,
    mayName: mayTry(asker.roles, 'assessment.name'),
  };
}

interface Told {
  readonly caseId: CaseId;
  readonly rows: readonly AssessmentRow[];
  readonly names: ReadonlyMap<PersonId, string | null>;
}

function roundsOf(runtime: Runtime, asker: Asker, told: Told): AssessmentRound[] {
  const { rows } = told;
  const rounds = [...new Set(rows.map(({ round }) => round))];
  return rounds.map((round) => {
    const of = rows.filter((one) => one.round === round);
    return {
      round,
      isShown: of[0]?.isShown === true,
      assessors: of.map((one) => toAssessor(runtime, asker, told, one)),
    };
  });
}

function toAssessor(
  runtime: Runtime,
  asker: Asker,
  { caseId, names }: Told,
  row: AssessmentRow,
): AssessorView {
  const { person, round, sealed, keyId, wrapped } = row;
  return {
    person,
    name: names.get(person) ?? null,
    isMe: person === asker.personId,
    isNamed: row.isNamed,
    hasBegun: row.begunAt !== null,
    submittedAt: row.submittedAt,
    isExcluded: row.isExcluded,
    sheets:
      sealed === null || keyId === null || wrapped === null
        ? null
        : openSheets(runtime.unwrapped(keyId, wrapped), { caseId, round, person }, sealed),
    isErased: sealed !== null && wrapped === null,
  };
}
