/** The rows of a risk filing as the domain brief has them (C0): what each does and for whom it is. */
import type { Role } from '../../src/domain/vocabulary.ts';
import * as act from './risk-filing-acts.ts';
import { AT } from './risk-filing-acts.ts';
import type { RowExample } from './tables.ts';

const HANDLING: readonly Role[] = ['handler', 'handling_dept_head'];
const UNIT: readonly Role[] = ['subject_unit'];
const RECORDING: readonly Role[] = ['handler', 'reception_officer'];
const NOBODY: readonly Role[] = [];
const ONCE_ACCEPTED = [AT.accepted, AT.used, AT.lapsed];

export const FILING_ROWS: readonly RowExample[] = [
  {
    row: 'C0-file',
    from: [AT.opening],
    event: act.file(),
    to: 'filed',
    deeds: ['start prefile.screen', 'paper risk_filing > handling_dept'],
    who: UNIT,
    recordedBy: RECORDING,
  },
  {
    row: 'C0-screen',
    from: [AT.filed],
    event: act.screen(),
    to: 'screened',
    deeds: ['stop prefile.screen', 'start prefile.check', 'paper screening_sheet > handling_dept'],
    who: HANDLING,
  },
  {
    row: 'C0-return',
    from: [AT.filed],
    event: act.sendBack(),
    to: 'returned',
    deeds: ['stop prefile.screen', 'paper cure_list > subject_unit'],
    who: HANDLING,
  },
  {
    row: 'C0-supplement',
    from: [AT.returned],
    event: act.supplement(),
    to: 'filed',
    deeds: ['start prefile.screen', 'paper cured_papers > handling_dept'],
    who: UNIT,
    recordedBy: RECORDING,
  },
  {
    row: 'C0-check',
    from: [AT.screened],
    event: act.check(),
    to: 'checked',
    deeds: [
      'stop prefile.check',
      'start prefile.decide',
      'paper filing_check_report > handling_dept, tolerance_panel',
    ],
    who: HANDLING,
  },
  {
    row: 'C0-accept',
    from: [AT.checked],
    event: act.accept(),
    to: 'accepted',
    deeds: [
      'stop prefile.decide',
      'start prefile.validity',
      'paper filing_acceptance > subject_unit, handling_dept',
    ],
    who: ['tolerance_panel'],
  },
  {
    row: 'C0-refuse',
    from: [AT.checked],
    event: act.refuse(),
    to: 'refused',
    deeds: ['stop all clocks', 'paper reasoned_refusal > subject_unit'],
    who: ['tolerance_panel'],
  },
  {
    row: 'C0-condition',
    from: ONCE_ACCEPTED,
    event: act.reportCondition(),
    deeds: ['paper condition_report > handling_dept'],
    who: [...UNIT, ...HANDLING],
    recordedBy: RECORDING,
  },
  {
    row: 'C0-breach',
    from: ONCE_ACCEPTED,
    event: act.breach(),
    to: 'breached',
    deeds: [
      'stop all clocks',
      'paper breach_notice > subject_unit, tolerance_panel',
      'notify filing_breached > case_supervisor',
    ],
    who: ['case_supervisor', ...HANDLING],
  },
  {
    row: 'C0-lapse',
    from: [AT.accepted],
    event: act.lapse(),
    to: 'lapsed',
    deeds: ['stop all clocks', 'notify filing_lapsed > subject_unit, handling_dept'],
    who: NOBODY,
  },
  {
    row: 'C0-relied',
    from: ONCE_ACCEPTED,
    event: act.relyOn(),
    to: 'used',
    deeds: ['stop all clocks', 'notify filing_relied_on > subject_unit, case_supervisor'],
    who: NOBODY,
  },
  {
    row: 'C0-withdraw',
    from: [AT.filed, AT.returned, AT.screened, AT.checked],
    event: act.withdraw(),
    to: 'withdrawn',
    deeds: ['stop all clocks', 'paper withdrawal_note > handling_dept'],
    who: UNIT,
    recordedBy: RECORDING,
  },
];
