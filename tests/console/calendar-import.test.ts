/** Plans of a year as people have them in files: what is read, what is passed over, what is told to be wrong. */
import { describe, expect, it } from 'vitest';
import { fromLines, importDays } from '../../console/src/pages/admin/calendar-import.ts';
import { turned, weeksOf } from '../../console/src/pages/admin/calendar-days.ts';

describe('a plan in a file', () => {
  it('is read from lines, in either language, without the heads of the columns', () => {
    const text =
      '\uFEFFdate,kind,zh,en\r\n# a note\r\n2027-01-01,休,元旦,New Year\r\n2027-01-03;work\r\n\r\n';
    expect(fromLines(text)).toEqual({
      notice: null,
      days: [
        { on: '2027-01-01', kind: 'off', name: { zh: '元旦', en: 'New Year' } },
        { on: '2027-01-03', kind: 'work' },
      ],
      faults: [],
    });
  });

  it('names the lines that cannot be read', () => {
    expect(fromLines('2027-01-01,off\n2027-1-2,off\n2027-01-03,never').faults).toEqual([
      { line: 2, text: '2027-1-2,off' },
      { line: 3, text: '2027-01-03,never' },
    ]);
    expect(fromLines('2027-01-01,never').faults).toEqual([{ line: 1, text: '2027-01-01,never' }]);
  });

  it('is read from a calendar file, the year that is asked for', async () => {
    const yaml = [
      'id: cn',
      'years:',
      "  '2026': { notice: old, holidays: [], makeUpDays: [] }",
      "  '2027':",
      '    notice: new',
      '    holidays:',
      "      - { name: { zh: 春节, en: Spring Festival }, from: '2027-02-28', to: '2027-03-01' }",
      "    makeUpDays: ['2027-02-20']",
    ].join('\n');
    const name = { zh: '春节', en: 'Spring Festival' };
    expect(await importDays('cn.yaml', yaml, 2027)).toEqual({
      notice: 'new',
      days: [
        { on: '2027-02-28', kind: 'off', name },
        { on: '2027-03-01', kind: 'off', name },
        { on: '2027-02-20', kind: 'work' },
      ],
      faults: [],
    });
    expect((await importDays('cn.yaml', yaml, 2030)).days).toEqual([]);
  });

  it('is read from a list of days in JSON', async () => {
    const json =
      '[{"on":"2027-01-01","kind":"off"},{"on":"soon","kind":"off"},{"on":"2027-01-03","kind":"work"}]';
    expect((await importDays('plan.json', json, 2027)).days).toEqual([
      { on: '2027-01-01', kind: 'off' },
      { on: '2027-01-03', kind: 'work' },
    ]);
  });
});

it('turns a day to the next thing it can be, and back', () => {
  const first = turned(new Map(), '2027-01-09', true);
  expect(first.get('2027-01-09')?.kind).toBe('work');
  const second = turned(first, '2027-01-09', true);
  expect(second.get('2027-01-09')?.kind).toBe('off');
  expect(turned(second, '2027-01-09', true).size).toBe(0);
  expect(turned(new Map(), '2027-01-08', false).get('2027-01-08')?.kind).toBe('off');
});

it('lays a month out in weeks from Monday', () => {
  const weeks = weeksOf(2027, 1);
  expect(weeks).toHaveLength(4);
  expect(weeks[0]?.[0]).toBe('2027-02-01');
  expect(weeks.flat().filter((on) => on !== null)).toHaveLength(28);
  expect(weeksOf(2026, 2)[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
});
