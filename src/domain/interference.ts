/** How somebody reaches into a matter from outside: reported by whoever meets it, and kept for good (S1, domain 4.3). */
import type { Words } from './vocabulary.ts';

export const INTERFERENCE_KINDS = {
  inquiry: { zh: '打听案情', en: 'asked about a case', basis: ['S1'] },
  pleading: { zh: '说情', en: 'put in a word for somebody', basis: ['S1'] },
  pressure: { zh: '施压、干预办案', en: 'put pressure on who handles it', basis: ['S1'] },
  leak_request: {
    zh: '要求透露检举控告材料或者工作秘密',
    en: 'asked for report material or for secrets of the work',
    basis: ['S1', 'S4'],
  },
  other: { zh: '其他干预', en: 'interfered otherwise', basis: ['S1', 'D'] },
} as const satisfies Record<string, Words & { readonly basis: readonly string[] }>;
export type InterferenceKind = keyof typeof INTERFERENCE_KINDS;
export const INTERFERENCE_CODES = Object.keys(INTERFERENCE_KINDS) as [
  InterferenceKind,
  ...InterferenceKind[],
];
