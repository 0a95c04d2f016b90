/** What is alike in every sanction of 6.8: its dates are those of the domain brief, and so are the people who see to it. */
import type { LocalDate } from '../../domain/local-day.ts';
import type { Act, Alias, Opening } from './scenario.ts';
import { dayIn } from './timetable.ts';

export const DAY_ZERO: LocalDate = '2024-01-31';

/** The day of a date, counted from the approval of the party warning. */
export const on = (date: LocalDate): number => dayIn({ dayZero: DAY_ZERO }, date);

interface Sanction {
  readonly as: Alias;
  readonly says: string;
  readonly registeredOn: LocalDate;
  readonly subject: string;
  readonly track: string;
  readonly measure: string;
  readonly effectiveOn: LocalDate;
  readonly decidedBy: string;
  readonly act: string;
  /** The last day of its period, and the last one for the first visit. */
  readonly endsOn: LocalDate;
  readonly visitBy: LocalDate;
}

/** Personnel enter a sanction that another body decided; its period runs from the day of effect. */
export const registered = ({ as, says, registeredOn, endsOn, visitBy, ...data }: Sanction): Opening => ({
  day: on(registeredOn),
  by: 'p-tang',
  opens: 'return_to_service',
  as,
  says,
  data: { event: 'REGISTER_SANCTION', ...data },
  state: 'running',
  due: { 'service.period': on(endsOn), 'service.return_visit': on(visitBy) },
});

/** A duty that comes with a sanction is done. */
export const carriedOut = (sanction: Alias, doneOn: LocalDate, duty: string, says: string): Act => ({
  day: on(doneOn),
  by: 'p-tang',
  on: sanction,
  event: 'RECORD_EXECUTION',
  says,
  data: { duty, doneOn },
  state: 'running',
});

/** Two visitors, personnel and a handler, with a good result; from then on the next visit is due. */
export const visited = (sanction: Alias, visitedOn: LocalDate, nextBy: LocalDate, says: string): Act => ({
  day: on(visitedOn),
  by: 'p-tang',
  on: sanction,
  event: 'RETURN_VISIT',
  says,
  data: {
    participants: ['p-zhou'],
    visitedOn,
    grade: 'good',
    record: 'Owns the error, works with care; the unit is content.',
  },
  state: 'running',
  due: { 'service.return_visit': on(nextBy) },
});
