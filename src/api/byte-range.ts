/** Which part of a file is asked for (RFC 9110, 14): one range, or all of it where several are asked for, or none that can be read. */
import { Problem } from '../contract/problems.ts';

/** From `start` to before `end`; null for all. Throws `range-not-satisfiable`. */
export function rangeIn(header: string | undefined, size: number): { start: number; end: number } | null {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '');
  const [, from = '', to = ''] = asked ?? [];
  if (!asked || (from === '' && to === '')) return null;
  if (from !== '' && to !== '' && Number(to) < Number(from)) return null;
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === '' || to === '' ? size : Math.min(size, Number(to) + 1);
  if (start >= size || end <= start)
    throw new Problem('range-not-satisfiable', undefined, { sizeOfWhole: size });
  return { start, end };
}
