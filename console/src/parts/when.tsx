/** An instant or a day, in the time of the body that keeps the cases, written as its readers write it. */
import { useLocale } from '../words/area.ts';
import { TAGS } from '../words/locale.ts';

/** The zone in which the body counts its days. */
export const ZONE = 'Asia/Shanghai';

interface WhenProps {
  /** RFC 3339, or a day `2026-11-25`. */
  readonly at: string;
  /** `seconds` for records, where the order of things within a minute counts. */
  readonly to?: 'day' | 'minute' | 'seconds';
}

export function When({ at, to = 'minute' }: WhenProps) {
  const locale = useLocale();
  return <time dateTime={at}>{written(at, to, TAGS[locale])}</time>;
}

export function written(at: string, to: 'day' | 'minute' | 'seconds', tag: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return at;
  const parts = new Intl.DateTimeFormat(tag, {
    timeZone: ZONE,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    ...(to !== 'day' && { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' as const }),
    ...(to === 'seconds' && { second: '2-digit', timeZoneName: 'short' as const }),
  }).formatToParts(new Date(at));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  if (to === 'day') return day;
  const minute = `${day} ${part('hour')}:${part('minute')}`;
  return to === 'minute' ? minute : `${minute}:${part('second')} ${part('timeZoneName')}`;
}
