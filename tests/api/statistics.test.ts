/** Figures of what was left undone: untrue and not clarified, by reason; tolerance never considered (T31). */
import { beforeAll, expect, it } from 'vitest';
import type { ClarificationCoverage, ToleranceCoverage } from '../../src/contract/statistics.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { foundUntrue, SUBJECT, staffOf, underVerification, type HandedOver, type Staff } from '../staff.ts';

describeApi('statistics', (start) => {
  let api: Api;
  let staff: Staff;
  let untrue: HandedOver & { clarification: { id: string } };
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    // Three untrue reports: one being assessed, two found to need no clarification, for one and the same reason.
    untrue = await foundUntrue(staff);
    for (let times = 0; times < 2; times++) {
      const { clarification } = await foundUntrue(staff);
      await staff.deptHead.does(clarification, 'ASSESS_NOT_NEEDED', {
        reason: 'no_effect',
        explanation: 'Nobody had heard of it.',
        participants: [staff.handler.person],
      });
    }
    await foundTo('not_proven');
    await foundTo('true_error_in_duty');
    await foundTo('true_error_in_duty', async (allegation) => {
      await staff.deptHead.opens('tolerance_review', {
        event: 'OPEN_EX_OFFICIO',
        allegation: allegation.id,
        subject: SUBJECT,
        acts: [{ act: 'act-1' }],
      });
    });
  }, 60_000);

  /** An allegation that was verified with this finding, which the head approved. */
  async function foundTo(finding: string, then?: (of: { id: string }) => Promise<void>): Promise<void> {
    const { allegation } = await underVerification(staff);
    const withMaterial = await staff.handler.does(allegation, 'RECORD_MATERIAL', { kind: 'document' });
    const proposed = await staff.handler.does(withMaterial, 'SUBMIT_VERIFICATION_REPORT', {
      participants: [staff.secondHandler.person],
      finding,
      isOfDuty: true,
      evidence: ['e1'],
    });
    await then?.(await staff.organHead.does(proposed, 'APPROVE_FINDINGS'));
    if (!then) await staff.organHead.does(proposed, 'APPROVE_FINDINGS');
  }
  const read = async <T>(caller: Caller, path: string): Promise<T> => {
    const { status, body } = await caller.get(`/api/v1/statistics/${path}`);
    expect(status).toBe(200);
    return body as T;
  };
  const clarifications = async (caller: Caller, query = '') =>
    (await read<ClarificationCoverage>(caller, `clarification-coverage${query}`)).items;
  const tolerance = async (caller: Caller, query = '') =>
    (await read<ToleranceCoverage>(caller, `tolerance-coverage${query}`)).items;

  it('say how many were clarified, and why others were not', async () => {
    const untold = { outcome: null, isOpen: false, reason: null };
    expect(await clarifications(staff.supervisor)).toEqual([
      { finding: 'not_proven', ...untold, count: 1 },
      { finding: 'true_error_in_duty', ...untold, count: 2 },
      { finding: 'untrue', outcome: 'assessing', isOpen: true, reason: null, count: 1 },
      { finding: 'untrue', outcome: 'not_needed', isOpen: false, reason: 'no_effect', count: 2 },
    ]);
  });

  it('say for how many errors in duty tolerance was considered, and for how many never', async () => {
    const error = { finding: 'true_error_in_duty', decision: null };
    expect(await tolerance(staff.supervisor)).toEqual([
      { ...error, review: null, isOpen: false, count: 1 },
      { ...error, review: 'accepted', isOpen: true, count: 1 },
    ]);
  });

  it('count what was opened in the period and nothing else', async () => {
    const { body } = await staff.supervisor.get(`/api/v1/cases/${untrue.allegation.id}`);
    const { openedAt } = body as { openedAt: string };
    const until = `?to=${encodeURIComponent(openedAt)}`;
    const since = `?from=${encodeURIComponent(openedAt)}`;
    expect(await clarifications(staff.supervisor, until)).toEqual([]);
    expect(await clarifications(staff.supervisor, since)).toEqual(await clarifications(staff.supervisor));
    const both = `${since}&to=${encodeURIComponent(new Date(Date.parse(openedAt) + 1).toISOString())}`;
    expect(await clarifications(staff.supervisor, both)).toEqual([
      { finding: 'untrue', outcome: 'assessing', isOpen: true, reason: null, count: 1 },
    ]);
    expect(await tolerance(staff.supervisor, both)).toEqual([]);
  });

  it('count nothing of what concerns whoever asks, and all of it for an auditor', async () => {
    const concerned = await api.as(SUBJECT, ['case_supervisor']);
    expect([await clarifications(concerned), await tolerance(concerned)]).toEqual([[], []]);
    expect(await clarifications(staff.auditor)).toEqual(await clarifications(staff.supervisor));
    expect(await tolerance(staff.auditor)).toEqual(await tolerance(staff.supervisor));
  });

  it('name no case and no person', async () => {
    const { text } = await staff.auditor.get('/api/v1/statistics/clarification-coverage');
    for (const said of [SUBJECT, untrue.allegation.id, untrue.clarification.id])
      expect(text).not.toContain(said);
  });
});
