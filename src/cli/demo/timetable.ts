/**
 * When each step is played: the days of a scenario become instants in office hours, China time, and the steps of all
 * scenarios become one list in order, since a sandbox has one clock and it only moves forward.
 */
import { dateOf, dayOf, instantAt, type LocalDate } from '../../domain/local-day.ts';
import type { Instant } from '../../domain/vocabulary.ts';
import type { Scenario, Step } from './scenario.ts';

const ZONE = 'Asia/Shanghai';
/** 09:20, then every ten minutes; scenarios are a minute apart, so that no two steps share one. */
const FIRST_MINUTE = 9 * 60 + 20;
const MINUTES_BETWEEN = 10;

export interface TimedStep {
  readonly scenario: Scenario;
  readonly step: Step;
  /** From 1, in the order of the scenario. */
  readonly number: number;
  readonly at: Instant;
  readonly date: LocalDate;
}

export const dateOn = ({ dayZero }: Pick<Scenario, 'dayZero'>, day: number): LocalDate =>
  dateOf(dayOf(dayZero) + day);

/** The day of a date, counted from the scenario's day 0. */
export const dayIn = ({ dayZero }: Pick<Scenario, 'dayZero'>, date: LocalDate): number =>
  dayOf(date) - dayOf(dayZero);

/** The caller's id that a step leaves in the journal, by which a half-loaded demo finds its place again. */
export const referenceOf = ({ scenario, number }: Pick<TimedStep, 'scenario' | 'number'>): string =>
  `demo ${scenario.id}/${number}`;

/** The steps of all scenarios in the order of their instants. */
export function timetable(scenarios: readonly Scenario[]): TimedStep[] {
  return scenarios
    .flatMap((scenario, place) => {
      const today = new Map<number, number>();
      return scenario.steps.map((step, at): TimedStep => {
        const before = today.get(step.day) ?? 0;
        today.set(step.day, before + 1);
        const minute = FIRST_MINUTE + before * MINUTES_BETWEEN + place;
        return {
          scenario,
          step,
          number: at + 1,
          at: instantAt(dayOf(scenario.dayZero) + step.day, minute, ZONE),
          date: dateOn(scenario, step.day),
        };
      });
    })
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
