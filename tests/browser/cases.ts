/** Cases as others left them, each made anew, so that no test meets what another did. */
import { colleague, familyOf } from './people.ts';

/** Who reported in `aClarification`; nobody sees this name who was not let. */
export const REPORTER = { name: '顾言秋', contact: '0000-55501234' } as const;

/**
 * A report under a real name on one point, found untrue and approved to be so: its clarification is to be assessed. Many of
 * a point stand side by side, so the point is named by the test.
 */
export async function aClarification(
  point: string,
): Promise<{ report: string; allegation: string; clarification: string }> {
  const [reception, head, leader, handler, chief] = await Promise.all(
    ['p-chen', 'p-sun', 'p-lin', 'p-zhou', 'p-zhang'].map(colleague),
  );
  const report = await reception!.open('complaint', {
    onBehalfOf: 'reporter',
    channel: 'letter',
    isRealName: true,
    subject: 'p-yang',
    reporter: REPORTER,
    content: '来信反映为亲属安排工作。',
  });
  await reception!.take(report, 'REGISTER');
  await reception!.take(report, 'ACCEPT');
  const allegations = [{ point, subject: 'p-yang', summary: '为亲属安排工作' }];
  await reception!.take(report, 'HAND_OVER', { supervisorInformed: true, allegations });
  const [allegation] = await familyOf(head!, report, 'allegation');
  const disposition = 'preliminary_verification';
  await head!.take(allegation!, 'PROPOSE_DISPOSITION', {
    disposition,
    isRecusalClear: true,
    isStudiedCollectively: true,
    reason: '线索具体,可以核查。',
  });
  await leader!.take(allegation!, 'APPROVE_DISPOSITION', { disposition });
  await handler!.take(allegation!, 'SUBMIT_VERIFICATION_REPORT', {
    participants: ['p-wu'],
    finding: 'untrue',
    evidence: ['personnel-file'],
    proposal: 'close',
    report: '经核查人事档案,所反映的问题不属实。',
  });
  await chief!.take(allegation!, 'APPROVE_FINDINGS');
  const [clarification] = await familyOf(head!, report, 'clarification');
  return { report, allegation: allegation!, clarification: clarification! };
}

/** A tolerance review of one act, verified, its person heard, the bodies consulted: to be assessed. */
export async function aTolerance(act: string, description: string): Promise<string> {
  const [head, handler, panel] = await Promise.all(['p-sun', 'p-zhou', 'p-song'].map(colleague));
  const review = await head!.open('tolerance_review', {
    event: 'OPEN_ACCOUNTABILITY',
    subject: 'p-ning',
    acts: [{ act, description }],
  });
  const participants = ['p-wu'];
  await head!.take(review, 'OPEN_EX_OFFICIO');
  await handler!.take(review, 'VERIFY', { participants });
  await handler!.take(review, 'HEAR_SUBJECT', {
    participants,
    heard: ['p-ning'],
    heardOn: await today(),
    record: '当事人说明当时没有先例可循。',
  });
  await handler!.take(review, 'SUBMIT_VERIFICATION_REPORT', {
    participants,
    evidence: ['minutes'],
    report: '逐项核实,会议记录齐全。',
  });
  await panel!.take(review, 'CONSULT', {
    opinions: [{ body: 'discipline_organ', opinion: 'no_objection' }],
  });
  return review;
}

/** The day by the clock of the sandbox. */
export async function today(): Promise<string> {
  const reader = await colleague('p-ma');
  const { now } = await reader.ask<{ now: string }>('GET', '/sandbox/clock');
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(now));
}
