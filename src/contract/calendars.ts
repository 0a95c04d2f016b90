/** What travels about working calendars: the special days of a year, a plan somebody tries, and what it would move. */
import { z } from 'zod';
import { CaseId, GivenDate } from '../domain/vocabulary.ts';

const BothWords = z.strictObject({ zh: z.string(), en: z.string() });
const Day = z.iso.date();
const DayKind = z.enum(['working', 'make_up', 'weekend', 'holiday']);

export const CalendarYearView = z
  .strictObject({
    year: z.int(),
    calendar: z.string().meta({ description: 'Identifier of the calendar' }),
    name: BothWords,
    calendars: z.array(z.string()).meta({ description: 'Calendars that the loaded profiles count by' }),
    weekend: z.array(z.int()).meta({ description: 'Days of the week without work, 1 for Monday' }),
    isPlanned: z
      .boolean()
      .meta({ description: 'Whether the plan of this year is loaded; without it due dates are a guess' }),
    notice: z.string().nullable().meta({ description: 'The document the plan was taken from' }),
    version: z.string().nullable().meta({ description: 'Fingerprint of the plan of this year' }),
    days: z
      .array(
        z.strictObject({
          on: Day,
          kind: z.enum(['off', 'work']),
          name: BothWords.nullable(),
          plan: z.int().meta({ description: 'Whose plan names it' }),
        }),
      )
      .meta({ description: 'Special days by date; all others are weekdays and weekends' }),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYearView = z.infer<typeof CalendarYearView>;

const Name = z.string().trim().min(1).max(100);

export const CalendarPlanRequest = z
  .strictObject({
    calendar: z.string().min(1).max(64).optional().meta({ description: 'Absent: that of the usual profile' }),
    notice: z
      .string()
      .trim()
      .min(1)
      .max(300)
      .regex(/^\P{Cc}*$/u)
      .meta({ description: 'The document the plan is taken from' }),
    days: z
      .array(
        z.strictObject({
          on: GivenDate,
          kind: z.enum(['off', 'work']),
          name: z.strictObject({ zh: Name, en: Name }).optional(),
        }),
      )
      .min(1)
      .max(200)
      .meta({ description: 'Every special day of the plan, in place of those there are' }),
  })
  .meta({
    id: 'CalendarPlanRequest',
    examples: [
      {
        notice: '国务院办公厅关于2027年部分节假日安排的通知',
        days: [
          { on: '2027-01-01', kind: 'off', name: { zh: '元旦', en: "New Year's Day" } },
          { on: '2027-01-03', kind: 'work' },
        ],
      },
    ],
  });
export type CalendarPlanRequest = z.infer<typeof CalendarPlanRequest>;

export const CalendarImpact = z
  .strictObject({
    year: z.int(),
    calendar: z.string(),
    difference: z
      .array(z.strictObject({ on: Day, before: DayKind, after: DayKind }))
      .meta({ description: 'Days that would be of another kind' }),
    examined: z.int().meta({ description: 'Running clocks that could move and were counted anew' }),
    isComplete: z
      .boolean()
      .meta({ description: 'False where more clocks could move than are examined at once (5000)' }),
    reach: z
      .enum(['all', 'known'])
      .meta({ description: 'Clocks of every case, in numbers; or those of cases the asker may know of' }),
    cases: z.int().meta({ description: 'Cases with a clock that would move' }),
    overAtOnce: z.int().meta({ description: 'Clocks that would be over as soon as the plan applies' }),
    moves: z
      .array(
        z.strictObject({
          clock: z.string(),
          label: BothWords,
          days: z.int().meta({ description: 'Calendar days later; negative for earlier' }),
          count: z.int(),
        }),
      )
      .meta({ description: 'How many clocks of a key would move by how many days' }),
    items: z
      .array(
        z.strictObject({
          case: CaseId,
          clock: z.string(),
          instance: z.string(),
          from: Day,
          to: Day,
        }),
      )
      .nullable()
      .meta({ description: 'Clock by clock, 500 at most; null for who may not know of cases' }),
  })
  .meta({ id: 'CalendarImpact' });
export type CalendarImpact = z.infer<typeof CalendarImpact>;
