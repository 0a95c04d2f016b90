/** The rows of a tolerance review as the domain brief has them (C1 to C18): what each does and for whom it is. */
import type { Role } from '../../src/domain/vocabulary.ts';
import * as act from './tolerance-acts.ts';
import { AT, EX_OFFICIO, JOINED, TOLERANCE } from './tolerance-acts.ts';
import { linked } from './play.ts';
import type { RowExample } from './tables.ts';

const HANDLING: readonly Role[] = ['handler', 'handling_dept_head'];
const APPLYING: readonly Role[] = ['subject', 'subject_unit'];
const RECORDING: readonly Role[] = [...HANDLING, 'reception_officer'];
const RIGHT = 'paper notice_of_right_to_apply > subject, subject_unit';
const opened = 'tell allegation TOLERANCE_OPENED';

const INTAKE: readonly RowExample[] = [
  {
    row: 'C2-open',
    from: [AT.opening],
    event: act.openAccountability(),
    to: 'right_notified',
    deeds: ['start tol.apply', RIGHT, opened],
    who: HANDLING,
  },
  {
    row: 'C1',
    from: [AT.opening],
    event: act.openExOfficio(),
    to: 'accepted',
    deeds: ['start tol.verify', 'paper initiation_sheet > handling_dept', RIGHT, opened],
    who: HANDLING,
  },
  {
    row: 'C3-open',
    from: [AT.opening],
    event: act.applyFor(),
    to: 'applied',
    deeds: ['start tol.accept', 'paper tolerance_application > handling_dept', opened],
    who: APPLYING,
    recordedBy: RECORDING,
  },
  {
    row: 'C3',
    from: [AT.right_notified],
    event: act.applyFor(),
    to: 'applied',
    deeds: ['stop tol.apply', 'start tol.accept', 'paper tolerance_application > handling_dept'],
    who: APPLYING,
    recordedBy: RECORDING,
  },
  {
    row: 'C3-join',
    from: [EX_OFFICIO.accepted, EX_OFFICIO.verifying, EX_OFFICIO.heard],
    event: act.applyFor(),
    deeds: ['stop tol.apply', 'paper tolerance_application > handling_dept'],
    who: APPLYING,
    recordedBy: RECORDING,
  },
  {
    row: 'C1-notified',
    from: [AT.right_notified, AT.applied, AT.curing],
    event: act.openExOfficio(),
    to: 'accepted',
    deeds: [
      'stop tol.apply',
      'stop tol.accept',
      'stop tol.cure',
      'start tol.verify',
      'paper initiation_sheet > handling_dept',
    ],
    who: HANDLING,
  },
  {
    row: 'C1-still-owed',
    from: [AT.withdrawn, act.refusedAsLate()],
    event: act.openExOfficio(),
    to: 'accepted',
    deeds: ['start tol.verify', 'paper initiation_sheet > handling_dept', opened],
    meets: ['ex_officio_review'],
    who: HANDLING,
  },
  {
    row: 'C2',
    from: [AT.right_notified, AT.accepted, AT.verifying],
    event: act.notifyRight(),
    deeds: [RIGHT],
    who: HANDLING,
  },
  {
    row: 'C2',
    from: [EX_OFFICIO.accepted, EX_OFFICIO.verifying],
    event: act.notifyRight(),
    deeds: ['start tol.apply', RIGHT],
    who: HANDLING,
  },
  {
    row: 'C-scope',
    from: [AT.right_notified, AT.applied, AT.curing, AT.accepted, AT.verifying, AT.heard],
    event: act.addToScope({ acts: [{ act: 'act-2' }] }),
    deeds: [RIGHT],
    who: ['handling_dept_head'],
  },
  {
    row: 'C4',
    from: [AT.applied],
    event: act.askCure(),
    to: 'curing',
    deeds: ['stop tol.accept', 'start tol.cure', 'paper cure_list > subject, subject_unit'],
    who: HANDLING,
  },
  {
    row: 'C4-cure',
    from: [AT.curing],
    event: act.cure(),
    to: 'applied',
    deeds: ['stop tol.cure', 'start tol.accept', 'paper cured_papers > handling_dept'],
    who: APPLYING,
    recordedBy: RECORDING,
  },
  {
    row: 'C5',
    from: [AT.applied, AT.curing],
    event: act.refuseIntake(),
    to: 'refused_intake',
    deeds: ['stop all clocks', 'paper reasoned_refusal > subject, subject_unit'],
    who: ['approver_incharge'],
  },
  {
    row: 'C6',
    from: [AT.applied, AT.curing],
    event: act.accept(),
    to: 'accepted',
    deeds: [
      'stop tol.accept',
      'stop tol.cure',
      'start tol.verify',
      'paper acceptance_notice > subject, subject_unit',
    ],
    who: ['handling_dept_head'],
  },
];

const MERITS: readonly RowExample[] = [
  {
    row: 'C7',
    from: [AT.accepted],
    event: act.verify(),
    to: 'verifying',
    deeds: ['paper verification_record > handling_dept'],
    who: HANDLING,
  },
  {
    row: 'C9',
    from: [AT.verifying, AT.heard],
    event: act.hear(),
    to: 'heard',
    deeds: ['paper hearing_record > handling_dept'],
    who: HANDLING,
  },
  {
    row: 'C9-report',
    from: [AT.heard, act.from(AT.heard, act.consult())],
    event: act.submitReport(),
    deeds: [
      'stop tol.verify',
      'start tol.decide',
      'paper verification_report > handling_dept, collegial_body',
    ],
    who: HANDLING,
  },
  {
    row: 'C10',
    from: [AT.heard, AT.consulted],
    event: act.consult(),
    to: 'consulted',
    deeds: ['paper opinions_of_consulted_bodies > handling_dept'],
    who: ['tolerance_panel', ...HANDLING],
  },
  {
    row: 'C11',
    from: [AT.consulted, AT.proposed],
    event: act.propose(),
    to: 'proposed',
    deeds: ['paper determination_proposal > collegial_body'],
    who: HANDLING,
  },
  {
    row: 'C-return',
    from: [AT.proposed],
    event: act.returnForMore(),
    to: 'verifying',
    deeds: ['stop tol.decide', 'start tol.verify', 'paper return_opinion > handling_dept'],
    who: ['collegial_body', 'tolerance_panel'],
  },
  {
    row: 'C12',
    from: [AT.proposed],
    event: act.decide(),
    to: 'determined',
    deeds: [
      'stop tol.decide',
      'start tol.deliver',
      'start tol.record',
      'paper determination_decision > handling_dept',
      'notify rectification_owed > handling_dept',
    ],
    owes: ['apply_to_accountability', 'rectification'],
    who: ['collegial_body'],
  },
];

const AFTERWARDS: readonly RowExample[] = [
  {
    row: 'C13',
    from: [AT.determined],
    event: act.deliver(),
    to: 'delivered',
    deeds: [
      'stop tol.deliver',
      'paper determination_decision > subject, subject_unit',
      'paper how_to_seek_review > subject',
      'paper delivery_record > handling_dept',
      'open appeal OPEN',
    ],
    owes: ['appeal'],
    who: HANDLING,
  },
  {
    row: 'C14',
    from: [AT.delivered],
    event: act.record(),
    to: 'recorded',
    deeds: [
      'stop all clocks',
      'paper tolerance_filing > discipline_organ, org_personnel',
      'paper filing_receipt > case_supervisor',
      'tell allegation TOLERANCE_RECORDED',
    ],
    who: ['case_supervisor'],
  },
  {
    row: 'C15',
    from: [AT.determined, AT.delivered, AT.recorded],
    event: act.applyToAccountability(),
    deeds: ['paper liability_decision > subject, subject_unit'],
    meets: ['apply_to_accountability'],
    who: ['collegial_body'],
  },
  {
    row: 'C17',
    from: [AT.applied, AT.curing, AT.accepted, AT.verifying, AT.heard],
    event: act.withdraw(),
    to: 'withdrawn',
    deeds: ['stop all clocks', 'paper withdrawal_note > handling_dept'],
    owes: ['ex_officio_review'],
    who: APPLYING,
    recordedBy: RECORDING,
  },
  {
    row: 'C17-ex-officio',
    from: [JOINED.accepted, JOINED.verifying, JOINED.heard],
    event: act.withdraw(),
    deeds: ['paper withdrawal_note > handling_dept'],
    who: APPLYING,
    recordedBy: RECORDING,
  },
  {
    row: 'C18',
    from: [AT.recorded],
    event: act.revoke(),
    to: 'revoked',
    deeds: [
      'stop all clocks',
      'paper revocation_decision > subject, subject_unit, discipline_organ, org_personnel',
      'tell allegation TOLERANCE_REVOKED',
    ],
    owes: ['liability_reopened'],
    who: ['collegial_body', 'superior_body'],
  },
];

const everyState = Object.keys(TOLERANCE.states).map((state) => AT[state as keyof typeof AT]);
const takenUp = [
  'stop tol.record',
  'start tol.verify',
  'paper initiation_sheet > handling_dept',
  'notify tolerance_to_be_considered > handling_dept',
  opened,
];

/** What other procedures tell a review: rectification, appeals, a liability taken up anew (1.6, 1.7). */
const TOLD: readonly RowExample[] = [
  {
    row: 'C16-opened',
    from: everyState,
    event: act.rectificationOpened(),
    deeds: ['record'],
    meets: ['rectification'],
    who: [],
  },
  {
    row: 'C-appeal-opened',
    from: everyState,
    event: act.appealOpened(),
    deeds: ['record'],
    meets: ['appeal'],
    who: [],
  },
  {
    row: 'C-sent-back',
    from: [AT.refused_intake, AT.withdrawn, AT.delivered, AT.recorded, AT.revoked],
    event: act.sentBack(),
    to: 'accepted',
    deeds: takenUp,
    meets: ['ex_officio_review'],
    who: [],
  },
  {
    row: 'C-varied',
    from: [AT.delivered, AT.recorded],
    event: act.determinationVaried('lighter'),
    deeds: [
      'paper varied_determination > subject, subject_unit, handling_dept',
      'tell allegation TOLERANCE_RECORDED',
    ],
    who: [],
  },
  {
    row: 'C-revoked-on-appeal',
    from: [AT.delivered, AT.recorded],
    event: linked('DETERMINATION_REVOKED'),
    to: 'accepted',
    deeds: takenUp,
    who: [],
  },
  {
    row: 'C18-reopened',
    from: everyState,
    event: linked('LIABILITY_REOPENED'),
    deeds: ['record'],
    meets: ['liability_reopened'],
    who: [],
  },
  {
    row: 'C18-deliver',
    from: [AT.revoked],
    event: act.deliver(),
    deeds: [
      'paper revocation_decision > subject, subject_unit',
      'paper how_to_seek_review > subject',
      'open appeal OPEN',
    ],
    who: HANDLING,
  },
];

export const TOLERANCE_ROWS: readonly RowExample[] = [...INTAKE, ...MERITS, ...AFTERWARDS, ...TOLD];
