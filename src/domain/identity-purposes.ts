/**
 * What a sealed identity may be opened for: a closed list, so that a purpose can be counted, shown to the reporter and
 * judged by rule. Looking for somebody who reported without a name is tracing, whatever it is called (4.5).
 */
import type { Words } from './vocabulary.ts';

export const IDENTITY_PURPOSES = {
  feedback: { zh: '反馈处理结果', en: 'to tell the reporter what came of it' },
  verification: { zh: '核实举报人身份', en: 'to confirm who reports' },
  supplement: { zh: '请举报人补充情况', en: 'to ask the reporter for more' },
  protection: { zh: '保护举报人', en: 'to protect the reporter' },
  reward: { zh: '奖励举报人', en: 'to reward the reporter' },
  tracing: { zh: '追查匿名举报人', en: 'to find out who reported without a name' },
  court_order: { zh: '司法机关依法调取', en: 'because a court or a prosecutor demands it' },
} as const satisfies Record<string, Words>;

export type IdentityPurpose = keyof typeof IDENTITY_PURPOSES;

export const PURPOSE_CODES = Object.keys(IDENTITY_PURPOSES) as [IdentityPurpose, ...IdentityPurpose[]];

/** Whether opening it is tracing: by its purpose, or because the reporter never gave a name as theirs. */
export const isTracing = (purpose: IdentityPurpose, of: { readonly isRealName?: boolean }): boolean =>
  purpose === 'tracing' || of.isRealName !== true;
