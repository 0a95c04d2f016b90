/** A calendar as RFC 5545 text. Names no person: what is due, of which case, and where that case is. */
import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import type { Locale } from '../../contract/problems.ts';
import type { CalendarEntry } from '../../operations/calendar.ts';

const TITLE = { zh: '办案期限', en: 'Deadlines' };

/** Seconds after which programs should look again. */
const AGAIN = 3_600;

/** Enough of an id to be told apart and found: the list of cases looks for beginnings of ids too. */
const SHORT = 13;

/** The same entries give the same bytes, so that programs may ask whether anything changed. */
export function calendarText(entries: readonly CalendarEntry[], locale: Locale, publicUrl: string): string {
  const calendar = ical({
    name: TITLE[locale],
    prodId: { company: 'leeway', product: 'leeway', language: locale === 'zh' ? 'ZH' : 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: AGAIN,
  });
  for (const entry of entries)
    calendar.createEvent({
      id: `${entry.id}@leeway`,
      sequence: entry.sequence,
      stamp: new Date(entry.changedAt),
      start: new Date(`${entry.dueOn}T00:00:00Z`),
      allDay: true,
      summary: `${entry.label[locale]} · ${entry.procedure[locale]} ${entry.case.slice(0, SHORT)}`,
      url: `${publicUrl}/cases/${entry.case}`,
      alarms: [
        { type: ICalAlarmType.display, trigger: new Date(entry.remindAt), description: entry.label[locale] },
      ],
    });
  return calendar.toString();
}
