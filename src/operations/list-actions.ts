/**
 * What may be done with a case now: every event of its procedure that the present state knows, allowed or not for the
 * asker, why not, who could, when if a clock decides, and the JSON Schema of its data. Judged by the very guards that a step is judged by.
 */
import { z } from 'zod';
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
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { loadedOf, readFor } from './take-step.ts';

export async function listActions(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<{ state: string; version: number; items: ActionView[] }> {
  const read = await readFor(runtime, { asker, data: {} }, caseId);
  const loaded = loadedOf(read);
  if (!loaded) throw noSuchCase();
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
        people: Math.max(...rows.map((each: Row) => each.people ?? 1)),
        schema: schemaOf(procedure, event),
      },
    ];
  });
  return { state: row.state, version: row.version, items };
}

const schemas = new WeakMap<Procedure, Map<string, Record<string, unknown>>>();

/** JSON Schema of an event's data, made once. */
export function schemaOf(procedure: Procedure, event: string): Record<string, unknown> {
  const known = schemas.get(procedure) ?? new Map<string, Record<string, unknown>>();
  schemas.set(procedure, known);
  const made = known.get(event) ?? inline(procedure, event);
  known.set(event, made);
  return made;
}

function inline(procedure: Procedure, event: string): Record<string, unknown> {
  const schema = procedure.events[event];
  if (!schema) throw new Error(`${procedure.name} has no schema for ${event}`);
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' });
}
