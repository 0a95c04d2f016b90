/** Rules on persons through HTTP: two of them where it takes two, duties kept apart, whatever keys and roles they hold. */
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import { describeApi, type Api } from '../harness.ts';
import { handedOver, staffOf, underVerification, type Staff } from '../staff.ts';

const PROPOSAL = {
  disposition: 'preliminary_verification',
  isRecusalClear: true,
  isStudiedCollectively: true,
};
const FINDING = { finding: 'not_proven', evidence: ['e1'] };

describeApi('separation of duties', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const withMaterial = async (): Promise<CaseView> =>
    staff.handler.does((await underVerification(staff)).allegation, 'RECORD_MATERIAL', {});

  it.each([
    ['nobody else', []],
    ['oneself', ['p-handler']],
    ['somebody nobody knows', ['p-nobody']],
    ['somebody without the role', ['p-reviewer']],
    ['somebody who received the report', ['p-reception']],
  ])('an act of two is refused with %s beside the actor', async (_, participants) => {
    const allegation = await withMaterial();
    const reply = await staff.handler.tries(allegation, 'SUBMIT_VERIFICATION_REPORT', {
      ...FINDING,
      ...(participants.length > 0 && { participants }),
    });
    expect([reply.status, reply.body.code]).toEqual([403, 'not-permitted']);
    expect(reply.body.guard).toMatch(/^(has_enough_people|keeps_duties_apart)$/);
  });

  it('two keys of one person are one person', async () => {
    const allegation = await withMaterial();
    const second = await api.as(staff.handler.person, ['handler', 'handling_dept_head']);
    const reply = await second.tries(allegation, 'SUBMIT_VERIFICATION_REPORT', {
      ...FINDING,
      participants: [staff.handler.person],
    });
    expect([reply.status, reply.body.guard]).toEqual([403, 'has_enough_people']);
    const two = await second.does(allegation, 'SUBMIT_VERIFICATION_REPORT', {
      ...FINDING,
      participants: [staff.secondHandler.person],
    });
    expect(two.state).toBe('findings_proposed');
  });

  it('whoever received the report does not handle it, with whatever key', async () => {
    const { allegation } = await handedOver(staff);
    const asHead = await api.as(staff.reception.person, ['handling_dept_head']);
    const reply = await asHead.tries(allegation, 'PROPOSE_DISPOSITION', PROPOSAL);
    expect([reply.status, reply.body.guard]).toEqual([403, 'keeps_duties_apart']);
    expect(reply.body.detail).toContain('received the report');
  });

  it('whoever verified does not approve, by no role of their own and by none that was delegated', async () => {
    const allegation = await withMaterial();
    const proposed = await staff.handler.does(allegation, 'SUBMIT_VERIFICATION_REPORT', {
      ...FINDING,
      participants: [staff.secondHandler.person],
    });
    const designated = await staff.superior.does(proposed, 'DESIGNATE', {
      person: staff.handler.person,
      role: 'approver_head',
      reason: 'The head is away.',
    });
    const own = await api.as(staff.secondHandler.person, ['approver_head']);
    for (const caller of [staff.handler, own]) {
      const reply = await caller.tries(designated, 'APPROVE_FINDINGS');
      expect([reply.status, reply.body.guard]).toEqual([403, 'keeps_duties_apart']);
    }
    expect((await staff.organHead.does(designated, 'APPROVE_FINDINGS')).state).toBe('findings_approved');
  });

  it('a stand-in who did nothing in the matter may sign, in that case and in no other', async () => {
    const allegation = await withMaterial();
    const other = await withMaterial();
    const report = { ...FINDING, participants: [staff.secondHandler.person] };
    const [one, two] = [
      await staff.handler.does(allegation, 'SUBMIT_VERIFICATION_REPORT', report),
      await staff.handler.does(other, 'SUBMIT_VERIFICATION_REPORT', report),
    ];
    const designated = await staff.superior.does(one, 'DESIGNATE', {
      person: staff.supervisor.person,
      role: 'approver_head',
      reason: 'The head is away.',
    });
    expect((await staff.supervisor.tries(two, 'APPROVE_FINDINGS')).status).toBe(403);
    expect((await staff.supervisor.does(designated, 'APPROVE_FINDINGS')).state).toBe('findings_approved');
  });

  it('two acts at once in one family do not both pass where one person may not do both', async () => {
    const both = await api.as('p-double', ['reception_officer', 'handling_dept_head']);
    const families = await Promise.all(Array.from({ length: 8 }, () => handedOver(staff)));
    for (const { complaint, allegation } of families) {
      const [received, handled] = await Promise.all([
        both.tries(complaint, 'ACKNOWLEDGE_RECEIPT'),
        both.tries(allegation, 'PROPOSE_DISPOSITION', PROPOSAL),
      ]);
      expect([received.status, handled.status].sort()).toEqual([200, 403]);
      const refused = received.status === 403 ? received : handled;
      expect(refused.body.guard).toBe('keeps_duties_apart');
    }
  });

  it('of two events at once on one case exactly one passes, and the other is told that it has changed', async () => {
    const { complaint } = await handedOver(staff);
    const replies = await Promise.all([
      staff.deptHead.tries(complaint, 'NOTE', { text: 'One.' }),
      staff.handler.tries(complaint, 'NOTE', { text: 'Two.' }),
      staff.supervisor.tries(complaint, 'NOTE', { text: 'Three.' }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    expect((await staff.supervisor.reads(complaint)).version).toBe(complaint.version + 1);
  });
});
