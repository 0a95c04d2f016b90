/** What travels about procedures: their states, events and rules, as the machines declare them. */
import { z } from 'zod';

const Words = z.strictObject({ zh: z.string(), en: z.string() });

const StateView = z
  .strictObject({
    state: z.string(),
    label: Words,
    isClosed: z.boolean(),
    owed: z.array(z.string()).meta({ description: 'Roles that are owed to act there' }),
    clocks: z.array(z.string()).meta({ description: 'Clocks that normally run there' }),
  })
  .meta({ id: 'ProcedureState' });

export const TransitionView = z
  .strictObject({
    row: z.string().meta({ description: 'Row of the procedure table' }),
    event: z.string(),
    label: Words,
    region: z.string(),
    from: z.array(z.string()),
    to: z.string().nullable().meta({ description: 'Null: the event changes no state' }),
    when: z
      .record(z.string(), z.unknown())
      .meta({ description: 'The choice in the data this row stands for' }),
    roles: z.array(z.string()),
    recordedBy: z.array(z.string()),
    people: z.int(),
    isCollective: z.boolean(),
    isInternal: z.boolean().meta({ description: 'Fired by the engine: a link or a clock' }),
    duty: z.string().nullable(),
    guards: z.array(z.strictObject({ guard: z.string(), words: Words, basis: z.array(z.string()) })),
    basis: z.array(z.string()),
  })
  .meta({ id: 'ProcedureTransition' });

const RegionView = z.strictObject({
  initial: z.string(),
  states: z.array(z.strictObject({ state: z.string(), label: Words })),
});

export const ProcedureSummary = z
  .strictObject({
    name: z.string(),
    version: z.int(),
    versions: z.array(z.int()).meta({ description: 'Every version this program can run' }),
    label: Words,
    definition: z.string().meta({ description: 'Hash of what this version declares' }),
    openings: z.array(z.string()),
    states: z.array(z.string()),
    events: z.array(z.string()),
  })
  .meta({ id: 'ProcedureSummary' });

export const ProcedureView = ProcedureSummary.extend({
  states: z.array(StateView),
  regions: z.record(z.string(), RegionView),
  transitions: z.array(TransitionView),
  schemas: z
    .record(z.string(), z.record(z.string(), z.unknown()))
    .meta({ description: 'JSON Schema of the data of each event' }),
}).meta({ id: 'Procedure' });

export const ProcedureList = z
  .strictObject({ items: z.array(ProcedureSummary) })
  .meta({ id: 'ProcedureList' });

export type ProcedureSummary = z.infer<typeof ProcedureSummary>;
export type ProcedureView = z.infer<typeof ProcedureView>;
