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
import { neighboursOf, withPage } from '../../console/src/pages/queue/order-of-view.ts';

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

describe('the order of the list that was looked at last', () => {
  const shown = (cursor: string | null, ids: readonly string[], next: string | null = null) => ({
    asked: 'mine',
    cursor,
    ids,
    next,
  });

  it('gives a case its neighbours', () => {
    const order = withPage(null, shown(null, ['a', 'b', 'c']));
    const list = { of: 3, hasMore: false };
    expect(neighboursOf('b', order)).toEqual({ previous: 'a', next: 'c', place: 2, ...list });
    expect(neighboursOf('c', order)).toEqual({ previous: 'b', next: null, place: 3, ...list });
    expect(neighboursOf('x', order)).toEqual({ previous: null, next: null, place: 0, ...list });
  });

  it('goes on over the end of a page, and says whether it goes on further', () => {
    const first = withPage(null, shown(null, ['a', 'b'], 'c1'));
    expect(neighboursOf('b', first)).toMatchObject({ next: null, hasMore: true });
    const both = withPage(first, shown('c1', ['c', 'd'], 'c2'));
    expect(neighboursOf('b', both)).toMatchObject({ next: 'c', place: 2, of: 4, hasMore: true });
    expect(neighboursOf('c', both)).toMatchObject({ previous: 'b', next: 'd' });
    expect(neighboursOf('d', withPage(both, shown('c2', [])))).toMatchObject({ next: null, hasMore: false });
  });

  it('names a case once that moved down to the next page meanwhile', () => {
    const both = withPage(withPage(null, shown(null, ['a', 'b'], 'c1')), shown('c1', ['a', 'c']));
    expect(neighboursOf('b', both)).toMatchObject({ next: 'c', of: 3 });
  });

  it('begins anew with a page that was read again, and with another list', () => {
    const both = withPage(withPage(null, shown(null, ['a'], 'c1')), shown('c1', ['b'], 'c2'));
    expect(neighboursOf('b', withPage(both, shown('c1', ['b', 'c'])))).toMatchObject({
      previous: 'a',
      of: 3,
    });
    expect(neighboursOf('b', withPage(both, shown(null, ['x'])))).toMatchObject({ place: 0, of: 1 });
    expect(neighboursOf('y', withPage(both, shown('far', ['y'])))).toMatchObject({ place: 1, of: 1 });
    const other = { ...shown('c2', ['z']), asked: 'all' };
    expect(neighboursOf('z', withPage(both, other))).toMatchObject({ previous: null, place: 1, of: 1 });
  });
});
