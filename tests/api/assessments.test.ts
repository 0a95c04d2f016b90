/**
 * Blind assessments of a tolerance review: nobody sees what another wrote before the last has submitted; then all see all.
 * What was submitted is final, kept when somebody stands aside, and added up nowhere.
 */
import { beforeAll, expect, it } from 'vitest';
import type { AssessmentList } from '../../src/contract/assessments.ts';
import type { CaseView } from '../../src/contract/cases.ts';
import type { Rating } from '../../src/domain/tolerance.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { registered, staffOf, SUBJECT, type Staff } from '../staff.ts';
import { behindWall } from '../../db/second-wall.ts';
import { REASONING, sheet, underReview } from './tolerance-reviews.ts';

describeApi('assessments', (start) => {
  let api: Api;
  let staff: Staff;
  let panel: Caller;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    panel = await api.as('p-pia', ['tolerance_panel']);
  });
  const at = ({ id }: Pick<CaseView, 'id'>, rest = '') => `/api/v1/cases/${id}/assessments${rest}`;
  const keeps = (who: Caller, on: CaseView, ...sheets: object[]) => who.put(at(on), { sheets });
  const submits = (who: Caller, on: CaseView) => who.send('post', at(on, '/submission'));
  const names = (on: CaseView, ...assessors: string[]) =>
    staff.deptHead.put(at(on, '/assessors'), { assessors });
  const read = async (who: Caller, on: CaseView): Promise<AssessmentList> => {
    const { status, body } = await who.get(at(on));
    expect(status).toBe(200);
    return body as AssessmentList;
  };
  /** Whose sheets somebody is shown in the latest round. */
  const shown = async (who: Caller, on: CaseView) =>
    (await read(who, on)).rounds[0]?.assessors.flatMap(({ person, sheets }) => (sheets ? [person] : []));

  it('are seen by nobody else until the last has submitted, and then by all, side by side', async () => {
    const review = await underReview(staff);
    expect((await names(review, 'p-handler', 'p-pia')).body).toEqual({
      round: 1,
      assessors: ['p-handler', 'p-pia'],
    });
    expect((await keeps(staff.handler, review, sheet('against'))).status).toBe(204);
    expect((await submits(staff.handler, review)).status).toBe(204);
    expect((await keeps(panel, review, sheet('supports'))).status).toBe(204);
    expect(await shown(staff.handler, review)).toEqual(['p-handler']);
    expect(await shown(panel, review)).toEqual(['p-pia']);
    expect(await shown(staff.deptHead, review)).toEqual([]);
    // Not even to a query without any condition.
    const bare = await behindWall(
      api.knex,
      'default',
      { sees: 'all', person: 'p-pia', unit: null, bodies: null, isAuditor: false },
      async (db) => (await db.raw<{ rows: { p: string }[] }>('select person_id as p from assessments')).rows,
    );
    expect(bare.map(({ p }) => p)).toEqual(['p-pia']);
    const { text } = await staff.organHead.get(`/api/v1/journal?case=${review.id}`);
    expect([text.includes('against'), text.includes(REASONING)]).toEqual([false, false]);

    expect((await submits(panel, review)).status).toBe(204);
    for (const who of [staff.handler, panel, staff.deptHead, staff.organHead])
      expect(await shown(who, review)).toEqual(['p-handler', 'p-pia']);
    const { rounds, mayAssess, ...rest } = await read(panel, review);
    expect(mayAssess).toBe(false);
    expect(rounds[0]?.assessors.map(({ sheets }) => sheets?.[0]?.factors[0]?.rating)).toEqual([
      'against',
      'supports',
    ]);
    expect(Object.keys(rest).filter((name) => /total|score|sum/i.test(name))).toEqual([]);
    while (await api.operations.integrateJournal());
    const entries = (await staff.auditor.get(`/api/v1/journal?case=${review.id}&type=assessment.submitted`))
      .body.items as { data: object }[];
    expect(entries.map(({ data }) => Object.keys(data).sort())).toEqual(
      Array(2).fill(['acts', 'round', 'sha256', 'sheets']),
    );
    const reads = await staff.auditor.get(`/api/v1/journal?case=${review.id}&type=assessment.read`);
    expect(reads.body.items.length).toBe(4);
  });

  it('are final once submitted, and another round takes the head', async () => {
    const review = await underReview(staff);
    await keeps(staff.handler, review, sheet());
    await submits(staff.handler, review);
    // Who began alone is no round: another may join without having seen anything.
    expect(await shown(panel, review)).toEqual([]);
    expect((await keeps(staff.handler, review, sheet('bars'))).status).toBe(409);
    expect((await submits(staff.handler, review)).status).toBe(409);
    await expect(api.knex.raw(`update assessments set sheets_sealed = '\\x00'`)).rejects.toThrow(/final/);
    await keeps(panel, review, sheet());
    await submits(panel, review);
    expect((await keeps(staff.secondHandler, review, sheet())).status).toBe(409);
    expect((await names(review, 'p-handler-2')).body).toEqual({ round: 2, assessors: ['p-handler-2'] });
    expect((await keeps(staff.secondHandler, review, sheet())).status).toBe(204);
    expect((await read(staff.handler, review)).rounds.map(({ round, isShown }) => [round, isShown])).toEqual([
      [2, false],
      [1, true],
    ]);
  });

  it('are complete when they are submitted, and rest on reasoning; drafts need not be', async () => {
    const review = await underReview(staff);
    const pointers = async (...sheets: object[]) => {
      const kept = await keeps(staff.handler, review, ...sheets);
      const { body } = kept.status === 204 ? await submits(staff.handler, review) : kept;
      return (body.errors as { pointer: string }[]).map(({ pointer }) => pointer);
    };
    expect((await submits(staff.handler, review)).body.errors[0].pointer).toBe('/sheets');
    expect(await pointers({ act: 'act-9', person: SUBJECT })).toEqual(['/sheets/0/act']);
    expect(await pointers(sheet(), sheet())).toEqual(['/sheets/1']);
    expect(await pointers()).toEqual(['/sheets']);
    expect(await pointers(sheet('supports', 'Too short.'))).toHaveLength(6);
    const { factors, ...rest } = sheet();
    expect(await pointers({ ...rest, factors: factors.slice(1) })).toEqual([
      '/sheets/0/factors/motive_attitude',
    ]);
  });

  it('say which conclusions they leave open, and which rule bars the others', async () => {
    const review = await underReview(staff);
    const left = async (rating?: Rating) => {
      if (rating !== undefined) await keeps(staff.handler, review, sheet(rating));
      const { conclusions } = await read(staff.handler, review);
      return conclusions[0]!.outcomes.map(({ code, why }) => (why === null ? code : why.en));
    };
    const unknown = 'A factor is still unknown; that blocks the determination';
    expect(await left()).toEqual(Array(5).fill(unknown));
    expect(await left('unknown')).toEqual(Array(5).fill(unknown));
    expect(await left('bars')).toEqual([
      'not_tolerated',
      ...Array<string>(4).fill('A factor bars tolerance; only not tolerated is left'),
    ]);
    expect(await left('supports')).toEqual([
      'not_tolerated',
      'lighter',
      'mitigated',
      'exempted',
      'not_pursued',
    ]);
    await keeps(staff.handler, review, { ...sheet('bars'), outcome: 'lighter' });
    const { body } = await submits(staff.handler, review);
    expect(body.errors).toMatchObject([{ pointer: '/sheets/0/outcome' }]);
  });

  it('of somebody who has to stand aside are kept and do not count', async () => {
    const review = await underReview(staff);
    await names(review, 'p-handler', 'p-handler-2', 'p-pia');
    for (const who of [staff.handler, panel]) {
      await keeps(who, review, sheet());
      await submits(who, review);
    }
    const asked = await staff.reviewer.does(await staff.reviewer.reads(review), 'REQUEST_RECUSAL', {
      person: 'p-handler-2',
      ground: 'witness',
      reason: 'Was there.',
    });
    const refused = await keeps(staff.secondHandler, review, sheet());
    expect([refused.status, refused.body.guard]).toEqual([403, 'is_not_recused']);
    expect(await shown(panel, review)).toEqual(['p-pia']);
    await staff.organHead.does(asked, 'DECIDE_RECUSAL', {
      person: 'p-handler-2',
      granted: true,
      reason: 'So it is.',
      acts: [],
    });
    expect(await shown(panel, review)).toEqual(['p-handler', 'p-pia']);
    expect((await staff.secondHandler.get(at(review))).status).toBe(404);
    const { rounds } = await read(panel, review);
    expect(rounds[0]?.assessors.map(({ person, isExcluded }) => [person, isExcluded])).toEqual([
      ['p-handler', false],
      ['p-handler-2', true],
      ['p-pia', false],
    ]);
  });

  it('are of those who handle the matter or are listed, and of nobody else', async () => {
    const review = await staff.supervisor.does(await underReview(staff), 'ASSIGN', { assignee: 'p-handler' });
    const uninvited = await keeps(panel, review, sheet());
    expect([uninvited.status, uninvited.body.guard]).toEqual([403, 'is_assessor']);
    expect((await staff.secondHandler.put(at(review), { sheets: [] })).status).toBe(404);
    for (const person of ['p-handler-2', 'p-supervisor', SUBJECT, 'p-nobody'])
      expect([person, (await names(review, person)).status]).toEqual([person, 422]);
    expect((await names(review, 'p-pia')).status).toBe(200);
    expect((await keeps(panel, review, sheet())).status).toBe(204);
    expect((await keeps(staff.handler, review, sheet())).status).toBe(204);
    for (const who of [staff.subject, staff.auditor, staff.reporter, staff.system])
      expect((await who.get(at(review))).status).toBe(403);
    expect((await staff.handler.put(at(review, '/assessors'), { assessors: ['p-handler'] })).status).toBe(
      403,
    );
    const complaint = await registered(staff);
    expect((await keeps(staff.handler, complaint, sheet())).status).toBe(409);
  });

  it('are gone with the key of the family', async () => {
    const review = await underReview(staff);
    await names(review, 'p-handler');
    await keeps(staff.handler, review, sheet());
    await submits(staff.handler, review);
    await api.knex.raw('delete from seal_keys where id = (select seal_key_id from cases where id = ?)', [
      review.id,
    ]);
    const { rounds } = await read(staff.handler, review);
    expect(rounds[0]?.assessors).toMatchObject([{ person: 'p-handler', sheets: null, isErased: true }]);
    expect((await keeps(staff.handler, review, sheet())).status).toBe(409);
  });
});
