/** What somebody is to a case, weightiest first: the order in which parts and persons are listed. */
import type { Words } from './vocabulary.ts';

export const CASE_PARTS = [
  'subject',
  'assignee',
  'team',
  'designated',
  'member',
  'participant',
  'acted',
] as const;
export type CasePart = (typeof CASE_PARTS)[number];

export const CASE_PART_WORDS: Readonly<Record<CasePart, Words>> = {
  subject: { zh: '被反映人', en: 'subject' },
  assignee: { zh: '承办人', en: 'handler in charge' },
  team: { zh: '办案组成员', en: 'in the team' },
  designated: { zh: '指定代行职责', en: 'designated to stand in' },
  member: { zh: '集体审议成员', en: 'member of a body that decided' },
  participant: { zh: '共同办理', en: 'took part' },
  acted: { zh: '办理过', en: 'acted' },
};
