/** What travels between the reporter's portal and whoever reports: a report in, a receipt out; later the mailbox. */
import { z } from 'zod';
import { MESSAGE_CODES } from '../domain/message-kinds.ts';
import { PORTAL_STATUS_CODES } from '../domain/portal-status.ts';
import { PURPOSE_CODES } from '../domain/identity-purposes.ts';
import { GivenDate } from '../domain/vocabulary.ts';

const BothWords = z.strictObject({ zh: z.string(), en: z.string() });
const text = (max: number) => z.string().trim().min(1).max(max);

/** Characters of a report, and of a message: a page that shows one stays small. */
export const MOST_OF_REPORT = 10_000;
export const MOST_OF_MESSAGE = 2_000;

export const PortalReportRequest = z
  .strictObject({
    content: text(MOST_OF_REPORT).meta({ description: 'What happened; sealed' }),
    about: text(1_000).optional().meta({ description: 'Whom or what unit it is about, in words; sealed' }),
    happenedOn: GivenDate.optional().meta({ description: 'The day it happened' }),
    identity: z
      .strictObject({ name: text(200), unit: text(200).optional(), contact: text(500) })
      .optional()
      .meta({ description: 'Who reports; absent for an anonymous report. Sealed apart' }),
  })
  .meta({
    id: 'PortalReportRequest',
    examples: [{ content: 'The relief grain was entered twice.', about: 'The warehouse keeper' }],
  });
export type PortalReportRequest = z.infer<typeof PortalReportRequest>;

const Receipt = z.string().max(100).meta({ description: 'The 16 digits of the receipt; spaces do no harm' });
const Token = z.string().max(200).meta({ description: 'What `/portal/session` gave' });

const Status = z
  .strictObject({
    code: z.enum(PORTAL_STATUS_CODES),
    label: BothWords,
    sentence: BothWords,
  })
  .meta({ description: 'How it stands, as far as its reporter is told' });

export const PortalReceipt = z
  .strictObject({
    receipt: z
      .string()
      .regex(/^\d{16}$/)
      .meta({ description: 'Shown this once; nobody can recover it' }),
    token: Token,
    status: Status,
  })
  .meta({ id: 'PortalReceipt' });
export type PortalReceipt = z.infer<typeof PortalReceipt>;

export const PortalSessionRequest = z
  .strictObject({ receipt: Receipt })
  .meta({ id: 'PortalSessionRequest', examples: [{ receipt: '9962 5125 8882 3310' }] });

const Field = z.strictObject({
  pointer: z.string().meta({ description: "JSON Pointer into the event's data" }),
  label: BothWords,
  isRequired: z.boolean(),
  maxLength: z.number(),
});

export const PortalReport = z
  .strictObject({
    status: Status,
    receivedOn: z.iso.date(),
    messages: z.array(
      z.strictObject({
        number: z.number(),
        from: z.enum(['reporter', 'body']),
        kind: z.enum(MESSAGE_CODES),
        on: z.iso.date(),
        text: z.string(),
        wantsAnswer: z.boolean(),
        hasFile: z.boolean(),
      }),
    ),
    disclosures: z
      .array(z.strictObject({ on: z.iso.date(), purpose: z.enum(PURPOSE_CODES), label: BothWords }))
      .meta({ description: 'On which days your identity was shown, and what for' }),
    actions: z
      .array(z.strictObject({ event: z.string(), label: BothWords, fields: z.array(Field) }))
      .meta({ description: 'What else you may do now' }),
  })
  .meta({ id: 'PortalReport' });
export type PortalReport = z.infer<typeof PortalReport>;

export const PortalSession = z
  .strictObject({ token: Token, report: PortalReport })
  .meta({ id: 'PortalSession' });
export type PortalSession = z.infer<typeof PortalSession>;

const Who = {
  token: Token.optional(),
  receipt: Receipt.optional().meta({ description: 'In place of a token' }),
};

export const PortalMessageRequest = z
  .union([
    z.strictObject({
      ...Who,
      text: text(MOST_OF_MESSAGE),
      kind: z.enum(MESSAGE_CODES).default('message'),
    }),
    z.strictObject({
      ...Who,
      action: z
        .strictObject({
          event: z.string().max(64),
          fields: z.record(z.string().max(200), z.string().max(MOST_OF_REPORT)),
        })
        .meta({ description: 'One of the actions of your report; fields by their pointer' }),
    }),
  ])
  .meta({ id: 'PortalMessageRequest', examples: [{ token: 'ps_…', text: 'There is a second ledger.' }] });
export type PortalMessageRequest = z.infer<typeof PortalMessageRequest>;

export const PortalMessageSent = z
  .strictObject({ number: z.number().nullable(), status: Status })
  .meta({ id: 'PortalMessageSent' });
export type PortalMessageSent = z.infer<typeof PortalMessageSent>;
