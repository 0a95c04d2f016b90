/**
 * The trap of one's own matter (T15), against the real API on both databases: staff whom a report concerns, and the head
 * whom it is about, come to it by no path; what is theirs as a party they read as one.
 */
import { beforeAll, expect, it } from 'vitest';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { foundUntrue, handedOver, registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

const READS = ['', '/actions', '/events', '/clocks', '/family', '/family/deadlines', '/papers'];

describeApi('a matter of one’s own', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  /** How each path to a case answers, and whether a list, a search, the deadlines or the journal give it away. */
  const paths = async (caller: Caller, { id, version }: { id: string; version: number }) => {
    const direct = await Promise.all(READS.map((rest) => caller.get(`/api/v1/cases/${id}${rest}`)));
    const noted = await caller.tries({ id, version }, 'NOTE', { text: 'I was here.' });
    const lists = await Promise.all(
      [
        '/api/v1/cases?limit=200&sort=-opened',
        `/api/v1/cases?q=${id}`,
        '/api/v1/deadlines?mine=false&limit=200',
        `/api/v1/journal?case=${id}`,
      ].map((path) => caller.get(path)),
    );
    expect(lists.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    return {
      statuses: [...new Set([...direct, noted].map(({ status }) => status))],
      givenAway: lists.filter(({ text }) => text.includes(id)).length,
    };
  };
  const NOTHING = { statuses: [404], givenAway: 0 };

  it('T15: staff who are reported come by no path to the report, its points or its clocks, and others do', async () => {
    const { complaint, allegation } = await handedOver(staff);
    while (await api.operations.integrateJournal());
    for (const roles of [['handler'], ['case_supervisor', 'reception_officer']] as const) {
      const reported = await api.as(SUBJECT, roles);
      for (const of of [complaint, allegation]) expect(await paths(reported, of)).toEqual(NOTHING);
    }
    const other = await paths(staff.supervisor, allegation);
    expect([other.statuses, other.givenAway]).toEqual([[200], 4]);
  });

  it('T15: nor do they see what a family says of others, once it concerns them', async () => {
    const { complaint } = await handedOver(staff);
    const other = 'p-other-subject';
    const { body } = await staff.supervisor.get(`/api/v1/cases/${complaint.id}/family`);
    expect(body.items.length).toBeGreaterThan(1);
    const reported = await api.as(SUBJECT, ['handler']);
    const unconcerned = await api.as(other, ['handler']);
    for (const { id } of body.items as { id: string }[])
      expect([
        (await reported.get(`/api/v1/cases/${id}`)).status,
        (await unconcerned.get(`/api/v1/cases/${id}`)).status,
      ]).toEqual([404, 200]);
  });

  it('T15: what is theirs as a party they see as a party, whatever key they use', async () => {
    const { clarification, complaint } = await foundUntrue(staff);
    const reported = await api.as(SUBJECT, ['handler', 'subject']);
    const seen = await reported.reads(clarification);
    expect([seen.state, seen.details, seen.summary, seen.obligations]).toEqual(['assessing', {}, {}, []]);
    expect((await staff.handler.reads(clarification)).details).not.toEqual({});
    const { body } = await reported.get(`/api/v1/cases/${clarification.id}/events`);
    expect(body.items).toEqual([]);
    expect((await reported.get(`/api/v1/cases/${complaint.id}`)).status).toBe(404);
  });

  it('T15: the head comes by no path to a report about the head, by whatever key; whoever sends it up does', async () => {
    const about = await registered(staff, { concernsHead: true, subject: 'p-somebody' });
    const other = await registered(staff, { subject: 'p-somebody' });
    const byOtherKey = await api.as(staff.organHead.person, ['case_supervisor']);
    while (await api.operations.integrateJournal());
    for (const head of [staff.organHead, byOtherKey]) {
      expect(await paths(head, about)).toEqual(NOTHING);
      expect((await head.get(`/api/v1/cases/${other.id}`)).status).toBe(200);
    }
    const sent = await staff.reception.does(about, 'SEND_UP_OWN_HEAD');
    expect(await paths(staff.organHead, sent)).toEqual(NOTHING);
    expect((await staff.superior.reads(sent)).state).toBe('escalated_sealed');
  });
});
