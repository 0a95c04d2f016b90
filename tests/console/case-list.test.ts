/** A list of cases as an address: what it asks, what a view keeps of it, and the way back from a view. */
import { describe, expect, it } from 'vitest';
import {
  addressOfView,
  isSameQuery,
  keptOf,
  queryOf,
  readAddress,
  toParams,
} from '../../console/src/pages/queue/list-address.ts';
import { neighboursOf } from '../../console/src/pages/queue/order-of-view.ts';

const read = (text: string) => readAddress(new URLSearchParams(text), 'mine');

describe('the address of a list', () => {
  it('is read and written without loss, and without what stands at its default', () => {
    const address = read(
      'tab=unit&light=overdue&state=registered,accepted&channel=letter&sort=-updated&cursor=abc&page=3&view=v1',
    );
    expect(address).toEqual({
      tab: 'unit',
      filters: { light: 'overdue', state: 'registered,accepted', channel: 'letter' },
      sort: '-updated',
      cursor: 'abc',
      page: 3,
      view: 'v1',
    });
    expect(read(new URLSearchParams(toParams(address, 'mine')).toString())).toEqual(address);
    expect(toParams(read('tab=nonesuch&sort=urgency&light=&page=x'), 'mine')).toEqual({});
  });

  it('asks for what its tab is of, and a filter does not widen it', () => {
    expect(queryOf(read('light=overdue'), null)).toEqual({ light: 'overdue', mine: 'true', open: 'true' });
    expect(queryOf(read('tab=mine&open=false'), null).open).toBe('true');
    expect(queryOf(read('tab=unit'), 'office-1')).toEqual({ unit: 'office-1', open: 'true' });
    expect(queryOf(read('tab=all&procedure=complaint'), null, { procedure: 'appeal' })).toEqual({
      procedure: 'appeal',
    });
  });
});

describe('a saved view', () => {
  it('keeps filters and order, and neither search nor page', () => {
    expect(keptOf(read('tab=available&light=due_soon&q=p-7&cursor=x&sort=-due'), null)).toEqual({
      light: 'due_soon',
      unassigned: 'true',
      sort: '-due',
    });
  });

  it.each([
    '',
    'tab=available&light=due_soon',
    'tab=unit&state=registered&sort=-due',
    'tab=all&open=false&unit=office-2',
    'tab=done',
    'tab=copied&procedure=appeal',
  ])('leads back to where it was saved: %s', (text) => {
    const address = read(text);
    const view = { id: 'v1', query: keptOf(address, 'office-1') };
    expect(addressOfView(view, 'office-1')).toEqual({ ...address, view: 'v1' });
    expect(isSameQuery(keptOf(addressOfView(view, 'office-1'), 'office-1'), view.query)).toBe(true);
  });

  it('is modified once something differs, in whatever order it is written', () => {
    expect(isSameQuery({ light: 'overdue', mine: 'true' }, { mine: 'true', light: 'overdue' })).toBe(true);
    expect(isSameQuery({ mine: 'true' }, { mine: 'true', light: 'overdue' })).toBe(false);
  });
});

it('a case has neighbours in the list that was looked at last', () => {
  expect(neighboursOf('b', ['a', 'b', 'c'])).toEqual({ previous: 'a', next: 'c', place: 2, of: 3 });
  expect(neighboursOf('a', ['a'])).toEqual({ previous: null, next: null, place: 1, of: 1 });
  expect(neighboursOf('x', ['a'])).toEqual({ previous: null, next: null, place: 0, of: 1 });
});
