/** Rows of an allegation after its decision: delivery, appeals, and what other procedures tell it (1.6, 1.7). */
import type { Role } from '../../src/domain/vocabulary.ts';
import * as act from './allegation-acts.ts';
import { ALLEGATION, AT } from './allegation-acts.ts';
import { SUBJECT } from './people.ts';
import { linked } from './play.ts';
import type { RowExample } from './tables.ts';

const NOBODY: readonly Role[] = [];
const everyState = Object.keys(ALLEGATION.states).map((state) => AT[state as keyof typeof AT]);
const DECIDED = [AT.decided_sanction, AT.decided_exempt, AT.decided_no_sanction, AT.case_dismissed];

const TO = {
  sanction: 'decided_sanction',
  exempt: 'decided_exempt',
  no_sanction: 'decided_no_sanction',
  dismiss: 'case_dismissed',
} as const;

const variation = (decision: keyof typeof TO): RowExample => ({
  row: `A-varied-${decision}`,
  from: DECIDED,
  event: act.varied({ decision, ...(decision === 'sanction' && { measure: 'warning' }) }),
  to: TO[decision],
  deeds: [
    'stop all clocks',
    `tell return_to_service ${decision === 'sanction' ? 'SANCTION_CHANGED' : 'SANCTION_CANCELLED'}`,
    'paper varied_decision > subject, subject_unit',
    'notify decision_varied > org_personnel, approver_head',
    'tell complaint ALLEGATION_CONCLUDED',
  ],
  who: NOBODY,
});

const met = (row: string, event: string, code: string, data = {}): RowExample => ({
  row,
  from: everyState,
  event: linked(event, data),
  deeds: ['record'],
  meets: [code],
  who: NOBODY,
});

export const AFTERWARDS_ROWS: readonly RowExample[] = [
  {
    row: 'A22-deliver',
    from: DECIDED,
    event: act.deliverDecision(),
    deeds: ['paper delivery_record > handling_dept', 'open appeal OPEN'],
    who: ['handler', 'handling_dept_head'],
  },
  ...(Object.keys(TO) as (keyof typeof TO)[]).map(variation),
  {
    row: 'A-revoked',
    from: [...DECIDED, AT.closed_minor_handling],
    event: act.revoked({ considerTolerance: true }),
    to: 'with_handling_dept',
    deeds: [
      'stop report.shelf_review',
      'start report.disposition',
      'paper reopening_sheet > handling_dept, subject',
      'send complaint ALLEGATION_REOPENED',
      'tell return_to_service SANCTION_CANCELLED',
      'tell tolerance_review LIABILITY_REOPENED',
      'tell tolerance_review SENT_BACK',
    ],
    owes: ['tolerance_review_offer'],
    who: NOBODY,
  },
  met('A-false-accusation-opened', 'FALSE_ACCUSATION_OPENED', 'false_accusation_lead'),
  met('A-sanction-in-effect', 'SANCTION_IN_EFFECT', 'return_to_service'),
  met('A-rectification-opened', 'RECTIFICATION_OPENED', 'rectification'),
  met('A-appeal-opened', 'APPEAL_OPENED', 'appeal', { person: SUBJECT.person, step: 1 }),
];
