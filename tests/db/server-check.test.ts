/** Which servers we refuse to keep records on, and what their operators are told. */
import { expect, it } from 'vitest';
import { checkServer, openDatabase } from '../../db/connection.ts';
import { judgeServer, type ServerFacts } from '../../db/server-check.ts';
import { describeOnBoth, opensFor } from '../database.ts';

const GOOD: ServerFacts = {
  version: 15,
  encoding: 'UTF8',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
};

describeOnBoth('a server as it comes', (open) => {
  it('is good enough', async () => {
    await expect(checkServer(await open())).resolves.toBeUndefined();
  });
});

it.each([
  [{ fsync: 'off' }, 'UnsafeDatabase', 'Set fsync = on'],
  [{ full_page_writes: 'off' }, 'UnsafeDatabase', 'Set full_page_writes = on'],
  [{ synchronous_commit: 'off' }, 'UnsafeDatabase', 'Set synchronous_commit = on'],
  [{ version: 14 }, 'UnsupportedDatabase', 'PostgreSQL 14; Leeway needs 15'],
  [{ encoding: 'SQL_ASCII' }, 'UnsupportedDatabase', 'stores text as SQL_ASCII'],
])('a server with %j is refused with what to do about it', (facts, name, message) => {
  expect(() => {
    judgeServer({ ...GOOD, ...facts }, 'postgresql');
  }).toThrow(expect.objectContaining({ name, message: expect.stringContaining(message) }));
});

it.each(['remote_write', 'remote_apply', 'local'])(
  'a server that commits as far as %s is accepted',
  (how) => {
    expect(() => {
      judgeServer({ ...GOOD, synchronous_commit: how }, 'postgresql');
    }).not.toThrow();
  },
);

it('the embedded database is not judged by promises it does not make', () => {
  expect(() => {
    judgeServer({ ...GOOD, fsync: 'off' }, 'embedded');
  }).not.toThrow();
});

const open = opensFor('postgresql');

it('settings of the role or the session count, not only those of the server', async () => {
  const url = new URL((await open()).url!);
  url.searchParams.set('options', '-c synchronous_commit=off');
  const database = await openDatabase({ url: url.href, dataDir: '' });
  await expect(checkServer(database)).rejects.toThrow('synchronous_commit = off');
  await database.close();
});
