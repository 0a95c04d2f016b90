/** States of an appeal, and the types its rows are written in. */
import type { Events, AppealContext } from './appeal-events.ts';
import { INTAKE_GUARDS } from './appeal-intake-guards.ts';
import { MERITS_GUARDS } from './appeal-merits-guards.ts';
import type { RowOf } from './procedure.ts';
import type { SharedGuard } from './shared-rows.ts';

export const GUARDS = { ...INTAKE_GUARDS, ...MERITS_GUARDS };

export const STATES = {
  window_open: {
    label: { zh: '可申诉', en: 'may be appealed against' },
    owed: ['subject'],
    clocks: ['appeal.window'],
  },
  filed: { label: { zh: '已提出，待受理', en: 'filed, to be accepted' }, clocks: ['appeal.accept'] },
  curing: { label: { zh: '补正中', en: 'papers to be completed' }, clocks: ['appeal.cure'] },
  examining: { label: { zh: '审理中', en: 'being examined' }, clocks: ['appeal.decide'] },
  decided_upheld: { label: { zh: '已决定维持', en: 'decided: upheld' }, clocks: ['appeal.deliver'] },
  decided_revoked: {
    label: { zh: '已决定撤销重作', en: 'decided: revoked, to be made anew' },
    clocks: ['appeal.deliver'],
  },
  decided_varied: { label: { zh: '已决定变更', en: 'decided: varied' }, clocks: ['appeal.deliver'] },
  executing: { label: { zh: '执行中', en: 'being carried out' }, clocks: ['appeal.execute'] },
  expired: { label: { zh: '逾期未申诉', en: 'expired without an appeal' }, isClosed: true },
  refused: { label: { zh: '不予受理', en: 'not accepted' }, isClosed: true },
  withdrawn: { label: { zh: '撤回终止', en: 'ended after withdrawal' }, isClosed: true },
  upheld: { label: { zh: '维持', en: 'upheld' }, isClosed: true },
  revoked_redone: { label: { zh: '撤销重作', en: 'revoked, handed back' }, isClosed: true },
  varied: { label: { zh: '变更', en: 'varied' }, isClosed: true },
} as const;

export type AppealState = keyof typeof STATES;
export type AppealGuard = keyof typeof GUARDS;
export type AppealRow = RowOf<AppealContext, AppealState, AppealGuard | SharedGuard, typeof Events>;

/** Who hears an appeal: the panel of the body, or at a higher step the superior body. */
export const BENCH = ['appeals_panel', 'superior_body'] as const;
/** What holds of everybody who sits, in every act of the bench. */
export const BENCH_GUARDS = ['sits_at_the_right_level', 'sat_on_no_earlier_step'] as const;
/** Whose appeal it is: the person decided on; of a reply to a petition whoever sent it. */
export const APPELLANT = ['subject', 'reporter'] as const;
export const RECORDING = ['reception_officer', 'case_supervisor', 'appeals_panel'] as const;
