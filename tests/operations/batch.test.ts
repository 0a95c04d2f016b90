/** Group commit: who travels together, what a bad member does to the others, and what is never sent twice. */
import { describe, expect, it } from 'vitest';
import { batched, type Batching } from '../../src/operations/batch.ts';

const REFUSED = new Error('refused');
const LOST = new Error('lost');
const BATCHING: Batching = { most: 3, flights: 1, wasRefused: (error) => error === REFUSED };

/** A writer that fails for what `fate` says, and keeps every batch it was given. */
function writer(fate: (batch: readonly string[]) => Error | null, batching: Batching = BATCHING) {
  const batches: string[][] = [];
  const write = batched(async (items: readonly string[]) => {
    batches.push([...items]);
    await new Promise(setImmediate);
    const error = fate(items);
    if (error) throw error;
    return items.map((item) => `${item} done`);
  }, batching);
  return { write, batches };
}
const outcomes = async (promises: readonly Promise<string>[]) =>
  (await Promise.allSettled(promises)).map((result) =>
    result.status === 'fulfilled' ? result.value : (result.reason as Error).message,
  );

describe('a batch', () => {
  it('takes along what comes in the same turn, as many as fit, and gives each its own result', async () => {
    const { write, batches } = writer(() => null);
    expect(await outcomes(['a', 'b', 'c', 'd'].map(write))).toEqual(['a done', 'b done', 'c done', 'd done']);
    expect(batches).toEqual([['a', 'b', 'c'], ['d']]);
  });

  it('goes alone when nobody else is there', async () => {
    const { write, batches } = writer(() => null);
    expect(await write('a')).toBe('a done');
    expect(await write('b')).toBe('b done');
    expect(batches).toEqual([['a'], ['b']]);
  });

  it('that was refused is tried one by one, so that only the bad one fails', async () => {
    const { write, batches } = writer((batch) => (batch.includes('bad') ? REFUSED : null));
    expect(await outcomes(['a', 'bad', 'c'].map(write))).toEqual(['a done', 'refused', 'c done']);
    expect(batches).toEqual([['a', 'bad', 'c'], ['a'], ['bad'], ['c']]);
  });

  it('whose fate is not known fails as a whole, and nothing of it is sent again', async () => {
    const { write, batches } = writer(() => LOST);
    expect(await outcomes(['a', 'b'].map(write))).toEqual(['lost', 'lost']);
    expect(batches).toEqual([['a', 'b']]);
  });

  it('of which a member is lost while they are tried one by one leaves the others alone', async () => {
    const { write } = writer((batch) => (batch.length > 1 ? REFUSED : batch[0] === 'b' ? LOST : null));
    expect(await outcomes(['a', 'b', 'c'].map(write))).toEqual(['a done', 'lost', 'c done']);
  });

  it('does not keep later ones from leaving', async () => {
    const { write } = writer((batch) => (batch.includes('a') ? LOST : null));
    const first = outcomes([write('a')]);
    await new Promise(setImmediate);
    expect([...(await first), ...(await outcomes([write('b')]))]).toEqual(['lost', 'b done']);
  });

  it('flies beside others up to the limit', async () => {
    let flying = 0;
    let most = 0;
    const write = batched(
      async (items: readonly string[]) => {
        most = Math.max(most, ++flying);
        await new Promise((resolve) => setTimeout(resolve, 5));
        flying -= 1;
        return items;
      },
      { ...BATCHING, most: 1, flights: 2 },
    );
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map(write));
    expect(most).toBe(2);
  });
});
