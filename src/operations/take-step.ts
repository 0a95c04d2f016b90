/**
 * The one way a case moves, whoever or whatever moves it: read, plan, write. API, clocks, demo and imports come
 * through here. A step that lost a race against a linked case is planned anew; one that lost against its own case is
 * told so.
 */
import { listElsewhere } from '../../db/queries/elsewhere.ts';
import { listFamily, listLinks } from '../../db/queries/family.ts';
import type { StepRead } from '../../db/queries/step-read.ts';
import { Problem } from '../contract/problems.ts';
import type { EventData } from '../domain/effect.ts';
import { splitEventData } from '../domain/event-data.ts';
import { CaseId, type PersonId } from '../domain/vocabulary.ts';
import type { Procedure } from '../machines/procedure.ts';
import { actorOf, peopleOf, personsNamed, askingOf, type Asker } from './acting.ts';
import { contentErrors } from '../contract/content-errors.ts';
import { barredIn } from './find-conflicts.ts';
import { actsOf } from './list-acts.ts';
import type { ElsewhereRead, FamilyRead, LoadedCase, Plan, PlanInput, PlanRefusal } from './plan-input.ts';
import { planStep } from './plan-step.ts';
import type { Runtime } from './runtime.ts';
import { withShutOuts } from './shut-outs.ts';

export interface Attempt {
  readonly asker: Asker;
  readonly data: EventData;
  readonly answer?: PlanInput['answer'];
}

/** What the operation was given to read for an asker and the persons the data name. */
export const readFor = (
  runtime: Runtime,
  { asker, data, answer }: Attempt,
  caseId: CaseId | null,
): Promise<StepRead> =>
  runtime.readForStep({
    caseId: CaseId.safeParse(caseId).success ? caseId : null,
    ...askingOf(asker),
    people: [asker.personId, ...personsNamed(data).filter((person) => person !== asker.personId)],
    caller: asker.personId,
    key: answer?.key ?? null,
  });

/** The case of a read, ready to be planned on; undefined when there is none for this asker. */
export function loadedOf(read: StepRead): LoadedCase | undefined {
  if (!read.case || read.wrappedKey === null) return undefined;
  return { row: read.case, clocks: read.clocks, wrappedKey: read.wrappedKey };
}

/** Refuses work on a case whose texts were erased: what it would say now could not be sealed. */
export function refuseErased(read: StepRead): void {
  if (read.case && read.wrappedKey === null) throw new Problem('texts-erased');
}

/** Parses the data of an event; throws the 422 that names each wrong field. */
export function parseData(
  procedure: Procedure,
  type: string,
  data: EventData,
): Pick<PlanInput['event'], 'data' | 'text' | 'identity'> {
  const schema = procedure.events[type];
  if (!schema)
    throw new Problem(
      'validation-failed',
      { zh: '本程序没有该事项', en: 'This procedure knows no such event' },
      {
        errors: [
          { pointer: '/type', message: { zh: '本程序没有该事项', en: 'is not an event of this procedure' } },
        ],
        known: Object.keys(procedure.events).sort(),
      },
    );
  const parsed = schema.safeParse(data);
  if (!parsed.success)
    throw new Problem('validation-failed', undefined, { errors: contentErrors(parsed.error, '/data') });
  return splitEventData(schema, parsed.data);
}

/** Plans a step on what was read, fetching more where the rules ask for it. */
export async function plan(
  runtime: Runtime,
  read: StepRead,
  asker: Asker,
  rest: Omit<PlanInput, 'at' | 'recorded' | 'by' | 'pseudonym' | 'people' | 'family' | 'acts' | 'elsewhere'>,
): Promise<Plan | PlanRefusal> {
  const pseudonym = read.actors.find(({ person }) => person === asker.personId)?.pseudonym;
  if (!pseudonym) throw new Error('the actor has no pseudonym');
  const input = {
    ...rest,
    at: read.at,
    recorded: new Date().toISOString(),
    by: actorOf(asker, read.actors),
    pseudonym,
    people: peopleOf(read.actors),
  };
  const anchor = 'row' in rest.root ? rest.root : rest.root.anchor;
  if (anchor) await runtime.pinned(anchor.row.profile_hash);
  const barred = anchor ? await barredIn(runtime, asker, anchor.row.family_id, rest.event) : [];
  let family: FamilyRead | null = null;
  let acts: PlanInput['acts'] = null;
  let elsewhere: ElsewhereRead | null = null;
  const asked: CaseId[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const planned = planStep(runtime, {
      ...input,
      ...(barred.length > 0 && { barred }),
      family,
      acts,
      elsewhere,
    });
    if ('refusal' in planned) return planned;
    if ('group' in planned)
      return withShutOuts(runtime, planned, { ...input, type: rest.event.type, actor: pseudonym });
    const familyId = anchor?.row.family_id;
    asked.push(...planned.needs.cases);
    family = familyId ? await readFamily(runtime, familyId, asked) : { cases: [], links: [], asked };
    if (planned.needs.elsewhere.length > 0)
      elsewhere = await readElsewhere(runtime, familyId, [
        ...(elsewhere?.persons ?? []),
        ...planned.needs.elsewhere,
      ]);
    const about = rest.event.data.person;
    if (planned.needs.acts && familyId && typeof about === 'string')
      acts = await actsOf(runtime.knex, runtime.tenant, familyId, about);
    else if (planned.needs.acts) acts = [];
  }
  throw new Error('a step kept asking for more');
}

/** A step may ask for its family, then for cases of others, then for acts, then for persons. */
const MOST_ROUNDS = 6;

async function readFamily(runtime: Runtime, familyId: CaseId, asked: readonly CaseId[]): Promise<FamilyRead> {
  const { knex, tenant } = runtime;
  const cases = await listFamily(knex, tenant, familyId, asked);
  const links = await listLinks(knex, tenant, familyId);
  for (const { row } of cases) await runtime.pinned(row.profile_hash);
  return { cases, links, asked };
}

async function readElsewhere(
  { knex, tenant }: Runtime,
  familyId: CaseId | undefined,
  persons: readonly PersonId[],
): Promise<ElsewhereRead> {
  const wanted = [...new Set(persons)];
  return { persons: wanted, cases: await listElsewhere(knex, tenant, wanted, familyId ?? null) };
}
