/** Between what people type into a field of date and time, in the zone of the body, and instants as the API has them. */

/** Minutes by which a zone is ahead of UTC at an instant. */
function offsetAt(at: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(at);
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  const local = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'));
  return Math.round((local - Math.floor(at / 60_000) * 60_000) / 60_000);
}

const two = (number: number) => String(number).padStart(2, '0');

/** `2026-11-25T10:30` of that zone as RFC 3339 with its offset; null where it is no time yet. */
export function instantOf(local: string, zone: string): string | null {
  const asUtc = Date.parse(`${local}Z`);
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(local) || Number.isNaN(asUtc)) return null;
  // Once with a guess, once with what holds there: only the hour in which clocks are put forward has no answer.
  const guess = asUtc - offsetAt(asUtc, zone) * 60_000;
  const offset = offsetAt(guess, zone);
  const sign = offset < 0 ? '-' : '+';
  const away = Math.abs(offset);
  return `${local.slice(0, 16)}:00${sign}${two(Math.floor(away / 60))}:${two(away % 60)}`;
}

/** An instant as a field of date and time shows it in that zone; empty where it is none. */
export function localOf(instant: unknown, zone: string): string {
  const at = typeof instant === 'string' ? Date.parse(instant) : NaN;
  return Number.isNaN(at) ? '' : new Date(at + offsetAt(at, zone) * 60_000).toISOString().slice(0, 16);
}
