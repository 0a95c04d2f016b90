/** What travels as figures over cases and clocks: counts and days, without any case; of persons only who carries how much. */
import { z } from 'zod';
import { FACTOR_CODES, RATING_CODES } from '../domain/tolerance.ts';
import { PersonId } from '../domain/vocabulary.ts';

const Instant = z.iso.datetime();
const Count = z.int().nonnegative();
const asOf = Instant.meta({ description: 'The instant the figures were taken at' });
const unit = z.string().nullable().meta({ description: 'Code of the unit; null for none' });
const unitName = z.string().nullable().meta({ description: 'Its name, where it is known' });

const Period = {
  asOf,
  from: Instant.meta({ description: 'The period begins at this instant' }),
  to: Instant.meta({ description: 'And ends before this one' }),
};

const Turnover = z
  .strictObject({
    inHand: Count.meta({ description: 'Open when the period ended' }),
    received: Count.meta({ description: 'Opened in the period' }),
    closed: Count.meta({ description: 'Closed in the period; what was reopened since counts as open' }),
    ranOut: Count.meta({ description: 'With a clock that ran out in the period' }),
  })
  .meta({ id: 'Turnover' });

export const OverviewFigures = z
  .strictObject({
    ...Period,
    overdue: Count.meta({ description: 'Open now with a clock that ran out' }),
    now: Turnover,
    before: Turnover.meta({ description: 'The same for the period of the same length before' }),
  })
  .meta({ id: 'OverviewFigures' });
export type OverviewFigures = z.infer<typeof OverviewFigures>;

export const MonthFigures = z
  .strictObject({
    ...Period,
    timeZone: z.string(),
    items: z.array(
      z.strictObject({
        month: z.string().meta({ description: '`YYYY-MM`, in the time zone of the body' }),
        received: Count,
        closed: Count,
      }),
    ),
  })
  .meta({ id: 'MonthFigures' });
export type MonthFigures = z.infer<typeof MonthFigures>;

const Span = z
  .strictObject({
    from: z.int().nullable().meta({ description: 'Days, this one included; null: no bound' }),
    to: z.int().nullable().meta({ description: 'Days, this one included; null: no bound' }),
    count: Count,
  })
  .meta({ id: 'DaySpan' });

export const OpenCaseFigures = z
  .strictObject({
    asOf,
    total: Count,
    overdue: Count,
    states: z.array(
      z.strictObject({ procedure: z.string(), state: z.string(), count: Count, overdue: Count }),
    ),
    ages: z.array(Span).meta({ description: 'By age in whole days' }),
    daysLeft: z.array(Span).meta({
      description: 'By working days left to what is due first; those that are over stand at -1 and less',
    }),
    undated: Count.meta({ description: 'Without anything due: paused, or no clock runs' }),
    units: z
      .array(z.strictObject({ unit: z.string(), name: unitName, count: Count }))
      .meta({ description: 'Units that have open cases, whichever unit was asked for' }),
  })
  .meta({ id: 'OpenCaseFigures' });
export type OpenCaseFigures = z.infer<typeof OpenCaseFigures>;

export const PunctualityFigures = z
  .strictObject({
    ...Period,
    items: z.array(
      z.strictObject({
        unit,
        name: unitName,
        closed: Count.nullable(),
        onTime: Count.nullable().meta({ description: 'Closed without a clock of theirs having run out' }),
        isSuppressed: z.boolean().meta({ description: 'Too few cases to tell: fewer than five' }),
      }),
    ),
  })
  .meta({ id: 'PunctualityFigures' });
export type PunctualityFigures = z.infer<typeof PunctualityFigures>;

export const DurationFigures = z
  .strictObject({
    ...Period,
    items: z.array(
      z.strictObject({
        procedure: z.string(),
        clock: z.string().meta({ description: 'Which limit of the profile' }),
        count: Count.meta({ description: 'Clocks stopped in the period' }),
        medianDays: z
          .number()
          .meta({ description: 'Calendar days they ran, pauses included; half took less' }),
        medianAllowed: z
          .number()
          .nullable()
          .meta({ description: 'Calendar days from start to due; half had less' }),
        ranOut: Count.meta({ description: 'How many ran out first' }),
      }),
    ),
  })
  .meta({ id: 'DurationFigures' });
export type DurationFigures = z.infer<typeof DurationFigures>;

export const OutcomeFigures = z
  .strictObject({
    ...Period,
    items: z.array(z.strictObject({ procedure: z.string(), state: z.string(), count: Count })),
  })
  .meta({ id: 'OutcomeFigures' });
export type OutcomeFigures = z.infer<typeof OutcomeFigures>;

export const FormFigures = z
  .strictObject({
    ...Period,
    items: z.array(
      z.strictObject({
        form: z.string().meta({ description: 'Form of clarifying' }),
        chosen: Count.meta({ description: 'Clarifications it was chosen for; one may have several forms' }),
        done: Count.meta({ description: 'Those in which it was carried out' }),
      }),
    ),
  })
  .meta({ id: 'FormFigures' });
export type FormFigures = z.infer<typeof FormFigures>;

export const FactorFigures = z
  .strictObject({
    ...Period,
    reviews: Count.nullable().meta({ description: 'Tolerance reviews that were decided' }),
    appraisals: Count.nullable().meta({ description: 'Acts of persons that were weighed in them' }),
    isSuppressed: z.boolean().meta({ description: 'Too few reviews to tell: fewer than five' }),
    items: z
      .array(
        z.strictObject({
          factor: z.enum(FACTOR_CODES),
          ratings: z.array(z.strictObject({ rating: z.enum(RATING_CODES), count: Count })),
        }),
      )
      .meta({ description: 'Factor by factor; there is no total over them' }),
  })
  .meta({ id: 'FactorFigures' });
export type FactorFigures = z.infer<typeof FactorFigures>;

export const LoadFigures = z
  .strictObject({
    asOf,
    items: z.array(
      z.strictObject({
        assignee: PersonId.nullable().meta({ description: 'Null: assigned to nobody by name' }),
        name: z.string().nullable(),
        open: Count,
        overdue: Count,
        dueSoon: Count.meta({ description: 'Due within seven days' }),
      }),
    ),
  })
  .meta({ id: 'LoadFigures' });
export type LoadFigures = z.infer<typeof LoadFigures>;

export const DueCalendar = z
  .strictObject({
    asOf,
    timeZone: z.string(),
    today: z.iso.date(),
    weeks: z.array(
      z.strictObject({
        week: z.int().meta({ description: 'Number of the week, ISO 8601' }),
        days: z.array(
          z.strictObject({
            date: z.iso.date(),
            kind: z.enum(['working', 'make_up', 'weekend', 'holiday']),
            holiday: z
              .strictObject({ zh: z.string(), en: z.string() })
              .nullable()
              .meta({ description: 'Its name' }),
            isPlanned: z.boolean().meta({ description: 'False: no holiday plan is known for the year yet' }),
            green: Count,
            blue: Count,
            red: Count,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'DueCalendar', description: 'What is due, by day and light, in whole weeks' });
export type DueCalendar = z.infer<typeof DueCalendar>;
