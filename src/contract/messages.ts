/** What travels of the mailbox of a complaint on the side of those who work on it. */
import { z } from 'zod';
import { MESSAGE_CODES } from '../domain/message-kinds.ts';
import { MOST_OF_MESSAGE } from './portal.ts';

export const SendMessageRequest = z
  .strictObject({
    text: z.string().trim().min(1).max(MOST_OF_MESSAGE).meta({ description: 'Sealed' }),
    wantsAnswer: z
      .boolean()
      .default(false)
      .meta({ description: 'The reporter is told that more is needed from them' }),
  })
  .meta({
    id: 'SendMessageRequest',
    examples: [{ text: 'Which month was it?', wantsAnswer: true }],
  });
export type SendMessageRequest = z.infer<typeof SendMessageRequest>;

export const MessageView = z
  .strictObject({
    number: z.number().meta({ description: 'The order; days do not tell it' }),
    from: z.enum(['reporter', 'body']),
    kind: z.enum(MESSAGE_CODES),
    sender: z.string().nullable().meta({ description: 'Pseudonym of who wrote; null for the reporter' }),
    wantsAnswer: z.boolean(),
    on: z.iso.date(),
    sentAt: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'Null for the reporter, of whom the day is kept' }),
    text: z.string().nullable().meta({ description: 'Null where the key of the family is gone' }),
    evidence: z.string().nullable().meta({ description: 'The file that came with it' }),
  })
  .meta({ id: 'MessageView' });
export type MessageView = z.infer<typeof MessageView>;

export const MessageList = z
  .strictObject({
    items: z.array(MessageView),
    isReceiptKept: z
      .boolean()
      .meta({ description: 'Whether the reporter has shown the code once more, and so can read an answer' }),
  })
  .meta({ id: 'MessageList' });
export type MessageList = z.infer<typeof MessageList>;
