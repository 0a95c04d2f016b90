/** That a connection behaves the same whichever database is behind it: values, errors, and the last connection. */
import { expect, it } from 'vitest';
import { isDatabaseAway } from '../../db/errors.ts';
import { describeOnBoth } from '../database.ts';

describeOnBoth('a connection', (open) => {
  it('gives the same kinds of values', async () => {
    const { knex } = await open();
    const { rows } = await knex.raw(
      `select 9007199254740991::int8 as int8, array[1, 2]::int8[] as int8s, 1.50::numeric as numeric, 0.5::float8 as float,
         '\\xc0ffee'::bytea as bytea, '{"a": [1]}'::jsonb as jsonb, array['x', 'y'] as texts, true as bool,
         '2026-01-05T12:00:00.123Z'::timestamptz as instant, '2026-01-05'::date as day, interval '1 day' as span`,
    );
    expect(rows).toEqual([
      {
        int8: 9007199254740991,
        int8s: [1, 2],
        numeric: '1.50',
        float: 0.5,
        bytea: Buffer.from('c0ffee', 'hex'),
        jsonb: { a: [1] },
        texts: ['x', 'y'],
        bool: true,
        instant: '2026-01-05 12:00:00.123+00',
        day: '2026-01-05',
        span: '1 day',
      },
    ]);
  });

  it('throws rather than rounding a number too large', async () => {
    const { knex } = await open();
    await expect(knex.raw('select 9007199254740993::int8 as n')).rejects.toThrow('safe');
  });

  it('never puts the values of a statement into an error', async () => {
    const { knex } = await open();
    await expect(knex.raw('select ?::int', ['secret name'])).rejects.toThrow(
      expect.objectContaining({ message: expect.not.stringMatching(/secret name'/) }),
    );
  });

  it('asked for inside an open transaction that holds the last one fails instead of waiting for itself', async () => {
    const { knex } = await open({ poolSize: 1, acquireTimeoutMs: 200 });
    const attempt = knex.transaction(() => knex.raw('select 1'));
    await expect(attempt).rejects.toSatisfy(isDatabaseAway);
    await expect(knex.raw('select 1')).resolves.toBeDefined();
  });
});
