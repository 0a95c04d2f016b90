/** One step: what is refused and how a refusal explains itself, what is never "done", and what cannot make it throw. */
import { describe, expect, it } from 'vitest';
import { isRefusal, step, type Refusal, type StoredSnapshot } from '../../src/engine/step.ts';
import * as act from '../machines/allegation-acts.ts';
import { ALLEGATION, AT } from '../machines/allegation-acts.ts';
import { having, LEADER, someone } from '../machines/people.ts';
import { asCaseEvent, fire, play, playFrom, type Played } from '../machines/play.ts';
import { doctored, row, ROWS, UNHEARD_OF, withRow } from './doctored.ts';

const HANA = someone('hana', ['handler']);
const refusal = (stored: StoredSnapshot, event: Played, of = ALLEGATION): Refusal => {
  const result = fire(of, stored, event);
  return isRefusal(result) ? result : expect.fail(`${event.type} was accepted by ${result.row}`);
};

describe('an event the procedure does not know', () => {
  it.each(['NO_SUCH_EVENT', 'approve_findings', '', 'toString', 'constructor', '__proto__'])('%j', (type) => {
    expect(refusal(AT.findings_proposed, { type, by: HANA })).toMatchObject({
      refused: 'unknown_event',
      event: type,
      state: 'findings_proposed',
      words: { zh: '本程序没有该事项', en: 'This procedure knows no such event' },
    });
  });

  it.each(['xstate.init', 'xstate.stop', 'xstate.done.state.flow', 'xstate.after.1000.flow'])(
    '%s, which is XState’s own',
    (type) => {
      expect(refusal(AT.findings_proposed, { type, by: HANA }).refused).toBe('unknown_event');
    },
  );

  it('of XState’s own is refused even where a table declares it', () => {
    const events = { 'xstate.init': ALLEGATION.events.CLOSE! };
    const odd = doctored({ events: { ...doctored().events, ...events } });
    const stored = { value: { flow: 'received', standing: 'active' }, context: AT.shelved.context };
    expect(refusal(stored, { type: 'xstate.init', by: HANA }, odd).refused).toBe('unknown_event');
  });
});

describe('a refusal', () => {
  it('of an event that the state does not accept names the state in both languages and what is accepted', () => {
    const no = refusal(AT.shelved, act.approveFindings());
    expect(no).toMatchObject({
      refused: 'not_in_this_state',
      state: 'shelved',
      words: {
        zh: '案件处于“暂存待查”，不接受该事项',
        en: 'The case does not accept this event while it is "shelved"',
      },
    });
    expect(no.guard).toBeUndefined();
    expect(no.allowed).toEqual([
      'ASSIGN',
      'DECIDE_RECUSAL',
      'DESIGNATE',
      'EXTEND',
      'MERGE',
      'NOTE',
      'REOPEN',
      'REQUEST_RECUSAL',
      'SHELF_REVIEW',
      'SUSPEND',
    ]);
  });

  it('for want of a role says who could act, and on what it rests', () => {
    expect(refusal(AT.findings_proposed, { ...act.approveFindings(), by: HANA })).toMatchObject({
      refused: 'person',
      guard: 'has_role',
      couldAct: ['approver_head'],
      basis: ['domain 4.1', 'A18', 'S1', '1.7', 'T1', 'T2', 'T3'],
    });
  });

  it('for the sake of separation names the duty that stands in the way, and nobody', () => {
    const verifier = having(someone('otto', ['approver_head']), 'handled');
    const no = refusal(AT.findings_proposed, { ...act.approveFindings(), by: verifier });
    expect(no).toMatchObject({ refused: 'person', guard: 'keeps_duties_apart' });
    expect(no.words.en).toContain('(handled or verified it)');
    expect(no.words.zh).toContain('（承办核查）');
    expect(JSON.stringify(no)).not.toContain('otto');
  });

  it('by a rule of the trade gives its words and its basis', () => {
    expect(refusal(act.untilApproved('not_proven'), act.fileCase())).toMatchObject({
      refused: 'guard',
      guard: 'is_substantiated',
      words: ALLEGATION.guards.is_substantiated!.words,
      basis: expect.arrayContaining(['A19', 'S1']),
      couldAct: ['approver_head'],
    });
  });

  it('in a suspended case says that it has to be resumed, and lists what is possible meanwhile', () => {
    const held = { ...AT.findings_proposed, value: { flow: 'findings_proposed', standing: 'suspended' } };
    const no = refusal(held, act.approveFindings());
    expect(no).toMatchObject({
      refused: 'guard',
      guard: 'is_not_suspended',
      basis: expect.arrayContaining(['A26']),
    });
    expect(no.allowed).toEqual(['DECIDE_RECUSAL', 'DESIGNATE', 'NOTE', 'REQUEST_RECUSAL', 'RESUME']);
  });

  it('is told of the row that came furthest, where several stand for the event', () => {
    const sanction = act.decide('sanction', { measure: undefined });
    expect(refusal(AT.reviewed, sanction).guard).toBe('names_its_measure');
  });

  it('leaves the stored case as it was', () => {
    const before = JSON.stringify(AT.findings_proposed);
    refusal(AT.findings_proposed, { ...act.approveFindings(), by: HANA });
    expect(JSON.stringify(AT.findings_proposed)).toBe(before);
  });
});

describe('an accepted step', () => {
  it('gives the new snapshot, its row, state and summary, effects, and the duties taken on', () => {
    const done = playFrom(ALLEGATION, AT.disposition_proposed, act.approve('shelved'));
    expect(done).toMatchObject({
      row: 'A13-shelve',
      state: 'shelved',
      isOpen: true,
      summary: { disposition: 'shelved' },
      duties: [{ person: LEADER.person, duty: 'approved' }],
    });
    expect(done.effects.length).toBeGreaterThan(0);
  });

  it('stores nothing of XState’s but value and context', () => {
    expect(Object.keys(playFrom(ALLEGATION, AT.opening, act.open()).snapshot)).toEqual(['value', 'context']);
  });

  it('gives no duty to anybody where a link fires it', () => {
    expect(playFrom(ALLEGATION, AT.opening, act.open()).duties).toEqual([]);
  });
});

describe('a rule that cannot be judged', () => {
  const broken = doctored({
    guards: {
      is_assigned: {
        words: { zh: '无', en: 'none' },
        basis: ['D'],
        holds: () => {
          throw new TypeError('secret of the rule');
        },
      },
    },
  });
  const grant: Played = { type: 'GRANT', by: someone('ines', ['approver_incharge']) };
  const checked = { value: { flow: 'checked', standing: 'active' }, context: AT.shelved.context };

  it('refuses, says so, and gives away nothing of the fault', () => {
    const no = refusal(checked, grant, broken);
    expect(no).toMatchObject({
      refused: 'guard',
      guard: 'rule_can_be_judged',
      basis: ['TypeError'],
      words: {
        zh: '规则无法在本案件上判断，未作任何更改（request 第1版）',
        en: 'A rule of request version 1 could not be judged on this case; nothing was changed',
      },
    });
    expect(JSON.stringify(no)).not.toContain('secret');
  });

  it.each(['record', 'effects', 'owes'] as const)('refuses as well where its %s breaks', (part) => {
    const fault = () => {
      throw new Error('broken');
    };
    const odd = doctored({ rows: withRow('X3', { [part]: fault, guards: [] }) });
    expect(refusal(checked, grant, odd).guard).toBe('rule_can_be_judged');
  });

  it('refuses an effect that the engine does not know', () => {
    const odd = doctored({ rows: withRow('X3', { effects: [UNHEARD_OF], guards: [] }) });
    expect(refusal(checked, grant, odd).guard).toBe('rule_can_be_judged');
  });
});

describe('a stored case that is not what it should be', () => {
  const event = act.approveFindings();
  it.each<[string, unknown]>([
    ['has an empty context', { ...AT.findings_proposed, context: {} }],
    ['has no context', { ...AT.findings_proposed, context: undefined }],
    ['has a context that is null', { ...AT.findings_proposed, context: null }],
    ['lacks what a rule reads', { ...AT.findings_proposed, context: { designations: [] } }],
  ])('%s: the answer is a clear no', (_, stored) => {
    expect(refusal(stored as StoredSnapshot, event).guard).toBe('rule_can_be_judged');
  });

  it.each<[string, unknown]>([
    ['is in a state that the procedure does not know', { ...AT.shelved, value: { flow: 'nowhere' } }],
    ['is in no state at all', { ...AT.shelved, value: {} }],
  ])('%s: nothing is accepted', (_, stored) => {
    const no = refusal(stored as StoredSnapshot, event);
    expect({ refused: no.refused, allowed: no.allowed }).toEqual({
      refused: 'not_in_this_state',
      allowed: [],
    });
  });

  it('lacks a region that came later: the case goes on', () => {
    const { flow } = AT.findings_proposed.value;
    const old = { ...AT.findings_proposed, value: { flow: flow! } };
    expect(playFrom(ALLEGATION, old, event).snapshot.value).toEqual({
      flow: 'findings_approved',
      standing: 'active',
    });
  });
});

describe('a table that contradicts itself', () => {
  const stray = (more: Partial<Parameters<typeof row>[0]>) => () =>
    doctored({ rows: [...ROWS, row({ row: 'X9', event: 'CHECK', from: 'received', ...more })] });

  it.each([
    ['leads nowhere', { to: 'lost' }, 'request X9: no state lost'],
    ['starts nowhere', { from: 'lost' }, 'request X9: no state lost'],
    ['has no schema', { event: 'SHOUT' }, 'request X9: no schema for SHOUT'],
    ['has no guard', { guards: ['is_nice'] }, 'request X9: no guard is_nice'],
    ['is of no region', { region: 'moon' }, 'request X9: no state received'],
  ])('%s: is not built, and the row is named', (_, more, message) => {
    expect(stray(more)).toThrow(message);
  });
});

it('the small procedure of these tests runs', () => {
  const two = { with: [someone('hugo', ['handler'])], data: { participants: ['hugo'] } };
  const done = play(
    doctored(),
    { type: 'ASK', by: someone('rosa', ['reporter']) },
    { type: 'CHECK', by: HANA, ...two },
    { type: 'ASSIGN', by: someone('heda', ['handling_dept_head']), data: { assignee: 'hana' } },
    { type: 'GRANT', by: someone('ines', ['approver_incharge']) },
  );
  expect({ state: done.state, isOpen: done.isOpen }).toEqual({ state: 'granted', isOpen: false });
  expect(step(doctored(), done.snapshot, asCaseEvent(doctored(), { type: 'ASK', by: HANA }))).toMatchObject({
    refused: 'not_in_this_state',
  });
});
