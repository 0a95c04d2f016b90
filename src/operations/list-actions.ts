/**
 * What may be done with a case now: every event of its procedure that the present state knows, allowed or not for the
 * asker, why not, who could, when if a clock decides, and the JSON Schema of its data. Judged by the very guards that a step is judged by.
 */
import type { ActionView } from '../contract/cases.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { actionsOf } from '../engine/actions.ts';
import { clockFactsOf } from '../engine/clock-effects.ts';
import { concernedIn } from '../machines/generic-guards.ts';
import { procedureOf } from '../machines/registry.ts';
import type { Facts, Procedure, Row } from '../machines/procedure.ts';
import { familyMembersOf } from './family-members.ts';
import { listElsewhere } from '../../db/queries/elsewhere.ts';
import { listFamily, listLinks } from '../../db/queries/family.ts';
import { actorOf, worksOn, type Asker } from './acting.ts';
import { visibleCase } from './read-case.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { loadedOf, readFor } from './take-step.ts';
import { choicesOf, formFor } from './event-forms.ts';

export async function listActions(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<{ state: string; version: number; items: ActionView[] }> {
  const read = await readFor(runtime, { asker, data: {} }, caseId);
  const loaded = loadedOf(read);
  // Its texts were erased: nothing more can be said of it.
  if (read.case && !loaded) return { state: read.case.state, version: read.case.version, items: [] };
  if (!loaded) {
    // Read out of the ordinary: there is nothing to be done with it.
    const { state, version } = await visibleCase(runtime, asker, caseId);
    return { state, version, items: [] };
  }
  // A step tells the recused why it refuses them; of what could be done they read nothing.
  if (actorOf(asker, read.actors).recusal === 'granted') throw noSuchCase();
  const { row } = loaded;
  const procedure = procedureOf(row.procedure, row.procedure_version);
  if (!procedure) return { state: row.state, version: row.version, items: [] };
  const stored = { value: row.value, context: row.context };
  const { profile } = await runtime.pinned(row.profile_hash);
  const cases = await listFamily(runtime.knex, runtime.tenant, row.family_id);
  const links = await listLinks(runtime.knex, runtime.tenant, row.family_id);
  const needsElsewhere = procedure.rows.some(
    ({ from, needs }) =>
      needs?.includes('elsewhere') === true && (from as readonly string[]).includes(row.state),
  );
  const about = needsElsewhere ? concernedIn(row.context) : [];
  const facts: Facts = {
    at: read.at,
    case: row.id,
    version: row.version + 1,
    by: actorOf(asker, read.actors),
    people: {},
    clocks: clockFactsOf(loaded.clocks),
    family: familyMembersOf(
      row.id,
      cases.map((each) => each.row),
      links,
    ),
    ...(about.length > 0 && {
      elsewhere: await listElsewhere(runtime.knex, runtime.tenant, about, row.family_id),
    }),
  };
  const actions = actionsOf(procedure, stored, { facts, profile, clocks: loaded.clocks });
  const choices = choicesOf(profile, loaded.clocks, row.context);
  const primary = actions.find(
    ({ refusal, rows }) => refusal === null && targetsOf(procedure, rows, row.state).length > 0,
  )?.event;
  const items = actions.flatMap(({ event, rows, refusal, when }): ActionView[] => {
    const roles = [...new Set(rows.flatMap((each) => each.roles))];
    // To a party the rest of the procedure says more of the matter than they may know.
    const isTheirs =
      refusal?.guard === 'not_yet'
        ? roles.some((role) => asker.roles.includes(role))
        : refusal?.guard !== 'has_role';
    if (!worksOn(asker, row) && !isTheirs) return [];
    return [
      {
        event,
        labels: rows.map(({ label }) => label),
        isAllowed: refusal === null,
        refusal: refusal && { ...refusal, basis: [...refusal.basis], couldAct: [...refusal.couldAct] },
        when,
        roles,
        basis: [...new Set(rows.flatMap(({ basis }) => basis))],
        people: peopleIn(rows),
        level: levelOf(procedure, rows),
        targets: targetsOf(procedure, rows, row.state),
        isPrimary: event === primary,
        schema: formFor(procedure, event, { choices, people: peopleIn(rows) }),
      },
    ];
  });
  return { state: row.state, version: row.version, items };
}

const peopleIn = (rows: readonly Row[]): number => Math.max(...rows.map(({ people = 1 }) => people));

/** How an act is confirmed: what several persons take together outweighs what ends something, and that a common step. */
function levelOf(procedure: Procedure, rows: readonly Row[]): 1 | 2 | 3 {
  if (peopleIn(rows) > 1 || rows.some(({ isCollective }) => isCollective === true)) return 3;
  const ends = rows.some(({ to }) => to !== undefined && procedure.states[to]?.isClosed === true);
  const extendsClock = rows.some(({ guards }) => guards?.includes('runs_and_may_be_extended') === true);
  return ends || extendsClock ? 2 : 1;
}

/** The states of the flow that an event may lead to from here. */
function targetsOf(
  procedure: Procedure,
  rows: readonly Row[],
  state: string,
): { state: string; label: { zh: string; en: string } }[] {
  const states = [...new Set(rows.flatMap(({ to }) => (to === undefined || to === state ? [] : [to])))];
  return states.flatMap((to) => {
    const node = procedure.states[to];
    return node ? [{ state: to, label: { ...node.label } }] : [];
  });
}
