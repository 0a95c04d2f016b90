/**
 * The words of a due date: each step of its derivation as a code, its values, and a sentence in both languages, so that
 * a handler can check the count by hand. Computes nothing; `clock.ts` counts.
 */
import type { EndConvention, Extension, Unit } from './limit.ts';
import type { LocalDate } from './local-day.ts';
import type { Instant, Words } from './vocabulary.ts';

export type StepCode =
  | 'start_day_excluded'
  | 'counted'
  | 'weekend_skipped'
  | 'holiday_skipped'
  | 'make_up_day_counted'
  | 'month_end_clamped'
  | 'day_before_taken'
  | 'quarter_ends'
  | 'extended'
  | 'paused'
  | 'still_paused'
  | 'moved_to_resumption'
  | 'rolled_over'
  | 'due';

export interface DerivationStep {
  readonly code: StepCode;
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
  readonly text: Words;
}

export interface Warning {
  readonly code: 'no_holiday_plan';
  readonly params: Readonly<Record<string, string | number>>;
  readonly text: Words;
}

/** Where a term of months would end by the convention that does not apply: a note beside the due date. */
export interface OtherEnd {
  readonly dueOn: LocalDate;
  readonly convention: EndConvention;
  readonly text: Words;
}

const UNIT_WORDS: Readonly<Record<Unit, Words>> = {
  working_day: { zh: '个工作日', en: 'working days' },
  calendar_day: { zh: '日', en: 'calendar days' },
  month: { zh: '个月', en: 'months' },
  quarter: { zh: '个季度', en: 'quarters' },
  second: { zh: '秒', en: 'seconds' },
};

const amountOf = (amount: number, unit: Unit): Words => ({
  zh: `${amount}${UNIT_WORDS[unit].zh}`,
  en: amount === 1 ? `1 ${UNIT_WORDS[unit].en.slice(0, -1)}` : `${amount} ${UNIT_WORDS[unit].en}`,
});

const rangeOf = (from: LocalDate, to: LocalDate): Words =>
  from === to ? { zh: from, en: from } : { zh: `${from}至${to}`, en: `${from} to ${to}` };

const step = (code: StepCode, params: DerivationStep['params'], zh: string, en: string): DerivationStep => ({
  code,
  params,
  text: { zh, en },
});

export const startDayExcluded = (on: LocalDate): DerivationStep =>
  step('start_day_excluded', { on }, `起算日${on}不计入，自次日起算`, `The first day, ${on}, does not count`);

export function counted(amount: number, unit: Unit, to: LocalDate): DerivationStep {
  const words = amountOf(amount, unit);
  return step(
    'counted',
    { amount, unit, to },
    `期限${words.zh}，计至${to}`,
    `The limit of ${words.en} runs to ${to}`,
  );
}

export const weekendSkipped = (days: readonly LocalDate[]): DerivationStep =>
  step(
    'weekend_skipped',
    { days },
    `周末${days.length}日不计入`,
    `${days.length} ${days.length === 1 ? 'day' : 'days'} of weekend not counted`,
  );

export function holidaySkipped(name: Words, from: LocalDate, to: LocalDate, days: number): DerivationStep {
  const range = rangeOf(from, to);
  return step(
    'holiday_skipped',
    { from, to, days, holiday: name.en },
    `${name.zh}假期${range.zh}共${days}日不计入`,
    `Holiday not counted: ${name.en}, ${range.en}, ${days} ${days === 1 ? 'day' : 'days'}`,
  );
}

export const makeUpDayCounted = (on: LocalDate): DerivationStep =>
  step('make_up_day_counted', { on }, `${on}为调休上班日，计入`, `${on} is a make-up working day and counts`);

export const monthEndClamped = (on: LocalDate): DerivationStep =>
  step(
    'month_end_clamped',
    { on },
    `当月没有对应日，以月末日${on}为期限最后一日`,
    `The month has no corresponding date; its last day, ${on}, ends the term`,
  );

export const dayBeforeTaken = (on: LocalDate): DerivationStep =>
  step(
    'day_before_taken',
    { on },
    `以对应日的前一日${on}为期限最后一日`,
    `The term ends the day before the corresponding date: ${on}`,
  );

export const quarterEnds = (on: LocalDate): DerivationStep =>
  step('quarter_ends', { on }, `季度于${on}终了`, `The quarter ends on ${on}`);

export function extended(
  { amount, unit }: Pick<Extension, 'amount' | 'unit'>,
  at: Instant,
  to: LocalDate,
): DerivationStep {
  const words = amountOf(amount, unit);
  return step(
    'extended',
    { amount, unit, at, to },
    `经批准延长${words.zh}，计至${to}`,
    `Extended by ${words.en}, to ${to}`,
  );
}

export function paused(from: LocalDate, to: LocalDate, given: number, unit: Unit): DerivationStep {
  const words = amountOf(given, unit);
  return step(
    'paused',
    { from, to, given, unit },
    `${from}中止、${to}恢复，补回${words.zh}`,
    `Paused on ${from}, resumed on ${to}: ${words.en} given back`,
  );
}

export const stillPaused = (from: LocalDate): DerivationStep =>
  step(
    'still_paused',
    { from },
    `自${from}起中止，恢复前不到期`,
    `Paused since ${from}; not due until resumed`,
  );

export const movedToResumption = (on: LocalDate): DerivationStep =>
  step(
    'moved_to_resumption',
    { on },
    `中止时期限尚未届满，最后一日移至恢复之日${on}`,
    `The last day was not over when the clock paused; it moves to the day of resumption, ${on}`,
  );

export const rolledOver = (from: LocalDate, to: LocalDate): DerivationStep =>
  step(
    'rolled_over',
    { from, to },
    `期限最后一日${from}为非工作日，顺延至${to}`,
    `The last day, ${from}, is not a working day; it moves to ${to}`,
  );

export const due = (on: LocalDate, dayEnd: string): DerivationStep =>
  step('due', { on, dayEnd }, `于${on} ${dayEnd}届满`, `Due on ${on} at ${dayEnd}`);

export const dueAtInstant = (at: Instant): DerivationStep =>
  step('due', { at }, `于${at}届满`, `Due at ${at}`);

export const noHolidayPlan = (year: number, calendar: string): Warning => ({
  code: 'no_holiday_plan',
  params: { year, calendar },
  text: {
    zh: `工作日历 ${calendar} 没有${year}年的放假安排，该年暂按周一至周五计算，公布后到期日可能变化`,
    en: `The calendar ${calendar} has no holiday plan for ${year}; that year is counted by weekdays alone and the due date may change once the plan is published`,
  },
});

const CONVENTION_WORDS: Readonly<Record<EndConvention, Words>> = {
  corresponding_day: { zh: '以对应日为期限最后一日', en: 'ends on the corresponding date' },
  day_before: { zh: '以对应日的前一日为期限最后一日', en: 'ends the day before the corresponding date' },
};

export function otherEnd(dueOn: LocalDate, convention: EndConvention): OtherEnd {
  const { zh, en } = CONVENTION_WORDS[convention];
  return {
    dueOn,
    convention,
    text: {
      zh: `另一种算法${zh}，则于${dueOn}届满；仅供对照`,
      en: `By the other convention the term ${en}: ${dueOn}. A note for comparison only`,
    },
  };
}
