/**
 * Loads the sample scenarios as the demo does and holds what came of each step against what the scenario says: its
 * state, the clocks it moved, the cases it reached.
 */
import { load, type Loaded, type NotLoaded } from '../../src/cli/demo/load.ts';
import type { Played } from '../../src/cli/demo/play.ts';
import { nameOf } from '../../src/cli/demo/stage.ts';
import { dayIn } from '../../src/cli/demo/timetable.ts';
import type { Due, Scenario } from '../../src/cli/demo/scenario.ts';
import type { CaseId } from '../../src/domain/vocabulary.ts';
import type { Asker } from '../../src/operations/acting.ts';
import type { Prepared } from '../../src/main/prepare.ts';

/** Reads whatever a test looks at: as staff for cases, as an auditor for the journal. */
export const READER: Asker = {
  personId: 'system',
  roles: ['case_supervisor', 'auditor'],
  unit: null,
  keyId: '',
};

export interface Performance {
  readonly loaded: Loaded;
  readonly played: readonly Played[];
}

export async function perform(prepared: Prepared, scenarios?: readonly Scenario[]): Promise<Performance> {
  const played: Played[] = [];
  const loaded = await load(prepared, (each) => void played.push(each), scenarios);
  return { loaded: expectLoaded(loaded), played };
}

export function expectLoaded(loaded: Loaded | NotLoaded): Loaded {
  if ('why' in loaded) throw new Error(loaded.why);
  return loaded;
}

/** The cases of a scenario, by alias. */
export function casesOf({ loaded }: Pick<Performance, 'loaded'>, { id }: Scenario): Map<string, CaseId> {
  const own = loaded.scenarios.find(({ scenario }) => scenario.id === id);
  return new Map(own?.cases.map(({ alias, view }) => [alias, view.id]));
}

const keyed = (alias: string, due: Due = {}) =>
  Object.entries(due).map(([clock, day]) =>
    day === 'paused' ? `${alias} ${clock} paused` : `${alias} ${clock} due on day ${day}`,
  );

/** What a step should have done, and did, in sentences that can be compared. */
export function expectedOf({ step, alias }: Played): string[] {
  if (step.refused !== undefined) return [`refused by ${step.refused}`];
  return [
    ...(step.state === undefined ? [] : [`${alias} is ${step.state}`]),
    ...keyed(alias, step.due),
    ...Object.entries(step.finds ?? {}).flatMap(([name, { due }]) => keyed(name, due)),
    ...Object.entries(step.also ?? {}).flatMap(([name, { state, due }]) => [
      ...(state === undefined ? [] : [`${name} is ${state}`]),
      ...keyed(name, due),
    ]),
  ].sort();
}

export function doneBy({ step, scenario, alias, view, refused, moved, states }: Played): string[] {
  if (refused !== null) return [`refused by ${refused}`];
  const told = Object.entries(step.also ?? {}).filter(([, { state }]) => state !== undefined);
  return [
    ...(step.state === undefined ? [] : [`${alias} is ${view?.state ?? 'nowhere'}`]),
    ...moved.map(({ alias: of, clock, dueOn }) =>
      dueOn === null ? `${of} ${clock} paused` : `${of} ${clock} due on day ${dayIn(scenario, dueOn)}`,
    ),
    ...told.map(([name]) => `${name} is ${states[name] ?? 'nowhere'}`),
  ].sort();
}

/** Where a scenario's cases stand, in the shape of its ending. */
export async function endingOf(
  { operations }: Prepared,
  performance: Performance,
  scenario: Scenario,
): Promise<Omit<Scenario['ends'], 'root' | 'identities' | 'summary'>> {
  const states: Record<string, string> = {};
  const owes: Record<string, string[]> = {};
  const running: Record<string, Due> = {};
  for (const [alias, id] of casesOf(performance, scenario)) {
    const view = await operations.readCase(READER, id);
    states[alias] = view.state;
    if (view.obligations.length > 0) owes[alias] = view.obligations.map(({ code }) => code).sort();
    const clocks = await operations.explainClocks(READER, id);
    const left = clocks.filter(({ stoppedAt }) => stoppedAt === null);
    if (left.length > 0)
      running[alias] = Object.fromEntries(
        left.map((clock) => [nameOf(clock), clock.dueOn === null ? 'paused' : dayIn(scenario, clock.dueOn)]),
      );
  }
  const root = casesOf(performance, scenario).get(scenario.ends.root) ?? '';
  const family: Record<string, number> = {};
  for (const { procedure } of await operations.listCaseFamily(READER, root))
    family[procedure] = (family[procedure] ?? 0) + 1;
  return { states, owes, running, family };
}
