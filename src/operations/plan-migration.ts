/**
 * What a newer version of a procedure would mean for the cases that run on an older one. Each case's journal is
 * replayed against the newer version event by event, by the facts and data of then. Reads only.
 */
import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import canonicalize from 'canonicalize';
import type { StoredEntry } from '../../db/queries/case-journal.ts';
import { listOlderCases, type Verdict } from '../../db/queries/case-migrations.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { EventData } from '../domain/effect.ts';
import type { Profile } from '../domain/profile.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { carry, isCarried, MIGRATED } from '../engine/carry.ts';
import type { ClockRow } from '../engine/clock-effects.ts';
import {
  allowedEvents,
  blankSnapshot,
  completed,
  isRefusal,
  rowsFrom,
  stateOf,
  step,
  type StoredSnapshot,
} from '../engine/step.ts';
import type { Facts, Procedure } from '../machines/procedure.ts';
import { procedureOf } from '../machines/registry.ts';
import { eventOf, replay, valueOf } from './replay-case.ts';
import type { Runtime } from './runtime.ts';

/** An event of a case's past that the newer version would not have taken, or would have taken elsewhere. */
export interface Break {
  readonly version: number;
  readonly event: string;
  /** Where the case stood when it was fired. */
  readonly state: string;
  readonly why: 'unknown_event' | 'not_in_this_state' | 'person' | 'guard' | 'leads_elsewhere';
  readonly guard?: string;
  /** Where it would have led, for `leads_elsewhere`. */
  readonly leadsTo?: string;
  /** Facts the newer version asks for that were not looked up then: it may refuse for want of them. */
  readonly lacks?: readonly string[];
}

export interface CasePlan {
  readonly case: CaseId;
  readonly version: number;
  readonly fromVersion: number;
  readonly verdict: Verdict;
  readonly state: string;
  /** Null where the newer version knows no such place; `missing` names it. */
  readonly stateAfter: string | null;
  readonly missing?: string;
  readonly breaks: readonly Break[];
  /** Events that the present state takes now, and under the newer version. */
  readonly allows: { readonly before: readonly string[]; readonly after: readonly string[] };
  readonly clocks: { readonly start: readonly string[]; readonly stop: readonly string[] };
}

export type PlanCounts = Readonly<Record<Verdict, number>>;

export interface MigrationPlan {
  /** SHA-256 over what is planned for every case in order, hexadecimal. */
  readonly hash: string;
  readonly counts: PlanCounts;
}

const PAGE = 100;

/** Plans the move of every running case that is on an older version than `to`; tells of each as it goes. */
export async function planMigration(
  runtime: Runtime,
  to: Procedure,
  onCases: (plans: readonly CasePlan[]) => Promise<void> | void = () => undefined,
): Promise<MigrationPlan> {
  const counts = { same: 0, carries_over: 0, blocked: 0 };
  const digest = createHash('sha256').update(`${to.name}@${to.version} ${runtime.definitionHash(to)}\n`);
  for (let after: CaseId | null = null; ;) {
    const page = await listOlderCases(
      runtime.knex,
      runtime.tenant,
      { procedure: to.name, before: to.version },
      { after, limit: PAGE },
    );
    const plans: CasePlan[] = [];
    for (const { row, clocks } of page) {
      const plan = await planCase(runtime, row, clocks, to);
      counts[plan.verdict] += 1;
      digest.update(`${canonicalize(JSON.parse(JSON.stringify(plan))) ?? ''}\n`);
      plans.push(plan);
    }
    await onCases(plans);
    if (page.length < PAGE) return { hash: digest.digest('hex'), counts };
    after = page.at(-1)?.row.id ?? null;
  }
}

/** Plans the move of one case. A case whose own version this program does not know cannot be judged: it is blocked. */
export async function planCase(
  runtime: Runtime,
  row: CaseRow,
  clocks: readonly ClockRow[],
  to: Procedure,
): Promise<CasePlan> {
  const from = procedureOf(row.procedure, row.procedure_version);
  const named = {
    case: row.id,
    version: row.version,
    fromVersion: row.procedure_version,
    state: row.state,
  };
  const nothing = { breaks: [], clocks: { start: [], stop: [] } };
  if (!from)
    return {
      ...named,
      ...nothing,
      verdict: 'blocked',
      stateAfter: null,
      missing: `${row.procedure}@${row.procedure_version}`,
      allows: { before: [], after: [] },
    };
  const before = allowedEvents(from, row);
  const carried = carry(from, to, completed(from, row));
  const { breaks, isSame } = await breaksOf(runtime, row, to);
  if (!isCarried(carried))
    return {
      ...named,
      ...nothing,
      breaks,
      verdict: 'blocked',
      stateAfter: null,
      missing: carried.missing,
      allows: { before, after: [] },
    };
  const running = clocks.filter(({ isActive }) => isActive).map(({ key }) => key);
  return {
    ...named,
    breaks,
    verdict: isSame ? 'same' : 'carries_over',
    stateAfter: carried.state,
    allows: { before, after: allowedEvents(to, carried.snapshot) },
    clocks: {
      start: carried.clocks.start.filter((clock) => !running.includes(clock)),
      stop: carried.clocks.stop.filter((clock) => running.includes(clock)),
    },
  };
}

/**
 * What the newer version would have refused of a case's past. Each event is judged from where the case really stood, as
 * far as the newer version knows that place, so that one refusal does not hide the next.
 */
async function breaksOf(
  runtime: Runtime,
  row: CaseRow,
  to: Procedure,
): Promise<{ readonly breaks: readonly Break[]; readonly isSame: boolean }> {
  const { profile } = await runtime.pinned(row.profile_hash);
  const breaks: Break[] = [];
  const differing: number[] = [];
  let stood: StoredSnapshot | null = blankSnapshot(to);
  await replay(runtime, row, {}, ({ entry, snapshot, procedure, version }) => {
    const carried = carry(procedure, to, snapshot);
    const reached: StoredSnapshot | null = isCarried(carried) ? throughJson(carried.snapshot) : null;
    if (eventOf(entry) !== MIGRATED && stood) {
      const found = judged(to, stood, entry, version, profile);
      if ('why' in found) breaks.push(found);
      else if (reached && found.to.value.flow !== reached.value.flow)
        breaks.push({
          version,
          event: eventOf(entry),
          state: stateOf(stood),
          why: 'leads_elsewhere',
          leadsTo: stateOf(found.to),
        });
      else if (!isDeepStrictEqual(found.to, reached)) differing.push(version);
    }
    stood = reached;
  });
  return { breaks, isSame: breaks.length + differing.length === 0 };
}

/** An entry's event under another version: where it leads, or why it is refused. */
function judged(
  to: Procedure,
  stood: StoredSnapshot,
  entry: StoredEntry,
  version: number,
  profile: Profile,
): Break | { readonly to: StoredSnapshot } {
  const event = eventOf(entry);
  const facts = valueOf<Facts>(entry, 'facts');
  if (!facts) throw new Error(`entry ${entry.id} has lost its facts`);
  const data = valueOf<EventData>(entry, 'data') ?? {};
  const result = step(to, stood, { type: event, data, facts, profile });
  if (!isRefusal(result)) return { to: throughJson(result.snapshot) };
  const lacks = rowsFrom(to, stood, event)
    .flatMap(({ needs }) => needs ?? [])
    .filter((need) => facts[need] === undefined);
  return {
    version,
    event,
    state: stateOf(stood),
    why: result.refused,
    ...(result.guard !== undefined && { guard: result.guard }),
    ...(lacks.length > 0 && { lacks: [...new Set(lacks)] }),
  };
}

const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
