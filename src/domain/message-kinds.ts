/**
 * What a reporter may say a message is. Where the procedure has an event of its own for it, staff record it by that event;
 * the message is what it rests on.
 */
import type { Words } from './vocabulary.ts';

export const MESSAGE_KINDS = {
  message: { zh: '一般留言', en: 'A message' },
  added_facts: { zh: '补充情况、线索', en: 'More facts' },
  objection: { zh: '对结果有异议', en: 'An objection to the result' },
  recusal: { zh: '申请有关人员回避', en: 'Somebody should stand aside' },
  withdrawal: { zh: '撤回举报', en: 'I withdraw the report' },
} as const satisfies Record<string, Words>;

export type MessageKind = keyof typeof MESSAGE_KINDS;

export const MESSAGE_CODES = Object.keys(MESSAGE_KINDS) as [MessageKind, ...MessageKind[]];
