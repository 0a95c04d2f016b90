/**
 * Who reads which paper: those it is addressed to, in the part they have in the case; and what no paper says: who
 * reported, and what the report says.
 */
import { beforeAll, expect, it } from 'vitest';
import { describeApi, type Api } from '../harness.ts';
import {
  aComplaint,
  foundUntrue,
  handedOver,
  staffOf,
  SUBJECT,
  theAllegationOf,
  type Staff,
} from '../staff.ts';
import { readPdf } from './pdf-text.ts';
import { codesOf, listOf, pageOf, pdfOf, ROOT } from './reading.ts';

/** A decision on the person, by a body of three, with a reason addressed to the person. */
async function decided(staff: Staff, reason: string) {
  const { handler, secondHandler, organHead } = staff;
  const { allegation } = await underCheck(staff);
  const withMaterial = await handler.does(allegation, 'RECORD_MATERIAL', { kind: 'document' });
  const proposed = await handler.does(withMaterial, 'SUBMIT_VERIFICATION_REPORT', {
    participants: [secondHandler.person],
    finding: 'true',
    evidence: ['e1'],
    report: 'Report for the file.',
  });
  return organHead.does(await organHead.does(proposed, 'APPROVE_FINDINGS'), 'FILE_CASE', {
    reason,
  });
}
async function underCheck(staff: Staff, data: Record<string, unknown> = {}) {
  const { complaint, allegation } = await handedOver(staff, data);
  const proposed = await staff.deptHead.does(allegation, 'PROPOSE_DISPOSITION', {
    disposition: 'preliminary_verification',
    isRecusalClear: true,
    isStudiedCollectively: true,
    reason: 'Internal view on the lead.',
  });
  return {
    complaint,
    allegation: await staff.leader.does(proposed, 'APPROVE_DISPOSITION', {
      disposition: 'preliminary_verification',
    }),
  };
}

describeApi('papers and parties', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  /** The number that papers call a case by. */
  const numberOf = async ({ id }: { id: string }): Promise<string> => {
    const { rows } = await api.knex.raw<{ rows: { number: string }[] }>(
      'select number from case_numbers where case_id = ?',
      [id],
    );
    return rows[0]!.number;
  };

  it('a reporter reads what was addressed to the reporter, and nobody else’s', async () => {
    const opened = await staff.reporter.opens('complaint', {
      channel: 'web',
      content: 'x',
      subject: SUBJECT,
    });
    const noted = await staff.reception.does(opened, 'REGISTER');
    await staff.reception.does(noted, 'DECLINE', {
      reason: 'no_substance',
      explanation: 'No point to check.',
    });
    const all = await listOf(staff.supervisor, opened);
    expect(codesOf(all)).toEqual(expect.arrayContaining(['non_acceptance_record', 'intake_record']));
    const own = await listOf(staff.reporter, opened);
    expect(own.every(({ recipients }) => recipients.includes('reporter'))).toBe(true);
    for (const paper of all) {
      const { status } = await pageOf(staff.reporter, paper);
      expect([paper.paper, status]).toEqual([paper.paper, paper.recipients.includes('reporter') ? 200 : 404]);
    }
    expect((await pageOf(staff.otherReporter, all[0]!)).status).toBe(404);
    expect((await staff.otherReporter.get(`${ROOT}/${opened.id}/papers`)).status).toBe(404);
    expect((await staff.auditor.get(`${ROOT}/${opened.id}/papers`)).status).toBe(404);
  });

  it('a confirmed reporter under a real name reads the notice of acceptance', async () => {
    const opened = await staff.reporter.opens('complaint', {
      channel: 'web',
      isRealName: true,
      reporter: { name: 'Quill', contact: 'here' },
      content: 'x',
      subject: SUBJECT,
    });
    const noted = await staff.reception.does(opened, 'REGISTER');
    const known = await staff.reception.does(noted, 'CONFIRM_IDENTITY', { result: 'confirmed_real_name' });
    await staff.reception.does(known, 'ACCEPT');
    const own = await listOf(staff.reporter, opened);
    expect(codesOf(own)).toEqual(['acceptance_notice']);
    const page = await pageOf(staff.reporter, own[0]!);
    expect(page.text).toContain('现予受理');
    expect(page.text).not.toContain(SUBJECT);
  });

  it('whoever is reported and also holds a key as reporter reads nothing of a complaint that is not theirs', async () => {
    const both = await api.as(SUBJECT, ['reporter', 'subject']);
    const complaint = await aComplaint(staff);
    expect((await both.get(`${ROOT}/${complaint.id}/papers`)).status).toBe(404);
  });

  it('whoever opened a complaint as reporter reads no paper to a subject in it', async () => {
    const both = await api.as('p-both', ['reporter', 'subject']);
    const opened = await both.opens('complaint', { channel: 'web', content: 'x', subject: 'p-both' });
    await staff.reception.does(opened, 'REGISTER');
    expect(await listOf(both, opened)).toEqual([]);
  });

  it('a reporter who appeals reads the papers of the appeal, and none of them says whose it is', async () => {
    const { reporter, reception, handler, secondHandler, organHead, deptHead, leader } = staff;
    const opened = await reporter.opens('complaint', { channel: 'web', content: 'x', subject: SUBJECT });
    const accepted = await reception.does(await reception.does(opened, 'REGISTER'), 'ACCEPT');
    const complaint = await reception.does(accepted, 'HAND_OVER', {
      supervisorInformed: true,
      allegations: [{ point: 'point-1', subject: SUBJECT }],
    });
    const disposition = { disposition: 'preliminary_verification' };
    const proposed = await deptHead.does(await theAllegationOf(staff, complaint), 'PROPOSE_DISPOSITION', {
      ...disposition,
      isRecusalClear: true,
      isStudiedCollectively: true,
    });
    const allegation = await leader.does(proposed, 'APPROVE_DISPOSITION', disposition);
    const reported = await handler.does(
      await handler.does(allegation, 'RECORD_MATERIAL', { kind: 'document' }),
      'SUBMIT_VERIFICATION_REPORT',
      { participants: [secondHandler.person], finding: 'not_proven', evidence: ['e1'] },
    );
    await organHead.does(reported, 'APPROVE_FINDINGS');
    const today = new Date().toISOString().slice(0, 10);
    const appeal = await reporter.opens('appeal', {
      event: 'FILE',
      on: complaint.id,
      track: 'petition_reply',
      deliveredOn: today,
      receivedOn: today,
      grounds: 'Marmalade of the appeal',
    });
    const own = await listOf(reporter, appeal);
    expect(own.length).toBeGreaterThan(0);
    expect(own.every(({ recipients }) => recipients.includes('reporter'))).toBe(true);
    const number = await numberOf(appeal);
    for (const paper of await listOf(staff.supervisor, appeal))
      for (const lang of ['zh', 'en']) {
        const { text } = await pageOf(staff.supervisor, paper, `html?lang=${lang}`);
        expect(text).toContain(number);
        expect([paper.paper, text.includes(reporter.person), text.includes('Marmalade')]).toEqual([
          paper.paper,
          false,
          false,
        ]);
      }
  });

  it('the person concerned reads the clarification, and not the papers of the file', async () => {
    const { clarification } = await foundUntrue(staff);
    const needed = await staff.handler.does(clarification, 'ASSESS_NEEDED', {
      ground: await firstGround(api),
      damage: 'unit',
      reason: 'Internal assessment.',
    });
    const checked = await staff.reviewer.does(needed, 'PASS_CHECK', { reason: 'Nothing against it.' });
    await staff.deptHead.does(checked, 'CONSULT_SUBJECT', {
      agrees: true,
      forms: ['written'],
      circle: 'unit',
    });
    const own = await listOf(staff.subject, clarification);
    expect(codesOf(own)).toContain('notice_of_intended_clarification');
    expect(own.every(({ recipients }) => recipients.includes('subject'))).toBe(true);
    const page = await pageOf(staff.subject, own[0]!);
    expect(page.text).toContain('不属实');
    const assessment = (await listOf(staff.supervisor, clarification)).find(
      ({ paper }) => paper === 'assessment_sheet',
    )!;
    expect((await pageOf(staff.supervisor, assessment)).text).toContain('Internal assessment.');
    expect((await pageOf(staff.subject, assessment)).status).toBe(404);
  });

  it('a decision tells the person the reasons addressed to them', async () => {
    await staff.administrator.put(`/api/v1/people/${SUBJECT}`, { name: '田文斌' });
    const filed = await decided(staff, 'Reason for the person.');
    const decision = (await listOf(staff.supervisor, filed)).find(
      ({ paper }) => paper === 'filing_decision',
    )!;
    const page = await pageOf(staff.supervisor, decision);
    expect(page.text).toContain('Reason for the person.');
    expect(page.text).toContain('田文斌（被反映人）：');
    expect(page.text).toContain(await numberOf(filed));
    expect(page.text).not.toContain(filed.id);
    expect(page.text).not.toContain('Internal view');
    expect(readPdf((await pdfOf(staff.supervisor, decision)).bytes).text).toContain('Reason for the person.');
  });
});

const firstGround = (api: Api): Promise<string> =>
  Promise.resolve(api.runtime.profiles.get('cn-default')!.profile.lists.clarification_grounds[0]!.code);

describeApi('what is sealed', (start) => {
  const SECRETS = [
    'Quillfeather',
    '羽毛笔',
    'Tidewater',
    'canary-7731',
    'Marmalade',
    '橘子酱',
    'ferry-remark',
    'point-summary',
  ];

  it('is on no paper, in no language and no form', { timeout: 60_000 }, async () => {
    const api = await start();
    const staff = await staffOf(api);
    const { reception, supervisor } = staff;
    const opened = await reception.opens('complaint', {
      onBehalfOf: 'reporter',
      channel: 'visit',
      isRealName: true,
      subject: SUBJECT,
      content: 'Marmalade 橘子酱',
      reporter: { name: 'Quillfeather 羽毛笔', unit: 'Tidewater', contact: 'canary-7731' },
    });
    const noted = await reception.does(opened, 'REGISTER', { remark: 'ferry-remark' });
    const known = await reception.does(noted, 'CONFIRM_IDENTITY', {
      result: 'confirmed_real_name',
      remark: 'ferry-remark Quillfeather',
    });
    const accepted = await reception.does(known, 'ACCEPT', { remark: 'ferry-remark' });
    const complaint = await reception.does(accepted, 'HAND_OVER', {
      supervisorInformed: true,
      allegations: [{ point: 'point-1', subject: SUBJECT, summary: 'point-summary Marmalade' }],
    });
    const allegation = await theAllegationOf(staff, complaint);
    const proposed = await staff.deptHead.does(allegation, 'PROPOSE_DISPOSITION', {
      disposition: 'letter_inquiry',
      isRecusalClear: true,
      isStudiedCollectively: true,
      reason: 'internal-reason',
    });
    await staff.leader.does(proposed, 'APPROVE_DISPOSITION', {
      disposition: 'letter_inquiry',
      reason: 'internal-reason',
    });
    const papers = [...(await listOf(supervisor, complaint)), ...(await listOf(supervisor, allegation))];
    expect(codesOf(papers)).toEqual(
      expect.arrayContaining([
        'intake_record',
        'sealed_identity_slip',
        'acceptance_notice',
        'handover_list',
        'letter_of_inquiry',
      ]),
    );
    const leaks: string[] = [];
    for (const paper of papers)
      for (const lang of ['zh', 'en'])
        for (const [form, text] of [
          ['html', (await pageOf(supervisor, paper, `html?lang=${lang}`)).text],
          ['pdf', readPdf((await pdfOf(supervisor, paper, lang)).bytes).text],
        ] as const) {
          expect([paper.paper, lang, form, text.length > 80]).toEqual([paper.paper, lang, form, true]);
          const isToSubject = paper.recipients.includes('subject');
          const banned = isToSubject ? [...SECRETS, 'internal-reason'] : SECRETS;
          leaks.push(
            ...banned.filter((word) => text.includes(word)).map((word) => `${paper.paper} ${form}: ${word}`),
          );
        }
    expect(leaks).toEqual([]);
    // The same search finds what is meant to be there.
    const proposal = papers.find(({ paper }) => paper === 'disposition_proposal')!;
    expect((await pageOf(supervisor, proposal)).text).toContain('internal-reason');
    const { rows } = await api.knex.raw(`select to_jsonb(p) - 'sealed' as row from papers p`);
    expect(SECRETS.filter((word) => JSON.stringify(rows).includes(word))).toEqual([]);
  });
});
