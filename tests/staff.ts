/** The people of one body as callers of an API, and the complaints they work on. One person, one key. */
import type { CaseView } from '../src/contract/cases.ts';
import type { Role } from '../src/domain/vocabulary.ts';
import type { Caller } from './caller.ts';
import type { Api } from './harness.ts';

const STAFF = {
  reception: ['p-reception', ['reception_officer']],
  handler: ['p-handler', ['handler']],
  secondHandler: ['p-handler-2', ['handler']],
  deptHead: ['p-dept-head', ['handling_dept_head']],
  supervisor: ['p-supervisor', ['case_supervisor']],
  reviewer: ['p-reviewer', ['reviewer']],
  leader: ['p-leader', ['approver_incharge']],
  organHead: ['p-organ-head', ['approver_head']],
  superior: ['p-superior', ['superior_body']],
  auditor: ['p-auditor', ['auditor']],
  reporter: ['p-reporter', ['reporter']],
  otherReporter: ['p-reporter-2', ['reporter']],
  subject: ['p-subject', ['subject']],
  system: ['portal', ['api_client']],
  administrator: ['p-administrator', ['administrator']],
} as const satisfies Record<string, readonly [string, readonly Role[]]>;

export type Staff = Record<keyof typeof STAFF, Caller>;

/** Everybody, each with a key of their own. */
export async function staffOf(api: Api): Promise<Staff> {
  const callers = await Promise.all(
    Object.entries(STAFF).map(
      async ([name, [person, roles]]) => [name, await api.as(person, roles)] as const,
    ),
  );
  return Object.fromEntries(callers) as Staff;
}

export const SUBJECT = 'p-subject';

/** A complaint about the subject, as it comes in by letter. */
export const aComplaint = ({ reception }: Staff, data: Record<string, unknown> = {}): Promise<CaseView> =>
  reception.opens('complaint', { channel: 'letter', subject: SUBJECT, content: 'See enclosure.', ...data });

export const registered = async (staff: Staff, data?: Record<string, unknown>): Promise<CaseView> =>
  staff.reception.does(await aComplaint(staff, data), 'REGISTER');

export interface HandedOver {
  readonly complaint: CaseView;
  readonly allegation: CaseView;
}

/** A complaint with the department, with one allegation. */
export async function handedOver(staff: Staff, data?: Record<string, unknown>): Promise<HandedOver> {
  const { reception } = staff;
  const accepted = await reception.does(await registered(staff, data), 'ACCEPT');
  const complaint = await reception.does(accepted, 'HAND_OVER', {
    supervisorInformed: true,
    allegations: [{ point: 'point-1', subject: SUBJECT }],
  });
  return { complaint, allegation: await theAllegationOf(staff, complaint) };
}

/** The newest allegation of a complaint. */
export async function theAllegationOf({ supervisor }: Staff, { id }: { id: string }): Promise<CaseView> {
  const { body } = await supervisor.get(`/api/v1/cases/${id}/family`);
  const found = (body.items as { id: string; procedure: string }[]).filter(
    ({ procedure }) => procedure === 'allegation',
  );
  return supervisor.reads(found.at(-1)!.id);
}

/** An allegation under preliminary verification. */
export async function underVerification(staff: Staff): Promise<HandedOver> {
  const { complaint, allegation } = await handedOver(staff);
  const proposed = await staff.deptHead.does(allegation, 'PROPOSE_DISPOSITION', {
    disposition: 'preliminary_verification',
    isRecusalClear: true,
    isStudiedCollectively: true,
  });
  return {
    complaint,
    allegation: await staff.leader.does(proposed, 'APPROVE_DISPOSITION', {
      disposition: 'preliminary_verification',
    }),
  };
}

/** An allegation that was found untrue, the complaint that waits for its closing, and the clarification that opened. */
export async function foundUntrue(staff: Staff): Promise<HandedOver & { clarification: CaseView }> {
  const { handler, secondHandler, organHead, supervisor } = staff;
  const { complaint, allegation } = await underVerification(staff);
  const withMaterial = await handler.does(allegation, 'RECORD_MATERIAL', { kind: 'document' });
  const proposed = await handler.does(withMaterial, 'SUBMIT_VERIFICATION_REPORT', {
    participants: [secondHandler.person],
    finding: 'untrue',
    evidence: ['e1'],
  });
  const approved = await organHead.does(proposed, 'APPROVE_FINDINGS');
  const { body } = await supervisor.get(`/api/v1/cases/${complaint.id}/family`);
  const opened = (body.items as { id: string; procedure: string }[]).find(
    ({ procedure }) => procedure === 'clarification',
  );
  return {
    complaint: await supervisor.reads(complaint),
    allegation: approved,
    clarification: await supervisor.reads(opened!.id),
  };
}
