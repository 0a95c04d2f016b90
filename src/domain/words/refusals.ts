/** Labels of the four ways in which the engine says no; the guard or the rule behind it has its own words. */
import type { Words } from '../vocabulary.ts';

export const REFUSAL_WORDS = {
  unknown_event: { zh: '没有该事项', en: 'the procedure has no such event' },
  not_in_this_state: { zh: '当前状态不接受', en: 'the present state does not take it' },
  person: { zh: '不能由该人办理', en: 'not for this person to do' },
  guard: { zh: '条件未满足', en: 'a condition is not met' },
} as const satisfies Record<string, Words>;

/** The regions of a case beside its flow. */
export const REGION_WORDS = {
  flow: { zh: '环节', en: 'stage' },
  standing: { zh: '办理状态', en: 'standing' },
  identity: { zh: '身份核实', en: 'identity' },
} as const satisfies Record<string, Words>;
