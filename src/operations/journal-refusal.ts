/** Journals a refusal on a known case: who wanted what, and which guard said no. It takes no version of the case. */
import type { StepRead } from '../../db/queries/step-read.ts';
import type { Refusal } from '../engine/step.ts';
import type { Asker } from './acting.ts';
import { makeEntry } from './journal-entry.ts';
import type { Runtime } from './runtime.ts';

export async function journalRefusal(
  runtime: Runtime,
  read: StepRead,
  asker: Asker,
  { type, refusal }: { readonly type: string; readonly refusal: Refusal },
): Promise<void> {
  const { case: row } = read;
  const actor = read.actors.find(({ person }) => person === asker.personId)?.pseudonym;
  if (!row || !actor || refusal.refused === 'unknown_event') return;
  const { entry, sealed } = makeEntry({
    type: 'event.refused',
    time: read.at,
    recorded: new Date().toISOString(),
    actor,
    outcome: 'refused',
    case: { id: row.id, at: row.version },
    procedure: { name: row.procedure, version: row.procedure_version, hash: row.definition_hash },
    profile: row.profile_hash,
    disclosed: [
      {
        name: 'data',
        value: { event: type, refused: refusal.refused, guard: refusal.guard ?? null },
      },
    ],
  });
  await runtime.writeStep({ moves: [], entries: [entry], sealed });
}
