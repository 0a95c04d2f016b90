/**
 * Whoever is named as a person of a case loses sight of its whole family as staff, at once. So that nobody is shut out
 * unseen, the step that names a colleague leaves a notice beside its event, for those who watch over cases.
 */
import { findShutOut, listPersonsBehind, listShutOuts, SHUT_OUT } from '../../db/queries/shut-outs.ts';
import type { StepGroup } from '../../db/queries/step-write.ts';
import type { ShutOutList } from '../contract/conflicts.ts';
import type { CaseId, Instant } from '../domain/vocabulary.ts';
import { askingOf, worksOn, type Asker } from './acting.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { disclosedValue, makeEntry, type MadeEntry } from './journal-entry.ts';
import type { Plan } from './plan-input.ts';
import { visibleCase } from './read-case.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';

export interface NamingStep {
  readonly type: string;
  readonly at: Instant;
  readonly recorded: Instant;
  readonly actor: string;
}

/** The plan with a notice for each family it shuts somebody out of; written with the step, in the same statement. */
export async function withShutOuts(runtime: Runtime, plan: Plan, step: NamingStep): Promise<Plan> {
  const { group } = plan;
  const named = group.persons ?? [];
  if (named.length === 0) return plan;
  const touched = group.moves.filter(({ id }) => named.some(({ case_id }) => case_id === id));
  const notices: MadeEntry[] = [];
  for (const family of new Set(touched.map(({ family_id }) => family_id))) {
    // A family that begins with this step was in nobody's sight.
    if (group.moves.some(({ id, expected }) => id === family && expected === 0)) continue;
    const cases = touched.filter(({ family_id }) => family_id === family);
    const notice = await noticeOf(runtime, cases, named, step);
    if (notice) notices.push(notice);
  }
  if (notices.length === 0) return plan;
  return {
    ...plan,
    group: {
      ...group,
      entries: [...group.entries, ...notices.map(({ entry }) => entry)],
      sealed: [...group.sealed, ...notices.flatMap(({ sealed }) => sealed)],
    },
  };
}

async function noticeOf(
  { knex, tenant }: Runtime,
  cases: StepGroup['moves'],
  named: NonNullable<StepGroup['persons']>,
  { type, at, recorded, actor }: NamingStep,
): Promise<MadeEntry | undefined> {
  const [first] = cases;
  if (!first) return undefined;
  const persons = named.filter(({ case_id }) => cases.some(({ id }) => id === case_id));
  const shutOut = await findShutOut(knex, tenant, first.family_id, [
    ...new Set(persons.map(({ person_id }) => person_id)),
  ]);
  if (shutOut.length === 0) return undefined;
  return makeEntry({
    type: SHUT_OUT,
    time: at,
    recorded,
    actor,
    outcome: 'done',
    case: { id: first.id, at: first.version },
    disclosed: [{ name: 'data', value: { event: type, persons: shutOut } }],
  });
}

/** Notices of one family, or of all, the newest first. Throws `not-found` for a case the asker does not work on. */
export async function readShutOuts(
  runtime: Runtime,
  asker: Asker,
  { case: of, limit, cursor }: { readonly case?: CaseId; readonly limit: number; readonly cursor?: string },
): Promise<ShutOutList> {
  const row = of === undefined ? undefined : await visibleCase(runtime, asker, of);
  if (row && !worksOn(asker, row)) throw noSuchCase();
  const { knex, tenant } = runtime;
  const list = `shut outs ${row?.family_id ?? ''}`;
  const after = cursor === undefined ? null : String(fromCursor(runtime, list, cursor).after);
  const found = await listShutOuts(knex, tenant, askingOf(asker), {
    ...(row && { family: row.family_id }),
    after,
    limit: limit + 1,
  });
  const shown = found.slice(0, limit).map(({ data, ...rest }) => ({
    ...rest,
    ...(disclosedValue(data) as { event: string; persons: string[] }),
  }));
  const known = await listPersonsBehind(knex, tenant, [...new Set(shown.flatMap(({ persons }) => persons))]);
  const personOf = new Map(known.map(({ pseudonym, person }) => [pseudonym, person]));
  return {
    items: shown.map(({ id, case: on, at, by, event, persons }) => ({
      id,
      case: on,
      at,
      by,
      event,
      persons: persons.map((pseudonym) => personOf.get(pseudonym) ?? pseudonym),
    })),
    nextCursor: found.length > limit ? toCursor(runtime, list, { after: shown.at(-1)?.id }) : null,
  };
}
