/** Procedures as their readers see them: what the machine declares, with the words and the basis of every rule. */
import type { ProcedureSummary, ProcedureView } from '../../contract/procedures.ts';
import { GENERIC_WORDS } from '../../machines/generic-guards.ts';
import type { Procedure, Row } from '../../machines/procedure.ts';
import { everyProcedure } from '../../machines/registry.ts';

export const toProcedureSummary = (procedure: Procedure, definition: string): ProcedureSummary => ({
  name: procedure.name,
  version: procedure.version,
  versions: everyProcedure()
    .filter(({ name }) => name === procedure.name)
    .map(({ version }) => version),
  label: procedure.label,
  definition,
  openings: [...procedure.openings],
  states: Object.keys(procedure.states),
  events: Object.keys(procedure.events).sort(),
});

export const toProcedureView = (
  procedure: Procedure,
  definition: string,
  schemaOf: (event: string) => Record<string, unknown>,
): ProcedureView => ({
  ...toProcedureSummary(procedure, definition),
  states: Object.entries(procedure.states).map(([state, { label, isClosed, owed, clocks }]) => ({
    state,
    label,
    isClosed: isClosed === true,
    owed: [...(owed ?? [])],
    clocks: [...(clocks ?? [])],
  })),
  regions: Object.fromEntries(
    Object.entries(procedure.regions).map(([region, { initial, states }]) => [
      region,
      { initial, states: Object.entries(states).map(([state, { label }]) => ({ state, label })) },
    ]),
  ),
  transitions: procedure.rows.map((row) => toTransition(procedure, row)),
  schemas: Object.fromEntries(
    Object.keys(procedure.events)
      .sort()
      .map((event) => [event, schemaOf(event)]),
  ),
});

/** One row of a table, with the words and the basis of every rule it is held to. */
export function toTransition(procedure: Procedure, row: Row): ProcedureView['transitions'][number] {
  return {
    row: row.row,
    event: row.event,
    label: row.label,
    region: row.region ?? 'flow',
    from: [...(row.from as readonly string[])],
    to: row.to ?? null,
    when: { ...row.when },
    roles: [...row.roles],
    recordedBy: [...(row.recordedBy ?? [])],
    people: row.people ?? 1,
    isCollective: row.isCollective === true,
    isInternal: row.isInternal === true,
    duty: row.duty ?? null,
    guards: [
      ...(row.duty === undefined || row.isInternal ? [] : [genericGuard('keeps_duties_apart')]),
      ...((row.people ?? 1) > 1 ? [genericGuard('has_enough_people')] : []),
      ...(row.isCollective ? [genericGuard('is_collective')] : []),
      ...(row.guards ?? []).flatMap((guard) => {
        const rule = procedure.guards[guard];
        return rule ? [{ guard, words: rule.words, basis: [...rule.basis] }] : [];
      }),
    ],
    basis: [...row.basis],
  };
}

const genericGuard = (guard: keyof typeof GENERIC_WORDS) => ({ guard, ...GENERIC_WORDS[guard] });
