/** The audit query: who did what, when, on which case; pages pinned to the log as it was at the first. */
import { beforeAll, expect, it } from 'vitest';
import type { JournalItem } from '../../src/contract/journal.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { aComplaint, handedOver, registered, staffOf, type HandedOver, type Staff } from '../staff.ts';

/** The day of an instant in Shanghai, which is eight hours ahead all year. */
const localDay = (at: string) => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10);

describeApi('the journal', (start) => {
  let api: Api;
  let staff: Staff;
  let known: HandedOver;
  const numbered = async () => {
    while (await api.operations.integrateJournal());
  };
  const ask = async (query: string, caller: Caller = staff.auditor) => {
    const { status, body, headers } = await caller.get(`/api/v1/journal?${query}`);
    expect([query, status]).toEqual([query, 200]);
    return {
      ...(body as { asOf: { size: number }; items: JournalItem[]; nextCursor: string | null }),
      headers,
    };
  };
  const typesIn = (items: readonly JournalItem[]) => items.map(({ type }) => type);

  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    known = await handedOver(staff);
    await staff.handler.tries(known.complaint, 'RETURN_TO_RECEPTION', {
      reason: 'other_body',
      consentedBy: 'p-leader',
    });
    await numbered();
  });

  it('has a place for every entry, from 0 on and without gaps', async () => {
    const { items, asOf } = await ask('order=asc&limit=200');
    expect(items.map(({ index }) => index)).toEqual(items.map((_, at) => at));
    expect(items).toHaveLength(asOf.size);
    expect(typesIn(items)).toEqual(
      expect.arrayContaining(['key.created', 'complaint.SUBMIT', 'event.refused']),
    );
    for (const { leafHash } of items) expect(leafHash).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it('tells what happened in a case, in order, with what was said and decided but not who by name', async () => {
    const { items } = await ask(`case=${known.complaint.id}&order=asc`);
    expect(items.map(({ seq, type, outcome }) => [seq, type, outcome])).toEqual([
      [1, 'complaint.SUBMIT', 'accepted'],
      [2, 'complaint.REGISTER', 'accepted'],
      [3, 'complaint.ACCEPT', 'accepted'],
      [4, 'complaint.HAND_OVER', 'accepted'],
      [null, 'event.refused', 'refused'],
    ]);
    const [submitted, , , , refused] = items as [JournalItem, ...JournalItem[]];
    const events = items.slice(0, 4);
    expect(events.map(({ prev }) => prev)).toEqual([
      null,
      ...events.slice(0, 3).map(({ leafHash }) => leafHash),
    ]);
    expect(new Set(events.map(({ procedure }) => procedure))).toEqual(new Set(['complaint@1']));
    expect(refused?.prev).toBeNull();
    expect(submitted.withheld).toEqual(['facts', 'text']);
    expect(JSON.stringify(items)).not.toContain('See enclosure.');
    expect(refused).toMatchObject({
      at: 4,
      data: { event: 'RETURN_TO_RECEPTION', refused: 'person', guard: 'has_role' },
    });
  });

  it.each([
    ['type=complaint.SUBMIT', /^complaint\.SUBMIT$/],
    ['type=complaint.SUBMIT,allegation.OPEN', /^(complaint\.SUBMIT|allegation\.OPEN)$/],
    ['type=complaint.*', /^complaint\./],
    ['type=complaint.RE*,key.*', /^(complaint\.RE|key\.)/],
    ['procedure=allegation', /^allegation\./],
    ['outcome=refused', /^event\.refused$/],
    ['outcome=done', /^key\.created$/],
    ['q=complaint.SUBMIT', /^complaint\.SUBMIT$/],
  ])('is filtered by %s', async (query, pattern) => {
    const all = (await ask('limit=200')).items;
    const { items } = await ask(`${query}&limit=200`);
    const wanted = typesIn(all).filter((type) => pattern.test(type));
    expect(typesIn(items)).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(0);
  });

  it.each(['type=complaint%25', 'type=complaint_SUBMIT', 'type=%25*', 'type=_*', 'q=%25', 'procedure=none'])(
    'finds nothing by %s, which is no pattern',
    async (query) => {
      expect((await ask(query)).items).toEqual([]);
    },
  );

  it('is filtered by actor, by case and by time, from an instant on and before another', async () => {
    const { items } = await ask(`case=${known.complaint.id}&order=asc`);
    const [, second, third] = items as [JournalItem, JournalItem, JournalItem];
    const same = (await ask(`actor=${second.actor.id}&limit=200`)).items;
    expect(same.every(({ actor }) => actor.id === second.actor.id)).toBe(true);
    expect(typesIn(same)).toContain('complaint.REGISTER');
    const between = await ask(`case=${known.complaint.id}&from=${second.time}&to=${third.time}&order=asc`);
    const wanted = items.filter(({ time }) => time >= second.time && time < third.time);
    expect(between.items).toEqual(wanted);
    const day = localDay(second.time);
    expect((await ask(`case=${known.complaint.id}&from=${day}&to=${day}&order=asc`)).items).toContainEqual(
      second,
    );
    expect((await ask(`case=${known.complaint.id}&to=2026-01-01&order=asc`)).items).toEqual([]);
    const byId = await ask(`q=${second.id}`);
    expect(byId.items).toEqual([second]);
  });

  it.each(['asc', 'desc'])(
    'gives pages in the order %s that stay pinned while entries come in',
    async (order) => {
      const whole = (await ask(`order=${order}&limit=200`)).items;
      const seen: JournalItem[] = [];
      let page = await ask(`order=${order}&limit=7`);
      const { size } = page.asOf;
      for (;;) {
        seen.push(...page.items);
        if (page.nextCursor === null) break;
        expect(page.headers.link).toMatch(/^<https:\/\/leeway\.test\/api\/v1\/journal\?.*>; rel="next"$/);
        const next = page.headers.link!.slice(
          '<https://leeway.test/api/v1/journal?'.length,
          -'>; rel="next"'.length,
        );
        await aComplaint(staff);
        await numbered();
        page = await ask(next);
        expect(page.asOf.size).toBe(size);
      }
      expect(seen).toEqual(whole);
    },
  );

  it('can be pinned to an earlier size, and not to one it has not reached', async () => {
    await registered(staff);
    await numbered();
    const { items, asOf } = await ask('size=5&order=asc');
    expect([items.length, asOf.size]).toEqual([5, 5]);
    expect((await ask('size=0')).items).toEqual([]);
    const beyond = await staff.auditor.get('/api/v1/journal?size=1000000');
    expect([beyond.status, beyond.body.errors[0].pointer]).toEqual([400, '/query/size']);
  });

  it('holds nothing that has no place yet', async () => {
    await numbered();
    const { asOf } = await ask('limit=1');
    const waiting = await aComplaint(staff);
    expect((await ask(`case=${waiting.id}`)).items).toEqual([]);
    await numbered();
    expect((await ask(`case=${waiting.id}`)).items).toHaveLength(1);
    expect((await ask('limit=1')).asOf.size).toBe(asOf.size + 1);
  });

  it('shows an auditor everything, staff what belongs to cases, a party what they did', async () => {
    const own = await staff.reporter.opens('complaint', { channel: 'web' });
    await staff.reception.does(own, 'REGISTER');
    await numbered();
    const forStaff = (await ask('limit=200', staff.handler)).items;
    expect(forStaff.every((item) => item.case !== null)).toBe(true);
    expect(typesIn(forStaff)).not.toContain('key.created');
    expect(typesIn((await ask('limit=200', staff.reporter)).items)).toEqual(['complaint.SUBMIT']);
    expect((await ask('limit=200', staff.otherReporter)).items).toEqual([]);
  });

  it.each([
    ['case=12', '/query/case'],
    ['outcome=odd', '/query/outcome'],
    ['order=up', '/query/order'],
    ['from=yesterday', '/query/from'],
    ['from=0000-01-01T00:00:00Z', '/query/from'],
    ['to=9999-12-31T23:59:59-23:59', '/query/to'],
    ['size=-1', '/query/size'],
    ['size=1e30', '/query/size'],
    ['limit=1000', '/query/limit'],
    ['cursor=e30.AAAAAAAAAAAAAAAA', '/query/cursor'],
  ])('refuses %s and points at it', async (query, pointer) => {
    const { status, body } = await staff.auditor.get(`/api/v1/journal?${query}`);
    expect([status, body.code, body.errors[0].pointer]).toEqual([400, 'bad-parameter', pointer]);
  });

  it('takes a cursor for the order that gave it out and for no other', async () => {
    const { nextCursor } = await ask('order=asc&limit=1');
    const reply = await staff.auditor.get(`/api/v1/journal?order=desc&cursor=${nextCursor!}`);
    expect([reply.status, reply.body.errors[0].pointer]).toEqual([400, '/query/cursor']);
  });
});
