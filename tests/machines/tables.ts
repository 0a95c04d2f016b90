/**
 * Tables of a machine's tests: a row of the procedure with what it does and who may fire it, and a guard with a
 * situation it refuses and its twin that passes. The test files register them; the explorer walks on their events.
 */
import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/vocabulary.ts';
import { rowsFrom, stateOf, type StoredSnapshot } from '../../src/engine/step.ts';
import { isChosen } from '../../src/machines/define-procedure.ts';
import { SHARED_GUARDS, SHARED_ROWS } from '../../src/machines/shared-rows.ts';
import type { Procedure } from '../../src/machines/procedure.ts';
import { ALL_ROLES, someone } from './people.ts';
import { asCaseEvent, deeds, playFrom, refusedBy, type Played } from './play.ts';

export interface RowExample {
  readonly row: string;
  /** One stored case for each state the row starts from; the opening row starts from the blank one. */
  readonly from: readonly StoredSnapshot[];
  readonly event: Played;
  /** The state it leads to; absent when it stays where it is. */
  readonly to?: string;
  readonly deeds: readonly string[];
  /** Codes of the obligations that the step adds, and of those it meets. */
  readonly owes?: readonly string[];
  readonly meets?: readonly string[];
  /** Everybody who may fire it; nobody for what the engine alone fires. */
  readonly who: readonly Role[];
  /** Staff who may record it for a party. */
  readonly recordedBy?: readonly Role[];
}

export interface GuardExample {
  readonly guard: string;
  /** The guard that the refusal names, where several rows stand for the event and another's is told. */
  readonly named?: string;
  /** The rule as a sentence. */
  readonly name: string;
  readonly from: StoredSnapshot;
  readonly event: Played;
  /** What differs where the same thing is accepted. */
  readonly accepted: { readonly from?: StoredSnapshot } & Partial<Played>;
}

export const acceptedEvent = ({ event, accepted }: GuardExample): Played => {
  const { from: _from, ...changes } = accepted;
  return { ...event, ...changes };
};

const names = (list: readonly { readonly row: string }[]) => [...new Set(list.map(({ row }) => row))].sort();
const ownRows = ({ rows }: Procedure) => {
  const shared = names(SHARED_ROWS);
  return rows.filter(({ row }) => !shared.includes(row));
};

const codesOf = ({ context }: StoredSnapshot) => context.obligations.map(({ code }) => code);
const codesBeyond = (one: StoredSnapshot, other: StoredSnapshot) =>
  codesOf(one).filter((code) => !codesOf(other).includes(code));

/** The state a row starts from, in the region that is its own. */
const sourceOf = (procedure: Procedure, { row }: Pick<RowExample, 'row'>, { value }: StoredSnapshot) =>
  value[procedure.rows.find((other) => other.row === row)?.region ?? 'flow'] ?? '';

export function testRows(procedure: Procedure, examples: readonly RowExample[]): void {
  describe(`${procedure.name}: the rows of its table`, () => {
    const cases = examples.flatMap((example) =>
      example.from.map((from) => {
        const title = `${example.row}: ${example.event.type} from ${sourceOf(procedure, example, from)}`;
        return [title, { ...example, from }] as const;
      }),
    );
    it.each(cases)('%s', (_, { from, event, ...expected }) => {
      const { row, snapshot, effects } = playFrom(procedure, from, event);
      expect({
        row,
        to: stateOf(snapshot),
        deeds: deeds(effects),
        owes: codesBeyond(snapshot, from),
        meets: codesBeyond(from, snapshot),
      }).toEqual({
        row: expected.row,
        to: expected.to ?? stateOf(from),
        deeds: expected.deeds,
        owes: expected.owes ?? [],
        meets: (expected.meets ?? []).filter((code) => codesOf(from).includes(code)),
      });
    });

    it('every row of the table has an example, from each state it starts from', () => {
      const shown = cases.map(
        ([, example]) => `${example.row} from ${sourceOf(procedure, example, example.from)}`,
      );
      const wanted = ownRows(procedure).flatMap((row) =>
        (row.from as readonly string[]).map((state) => `${row.row} from ${state}`),
      );
      expect([...new Set(shown)].sort()).toEqual(wanted.sort());
    });
  });
}

/** Who gets past the guard on roles, tried with each role there is; `party` when it is recorded for one. */
function whoMay(procedure: Procedure, { from, event }: RowExample, party?: Role): Role[] {
  const { via: _via, ...facts } = event.facts ?? {};
  const data = party === undefined ? { ...event.data } : { ...event.data, onBehalfOf: party };
  return ALL_ROLES.filter((role) => {
    const by = someone(event.by.person, [role]);
    return refusedBy(procedure, from[0]!, { ...event, by, data, facts }) !== 'has_role';
  });
}

const PARTIES: readonly Role[] = ['reporter', 'subject', 'subject_unit'];

export function testRoles(procedure: Procedure, examples: readonly RowExample[]): void {
  const cases = examples.map((example) => {
    const staff = (example.recordedBy ?? []).map((role) => `${role} for a party`);
    const whom = [...example.who, ...staff].join(', ') || 'nobody, the engine fires it';
    return [`${example.row} is for ${whom}`, example] as const;
  });
  describe(`${procedure.name}: who may do what`, () => {
    it.each(cases)('%s', (_, example) => {
      const party = example.who.find((role) => PARTIES.includes(role));
      expect({
        who: whoMay(procedure, example).sort(),
        recordedBy: party === undefined ? [] : whoMay(procedure, example, party).sort(),
      }).toEqual({ who: [...example.who].sort(), recordedBy: [...(example.recordedBy ?? [])].sort() });
    });
  });
}

/**
 * `vacuous`: guards that can never refuse a row, or refuse nobody because a row beside it takes the event, as
 * `row guard`. Each file that names some says why.
 */
export function testGuards(
  procedure: Procedure,
  examples: readonly GuardExample[],
  vacuous: readonly string[] = [],
): void {
  describe(`${procedure.name}: what it refuses`, () => {
    it.each(examples.map((example) => [example.name, example] as const))('%s', (_, example) => {
      const { guard, named = guard, from, event, accepted } = example;
      expect(refusedBy(procedure, from, event)).toBe(named);
      expect(refusedBy(procedure, accepted.from ?? from, acceptedEvent(example))).toBeNull();
    });

    it('every guard of every row is seen to refuse', () => {
      const seen = examples.flatMap(({ guard, from, event }) =>
        rowsFrom(procedure, from, event.type)
          .filter((row) => isChosen(row, asCaseEvent(procedure, event).data))
          .map(({ row }) => `${row} ${guard}`),
      );
      const unseen = ownRows(procedure).flatMap(({ row, guards = [] }) =>
        guards.map((guard) => `${row} ${guard}`).filter((pair) => !seen.includes(pair)),
      );
      expect(unseen).toEqual(vacuous);
    });

    it('no guard of the table is left out of every row', () => {
      const used = procedure.rows.flatMap(({ guards }) => guards ?? []);
      const own = Object.keys(procedure.guards).filter((guard) => !(guard in SHARED_GUARDS));
      expect(own.filter((guard) => !used.includes(guard))).toEqual([]);
    });
  });
}
