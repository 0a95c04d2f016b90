/** States of a sanction period and of the review of use after it, and the types its rows are written in. */
import type { RowOf } from './procedure.ts';
import type { Events, ServiceContext } from './return-to-service-events.ts';
import type { SERVICE_GUARDS } from './return-to-service-guards.ts';
import type { SharedGuard } from './shared-rows.ts';

export const STATES = {
  running: {
    label: { zh: '处分期内', en: 'period running' },
    clocks: ['service.period', 'service.return_visit'],
  },
  merged_running: {
    label: { zh: '合并处分期内', en: 'merged period running' },
    clocks: ['service.period', 'service.return_visit'],
  },
  completed_pending_lift: {
    label: { zh: '期满待解除', en: 'over, lifting to be noted' },
    owed: ['org_personnel'],
    clocks: ['service.lift'],
  },
  lifted: { label: { zh: '已解除', en: 'lifted' }, owed: ['org_personnel'] },
  use_review: { label: { zh: '使用研判中', en: 'use under review' }, clocks: ['service.use_review'] },
  hold: { label: { zh: '暂缓使用', en: 'put off' }, clocks: ['service.hold'] },
  normal_use: { label: { zh: '正常使用', en: 'normal use' }, isClosed: true },
  priority_use: { label: { zh: '优先使用', en: 'use with priority' }, isClosed: true },
  re_supervise: { label: { zh: '继续教育监督', en: 'further supervision' }, isClosed: true },
  cancelled: { label: { zh: '处分已撤销', en: 'the sanction fell' }, isClosed: true },
  merged: { label: { zh: '已并入其他处分期', en: 'merged into another period' }, isClosed: true },
} as const;
export type ServiceState = keyof typeof STATES;
export type ServiceGuard = keyof typeof SERVICE_GUARDS;
export type ServiceRow = RowOf<ServiceContext, ServiceState, ServiceGuard | SharedGuard, typeof Events>;

/** The period counts. */
export const RUNNING = ['running', 'merged_running'] as const;
export const EVERY_STATE = Object.keys(STATES) as ServiceState[];
