/**
 * What ties three procedures together over the API: a filing is found by the person it names, the decision that relies
 * on it marks it used, and what was tolerated is rectified, item by item, with a limit for each.
 */
import { beforeAll, expect, it } from 'vitest';
import { DISTINCTION_CODES, FACTOR_CODES } from '../../src/domain/tolerance.ts';
import type { CaseView } from '../../src/contract/cases.ts';
import { PROFILE } from '../machines/play.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { staffOf, SUBJECT, type Staff } from '../staff.ts';

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const inDays = (days: number) => new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
const reason = 'As the minutes show.';
const evidence = ['m1'];

describeApi('a filing, a review that relies on it, and its rectification', (start) => {
  let api: Api;
  let staff: Staff;
  let unit: Caller;
  let panel: readonly Caller[];
  let board: readonly Caller[];
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    unit = await api.as('p-unit', ['subject_unit'], { unit: 'unit-7' });
    panel = await Promise.all(
      ['p-pia', 'p-pavel', 'p-petra'].map((name) => api.as(name, ['tolerance_panel'])),
    );
    await api.as('p-handler-3', ['handler']);
    board = await Promise.all(['p-bea', 'p-bert', 'p-bodo'].map((name) => api.as(name, ['collegial_body'])));
  });
  const votes = (members: readonly Caller[]) => members.map(({ person }) => ({ person, vote: 'for' }));
  const two = { participants: ['p-handler-2'] };

  const accepted = async (): Promise<CaseView> => {
    const filed = await unit.opens('risk_filing', {
      unit: 'unit-7',
      matter: 'emergency_action',
      act: 'flood-wall',
      persons: [SUBJECT],
      plannedOn: today,
      disclosure: 'The permit follows.',
    });
    const screened = await staff.handler.does(filed, 'SCREEN', { result: 'pass' });
    const checked = await staff.handler.does(screened, 'CHECK', {
      recommends: 'accept',
      findings: reason,
      ...two,
    });
    return panel[0]!.does(checked, 'ACCEPT', {
      conditions: [{ code: 'minutes_kept', text: 'Every decision is minuted.' }],
      validUntil: inDays(200),
      members: votes(panel),
    });
  };

  const proposal = (filings: readonly object[]) => ({
    appraisals: [
      {
        act: 'flood-wall',
        person: SUBJECT,
        factors: FACTOR_CODES.map((factor) => ({ factor, rating: 'supports', reason, evidence })),
        distinctions: DISTINCTION_CODES.map((code) => ({ code, answer: 'yes', evidence })),
        conditions: PROFILE.lists.tolerance_conditions.map(({ code }) => ({ code, holds: true, reason })),
        exclusions: PROFILE.lists.tolerance_exclusions.map(({ code }) => ({ code, applies: false, reason })),
        filings,
      },
    ],
  });

  const consulted = async (): Promise<CaseView> => {
    const opened = await staff.deptHead.opens('tolerance_review', {
      event: 'OPEN_ACCOUNTABILITY',
      subject: SUBJECT,
      acts: [{ act: 'flood-wall' }],
    });
    expect(opened.details.filings).toMatchObject([{ act: 'flood-wall', state: 'accepted', coversAct: true }]);
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
    return panel[0]!.does(reported, 'CONSULT', {
      opinions: [{ body: 'discipline_organ', opinion: 'no_objection' }],
    });
  };

  it('goes from the filing to the last closed item', async () => {
    const filing = await accepted();
    const review = await consulted();
    const ignored = await staff.handler.tries(review, 'PROPOSE', proposal([]));
    expect([ignored.status, ignored.body.guard]).toEqual([409, 'answers_every_filing']);
    const relied = { isWithinScope: true, areConditionsKept: true, isFullyDisclosed: true };
    const proposed = await staff.handler.does(
      review,
      'PROPOSE',
      proposal([{ filing: filing.id, ...relied }]),
    );
    const determined = await board[0]!.does(proposed, 'DECIDE', {
      determinations: [{ act: 'flood-wall', person: SUBJECT, outcome: 'not_pursued', reason }],
      rectificationDemanded: true,
      members: votes(board),
    });
    expect(await unit.reads(filing.id)).toMatchObject({ state: 'used', isOpen: false });
    expect((await staff.supervisor.reads(filing.id)).details.reliedOnBy).toEqual([review.id]);
    // The review hangs on the filing now, and the filing is of another family still.
    const { body: links } = await staff.supervisor.get(`/api/v1/cases/${review.id}/family`);
    expect(JSON.stringify(links.items)).toContain('relies_on');

    const notice = {
      on: review.id,
      source: 'tolerance',
      unit: 'unit-7',
      deliveredOn: today,
      problems: ['p-1', 'p-2'].map((code) => ({ code, severity: 'ordinary', description: reason })),
      acts: ['flood-wall'],
      persons: [SUBJECT],
    };
    const served = await staff.deptHead.opens('rectification', notice);
    expect(served.family).toBe(review.family);
    const again = await staff.deptHead.triesToOpen('rectification', notice);
    expect([again.status, again.body.guard]).toEqual([409, 'is_not_under_way_already']);
    const owed = (await staff.supervisor.reads(determined)).obligations.map(({ code }) => code);
    expect(owed).not.toContain('rectification');

    const planned = await unit.does(served, 'SUBMIT_PLAN', {
      measures: [1, 2].map((number) => ({
        code: `m-${number}`,
        problems: [`p-${number}`],
        action: reason,
        criteria: [{ code: 'c-1', criterion: reason, isCheckable: true }],
        lead: 'p-unit',
        dueOn: inDays(number * 20),
      })),
    });
    const running = await staff.supervisor.does(planned, 'APPROVE_PLAN');
    const { body: before } = await staff.supervisor.get(`/api/v1/cases/${running.id}/clocks`);
    expect(JSON.stringify(before)).toContain('rect.item');
    // The alarm before an item is due is an event here, since the procedure has a row for it: a blue ticket.
    await api
      .knex('clocks')
      .where({ case_id: running.id, instance: 'm-2' })
      .update({ alarm: -1, next_alarm_at: new Date(Date.now() - 1_000) });
    expect([await api.operations.fireDueClocks(), await api.operations.fireDueClocks()]).toEqual([1, 0]);
    const warned = await staff.supervisor.reads(running);
    expect(warned.version).toBe(running.version + 1);
    expect(JSON.stringify(warned.details.items)).toContain('"colour":"blue"');
    const extended = await staff.leader.does(warned, 'EXTEND_ITEM', { item: 'm-1', reason });
    let now: CaseView = extended;
    for (const item of ['m-1', 'm-2']) {
      now = await unit.does(now, 'CLAIM_DONE', {
        item,
        evidence: [{ criterion: 'c-1', evidence }],
        report: reason,
      });
      const inside = await unit.tries(now, 'CHECK', { item, result: 'pass', record: reason, ...two });
      expect(inside.status).toBe(403);
      now = await staff.supervisor.does(now, 'CHECK', {
        item,
        result: 'pass',
        record: reason,
        participants: ['p-handler-3'],
      });
    }
    expect(now).toMatchObject({ state: 'all_closed', isOpen: true });
    const summary = now.summary;
    expect(summary).toMatchObject({ itemsTotal: 2, itemsClosed: 2, itemsExtended: 1, itemsRed: 0 });

    const lead = await staff.handler.does(now, 'REPORT_NEW_PROBLEM', {
      subject: 'p-other',
      description: reason,
    });
    expect(lead.state).toBe('all_closed');
    const { body: family } = await staff.supervisor.get(`/api/v1/cases/${now.id}/family`);
    const referred = (family.items as { procedure: string }[]).filter(
      ({ procedure }) => procedure === 'complaint',
    );
    expect(referred).toHaveLength(1);
  });
});
