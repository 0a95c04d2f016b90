/**
 * What people do with an allegation, as events, and an allegation in each of its states. `untilFinding('untrue')` is
 * one whose finding waits for approval; `AT.heard` one whose person was heard.
 */
import type { EventData } from '../../src/domain/effect.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import type { Disposition } from '../../src/machines/allegation-events.ts';
import type { Finding } from '../../src/machines/allegation-findings.ts';
import { allegation } from '../../src/machines/allegation.machine.ts';
import type { FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import * as people from './people.ts';
import { CASE, linked, member, play, playFrom, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const ALLEGATION = allegation as unknown as Procedure;

export const EVIDENCE = ['e1'];
const pair = { with: [people.SECOND_HANDLER] };
const participants = [people.SECOND_HANDLER.person];
type Family = readonly FamilyMember[];
const withFamily = (family: Family) => ({ facts: { family } });

export const open = (data: EventData = {}) =>
  linked('OPEN', { point: 'point-1', subject: people.SUBJECT.person, ...data });
export const propose = (data: EventData = {}): Played => ({
  type: 'PROPOSE_DISPOSITION',
  by: people.HANDLER,
  data: {
    disposition: 'preliminary_verification',
    isRecusalClear: true,
    isStudiedCollectively: true,
    ...data,
  },
});
export const approve = (disposition: Disposition, data: EventData = {}): Played => ({
  type: 'APPROVE_DISPOSITION',
  by: people.LEADER,
  data: { disposition, ...data },
});
export const deliverLetter = (deliveredOn = '2025-06-09'): Played => ({
  type: 'DELIVER_LETTER',
  by: people.HANDLER,
  data: { deliveredOn },
});
export const reply = (by = people.SUBJECT, data: EventData = {}): Played => ({
  type: 'SUBJECT_REPLIES',
  by,
  data: { reply: 'It was bought by tender.', ...data },
});
export const acceptExplanation = (data: EventData = {}): Played => ({
  type: 'ACCEPT_EXPLANATION',
  by: people.DEPT_HEAD,
  data: { finding: 'untrue', reason: 'The papers bear it out.', ...data },
});
export const escalate = (): Played => ({
  type: 'ESCALATE_TO_VERIFICATION',
  by: people.LEADER,
  data: { ground: 'evasive' },
});
export const interview = (): Played => ({
  type: 'RECORD_INTERVIEW',
  by: people.HANDLER,
  data: { record: 'Saw the invoices.', participants },
  ...pair,
});
export const material = (data: EventData = {}): Played => ({
  type: 'RECORD_MATERIAL',
  by: people.HANDLER,
  data,
});
export const report = (finding: Finding, data: EventData = {}): Played => ({
  type: 'SUBMIT_VERIFICATION_REPORT',
  by: people.HANDLER,
  data: { finding, evidence: EVIDENCE, participants, ...data },
  ...pair,
});
export const approveFindings = (family: Family = []): Played => ({
  type: 'APPROVE_FINDINGS',
  by: people.ORGAN_HEAD,
  ...withFamily(family),
});
export const fileCase = (family: Family = []): Played => ({
  type: 'FILE_CASE',
  by: people.ORGAN_HEAD,
  ...withFamily(family),
});
export const hear = (data: EventData = {}): Played => ({
  type: 'NOTIFY_AND_HEAR',
  by: people.HANDLER,
  data: { isDefenceChecked: true, proposedDecision: 'sanction', participants, ...data },
  ...pair,
});
export const review = (opinion: 'agree' | 'return' = 'agree'): Played => ({
  type: 'REVIEW_CASE',
  by: people.REVIEWER,
  data: { opinion, reason: 'Facts, procedure and law were checked.' },
});
export const decide = (decision: string, data: EventData = {}, family: Family = []): Played => ({
  type: 'DECIDE',
  by: people.CHAIR,
  data: {
    decision,
    ...(decision === 'sanction' && { measure: 'warning' }),
    isToleranceConsidered: true,
    members: people.votes(),
    ...data,
  },
  with: people.BOARD,
  ...withFamily(family),
});
export const deliverDecision = (data: EventData = {}): Played => ({
  type: 'DELIVER_DECISION',
  by: people.HANDLER,
  data: { deliveredOn: '2025-06-09', circle: 'department', ...data },
});
export const varied = (data: EventData, family: Family = []) => linked('DECISION_VARIED', data, { family });
export const revoked = (data: EventData = {}, family: Family = []) =>
  linked('DECISION_REVOKED', data, { family });
export const closeWithMinorHandling = (data: EventData = {}, family: Family = []): Played => ({
  type: 'CLOSE_WITH_MINOR_HANDLING',
  by: people.LEADER,
  data: { way: 'talk_reminder', isToleranceConsidered: true, ...data },
  ...withFamily(family),
});
export const close = () => linked('CLOSE');
export const transfer = (): Played => ({
  type: 'TRANSFER_CRIMINAL',
  by: people.ORGAN_HEAD,
  data: { body: 'procuratorate' },
});
export const merge = (into: string, family: Family): Played => ({
  type: 'MERGE',
  by: people.DEPT_HEAD,
  data: { into },
  ...withFamily(family),
});
export const reopen = (): Played => ({
  type: 'REOPEN',
  by: people.ORGAN_HEAD,
  data: { reason: 'new_evidence', whatIsNew: 'A contract with dates.' },
});
export const returnProposal = (): Played => ({
  type: 'RETURN_PROPOSAL',
  by: people.LEADER,
  data: { reason: 'Say what is to be checked.' },
});
export const returnFindings = (): Played => ({
  type: 'RETURN_FINDINGS',
  by: people.ORGAN_HEAD,
  data: { reason: 'Ask the supplier.' },
});
export const reviewShelf = (): Played => ({ type: 'SHELF_REVIEW', by: people.HANDLER });

const disposed = (disposition: Disposition) =>
  play(ALLEGATION, open(), propose(), approve(disposition)).snapshot;
const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(ALLEGATION, stored, ...events).snapshot;

/** Verified, with the finding proposed and not yet approved. */
export const untilFinding = (finding: Finding, data: EventData = {}) =>
  from(disposed('preliminary_verification'), interview(), report(finding, data));
export const untilApproved = (finding: Finding, data: EventData = {}) =>
  from(untilFinding(finding, data), approveFindings());
export const untilFiled = (finding: Finding = 'true', data: EventData = {}) =>
  from(untilApproved(finding, data), fileCase());
export const untilReviewed = (finding: Finding = 'true', told: EventData = {}, data: EventData = {}) =>
  from(untilFiled(finding, data), hear(told), review());

/** An error in duty that ended with a talk. */
export const closedWithTalk = () => from(untilApproved('true_error_in_duty'), closeWithMinorHandling());
/** Passed to investigation without a filed case. */
export const investigatedUnfiled = () => disposed('sent_to_investigation');
/** The complaint is back with reception. */
export const returned = () => from(blankSnapshot(ALLEGATION), open(), linked('RETURNED'));

/** A tolerance review of this allegation, determined with one outcome for its person. */
export const toleranceReview = (outcome: string | null, more: Partial<FamilyMember> = {}): FamilyMember =>
  member('tolerance_review', outcome === null ? 'proposed' : 'recorded', {
    isOpen: outcome === null,
    summary: {
      allegation: CASE,
      acts: 'point-1',
      persons: people.SUBJECT.person,
      isDetermined: outcome !== null,
      determinations: outcome === null ? '' : `point-1:${people.SUBJECT.person}:${outcome}`,
    },
    ...more,
  });

/** Where an allegation is merged into: another one on the same person, still open. */
export const TWIN: FamilyMember = {
  case: '01890000-0000-7000-8000-00000000000b',
  procedure: 'allegation',
  state: 'with_handling_dept',
  isOpen: true,
  relation: 'kin',
  summary: { subject: people.SUBJECT.person },
};

const letter = disposed('letter_inquiry');
const delivered = from(letter, deliverLetter());
const reviewed = untilReviewed();

/** An allegation in each state. */
export const AT = {
  opening: blankSnapshot(ALLEGATION),
  with_handling_dept: from(blankSnapshot(ALLEGATION), open()),
  disposition_proposed: play(ALLEGATION, open(), propose()).snapshot,
  letter_inquiry: letter,
  letter_delivered: delivered,
  reply_under_review: from(delivered, reply()),
  preliminary_verification: disposed('preliminary_verification'),
  findings_proposed: untilFinding('untrue'),
  findings_approved: untilApproved('true'),
  shelved: disposed('shelved'),
  investigating: untilFiled(),
  heard: from(untilFiled(), hear()),
  reviewed,
  closed_no_action: disposed('closed_no_action'),
  closed_untrue: from(untilApproved('untrue'), close()),
  closed_not_proven: from(untilApproved('not_proven'), close()),
  closed_minor_handling: from(untilApproved('true_minor'), closeWithMinorHandling()),
  decided_sanction: from(reviewed, decide('sanction')),
  decided_exempt: from(reviewed, decide('exempt')),
  decided_no_sanction: from(reviewed, decide('no_sanction')),
  case_dismissed: from(reviewed, decide('dismiss')),
  transferred_criminal: from(untilFiled(), transfer()),
  merged: from(blankSnapshot(ALLEGATION), open(), merge(TWIN.case, [TWIN])),
};
