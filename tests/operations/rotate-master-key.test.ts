/**
 * Another master key: everything sealed is read as before, the old key opens nothing, journal and proofs are the same
 * bytes; a run that breaks off changes nothing, and a program that goes on with the old key can add nothing.
 */
import { randomBytes } from 'node:crypto';
import { beforeEach, expect, it } from 'vitest';
import { describeOnBoth, type TestDatabase } from '../database.ts';
import { startApi, type Api } from '../harness.ts';
import { aComplaint, staffOf, type Staff } from '../staff.ts';
import { createRuntime, type RuntimeSettings } from '../../src/operations/runtime.ts';
import { bindOperations } from '../../src/operations/operations.ts';
import { lookupKeyOf } from '../../src/operations/rotate-master-key.ts';
import { fingerprintOf, unwrapSealKey } from '../../src/operations/sealing.ts';

const REPORTER = { name: 'Plover Kettlewell', contact: 'plover@mill.example' };

describeOnBoth('another master key', (open) => {
  let database: TestDatabase;
  let api: Api;
  let staff: Staff;
  let complaint: { id: string; version: number };
  const newKey = randomBytes(32);

  beforeEach(async () => {
    database = await open();
    api = await startApi(database);
    staff = await staffOf(api);
    complaint = await aComplaint(staff, {
      isRealName: true,
      reporter: REPORTER,
      content: 'Words of the file.',
    });
    return async () => {
      await api.close();
    };
  });

  /** The same database, as a program with this master key sees it. */
  const programWith = async (masterKey: Buffer) => {
    const lookupKey = await lookupKeyOf(database.knex, 'default', masterKey);
    const runtime = createRuntime({ ...(api.runtime as RuntimeSettings), masterKey, lookupKey });
    return { runtime, operations: bindOperations(runtime) };
  };
  const wrappedKeys = async () => {
    const { rows } = await database.knex.raw<{
      rows: { id: string; wrapped: Uint8Array; wrapped_by: string }[];
    }>('select id, wrapped, wrapped_by from seal_keys order by id');
    return rows;
  };
  const supervisor = { personId: 'p-supervisor', roles: ['case_supervisor' as const], unit: null, keyId: '' };
  const superior = { personId: 'p-superior', roles: ['superior_body' as const], unit: null, keyId: '' };
  const kept = async () => ({
    journal: (await database
      .knex('journal')
      .whereNot({ type: 'master_key.rotated' })
      .orderBy('id')) as object[],
    sealed: (await database.knex('journal_sealed').whereNotNull('sealed').orderBy('entry_id')) as object[],
    marks: (await database.knex('identity_marks').orderBy('mark')) as object[],
  });

  it('wraps every key anew and changes nothing of what they seal', async () => {
    const [keys, before] = [await wrappedKeys(), await kept()];
    const count = await api.operations.rotateMasterKey({ newKey });
    expect(count).toBe(keys.length);
    const after = await wrappedKeys();
    expect(await kept()).toEqual(before);
    expect(after.map(({ id }) => id)).toEqual(keys.map(({ id }) => id));
    expect(new Set(after.map(({ wrapped_by }) => wrapped_by))).toEqual(new Set([fingerprintOf(newKey)]));
    for (const [at, { id, wrapped }] of after.entries()) {
      const old = unwrapSealKey(api.runtime.masterKey, id, Buffer.from(keys[at]!.wrapped));
      expect(unwrapSealKey(newKey, id, Buffer.from(wrapped)).key).toEqual(old.key);
      expect(() => unwrapSealKey(api.runtime.masterKey, id, Buffer.from(wrapped))).toThrow();
    }
  });

  it('reads and opens everything, counts as before, and goes on working', async () => {
    await api.operations.rotateMasterKey({ newKey });
    const { operations } = await programWith(newKey);
    const { items } = await operations.readCaseEvents(supervisor, complaint.id, { limit: 10 });
    expect(items[0]!.data.content).toBe('Words of the file.');
    const { id } = await operations.requestIdentity(supervisor, {
      caseId: complaint.id,
      purpose: 'protection',
      reason: 'x',
    });
    await operations.decideIdentity(superior, {
      caseId: complaint.id,
      requestId: id,
      approve: true,
      reason: 'x',
    });
    const { identities } = await operations.openIdentity(supervisor, { caseId: complaint.id, requestId: id });
    expect(identities[0]!.values).toEqual({
      '/reporter/name': REPORTER.name,
      '/reporter/contact': REPORTER.contact,
    });
    expect(await operations.countIdentities(supervisor, { by: 'name', text: REPORTER.name })).toEqual({
      families: 1,
    });
    const opened = await operations.openCase({
      asker: { personId: 'p-reception', roles: ['reception_officer'], unit: null, keyId: '' },
      procedure: 'complaint',
      data: { channel: 'letter', content: 'More.', reporter: REPORTER },
    });
    expect(opened.version).toBe(1);
    expect(await operations.countIdentities(supervisor, { by: 'name', text: REPORTER.name })).toEqual({
      families: 2,
    });
  });

  it('is in the journal by fingerprint, and the database knows the new one', async () => {
    const count = await api.operations.rotateMasterKey({ newKey });
    while (await api.operations.integrateJournal());
    const { body } = await staff.auditor.get('/api/v1/journal?type=master_key.rotated');
    expect(body.items.map(({ data }: { data: object }) => data)).toEqual([
      { from: fingerprintOf(api.runtime.masterKey), to: fingerprintOf(newKey), keys: count },
    ]);
    const { rows } = await database.knex.raw<{
      rows: { master_key: string; master_key_rotated_at: string | null }[];
    }>('select master_key, master_key_rotated_at from installation');
    expect(rows[0]!.master_key).toBe(fingerprintOf(newKey));
    expect(rows[0]!.master_key_rotated_at).not.toBeNull();
  });

  it('changes nothing when it breaks off half way, and can be done again', async () => {
    const before = [await wrappedKeys(), await database.knex('installation')];
    const breaks = () => {
      throw new Error('broken on purpose');
    };
    await expect(api.operations.rotateMasterKey({ newKey, onProgress: breaks })).rejects.toThrow(
      'broken on purpose',
    );
    expect([await wrappedKeys(), await database.knex('installation')]).toEqual(before);
    await staff.supervisor.does(complaint, 'NOTE', { text: 'Still the old key.' });
    expect(await api.operations.rotateMasterKey({ newKey })).toBeGreaterThan(0);
  });

  it('is refused when it is the present one, or when another run was first', async () => {
    await expect(api.operations.rotateMasterKey({ newKey: api.runtime.masterKey })).rejects.toThrow(
      'is the present one',
    );
    await api.operations.rotateMasterKey({ newKey });
    const before = await wrappedKeys();
    await expect(api.operations.rotateMasterKey({ newKey: randomBytes(32) })).rejects.toThrow();
    expect(await wrappedKeys()).toEqual(before);
  });

  it('keeps a program that still has the old key from adding what nobody could open', async () => {
    await api.operations.rotateMasterKey({ newKey });
    const before = await wrappedKeys();
    await expect(
      api.operations.openCase({
        asker: { personId: 'p-reception', roles: ['reception_officer'], unit: null, keyId: '' },
        procedure: 'complaint',
        data: { channel: 'letter', content: 'Lost.' },
      }),
    ).rejects.toThrow(/master key was changed/);
    expect(await wrappedKeys()).toEqual(before);
  });
});
