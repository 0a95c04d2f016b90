/** Whom a running clock asks to act: the roles whose rows stop it from where the case is, and those the state waits for. */
import { describe, expect, it } from 'vitest';
import { askedBy } from '../../src/operations/who-is-asked.ts';
import { ALLEGATION } from '../machines/allegation-acts.ts';
import { CLARIFICATION } from '../machines/clarification-acts.ts';
import { EVERY_PROCEDURE } from '../machines/every-procedure.ts';
import { PROFILE } from '../machines/play.ts';

describe('whom a clock asks', () => {
  it('is whoever can stop it from that state', async () => {
    const { whom } = await askedBy(ALLEGATION, PROFILE);
    expect(whom('findings_proposed', 'report.verify')).toContain('approver_head');
    expect(whom('with_handling_dept', 'report.verify')).not.toContain('approver_head');
    expect(whom('preliminary_verification', 'report.suspension_review')).toEqual(
      expect.arrayContaining(['approver_incharge', 'approver_head', 'superior_body']),
    );
  });

  it('is whoever the state waits for as well', async () => {
    const [state, node] = Object.entries(CLARIFICATION.states).find(([, { owed }]) => owed !== undefined)!;
    const { whom } = await askedBy(CLARIFICATION, PROFILE);
    expect(whom(state, 'clar.archive')).toEqual(expect.arrayContaining([...node.owed!]));
  });

  it.each(
    EVERY_PROCEDURE.map(({ procedure }) => [`${procedure.name}@${procedure.version}`, procedure] as const),
  )('%s: is the same, asked by role, and never the engine itself', async (_, procedure) => {
    const { whom, where } = await askedBy(procedure, PROFILE);
    expect(where(['system'])).toEqual([]);
    for (const { state, clock } of where(['approver_head']))
      expect(whom(state, clock ?? 'report.verify')).toContain('approver_head');
  });

  it('is worked out once', () => {
    expect(askedBy(ALLEGATION, PROFILE)).toBe(askedBy(ALLEGATION, PROFILE));
  });
});
