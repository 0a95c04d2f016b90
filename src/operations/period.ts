/** A period as it is asked for: by instants, or by days of the body's time zone, of which the last belongs to it. */
import { dayOf, instantAt, isLocalDate } from '../domain/local-day.ts';
import type { Instant } from '../domain/vocabulary.ts';
import type { Runtime } from './runtime.ts';
import { usualProfile } from './usual-profile.ts';

const MINUTES_A_DAY = 1_440;

/** Each an instant, or a date. */
export interface PeriodAsked {
  readonly from?: Instant | null;
  readonly to?: Instant | null;
}

/** The same as instants: from the one on, and before the other; null where none is asked for. */
export function periodOf(
  runtime: Pick<Runtime, 'profiles'>,
  { from = null, to = null }: PeriodAsked,
): { readonly from: Instant | null; readonly to: Instant | null } {
  const { timeZone } = usualProfile(runtime).profile.rules;
  const at = (text: string | null, minutes: number) =>
    text !== null && isLocalDate(text) ? instantAt(dayOf(text), minutes, timeZone) : text;
  return { from: at(from, 0), to: at(to, MINUTES_A_DAY) };
}
