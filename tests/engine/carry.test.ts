/** How a case is carried from one version to another: where it stands afterwards, which clocks differ, what cannot be. */
import { describe, expect, it } from 'vitest';
import { carry } from '../../src/engine/carry.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import type { Procedure } from '../../src/machines/procedure.ts';
import { CLARIFICATION, CLARIFICATION_V1, COURSE_V1 } from '../machines/clarification-acts.ts';

const { at } = COURSE_V1;
/** Version 3, made up of version 2 with some differences. */
const third = (differences: Partial<Procedure>): Procedure => ({
  ...CLARIFICATION,
  version: 3,
  ...differences,
});
const to3 = (stored: StoredSnapshot, differences: Partial<Procedure> = {}) =>
  carry(CLARIFICATION_V1, third(differences), stored);
const { consulted, ...withoutConsulted } = CLARIFICATION.states;

describe('a case that is carried to a newer version', () => {
  it.each(Object.entries(at).filter(([state]) => state !== 'opening'))(
    'keeps its place and all it knows where nothing else is said: %s',
    (state, stored) => {
      expect(carry(CLARIFICATION_V1, CLARIFICATION, stored)).toEqual({
        snapshot: stored,
        state,
        isOpen: CLARIFICATION.states[state]!.isClosed !== true,
        summary: CLARIFICATION.summary(stored.context),
        clocks: { start: [], stop: [] },
      });
    },
  );

  it('has the blank value of what the older version did not remember, and the first state of a region it had not', () => {
    const { forms: _forms, ...context } = at.consulted.context as unknown as Record<string, unknown>;
    const older = { value: { flow: 'consulted' }, context } as unknown as StoredSnapshot;
    expect(to3(older)).toMatchObject({
      snapshot: { value: { flow: 'consulted', standing: 'active' }, context: { forms: [] } },
    });
  });

  it('goes where the newer version says', () => {
    const back: Procedure['migrates'] = ({ value, context }, fromVersion) => ({
      value: { ...value, flow: fromVersion === 1 ? 'in_joint_check' : 'checked' },
      context,
    });
    expect(to3(at.consulted, { migrates: back })).toMatchObject({
      state: 'in_joint_check',
      clocks: { start: ['clar.review'], stop: ['clar.approve'] },
    });
  });

  it('runs the clocks of the newer version where they differ in the state', () => {
    const states = { ...withoutConsulted, consulted: { ...consulted!, clocks: ['clar.carry_out'] as const } };
    expect(to3(at.consulted, { states })).toMatchObject({
      clocks: { start: ['clar.carry_out'], stop: ['clar.approve'] },
    });
    expect(to3(at.approved, { states })).toMatchObject({ clocks: { start: [], stop: [] } });
  });

  it('is blocked where its state, or the state of a region, is none of the newer version', () => {
    expect(to3(at.consulted, { states: withoutConsulted })).toEqual({ missing: 'consulted' });
    expect(to3(at.approved, { states: withoutConsulted })).toMatchObject({ state: 'approved' });
    const odd = { ...at.approved, value: { ...at.approved.value, standing: 'asleep' } };
    expect(to3(odd)).toEqual({ missing: 'standing.asleep' });
  });

  it('is blocked where the newer version cannot make sense of it', () => {
    const migrates = () => {
      throw new RangeError('not this one');
    };
    expect(to3(at.approved, { migrates })).toEqual({ missing: 'RangeError' });
  });
});
