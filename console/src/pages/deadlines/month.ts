/** Months as an address names them, `2026-11`. Days are counted by the server; a month before or after is only a name. */

const MONTH = /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/;

/** The month that is asked for; null where none is, or what is asked for is none. */
export const monthOfAddress = (text: string | null): string | null =>
  text !== null && MONTH.test(text) ? text : null;

/** So many months on, or back. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  const count = year * 12 + of - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}
