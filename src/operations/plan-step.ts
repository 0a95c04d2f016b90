/**
 * Plans one step with everything it sets off: the case, the cases linked to it, clocks, duties, journal entries. The
 * plan is made in memory from what was read, and written by one statement or not at all. It asks for more (`needs`)
 * when a row wants facts of the family that were not read yet.
 */
import { uuidv7 } from 'uuidv7';
import type { Move, StepGroup } from '../../db/queries/step-write.ts';
import type { Effect, EventData, LinkType } from '../domain/effect.ts';
import { splitEventData } from '../domain/event-data.ts';
import type { CaseId, Instant, PersonId } from '../domain/vocabulary.ts';
import {
  applyClockEffect,
  clockFactsOf,
  type ClockEffect,
  type ClockOutcome,
} from '../engine/clock-effects.ts';
import { recorded } from '../engine/alarms.ts';
import { isRefusal, rowsFrom, step, type Accepted } from '../engine/step.ts';
import { concernedIn } from '../machines/generic-guards.ts';
import type { BaseContext, FamilyMember, Facts, Procedure } from '../machines/procedure.ts';
import { currentProcedure, procedureOf } from '../machines/registry.ts';
import { familyMembersOf, relationOf } from './family-members.ts';
import type { LoadedCase, Needs, Plan, PlanInput, PlanRefusal } from './plan-input.ts';
import { inTermsOf, noSuchCase, Refused, unknownVersion } from './plan-refusals.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';
import { StepRecord, type Accepting } from './step-record.ts';
import { settledRow, workingAnew, workingOn, type Working } from './working-case.ts';

interface Sent {
  readonly to: Working;
  readonly type: string;
  readonly data: EventData;
  readonly text?: EventData | undefined;
  readonly identity?: EventData | undefined;
  readonly via?: 'link' | 'clock';
  readonly ifAccepted?: true;
}

class NeedsMore extends Error {
  readonly needs: Needs['needs'];
  constructor(needs: Needs['needs']) {
    super('more has to be read');
    this.needs = needs;
  }
}

/** Plans a step. Pure but for fresh ids, salts and keys; throws only for faults of our own. */
export function planStep(runtime: Runtime, input: PlanInput): Plan | PlanRefusal | Needs {
  try {
    return new Planning(runtime, input).plan();
  } catch (error) {
    if (error instanceof NeedsMore) return { needs: error.needs };
    if (error instanceof Refused) return { refusal: inTermsOf(input.root, error), row: error.row };
    throw error;
  }
}

class Planning {
  readonly #runtime: Runtime;
  readonly #input: PlanInput;
  readonly #cases = new Map<CaseId, Working>();
  readonly #links: { child: CaseId; parent: CaseId; type: string }[];
  readonly #record: StepRecord;
  readonly #queue: Sent[] = [];

  constructor(runtime: Runtime, input: PlanInput) {
    this.#runtime = runtime;
    this.#input = input;
    this.#links = [...(input.family?.links ?? [])];
    this.#record = new StepRecord(runtime, input);
  }

  plan(): Plan {
    const { root, event, via, fires, answer } = this.#input;
    const target = 'row' in root ? this.#load(root) : this.#openOn(root);
    // First, so that what the event does to the clock stands on an alarm that has gone off.
    const fired = fires ? this.#markFired(target, fires.id) : [];
    const result = this.#take({ to: target, ...event, ...(via && { via }) });
    for (let sent = this.#queue.shift(); sent; sent = this.#queue.shift()) this.#take(sent);

    const dirty = [...this.#cases.values()].filter(({ isDirty }) => isDirty);
    const moves: Move[] = dirty.map((working) => ({ ...settledRow(working), expected: working.expected }));
    const clocks = dirty.flatMap(({ row, clocks: all, touched }) =>
      all.filter(({ id }) => touched.has(id)).map((clock) => ({ ...clock, case_id: row.id })),
    );
    const row = settledRow(target);
    return {
      taken: result?.row ?? '',
      effects: result?.effects ?? [],
      row,
      group: {
        moves,
        clocks,
        ...this.#record.rows(),
        ...(fired.length > 0 && { fires: fired }),
        ...(answer && { answer: { ...answer, case_id: row.id, version: row.version } }),
      },
    };
  }

  /** Takes one event on one case and queues what it sends on. Answers what came of it; null where it was passed over. */
  #take({ to, type, data, text, identity, via, ifAccepted }: Sent): Accepted | null {
    const { procedure, pinned } = to;
    const facts = this.#factsFor(to, type, data, via);
    const event = { type, data, facts, profile: pinned.profile };
    const result = step(procedure, to.snapshot, event);
    if (isRefusal(result)) {
      if (ifAccepted && result.refused !== 'unknown_event') return null;
      throw new Refused(result, to.row);
    }
    const outcomes = this.#carryOut(to, result, facts.at, type);
    this.#record.duties(to, result);
    this.#advance(to, result, facts, { type, data, text, identity, outcomes });
    return result;
  }

  #factsFor(to: Working, type: string, data: EventData, via: Sent['via']): Facts {
    const { by, people, acts, family, elsewhere, barred, at } = this.#input;
    const needs = new Set(rowsFrom(to.procedure, to.snapshot, type).flatMap((row) => row.needs ?? []));
    if (needs.has('family') && !family && !this.#isNewFamily())
      this.#need({ family: true, acts: needs.has('acts') });
    if (needs.has('acts') && !acts) this.#need({ family: needs.has('family'), acts: true });
    const about = needs.has('elsewhere') ? this.#personsOf(to, data) : [];
    if (about.some((person) => !elsewhere?.persons.includes(person))) this.#need({ elsewhere: about });
    return {
      at: at > to.row.updated_at ? at : to.row.updated_at,
      case: to.row.id,
      version: to.row.version + 1,
      by,
      people,
      ...(via && { via }),
      ...(needs.has('family') && { family: this.#familyOf(to) }),
      ...(needs.has('clocks') && { clocks: clockFactsOf(to.clocks) }),
      ...(needs.has('acts') && { acts: acts ?? [] }),
      ...(needs.has('elsewhere') && {
        elsewhere: (elsewhere?.cases ?? []).filter(({ person }) => about.includes(person)),
      }),
      ...(barred && !via && { barred }),
    };
  }

  #need(needs: Partial<Needs['needs']>): never {
    throw new NeedsMore({ family: true, acts: false, cases: [], elsewhere: [], ...needs });
  }

  /** Whom a step is about: those the case knows, those the data name, and for a case that opens those of its kin. */
  #personsOf(of: Working, data: EventData): PersonId[] {
    const kin = of.row.version > 0 ? [] : [...this.#cases.values()].filter((other) => other !== of);
    return [
      ...new Set([
        ...concernedIn(of.snapshot.context),
        ...kin.flatMap(({ snapshot }) => concernedIn(snapshot.context)),
        ...concernedIn({ subject: null, ...data } as unknown as BaseContext),
      ]),
    ];
  }

  /** A family that begins with this very step has no members to be read. */
  #isNewFamily(): boolean {
    return 'opens' in this.#input.root && this.#input.root.anchor === null;
  }

  #familyOf(of: Working): FamilyMember[] {
    this.#loadFamily();
    const rows = [...this.#cases.values()].map(({ row }) => row).filter(({ version }) => version > 0);
    return familyMembersOf(of.row.id, rows, this.#links);
  }

  #loadFamily(): void {
    const { family } = this.#input;
    if (!family) {
      if (this.#isNewFamily()) return;
      this.#need({});
    }
    for (const loaded of family.cases) if (!this.#cases.has(loaded.row.id)) this.#load(loaded);
  }

  #load(loaded: LoadedCase): Working {
    const { row, wrappedKey } = loaded;
    const procedure = procedureOf(row.procedure, row.procedure_version);
    const pinned = this.#runtime.pinnedNow(row.profile_hash);
    if (!procedure) throw new Refused(unknownVersion(row), row);
    if (!pinned) throw new Error(`profile ${row.profile_hash} was not fetched`);
    const key = this.#runtime.unwrapped(row.seal_key_id, wrappedKey);
    const working = workingOn(loaded, { procedure, pinned, key });
    this.#cases.set(row.id, working);
    return working;
  }

  #open(procedure: Procedure, pinned: PinnedProfile, kin: Working | null): Working {
    const { at, by } = this.#input;
    const key = kin?.key ?? this.#record.freshKey('family');
    const definitionHash = this.#runtime.definitionHash(procedure);
    const working = workingAnew({ procedure, definitionHash, pinned, key, kin, by, at });
    this.#cases.set(working.row.id, working);
    return working;
  }

  /** Opens the case of the event itself, in the family of the allegation that its data name. */
  #openOn({ opens, profile, anchor }: Exclude<PlanInput['root'], LoadedCase>): Working {
    if (!anchor) return this.#open(opens, profile, null);
    const kin = this.#load(anchor);
    const opened = this.#open(opens, profile, kin);
    if (opens.joins) this.#link(opened, kin, opens.joins.link);
    return opened;
  }

  #link(child: Working, parent: Working, type: LinkType): void {
    this.#links.push({ child: child.row.id, parent: parent.row.id, type });
    this.#record.link(child, parent, type);
  }

  /** Interprets the effects; the answer is what they came to, for the journal. */
  #carryOut(of: Working, { effects }: Accepted, at: Instant, event: string): readonly unknown[] {
    return effects.flatMap((effect): readonly unknown[] => {
      switch (effect.kind) {
        case 'start_clock':
        case 'stop_clock':
        case 'pause_clock':
        case 'resume_clock':
        case 'extend_clock':
        case 'pause_clocks':
        case 'resume_clocks':
        case 'stop_all_clocks':
          return this.#moveClocks(of, effect, at, event);
        case 'open_case':
          return [this.#openLinked(of, effect)];
        case 'send_event':
          return this.#send(of, effect);
        case 'request_recusal':
        case 'decide_recusal':
          this.#record.recusal(of, effect, at);
          return [effect];
        case 'issue_document':
        case 'notify':
          return [effect];
        case 'record':
          return [];
        default:
          return effect satisfies never;
      }
    });
  }

  #moveClocks(of: Working, effect: ClockEffect, at: Instant, event: string): readonly ClockOutcome[] {
    const rules = { ...of.pinned, event };
    const { clocks, outcomes, touched } = applyClockEffect(of.clocks, effect, at, rules, uuidv7);
    of.clocks = clocks;
    for (const id of touched) of.touched.add(id);
    return outcomes;
  }

  #openLinked(of: Working, effect: Extract<Effect, { kind: 'open_case' }>): unknown {
    const procedure = currentProcedure(effect.procedure);
    if (!procedure) throw new Error(`no procedure ${effect.procedure} to open`);
    const child = this.#open(procedure, of.pinned, of);
    this.#link(child, of, effect.link);
    const parsed = procedure.events[effect.event]?.parse(effect.data) as EventData;
    this.#queue.push({ to: child, type: effect.event, data: parsed, via: 'link' });
    return { kind: 'open_case', procedure: effect.procedure, case: child.row.id, link: effect.link };
  }

  #send(of: Working, effect: Extract<Effect, { kind: 'send_event' }>): readonly unknown[] {
    const { to } = effect;
    if ('case' in to) this.#loadForeign(to.case, of);
    else this.#loadFamily();
    const targets = [...this.#cases.values()].filter(({ row }) =>
      'case' in to
        ? row.id === to.case
        : row.procedure === to.procedure && relationOf(this.#links, of.row.id, row.id) === to.relation,
    );
    if (effect.link) for (const parent of targets) this.#link(of, parent, effect.link);
    return targets.flatMap((target) => {
      const schema = target.procedure.events[effect.event];
      // A case on a version that never listened stays as it is, like one whose state does not.
      if (!schema && effect.ifAccepted) return [];
      // Whoever named the case by its id named one of another kind.
      if (!schema && 'case' in to) throw new Refused(noSuchCase(of), of.row);
      if (!schema) throw new Error(`${target.procedure.name} knows no ${effect.event}`);
      const { data, text } = splitEventData(schema, schema.parse(effect.data));
      const isInternal = target.procedure.rows.some((row) => row.event === effect.event && row.isInternal);
      this.#queue.push({
        to: target,
        type: effect.event,
        data,
        text,
        ...(isInternal && { via: 'link' }),
        ...(effect.ifAccepted && { ifAccepted: true }),
      });
      return { kind: 'send_event', case: target.row.id, event: effect.event };
    });
  }

  /** A case of another family, named by id: read when asked for, refused when it is not there or is the case itself. */
  #loadForeign(id: CaseId, of: Working): void {
    if (this.#cases.has(id)) {
      if (id === of.row.id) throw new Refused(noSuchCase(of), of.row);
      return;
    }
    if (!this.#input.family?.asked.includes(id)) this.#need({ cases: [id] });
    this.#loadFamily();
    if (!this.#cases.has(id)) throw new Refused(noSuchCase(of), of.row);
  }

  #advance(of: Working, result: Accepted, facts: Facts, event: Accepting): void {
    const { row } = of;
    const head = this.#record.event(of, result, facts, event);
    of.snapshot = result.snapshot;
    of.isDirty = true;
    of.row = {
      ...row,
      version: facts.version,
      state: result.state,
      value: result.snapshot.value,
      context: result.snapshot.context,
      summary: result.summary,
      is_open: result.isOpen,
      subject: result.snapshot.context.subject,
      assignee: result.snapshot.context.assignee,
      unit: result.snapshot.context.unit ?? row.unit,
      head_hash: head,
      updated_at: facts.at,
    };
  }

  #markFired(of: Working, id: string): NonNullable<StepGroup['fires']> {
    const fired = of.clocks.filter((clock) => clock.id === id);
    of.clocks = of.clocks.map((clock) =>
      clock.id === id ? recorded(clock, this.#input.at, of.pinned) : clock,
    );
    of.touched.add(id);
    return fired.map(({ alarm }) => ({ id, alarm }));
  }
}
