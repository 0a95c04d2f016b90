/** The states of a rectification, and the type of its rows. */
import type { RowOf } from './procedure.ts';
import type { Events, RectificationContext } from './rectification-events.ts';
import { ITEM_GUARDS } from './rectification-item-guards.ts';
import { NOTICE_GUARDS, PLAN_GUARDS } from './rectification-plan-guards.ts';
import type { SharedGuard } from './shared-rows.ts';

export const STATES = {
  notice_served: { label: { zh: '已下达整改通知', en: 'notice served' }, clocks: ['rect.plan'] },
  plan_submitted: { label: { zh: '整改方案待审定', en: 'plan submitted' }, clocks: ['rect.plan'] },
  running: { label: { zh: '整改中', en: 'running' }, clocks: ['rect.item', 'rect.check'] },
  all_closed: { label: { zh: '全部销号', en: 'every item closed' }, clocks: ['rect.look_back'] },
  looked_back: {
    label: { zh: '已回头看', en: 'looked back' },
    owed: ['case_supervisor'],
    clocks: ['rect.archive'],
  },
  archived: { label: { zh: '已归档', en: 'archived' }, isClosed: true },
  cancelled: { label: { zh: '已取消', en: 'cancelled' }, isClosed: true },
} as const;
export type RectificationState = keyof typeof STATES;

export const GUARDS = { ...NOTICE_GUARDS, ...PLAN_GUARDS, ...ITEM_GUARDS };

export type RectificationRow = RowOf<
  RectificationContext,
  RectificationState,
  keyof typeof GUARDS | SharedGuard,
  typeof Events
>;

export const HANDLING = ['handler', 'handling_dept_head'] as const;
