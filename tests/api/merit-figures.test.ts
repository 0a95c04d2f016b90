/** Figures over the merits: forms of clarifying, and the six factors one by one; too few reviews are not told. */
import { beforeAll, expect, it } from 'vitest';
import type { FactorFigures, FormFigures } from '../../src/contract/figures.ts';
import { DISTINCTION_CODES, FACTOR_CODES, type Factor, type Rating } from '../../src/domain/tolerance.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { PROFILE } from '../machines/play.ts';
import { foundUntrue, staffOf, SUBJECT, type Staff } from '../staff.ts';

const reason = 'As the minutes show.';
const evidence = ['m1'];
const two = { participants: ['p-handler-2'] };
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

describeApi('figures over the merits', (start) => {
  let api: Api;
  let staff: Staff;
  let panel: Caller;
  let board: readonly Caller[];
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    panel = await api.as('p-pia', ['tolerance_panel']);
    board = await Promise.all(['p-bea', 'p-bert', 'p-bodo'].map((name) => api.as(name, ['collegial_body'])));
  });

  const read = async <T>(path: string, caller = staff.supervisor): Promise<T> => {
    const { status, body } = await caller.get(`/api/v1/statistics/${path}`);
    expect([path, status]).toEqual([path, 200]);
    return body as T;
  };
  const forms = async (caller?: Caller, query = '') =>
    (await read<FormFigures>(`clarification-forms${query}`, caller)).items;
  const factors = (caller?: Caller, query = '') => read<FactorFigures>(`factor-ratings${query}`, caller);

  async function consulted(chosen: readonly string[]) {
    const { clarification } = await foundUntrue(staff);
    const needed = await staff.handler.does(clarification, 'ASSESS_NEEDED', {
      ground: 'bad_effect',
      damage: 'unit',
      reason,
    });
    const checked = await staff.reviewer.does(needed, 'PASS_CHECK', { reason });
    return staff.handler.does(checked, 'CONSULT_SUBJECT', { agrees: true, forms: chosen, circle: 'unit' });
  }

  /** A review of one act, as far as its proposal. */
  async function proposed(act: string, ratings: Partial<Record<Factor, Rating>> = {}) {
    const opened = await staff.deptHead.opens('tolerance_review', {
      event: 'OPEN_ACCOUNTABILITY',
      subject: SUBJECT,
      acts: [{ act }],
    });
    const own = await staff.deptHead.does(opened, 'OPEN_EX_OFFICIO', {});
    const verifying = await staff.handler.does(own, 'VERIFY', two);
    const heard = await staff.handler.does(verifying, 'HEAR_SUBJECT', {
      heard: [SUBJECT],
      heardOn: today,
      record: reason,
      ...two,
    });
    const reported = await staff.handler.does(heard, 'SUBMIT_VERIFICATION_REPORT', {
      report: reason,
      ...two,
    });
    const asked = await panel.does(reported, 'CONSULT', {
      opinions: [{ body: 'discipline_organ', opinion: 'no_objection' }],
    });
    return staff.handler.does(asked, 'PROPOSE', {
      appraisals: [
        {
          act,
          person: SUBJECT,
          factors: FACTOR_CODES.map((factor) => ({
            factor,
            rating: ratings[factor] ?? 'supports',
            reason,
            evidence,
          })),
          distinctions: DISTINCTION_CODES.map((code) => ({ code, answer: 'yes', evidence })),
          conditions: PROFILE.lists.tolerance_conditions.map(({ code }) => ({ code, holds: true, reason })),
          exclusions: PROFILE.lists.tolerance_exclusions.map(({ code }) => ({
            code,
            applies: false,
            reason,
          })),
          filings: [],
        },
      ],
    });
  }

  async function decided(act: string, ratings?: Partial<Record<Factor, Rating>>): Promise<void> {
    await board[0]!.does(await proposed(act, ratings), 'DECIDE', {
      determinations: [{ act, person: SUBJECT, outcome: 'not_pursued', reason }],
      rectificationDemanded: true,
      members: board.map(({ person }) => ({ person, vote: 'for' })),
    });
  }

  it('tell in which forms untrue reports were to be clarified, and were', { timeout: 60_000 }, async () => {
    expect(await forms()).toEqual([]);
    await consulted(['written']);
    const more = await consulted(['written', 'meeting']);
    const approved = await staff.leader.does(more, 'APPROVE', { nothingSealedInText: true });
    await staff.handler.does(approved, 'CARRY_OUT', {
      form: 'meeting',
      recipients: ['unit-meeting'],
      deliveredOn: today,
    });
    const counted = [
      { form: 'written', chosen: 2, done: 0 },
      { form: 'meeting', chosen: 1, done: 1 },
    ];
    expect(await forms()).toEqual(counted);
    expect(await forms(staff.auditor)).toEqual(counted);
    expect(await forms(await api.as(SUBJECT, ['case_supervisor']))).toEqual([]);
    expect(await forms(staff.supervisor, '?to=2025-01-01')).toEqual([]);
    expect(await forms(staff.supervisor, '?unit=elsewhere')).toEqual([]);
  });

  it(
    'tell how each factor was rated once there are five reviews, and sum nothing',
    {
      timeout: 60_000,
    },
    async () => {
      const none = { reviews: null, appraisals: null, isSuppressed: true, items: [] };
      expect(await factors()).toMatchObject(none);
      for (const act of ['a-1', 'a-2', 'a-3']) await decided(act);
      await decided('a-4', { consequence_impact: 'neutral', objective_conditions: 'neutral' });
      // What is proposed is not decided.
      await proposed('a-5', { consequence_impact: 'against' });
      expect(await factors()).toMatchObject(none);
      await decided('a-6', { consequence_impact: 'neutral' });

      const told = await factors();
      expect(told).toMatchObject({ reviews: 5, appraisals: 5, isSuppressed: false });
      const rated = (supports: number, neutral: number) => [
        { rating: 'supports', count: supports },
        { rating: 'neutral', count: neutral },
        { rating: 'against', count: 0 },
        { rating: 'bars', count: 0 },
        { rating: 'unknown', count: 0 },
      ];
      expect(told.items).toEqual([
        { factor: 'motive_attitude', ratings: rated(5, 0) },
        { factor: 'objective_conditions', ratings: rated(4, 1) },
        { factor: 'procedure_method', ratings: rated(5, 0) },
        { factor: 'nature_degree', ratings: rated(5, 0) },
        { factor: 'consequence_impact', ratings: rated(3, 2) },
        { factor: 'remedy_of_loss', ratings: rated(5, 0) },
      ]);
      expect(Object.keys(told).sort()).toEqual([
        'appraisals',
        'asOf',
        'from',
        'isSuppressed',
        'items',
        'reviews',
        'to',
      ]);
      expect((await factors(staff.auditor)).items).toEqual(told.items);
      expect(await factors(await api.as(SUBJECT, ['case_supervisor']))).toMatchObject(none);
      expect(await factors(staff.supervisor, '?to=2025-01-01')).toMatchObject(none);
    },
  );

  it.each(['clarification-forms', 'factor-ratings'])('refuse for %s an empty period', async (path) => {
    const reply = await staff.supervisor.get(`/api/v1/statistics/${path}?from=2025-06-21&to=2025-06-20`);
    expect([reply.status, reply.body.errors?.[0].pointer]).toEqual([400, '/query/from']);
  });
});
