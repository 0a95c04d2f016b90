/** What may be done with a case now: allowed or why not, who could, and schemas that mean what they say. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, expect, it } from 'vitest';
import type { Caller } from '../caller.ts';
import { describeApi } from '../harness.ts';
import { foundUntrue, handedOver, registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

interface Action {
  readonly event: string;
  readonly isAllowed: boolean;
  readonly refusal: { guard: string; why: { zh: string; en: string }; couldAct: string[] } | null;
  readonly roles: string[];
  readonly people: number;
  readonly schema: Record<string, unknown>;
}

describeApi('the actions of a case', (start) => {
  let staff: Staff;
  beforeAll(async () => {
    staff = await staffOf(await start());
  });
  const actionsFor = async (caller: Caller, { id }: { id: string }): Promise<Action[]> =>
    (await caller.get(`/api/v1/cases/${id}/actions`)).body.items as Action[];
  const actionFor = async (caller: Caller, on: { id: string }, event: string) =>
    (await actionsFor(caller, on)).find((action) => action.event === event);

  it('are the events of the present state, whoever asks', async () => {
    const complaint = await registered(staff);
    for (const caller of [staff.reception, staff.handler, staff.superior]) {
      const { body } = await caller.get(`/api/v1/cases/${complaint.id}/actions`);
      expect([body.state, body.version]).toEqual(['registered', complaint.version]);
      expect(body.items.map(({ event }: Action) => event).sort()).toEqual(complaint.accepts);
    }
  });

  it('say of each whether it is allowed for the asker, and otherwise why not and who could', async () => {
    const complaint = await registered(staff);
    expect(await actionFor(staff.reception, complaint, 'ACCEPT')).toMatchObject({
      isAllowed: true,
      refusal: null,
    });
    const refused = await actionFor(staff.handler, complaint, 'ACCEPT');
    expect(refused).toMatchObject({ isAllowed: false, roles: ['reception_officer'] });
    expect(refused?.refusal).toMatchObject({ guard: 'has_role', couldAct: ['reception_officer'] });
    expect(refused?.refusal?.why.zh).not.toBe(refused?.refusal?.why.en);
  });

  it('name the guard that no data could satisfy', async () => {
    const aboutHead = await registered(staff, { concernsHead: true });
    const refused = await actionFor(staff.reception, aboutHead, 'ACCEPT');
    expect([refused?.isAllowed, refused?.refusal?.guard]).toEqual([false, 'does_not_concern_own_head']);
    expect((await actionFor(staff.reception, aboutHead, 'SEND_UP_OWN_HEAD'))?.isAllowed).toBe(true);
  });

  it('agree with what happens: what is refused whatever the data is refused, too', async () => {
    const { complaint, allegation, clarification } = await foundUntrue(staff);
    const { reception, handler, deptHead, organHead } = staff;
    for (const on of [complaint, allegation, clarification])
      for (const caller of [reception, handler, deptHead, organHead])
        for (const { event, isAllowed, refusal } of await actionsFor(caller, on)) {
          if (isAllowed) continue;
          const reply = await caller.tries(on, event, sampleOf(event));
          if (reply.status === 422) continue;
          expect([event, reply.status, reply.body.guard]).toEqual([
            event,
            expect.toBeOneOf([403, 409]),
            refusal?.guard,
          ]);
        }
  });

  it('tell how many persons an act takes', async () => {
    const { allegation } = await foundUntrue(staff);
    const again = await staff.organHead.does(allegation, 'NOTE', { text: 'x' });
    expect((await actionFor(staff.organHead, again, 'NOTE'))?.people).toBe(1);
    const handed = await handedOver(staff);
    expect((await actionFor(staff.deptHead, handed.allegation, 'PROPOSE_DISPOSITION'))?.people).toBe(1);
  });

  it('carry a JSON Schema of the data that accepts what the API accepts and refuses what it refuses', async () => {
    const ajv = new Ajv2020({ strict: false });
    addFormats.default(ajv);
    const complaint = await registered(staff);
    const good: Record<string, object> = {
      ACCEPT: {},
      NOTE: { text: 'Read.', reference: 'r-1', participants: ['p-1'] },
      CONFIRM_IDENTITY: { result: 'denied', manner: 'phone' },
      ROUTE_OUT: { to: 'audit_office', isPartial: true },
      DECLINE: { reason: 'no_substance' },
      REQUEST_RECUSAL: { person: SUBJECT, ground: 'witness', reason: 'Was there.' },
    };
    const bad: Record<string, object[]> = {
      ACCEPT: [{ colour: 'red' }, { reference: 1 }, { remark: '' }],
      NOTE: [{}, { text: '' }, { text: 5 }, { text: 'x'.repeat(10_001) }, { text: 'x', participants: 'p-1' }],
      CONFIRM_IDENTITY: [{}, { result: 'maybe' }, { result: null }],
      ROUTE_OUT: [{ to: 'Audit Office' }, { to: 'a', isPartial: 'no' }],
      DECLINE: [{ reason: 'Not listed!' }],
      REQUEST_RECUSAL: [{ person: 'Wang Wei', ground: 'witness', reason: 'x' }],
    };
    for (const { event, schema } of await actionsFor(staff.reception, complaint)) {
      const validate = ajv.compile(schema);
      if (good[event]) expect([event, validate(good[event]), validate.errors]).toEqual([event, true, null]);
      for (const data of bad[event] ?? []) {
        expect([event, data, validate(data)]).toEqual([event, data, false]);
        expect((await staff.reception.tries(complaint, event, data as never)).status).toBe(422);
      }
    }
  });

  it('carry the schemas that the procedure itself publishes, with the codes of the lists of this case', async () => {
    const complaint = await registered(staff);
    const { body } = await staff.reception.get('/api/v1/procedures/complaint');
    const actions = await actionsFor(staff.reception, complaint);
    expect(actions.length).toBeGreaterThan(10);
    // The codes of a list are the case's own; everything else is the procedure's.
    const asPublished = (schema: unknown): unknown =>
      JSON.parse(JSON.stringify(schema), (_, part: Record<string, unknown> | null) => {
        if (part?.['x-list'] === undefined) return part;
        const { enum: _codes, 'x-labels': _labels, ...published } = part;
        return published;
      });
    for (const { event, schema } of actions) expect(asPublished(schema)).toEqual(body.schemas[event]);
  });
});

/** Data that fit the schema of most events. */
function sampleOf(event: string): Record<string, unknown> {
  const samples: Record<string, Record<string, unknown>> = {
    NOTE: { text: 'x' },
    ASSIGN: { assignee: 'p-handler' },
    DESIGNATE: { person: 'p-leader', role: 'approver_head', reason: 'x' },
    REQUEST_RECUSAL: { person: 'p-handler', ground: 'witness', reason: 'x' },
    SUSPEND: { ground: 'other', trigger: 'x', reason: 'x' },
    EXTEND: { clock: 'report.verify', reason: 'x' },
    GIVE_FEEDBACK: {},
    CLOSE: { isChecklistComplete: true },
    ADD_ALLEGATION: { allegations: [{ point: 'point-2', subject: SUBJECT }] },
    NAME_REPORTER: { reporter: { contact: 'x' } },
    CONFIRM_IDENTITY: { result: 'denied' },
    RECORD_CHECK: { result: 'x' },
    FILE_CASE: {},
    CLOSE_WITH_MINOR_HANDLING: { way: 'admonition' },
    TRANSFER_CRIMINAL: { body: 'court' },
    ASSESS_NEEDED: { ground: 'bad_effect', damage: 'unit', reason: 'x' },
  };
  return samples[event] ?? {};
}
