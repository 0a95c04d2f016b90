/**
 * The rows of a complaint as the domain brief has them (A1 to A11, A23 to A25): what each does, what it leaves owed, and
 * for whom it is.
 */
import type { Role } from '../../src/domain/vocabulary.ts';
import type { StoredSnapshot } from '../../src/engine/step.ts';
import { IDENTITIES } from '../../src/machines/complaint-events.ts';
import { OUTCOMES } from '../../src/machines/complaint-outcome.ts';
import * as act from './complaint-acts.ts';
import { AT, COMPLAINT, NAMED } from './complaint-acts.ts';
import { SUBJECT } from './people.ts';
import { CASE, linked, OTHER_CASE, remembering } from './play.ts';
import type { RowExample } from './tables.ts';

const NOBODY: readonly Role[] = [];
const RECEPTION: readonly Role[] = ['reception_officer'];
const at = (state: string): StoredSnapshot => AT[state as keyof typeof AT];
const everyState = Object.keys(COMPLAINT.states);
const isOpen = (state: string) => COMPLAINT.states[state]?.isClosed !== true;
const open = everyState.filter(isOpen).map(at);
const closed = everyState.filter((state) => !isOpen(state));
const reopenable = closed.filter((state) => state !== 'merged').map(at);
/** A piece that repeats another keeps its own reporter's rights after it was retained. */
const asLinkedPiece = (stored: StoredSnapshot) => remembering(stored, { parent: OTHER_CASE });
const withIdentity = (stored: StoredSnapshot, identity: string): StoredSnapshot => ({
  ...stored,
  value: { ...stored.value, identity },
});

const IDENTITY_DEEDS: Record<string, readonly string[]> = {
  confirmed_real_name: ['paper identity_check_note > reception_officer'],
};
const NOT_CONFIRMED = [
  'stop report.accept_notice',
  'stop report.feedback',
  'paper identity_check_note > reception_officer',
];

const INTAKE: readonly RowExample[] = [
  {
    row: 'A1-referred',
    from: [AT.opening],
    event: linked('REFERRED', { subject: SUBJECT.person, origin: 'false_accusation', from: CASE }),
    to: 'received',
    deeds: ['start report.route_out', 'paper intake_record > reception_officer'],
    who: [],
  },
  {
    row: 'A1',
    from: [AT.opening],
    event: act.submit(),
    to: 'received',
    deeds: [
      'start report.receipt_ack',
      'start report.accept_notice',
      'start report.route_out',
      'paper intake_record > reception_officer',
    ],
    who: ['reporter', 'reception_officer', 'superior_body', 'org_personnel', 'api_client'],
    recordedBy: RECEPTION,
  },
  {
    row: 'A1-acknowledge',
    from: open,
    event: act.acknowledge(),
    deeds: ['stop report.receipt_ack', 'paper acknowledgement_of_receipt > reporter'],
    who: RECEPTION,
  },
  {
    row: 'A2',
    from: [act.from(AT.opening, act.submitNamed())],
    event: act.register(),
    to: 'registered',
    deeds: ['paper register_entry > reception_officer', 'paper sealed_identity_slip > identity_custodian'],
    who: RECEPTION,
  },
  {
    row: 'A3-name',
    from: everyState.map((state) => (isOpen(state) ? at(state) : asLinkedPiece(at(state)))),
    event: act.nameReporter(),
    deeds: ['paper sealed_identity_slip > identity_custodian'],
    who: ['reporter'],
    recordedBy: RECEPTION,
  },
  ...IDENTITIES.map((result): RowExample => ({
    row: `A3-${result}`,
    from: ['unverified', ...IDENTITIES]
      .filter((identity) => identity !== result)
      .map((identity) => withIdentity(NAMED.unverified, identity)),
    event: act.confirm(result),
    deeds: IDENTITY_DEEDS[result] ?? NOT_CONFIRMED,
    who: RECEPTION,
  })),
  {
    row: 'A4',
    from: [act.STUB],
    event: act.sendSealedUp(),
    to: 'escalated_sealed',
    deeds: ['stop all clocks', 'stop report.route_out', 'paper transmittal > approver_head, superior_body'],
    who: RECEPTION,
  },
  {
    row: 'A5',
    from: [act.ABOUT_HEAD],
    event: act.sendUpOwnHead(),
    to: 'escalated_sealed',
    deeds: ['stop all clocks', 'stop report.route_out', 'paper transmittal > superior_body'],
    who: RECEPTION,
  },
  {
    row: 'A6',
    from: [AT.registered],
    event: act.routeOut(),
    to: 'routed_out',
    deeds: ['stop all clocks', 'stop report.route_out', 'paper transfer_letter > other_body'],
    who: RECEPTION,
  },
  {
    row: 'A6-partial',
    from: [AT.registered],
    event: act.routeOut(true),
    deeds: ['paper transfer_letter > other_body'],
    who: RECEPTION,
  },
  {
    row: 'A7',
    from: [NAMED.registered],
    event: act.declineIt(),
    to: 'not_accepted',
    deeds: [
      'stop all clocks',
      'stop report.accept_notice',
      'stop report.route_out',
      'paper non_acceptance_notice > reporter',
      'paper non_acceptance_record > reception_officer',
    ],
    who: [...RECEPTION, 'approver_incharge'],
  },
  {
    row: 'A8',
    from: [AT.registered],
    event: act.linkDuplicate(),
    to: 'retained',
    deeds: [
      'stop all clocks',
      'stop report.accept_notice',
      'stop report.route_out',
      'paper link_note > reception_officer',
      `send ${OTHER_CASE} DUPLICATE_LINKED`,
    ],
    who: RECEPTION,
  },
  {
    row: 'A-merge',
    from: [AT.registered, AT.accepted],
    event: act.merge(),
    to: 'merged',
    deeds: ['stop all clocks', 'paper merger_note > case_supervisor', `send ${OTHER_CASE} DUPLICATE_LINKED`],
    who: [...RECEPTION, 'handling_dept_head'],
  },
  {
    row: 'A9',
    from: [NAMED.registered],
    event: act.accept(),
    to: 'accepted',
    deeds: [
      'stop report.route_out',
      'start report.hand_over',
      'paper acceptance_record > reception_officer',
      'paper acceptance_notice > reporter',
    ],
    who: RECEPTION,
  },
  {
    row: 'A9-deliver',
    from: [NAMED.accepted, NAMED.with_handling_dept],
    event: act.deliverNotice(),
    deeds: ['stop report.accept_notice', 'paper delivery_record > reception_officer'],
    who: RECEPTION,
  },
];

const HANDLING: readonly RowExample[] = [
  {
    row: 'A10',
    from: [AT.accepted],
    event: act.handOver(),
    to: 'with_handling_dept',
    deeds: [
      'stop report.hand_over',
      'open allegation OPEN',
      'paper handover_list > handling_dept, case_supervisor',
    ],
    who: RECEPTION,
  },
  {
    row: 'A10-add',
    from: [AT.with_handling_dept],
    event: act.addAllegation(),
    deeds: [
      'stop report.feedback',
      'stop report.close',
      'open allegation OPEN',
      'paper handover_list > handling_dept, case_supervisor',
    ],
    who: ['handling_dept_head', ...RECEPTION],
  },
  {
    row: 'A11',
    from: [AT.with_handling_dept],
    event: act.returnToReception(),
    to: 'registered',
    deeds: ['tell allegation RETURNED', 'start report.route_out', 'paper return_note > reception_officer'],
    who: ['handling_dept_head'],
  },
  {
    row: 'A18-findings',
    from: [NAMED.with_handling_dept],
    event: act.findingsApproved([act.found('untrue')]),
    deeds: ['start report.feedback', 'start report.close'],
    who: NOBODY,
  },
  {
    row: 'A24-allegation',
    from: [NAMED.with_handling_dept],
    event: act.allegationConcluded([act.ended('closed_no_action')]),
    deeds: ['start report.feedback', 'start report.close'],
    who: NOBODY,
  },
  {
    row: 'A25-allegation-open',
    from: open,
    event: act.allegationReopened(),
    deeds: ['stop report.feedback', 'stop report.close'],
    who: NOBODY,
  },
  {
    row: 'A25-allegation-closed',
    from: reopenable,
    event: act.allegationReopened(),
    to: 'with_handling_dept',
    deeds: ['paper reopening_sheet > handling_dept, case_supervisor'],
    who: NOBODY,
  },
  {
    row: 'A23-extended',
    from: [...open, at('retained')].map((stored) =>
      remembering(stored, { isRealName: true, parent: OTHER_CASE, isFeedbackGiven: false }),
    ),
    event: act.allegationExtended(),
    deeds: ['paper longer_handling_note > reporter'],
    who: NOBODY,
  },
  {
    row: 'A8-linked',
    from: open,
    event: act.duplicateLinked({ newFacts: true }),
    deeds: ['notify new_facts_in_linked_complaint > handling_dept, approver_head'],
    owes: ['new_allegation'],
    who: NOBODY,
  },
  {
    row: 'A8-linked-closed',
    from: closed.map(at).map((stored) => remembering(stored, { parent: null })),
    event: act.duplicateLinked({ newFacts: true }),
    deeds: ['notify new_facts_in_linked_complaint > handling_dept, approver_head'],
    owes: ['new_allegation'],
    who: NOBODY,
  },
  {
    row: 'A8-identified',
    from: everyState
      .map((state) => remembering(at(state), { parent: null }))
      .map((stored) => act.from(stored, act.duplicateLinked())),
    event: act.duplicateIdentified(true),
    deeds: ['record'],
    who: NOBODY,
  },
  {
    row: 'A23',
    from: [NAMED.concluded, ...Object.values(NAMED.closed)],
    event: act.giveFeedback({ newEvidence: true }),
    deeds: ['stop report.feedback', 'paper feedback_record > handling_dept'],
    owes: ['check_new_evidence'],
    who: ['handler', 'handling_dept_head', ...RECEPTION],
  },
  {
    row: 'A23-check',
    from: [NAMED.concluded, ...Object.values(NAMED.closed)].map((stored) =>
      act.from(stored, act.giveFeedback({ newEvidence: true })),
    ),
    event: act.recordCheck(),
    deeds: ['paper check_record > handling_dept'],
    meets: ['check_new_evidence'],
    who: ['handler', 'handling_dept_head'],
  },
  {
    row: 'A-withdrawal',
    from: open,
    event: act.recordWithdrawal(),
    deeds: ['paper withdrawal_note > handling_dept, case_supervisor'],
    who: [...RECEPTION, 'handler', 'handling_dept_head'],
  },
  ...OUTCOMES.map((outcome): RowExample => ({
    row: `A24-${outcome}`,
    from: [AT.with_handling_dept],
    event: act.close([act.ended(outcome)]),
    to: outcome,
    deeds: [
      'stop all clocks',
      'tell allegation CLOSE',
      'paper closing_checklist > case_supervisor',
      'paper archive_volume > case_supervisor',
    ],
    who: ['handling_dept_head'],
  })),
  {
    row: 'A25',
    from: reopenable,
    event: act.reopen(),
    to: 'registered',
    deeds: ['start report.route_out', 'paper reopening_sheet > reception_officer, case_supervisor'],
    who: ['approver_head', 'superior_body'],
  },
];

export const COMPLAINT_ROWS: readonly RowExample[] = [...INTAKE, ...HANDLING];
