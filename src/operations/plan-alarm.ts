/**
 * Plans the record of one alarm of a clock. The due instant is an event of the case, and so is an alarm that the case's
 * procedure has a row for; any other is an entry beside the case, so that no reader's version goes stale over a warning.
 */
import type { DueClock } from '../../db/queries/due-clocks.ts';
import type { FamilyRow } from '../../db/queries/family.ts';
import type { StepGroup } from '../../db/queries/step-write.ts';
import { notify } from '../domain/effect.ts';
import { rungAt } from '../domain/ladder.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { recorded } from '../engine/alarms.ts';
import { rowsFrom } from '../engine/step.ts';
import { isChosen } from '../machines/define-procedure.ts';
import type { Actor } from '../machines/procedure.ts';
import { procedureOf } from '../machines/registry.ts';
import { makeEntry } from './journal-entry.ts';
import type { PlanRefusal } from './plan-input.ts';
import { planStep } from './plan-step.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';

const SYSTEM: Actor = { person: 'system', roles: ['system'], unit: null, duties: [], recusal: 'none' };

/** What becomes of an alarm: a group to write, or nothing because its clock is void, or nothing this program may say. */
export type PlannedAlarm = { readonly group: StepGroup } | { readonly isVoid: boolean };

/** Plans one alarm on its case as it stands. The case's profile has to be fetched. Throws for faults of our own. */
export function planAlarm(runtime: Runtime, at: Instant, alarm: DueClock, own: FamilyRow): PlannedAlarm {
  const pinned = runtime.pinnedNow(own.row.profile_hash);
  const procedure = procedureOf(own.row.procedure, own.row.procedure_version);
  if (!pinned) throw new Error(`profile ${own.row.profile_hash} was not fetched`);
  const rung = rungAt(pinned.profile.rules.escalate.ladder, alarm.alarm);
  if (!rung) throw new Error(`clock ${alarm.id} waits for an alarm that its ladder has not`);
  const data = {
    clock: alarm.key,
    ...(alarm.instance !== '' && { instance: alarm.instance }),
    ...(alarm.alarm > 0 && { level: rung.code }),
  };
  const type = eventOf(alarm.alarm);
  const listens =
    procedure !== undefined && rowsFrom(procedure, own.row, type).some((row) => isChosen(row, data));
  if (alarm.alarm === 0 || listens) {
    const planned = planEvent(runtime, at, alarm, own, { type, data });
    if ('group' in planned) return planned;
    // A case that does not listen any more makes its clock void; it must not come back for ever. Any other refusal
    // is ours: a newer program, which knows the version the case runs on, will record it.
    if (alarm.alarm === 0) return { isVoid: planned.refusal.refused === 'not_in_this_state' };
  }
  if (!own.row.is_open) return { isVoid: true };
  if (!procedure) return { isVoid: false };
  return { group: entryBeside(runtime, at, { alarm, own, pinned, data }) };
}

const eventOf = (rank: number) =>
  rank < 0 ? 'DEADLINE_WARNED' : rank === 0 ? 'DEADLINE_PASSED' : 'DEADLINE_ESCALATED';

function planEvent(
  runtime: Runtime,
  at: Instant,
  alarm: DueClock,
  own: FamilyRow,
  event: { readonly type: string; readonly data: object },
): { group: StepGroup } | PlanRefusal {
  const planned = planStep(runtime, {
    at,
    recorded: new Date().toISOString(),
    by: SYSTEM,
    pseudonym: runtime.systemPseudonym,
    people: {},
    root: own,
    family: { cases: [], links: [], asked: [] },
    acts: null,
    event: { type: event.type, data: event.data as Record<string, unknown>, text: {}, identity: {} },
    via: 'clock',
    fires: { id: alarm.id },
  });
  if ('needs' in planned) throw new Error('an alarm asks for more than its case');
  return planned;
}

interface Beside {
  readonly alarm: DueClock;
  readonly own: FamilyRow;
  readonly pinned: PinnedProfile;
  readonly data: object;
}

/** An entry that takes no version of the case: what is due when, and who is told. */
function entryBeside(runtime: Runtime, at: Instant, { alarm, own, pinned, data }: Beside): StepGroup {
  const { row } = own;
  const clock = own.clocks.find(({ id }) => id === alarm.id);
  if (!clock) throw new Error(`clock ${alarm.id} was claimed and does not run`);
  const { ladder, clocks, default: usual } = pinned.profile.rules.escalate;
  const rung = rungAt(ladder, alarm.alarm);
  const told = rung?.to ?? clocks[alarm.key] ?? usual;
  const { entry, sealed } = makeEntry({
    type: alarm.alarm < 0 ? 'clock.warned' : 'clock.escalated',
    time: at,
    recorded: new Date().toISOString(),
    actor: runtime.systemPseudonym,
    outcome: 'done',
    case: { id: row.id, at: row.version },
    procedure: { name: row.procedure, version: row.procedure_version, hash: row.definition_hash },
    profile: row.profile_hash,
    disclosed: [
      { name: 'data', value: { ...data, dueAt: clock.dueAt } },
      { name: 'effects', value: [notify(`${rung?.code ?? ''}:${alarm.key}`, ...told)] },
    ],
  });
  return {
    moves: [],
    entries: [entry],
    sealed,
    clocks: [{ ...recorded(clock, at, pinned), case_id: row.id }],
    fires: [{ id: alarm.id, alarm: alarm.alarm }],
  };
}
