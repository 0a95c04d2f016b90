/** What reporters are told: a word for every state a complaint can be in, and none that tells what was found of anybody. */
import { describe, expect, it } from 'vitest';
import {
  PORTAL_STATUS,
  portalStatusOf,
  STATUS_BY_STATE,
  type Standing,
} from '../../src/domain/portal-status.ts';
import { EVERY_STATE, STATES, type ComplaintState } from '../../src/machines/complaint-states.ts';

const standing = (state: string, more: Partial<Standing> = {}): Standing => ({
  state,
  isNameConfirmed: false,
  isFeedbackGiven: false,
  isAsked: false,
  ...more,
});

describe('the public status of a report', () => {
  it('is known for every state of a complaint, and for nothing else', () => {
    expect(Object.keys(STATUS_BY_STATE).sort()).toEqual([...EVERY_STATE].sort());
    expect(() => portalStatusOf(standing('a_state_of_tomorrow'))).toThrow('has no public status');
  });

  it.each(EVERY_STATE)(
    'is either received or handled for a reporter without a confirmed name, in %s',
    (state) => {
      const isClosed = 'isClosed' in STATES[state];
      expect(portalStatusOf(standing(state))).toBe(isClosed ? 'handled' : 'received');
      expect(portalStatusOf(standing(state, { isFeedbackGiven: true }))).toBe(
        isClosed ? 'handled' : 'received',
      );
    },
  );

  it('is one and the same for every outcome, whatever was found', () => {
    const outcomes = EVERY_STATE.filter((state) =>
      /^(closed_|decided_|case_dismissed|transferred_)/.test(state),
    );
    expect(outcomes.length).toBe(9);
    const told = (more: Partial<Standing>) =>
      new Set(outcomes.map((state) => portalStatusOf(standing(state, { isNameConfirmed: true, ...more }))));
    expect([...told({})]).toEqual(['closed']);
    expect([...told({ isFeedbackGiven: true })]).toEqual(['answered']);
  });

  it('tells a reporter whose name was confirmed how far it is, and nothing of other reports', () => {
    const named = (state: ComplaintState) => portalStatusOf(standing(state, { isNameConfirmed: true }));
    expect(
      (
        [
          'received',
          'registered',
          'accepted',
          'with_handling_dept',
          'routed_out',
          'not_accepted',
          'retained',
          'merged',
        ] as const
      ).map(named),
    ).toEqual([
      'received',
      'received',
      'accepted',
      'in_hand',
      'passed_on',
      'not_taken_up',
      'in_hand',
      'in_hand',
    ]);
  });

  it('asks for more while a question waits, whoever reports', () => {
    for (const isNameConfirmed of [true, false])
      expect(portalStatusOf(standing('with_handling_dept', { isNameConfirmed, isAsked: true }))).toBe(
        'needs_more',
      );
  });

  it('has words in both languages', () => {
    for (const { label, sentence } of Object.values(PORTAL_STATUS))
      for (const words of [label, sentence]) {
        expect(words.zh).toMatch(/\p{Script=Han}/u);
        expect(words.en).toMatch(/^[A-Z]/);
      }
  });
});
