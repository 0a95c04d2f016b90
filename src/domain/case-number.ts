/**
 * What people call a case: `JB-2026-000123`, the letters of its procedure, the year it was opened in, a running number.
 * The letters are those of the procedure's Chinese name, so that an official can say them on the phone.
 */

/** Letters by procedure. A procedure keeps its letters for good: numbers that were given out carry them. */
export const NUMBER_PREFIXES: Readonly<Record<string, string>> = {
  complaint: 'JB', // 举报
  allegation: 'WT', // 问题线索
  clarification: 'CQ', // 澄清
  false_accusation: 'WG', // 诬告
  tolerance_review: 'RC', // 容错
  risk_filing: 'BA', // 备案
  rectification: 'ZG', // 整改
  return_to_service: 'FG', // 复岗
  appeal: 'SS', // 申诉
  performance_review: 'JX', // 绩效
};

/** Letters of a case whose procedure this program does not know: one that a newer program opened. */
export const OTHER_PREFIX = 'AJ'; // 案件

/** Digits of the running number; one that has outgrown them is written in full. */
export const NUMBER_DIGITS = 6;

/** A number as people write it, in whatever case. */
export const CASE_NUMBER = /^[a-z]{2,3}-\d{4}-\d{1,9}$/i;

/** A whole number as the list keeps it: capitals, and zeros that were left out when it was spoken. */
export function caseNumberOf(text: string): string | null {
  if (!CASE_NUMBER.test(text)) return null;
  const [prefix = '', year = '', n = ''] = text.toUpperCase().split('-');
  return `${prefix}-${year}-${n.padStart(NUMBER_DIGITS, '0')}`;
}
