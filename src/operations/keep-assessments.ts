/**
 * Assessors of a tolerance review: each keeps sheets for themselves and submits them once; the head lists who is to assess.
 * Beside the machine: nothing here moves the case, and what is proposed in the end is an event of it.
 */
import { hash } from 'node:crypto';
import type { Knex } from 'knex';
import {
  findDraft,
  keepDraft,
  listAssessors,
  listTeam,
  lockAssessments,
  markSubmitted,
  nameAssessors as writeNames,
  type AssessorRow,
} from '../../db/queries/assessments.ts';
import { findNow } from '../../db/queries/now.ts';
import type { KnownActor } from '../../db/queries/step-read.ts';
import type { AssessmentSheet, NamedAssessors } from '../contract/assessments.ts';
import { Problem, type ContentError } from '../contract/problems.ts';
import type { CaseId, PersonId, Words } from '../domain/vocabulary.ts';
import { concernedIn, rolesIn } from '../machines/generic-guards.ts';
import { peopleOf, seesOf, type Asker } from './acting.ts';
import {
  draftFaults,
  openSheets,
  reviewOf,
  sealSheets,
  submissionFaults,
  type Review,
} from './assessment-sheets.ts';
import { actingOn, refuse, type ActingOn } from './case-act.ts';
import { recordAct } from './record-act.ts';
import type { Runtime } from './runtime.ts';
import type { SealKey } from './sealing.ts';

const KEEP = 'assessment.keep';

const conflict = (zh: string, en: string) => () => new Problem('event-not-allowed', { zh, en });
const notNow = conflict('案件当前环节不进行评估', 'Nothing is assessed in the state the case is in');
const isSubmitted = conflict('评估表已经提交，不得更改', 'Your sheets were submitted and are final');
const isOver = conflict(
  '本轮评估表均已提交并公开，须由部门负责人另起一轮',
  'All of this round have submitted and see each other; another round is begun by the head of the department',
);

/** Who is in the round that is under way, or would be the first of it. */
function roundOf(all: readonly AssessorRow[], person: PersonId) {
  const round = all[0]?.round ?? 1;
  const others = all.filter((one) => one.round === round);
  return { round, isShown: others[0]?.isShown === true, own: others.find((one) => one.person === person) };
}

/** The round in which somebody may still write. Throws `event-not-allowed`. */
function openRound(all: readonly AssessorRow[], person: PersonId): number {
  const { round, isShown, own } = roundOf(all, person);
  if (own?.submittedAt != null) throw isSubmitted();
  if (isShown) throw isOver();
  return round;
}

interface Assessing extends ActingOn {
  readonly review: Review;
  readonly key: SealKey;
}

/** Throws `Problem`: not-found, not-permitted, event-not-allowed, texts-erased. */
async function assessing(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<Assessing> {
  const acting = await actingOn(runtime, asker, caseId, { act: KEEP });
  const { row, familyKey } = acting;
  const review = reviewOf(row);
  if (familyKey === null) throw new Problem('texts-erased');
  const { knex, tenant } = runtime;
  const { own } = roundOf(await listAssessors(knex, tenant, row.id), asker.personId);
  const team = await listTeam(knex, tenant, row.family_id);
  const roles = { ...acting.actor, roles: asker.roles };
  if (!isFit(acting, review, roles) || !(own ?? isOfTeam(team, asker.personId)))
    await refuse(runtime, acting, KEEP, 'is_assessor');
  if (!review.takesSheets) throw notNow();
  return { ...acting, review, key: familyKey };
}

/** Keeps a draft in place of the one before. Throws what `assessing` does, and validation-failed. */
export async function keepAssessment(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  sheets: readonly AssessmentSheet[],
): Promise<void> {
  const { row, review, key } = await assessing(runtime, asker, caseId);
  refuseFaults(draftFaults(sheets, review));
  await runtime.knex.transaction(async (trx) => {
    await lockAssessments(trx, runtime.tenant, row.id);
    const round = openRound(await listAssessors(trx, runtime.tenant, row.id), asker.personId);
    const of = { caseId: row.id, round, person: asker.personId };
    await keepDraft(trx, runtime.tenant, {
      ...of,
      family: row.family_id,
      sealed: sealSheets(key, of, sheets).toString('hex'),
      keyId: key.id,
    });
  });
}

/** Makes the draft final. The journal gets the hash of what was sealed, and not how anything was rated. Throws as above. */
export async function submitAssessment(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<void> {
  const { row, review, key } = await assessing(runtime, asker, caseId);
  const { profile } = await runtime.pinned(row.profile_hash);
  await runtime.knex.transaction(async (trx) => {
    await lockAssessments(trx, runtime.tenant, row.id);
    const round = openRound(await listAssessors(trx, runtime.tenant, row.id), asker.personId);
    const of = { caseId: row.id, round, person: asker.personId };
    const { sealed, sheets } = await draftOf(runtime, trx, of, key);
    refuseFaults(submissionFaults(sheets, review, profile));
    const entry = await recordAct(runtime, trx, {
      type: 'assessment.submitted',
      by: asker.personId,
      at: await findNow(trx),
      caseId: row.id,
      data: {
        round,
        acts: [...new Set(sheets.map(({ act }) => act))],
        sheets: sheets.length,
        sha256: hash('sha256', Buffer.from(sealed, 'hex'), 'hex'),
      },
    });
    await markSubmitted(trx, runtime.tenant, { ...of, entry });
  });
  runtime.onWritten?.();
}

const nothingKept = (): Problem =>
  new Problem('validation-failed', undefined, {
    errors: [
      { pointer: '/sheets', message: { zh: '尚未填写评估表', en: 'nothing was kept to be submitted' } },
    ],
  });

async function draftOf(
  runtime: Runtime,
  db: Knex,
  of: { readonly caseId: CaseId; readonly round: number; readonly person: PersonId },
  key: SealKey,
): Promise<{ readonly sealed: string; readonly sheets: AssessmentSheet[] }> {
  const draft = await findDraft(db, runtime.tenant, of);
  if (draft?.keyId !== key.id) throw nothingKept();
  return { sealed: draft.sealed, sheets: openSheets(key, of, draft.sealed) };
}

/**
 * Lists who is to assess; begins another round where all of the last have submitted. Who wrote something already stays, so
 * that no view is struck off. Throws `Problem`: not-found, not-permitted, event-not-allowed, validation-failed.
 */
export async function nameAssessors(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  given: readonly PersonId[],
): Promise<NamedAssessors> {
  const persons = [...new Set(given)];
  const acting = await actingOn(runtime, asker, caseId, { act: 'assessment.name', others: persons });
  const { row, others, actor } = acting;
  const review = reviewOf(row);
  if (!review.takesSheets) throw notNow();
  const { knex, tenant } = runtime;
  const team = await listTeam(knex, tenant, row.family_id);
  const known = (person: PersonId): KnownActor | undefined =>
    person === actor.person ? { ...actor, roles: asker.roles } : others.find((one) => one.person === person);
  refuseFaults(
    persons.flatMap((person, at): ContentError[] => {
      const one = known(person);
      const isKnown = one !== undefined && isFit(acting, review, one);
      const sees = seesOf(one?.roles ?? []) === 'all' || isOfTeam(team, person);
      return isKnown && sees ? [] : [{ pointer: `/assessors/${at}`, message: UNFIT }];
    }),
  );
  const named = await knex.transaction(async (trx) => {
    await lockAssessments(trx, tenant, row.id);
    const { round: last, isShown } = roundOf(await listAssessors(trx, tenant, row.id), asker.personId);
    const round = isShown ? last + 1 : last;
    await writeNames(trx, tenant, {
      caseId: row.id,
      family: row.family_id,
      round,
      by: asker.personId,
      persons,
    });
    await recordAct(runtime, trx, {
      type: 'assessors.named',
      by: asker.personId,
      at: await findNow(trx),
      caseId: row.id,
      data: { round, assessors: persons.map((person) => known(person)?.pseudonym ?? null) },
    });
    const all = await listAssessors(trx, tenant, row.id);
    return { round, assessors: all.filter((one) => one.round === round).map(({ person }) => person) };
  });
  runtime.onWritten?.();
  return named;
}

const UNFIT: Words = {
  zh: '须为本案办理人员或者容错评估组成员，且无须回避',
  en: 'has to handle this matter or be of the tolerance panel, and not to stand aside',
};

/** Whether somebody is of those who may assess: by role, whom the matter is not about, and who does not stand aside. */
export function isFit(
  { row }: Pick<ActingOn, 'row'>,
  { roles }: Review,
  one: Pick<KnownActor, 'person' | 'roles' | 'unit' | 'duties' | 'recusal' | 'pseudonym' | 'barred'>,
): boolean {
  const as = peopleOf([one])[one.person];
  return (
    as?.recusal === 'none' &&
    !concernedIn(row.context).includes(one.person) &&
    rolesIn(row.context, as).some((role) => roles.includes(role))
  );
}

/** Who works on the family; everybody who may know of it where it was given to nobody. */
export const isOfTeam = (team: readonly PersonId[], person: PersonId): boolean =>
  team.length === 0 || team.includes(person);

function refuseFaults(errors: readonly ContentError[]): void {
  if (errors.length > 0) throw new Problem('validation-failed', undefined, { errors: errors.slice(0, 20) });
}
