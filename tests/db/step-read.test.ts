/** The one read of a step: what each request needs, in the order of the requests, and nothing its asker may not know. */
import { describe, expect, it } from 'vitest';
import { insertKey, findKeyHolder, savePerson } from '../../db/queries/people.ts';
import { readForSteps, type StepRequest } from '../../db/queries/step-read.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import type { Role } from '../../src/domain/vocabulary.ts';
import { describeOnBoth, opensFor } from '../database.ts';
import { clockOf, next, NOON, openCase, stepOn, TENANT } from './step-groups.ts';
import type { Knex } from 'knex';

const requestFor = (caseId: string | null, fields: Partial<StepRequest> = {}): StepRequest => ({
  caseId,
  person: 'p-1',
  unit: null,
  bodies: null,
  sees: 'all',
  people: ['p-1'],
  caller: 'p-1',
  key: null,
  ...fields,
});

let keys = 0;

async function giveKey(db: Knex, person: string, roles: Role[], fields: { expiresAt?: string } = {}) {
  const secretHash = Buffer.alloc(32, ++keys);
  await savePerson(db, TENANT, { id: person, name: null, pseudonym: `a-${person}` });
  await insertKey(db, TENANT, {
    id: `00000000-0000-7000-8000-${String(keys).padStart(12, '0')}`,
    secretHash,
    personId: person,
    roles,
    unit: 'u-1',
    expiresAt: fields.expiresAt ?? null,
    name: null,
  });
  return secretHash;
}

describeOnBoth('reading for steps', (open) => {
  it('answers requests in their order, a missing case as none', async () => {
    const { knex } = await open();
    const [a, b] = [await openCase(knex), await openCase(knex)];
    const missing = '00000000-0000-7000-8000-000000000000';
    const read = await readForSteps(
      knex,
      TENANT,
      [b.id, missing, a.id, null].map((id) => requestFor(id)),
    );
    expect(read.map((each) => each.case?.id ?? null)).toEqual([b.id, null, a.id, null]);
    expect(read.map((each) => each.wrappedKey)).toEqual(['aa', null, 'aa', null]);
  });

  it('gives a case as it was written, with its running clocks', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const running = clockOf(opened, { instance: 'running' });
    const moved = next(opened, { next_due_at: NOON, subject: 'p-9', summary: { title: '标题' } });
    const stopped = clockOf(opened, { instance: 'stopped', isActive: false });
    await writeSteps(knex, TENANT, [stepOn(moved, { clocks: [running, stopped] })]);
    const [read] = await readForSteps(knex, TENANT, [requestFor(opened.id)]);
    const { expected: _, ...row } = moved;
    expect(read?.case).toMatchObject(row);
    const { case_id: __, ...clock } = running;
    expect(read?.clocks).toEqual([clock]);
  });

  it('knows persons by their valid keys, their duties in the family and whether they stand aside', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    await giveKey(knex, 'p-1', ['handler']);
    await giveKey(knex, 'p-1', ['reviewer', 'handler']);
    await giveKey(knex, 'p-1', ['approver_head'], { expiresAt: '2020-01-01T00:00:00.000Z' });
    const inFamily = { family_id: opened.family_id, case_id: opened.id };
    await writeSteps(knex, TENANT, [
      stepOn(next(opened), {
        duties: [{ ...inFamily, person_id: 'p-1', slot: 's', duty: 'verify' }],
        recusals: [
          { ...inFamily, person_id: 'p-1', status: 'granted', ground: 'kinship', changed_at: NOON },
          { ...inFamily, person_id: 'p-2', status: 'refused', ground: 'kinship', changed_at: NOON },
        ],
      }),
    ]);
    const [read] = await readForSteps(knex, TENANT, [requestFor(opened.id, { people: ['p-1', 'p-2'] })]);
    expect(read?.actors).toEqual([
      {
        person: 'p-1',
        roles: ['handler', 'reviewer'],
        unit: 'u-1',
        pseudonym: 'a-p-1',
        duties: ['verify'],
        recusal: 'granted',
        barred: null,
      },
      { person: 'p-2', roles: null, unit: null, pseudonym: null, duties: [], recusal: 'none', barred: null },
    ]);
  });

  it('finds the answer to a request that was answered before, for its caller only', async () => {
    const { knex } = await open();
    const opened = await openCase(knex);
    const answer = {
      caller: 'p-1',
      key: 'k',
      fingerprint: 'ab',
      case_id: opened.id,
      version: 2,
      status: 200,
    };
    await writeSteps(knex, TENANT, [stepOn(next(opened), { answer })]);
    const read = await readForSteps(knex, TENANT, [
      requestFor(opened.id, { key: 'k' }),
      requestFor(opened.id, { key: 'k', caller: 'p-2' }),
      requestFor(opened.id),
    ]);
    expect(read.map(({ answered }) => answered)).toEqual([
      { fingerprint: 'ab', caseId: opened.id, version: 2, status: 200 },
      null,
      null,
    ]);
  });

  it('tells the holder of a key only while it is valid', async () => {
    const { knex } = await open();
    const valid = await giveKey(knex, 'p-1', ['handler', 'auditor']);
    const expired = await giveKey(knex, 'p-1', ['handler'], { expiresAt: '2020-01-01T00:00:00.000Z' });
    expect(await findKeyHolder(knex, TENANT, valid)).toMatchObject({
      personId: 'p-1',
      roles: ['handler', 'auditor'],
    });
    expect(await findKeyHolder(knex, TENANT, expired)).toBeUndefined();
    expect(await findKeyHolder(knex, 'another-body', valid)).toBeUndefined();
    await knex('api_keys').update({ revoked_at: NOON });
    expect(await findKeyHolder(knex, TENANT, valid)).toBeUndefined();
  });
});

describe('on a server', () => {
  const open = opensFor('postgresql');

  it('the hot statements are prepared once on each connection, by name', async () => {
    const { knex } = await open({ poolSize: 1 });
    const opened = await openCase(knex);
    await readForSteps(knex, TENANT, [requestFor(opened.id)]);
    await knex.transaction((trx) => writeSteps(trx, TENANT, [stepOn(next(opened))]));
    const { rows } = await knex.raw<{ rows: { name: string }[] }>('select name from pg_prepared_statements');
    const names = rows.map(({ name }) => name).sort();
    expect(names).toEqual(expect.arrayContaining(['step-read', expect.stringMatching(/^step-write/)]));
  });
});
