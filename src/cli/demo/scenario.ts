/**
 * What a sample scenario is: steps on days, by people, with what has to come of each, and how everything stands at the
 * end. Data only; `play.ts` plays it, the demo shows it, the tests hold the program to it.
 */
import type { EventData } from '../../domain/effect.ts';
import type { LocalDate } from '../../domain/local-day.ts';
import type { CaseId } from '../../domain/vocabulary.ts';
import type { Player } from './cast.ts';

/** What a case is called within its scenario. */
export type Alias = string;

/** An accepted event, as a recusal's disposal names it. */
export interface ActRef {
  readonly case: CaseId;
  readonly version: number;
}

/** What data may refer to that is known only while playing. */
export interface Known {
  readonly id: (alias: Alias) => CaseId;
  /** The step that was given this name. */
  readonly act: (name: string) => ActRef;
  /** The date of a day, counted from day 0. */
  readonly date: (day: number) => LocalDate;
}

export type StepData = EventData | ((known: Known) => EventData);

/** How to tell a case that an effect opened: its procedure, and what its summary says. */
export interface Find {
  readonly procedure: string;
  readonly where: Readonly<Record<string, string>>;
  /** Clocks that have to run in it from then on, with the day they are due. */
  readonly due?: Due;
}

/** Clock key, or `key of instance` -> the day it is due, counted from day 0, or that it stands still. */
export type Due = Readonly<Record<string, number | 'paused'>>;

interface StepCommon {
  /** Calendar days from day 0. */
  readonly day: number;
  readonly by: Player;
  /** What happens, for a reader of the demo. */
  readonly says: string;
  readonly data: StepData;
  /** The state the case is in afterwards. */
  readonly state?: string;
  /** Clocks that this step starts or moves, and when they are due. */
  readonly due?: Due;
  /** The same for linked cases that the step reaches. */
  readonly also?: Readonly<Record<Alias, { readonly state?: string; readonly due?: Due }>>;
  /** Cases that the step opens through links, and what they are called from then on. */
  readonly finds?: Readonly<Record<Alias, Find>>;
  /** Gives the step a name for `Known.act`. */
  readonly name?: string;
  /** The guard that has to refuse the step; absent: it is accepted. */
  readonly refused?: string;
}

export interface Opening extends StepCommon {
  readonly opens: string;
  readonly as: Alias;
}

export interface Act extends StepCommon {
  readonly on: Alias;
  readonly event: string;
}

export type Step = Opening | Act;

/** How a scenario ends. Whatever is not named here is not there. */
export interface Ending {
  readonly states: Readonly<Record<Alias, string>>;
  /** Cases of the family of `root` by procedure, linked pieces included. */
  readonly root: Alias;
  readonly family: Readonly<Record<string, number>>;
  /** Codes of open obligations by case. */
  readonly owes: Readonly<Record<Alias, readonly string[]>>;
  /** Clocks that go on running. */
  readonly running: Readonly<Record<Alias, Due>>;
  /** Facts of a case's summary. */
  readonly summary?: Readonly<Record<Alias, Readonly<Record<string, unknown>>>>;
  /** How many reporters' identities are sealed in the family. */
  readonly identities: number;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly dayZero: LocalDate;
  readonly steps: readonly Step[];
  readonly ends: Ending;
}

/** The same step on several cases. */
export const onEach = <A extends Alias>(aliases: readonly A[], step: (alias: A) => Step): Step[] =>
  aliases.map(step);

/** What happens side by side, as one list by day; of one day, in the order given. */
export const byDay = (...threads: readonly (readonly Step[])[]): Step[] =>
  threads.flat().sort((a, b) => a.day - b.day);
