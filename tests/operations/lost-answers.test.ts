/**
 * The database did what it was asked and its answer is lost: what became of the step is not known here. The caller is
 * told 503, nothing is sent twice, and the key of the request tells afterwards.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { opensFor, type TestDatabase } from '../database.ts';
import { startApi, type Api } from '../harness.ts';
import { proxyTo, type Proxy } from '../proxy.ts';
import { registered, staffOf, type Staff } from '../staff.ts';

const WRITE = 'step-write';

describe('an answer that is lost after the commit', () => {
  const open = opensFor('postgresql');
  let database: TestDatabase;
  let line: Proxy;
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    database = await open();
    line = await proxyTo(database.url!);
    const through = await openDatabase({ url: line.url, dataDir: '' });
    api = await startApi({ ...through, url: line.url });
    staff = await staffOf(api);
  });
  afterAll(async () => {
    await api.close();
    await api.knex.destroy();
    await line.close();
  });
  const references = async (): Promise<number> =>
    (await database.knex('journal').where({ outcome: 'accepted' })).length;
  /** Lets the database finish `requests`, and their line break before it is heard. */
  const losing = async <T>(requests: () => Promise<T>, taken: number): Promise<T> => {
    const before = await references();
    const begun = line.loseAnswerTo(WRITE);
    const asked = requests();
    await begun;
    while ((await references()) < before + taken) await pause(5);
    line.cut();
    const answered = await asked;
    expect(await references()).toBe(before + taken);
    return answered;
  };

  it('is told as 503, and its key finds the one effect it had', async () => {
    const complaint = await registered(staff);
    const key = { 'Idempotency-Key': 'lost-1' };
    const lost = await losing(() => staff.reception.tries(complaint, 'ACCEPT', {}, key), 1);
    expect([lost.status, lost.body.code, lost.headers['retry-after']]).toEqual([503, 'database-away', '2']);
    const again = await staff.reception.tries(complaint, 'ACCEPT', {}, key);
    expect([again.status, again.body.version, again.body.state]).toEqual([200, 3, 'accepted']);
    expect(await staff.reception.reads(complaint)).toEqual(again.body);
  });

  it('opens one case and no second, with a key and without', async () => {
    const before = (await database.knex('cases')).length;
    const keyed = await losing(
      () => staff.reception.triesToOpen('complaint', {}, { 'Idempotency-Key': 'lost-2' }),
      1,
    );
    const keyless = await losing(() => staff.reception.triesToOpen('complaint', {}), 1);
    expect([keyed.status, keyless.status]).toEqual([503, 503]);
    expect(await database.knex('cases')).toHaveLength(before + 2);
    const again = await staff.reception.triesToOpen('complaint', {}, { 'Idempotency-Key': 'lost-2' });
    expect([again.status, again.body.version]).toEqual([201, 1]);
    expect(await database.knex('cases')).toHaveLength(before + 2);
  });

  it('of several steps that were written together leaves each in doubt, and repeats none', async () => {
    const cases = await Promise.all(Array.from({ length: 6 }, () => registered(staff)));
    const noting = (n: number) =>
      staff.reception.tries(cases[n]!, 'NOTE', { text: 'x' }, { 'Idempotency-Key': `together-${n}` });
    const replies = await losing(() => Promise.all(cases.map((_, n) => noting(n))), cases.length);
    const statuses = replies.map(({ status }) => status);
    expect(statuses).toContain(503);
    // A batch whose own line did not break was answered.
    expect(statuses.filter((status) => status !== 503 && status !== 200)).toEqual([]);
    for (const [n, each] of cases.entries()) {
      const again = await noting(n);
      expect([again.status, again.body.version]).toEqual([200, each.version + 1]);
      expect((await staff.reception.reads(each)).version).toBe(each.version + 1);
    }
  });

  it('of a refusal is no answer: the caller hears 503, and the refusal stands in the journal once', async () => {
    const complaint = await registered(staff);
    const begun = line.loseAnswerTo(WRITE);
    const asked = staff.handler.tries(complaint, 'ACCEPT');
    await begun;
    const refusals = () => database.knex('journal').where({ case_id: complaint.id, outcome: 'refused' });
    while ((await refusals()).length === 0) await pause(5);
    line.cut();
    expect((await asked).status).toBe(503);
    expect(await refusals()).toHaveLength(1);
  });
});
