/** The states of a matter of false accusation, its guards taken together, and the type of its rows. */
import type { Events, FalseAccusationContext } from './false-accusation-events.ts';
import { DECISION_GUARDS, INQUIRY_GUARDS } from './false-accusation-guards.ts';
import type { RowOf } from './procedure.ts';
import type { SharedGuard } from './shared-rows.ts';

export const STATES = {
  suspected: {
    label: { zh: '疑似诬告', en: 'suspected' },
    owed: ['handling_dept_head'],
    clocks: ['fa.investigate'],
  },
  verifying: { label: { zh: '核查中', en: 'being verified' }, clocks: ['fa.investigate'] },
  proposed: { label: { zh: '已提出认定建议', en: 'proposed' }, owed: ['collegial_body', 'approver_head'] },
  awaiting_level_approval: {
    label: { zh: '待上级审批', en: 'awaiting the approval of the level above' },
    owed: ['superior_body'],
    clocks: ['fa.approve'],
  },
  established: {
    label: { zh: '认定诬告陷害', en: 'established as a false accusation' },
    owed: ['approver_head'],
    clocks: ['fa.handle'],
  },
  handled: { label: { zh: '已作处理', en: 'handled' }, owed: ['case_supervisor'] },
  closed: { label: { zh: '已办结', en: 'closed' }, isClosed: true },
  mistaken_report: { label: { zh: '错告', en: 'a mistaken report' }, isClosed: true },
  not_established: { label: { zh: '不予认定诬告', en: 'not established' }, isClosed: true },
} as const;

export type FalseAccusationState = keyof typeof STATES;

export const GUARDS = { ...INQUIRY_GUARDS, ...DECISION_GUARDS };

export type FalseAccusationRow = RowOf<
  FalseAccusationContext,
  FalseAccusationState,
  keyof typeof GUARDS | SharedGuard,
  typeof Events
>;

export const HANDLING = ['handler', 'handling_dept_head'] as const;
