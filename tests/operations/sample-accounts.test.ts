/** Made-up people are for a sandbox: a real body's keep their own names and passwords. */
import { beforeAll, expect, it } from 'vitest';
import { countRows, describeApi, type Api } from '../harness.ts';

const NAMED = [{ person: 'p-sample', name: '样本' }];
const MEMBERS = [{ person: 'p-sample', name: '样本', roles: ['handler' as const] }];

describeApi('people of a sandbox', (start) => {
  let real: Api;
  let sandbox: Api;
  beforeAll(async () => {
    real = await start();
    sandbox = await start({ sandbox: true });
  });
  const nameIn = async (api: Api) =>
    (await api.knex('people').where({ id: 'p-sample' }).first<{ name: string } | undefined>())?.name;

  it('are named there, and keep the name they have', async () => {
    await sandbox.operations.keepSampleNames(NAMED);
    await sandbox.operations.keepSampleNames([{ person: 'p-sample', name: '别名' }]);
    expect(await nameIn(sandbox)).toBe('样本');
  });

  it('are made nowhere else', async () => {
    const before = await countRows(real.knex);
    await expect(real.operations.keepSampleNames(NAMED)).rejects.toMatchObject({ problem: 'sandbox-only' });
    await expect(real.operations.keepSampleAccounts(MEMBERS, 'x')).rejects.toMatchObject({
      problem: 'sandbox-only',
    });
    expect(await nameIn(real)).toBeUndefined();
    expect(await countRows(real.knex)).toEqual(before);
  });
});
