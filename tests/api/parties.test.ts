/** What parties see: their own part and nothing else. What one may not know of cannot be told from what is not there. */
import { beforeAll, expect, it } from 'vitest';
import type { Response } from 'supertest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { foundUntrue, handedOver, staffOf, SUBJECT, type Staff } from '../staff.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
const READS = ['', '/actions', '/events', '/people', '/clocks', '/family', `/acts?person=${SUBJECT}`];

describeApi('parties', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });

  /** All of a reply that may not tell one refusal from another. */
  const likeness = ({ status, body, headers }: Response) => ({
    status,
    body: { ...body, instance: '' },
    headers: { ...headers, date: '', 'x-request-id': '' },
  });
  const cannotTell = async (caller: Caller, hidden: { id: string }) => {
    for (const rest of READS) {
      const ofHidden = await caller.get(`/api/v1/cases/${hidden.id}${rest}`);
      const ofAbsent = await caller.get(`/api/v1/cases/${ABSENT}${rest}`);
      expect(ofHidden.status).toBe(404);
      expect(likeness(ofHidden)).toEqual(likeness(ofAbsent));
    }
    for (const version of [1, 2]) {
      const onHidden = await caller.tries({ id: hidden.id, version }, 'NOTE', { text: 'x' });
      const onAbsent = await caller.tries({ id: ABSENT, version }, 'NOTE', { text: 'x' });
      expect(onHidden.status).toBe(404);
      expect(likeness(onHidden)).toEqual(likeness(onAbsent));
    }
    const drawn = `/api/v1/procedures/complaint/diagram.svg?case=`;
    expect(likeness(await caller.get(drawn + hidden.id))).toEqual(likeness(await caller.get(drawn + ABSENT)));
  };

  it('see the complaint they made, where it stands, and what they did themselves', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web', content: 'My own words.' });
    const noted = await staff.reception.does(
      await staff.reception.does(own, 'REGISTER', { remark: 'An internal remark.' }),
      'NOTE',
      { text: 'An internal note.' },
    );
    const seen = await staff.reporter.reads(own);
    expect([seen.version, seen.state]).toEqual([noted.version, 'registered']);
    const { body } = await staff.reporter.get(`/api/v1/cases/${own.id}/events`);
    expect(body.items.map(({ type }: { type: string }) => type)).toEqual(['complaint.SUBMIT']);
    expect(body.items[0].data.content).toBe('My own words.');
    const everything = (
      await Promise.all(READS.map((rest) => staff.reporter.get(`/api/v1/cases/${own.id}${rest}`)))
    ).map(({ text }) => text);
    expect(everything.join()).not.toContain('internal');
    for (const { person } of [staff.reception, staff.handler])
      expect(everything.join()).not.toContain(person);
  });

  it('are offered the events that are theirs, and not the rest of the procedure', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web' });
    const { body } = await staff.reporter.get(`/api/v1/cases/${own.id}/actions`);
    expect(body.items.map(({ event }: { event: string }) => event).sort()).toEqual([
      'NAME_REPORTER',
      'REQUEST_RECUSAL',
    ]);
  });

  it('may do what is theirs and are refused the rest with 403', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web' });
    const named = await staff.reporter.does(own, 'NAME_REPORTER', { reporter: { contact: 'By the gate.' } });
    const refused = await staff.reporter.tries(named, 'REGISTER');
    expect([refused.status, refused.body.guard]).toEqual([403, 'has_role']);
    expect((await staff.reporter.tries(named, 'NOTE', { text: 'x' })).status).toBe(403);
  });

  it('cannot tell a complaint of somebody else from one that is not there', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web', subject: SUBJECT });
    await cannotTell(staff.otherReporter, own);
    await cannotTell(staff.subject, own);
    await cannotTell(staff.auditor, own);
  });

  it('see nothing of the inquiry: neither the one who reported nor the one who was reported', async () => {
    const { complaint, allegation } = await handedOver(staff);
    await cannotTell(staff.subject, complaint);
    await cannotTell(staff.subject, allegation);
    await cannotTell(staff.reporter, allegation);
  });

  it('see the clarification that is about them, and nothing of the family it comes from', async () => {
    const { complaint, allegation, clarification } = await foundUntrue(staff);
    const seen = await staff.subject.reads(clarification);
    expect([seen.id, seen.state]).toEqual([clarification.id, 'assessing']);
    const { body } = await staff.subject.get(`/api/v1/cases/${clarification.id}/family`);
    expect(body.items.map(({ id }: CaseView) => id)).toEqual([clarification.id]);
    expect(body.items[0].links).toEqual([]);
    const otherSubject = await api.as('p-subject-2', ['subject']);
    await cannotTell(otherSubject, clarification);
    for (const hidden of [complaint, allegation]) await cannotTell(staff.subject, hidden);
  });

  it('are found by unit when the unit acts for them', async () => {
    const unit = await api.as('u-clerk', ['subject_unit'], { unit: 'u-1' });
    const otherUnit = await api.as('u-clerk-2', ['subject_unit'], { unit: 'u-2' });
    const deptHead = await api.as('p-dept-head-3', ['handling_dept_head'], { unit: 'u-1' });
    const review = await deptHead.opens('tolerance_review', {
      event: 'OPEN_ACCOUNTABILITY',
      subject: SUBJECT,
      acts: [{ act: 'act-1' }],
    });
    expect((await unit.reads(review)).id).toBe(review.id);
    await cannotTell(otherUnit, review);
  });

  it('see what a party sees with the key of a party, although they hold one of staff as well', async () => {
    const { allegation } = await handedOver(staff);
    const both = await api.as('p-both', ['handler']);
    const asParty = await api.as('p-both', ['reporter']);
    expect((await both.reads(allegation)).id).toBe(allegation.id);
    await cannotTell(asParty, allegation);
  });
});
