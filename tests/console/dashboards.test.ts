/** What leaves the dashboards as a file, and what the journal's explorer and the calendar make of an address. */
import { expect, it } from 'vitest';
import { cellText, csvOf } from '../../console/src/pages/dashboards/csv.ts';
import { heightOf, optionOf } from '../../console/src/pages/dashboards/chart.ts';
import { monthAfter, monthOfAddress } from '../../console/src/pages/deadlines/month.ts';
import {
  isSame,
  readQuery,
  reportsFor,
  toParams,
  toRequest,
} from '../../console/src/pages/journal/address.ts';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('a cell that reads %j runs nothing', (text) => {
  expect(cellText(text).replaceAll('"', '')).toBe(`'${text}`);
});

it('a number stays a number, even below zero, and what is not told is empty', () => {
  expect([cellText(-1), cellText(0), cellText(null)]).toEqual(['-1', '0', '']);
});

it('commas, quotes and line ends stay within their cell', () => {
  expect(
    csvOf([
      ['a,b', 'say "x"', 'two\nlines'],
      [1, null, 'c'],
    ]),
  ).toBe('\uFEFF"a,b","say ""x""","two\nlines"\r\n1,,c\r\n');
});

it('a chart has no more than six colours, patterns where there are several series, and does not move', () => {
  const option = optionOf({
    categories: ['a'],
    series: [
      { name: 'x', values: [1] },
      { name: 'y', values: [2], isTarget: true },
    ],
  }) as {
    color: string[];
    animation: boolean;
    aria: { decal: { show: boolean } };
    series: { type: string }[];
  };
  expect(option.color.length).toBeLessThanOrEqual(6);
  expect([option.animation, option.aria.decal.show]).toEqual([false, true]);
  expect(option.series.map(({ type }) => type)).toEqual(['bar', 'scatter']);
});

it('months turn over the year in both directions, and what is no month is none', () => {
  expect([monthAfter('2026-12', 1), monthAfter('2026-01', -1), monthAfter('2026-05', 0)]).toEqual([
    '2027-01',
    '2025-12',
    '2026-05',
  ]);
  expect([
    monthOfAddress('2026-13'),
    monthOfAddress('26-1'),
    monthOfAddress(null),
    monthOfAddress('2026-02'),
  ]).toEqual([null, null, null, '2026-02']);
});

it('a query of the journal is its address, there and back', () => {
  const query = readQuery(
    new URLSearchParams('type=identity.*&outcome=refused&from=2026-01-01&order=asc&x=1&q= '),
  );
  expect(query.filters).toEqual({ type: 'identity.*', outcome: 'refused', from: '2026-01-01' });
  expect(readQuery(new URLSearchParams(toParams(query)))).toEqual(query);
  expect(toRequest(query)).toEqual({ ...query.filters, order: 'asc', limit: 50 });
});

it('a saved report is known again by its filters', () => {
  const reports = reportsFor(['complaint', 'allegation']);
  const overdue = reports.find(({ words }) => words === 'overdue')!;
  expect(overdue.filters.type).toBe('complaint.DEADLINE_PASSED,allegation.DEADLINE_PASSED,clock.escalated');
  const { filters } = readQuery(
    new URLSearchParams(toParams({ filters: overdue.filters, order: 'desc', cursor: null })),
  );
  expect(reports.filter((report) => isSame(report.filters, filters))).toEqual([overdue]);
});
it('names of four series stand below each other, above the bars, which lose nothing of their height', () => {
  const chart = (count: number) => ({
    categories: ['a', 'b'],
    series: Array.from({ length: count }, (_, at) => ({ name: `s${at}`, values: [1, 2] })),
    isLying: true,
    isStacked: true,
  });
  const { legend, grid } = optionOf(chart(4)) as { legend: { orient: string }; grid: { top: number } };
  expect([legend.orient, grid.top]).toEqual(['vertical', 96]);
  expect(heightOf(chart(4)) - heightOf(chart(3))).toBe(80);
});
