/** The rows of a performance review (domain brief 3): what each does and for whom it is. */
import type { Role } from '../../src/domain/vocabulary.ts';
import * as act from './performance-acts.ts';
import { AT } from './performance-acts.ts';
import type { RowExample } from './tables.ts';

const KEEPING: readonly Role[] = ['org_personnel', 'case_supervisor'];
const REVIEWING: readonly Role[] = ['reviewer', 'case_supervisor'];
const CONCLUSION = 'paper performance_conclusion > org_personnel';

export const PERFORMANCE_ROWS: readonly RowExample[] = [
  {
    row: 'P-open',
    from: [AT.opening],
    event: act.open(),
    to: 'collecting',
    deeds: ['start perf.conclude', 'paper performance_review_sheet > org_personnel'],
    who: KEEPING,
  },
  {
    row: 'P-signal',
    from: [AT.collecting],
    event: act.signal('s1'),
    deeds: ['start perf.review of s1'],
    who: [...KEEPING, 'handler', 'handling_dept_head'],
  },
  {
    row: 'P-review-counts',
    from: [act.waiting()],
    event: act.review('s0'),
    deeds: ['stop perf.review of s0'],
    who: REVIEWING,
  },
  {
    row: 'P-review-not',
    from: [act.waiting()],
    event: act.review('s0', false),
    deeds: ['stop perf.review of s0'],
    who: REVIEWING,
  },
  {
    row: 'P-dismiss',
    from: [act.oneCounts],
    event: act.dismiss('s0'),
    deeds: ['record'],
    who: REVIEWING,
  },
  {
    row: 'P-no-lead',
    from: [AT.collecting],
    event: act.conclude(),
    to: 'concluded_no_lead',
    deeds: ['stop all clocks', CONCLUSION],
    who: [...KEEPING, 'approver_incharge', 'approver_head'],
  },
  {
    row: 'P-talk',
    from: [act.oneCounts],
    event: act.conclude('talk'),
    to: 'concluded_no_lead',
    deeds: ['stop all clocks', CONCLUSION, 'paper talk_note > org_personnel'],
    who: [...KEEPING, 'approver_incharge', 'approver_head'],
  },
  {
    row: 'P-adjust',
    from: [act.twoSources],
    event: act.decide('adjustment'),
    to: 'adjustment_proposed',
    deeds: ['stop all clocks', CONCLUSION, 'paper adjustment_proposal > org_personnel'],
    who: ['collegial_body'],
  },
  {
    row: 'P-lead',
    from: [act.twoSources],
    event: act.decide(),
    to: 'lead_raised',
    deeds: ['stop all clocks', CONCLUSION, 'open complaint REFERRED'],
    who: ['collegial_body'],
  },
];
