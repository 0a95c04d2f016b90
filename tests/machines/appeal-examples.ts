/** The rows of an appeal (1.6): what each does, and for whom it is. */
import type { Role } from '../../src/domain/vocabulary.ts';
import * as act from './appeal-acts.ts';
import { AT, BENCH, from } from './appeal-acts.ts';
import { OTHER_CASE } from './play.ts';
import type { RowExample } from './tables.ts';

const APPELLANT: readonly Role[] = ['subject', 'reporter'];
const RECORDING: readonly Role[] = ['reception_officer', 'case_supervisor', 'appeals_panel'];
const PANEL: readonly Role[] = ['appeals_panel', 'superior_body'];
const DELIVERING: readonly Role[] = [...PANEL, 'reception_officer', 'case_supervisor'];
const NOBODY: readonly Role[] = [];
const TOLD = ['allegation', 'tolerance_review'].map((name) => `tell ${name} APPEAL_OPENED`);
const RECEIVED = ['paper appeal_received > subject', 'paper appeal_sheet > appeals_panel'];
const TAKEN_UP = 'paper acceptance_notice > subject, handling_dept';
const AT_NOON = 'from 2025-06-09T04:00:00.000Z';
const DECISION = 'paper appeal_decision > subject, handling_dept';

const OPENING: readonly RowExample[] = [
  {
    row: 'F-open',
    from: [AT.opening],
    event: act.open(),
    to: 'window_open',
    deeds: [
      'start appeal.window from 2025-06-02T04:00:00.000Z',
      'paper how_to_file_appeal > subject',
      ...TOLD,
    ],
    who: NOBODY,
  },
  {
    row: 'F-open',
    from: [AT.opening],
    event: act.openSecond(),
    to: 'window_open',
    deeds: [
      'start appeal.window from 2025-06-02T04:00:00.000Z',
      'paper how_to_file_appeal > subject',
      `tell ${OTHER_CASE} APPEAL_OPENED`,
    ],
    who: NOBODY,
  },
  {
    row: 'F-direct',
    from: [AT.opening],
    event: act.fileDirectly({ step: 2 }),
    to: 'filed',
    deeds: [`start appeal.accept ${AT_NOON}`, ...RECEIVED, ...TOLD],
    who: APPELLANT,
    recordedBy: RECORDING,
  },
  {
    row: 'F-direct-examined',
    from: [AT.opening],
    event: act.knowing(act.fileDirectly({ track: 'clarification_refused' }), act.clarification()),
    to: 'examining',
    deeds: [`start appeal.decide ${AT_NOON}`, TAKEN_UP, ...TOLD],
    who: APPELLANT,
    recordedBy: RECORDING,
  },
];

const FILING: readonly RowExample[] = [
  {
    row: 'F-file',
    from: [act.secondWindow, act.secondExpired],
    event: act.file(),
    to: 'filed',
    deeds: ['stop appeal.window', `start appeal.accept ${AT_NOON}`, ...RECEIVED],
    who: APPELLANT,
    recordedBy: RECORDING,
  },
  {
    row: 'F-file-examined',
    from: [AT.window_open, AT.expired],
    event: act.file(),
    to: 'examining',
    deeds: ['stop appeal.window', `start appeal.decide ${AT_NOON}`, TAKEN_UP],
    who: APPELLANT,
    recordedBy: RECORDING,
  },
  {
    row: 'F-expired',
    from: [AT.window_open],
    event: act.lapse(),
    to: 'expired',
    deeds: ['stop all clocks', 'notify appeal_window_over > case_supervisor'],
    who: NOBODY,
  },
  {
    row: 'F-late',
    from: [AT.expired],
    event: act.fileLate(),
    to: 'filed',
    // The first step takes nothing in otherwise, so that the term is the profile's.
    deeds: ['start appeal.accept', ...RECEIVED],
    who: APPELLANT,
    recordedBy: RECORDING,
  },
  {
    row: 'F-cure-asked',
    from: [AT.filed],
    event: act.askCure(),
    to: 'curing',
    deeds: ['stop appeal.accept', 'start appeal.cure', 'paper cure_list > subject'],
    who: PANEL,
  },
  {
    row: 'F-cured',
    from: [AT.curing],
    event: act.cure(),
    to: 'filed',
    deeds: ['stop appeal.cure', 'start appeal.accept', 'paper cured_papers > appeals_panel'],
    who: APPELLANT,
    recordedBy: RECORDING,
  },
  {
    row: 'F-accept',
    from: [AT.filed],
    event: act.accept(),
    to: 'examining',
    deeds: ['stop appeal.accept', 'start appeal.decide', TAKEN_UP],
    who: PANEL,
  },
  {
    row: 'F-refuse',
    from: [AT.filed, AT.curing],
    event: act.refuse(),
    to: 'refused',
    deeds: ['stop all clocks', 'paper reasoned_refusal > subject, handling_dept'],
    who: PANEL,
  },
  {
    row: 'F-refuse',
    from: [AT.examining],
    event: act.refuse('not_competent', BENCH),
    to: 'refused',
    deeds: ['stop all clocks', 'paper reasoned_refusal > subject, handling_dept'],
    who: PANEL,
  },
];

const EXAMINING: readonly RowExample[] = [
  {
    row: 'F-hear',
    from: [AT.examining],
    event: act.hear(),
    deeds: ['paper hearing_record > appeals_panel'],
    who: PANEL,
  },
  {
    row: 'F-withdraw',
    from: [AT.filed, AT.curing, AT.examining],
    event: act.withdraw(),
    deeds: ['paper withdrawal_note > subject, appeals_panel', 'notify appeal_withdrawn > appeals_panel'],
    who: APPELLANT,
    recordedBy: RECORDING,
  },
  {
    row: 'F-end',
    from: [from(AT.filed, act.withdraw()), from(AT.curing, act.withdraw())],
    event: act.end(act.UPPER[0]),
    to: 'withdrawn',
    deeds: ['stop all clocks', 'paper termination_notice > subject, handling_dept'],
    who: PANEL,
  },
  {
    row: 'F-end',
    from: [from(AT.examining, act.withdraw())],
    event: act.end(),
    to: 'withdrawn',
    deeds: ['stop all clocks', 'paper termination_notice > subject, handling_dept'],
    who: PANEL,
  },
  {
    row: 'F-uphold',
    from: [AT.examining],
    event: act.uphold(),
    to: 'decided_upheld',
    deeds: ['stop appeal.decide', 'start appeal.deliver', DECISION],
    who: PANEL,
  },
  {
    row: 'F-revoke',
    from: [AT.examining],
    event: act.revoke(),
    to: 'decided_revoked',
    deeds: [
      'stop appeal.decide',
      'start appeal.deliver',
      DECISION,
      'notify decision_to_be_made_anew > approver_head, handling_dept',
      'tell allegation DECISION_REVOKED',
      'tell tolerance_review DETERMINATION_REVOKED',
      'tell clarification REASSESS',
    ],
    who: PANEL,
  },
  {
    row: 'F-vary',
    from: [AT.examining],
    event: act.vary(),
    to: 'decided_varied',
    deeds: ['stop appeal.decide', 'start appeal.deliver', DECISION, 'tell allegation DECISION_VARIED'],
    who: PANEL,
  },
  {
    row: 'F-vary',
    from: [act.toleranceExamining],
    event: act.varyTolerance([{ act: 'wall', outcome: 'mitigated' }]),
    to: 'decided_varied',
    deeds: [
      'stop appeal.decide',
      'start appeal.deliver',
      DECISION,
      'tell tolerance_review DETERMINATION_VARIED',
    ],
    who: PANEL,
  },
];

const CARRYING_OUT: readonly RowExample[] = [
  {
    row: 'F-deliver-upheld',
    from: [AT.decided_upheld],
    event: act.deliver(),
    to: 'upheld',
    deeds: ['stop all clocks', 'paper delivery_record > case_supervisor', 'open appeal OPEN'],
    who: DELIVERING,
  },
  {
    row: 'F-deliver-changed',
    from: [AT.decided_revoked, AT.decided_varied],
    event: act.deliver(),
    to: 'executing',
    deeds: [
      'stop appeal.deliver',
      'start appeal.execute',
      'paper delivery_record > case_supervisor',
      'paper execution_order > org_personnel, handling_dept, subject_unit',
    ],
    who: DELIVERING,
  },
  {
    row: 'F-execute',
    from: [AT.executing, act.revokedExecuting],
    event: act.execute('pay_loss_compensated'),
    deeds: ['paper execution_record > org_personnel'],
    who: ['org_personnel', 'handling_dept_head'],
  },
  {
    row: 'F-execute',
    from: [AT.executing],
    event: act.execute('name_restored'),
    deeds: ['paper restoration_notice > subject, subject_unit'],
    who: ['org_personnel', 'handling_dept_head'],
  },
  ...(['revoked', 'varied'] as const).map((how): RowExample => ({
    row: `F-close-${how}`,
    from: [from(how === 'varied' ? AT.executing : act.revokedExecuting, ...act.executeAll)],
    event: act.closeExecution(),
    to: how === 'varied' ? 'varied' : 'revoked_redone',
    deeds: ['stop all clocks', 'paper execution_report > appeals_panel, case_supervisor'],
    who: ['org_personnel', 'handling_dept_head', 'case_supervisor'],
  })),
];

export const APPEAL_ROWS: readonly RowExample[] = [...OPENING, ...FILING, ...EXAMINING, ...CARRYING_OUT];
