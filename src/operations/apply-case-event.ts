/**
 * Applies one event to one case. Snapshot, journal entry, clocks and linked cases are committed together or not at
 * all. A repeated request gets its first answer; a stale one changes nothing.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { isRetryable } from '../../db/errors.ts';
import { Problem } from '../contract/problems.ts';
import type { AppliedCase } from '../contract/step-outcome.ts';
import type { EventData } from '../domain/effect.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { procedureOf } from '../machines/registry.ts';
import { worksOn, type Asker } from './acting.ts';
import { answeredCase } from './answered-case.ts';
import { toCaseView } from './case-view.ts';
import { journalRefusal } from './journal-refusal.ts';
import { onlyRead } from './reads-only.ts';
import { problemOf } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { outcomeOf } from './step-outcome.ts';
import { loadedOf, parseData, plan, readFor, refuseErased } from './take-step.ts';

export interface ApplyCaseEvent {
  readonly asker: Asker;
  readonly caseId: CaseId;
  /** The version the caller read; undefined when they did not say. */
  readonly readVersion: number | undefined;
  readonly type: string;
  readonly data: EventData;
  readonly idempotency?: { readonly key: string; readonly fingerprint: string };
  readonly dryRun?: boolean;
}

/** How often a step is planned anew after losing a race against a linked case; with pauses, well under two seconds. */
const MOST_TRIES = 30;
const LONGEST_PAUSE_MS = 50;

/** Throws `Problem`: not-found, texts-erased, idempotency-key-reused, if-match-missing, case-changed, validation-failed, not-permitted, event-not-allowed. */
export async function applyCaseEvent(runtime: Runtime, command: ApplyCaseEvent): Promise<AppliedCase> {
  const { asker, caseId, readVersion, type, data, idempotency, dryRun } = command;
  const answer = idempotency && { caller: asker.personId, ...idempotency, status: 200 };
  for (let tries = 0; ; tries++) {
    const read = await readFor(runtime, { asker, data, ...(answer && { answer }) }, caseId);
    refuseErased(read);
    const loaded = loadedOf(read);
    if (!loaded) throw await onlyRead(runtime, asker, caseId);
    if (read.answered && idempotency) return answeredCase(runtime, asker, read.answered, idempotency);
    const { row } = loaded;
    if (readVersion === undefined) throw new Problem('if-match-missing', undefined, { version: row.version });
    if (readVersion !== row.version) throw caseChanged(row.version);

    const procedure = procedureOf(row.procedure, row.procedure_version);
    const parsed = procedure ? parseData(procedure, type, data) : { data, text: {}, identity: {} };
    const planned = await plan(runtime, read, asker, {
      root: loaded,
      event: { type, ...parsed },
      ...(answer && { answer }),
    });
    if ('refusal' in planned) {
      if (!dryRun) await journalRefusal(runtime, read, asker, { type, refusal: planned.refusal });
      throw problemOf(planned.refusal);
    }
    if (dryRun)
      return {
        ...toCaseView(planned.row, asker),
        // To a party the rest of the procedure says more of the matter than they may know.
        ...(worksOn(asker, row) && {
          outcome: outcomeOf(loaded, planned, await runtime.pinned(row.profile_hash)),
        }),
      };
    try {
      if (await runtime.writeStep(planned.group)) return toCaseView(planned.row, asker);
    } catch (error) {
      if (!isRetryable(error)) throw error;
    }
    if (tries >= MOST_TRIES) throw caseChanged(undefined);
    // At once the first time: most often it is this very case that moved, and then there is nothing to wait for.
    if (tries > 0) await pause(Math.random() * Math.min(LONGEST_PAUSE_MS, 2 ** tries));
  }
}

const caseChanged = (version: number | undefined): Problem =>
  new Problem('case-changed', undefined, version === undefined ? {} : { version });
