/** The mailbox of a complaint for those who work on it: what its reporter wrote, and answers to them. */
import { findMailbox } from '../../db/queries/portal.ts';
import { listMessages } from '../../db/queries/portal-messages.ts';
import type { MessageList, SendMessageRequest } from '../contract/messages.ts';
import { Problem } from '../contract/problems.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { worksOn, type Asker } from './acting.ts';
import { actingOn } from './case-act.ts';
import { putMessage, textOfMessage } from './mailbox.ts';
import { visibleCase } from './read-case.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

const noMailbox = () =>
  new Problem('event-not-allowed', {
    zh: '本件不是通过举报平台收到的，无法在此与举报人通信',
    en: 'This did not come in by the portal, so its reporter has no mailbox here',
  });

/** Throws `Problem`: not-found, event-not-allowed for a case without a mailbox. */
export async function listCaseMessages(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<MessageList> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!worksOn(asker, row)) throw noSuchCase();
  const mailbox = await findMailbox(runtime.knex, runtime.tenant, row.id);
  if (!mailbox) throw noMailbox();
  const messages = await seenBy(runtime, asker, (db) => listMessages(db, runtime.tenant, row.id));
  return {
    isReceiptKept: mailbox.isKept,
    items: messages.map((message) => ({
      number: message.number,
      from: message.sender === null ? 'reporter' : 'body',
      kind: message.kind,
      sender: message.sender,
      wantsAnswer: message.wantsAnswer,
      on: message.on,
      sentAt: message.sentAt,
      text: textOfMessage(runtime, row.id, message),
      evidence: message.evidence,
    })),
  };
}

/** Answers the message's number. Throws `Problem`: not-found, not-permitted, event-not-allowed, texts-erased. */
export async function sendMessage(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  { text, wantsAnswer }: SendMessageRequest,
): Promise<{ readonly number: number }> {
  const { row } = await actingOn(runtime, asker, caseId, { act: 'message.send' });
  if (!(await findMailbox(runtime.knex, runtime.tenant, row.id))) throw noMailbox();
  const number = await putMessage(runtime, row, {
    by: asker.personId,
    isOfReporter: false,
    kind: 'message',
    text,
    wantsAnswer,
  });
  return { number };
}
