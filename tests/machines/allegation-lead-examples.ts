/** The rows of an allegation while it is a lead, as the domain brief has them: A10 to A18, A27 and what B3 sends back. */
import type { Role } from '../../src/domain/vocabulary.ts';
import * as act from './allegation-acts.ts';
import { AT } from './allegation-acts.ts';
import { linked } from './play.ts';
import type { RowExample } from './tables.ts';

const HANDLING: readonly Role[] = ['handler', 'handling_dept_head'];
const APPROVING: readonly Role[] = ['approver_incharge', 'approver_head'];
const NOBODY: readonly Role[] = [];
const concluded = 'tell complaint ALLEGATION_CONCLUDED';

export const LEAD_ROWS: readonly RowExample[] = [
  {
    row: 'A10-open',
    from: [AT.opening],
    event: act.open(),
    to: 'with_handling_dept',
    deeds: ['start report.disposition', 'paper allegation_sheet > handling_dept'],
    who: NOBODY,
  },
  {
    row: 'A11-returned',
    from: [AT.with_handling_dept, AT.disposition_proposed],
    event: linked('RETURNED'),
    to: 'with_handling_dept',
    deeds: ['pause report.disposition'],
    who: NOBODY,
  },
  {
    row: 'A11-back',
    from: [act.returned()],
    event: linked('HANDED_BACK'),
    deeds: ['resume report.disposition'],
    who: NOBODY,
  },
  {
    row: 'A11-ended',
    from: [act.returned()],
    event: linked('COMPLAINT_ENDED', { outcome: 'routed_out' }),
    to: 'closed_no_action',
    deeds: ['stop all clocks'],
    who: NOBODY,
  },
  {
    row: 'A12',
    from: [AT.with_handling_dept],
    event: act.propose(),
    to: 'disposition_proposed',
    deeds: ['paper disposition_proposal > approver_incharge'],
    who: HANDLING,
  },
  {
    row: 'A13-return',
    from: [AT.disposition_proposed],
    event: act.returnProposal(),
    to: 'with_handling_dept',
    deeds: ['paper return_opinion > handling_dept'],
    who: APPROVING,
  },
  {
    row: 'A13-letter',
    from: [AT.disposition_proposed],
    event: act.approve('letter_inquiry'),
    to: 'letter_inquiry',
    deeds: [
      'stop report.disposition',
      'paper approval_sheet > handling_dept',
      'paper letter_of_inquiry > subject',
    ],
    who: APPROVING,
  },
  {
    row: 'A13-verify',
    from: [AT.disposition_proposed],
    event: act.approve('preliminary_verification'),
    to: 'preliminary_verification',
    deeds: ['stop report.disposition', 'start report.verify', 'paper approval_sheet > handling_dept'],
    who: APPROVING,
  },
  {
    row: 'A13-shelve',
    from: [AT.disposition_proposed],
    event: act.approve('shelved'),
    to: 'shelved',
    deeds: [
      'stop report.disposition',
      'start report.shelf_review',
      'paper approval_sheet > handling_dept',
      concluded,
    ],
    who: APPROVING,
  },
  {
    row: 'A13-close',
    from: [AT.disposition_proposed],
    event: act.approve('closed_no_action'),
    to: 'closed_no_action',
    deeds: ['stop all clocks', 'paper approval_sheet > handling_dept', concluded],
    who: APPROVING,
  },
  {
    row: 'A13-investigate',
    from: [AT.disposition_proposed],
    event: act.approve('sent_to_investigation'),
    to: 'investigating',
    deeds: ['stop report.disposition', 'start report.case_decision', 'paper approval_sheet > handling_dept'],
    who: APPROVING,
  },
  {
    row: 'A13-deliver',
    from: [AT.letter_inquiry],
    event: act.deliverLetter(),
    deeds: [
      'start report.letter_reply from 2025-06-09T04:00:00.000Z',
      'paper delivery_record > handling_dept',
    ],
    who: HANDLING,
  },
  {
    row: 'A14',
    from: [AT.letter_delivered],
    event: act.reply(),
    to: 'reply_under_review',
    deeds: [
      'stop report.letter_reply',
      'start report.explanation_report',
      'paper explanation > handling_dept',
    ],
    who: ['subject', 'subject_unit'],
    recordedBy: HANDLING,
  },
  {
    row: 'A15',
    from: [AT.reply_under_review],
    event: act.acceptExplanation(),
    to: 'findings_proposed',
    deeds: ['stop report.explanation_report', 'paper notice_of_acceptance_of_explanation > subject'],
    who: ['handling_dept_head'],
  },
  {
    row: 'A16',
    from: [AT.letter_delivered, AT.reply_under_review],
    event: act.escalate(),
    to: 'preliminary_verification',
    deeds: [
      'stop report.letter_reply',
      'stop report.explanation_report',
      'start report.verify',
      'paper amended_disposition > handling_dept',
    ],
    who: APPROVING,
  },
  {
    row: 'A17-interview',
    from: [AT.letter_inquiry, AT.reply_under_review, AT.preliminary_verification, AT.investigating, AT.heard],
    event: act.interview(),
    deeds: ['paper interview_record > handling_dept'],
    who: HANDLING,
  },
  {
    row: 'A17-material',
    from: [AT.letter_inquiry, AT.reply_under_review, AT.preliminary_verification, AT.investigating, AT.heard],
    event: act.material(),
    deeds: ['record'],
    who: HANDLING,
  },
  {
    row: 'A17',
    from: [AT.preliminary_verification],
    event: act.report('untrue'),
    to: 'findings_proposed',
    deeds: ['paper verification_report > approver_head'],
    who: HANDLING,
  },
  {
    row: 'A18',
    from: [AT.findings_proposed],
    event: act.approveFindings(),
    to: 'findings_approved',
    deeds: [
      'stop report.verify',
      'paper finding_sheet > handling_dept',
      'open clarification OPEN',
      'tell complaint FINDINGS_APPROVED',
    ],
    who: ['approver_head'],
  },
  {
    row: 'A18-return',
    from: [AT.findings_proposed],
    event: act.returnFindings(),
    to: 'preliminary_verification',
    deeds: ['start report.verify', 'paper return_opinion > handling_dept'],
    who: ['approver_head'],
  },
  {
    row: 'B3-return',
    from: [act.untilApproved('untrue'), AT.closed_untrue],
    event: linked('RETURN_FOR_MORE'),
    to: 'preliminary_verification',
    deeds: [
      'stop report.file_decision',
      'stop report.minor_handling',
      'start report.verify',
      'tell complaint ALLEGATION_REOPENED',
    ],
    who: NOBODY,
  },
  {
    row: 'A27',
    from: [AT.shelved],
    event: act.reviewShelf(),
    to: 'disposition_proposed',
    deeds: ['stop report.shelf_review', 'start report.disposition', 'paper review_note > approver_incharge'],
    who: HANDLING,
  },
];
