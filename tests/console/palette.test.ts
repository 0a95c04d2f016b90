/** The command palette's list: what is left of it for what was typed, how it is ordered, and where an arrow key leads. */
import { describe, expect, it } from 'vitest';
import {
  inGroups,
  ledBy,
  matches,
  mayBeNumber,
  withoutRepeats,
  type Entry,
  type Group,
} from '../../console/src/palette/entries.ts';

const entry = (group: Group, label: string): Entry => ({ id: label, group, label, run: () => undefined });

describe('an entry of the palette', () => {
  const dashboards = { label: 'Dashboards', more: 'g d' };

  it.each(['', '  ', 'dash', 'BOARDS', 'boards dash', 'g d', 'ｄａｓｈ'])('is found by “%s”', (typed) => {
    expect(matches(dashboards, typed)).toBe(true);
  });

  it.each(['queue', 'dash queue', 'dashs'])('is not found by “%s”', (typed) => {
    expect(matches(dashboards, typed)).toBe(false);
  });

  it('is found by a part of its Chinese name', () => {
    expect(matches({ label: '期限日历' }, '日历')).toBe(true);
  });
});

it('cases are asked for by what may be a number, and not by the name of a page', () => {
  expect(['JB-2026', '2026', 'wt-2025-000010', '０１9'].filter((typed) => !mayBeNumber(typed))).toEqual([]);
  expect(['', '1', '统计', 'dashboards', 'g d'].filter(mayBeNumber)).toEqual([]);
});

describe('the list of the palette', () => {
  it('has the steps of the case first and the further search last, and no empty group', () => {
    const groups = inGroups([
      entry('search', 'search the queue'),
      entry('pages', 'queue'),
      entry('steps', 'accept'),
      entry('pages', 'journal'),
    ]);
    expect(groups.map(([group, of]) => [group, of.map(({ label }) => label)])).toEqual([
      ['steps', ['accept']],
      ['pages', ['queue', 'journal']],
      ['search', ['search the queue']],
    ]);
  });

  it('is gone through by arrow keys, round at both ends', () => {
    expect(ledBy('ArrowDown', 0, 3)).toBe(1);
    expect(ledBy('ArrowDown', 2, 3)).toBe(0);
    expect(ledBy('ArrowUp', 0, 3)).toBe(2);
    expect(ledBy('ArrowUp', 0, 0)).toBeNull();
    expect(ledBy('Home', 1, 3)).toBeNull();
  });

  it('names an action once with all its keys, and no page twice', () => {
    const keys = [
      ['j', 'Next row'],
      ['g q', 'Work queue'],
      ['arrowdown', 'Next row'],
      ['o', 'Open'],
    ] as const;
    expect(withoutRepeats(keys, ['Work queue'])).toEqual([
      { label: 'Next row', keys: ['j', 'arrowdown'] },
      { label: 'Open', keys: ['o'] },
    ]);
  });
});
