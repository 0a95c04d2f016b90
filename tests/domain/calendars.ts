/**
 * Calendars and days for tests of the clock: the published ones, read from their files, and scenario days by number.
 */
import { join } from 'node:path';
import type { Calendar } from '../../src/domain/calendar.ts';
import type { DayRules } from '../../src/domain/clock.ts';
import { dateOf, dayOf } from '../../src/domain/local-day.ts';
import type { Limit } from '../../src/domain/limit.ts';
import type { Instant } from '../../src/domain/vocabulary.ts';
import { loadProfiles, type LoadedProfile } from '../../src/main/profiles.ts';

const profiles = loadProfiles({ builtinDir: join(import.meta.dirname, '../../profiles') });

export const CN_DEFAULT = profiles.get('cn-default') as LoadedProfile;
export const CN_HUNAN = profiles.get('cn-hunan') as LoadedProfile;
export const EU = profiles.get('eu') as LoadedProfile;
export const CN: Calendar = CN_DEFAULT.calendar;
export const CHINA: DayRules = { timeZone: 'Asia/Shanghai', dayEnd: '24:00' };
export const BRUSSELS: DayRules = { timeZone: 'Europe/Brussels', dayEnd: '24:00' };

export const limit = (amount: number, unit: Limit['unit'], more: Partial<Limit> = {}): Limit => ({
  amount,
  unit,
  rollOver: true,
  endConvention: 'corresponding_day',
  pausable: true,
  ...more,
});

/** A date some days after another. */
export const later = (date: string, days: number): string => dateOf(dayOf(date) + days);

/** Ten in the morning of a day in China. */
export const morningOf = (date: string): Instant => `${date}T02:00:00.000Z`;
