/**
 * Batches: what may be asked for on many cases, what it would come to, and that each case is settled once, by the rights
 * of the moment, whoever works on it.
 */
import { beforeAll, expect, it } from 'vitest';
import type { Batch, BatchItem } from '../../src/contract/batches.ts';
import type { CaseView } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { registered, staffOf, type Staff } from '../staff.ts';

const BATCHES = '/api/v1/batches';
const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
const REASON = 'zqbatchreason';

describeApi('a batch', (start, kind) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });

  const open = (count: number): Promise<CaseView[]> =>
    Promise.all(Array.from({ length: count }, () => registered(staff)));
  const ids = (cases: readonly CaseView[]) => cases.map(({ id }) => id);
  const asks = async (who: Caller, more: object): Promise<Batch> => {
    const reply = await who.post(BATCHES, { event: 'NOTE', reason: REASON, ...more });
    expect([reply.status, reply.body]).toEqual([200, expect.anything()]);
    return reply.body as Batch;
  };
  const run = async (): Promise<void> => {
    while (await api.operations.runBatches());
  };
  const now = async (who: Caller, { id }: Batch): Promise<Batch> =>
    (await who.get(`${BATCHES}/${id}`)).body as Batch;
  const itemsOf = async (who: Caller, { id }: Batch, query = ''): Promise<BatchItem[]> =>
    (await who.get(`${BATCHES}/${id}/items${query}`)).body.items as BatchItem[];
  const notesOf = async (id: string): Promise<number> => {
    const { body } = await staff.supervisor.get(`/api/v1/cases/${id}/events?limit=200`);
    return (body.items as { type: string }[]).filter(({ type }) => type === 'complaint.NOTE').length;
  };

  it('says beforehand what would change and why the rest would not, and writes nothing', async () => {
    const cases = await open(2);
    const tried = await asks(staff.handler, {
      event: 'ASSIGN',
      data: { assignee: 'p-handler-2' },
      cases: [...ids(cases), ABSENT],
      dryRun: true,
    });
    expect(tried).toMatchObject({
      id: null,
      status: 'dry_run',
      total: 3,
      counts: { waiting: 0, skipped: 3 },
    });
    expect(tried.items!.map(({ refusal }) => refusal!.code)).toEqual([
      'not-permitted',
      'not-permitted',
      'not-found',
    ]);
    const may = await asks(staff.supervisor, {
      event: 'ASSIGN',
      data: { assignee: 'p-handler-2' },
      cases: [...ids(cases), ABSENT],
      dryRun: true,
    });
    expect(may.counts).toMatchObject({ waiting: 2, skipped: 1 });
    expect((await staff.supervisor.reads(cases[0]!)).version).toBe(cases[0]!.version);
  });

  it('is carried out case by case, by the present version, and says what became of each', async () => {
    const cases = await open(3);
    while (await api.operations.integrateJournal());
    const asked = { event: 'ASSIGN', data: { assignee: 'p-handler-2' }, cases: [...ids(cases), ABSENT] };
    const batch = await asks(staff.supervisor, asked);
    expect(batch).toMatchObject({ status: 'running', total: 4, reason: REASON, counts: { waiting: 4 } });
    await staff.reception.does(cases[1]!, 'NOTE', { text: 'meanwhile' });
    await run();
    expect(await now(staff.supervisor, batch)).toMatchObject({
      status: 'done',
      counts: { done: 3, skipped: 1, waiting: 0 },
    });
    expect((await staff.supervisor.reads(cases[1]!)).assignee).toBe('p-handler-2');
    const items = await itemsOf(staff.supervisor, batch);
    expect(items.map(({ status, version }) => [status, version])).toEqual([
      ['done', cases[0]!.version + 1],
      ['done', cases[1]!.version + 2],
      ['done', cases[2]!.version + 1],
      ['skipped', null],
    ]);
    expect(items[0]).toMatchObject({ procedure: 'complaint', caseNumber: expect.stringMatching(/^JB-/) });
    expect(items[3]).toMatchObject({ procedure: null, caseNumber: null, refusal: { code: 'not-found' } });
    const page = (await staff.supervisor.get(`${BATCHES}/${batch.id}/items?limit=2`)).body;
    const next = await itemsOf(staff.supervisor, batch, `?limit=2&cursor=${page.nextCursor}`);
    expect(next.map(({ number }) => number)).toEqual([3, 4]);
  });

  it('takes what a filter finds, frozen when it is asked for', async () => {
    const cases = await open(2);
    for (const each of cases) await staff.supervisor.does(each, 'ASSIGN', { assignee: 'p-filtered' });
    const batch = await asks(staff.supervisor, { filter: { assignee: 'p-filtered' } });
    const [later] = await open(1);
    await staff.supervisor.does(later!, 'ASSIGN', { assignee: 'p-filtered' });
    await run();
    expect((await now(staff.supervisor, batch)).counts.done).toBe(2);
    expect(await notesOf(later!.id)).toBe(0);
    const { body } = await staff.supervisor.get(`/api/v1/cases/${cases[0]!.id}/events?limit=200`);
    expect((body.items as unknown[]).at(-1)).toMatchObject({
      data: { text: REASON },
      reference: `batch:${batch.id}`,
    });
  });

  it('decides nothing: other events are refused, and so is data that does not fit', async () => {
    const [one] = await open(1);
    const tries = (more: object) =>
      staff.supervisor.post(BATCHES, { event: 'NOTE', reason: REASON, cases: [one!.id], ...more });
    const refused = await tries({ event: 'ACCEPT' });
    expect([refused.status, refused.body.code, refused.body.batchable]).toEqual([
      422,
      'not-batchable',
      ['ASSIGN', 'NOTE'],
    ]);
    for (const more of [
      { event: 'ASSIGN' },
      { data: { text: 'x' } },
      { reason: ' ' },
      { filter: {} },
      { cases: undefined },
      { cases: undefined, filter: { assignee: 'p-nobody' } },
    ]) {
      const { status, body } = await tries(more);
      expect([more, status, body.code]).toEqual([more, 422, 'validation-failed']);
    }
  });

  it('is begun once, however often the same request comes, and read by whoever asked alone', async () => {
    const cases = ids(await open(1));
    const headers = { 'Idempotency-Key': 'batch-once' };
    const body = { event: 'NOTE', reason: REASON, cases };
    const replies = await Promise.all([1, 2, 3].map(() => staff.supervisor.post(BATCHES, body, headers)));
    expect(new Set(replies.map((reply) => reply.body.id as string)).size).toBe(1);
    const other = await staff.supervisor.post(BATCHES, { ...body, reason: 'y' }, headers);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key-reused']);
    const id = replies[0]!.body.id as string;
    expect((await staff.deptHead.get(`${BATCHES}/${id}`)).status).toBe(404);
    expect((await staff.deptHead.post(`${BATCHES}/${id}/stop`, undefined)).status).toBe(404);
    await run();
    expect(await notesOf(cases[0]!)).toBe(1);
  });

  it('leaves one entry of its own, and its reason in clear nowhere', async () => {
    const batch = await asks(staff.supervisor, { cases: ids(await open(1)) });
    const { rows } = await api.knex.raw<{ rows: { type: string }[] }>(
      `select j.type from journal j join batches b on b.entry_id = j.id where b.id = ?`,
      [batch.id!],
    );
    expect(rows).toEqual([{ type: 'batch.created' }]);
    await run();
    for (const table of ['batches', 'batch_items', 'journal', 'journal_sealed']) {
      const { rows: found } = await api.knex.raw<{ rows: unknown[] }>(
        `select 1 from ?? t where t::text like ?`,
        [table, `%${REASON}%`],
      );
      expect([table, found.length]).toEqual([table, 0]);
    }
  });

  it('stops when asked to: what waits is left alone', async () => {
    const cases = await open(3);
    const batch = await asks(staff.supervisor, { cases: ids(cases) });
    await api.operations.runBatches();
    const stopped = await staff.supervisor.post(`${BATCHES}/${batch.id}/stop`, undefined);
    expect(stopped.body).toMatchObject({
      status: 'stopped',
      stoppedFor: 'asked',
      counts: { done: 1, stopped: 2 },
    });
    await run();
    expect(await notesOf(cases[2]!.id)).toBe(0);
    const again = await staff.supervisor.post(`${BATCHES}/${batch.id}/stop`, undefined);
    expect([again.status, again.body.code]).toEqual([409, 'request-closed']);
  });

  it('stops by itself when who asked has lost the right, and skips what a lost role would have allowed', async () => {
    const who = await api.as('p-loses', ['case_supervisor']);
    const cases = await open(3);
    const assign = { event: 'ASSIGN', data: { assignee: 'p-handler-2' }, cases: ids(cases) };
    const batch = await asks(who, assign);
    await api.operations.runBatches();
    await api.knex.raw(`update api_keys set roles = '{reviewer}' where person_id = 'p-loses'`);
    await api.operations.runBatches();
    await api.knex.raw(`update api_keys set revoked_at = now() where person_id = 'p-loses'`);
    await run();
    const { rows } = await api.knex.raw<{ rows: unknown[] }>(
      `select b.status, b.stopped_for, i.number, i.status as item, i.code from batches b
       join batch_items i on i.batch_id = b.id where b.id = ? order by i.number`,
      [batch.id!],
    );
    const of = { status: 'stopped', stopped_for: 'rights_ended' };
    expect(rows).toEqual([
      { ...of, number: 1, item: 'done', code: null },
      { ...of, number: 2, item: 'skipped', code: 'not-permitted' },
      { ...of, number: 3, item: 'stopped', code: null },
    ]);
  });

  it('gives what failed another turn, and no case a second time', async () => {
    const cases = await open(2);
    const batch = await asks(staff.supervisor, { cases: ids(cases) });
    await run();
    const path = `${BATCHES}/${batch.id}/retry`;
    expect((await staff.supervisor.post(path, undefined)).body.code).toBe('request-closed');
    // As if a worker had died after the step and before it could say so, and another had had no answer.
    await api.knex.raw(
      `update batch_items set status = 'failed', code = 'internal-error' where batch_id = ?`,
      [batch.id!],
    );
    const again = await staff.supervisor.post(path, undefined);
    expect(again.body).toMatchObject({ status: 'running', counts: { waiting: 2, failed: 0 } });
    await run();
    expect(await now(staff.supervisor, batch)).toMatchObject({ status: 'done', counts: { done: 2 } });
    expect(await Promise.all(cases.map(({ id }) => notesOf(id)))).toEqual([1, 1]);
  });

  // The built-in database has one connection, where nobody meets anybody.
  if (kind === 'postgresql')
    it('is worked on by many, and each case settled once', async () => {
      const cases = await open(12);
      const batch = await asks(staff.supervisor, { cases: ids(cases) });
      await Promise.all([run(), run(), run(), run()]);
      expect(await now(staff.supervisor, batch)).toMatchObject({ counts: { done: 12 } });
      expect(await Promise.all(cases.map(({ id }) => notesOf(id)))).toEqual(cases.map(() => 1));
    });
});
