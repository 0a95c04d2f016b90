/** What narrows down a list of cases: the query of the list, of its counts, and what a saved view keeps of it. */
import { z } from 'zod';
import { CASE_NUMBER } from '../domain/case-number.ts';
import { QUEUE_LIGHTS } from '../domain/queue-light.ts';
import { GivenDate, GivenInstant, PersonId } from '../domain/vocabulary.ts';

const Instant = GivenInstant.transform((text) => new Date(text).toISOString());
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');
/** Names or codes, several separated by commas. */
const Codes = z
  .string()
  .max(500)
  .regex(/^[\w.-]+(?:,[\w.-]+)*$/);
/** A day is meant in the body's own time zone: all of it. */
const DayOrInstant = z.union([GivenDate, Instant]);

export const CASE_FILTERS = {
  procedure: Codes.optional().meta({ description: 'Names of procedures, several separated by commas' }),
  state: Codes.optional().meta({ description: 'Codes of states, several separated by commas' }),
  channel: Codes.optional().meta({
    description: 'Ways a complaint came in, several codes separated by commas; only complaints have one',
  }),
  assignee: PersonId.optional(),
  dueBefore: Instant.optional(),
  overdue: Flag.optional(),
  light: z.enum(QUEUE_LIGHTS).optional().meta({ description: 'Only cases whose light this is' }),
  open: Flag.optional().meta({ description: 'Only open cases, or only closed ones' }),
  mine: Flag.optional().meta({
    description: 'Assigned to me or to whom I stand in for, or I am of the team',
  }),
  done: Flag.optional().meta({ description: 'Was mine, and is closed or in other hands' }),
  copied: Flag.optional().meta({ description: 'A paper of the case was addressed to a role of mine' }),
  unassigned: Flag.optional().meta({ description: 'Open, and nobody is in charge of it' }),
  unit: z
    .string()
    .min(1)
    .max(64)
    .optional()
    .meta({ description: 'Of this unit, or somebody of this unit is in charge of it' }),
  openedFrom: DayOrInstant.optional(),
  openedTo: DayOrInstant.optional(),
  number: z.string().regex(CASE_NUMBER).optional(),
  q: z.string().min(1).max(100).optional().meta({
    description:
      'Beginning of a case id or of a number, or exactly a subject, an assignee, a state or a procedure',
  }),
};

export const CaseSortName = z.enum(['opened', '-opened', 'due', '-due', 'updated', '-updated', 'urgency']);
