/** Reading profiles and calendars from their folders: every fault is told at once, by file, line, key and reason. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadProfiles, ProfileError } from '../../src/main/profiles.ts';

const BUILTIN = join(import.meta.dirname, '../../profiles');
let extraDir: string;

beforeEach(() => {
  extraDir = mkdtempSync(join(tmpdir(), 'profiles-'));
});
afterEach(() => {
  rmSync(extraDir, { recursive: true });
});

const write = (name: string, ...lines: readonly string[]) => {
  mkdirSync(join(extraDir, name, '..'), { recursive: true });
  writeFileSync(join(extraDir, name), lines.join('\n'));
};
const load = () => loadProfiles({ builtinDir: BUILTIN, extraDir });
/** The faults of loading, the folder left out. */
function faults(folders = { builtinDir: BUILTIN, extraDir }): string[] {
  try {
    loadProfiles(folders);
  } catch (error) {
    if (error instanceof ProfileError)
      return error.faults.map((fault) => fault.replaceAll(`${extraDir}/`, ''));
    throw error;
  }
  return [];
}
const head = (id: string, ...more: readonly string[]) => [
  `id: ${id}`,
  "version: '1'",
  'name: { zh: 县, en: County }',
  'extends: cn-default',
  ...more,
];

describe('a profile of one’s own', () => {
  it('is loaded beside the built-in ones and says only what differs', () => {
    write(
      'our-county.yaml',
      ...head('our-county', 'limits:', '  tol.apply: { amount: 20, unit: working_day, basis: [D] }'),
    );
    const profiles = load();
    expect([...profiles.keys()]).toEqual(['cn-default', 'cn-hunan', 'eu', 'our-county']);
    const own = profiles.get('our-county')!;
    expect(own.limits['tol.apply']).toMatchObject({ amount: 20 });
    expect(own.limits['tol.accept']).toEqual(profiles.get('cn-default')!.limits['tol.accept']);
    expect(own.calendar.id).toBe('cn');
  });

  it('has the same hash wherever it is read, and another one when a number changes', () => {
    write('our-county.yaml', ...head('our-county'));
    const first = load().get('our-county')!.hash;
    expect(load().get('our-county')!.hash).toBe(first);
    write('our-county.yaml', ...head('our-county', 'rules: { minimumHandlers: 3 }'));
    expect(load().get('our-county')!.hash).not.toBe(first);
  });

  it('may extend one that extends another', () => {
    write('one.yaml', ...head('one', 'rules: { minimumHandlers: 3 }'));
    write('two.yaml', ...head('two').map((line) => line.replace('cn-default', 'one')));
    expect(load().get('two')!.rules.minimumHandlers).toBe(3);
  });

  it('may bring the calendar of a new year, without changing the rules', () => {
    const before = loadProfiles({ builtinDir: BUILTIN }).get('cn-default')!;
    write(
      'calendars/cn.yaml',
      'id: cn',
      'name: { zh: 中国, en: China }',
      'weekend: [6, 7]',
      'years:',
      "  '2027':",
      '    notice: published in 2026',
      "    holidays: [{ name: { zh: 元旦, en: New Year }, from: '2027-01-01' }]",
      '    makeUpDays: []',
    );
    const after = load().get('cn-default')!;
    expect([...after.calendar.plannedYears]).toEqual([2027]);
    expect(after.hash).toBe(before.hash);
  });

  it('in a file that is not YAML by name is left alone', () => {
    write('notes.txt', 'not: a profile');
    expect(faults()).toEqual([]);
  });
});

describe('a fault', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    [
      'in a value is told with file, line, key and reason',
      head(
        'bad',
        'limits:',
        '  report.verify:',
        '    amount: soon',
        '    unit: working_day',
        '    basis: [D]',
      ),
      ['bad.yaml, line 7: limits.report.verify.amount has to be a number.'],
    ],
    [
      'in a key is told where the key stands',
      head('bad', 'rules:', '  dayEnds: "24:00"'),
      ['bad.yaml, line 6: rules.dayEnds is not a known key.'],
    ],
    [
      'that is something missing is told where it should be',
      head('bad', 'limits:', '  report.verify: { amount: 5, unit: month }'),
      ['bad.yaml, line 6: limits.report.verify.basis is missing.'],
    ],
    [
      'in a list is told by its place in it',
      head(
        'bad',
        'lists:',
        '  late_reasons:',
        '    - { code: ok, zh: 好, en: good, basis: [D] }',
        '    - { code: Not Ok, zh: 坏, en: bad, basis: [D] }',
      ),
      ['bad.yaml, line 8: lists.late_reasons[1].code has to be snake_case.'],
    ],
    [
      'of the syntax is told with its line',
      ['id: bad', 'name: { zh: 县', 'version: 1'],
      [expect.stringMatching(/^bad\.yaml, line 3: is not valid YAML: /)],
    ],
    [
      'of a value that the whole does not allow is told as well',
      head(
        'bad',
        'limits:',
        '  report.feedback: { amount: 5, unit: working_day, pausable: true, basis: [D] }',
      ),
      ['bad.yaml, line 6: limits.report.feedback.pausable is a duty that no suspension stops (domain 4.9).'],
    ],
    [
      'is a calendar that no file defines',
      head('bad', 'rules: { calendar: mars }'),
      ['bad.yaml, line 5: rules.calendar names mars, which no usable calendar file defines.'],
    ],
    [
      'is an id that is not the name of the file',
      head('good'),
      ['bad.yaml, line 1: id is good, but has to be the name of the file.'],
    ],
    [
      'is a base that no file defines',
      head('bad').map((line) => line.replace('cn-default', 'cn-mars')),
      ['bad.yaml, line 4: extends names cn-mars, which no usable file defines.'],
    ],
    [
      'is a profile that extends itself',
      head('bad').map((line) => line.replace('cn-default', 'bad')),
      ['bad.yaml, line 4: extends leads back to bad, so neither profile has an end.'],
    ],
    ['is a file that holds nothing', [], ['bad.yaml, line 1: the file has to be an object.']],
  ])('%s', (_, lines, expected) => {
    write('bad.yaml', ...lines);
    expect(faults()).toEqual(expected);
  });

  it('of one file is told beside those of the others', () => {
    write('one.yaml', ...head('one', 'colour: red'));
    write('two.yaml', ...head('two', 'shape: round'));
    expect(faults()).toEqual([
      'one.yaml, line 5: colour is not a known key.',
      'two.yaml, line 5: shape is not a known key.',
    ]);
  });

  it('is an id that is taken already', () => {
    write('eu.yaml', ...head('eu'));
    expect(faults()).toEqual([
      expect.stringMatching(/^eu\.yaml, line 1: id is eu, which .*eu\.yaml has already\.$/),
    ]);
  });

  it('is a circle of two', () => {
    write('one.yaml', ...head('one').map((line) => line.replace('cn-default', 'two')));
    write('two.yaml', ...head('two').map((line) => line.replace('cn-default', 'one')));
    expect(faults()).toEqual([
      'two.yaml, line 4: extends leads back to one, so neither profile has an end.',
      'one.yaml, line 4: extends leads back to two, so neither profile has an end.',
    ]);
  });

  it('is a folder that does not exist', () => {
    const folder = join(extraDir, 'nowhere');
    expect(faults({ builtinDir: BUILTIN, extraDir: folder })).toEqual([
      'nowhere: the folder does not exist.',
    ]);
  });

  it('is an alias that refers to too much', () => {
    write(
      'bad.yaml',
      'a: &a [x, x, x, x, x, x, x, x, x, x]',
      'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]',
      'c: [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b, *b]',
    );
    expect(faults()).toEqual([
      'bad.yaml, line 1: is not usable YAML: its aliases refer to too much or to nothing.',
    ]);
  });
});

describe('a calendar', () => {
  const calendar = (...plan: readonly string[]) => {
    write(
      'calendars/moon.yaml',
      'id: moon',
      'name: { zh: 月, en: Moon }',
      'weekend: [6, 7]',
      'years:',
      "  '2025':",
      '    notice: n',
      ...plan,
    );
    return faults();
  };
  const holiday = (from: string, to?: string) =>
    `    holidays: [{ name: { zh: 节, en: Feast }, from: '${from}'${to ? `, to: '${to}'` : ''} }]`;

  it.each<[string, readonly string[], string]>([
    [
      'a date that does not exist',
      [holiday('2025-02-30'), '    makeUpDays: []'],
      'has to be a date that exists, written YYYY-MM-DD',
    ],
    [
      'a holiday that ends before it begins',
      [holiday('2025-05-05', '2025-05-01'), '    makeUpDays: []'],
      'lies before `from`',
    ],
    ['a holiday of another year', [holiday('2024-05-01'), '    makeUpDays: []'], '2024-05-01 is not in 2025'],
    [
      'a holiday longer than a month',
      [holiday('2025-05-01', '2025-07-01'), '    makeUpDays: []'],
      'is longer than a month',
    ],
    [
      'a make-up day on a holiday',
      [holiday('2025-05-03'), "    makeUpDays: ['2025-05-03']"],
      '2025-05-03 is a holiday in the same plan',
    ],
    [
      'a make-up day on a working day',
      [holiday('2025-05-03'), "    makeUpDays: ['2025-05-05']"],
      '2025-05-05 is a working day already, so it makes up for nothing',
    ],
  ])('with %s is refused', (_, plan, reason) => {
    const told = calendar(...plan);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^calendars\/moon\.yaml, line [78]: years\.2025\./);
    expect(told[0]).toContain(reason);
  });

  it('may name last days of the year before', () => {
    expect(calendar(holiday('2024-12-31', '2025-01-02'), '    makeUpDays: []')).toEqual([]);
  });
});
