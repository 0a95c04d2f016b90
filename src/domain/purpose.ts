/**
 * What somebody reads or searches for, as they say themselves: a closed list, so that an auditor can count by it. Nobody is
 * refused for it; it is put on record with the reading, and who looked without a purpose is seen by that too.
 */
import type { Words } from './vocabulary.ts';

export const PURPOSES = {
  handling: { zh: '办理案件', en: 'handling the matter' },
  supervision: { zh: '监督管理', en: 'supervision of cases' },
  appeal: { zh: '复查复核', en: 'an appeal' },
  audit: { zh: '审计督查', en: 'an audit' },
  personnel: { zh: '干部人事工作', en: 'a personnel decision' },
  not_stated: { zh: '未注明', en: 'not stated' },
} as const satisfies Record<string, Words>;

export type Purpose = keyof typeof PURPOSES;

export const PURPOSE_NAMES = Object.keys(PURPOSES) as [Purpose, ...Purpose[]];
