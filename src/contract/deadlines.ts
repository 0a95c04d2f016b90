/** What travels about deadlines: what is due, by whom, and why; and the secret of a calendar feed. */
import { z } from 'zod';
import { CaseId, PersonId } from '../domain/vocabulary.ts';

const Instant = z.iso.datetime();
const BothWords = z.strictObject({ zh: z.string(), en: z.string() });

export const DeadlineView = z
  .strictObject({
    id: z.uuid().meta({ description: 'Identifier of the clock' }),
    case: CaseId,
    procedure: z.string(),
    procedureLabel: BothWords,
    state: z.string(),
    stateLabel: BothWords,
    clock: z.string().meta({ description: 'Which limit of the profile' }),
    instance: z.string().meta({ description: 'Tells apart clocks of one key; empty for most' }),
    label: BothWords.meta({ description: 'What has to be done' }),
    dueAt: Instant.nullable().meta({ description: 'The instant at which it is over; null while paused' }),
    dueOn: z.iso.date().nullable().meta({ description: 'The last day' }),
    isPaused: z.boolean(),
    isOverdue: z.boolean(),
    light: z
      .enum(['green', 'blue', 'red'])
      .meta({ description: 'Blue from the first alarm before it is due, red from the due instant' }),
    daysLeft: z
      .int()
      .nullable()
      .meta({ description: 'Working days after today up to the last day; negative once it is over' }),
    who: z.array(z.string()).meta({ description: 'Roles that can do it now' }),
    assignee: PersonId.nullable(),
    why: z.strictObject({
      startedAt: Instant,
      event: z.string().nullable().meta({ description: 'The event that started it' }),
      eventLabel: BothWords.nullable(),
      limit: z.strictObject({ amount: z.int(), unit: z.string() }),
      extensions: z.int().meta({ description: 'How often it was extended' }),
      basis: z.array(z.string()).meta({ description: 'What the limit rests on' }),
      tells: z.array(z.string()).meta({ description: 'Roles that are told when it passes' }),
    }),
  })
  .meta({ id: 'Deadline' });
export type DeadlineView = z.infer<typeof DeadlineView>;

export const FamilyDeadlines = z
  .strictObject({ items: z.array(DeadlineView) })
  .meta({ id: 'FamilyDeadlines' });

export const DeadlineList = z
  .strictObject({ items: z.array(DeadlineView), nextCursor: z.string().nullable() })
  .meta({ id: 'DeadlineList' });

export const CalendarFeed = z
  .strictObject({
    address: z.string().meta({ description: 'Of the calendar' }),
    user: z.string().meta({ description: 'Name for programs that ask for one; it is not looked at' }),
    secret: z.string().meta({ description: 'Password; shown this once' }),
  })
  .meta({ id: 'CalendarFeed' });
