/** What may be done now: complete in every state of every procedure, and when, where a clock decides. */
import { describe, expect, it } from 'vitest';
import type { ClockKey } from '../../src/domain/clock-keys.ts';
import { pauseClock, startClock } from '../../src/domain/effect.ts';
import { actionsOf } from '../../src/engine/actions.ts';
import { applyClockEffect, clockFactsOf, type ClockRow } from '../../src/engine/clock-effects.ts';
import { allowedEvents, blankSnapshot, rowsFrom, type StoredSnapshot } from '../../src/engine/step.ts';
import type { Actor, Procedure, Row } from '../../src/machines/procedure.ts';
import { currentProcedure } from '../../src/machines/registry.ts';
import { ALLEGATION, AT } from '../machines/allegation-acts.ts';
import { CN_DEFAULT } from '../domain/calendars.ts';
import { EVERY_PROCEDURE, suspended } from '../machines/every-procedure.ts';
import { ALL_ROLES, HANDLER, LEADER, someone } from '../machines/people.ts';
import { CASE, DAY_0, PROFILE } from '../machines/play.ts';

const RULES = { profile: CN_DEFAULT, calendar: CN_DEFAULT.calendar };
let ids = 0;
const running = (...keys: readonly ClockKey[]): ClockRow[] =>
  keys.reduce<ClockRow[]>(
    (clocks, key) =>
      applyClockEffect(clocks, startClock(key) as never, DAY_0, RULES, () => `k${++ids}`).clocks,
    [],
  );
const actions = (
  procedure: Procedure,
  stored: StoredSnapshot,
  { by = HANDLER, clocks = [] }: { by?: Actor; clocks?: readonly ClockRow[] } = {},
) => {
  const facts = {
    at: DAY_0,
    case: CASE,
    version: 2,
    by,
    people: {},
    family: [],
    elsewhere: [],
    acts: [],
    clocks: clockFactsOf(clocks),
  };
  return actionsOf(procedure, stored, { facts, profile: PROFILE, clocks });
};
const states = EVERY_PROCEDURE.flatMap(({ procedure, at }) =>
  Object.entries(at).map(
    ([state, stored]) => [`${procedure.name}@${procedure.version} ${state}`, procedure, stored] as const,
  ),
);

describe('in every state of every procedure', () => {
  it.each(states)('%s: every event that is accepted is listed, once', (_, procedure, stored) => {
    for (const case_ of [stored, suspended(stored)]) {
      const listed = actions(procedure, case_).map(({ event }) => event);
      expect(listed).toEqual([...new Set(listed)]);
      expect(listed).toEqual(expect.arrayContaining(allowedEvents(procedure, case_)));
    }
  });

  it.each(states)('%s: what is refused says why, on what basis, and who could', (_, procedure, stored) => {
    const nobody = someone('nobody', []);
    const listed = actions(procedure, stored, { by: nobody });
    const refused = listed.filter(({ refusal }) => refusal !== null);
    expect(refused.length > 0).toBe(listed.length > 0);
    for (const { refusal } of refused) {
      expect(refusal?.guard).toMatch(/^[a-z][a-z_]+$/);
      expect(refusal?.why.zh).toMatch(/\p{Script=Han}/u);
      expect(refusal?.why.en).toMatch(/^[A-Z]/);
      expect(refusal?.basis.length).toBeGreaterThan(0);
      expect(refusal?.couldAct.length).toBeGreaterThan(0);
    }
  });

  it.each(states)('%s: nobody can fire what the engine alone fires', (_, procedure, stored) => {
    const everybody = someone('everybody', ALL_ROLES);
    for (const { event } of actions(procedure, stored, { by: everybody }))
      expect(procedure.rows.some((row) => row.event === event && !row.isInternal)).toBe(true);
  });
});

/** A state that a clock leads out of by itself, and an event that only the state after it accepts. */
function leadsOn(name: string, state: string, event: string) {
  const found = EVERY_PROCEDURE.find(({ procedure }) => procedure.name === name);
  if (!found) throw new Error(`no ${name}`);
  const stored = Object.values(found.at).find(({ value }) => value.flow === state);
  if (!stored) throw new Error(`no example of ${name} in ${state}`);
  return { procedure: found.procedure, stored, event };
}

describe('what a clock leads to', () => {
  it('is listed as not possible yet, with the instant from which it is', () => {
    const { procedure, stored, event } = leadsOn('return_to_service', 'running', 'CONFIRM_LIFT');
    const clocks = running('service.period');
    expect(rowsFrom(procedure, stored, event)).toEqual([]);
    const action = actions(procedure, stored, { clocks }).find((each) => each.event === event);
    expect(action).toMatchObject({
      refusal: { guard: 'not_yet', couldAct: expect.arrayContaining(['org_personnel']) },
      when: { clock: 'service.period', instance: '', from: clocks[0]!.dueAt, until: null },
    });
    expect(action?.refusal?.why.zh).toContain('处分期');
  });

  it('is not listed where that clock does not run, and has no instant while it is paused', () => {
    const { procedure, stored, event } = leadsOn('return_to_service', 'running', 'CONFIRM_LIFT');
    const listed = (clocks: readonly ClockRow[]) =>
      actions(procedure, stored, { clocks }).find((each) => each.event === event);
    expect(listed([])).toBeUndefined();
    const [clock] = running('service.period');
    const paused = applyClockEffect([clock!], pauseClock('service.period') as never, DAY_0, RULES, () => '');
    const isPausable = paused.clocks[0]!.dueAt === null;
    expect(listed(paused.clocks)?.when?.from ?? null).toBe(isPausable ? null : clock!.dueAt);
  });
});

describe('an event that a clock bounds', () => {
  it('says until when: filing an appeal, as long as its window is open', () => {
    const procedure = currentProcedure('appeal') as Procedure;
    const { value, context } = blankSnapshot(procedure);
    const stored = { value: { ...value, flow: 'window_open' }, context };
    const clocks = running('appeal.window');
    const file = (of: readonly ClockRow[]) =>
      actions(procedure, stored, { clocks: of }).find(({ event }) => event === 'FILE')?.when;
    expect(file(clocks)).toEqual({
      clock: 'appeal.window',
      instance: '',
      from: null,
      until: clocks[0]!.dueAt,
    });
    expect(file([])).toBeNull();
    expect(file(clocks.map((clock) => ({ ...clock, dueAt: DAY_0 })))).toBeNull();
  });

  it('says until when a limit can be extended: until the last of those that can', () => {
    const from = AT.preliminary_verification;
    const extend = (clocks: readonly ClockRow[]) =>
      actions(ALLEGATION, from, { by: LEADER, clocks }).find(({ event }) => event === 'EXTEND')?.when;
    const clocks = running('report.verify');
    expect(extend(clocks)).toMatchObject({ clock: 'report.verify', until: clocks[0]!.dueAt });
    const used = clocks.map((clock) => ({
      ...clock,
      ledger: { ...clock.ledger, extensions: Array(9).fill({ amount: 1, unit: 'month', at: DAY_0 }) },
    }));
    expect(extend(used as ClockRow[])).toBeNull();
  });

  it('says from when, where its row waits for a clock', () => {
    const waiting = (row: Row): Row =>
      row.event === 'RECORD_MATERIAL' ? { ...row, waitsFor: 'report.verify' } : row;
    const procedure = { ...ALLEGATION, rows: ALLEGATION.rows.map(waiting) } as Procedure;
    const clocks = running('report.verify');
    const record = actions(procedure, AT.preliminary_verification, { clocks }).find(
      ({ event }) => event === 'RECORD_MATERIAL',
    );
    expect(record?.when).toMatchObject({ clock: 'report.verify', from: clocks[0]!.dueAt, until: null });
  });

  it('is the exception: most events wait for no clock', () => {
    const note = actions(ALLEGATION, AT.preliminary_verification, { clocks: running('report.verify') }).find(
      ({ event }) => event === 'NOTE',
    );
    expect(note?.when).toBeNull();
  });
});
