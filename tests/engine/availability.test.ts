/** What may be done now, whatever the data: a no stays a no, and what a step accepts is never said to be impossible. */
import { describe, expect, it } from 'vitest';
import { refusalWhateverData } from '../../src/engine/availability.ts';
import { isRefusal, step, type StoredSnapshot } from '../../src/engine/step.ts';
import type { Procedure } from '../../src/machines/procedure.ts';
import * as act from '../machines/allegation-acts.ts';
import { ALLEGATION, AT } from '../machines/allegation-acts.ts';
import { EVERY_PROCEDURE, rowsWhere, suspended } from '../machines/every-procedure.ts';
import { eventsOf } from '../machines/explore.ts';
import { CHAIR, HANDLER, having, RECEPTION, someone, standingAside } from '../machines/people.ts';
import { asCaseEvent, refusedBy, type Played } from '../machines/play.ts';
import * as tolerance from '../machines/tolerance-acts.ts';

const verdict = (procedure: Procedure, stored: StoredSnapshot, event: Played) => {
  const { data: _data, ...rest } = asCaseEvent(procedure, event);
  return refusalWhateverData(procedure, stored, rest);
};
const guardOf = (procedure: Procedure, stored: StoredSnapshot, event: Played) =>
  verdict(procedure, stored, event)?.guard ?? null;

describe('what a step accepts', () => {
  it.each(rowsWhere(() => true))('%s is never said to be impossible', (_, { procedure, example }) => {
    for (const from of example.from) expect(verdict(procedure, from, example.event)).toBeNull();
  });
});

describe('what is said to be impossible', () => {
  it.each(EVERY_PROCEDURE.map((of) => [of.procedure.name, of] as const))(
    '%s: is refused by the step, whatever is tried',
    (_, of) => {
      const said: string[] = [];
      for (const stored of Object.values(of.at))
        for (const event of eventsOf(of)) {
          if (refusalWhateverData(of.procedure, stored, event) === null) continue;
          said.push(event.type);
          expect(isRefusal(step(of.procedure, stored, event)), event.type).toBe(true);
        }
      expect(said.length).toBeGreaterThan(0);
    },
  );
});

describe('the answer', () => {
  it('names the role that is missing, and who could act', () => {
    expect(
      verdict(ALLEGATION, AT.findings_proposed, { ...act.approveFindings(), by: HANDLER }),
    ).toMatchObject({
      refused: 'person',
      guard: 'has_role',
      couldAct: ['approver_head'],
    });
  });

  it('names recusal, duties and suspension', () => {
    const { by } = act.propose();
    const from = AT.with_handling_dept;
    expect(guardOf(ALLEGATION, from, { ...act.propose(), by: standingAside(by) })).toBe('is_not_recused');
    expect(guardOf(ALLEGATION, from, { ...act.propose(), by: having(by, 'approved') })).toBe(
      'keeps_duties_apart',
    );
    expect(guardOf(ALLEGATION, suspended(from), act.propose())).toBe('is_not_suspended');
  });

  it('names a rule that reads the case alone', () => {
    expect(guardOf(ALLEGATION, act.untilApproved('not_proven'), act.fileCase())).toBe('is_substantiated');
  });

  it('leaves open what the data decide', () => {
    const bad = act.propose({ isRecusalClear: false });
    expect(guardOf(ALLEGATION, AT.with_handling_dept, bad)).toBeNull();
    expect(refusedBy(ALLEGATION, AT.with_handling_dept, bad)).toBe('recusal_is_clear');
  });

  it('leaves open to staff what they may record for a party', () => {
    expect(
      guardOf(tolerance.TOLERANCE, tolerance.AT.right_notified, { ...tolerance.applyFor(), by: RECEPTION }),
    ).toBeNull();
    const nobody = someone('nina', ['auditor']);
    expect(
      guardOf(tolerance.TOLERANCE, tolerance.AT.right_notified, { ...tolerance.applyFor(), by: nobody }),
    ).toBe('has_role');
  });

  it('leaves open to whoever records a decision what only its members may not have done', () => {
    const secretary = having(CHAIR, 'handled');
    const event = { ...act.decide('sanction'), by: secretary };
    expect(refusedBy(ALLEGATION, AT.reviewed, event)).toBeNull();
    expect(guardOf(ALLEGATION, AT.reviewed, event)).toBeNull();
  });

  it('is nothing for an event that the state does not know: that is no question of who', () => {
    expect(verdict(ALLEGATION, AT.shelved, act.approveFindings())).toBeNull();
  });
});
