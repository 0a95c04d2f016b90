/**
 * A time limit as a profile states it: so many units, how it ends, how often it may be extended. Values only; what
 * day it comes to is `clock.ts`.
 */

/** `second` is for drills: exact instants, no calendar. `quarter` ends with the calendar quarter. */
export const UNITS = ['working_day', 'calendar_day', 'month', 'quarter', 'second'] as const;
export type Unit = (typeof UNITS)[number];

/** Where a term of months ends: on the corresponding date, or the day before it (domain brief 0.3). */
export type EndConvention = 'corresponding_day' | 'day_before';

export interface Extension {
  readonly amount: number;
  readonly unit: Unit;
  /** How many times at most; 0 forbids. */
  readonly times: number;
}

export interface Limit {
  readonly amount: number;
  readonly unit: Unit;
  /** A last day without work gives way to the next working day. No meaning for seconds. */
  readonly rollOver: boolean;
  readonly endConvention: EndConvention;
  readonly extension?: Extension;
  readonly pausable: boolean;
}

/** The longest limit per unit that a profile may state; ten years each, so that no count runs away. */
const LONGEST: Readonly<Record<Unit, number>> = {
  working_day: 2_500,
  calendar_day: 3_660,
  month: 120,
  quarter: 40,
  second: 315_360_000,
};

/** Why a limit as stated makes no sense, and where; undefined when it does. */
export function limitProblem(limit: {
  readonly amount?: number | undefined;
  readonly unit?: Unit | undefined;
  readonly extension?: Extension | undefined;
}): { path: string[]; message: string } | undefined {
  const { amount, unit, extension } = limit;
  if (amount === undefined || unit === undefined)
    return {
      path: [amount === undefined ? 'amount' : 'unit'],
      message: 'is missing; a limit has an amount and a unit, or is off',
    };
  if (amount > LONGEST[unit])
    return { path: ['amount'], message: `is more than ${LONGEST[unit]} of ${unit}` };
  if (extension === undefined) return undefined;
  if (extension.amount > LONGEST[extension.unit])
    return {
      path: ['extension', 'amount'],
      message: `is more than ${LONGEST[extension.unit]} of ${extension.unit}`,
    };
  if (unit === 'quarter' || extension.unit === 'quarter')
    return { path: ['extension', 'unit'], message: 'quarters are not extended' };
  if ((unit === 'second') !== (extension.unit === 'second'))
    return { path: ['extension', 'unit'], message: `${extension.unit} does not go with a limit in ${unit}` };
  return undefined;
}
