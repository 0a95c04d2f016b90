/**
 * The rows of an allegation as the domain brief has them, laid out for the row, role and explorer tests: what each does,
 * what it leaves owed, and for whom it is. Here from the filed case on (A19 to A25), and all of them together.
 */
import type { Role } from '../../src/domain/vocabulary.ts';
import * as act from './allegation-acts.ts';
import { ALLEGATION, AT } from './allegation-acts.ts';
import { AFTERWARDS_ROWS } from './allegation-afterwards-examples.ts';
import { LEAD_ROWS } from './allegation-lead-examples.ts';
import { SUBJECT } from './people.ts';
import { linked, type Played } from './play.ts';
import type { RowExample } from './tables.ts';

const APPROVING: readonly Role[] = ['approver_incharge', 'approver_head'];
const NOBODY: readonly Role[] = [];
const concluded = 'tell complaint ALLEGATION_CONCLUDED';
const REOPENING: readonly Role[] = ['approver_head', 'superior_body'];
const everyState = Object.keys(ALLEGATION.states).map((state) => AT[state as keyof typeof AT]);

const FILED = ['paper filing_decision > subject, subject_unit', 'notify hr_freeze > org_personnel'];
const decided = (paper: string, isFiled = true, hasPeriod = false) => [
  'stop all clocks',
  `paper ${paper} > subject, subject_unit`,
  'paper how_to_seek_review > subject',
  ...(isFiled ? ['notify hr_freeze_lifted > org_personnel'] : []),
  ...(hasPeriod ? ['open return_to_service OPEN'] : []),
  concluded,
];
const passedOn = (...lifted: readonly string[]) => [
  'stop all clocks',
  'paper transfer_letter > other_body',
  'paper list_of_materials > other_body',
  ...lifted,
  concluded,
];
const decision = (code: string, to: string, paper: string, owes: readonly string[]): RowExample => ({
  row: `A22-${code}`,
  from: [AT.reviewed],
  event: act.decide(code),
  to,
  deeds: decided(paper, true, code === 'sanction'),
  owes,
  meets: ['tolerance_review_offer'],
  who: ['collegial_body'],
});
const unfiled = (code: string, to: string, paper: string, outcome: string): RowExample => ({
  row: `A22-unfiled-${code}`,
  from: [act.untilApproved('true_error_in_duty')],
  event: act.decide(code, { toleranceResult: outcome }, [act.toleranceReview(outcome)]),
  to,
  deeds: decided(paper, false),
  owes: ['appeal'],
  meets: ['tolerance_review_offer'],
  who: ['collegial_body'],
});

const CASE: readonly RowExample[] = [
  {
    row: 'A19',
    from: [AT.findings_approved],
    event: act.fileCase(),
    to: 'investigating',
    deeds: ['stop report.file_decision', 'start report.case_decision', ...FILED],
    owes: ['tolerance_review_offer'],
    who: ['approver_head'],
  },
  {
    row: 'A20',
    from: [AT.investigating, AT.heard],
    event: act.hear(),
    to: 'heard',
    deeds: ['paper notice_of_facts > subject', 'paper hearing_record > handling_dept'],
    who: ['handler'],
  },
  {
    row: 'A21',
    from: [AT.heard],
    event: act.review('agree'),
    to: 'reviewed',
    deeds: ['paper review_report > collegial_body'],
    who: ['reviewer'],
  },
  {
    row: 'A21-return',
    from: [AT.heard],
    event: act.review('return'),
    to: 'investigating',
    deeds: ['paper return_opinion > handling_dept'],
    who: ['reviewer'],
  },
  decision('sanction', 'decided_sanction', 'sanction_decision', ['appeal', 'return_to_service']),
  decision('exempt', 'decided_exempt', 'exemption_decision', ['appeal']),
  decision('no_sanction', 'decided_no_sanction', 'no_sanction_decision', ['appeal']),
  decision('dismiss', 'case_dismissed', 'dismissal_decision', ['appeal']),
  unfiled('exempt', 'decided_exempt', 'exemption_decision', 'exempted'),
  unfiled('no_sanction', 'decided_no_sanction', 'no_sanction_decision', 'not_pursued'),
  {
    row: 'A18-minor',
    from: [act.untilApproved('true_minor')],
    event: act.closeWithMinorHandling(),
    to: 'closed_minor_handling',
    deeds: ['stop all clocks', 'paper minor_handling_record > subject, subject_unit', concluded],
    who: APPROVING,
  },
  {
    row: 'A24-untrue',
    from: [act.untilApproved('untrue')],
    event: act.close(),
    to: 'closed_untrue',
    deeds: ['stop all clocks'],
    who: NOBODY,
  },
  {
    row: 'A24-not-proven',
    from: [act.untilApproved('not_proven')],
    event: act.close(),
    to: 'closed_not_proven',
    deeds: ['stop all clocks'],
    who: NOBODY,
  },
  {
    row: 'A-transfer',
    from: [AT.preliminary_verification, AT.findings_proposed, AT.findings_approved],
    event: act.transfer(),
    to: 'transferred_criminal',
    deeds: passedOn(),
    who: ['approver_head'],
  },
  {
    row: 'A-transfer',
    from: [AT.investigating, AT.heard, AT.reviewed],
    event: act.transfer(),
    to: 'transferred_criminal',
    deeds: passedOn('notify hr_freeze_lifted > org_personnel'),
    who: ['approver_head'],
  },
  {
    row: 'A-merge',
    from: [AT.with_handling_dept, AT.disposition_proposed, AT.preliminary_verification, AT.shelved],
    event: act.merge(act.TWIN.case, [act.TWIN]),
    to: 'merged',
    deeds: ['stop all clocks', 'paper merger_note > case_supervisor', concluded],
    who: ['handling_dept_head'],
  },
  {
    row: 'A25',
    from: [
      AT.closed_no_action,
      AT.closed_untrue,
      AT.closed_not_proven,
      AT.closed_minor_handling,
      AT.decided_sanction,
      AT.decided_exempt,
      AT.decided_no_sanction,
      AT.case_dismissed,
      AT.transferred_criminal,
      AT.shelved,
    ],
    event: act.reopen(),
    to: 'with_handling_dept',
    deeds: [
      'stop report.shelf_review',
      'start report.disposition',
      'paper reopening_sheet > handling_dept, subject',
      'send complaint ALLEGATION_REOPENED',
      'tell return_to_service SANCTION_CANCELLED',
      'tell tolerance_review LIABILITY_REOPENED',
    ],
    who: REOPENING,
  },
];

const told = (row: string, event: Played, deeds: readonly string[]): RowExample => ({
  row,
  from: everyState,
  event,
  deeds,
  who: NOBODY,
});

export const ALLEGATION_ROWS: readonly RowExample[] = [
  ...LEAD_ROWS,
  ...CASE,
  ...AFTERWARDS_ROWS,
  {
    ...told('A-tolerance-opened', linked('TOLERANCE_OPENED'), ['record']),
    meets: ['tolerance_review_offer'],
  },
  told(
    'A-tolerance-recorded',
    linked('TOLERANCE_RECORDED', { determinations: `point-1:${SUBJECT.person}:lighter` }),
    ['record'],
  ),
  told('A-tolerance-revoked', linked('TOLERANCE_REVOKED'), [
    'notify liability_reopened > approver_head, handling_dept',
  ]),
];
