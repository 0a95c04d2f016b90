/**
 * The clocks of a case: due dates, step by step how each was counted, and what is left. Everything that counts days is
 * counted here, so that no reader has to.
 */
import { listEventsAt } from '../../db/queries/case-journal.ts';
import { listClocks } from '../../db/queries/cases.ts';
import { findNow } from '../../db/queries/now.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { ClockView } from '../contract/cases.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import { deriveDue, isPaused, type Clock } from '../domain/clock.ts';
import { leftOf, queueLight, soonUntil } from '../domain/queue-light.ts';
import type { CaseId, Instant, Words } from '../domain/vocabulary.ts';
import type { ClockRow } from '../engine/clock-effects.ts';
import { everyProcedure } from '../machines/registry.ts';
import { worksOn, type Asker } from './acting.ts';
import { visibleCase } from './read-case.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

export async function explainClocks(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<ClockView[]> {
  const row = await visibleCase(runtime, asker, caseId);
  const pinned = await runtime.pinned(row.profile_hash);
  const { clocks, at, events } = await seenBy(runtime, asker, async (db) => {
    const found = await listClocks(db, runtime.tenant, caseId);
    // A party sees that a clock stands still, not what staff did to make it so.
    const paused = worksOn(asker, row) ? found.flatMap(({ ledger }) => ledger.pauses) : [];
    const pauses = [...new Set(paused.map(({ from }) => from))];
    return {
      clocks: found,
      at: await findNow(db),
      events: pauses.length === 0 ? [] : await listEventsAt(db, runtime.tenant, caseId, pauses),
    };
  });
  const causes = new Map(events.map((each) => [each.at, wordsOf(row, each.type)]));
  return clocks.map((clock) => toClockView(clock, { row, pinned, at, causes }));
}

interface Beside {
  readonly row: CaseRow;
  readonly pinned: PinnedProfile;
  readonly at: Instant;
  /** What happened in the case, by instant. */
  readonly causes: ReadonlyMap<Instant, Words | null>;
}

function toClockView(clock: ClockRow, { row, pinned, at, causes }: Beside): ClockView {
  const { id, key, instance, ledger, isActive, firedAt } = clock;
  const { profile, calendar } = pinned;
  const { dueAt, dueOn, steps, warnings, alternative } = deriveDue(ledger, calendar, profile.rules);
  const runs = isActive && dueAt !== null;
  const { left, leftUnit } = runs ? leftOf(ledger, dueAt, at, pinned) : { left: null, leftUnit: null };
  return {
    id,
    clock: key,
    label: CLOCK_WORDS[ledger.key],
    instance,
    isRunning: isActive && !isPaused(ledger),
    isPaused: isPaused(ledger),
    isOverdue: isActive && firedAt !== null,
    startedAt: ledger.startedAt,
    stoppedAt: ledger.stoppedAt,
    dueAt,
    dueOn,
    light: queueLight({ isOpen: isActive, dueAt, hasClock: true }, at, soonUntil(at, pinned)),
    left,
    leftUnit,
    elapsed: dueAt === null ? null : elapsedOf(ledger, dueAt, at),
    limit: { amount: ledger.limit.amount, unit: ledger.limit.unit },
    startedBy: { event: ledger.startEvent, label: wordsOf(row, `${row.procedure}.${ledger.startEvent}`) },
    pauses: ledger.pauses.map(({ from, to }) => ({ from, to, because: causes.get(from) ?? null })),
    extensions: ledger.extensions.map((each) => ({ amount: each.amount, unit: each.unit, at: each.at })),
    mostExtensions: ledger.limit.extension?.times ?? 0,
    steps: steps.map((each) => ({ ...each })),
    warnings: warnings.map((each) => ({ ...each })),
    ...(alternative && { alternative: { ...alternative } }),
    basis: [...(profile.limits[ledger.key]?.basis ?? [])],
  };
}

/** Per cent of the time from the start to the due instant that is gone, or was when the clock was stopped. */
function elapsedOf({ startedAt, stoppedAt }: Clock, dueAt: Instant, at: Instant): number {
  const start = Date.parse(startedAt);
  const whole = Math.max(1, Date.parse(dueAt) - start);
  const share = (Date.parse(stoppedAt ?? at) - start) / whole;
  return Math.round(Math.min(1, Math.max(0, share)) * 100);
}

/** The words of an event of the case's procedure, in whatever version knows it. */
function wordsOf({ procedure }: CaseRow, type: string): Words | null {
  const rows = everyProcedure()
    .filter(({ name }) => name === procedure)
    .flatMap((version) => version.rows);
  return rows.find(({ event }) => `${procedure}.${event}` === type)?.label ?? null;
}
