/**
 * What a procedure is made of: its states, the rows of its table, its guards, and the words for all of them. One row
 * generates the transition, its guard and its `meta`; the engine walks the same row to name the guard that said no.
 * Types only; `define-procedure.ts` builds the statechart.
 */
import type { AnyStateMachine } from 'xstate';
import type { z } from 'zod';
import type { Duty } from '../domain/duty.ts';
import type { Effect, EventData, LinkType } from '../domain/effect.ts';
import type { LocalDate } from '../domain/local-day.ts';
import type { ClockKey, Profile } from '../domain/profile.ts';
import type { CaseId, Instant, PersonId, RecusalState, Role, Words } from '../domain/vocabulary.ts';

/** A person as the engine knows them when a step is judged. */
export interface Actor {
  readonly person: PersonId;
  readonly roles: readonly Role[];
  readonly unit: string | null;
  /** Duties already taken on in this case family. */
  readonly duties: readonly Duty[];
  readonly recusal: RecusalState;
}

/** A case of the same family, as far as guards of another case may know it. */
export interface FamilyMember {
  readonly case: CaseId;
  readonly procedure: string;
  readonly state: string;
  readonly isOpen: boolean;
  /** `parent` and `child` are direct links; `kin` is anything else of the family; `self` is this case. */
  readonly relation: 'self' | 'parent' | 'child' | 'kin';
  /** Present while it is suspended: what would end it is not accepted there. */
  readonly isSuspended?: true;
  readonly summary: Summary;
}

export interface ClockFact {
  readonly dueAt: Instant | null;
  readonly isRunning: boolean;
  readonly extensions: number;
  /** How often its limit may be extended; absent in entries from before it was stamped. */
  readonly mostExtensions?: number;
}

/** A case of another family that concerns one of the persons this case is about. */
export interface ElsewhereCase {
  readonly case: CaseId;
  readonly procedure: string;
  readonly state: string;
  readonly isOpen: boolean;
  /** Whom of the persons asked for it concerns. */
  readonly person: PersonId;
  readonly summary: Summary;
}

/** An act a person has done in the family, for the disposal after a granted recusal. */
export interface ActFact {
  readonly case: CaseId;
  readonly version: number;
  readonly type: string;
}

/** Facts a guard cannot know by itself: stamped by the engine, kept in the journal, never taken from a client. */
export interface Facts {
  readonly at: Instant;
  /** This case, and the version it will have when the event is accepted. */
  readonly case: CaseId;
  readonly version: number;
  readonly by: Actor;
  /** The persons named in the event's data: participants, members of a panel, the one a recusal is about. */
  readonly people: Readonly<Record<PersonId, Actor>>;
  /** Set when the engine itself fires: through a link from another case, or because a clock ran out. */
  readonly via?: 'link' | 'clock';
  readonly family?: readonly FamilyMember[];
  /** By key; of several clocks of one key, `key instance`. */
  readonly clocks?: Readonly<Record<string, ClockFact>>;
  readonly acts?: readonly ActFact[];
  /** Cases of other families about the persons of this one; see `aboutWhom` in generic-guards. */
  readonly elsewhere?: readonly ElsewhereCase[];
  /** Of those an assignment or a designation names, whom a conflict bars. Not why, and absent where it bars nobody. */
  readonly barred?: readonly PersonId[];
}

/** What an event carries into a machine. The profile is pinned on the case and so is not journalled again. */
export interface CaseEvent {
  readonly type: string;
  readonly data: EventData;
  readonly facts: Facts;
  readonly profile: Profile;
}

/** Something the case owes to a procedure, kept open until that procedure takes it up (domain brief 1.7). */
export interface Obligation {
  readonly code: string;
  readonly procedure: string;
  readonly row: string;
  readonly since: Instant;
  readonly person?: PersonId;
  readonly act?: string;
}

/** Small, public facts of a case for lists and for guards of its kin: codes, numbers, ids. */
export type Summary = Readonly<Record<string, string | number | boolean | null>>;

export interface Disposal {
  readonly case: CaseId;
  readonly version: number;
  readonly disposal: 'keep' | 'redo' | 'exclude';
}

/** What every case remembers. Nothing here identifies a reporter; persons are opaque references. */
export interface BaseContext {
  readonly subject: PersonId | null;
  readonly assignee: PersonId | null;
  readonly obligations: readonly Obligation[];
  /** Who stands in for a role in this case, by designation of the superior body. */
  readonly designations: readonly { readonly person: PersonId; readonly role: Role }[];
  /** What was decided about the acts of a recused person. */
  readonly disposals: readonly Disposal[];
  /** Whose recusal was asked for on this case and is not decided: here it is decided, where its clock runs. */
  readonly recusalsAsked: readonly PersonId[];
  /** The unit the case concerns, where that is not the unit of whoever opened it. */
  readonly unit?: string;
}

export interface GuardArguments<C, D = EventData> {
  readonly context: C;
  readonly data: D;
  readonly facts: Facts;
  readonly profile: Profile;
}

/** A rule with a name, words for whom it refuses, and the source it rests on. */
export interface Guard<C> {
  readonly words: Words;
  readonly basis: readonly string[];
  readonly holds: (args: GuardArguments<C>) => boolean;
  /** The last day on which it refuses, where that is known beforehand: told with its words. */
  readonly until?: (args: GuardArguments<C>) => LocalDate | null;
}

/** Facts that cost a look-up and are stamped only for rows that ask. */
export type Need = 'family' | 'clocks' | 'acts' | 'elsewhere';

/** One row of a procedure's table: one transition, who may fire it, when, and what follows. */
export interface Row<
  C = BaseContext,
  State extends string = string,
  G extends string = string,
  D = EventData,
> {
  /** The row of the domain brief, `A9`; rows we added carry the procedure's letter and a name, `A-merge`. */
  readonly row: string;
  readonly event: string;
  readonly region?: string;
  /** `opening` for the event that opens the case; `open` for every open state of the flow, `any` for closed ones too. */
  readonly from: State | 'opening' | 'open' | 'any' | readonly State[];
  /** Absent: the event changes no state. */
  readonly to?: State;
  /** Among several rows of one event: the row for which these fields of the data have these values. */
  readonly when?: Readonly<Record<string, string | boolean | readonly string[]>>;
  readonly roles: readonly Role[];
  /** Staff who may record the act for a party (`data.onBehalfOf` names the party's role). */
  readonly recordedBy?: readonly Role[];
  /** Acts of two or more: `data.participants` names the others; each must hold one of the row's roles. */
  readonly people?: number;
  /** A collective decision: `data.members` with votes, quorum and majority from the profile. */
  readonly isCollective?: boolean;
  /** The duty that the actor, participants and members take on in the family. */
  readonly duty?: Duty;
  readonly guards?: readonly G[];
  readonly needs?: readonly Need[];
  readonly record?: (args: GuardArguments<C, D>) => Partial<C>;
  readonly effects?: readonly Effect[] | ((args: GuardArguments<C, D>) => readonly Effect[]);
  readonly owes?: (args: GuardArguments<C, D>) => readonly Omit<Obligation, 'since'>[];
  /** Obligations this event meets: by code, or by a rule of its own where persons or acts differ. */
  readonly meets?: readonly string[] | ((obligation: Obligation, args: GuardArguments<C, D>) => boolean);
  /** May be fired while the case is suspended (feedback, notes, resumption …). */
  readonly whileSuspended?: boolean;
  /** Fired by the engine alone: a link from another case, or a clock. */
  readonly isInternal?: boolean;
  /** For whoever asks what may be done: possible once this clock has run out, or only until it does. Guards decide. */
  readonly waitsFor?: ClockKey;
  readonly until?: ClockKey;
  readonly basis: readonly string[];
  readonly label: Words;
}

/** Ties each row's `data` to the schema of its event. */
export type RowOf<C, State extends string, G extends string, E extends EventSchemas> = {
  [K in keyof E & string]: Row<C, State, G, z.output<E[K]>> & { readonly event: K };
}[keyof E & string];

export type EventSchemas = Readonly<Record<string, z.ZodObject>>;

export interface StateNode {
  readonly label: Words;
  /** A terminal outcome: nothing is owed any more. Absent: the state is open. */
  readonly isClosed?: true;
  /** Who is owed to act in an open state, when no clock says so (design 4). */
  readonly owed?: readonly Role[];
  /** Clocks that normally run in this state, for the model check and the documentation. */
  readonly clocks?: readonly ClockKey[];
}

/** Where a case stands, as one version hands it to another. */
export interface Carried {
  readonly value: Readonly<Record<string, string>>;
  readonly context: BaseContext;
}

export interface Region {
  readonly initial: string;
  readonly states: Readonly<Record<string, { readonly label: Words }>>;
}

export interface Joins {
  readonly by: string;
  readonly link: LinkType;
}

/** A procedure, ready to run: one version of one machine, with all that people and programs may ask of it. */
export interface Procedure<C extends BaseContext = BaseContext> {
  readonly name: string;
  readonly version: number;
  readonly label: Words;
  readonly states: Readonly<Record<string, StateNode>>;
  readonly initial: string;
  readonly regions: Readonly<Record<string, Region>>;
  readonly events: EventSchemas;
  /** Events that may open a case through `POST /cases`; others open by effect only. */
  readonly openings: readonly string[];
  /** How a case that people open hangs on another: the field of its data that names that case, and the link. */
  readonly joins?: Joins;
  readonly guards: Readonly<Record<string, Guard<C>>>;
  readonly rows: readonly Row<C>[];
  /**
   * How this version takes over a case of an older one; absent: every state keeps its name, and fields the older one did
   * not know have their blank value (ADR 0014).
   */
  readonly migrates?: (old: Carried, fromVersion: number) => Carried;
  readonly machine: AnyStateMachine;
  readonly summary: (context: C) => Summary;
}
