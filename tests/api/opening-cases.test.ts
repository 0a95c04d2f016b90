/** Opening a case over HTTP: what it answers, whom it lets, and what it refuses to begin with. */
import { beforeAll, expect, it } from 'vitest';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, foundUntrue, handedOver, staffOf, SUBJECT, type Staff } from '../staff.ts';

describeApi('opening a case', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });

  it('answers 201 with the case at version 1, its address and its tag', async () => {
    const reply = await staff.reception.triesToOpen('complaint', { channel: 'visit', subject: SUBJECT });
    expect(reply.status).toBe(201);
    expect(reply.headers.etag).toBe('"1"');
    expect(reply.body).toMatchObject({
      procedure: 'complaint',
      version: 1,
      state: 'received',
      isOpen: true,
      subject: SUBJECT,
      family: reply.body.id,
    });
    const found = await staff.reception.get(reply.headers.location!);
    expect([found.status, found.headers.etag, found.body]).toEqual([200, '"1"', reply.body]);
  });

  it('journals the opening event as version 1, under the pseudonym of who opened it', async () => {
    const opened = await aComplaint(staff, { reference: 'inbox-17' });
    const { body } = await staff.supervisor.get(`/api/v1/cases/${opened.id}/events`);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      version: 1,
      type: 'complaint.SUBMIT',
      outcome: 'accepted',
      reference: 'inbox-17',
      data: { channel: 'letter', content: 'See enclosure.' },
    });
    expect(body.items[0].actor).toMatch(/^a-[0-9a-f]{16}$/);
    const { person: _person, name: _name, ...said } = body.items[0];
    expect(JSON.stringify(said)).not.toContain(staff.reception.person);
  });

  it('pins the policy profile that is named, and the default one otherwise', async () => {
    const hunan = await staff.reception.post('/api/v1/cases', {
      procedure: 'complaint',
      data: { channel: 'letter' },
      profile: 'cn-hunan',
    });
    expect(hunan.status).toBe(201);
    expect(hunan.body.profile).not.toBe((await aComplaint(staff)).profile);
  });

  it('joins the family of the allegation that the data name, in one transaction', async () => {
    const { complaint, allegation } = await handedOver(staff);
    const review = await staff.deptHead.opens('tolerance_review', {
      event: 'OPEN_ACCOUNTABILITY',
      allegation: allegation.id,
    });
    expect(review).toMatchObject({ family: complaint.family, state: 'right_notified', subject: SUBJECT });
    const { body } = await staff.supervisor.get(`/api/v1/cases/${review.id}/family`);
    expect(body.items.map(({ procedure }: { procedure: string }) => procedure).sort()).toEqual([
      'allegation',
      'complaint',
      'tolerance_review',
    ]);
  });

  it('lets staff record for a party what a party may do, and says for whom', async () => {
    const recorded = await staff.reception.opens('complaint', { onBehalfOf: 'reporter', channel: 'visit' });
    const { body } = await staff.supervisor.get(`/api/v1/cases/${recorded.id}/events`);
    expect(body.items[0].data.onBehalfOf).toBe('reporter');
    const forOthers = await staff.handler.triesToOpen('complaint', { onBehalfOf: 'reporter' });
    expect([forOthers.status, forOthers.body.code, forOthers.body.guard]).toEqual([
      403,
      'not-permitted',
      'has_role',
    ]);
  });

  it('refuses who may not open it, names the guard and who could, and leaves nothing', async () => {
    const before = await countRows(api.knex);
    const reply = await staff.handler.triesToOpen('complaint', { channel: 'letter' });
    expect(reply.status).toBe(403);
    expect(reply.body).toMatchObject({ code: 'not-permitted', guard: 'has_role' });
    expect(reply.body.couldAct).toContain('reception_officer');
    expect(await countRows(api.knex)).toEqual(before);
  });

  it('refuses by a guard of the procedure with 409', async () => {
    const { clarification } = await foundUntrue(staff);
    const again = await staff.reception.triesToOpen('clarification', {
      onBehalfOf: 'subject',
      allegation: clarification.details.allegation,
      reason: 'Once more.',
    });
    expect([again.status, again.body.code, again.body.guard]).toEqual([
      409,
      'event-not-allowed',
      'is_not_clarified_already',
    ]);
  });

  it.each([
    ['an unknown procedure', { procedure: 'nonesuch', data: {} }, '/procedure'],
    ['a procedure that only opens by itself', { procedure: 'allegation', data: {} }, '/procedure'],
    ['no procedure', { data: {} }, '/procedure'],
    ['an unknown profile', { procedure: 'complaint', data: {}, profile: 'atlantis' }, '/profile'],
    ['an opening event that is none', { procedure: 'complaint', data: { event: 'ACCEPT' } }, '/data/event'],
    ['no event where there are several', { procedure: 'tolerance_review', data: {} }, '/data/event'],
    ['an unknown field', { procedure: 'complaint', data: { colour: 'red' } }, '/data/colour'],
    ['an unknown field beside the data', { procedure: 'complaint', data: {}, roles: ['x'] }, '/roles'],
    ['a wrong type', { procedure: 'complaint', data: { concernsHead: 'no' } }, '/data/concernsHead'],
    ['a value not on the list', { procedure: 'complaint', data: { channel: 'owl' } }, '/data/channel'],
    ['a name for a person', { procedure: 'complaint', data: { subject: 'Wang Wei' } }, '/data/subject'],
    ['data that are no object', { procedure: 'complaint', data: ['letter'] }, '/data'],
    [
      'a year no calendar holds',
      { procedure: 'complaint', data: { receivedAt: '0001-01-01T00:00:00Z' } },
      '/data/receivedAt',
    ],
    [
      "content of a higher body's matter",
      { procedure: 'complaint', data: { transmittalOnly: true, content: 'All of it.' } },
      '/data/content',
    ],
    [
      'an allegation that nobody knows',
      {
        procedure: 'clarification',
        data: { allegation: '01980f5e-7c00-7000-8000-000000000009', reason: 'x' },
      },
      '/data/allegation',
    ],
  ])('refuses %s with 422 and points at it', async (_, body, pointer) => {
    const before = await countRows(api.knex);
    const reply = await staff.reception.post('/api/v1/cases', body);
    expect([reply.status, reply.body.code]).toEqual([422, 'validation-failed']);
    expect(reply.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    expect(await countRows(api.knex)).toEqual(before);
  });
});
