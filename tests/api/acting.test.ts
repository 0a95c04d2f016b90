/** Acting on a case over HTTP: versions in `If-Match`, what a refusal says, and which refusal comes first. */
import { beforeAll, expect, it } from 'vitest';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, handedOver, registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';

describeApi('acting on a case', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const events = (id: string) => `/api/v1/cases/${id}/events`;

  it('answers with the case as the event left it, and its new tag', async () => {
    const opened = await aComplaint(staff);
    const reply = await staff.reception.tries(opened, 'REGISTER');
    expect([reply.status, reply.headers.etag]).toEqual([200, '"2"']);
    expect(reply.body).toMatchObject({ id: opened.id, version: 2, state: 'registered' });
    expect(await staff.reception.reads(opened)).toEqual(reply.body);
  });

  it('counts versions without gaps, one for each accepted event', async () => {
    let complaint = await registered(staff);
    for (let n = 0; n < 3; n++) {
      complaint = await staff.reception.does(complaint, 'NOTE', { text: `Note ${n}.` });
      await staff.handler.tries(complaint, 'ACCEPT');
    }
    const { body } = await staff.supervisor.get(events(complaint.id));
    expect(body.items.map(({ version }: { version: number }) => version)).toEqual([1, 2, 3, 4, 5]);
  });

  it.each([
    ['none', {}],
    ['the wildcard', { 'If-Match': '*' }],
    ['an empty one', { 'If-Match': '' }],
  ])('asks for the version that was read when it is given %s, and tells the present one', async (_, tag) => {
    const opened = await aComplaint(staff);
    const reply = await staff.reception.post(events(opened.id), { type: 'REGISTER', data: {} }, tag);
    expect([reply.status, reply.body.code, reply.body.version]).toEqual([428, 'if-match-missing', 1]);
  });

  it.each(['"2"', 'W/"1"', '1', '"01"', '"1", "2"', 'a tag'])(
    'refuses %s as not the version of the case, which stays as it was',
    async (tag) => {
      const opened = await aComplaint(staff);
      const before = await countRows(api.knex);
      const reply = await staff.reception.tries(opened, 'REGISTER', {}, { 'If-Match': tag });
      expect([reply.status, reply.body.code, reply.body.version]).toEqual([412, 'case-changed', 1]);
      expect(await countRows(api.knex)).toEqual(before);
    },
  );

  it('refuses an event that the state does not accept, and says what it accepts', async () => {
    const opened = await aComplaint(staff);
    const reply = await staff.reception.tries(opened, 'ACCEPT');
    expect([reply.status, reply.body.code, reply.body.state]).toEqual([409, 'event-not-allowed', 'received']);
    expect(reply.body.allowed).toEqual(opened.accepts);
    expect(reply.body.allowed).toContain('REGISTER');
  });

  it('refuses by a guard, with its name, its words, its basis, and what else may be done', async () => {
    const accepted = await staff.reception.does(await registered(staff), 'ACCEPT');
    const reply = await staff.reception.tries(accepted, 'HAND_OVER', {
      supervisorInformed: false,
      allegations: [{ point: 'point-1', subject: SUBJECT }],
    });
    expect(reply.status).toBe(409);
    expect(reply.body).toMatchObject({
      code: 'event-not-allowed',
      guard: 'supervisor_is_informed',
      detail: 'Case supervision has to be informed of the hand-over',
      state: 'accepted',
    });
    expect(reply.body.basis).toContain('A10');
    expect(reply.body.allowed).toContain('HAND_OVER');
  });

  it('refuses a person with 403, and names the guard and the roles that could', async () => {
    const { allegation } = await handedOver(staff);
    const reply = await staff.reception.tries(allegation, 'PROPOSE_DISPOSITION', {
      disposition: 'preliminary_verification',
      isRecusalClear: true,
      isStudiedCollectively: true,
    });
    expect([reply.status, reply.body.code, reply.body.guard]).toEqual([403, 'not-permitted', 'has_role']);
    expect(reply.body.couldAct).toEqual(['handler', 'handling_dept_head']);
  });

  it('lets no event of the engine itself in from outside', async () => {
    const opened = await aComplaint(staff);
    for (const type of ['DEADLINE_PASSED', 'FINDINGS_APPROVED', 'DUPLICATE_LINKED']) {
      const data = {
        DEADLINE_PASSED: { clock: 'report.route_out' },
        FINDINGS_APPROVED: { allegation: ABSENT, finding: 'untrue' },
        DUPLICATE_LINKED: { duplicate: ABSENT, subject: null, isRealName: false, newFacts: false },
      }[type];
      const reply = await staff.superior.tries(opened, type, data);
      expect([type, [403, 409].includes(reply.status)]).toEqual([type, true]);
    }
    expect((await staff.supervisor.reads(opened)).version).toBe(1);
  });

  it('finds a case by its id in capital letters, too', async () => {
    const into = await registered(staff);
    const { id, version } = await registered(staff);
    const merged = await staff.reception.does({ id: id.toUpperCase(), version }, 'MERGE', {
      into: into.id.toUpperCase(),
    });
    expect(merged).toMatchObject({ id, state: 'merged', details: { parent: into.id } });
  });

  it('refuses in this order: credential, case, key, version named, version, content, state, person, guard', async () => {
    const complaint = await registered(staff);
    const { reception } = staff;
    const first = { type: 'NOTE', data: { text: 'First.' } };
    const fresh = await reception.post(events(complaint.id), first, {
      'If-Match': `"${complaint.version}"`,
      'Idempotency-Key': 'order-1',
    });
    const now = { id: complaint.id, version: fresh.body.version as number };
    const wrong = { type: 'NOTE', data: { txt: 1 } };
    const asked = (
      [
        [api.with(), ABSENT, wrong, {}],
        [reception, ABSENT, wrong, { 'Idempotency-Key': 'order-1' }],
        [reception, now.id, { type: 'NOTE', data: { text: 'Other.' } }, { 'Idempotency-Key': 'order-1' }],
        [reception, now.id, wrong, {}],
        [reception, now.id, wrong, { 'If-Match': '"1"' }],
        [reception, now.id, wrong, { 'If-Match': `"${now.version}"` }],
        [reception, now.id, { type: 'NONESUCH' }, { 'If-Match': `"${now.version}"` }],
        [staff.handler, now.id, { type: 'DELIVER_NOTICE' }, { 'If-Match': `"${now.version}"` }],
        [
          staff.handler,
          now.id,
          { type: 'DECLINE', data: { reason: 'not_listed' } },
          { 'If-Match': `"${now.version}"` },
        ],
        [
          reception,
          now.id,
          { type: 'DECLINE', data: { reason: 'not_listed' } },
          { 'If-Match': `"${now.version}"` },
        ],
      ] as const
    ).map(async ([caller, id, body, headers]) => {
      const reply = await caller.post(events(id), body, headers);
      return [reply.status, reply.body.code];
    });
    expect(await Promise.all(asked)).toEqual([
      [401, 'unauthenticated'],
      [404, 'not-found'],
      [422, 'idempotency-key-reused'],
      [428, 'if-match-missing'],
      [412, 'case-changed'],
      [422, 'validation-failed'],
      [422, 'validation-failed'],
      [409, 'event-not-allowed'],
      [403, 'not-permitted'],
      [409, 'event-not-allowed'],
    ]);
  });

  it('names what of the content is wrong and never says it back', async () => {
    const opened = await aComplaint(staff);
    const secret = 'a-value-nobody-should-repeat';
    const reply = await staff.reception.tries(opened, 'REGISTER', {
      concernsHead: secret,
      subject: `${secret} with spaces`,
      [secret]: secret,
      participants: [secret, `${secret}!`],
    });
    expect(reply.status).toBe(422);
    expect(reply.body.errors.map(({ pointer }: { pointer: string }) => pointer).sort()).toEqual(
      [`/data/${secret}`, '/data/concernsHead', '/data/participants/1', '/data/subject'].sort(),
    );
    expect(JSON.stringify(reply.body.errors).split(secret)).toHaveLength(2);
  });
});
