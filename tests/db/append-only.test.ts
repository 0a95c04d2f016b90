/** The database itself keeps the journal as it was written (audit 2.9), whoever asks and in whatever mode. */
import { beforeAll, expect, it } from 'vitest';
import { describeOnBoth, type TestDatabase } from '../database.ts';
import { openCase, TENANT } from './step-groups.ts';
import { integrate } from '../../db/queries/journal-log.ts';
import { entryOf, someCase, stepOn } from './step-groups.ts';
import { writeSteps } from '../../db/queries/step-write.ts';

const CHANGES = {
  journal: `update journal set actor = 'a-2'`,
  journal_sealed: `update journal_sealed set disclosure = 'x'`,
  journal_leaf: 'update journal_leaf set idx = idx + 1',
};

const STATEMENTS = Object.entries(CHANGES).flatMap(([table, update]) => [
  update,
  `delete from ${table}`,
  `truncate ${table}`,
]);

describeOnBoth('the journal', (open) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await open();
    const opened = someCase();
    const entry = entryOf(opened);
    const sealed = [{ entry_id: entry.id, name: 'data', disclosure: 'd', sealed: null, key_id: null }];
    await writeSteps(database.knex, TENANT, [stepOn(opened, { entries: [entry], sealed })]);
    await database.knex.transaction((trx) => integrate(trx, TENANT, 10));
  });

  for (const role of ['origin', 'replica'])
    it.each(STATEMENTS)(`refuses '%s' in a session of role ${role}`, async (statement) => {
      const attempt = database.knex.transaction(async (trx) => {
        await trx.raw(`set local session_replication_role = ${role}`);
        await trx.raw(statement);
      });
      await expect(attempt).rejects.toMatchObject({ code: '23001' });
    });

  it('takes new entries all the same', async () => {
    await expect(openCase(database.knex)).resolves.toMatchObject({ version: 1 });
  });

  it('refuses a leaf beyond 16 KiB', async () => {
    const opened = someCase();
    const leaf = Buffer.alloc(16_385, 'x').toString('hex');
    const attempt = writeSteps(database.knex, TENANT, [
      stepOn(opened, { entries: [entryOf(opened, { leaf })] }),
    ]);
    await expect(attempt).rejects.toMatchObject({ code: '23514' });
  });
});
