/**
 * What holds of every machine: the rows reach every state, the engine and the chart say the same on every edge, any way
 * can be gone again through JSON, and nothing is started, waited for or final. The walks are bounded (`explore.ts`).
 */
import { describe, expect, it } from 'vitest';
import { transition, type AnyMachineSnapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import {
  isRefusal,
  step,
  stateOf,
  type Accepted,
  type Refusal,
  type StoredSnapshot,
} from '../../src/engine/step.ts';
import type { CaseEvent } from '../../src/machines/procedure.ts';
import { everyProcedure } from '../../src/machines/registry.ts';
import { EVERY_VERSION, statesOf, type Examples } from './every-procedure.ts';
import { eventsOf, storedOf, walk, walkOptions } from './explore.ts';
import { ALL_ROLES, someone } from './people.ts';
import { asCaseEvent, blank, refusedBy, throughJson } from './play.ts';

const called = ({ name, version }: { readonly name: string; readonly version: number }) =>
  `${name}@${version}`;
const each = EVERY_VERSION.map((of) => [called(of.procedure), of] as const);
/** An edge of the chart, and what the engine says to the same event. */
interface Edge {
  readonly from: StoredSnapshot;
  readonly event: CaseEvent;
  readonly next: StoredSnapshot;
  readonly result: Accepted | Refusal;
}
const walks = new Map<Examples, Edge[]>();
/** The walk on a procedure, gone once. */
function edgesOf(of: Examples): Edge[] {
  const known = walks.get(of);
  if (known) return known;
  const edges = walk(of).flatMap(({ state, transitions }) => {
    const from = storedOf(state);
    return Object.values(transitions).map(({ event, state: next }) => ({
      from,
      event,
      next: storedOf(next),
      result: step(of.procedure, from, event),
    }));
  });
  walks.set(of, edges);
  return edges;
}

it('every procedure of the registry is laid out for the tests, in every version', () => {
  expect(EVERY_VERSION.map(({ procedure }) => called(procedure)).sort()).toEqual(
    everyProcedure().map(called).sort(),
  );
});

// Walks take their time on a machine that does other things beside them.
describe('a walk on the chart', { timeout: 120_000 }, () => {
  it.each(each)('%s: reaches every state by its rows', (_, of) => {
    const reached = new Set(edgesOf(of).flatMap(({ from, next }) => [stateOf(from), stateOf(next)]));
    expect([...reached].sort()).toEqual([...Object.keys(of.procedure.states), 'opening'].sort());
  });

  it.each(each)('%s: takes every row somewhere', (_, of) => {
    const rows = new Set(edgesOf(of).flatMap(({ result }) => (isRefusal(result) ? [] : [result.row])));
    expect(of.procedure.rows.map(({ row }) => row).filter((row) => !rows.has(row))).toEqual([]);
  });

  it.each(each)('%s: engine and chart agree on every edge, and a refusal changes nothing', (_, of) => {
    for (const { from, event, next, result } of edgesOf(of)) {
      const says = throughJson(isRefusal(result) ? from : result.snapshot);
      expect(says, `${event.type} from ${stateOf(from)}`).toEqual(next);
      // Nobody is told of a rule that broke where a rule said no.
      if (isRefusal(result)) expect(result.guard).not.toBe('rule_can_be_judged');
    }
  });

  it.each(each)('%s: the shortest ways can be gone again through JSON, in step with the chart', (_, of) => {
    const { procedure } = of;
    const paths = getShortestPaths(procedure.machine as never, walkOptions(of) as never);
    expect(paths.length).toBeGreaterThan(Object.keys(procedure.states).length);
    for (const { steps } of paths) {
      let stored = throughJson(blank(procedure));
      let chart = procedure.machine.resolveState(stored) as AnyMachineSnapshot;
      // The first step of a path is the start itself.
      for (const { event } of (steps as readonly { event: CaseEvent }[]).slice(1)) {
        const result = step(procedure, stored, event);
        stored = isRefusal(result) ? stored : throughJson(result.snapshot);
        [chart] = transition(procedure.machine, chart, event as never) as [AnyMachineSnapshot, unknown];
      }
      expect(stored).toEqual(storedOf(chart));
    }
  });
});

describe('an event that the present state does not know', () => {
  it.each(each)('%s: is refused and leaves the chart where it is', (_, of) => {
    const { procedure, at } = of;
    const byType = new Map(eventsOf(of).map((event) => [event.type, event]));
    for (const stored of Object.values(at)) {
      const before = procedure.machine.resolveState(stored) as AnyMachineSnapshot;
      for (const event of byType.values()) {
        const result = step(procedure, stored, event);
        if (!isRefusal(result) || result.refused !== 'not_in_this_state') continue;
        const [after] = transition(procedure.machine, before, event as never);
        expect(storedOf(after as AnyMachineSnapshot)).toEqual(throughJson(stored));
        expect(result.allowed).not.toContain(event.type);
      }
    }
  });

  it.each(each)('%s: nothing but its opening events opens a case', (_, of) => {
    const { procedure } = of;
    const opening = eventsOf(of)
      .filter((event) => !isRefusal(step(procedure, blank(procedure), event)))
      .map(({ type, facts }) => (facts.via === 'link' ? `${type} by link` : type));
    const wanted = procedure.rows
      .filter(({ from }) => from.includes('opening'))
      .map(({ event, isInternal }) => (isInternal ? `${event} by link` : event));
    expect([...new Set(opening)].sort()).toEqual([...new Set(wanted)].sort());
    expect(wanted).toEqual(expect.arrayContaining([...procedure.openings]));
  });
});

describe('a closed case', () => {
  it.each(each)('%s: runs no clock any more', (_, of) => {
    for (const { from, result } of edgesOf(of)) {
      if (isRefusal(result) || result.isOpen) continue;
      const kinds = result.effects.map(({ kind }) => kind);
      if (stateOf(from) !== result.state) expect(kinds[0]).toBe('stop_all_clocks');
      expect(kinds).not.toContain('start_clock');
    }
  });

  it.each(each)('%s: is not suspended for good', (_, of) => {
    const held = edgesOf(of)
      .map(({ next }) => next)
      .filter((next) => of.procedure.states[stateOf(next)]?.isClosed && next.value.standing === 'suspended');
    expect([...new Set(held.map(stateOf))]).toEqual([]);
  });
});

describe('the chart itself', () => {
  it.each(each)('%s: starts nothing, waits for nothing, ends nothing', (_, { procedure }) => {
    const text = JSON.stringify(procedure.machine.config, (key, value: unknown) =>
      ['invoke', 'after', 'onDone', 'delay'].includes(key) ? `found ${key}` : value,
    );
    expect(text).not.toMatch(/found (invoke|after|onDone|delay)/);
    expect(text).not.toMatch(/"type":"(final|history)"/);
  });

  it.each(each)('%s: marks every state of the flow as open or closed', (_, { procedure }) => {
    const flow = procedure.machine.root.states.flow!;
    for (const [name, { isClosed }] of Object.entries(procedure.states))
      expect([name, flow.states[name]!.tags]).toEqual([name, [isClosed ? 'closed' : 'open']]);
  });
});

describe('what the engine alone fires', () => {
  const everything = someone('omar', ALL_ROLES);
  it.each(each)('%s: is for nobody, whatever roles they hold', (_, { procedure, rows }) => {
    const internal = procedure.rows.filter(({ isInternal }) => isInternal).map(({ row }) => row);
    for (const { row, from, event } of rows) {
      if (!internal.includes(row)) continue;
      const { via: _via, ...facts } = event.facts ?? {};
      expect(refusedBy(procedure, from[0]!, { ...event, by: everything, facts })).toBe('has_role');
      expect(['link', 'clock']).toContain(asCaseEvent(procedure, event).facts.via);
    }
  });

  it.each(each)('%s: is in no list of what may be done', (_, of) => {
    for (const [, stored] of statesOf(of, false)) {
      const unknown = step(
        of.procedure,
        stored,
        asCaseEvent(of.procedure, { type: 'NO_SUCH', by: everything }),
      );
      const allowed = isRefusal(unknown) ? unknown.allowed : [];
      const internal = of.procedure.rows.filter(({ isInternal }) => isInternal).map(({ event }) => event);
      const byPeople = of.procedure.rows.filter(({ isInternal }) => !isInternal).map(({ event }) => event);
      expect(allowed.filter((event) => internal.includes(event) && !byPeople.includes(event))).toEqual([]);
      expect(allowed.length).toBeGreaterThan(0);
    }
  });
});
