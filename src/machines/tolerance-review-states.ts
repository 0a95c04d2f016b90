/** States of a tolerance review, its guards, and the shape of its rows. */
import { EVIDENCE_GUARDS } from './tolerance-review-evidence.ts';
import type { Events, ToleranceContext } from './tolerance-review-events.ts';
import { INTAKE_GUARDS, OPENING_GUARDS } from './tolerance-review-intake-guards.ts';
import {
  AFTERWARDS_GUARDS,
  DECISION_GUARDS,
  PROPOSAL_GUARDS,
  VERIFICATION_GUARDS,
} from './tolerance-review-merits-guards.ts';
import type { RowOf } from './procedure.ts';
import type { SharedGuard } from './shared-rows.ts';

export const STATES = {
  right_notified: {
    label: { zh: '已告知申请权利', en: 'right to apply notified' },
    owed: ['handling_dept_head'],
    clocks: ['tol.apply'],
  },
  applied: { label: { zh: '已申请', en: 'applied for' }, clocks: ['tol.accept'] },
  curing: { label: { zh: '待补正', en: 'papers to be completed' }, clocks: ['tol.cure'] },
  accepted: { label: { zh: '已受理', en: 'accepted' }, clocks: ['tol.verify', 'tol.apply'] },
  verifying: { label: { zh: '核查中', en: 'being verified' }, clocks: ['tol.verify', 'tol.apply'] },
  heard: { label: { zh: '已听取陈述申辩', en: 'persons heard' }, clocks: ['tol.verify', 'tol.apply'] },
  consulted: {
    label: { zh: '已会商', en: 'consulted' },
    owed: ['handling_dept_head'],
    clocks: ['tol.verify', 'tol.decide'],
  },
  proposed: { label: { zh: '已提出认定建议', en: 'determination proposed' }, clocks: ['tol.decide'] },
  determined: { label: { zh: '已认定', en: 'determined' }, clocks: ['tol.deliver', 'tol.record'] },
  delivered: { label: { zh: '已送达', en: 'delivered' }, clocks: ['tol.record'] },
  recorded: { label: { zh: '已备案', en: 'recorded' }, isClosed: true },
  refused_intake: { label: { zh: '不予受理', en: 'intake refused' }, isClosed: true },
  withdrawn: { label: { zh: '已撤回', en: 'withdrawn' }, isClosed: true },
  revoked: { label: { zh: '已撤销', en: 'revoked' }, isClosed: true },
} as const;

export type ToleranceState = keyof typeof STATES;
export const EVERY_STATE = Object.keys(STATES) as ToleranceState[];

export const GUARDS = {
  ...OPENING_GUARDS,
  ...INTAKE_GUARDS,
  ...VERIFICATION_GUARDS,
  ...PROPOSAL_GUARDS,
  ...EVIDENCE_GUARDS,
  ...DECISION_GUARDS,
  ...AFTERWARDS_GUARDS,
};

export type ToleranceGuard = keyof typeof GUARDS;
export type ToleranceRow = RowOf<
  ToleranceContext,
  ToleranceState,
  ToleranceGuard | SharedGuard,
  typeof Events
>;

/** Who verifies, proposes and records. */
export const HANDLING = ['handler', 'handling_dept_head'] as const;
