/**
 * Moves one running case to a newer version of its procedure, by one entry of its journal: the case stands where the
 * newer version puts it, clocks are started and stopped where the two differ, nothing else changes.
 */
import { uuidv7 } from 'uuidv7';
import type { Outcome } from '../../db/queries/case-migrations.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { carry, isCarried, MIGRATED, type CarriedCase } from '../engine/carry.ts';
import { applyClockEffect, type ClockEffect, type ClockOutcome } from '../engine/clock-effects.ts';
import { completed, isSuspended } from '../engine/step.ts';
import type { Facts, Procedure } from '../machines/procedure.ts';
import { procedureOf } from '../machines/registry.ts';
import { actorOf, type Asker } from './acting.ts';
import { makeEntry } from './journal-entry.ts';
import { planCase, type CasePlan } from './plan-migration.ts';
import type { LoadedCase } from './plan-input.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';
import { loadedOf, readFor } from './take-step.ts';
import { settledRow } from './working-case.ts';

/** What a move rests on, as its entry tells: the plan, and the two who answer for it, by pseudonym. */
export interface Mandate {
  readonly migration: string;
  readonly plan: string;
  readonly proposedBy: string;
  readonly approvedBy: string;
}

export interface Settled {
  readonly outcome: Outcome;
  /** Planned anew where the case has moved since; null where there was nothing left to plan. */
  readonly plan: CasePlan | null;
}

export interface MigrateCase {
  readonly asker: Asker;
  readonly caseId: CaseId;
  readonly to: Procedure;
  readonly mandate: Mandate;
  readonly isDryRun?: boolean;
}

/** How often a case that keeps moving is planned anew. */
const MOST_TRIES = 30;

/** Moves a case or leaves it, and says which. A case that is there already, from a run before, counts as moved. */
export async function migrateCase(runtime: Runtime, command: MigrateCase): Promise<Settled> {
  const { asker, caseId, to, mandate, isDryRun } = command;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const read = await readFor(runtime, { asker, data: {} }, caseId);
    if (read.case?.is_open === false && read.wrappedKey === null) return { outcome: 'closed', plan: null };
    const loaded = loadedOf(read);
    const pseudonym = read.actors.find(({ person }) => person === asker.personId)?.pseudonym;
    if (!loaded || !pseudonym) throw new Error(`case ${caseId} cannot be read by whoever migrates it`);
    const { row } = loaded;
    if (row.procedure_version >= to.version) return { outcome: 'moved', plan: null };
    if (!row.is_open) return { outcome: 'closed', plan: null };
    const plan = await planCase(runtime, row, loaded.clocks, to);
    const from = procedureOf(row.procedure, row.procedure_version);
    const carried = from && carry(from, to, completed(from, row));
    if (plan.verdict === 'blocked' || !from || !carried || !isCarried(carried))
      return { outcome: 'blocked', plan };
    if (isDryRun) return { outcome: 'moved', plan };
    const facts: Facts = {
      at: read.at > row.updated_at ? read.at : row.updated_at,
      case: row.id,
      version: row.version + 1,
      by: actorOf(asker, read.actors),
      people: {},
    };
    const pinned = await runtime.pinned(row.profile_hash);
    const moved = moveOf(runtime, { loaded, to, carried, plan, facts, pinned, pseudonym, mandate });
    if (await runtime.writeStep(moved)) return { outcome: 'moved', plan };
  }
  throw new Error(`case ${caseId} kept moving`);
}

interface Moving {
  readonly loaded: LoadedCase;
  readonly to: Procedure;
  readonly carried: CarriedCase;
  readonly plan: CasePlan;
  readonly facts: Facts;
  readonly pinned: PinnedProfile;
  readonly pseudonym: string;
  readonly mandate: Mandate;
}

function moveOf(runtime: Runtime, moving: Moving): Parameters<Runtime['writeStep']>[0] {
  const { loaded, to, carried, plan, facts, pinned, pseudonym, mandate } = moving;
  const { row } = loaded;
  const definition = runtime.definitionHash(to);
  const { clocks, outcomes, touched } = movedClocks(moving);
  const { entry, sealed } = makeEntry({
    type: `${to.name}.${MIGRATED}`,
    time: facts.at,
    recorded: new Date().toISOString(),
    actor: pseudonym,
    outcome: 'accepted',
    case: { id: row.id, seq: facts.version, prev: row.head_hash },
    procedure: { name: to.name, version: to.version, hash: definition },
    profile: pinned.hash,
    disclosed: [
      {
        name: 'data',
        value: {
          fromVersion: row.procedure_version,
          toVersion: to.version,
          verdict: plan.verdict,
          ...mandate,
        },
      },
      { name: 'facts', value: facts },
      { name: 'effects', value: outcomes },
    ],
  });
  const { value, context } = carried.snapshot;
  const moved = settledRow({
    row: {
      ...row,
      procedure_version: to.version,
      definition_hash: definition,
      version: facts.version,
      state: carried.state,
      value,
      context,
      summary: carried.summary,
      is_open: carried.isOpen,
      subject: context.subject,
      assignee: context.assignee,
      head_hash: entry.leaf_hash,
      updated_at: facts.at,
    },
    clocks,
  });
  return {
    moves: [{ ...moved, expected: row.version }],
    entries: [entry],
    sealed,
    clocks: clocks.filter(({ id }) => touched.has(id)).map((clock) => ({ ...clock, case_id: row.id })),
  };
}

/** Clocks that only one of the versions runs where the case stands; all others go on as they are. */
function movedClocks({ loaded, plan, carried, facts, pinned }: Moving) {
  const effects: ClockEffect[] = carried.isOpen
    ? [
        ...plan.clocks.stop.map((clock) => ({ kind: 'stop_clock', clock }) as ClockEffect),
        ...plan.clocks.start.map((clock) => ({ kind: 'start_clock', clock }) as ClockEffect),
        ...(isSuspended(carried.snapshot) && plan.clocks.start.length > 0
          ? [{ kind: 'pause_clocks' } as ClockEffect]
          : []),
      ]
    : [{ kind: 'stop_all_clocks' }];
  let clocks = [...loaded.clocks];
  const outcomes: ClockOutcome[] = [];
  const touched = new Set<string>();
  for (const effect of effects) {
    const change = applyClockEffect(clocks, effect, facts.at, pinned, uuidv7);
    clocks = change.clocks;
    outcomes.push(...change.outcomes);
    for (const id of change.touched) touched.add(id);
  }
  return { clocks, outcomes, touched };
}
