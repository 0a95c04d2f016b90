/**
 * Any sequence of events on any procedure: nothing throws, a refusal changes nothing, what is stored survives JSON, and
 * playing the accepted events again gives the same case. Also with damaged cases and nonsense for data.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRefusal, stateOf, step, type StoredSnapshot } from '../../src/engine/step.ts';
import type { CaseEvent, Procedure } from '../../src/machines/procedure.ts';
import { EVERY_PROCEDURE } from '../machines/every-procedure.ts';
import { eventsOf } from '../machines/explore.ts';
import { blank, throughJson } from '../machines/play.ts';

const each = EVERY_PROCEDURE.map((of) => [of.procedure.name, of] as const);

/** Plays what is accepted, and checks on the way what holds of every step. */
function played(procedure: Procedure, from: StoredSnapshot, events: readonly CaseEvent[]) {
  let stored = from;
  const accepted: CaseEvent[] = [];
  for (const event of events) {
    const before = JSON.stringify(stored);
    const result = step(procedure, stored, event);
    expect(JSON.stringify(stored)).toBe(before);
    if (isRefusal(result)) {
      expect(result.words.zh && result.words.en).toBeTruthy();
      expect(result.allowed).toEqual([...result.allowed].sort());
      continue;
    }
    accepted.push(event);
    expect(throughJson(result.snapshot)).toEqual(result.snapshot);
    expect(Object.keys(procedure.states)).toContain(result.state);
    expect(result.isOpen).toBe(procedure.states[result.state]?.isClosed !== true);
    expect(result.effects.length).toBeGreaterThan(0);
    stored = throughJson(result.snapshot);
  }
  return { stored, accepted };
}

describe('any sequence of events', () => {
  it.each(each)('%s: from its opening and from any state', (_, of) => {
    const { procedure, at } = of;
    const events = eventsOf(of);
    const starts = [blank(procedure), ...Object.values(at)];
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.array(fc.constantFrom(...events), { minLength: 1, maxLength: 25 }),
        (start, sequence) => {
          const { stored, accepted } = played(procedure, start, sequence);
          expect(played(procedure, start, accepted)).toEqual({ stored, accepted });
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('nonsense', () => {
  it.each(each)('%s: is refused and does not throw, whatever the data', (_, of) => {
    const { procedure, at } = of;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(at)),
        fc.constantFrom(...eventsOf(of)),
        fc.dictionary(
          fc.constantFrom('members', 'acts', 'participants', 'person', 'clock', 'finding'),
          fc.jsonValue(),
        ),
        (stored, event, data) => {
          const result = step(procedure, stored, { ...event, data: { ...event.data, ...(data as object) } });
          expect(isRefusal(result) || Object.hasOwn(procedure.states, result.state)).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it.each(each)(
    '%s: a case that lost part of its context is refused or goes on, and does not throw',
    (_, of) => {
      const { procedure, at } = of;
      const fields = Object.keys(blank(procedure).context);
      fc.assert(
        fc.property(
          fc.constantFrom(...Object.values(at)),
          fc.constantFrom(...eventsOf(of)),
          fc.subarray(fields),
          (stored, event, lost) => {
            const context = Object.fromEntries(
              Object.entries(stored.context).filter(([field]) => !lost.includes(field)),
            );
            const damaged = { ...stored, context } as unknown as StoredSnapshot;
            const result = step(procedure, damaged, event);
            if (isRefusal(result)) expect(result.state).toBe(stateOf(stored));
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});
