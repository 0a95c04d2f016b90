/** One case of a batch: the event it is sent, as the person who asked, and what its refusal comes to. */
import { hash } from 'node:crypto';
import type { Refusal } from '../contract/batches.ts';
import { Problem } from '../contract/problems.ts';
import type { EventData } from '../domain/effect.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { applyCaseEvent } from './apply-case-event.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';

/** How often a case is read anew that somebody else moves at the same time. */
const MOST_TRIES = 3;

export interface ItemEvent {
  /** Absent in a dry run. */
  readonly batch?: string;
  readonly event: string;
  readonly data: EventData;
  readonly reason: string;
}

/**
 * Sends the event to one case; answers its version afterwards. The present version is the one it is judged by, not the one
 * that a dry run saw: these events decide nothing that hangs on what somebody read in the case, and a batch takes a
 * while, in which a note alone would make it skip cases. Sent again, it does nothing more. Throws `Problem`.
 */
export async function applyToItem(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  { batch, event, data, reason }: ItemEvent,
): Promise<number> {
  const sent: EventData = {
    ...data,
    ...(event === 'NOTE' && { text: reason }),
    ...(batch !== undefined && { reference: `batch:${batch}` }),
  };
  const idempotency = batch !== undefined && {
    key: `batch:${batch}:${caseId}`,
    fingerprint: hash('sha256', `batch ${batch} ${caseId} ${event} ${JSON.stringify(sent)}`, 'hex'),
  };
  for (let tries = 1; ; tries++) {
    const { version: readVersion } = await visibleCase(runtime, asker, caseId);
    try {
      const { version } = await applyCaseEvent(runtime, {
        asker,
        caseId,
        readVersion,
        type: event,
        data: sent,
        ...(idempotency ? { idempotency } : { dryRun: true }),
      });
      return version;
    } catch (error) {
      if (!(error instanceof Problem && error.problem === 'case-changed') || tries === MOST_TRIES)
        throw error;
    }
  }
}

/** Whether a case said no, by a rule or because it is not to be known of; anything else is no answer. */
export const isRefusal = (error: unknown): error is Problem =>
  error instanceof Problem && error.status < 500 && error.problem !== 'case-changed';

export const refusalOf = ({ problem, detail, extensions: { guard } }: Problem): Refusal => ({
  code: problem,
  guard: typeof guard === 'string' ? guard : null,
  words: detail,
});
