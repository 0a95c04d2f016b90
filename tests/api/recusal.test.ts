/** Standing aside, through HTTP: it bites at once and in the whole family, until it is decided; the clocks run on. */
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import { describeApi, type Api } from '../harness.ts';
import { staffOf, underVerification, type HandedOver, type Staff } from '../staff.ts';

describeApi('recusal', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const asked = async (person: string): Promise<HandedOver> => {
    const { complaint, allegation } = await underVerification(staff);
    const requested = await staff.reviewer.does(complaint, 'REQUEST_RECUSAL', {
      person,
      ground: 'close_relative',
      reason: 'A cousin of the subject.',
    });
    return { complaint: requested, allegation };
  };
  const decided = async (on: CaseView, person: string, data: object): Promise<CaseView> =>
    staff.organHead.does(on, 'DECIDE_RECUSAL', { person, reason: 'Looked into.', ...data });

  it('takes away write access at once, in every case of the family, and leaves reading', async () => {
    const { complaint, allegation } = await asked('p-handler');
    const replies = [
      await staff.handler.tries(allegation, 'RECORD_MATERIAL', {}),
      await staff.handler.tries(allegation, 'NOTE', { text: 'x' }),
      await staff.handler.tries(complaint, 'NOTE', { text: 'x' }),
    ];
    for (const reply of replies)
      expect([reply.status, reply.body.code, reply.body.guard]).toEqual([
        403,
        'not-permitted',
        'is_not_recused',
      ]);
    expect((await staff.handler.reads(allegation)).version).toBe(allegation.version);
    const { body } = await staff.handler.get(`/api/v1/cases/${allegation.id}/actions`);
    expect(body.items.filter(({ isAllowed }: { isAllowed: boolean }) => isAllowed)).toEqual([]);
  });

  it('binds the person with every key they have, and not in other families', async () => {
    const { allegation } = await asked('p-handler');
    const again = await api.as('p-handler', ['handling_dept_head', 'superior_body']);
    expect((await again.tries(allegation, 'NOTE', { text: 'x' })).status).toBe(403);
    const elsewhere = await underVerification(staff);
    expect((await again.tries(elsewhere.allegation, 'NOTE', { text: 'x' })).status).toBe(200);
  });

  it('keeps the person out of acts of two, too', async () => {
    const { allegation } = await asked('p-handler-2');
    const reply = await staff.handler.tries(allegation, 'RECORD_INTERVIEW', {
      participants: ['p-handler-2'],
      record: 'x',
    });
    expect([reply.status, reply.body.code]).toEqual([403, 'not-permitted']);
  });

  it('does not stop the clocks of the case', async () => {
    const { allegation } = await asked('p-handler');
    const { body } = await staff.reviewer.get(`/api/v1/cases/${allegation.id}/clocks`);
    const verify = body.items.find(({ clock }: { clock: string }) => clock === 'report.verify');
    expect([verify.isRunning, verify.isPaused]).toEqual([true, false]);
  });

  it('gives write access back when it is refused', async () => {
    const { complaint, allegation } = await asked('p-handler');
    await decided(complaint, 'p-handler', { granted: false });
    expect((await staff.handler.tries(allegation, 'RECORD_MATERIAL', {})).status).toBe(200);
  });

  it('is granted only with a word on each act that was done, and then excludes for good', async () => {
    const { complaint, allegation } = await underVerification(staff);
    const recorded = await staff.handler.does(allegation, 'RECORD_MATERIAL', {});
    const requested = await staff.reviewer.does(complaint, 'REQUEST_RECUSAL', {
      person: 'p-handler',
      ground: 'own_stake',
      reason: 'Holds shares.',
    });
    const none = await staff.organHead.tries(requested, 'DECIDE_RECUSAL', {
      person: 'p-handler',
      granted: true,
      reason: 'So it is.',
    });
    expect([none.status, none.body.guard]).toEqual([409, 'disposes_of_every_act']);
    const { body } = await staff.organHead.get(`/api/v1/cases/${complaint.id}/acts?person=p-handler`);
    await decided(requested, 'p-handler', {
      granted: true,
      acts: (body.items as { case: string; version: number }[]).map((act) => ({
        case: act.case,
        version: act.version,
        disposal: 'exclude',
      })),
    });
    const after = await staff.supervisor.reads(allegation);
    expect((await staff.handler.tries(after, 'RECORD_MATERIAL', {})).status).toBe(403);
    // What was excluded carries no finding; a successor has to record it anew.
    const other = await api.as('p-handler-3', ['handler']);
    const onExcluded = await other.tries(after, 'SUBMIT_VERIFICATION_REPORT', {
      participants: ['p-handler-2'],
      finding: 'not_proven',
      evidence: ['e1'],
    });
    expect([onExcluded.status, onExcluded.body.guard]).toEqual([409, 'rests_on_usable_evidence']);
    expect(after.version).toBe(recorded.version + 1);
  });

  it('is asked for once in a family, also where two ask at once in two of its cases', async () => {
    for (let round = 0; round < 4; round++) {
      const { complaint, allegation } = await underVerification(staff);
      const asking = { person: 'p-handler', ground: 'witness', reason: 'Was there.' };
      const asked = await Promise.all([
        staff.reviewer.tries(complaint, 'REQUEST_RECUSAL', asking),
        staff.supervisor.tries(allegation, 'REQUEST_RECUSAL', asking),
      ]);
      expect(asked.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(asked.find(({ status }) => status === 409)?.body.guard).toBe('has_no_recusal_yet');
    }
  });

  it('is decided by nobody on themselves, and on the head by the level above', async () => {
    const { complaint } = await asked('p-organ-head');
    const refuse = { person: 'p-organ-head', granted: false, reason: 'There is no tie.' };
    const own = await staff.organHead.tries(complaint, 'DECIDE_RECUSAL', refuse);
    expect([own.status, own.body.guard]).toEqual([403, 'is_not_recused']);
    const other = await api.as('p-organ-head-2', ['approver_head']);
    const sameLevel = await other.tries(complaint, 'DECIDE_RECUSAL', refuse);
    expect([sameLevel.status, sameLevel.body.guard]).toEqual([409, 'is_decided_at_the_right_level']);
    expect((await staff.superior.tries(complaint, 'DECIDE_RECUSAL', refuse)).status).toBe(200);
  });

  it('may be asked for by parties, in the case that is theirs', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web' });
    const asking = { person: 'p-handler', ground: 'witness', reason: 'Was there.' };
    expect((await staff.otherReporter.tries(own, 'REQUEST_RECUSAL', asking)).status).toBe(404);
    expect((await staff.reporter.does(own, 'REQUEST_RECUSAL', asking)).version).toBe(2);
    const reply = await staff.handler.tries({ id: own.id, version: 2 }, 'NOTE', { text: 'x' });
    expect([reply.status, reply.body.guard]).toEqual([403, 'is_not_recused']);
  });
});
