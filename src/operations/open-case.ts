/**
 * Opens a case: its opening event is version 1. Where the data name the case it hangs on, it joins that family.
 */
import { isRetryable } from '../../db/errors.ts';
import type { StepRead } from '../../db/queries/step-read.ts';
import { Problem } from '../contract/problems.ts';
import type { CaseView } from '../contract/cases.ts';
import type { EventData } from '../domain/effect.ts';
import { DEFAULT_PROFILE } from '../domain/profile.ts';
import { CaseId } from '../domain/vocabulary.ts';
import type { Procedure } from '../machines/procedure.ts';
import { currentProcedure, currentProcedures } from '../machines/registry.ts';
import type { Asker } from './acting.ts';
import { answeredCase } from './answered-case.ts';
import { toCaseView } from './case-view.ts';
import type { Plan } from './plan-input.ts';
import { problemOf } from './refusal-problem.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';
import { loadedOf, parseData, plan, readFor, refuseErased } from './take-step.ts';

export interface OpenCase {
  readonly asker: Asker;
  readonly procedure: string;
  readonly data: EventData;
  readonly profile?: string;
  readonly idempotency?: { readonly key: string; readonly fingerprint: string };
}

const MOST_TRIES = 5;

/** Throws `Problem`: validation-failed, texts-erased, idempotency-key-reused, not-permitted, event-not-allowed. */
export async function openCase(runtime: Runtime, command: OpenCase): Promise<CaseView> {
  const { asker, idempotency } = command;
  const opening = beginOpening(runtime, command);
  for (let tries = 0; ; tries++) {
    const read = await opening.read();
    if (read.answered && idempotency) return answeredCase(runtime, asker, read.answered, idempotency);
    const { planned } = await opening.plan(read);
    try {
      if (await runtime.writeStep(planned.group)) return toCaseView(planned.row, asker);
    } catch (error) {
      if (!isRetryable(error)) throw error;
    }
    if (tries >= MOST_TRIES) throw new Problem('request-in-progress');
  }
}

/** An opening that is read for and planned, and not written. */
export interface Opening {
  readonly read: () => Promise<StepRead>;
  /** Throws what refuses it. */
  readonly plan: (read: StepRead) => Promise<{ readonly planned: Plan; readonly profile: PinnedProfile }>;
}

/** What an opening needs from its command; throws for a procedure or a profile that is not there. */
export function beginOpening(runtime: Runtime, command: OpenCase): Opening {
  const { asker, idempotency } = command;
  const procedure = procedureNamed(command.procedure);
  const named = profileNamed(runtime, command.profile ?? DEFAULT_PROFILE);
  const { event, ...data } = command.data;
  const answer = idempotency && { caller: asker.personId, ...idempotency, status: 201 };
  const by = procedure.joins?.by ?? '';
  const anchorId = CaseId.safeParse(data[by]);
  return {
    read: () =>
      readFor(runtime, { asker, data, ...(answer && { answer }) }, anchorId.success ? anchorId.data : null),
    plan: async (read) => {
      const type = openingEvent(procedure, event);
      const parsed = parseData(procedure, type, data);
      refuseErased(read);
      const anchor = loadedOf(read) ?? null;
      // A case that joins a family is judged by the rules the family was begun with, unless others are asked for.
      const profile =
        anchor && command.profile === undefined ? await runtime.pinned(anchor.row.profile_hash) : named;
      if (anchorId.success && !anchor)
        throw new Problem('validation-failed', undefined, {
          errors: [
            {
              pointer: `/data/${by}`,
              message: { zh: '没有您可以知悉的该案件', en: 'is not a case you may know of' },
            },
          ],
        });
      const planned = await plan(runtime, read, asker, {
        root: { opens: procedure, profile, anchor },
        event: { type, ...parsed },
        ...(answer && { answer }),
      });
      if ('refusal' in planned) throw problemOf(planned.refusal);
      return { planned, profile };
    },
  };
}

function procedureNamed(name: string): Procedure {
  const procedure = currentProcedure(name);
  if (procedure && procedure.openings.length > 0) return procedure;
  const known = currentProcedures()
    .filter(({ openings }) => openings.length > 0)
    .map((each) => each.name);
  throw new Problem('validation-failed', undefined, {
    errors: [
      {
        pointer: '/procedure',
        message: {
          zh: `应为下列程序之一：${known.join('、')}`,
          en: `has to be one of the procedures that can be opened: ${known.join(', ')}`,
        },
      },
    ],
  });
}

/** `data.event` names the opening event where there are several; otherwise it may be left out (settled 4). */
function openingEvent(procedure: Procedure, named: unknown): string {
  const { openings } = procedure;
  if (named === undefined && openings.length === 1) return openings[0] as string;
  if (typeof named === 'string' && openings.includes(named)) return named;
  throw new Problem('validation-failed', undefined, {
    errors: [
      {
        pointer: '/data/event',
        message: {
          zh: `应为下列事项之一：${openings.join('、')}`,
          en: `has to be one of the opening events: ${openings.join(', ')}`,
        },
      },
    ],
  });
}

/** A profile that is loaded; throws `validation-failed` for another. */
export function profileNamed(runtime: Runtime, id: string): PinnedProfile {
  const pinned = runtime.profiles.get(id);
  if (pinned) return pinned;
  const known = [...runtime.profiles.keys()];
  throw new Problem('validation-failed', undefined, {
    errors: [
      {
        pointer: '/profile',
        message: {
          zh: `应为已载入的规则集之一：${known.join('、')}`,
          en: `has to be one of the profiles in force: ${known.join(', ')}`,
        },
      },
    ],
  });
}
