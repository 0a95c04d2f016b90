/** Puts a message into the mailbox of a complaint, sealed under the key of its family, and its entry into the journal. */
import { hash } from 'node:crypto';
import { findCaseKey } from '../../db/queries/case-key.ts';
import { findNow } from '../../db/queries/now.ts';
import { insertMessage, nextMessageNumber, type StoredMessage } from '../../db/queries/portal-messages.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import { Problem } from '../contract/problems.ts';
import { dateOf, instantAt, localDayOf } from '../domain/local-day.ts';
import type { MessageKind } from '../domain/message-kinds.ts';
import type { CaseId, PersonId } from '../domain/vocabulary.ts';
import { pseudonymOf, recordAct } from './record-act.ts';
import type { Runtime } from './runtime.ts';
import { seal, unseal } from './sealing.ts';

export interface NewMessage {
  readonly by: PersonId;
  /** Whether it is the reporter's own: then the day is all that is kept of when. */
  readonly isOfReporter: boolean;
  readonly kind: MessageKind;
  readonly text: string;
  readonly wantsAnswer?: boolean;
  readonly evidence?: string | null;
}

const labelOf = (caseId: CaseId, number: number): string => `${caseId} message ${number}`;

/** Answers the message's number. Throws `texts-erased`. */
export async function putMessage(
  runtime: Runtime,
  row: Pick<CaseRow, 'id' | 'profile_hash'>,
  { by, isOfReporter, kind, text, wantsAnswer = false, evidence = null }: NewMessage,
): Promise<number> {
  const { knex, tenant } = runtime;
  const { timeZone } = (await runtime.pinned(row.profile_hash)).profile.rules;
  const number = await knex.transaction(async (trx) => {
    const next = await nextMessageNumber(trx, tenant, row.id);
    const now = await findNow(trx);
    const day = localDayOf(now, timeZone);
    const stored = await findCaseKey(trx, tenant, row.id);
    if (stored?.wrapped === null || !stored) throw new Problem('texts-erased');
    const box = seal(runtime.unwrapped(stored.keyId, stored.wrapped).key, text, labelOf(row.id, next));
    const entry = await recordAct(runtime, trx, {
      type: isOfReporter ? 'message.received' : 'message.sent',
      by,
      at: isOfReporter ? instantAt(day, 0, timeZone) : now,
      caseId: row.id,
      // The hash is of the sealed bytes: it pins the message down and tells nothing of it.
      data: { number: next, kind, wantsAnswer, evidence, sha256: hash('sha256', box, 'hex') },
    });
    await insertMessage(trx, tenant, row.id, {
      number: next,
      kind,
      sender: isOfReporter ? null : await pseudonymOf(trx, tenant, by),
      wantsAnswer,
      on: dateOf(day),
      sentAt: isOfReporter ? null : now,
      sealed: box.toString('hex'),
      keyId: stored.keyId,
      evidence,
      entry,
    });
    return next;
  });
  runtime.onWritten?.();
  return number;
}

/** The words of a message; null where the key of the family is gone. */
export function textOfMessage(runtime: Runtime, caseId: CaseId, message: StoredMessage): string | null {
  if (message.wrapped === null) return null;
  const { key } = runtime.unwrapped(message.keyId, message.wrapped);
  return unseal(key, Buffer.from(message.sealed, 'hex'), labelOf(caseId, message.number)).toString('utf8');
}

/** Whether the body's latest question waits for the reporter. */
export const isAsked = (messages: readonly StoredMessage[]): boolean => {
  const asked = messages.findLastIndex(({ wantsAnswer }) => wantsAnswer);
  return asked >= 0 && !messages.slice(asked + 1).some(({ sender }) => sender === null);
};
