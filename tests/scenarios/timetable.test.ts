// When the steps of the sample scenarios are played.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../src/cli/demo/scenarios.ts';
import { timetable } from '../../src/cli/demo/timetable.ts';
import { isWorkingDay, type Calendar } from '../../src/domain/calendar.ts';
import { dayOf } from '../../src/domain/local-day.ts';
import { loadProfiles } from '../../src/main/profiles.ts';

const profiles = loadProfiles({ builtinDir: join(import.meta.dirname, '../../profiles') });
const calendar = profiles.get('cn-default')?.calendar as Calendar;
const STEPS = timetable(SCENARIOS);

describe('the timetable of the sample scenarios', () => {
  it('keeps the order of each scenario and gives every step an instant of its own', () => {
    for (const { id, steps } of SCENARIOS)
      expect(STEPS.filter(({ scenario }) => scenario.id === id).map(({ step }) => step)).toEqual(steps);
    expect(new Set(STEPS.map(({ at }) => at)).size).toBe(STEPS.length);
  });

  it('lets people act on working days, in office hours; only the web takes in on a Saturday', () => {
    const off = STEPS.filter(({ date }) => !isWorkingDay(calendar, dayOf(date)));
    expect(off.map(({ step, date }) => `${date} ${step.by}`)).toEqual(['2025-07-19 web-portal']);
    for (const { at } of STEPS) {
      const hour = (new Date(at).getUTCHours() + 8) % 24;
      expect(hour).toBeGreaterThanOrEqual(9);
      expect(hour).toBeLessThan(17);
    }
  });
});
