/** An administrator tells keys apart and sees which are in use, and ends what somebody has open elsewhere. */
import { describe, expect, inject, it } from 'vitest';
import { expectAccessible, settled, useBrowser } from './browser.ts';

describe('an administrator', () => {
  const browser = useBrowser();

  it('names a key, reads what it may do in sentences, and sees that it is used', async () => {
    const page = await browser.as('p-fang', '/admin/keys');
    const form = page.getByRole('region', { name: '制发密钥' });
    await form.getByLabel('所有者').fill('p-chen');
    await form.getByLabel('名称').fill('接访窗口自助机');
    await form.getByLabel('到期日').fill('2099-12-31');
    await form.getByRole('checkbox', { name: '信访举报受理人员' }).check();
    await form.getByRole('button', { name: '制发密钥' }).click();
    const secret = (await form.locator('.shown-once').textContent())?.match(/lw_[\w-]+/)?.[0];
    const row = page.getByRole('row', { name: /接访窗口自助机/ });
    await row.getByText('从未使用').waitFor();
    expect(await row.textContent()).toMatch(/适用于全机关：.*信访举报受理人员：/);
    await row.getByText(/可以进行的 \d+ 项操作/).click();
    await row.getByText('查阅依职责可知悉的案件').waitFor();
    await expectAccessible(page);

    const me = await fetch(`${inject('console').url}/api/v1/me`, {
      headers: { Authorization: `Bearer ${secret ?? ''}` },
    });
    expect(me.status).toBe(200);
    await expect
      .poll(async () => {
        await page.reload();
        await settled(page);
        return row.textContent();
      })
      .toMatch(/\d{4}-\d\d-\d\d \d\d:00/);
    await page.context().close();
  });

  it('sees how many sessions somebody has open, and ends them together', async () => {
    const theirs = await browser.as('p-rao', '/queue');
    const page = await browser.as('p-fang', '/admin/people?person=p-rao');
    const account = page.getByRole('region', { name: '账号', exact: true });
    const open = account.locator('dt:has-text("当前会话数") + dd');
    await open.waitFor();
    expect(Number(await open.textContent())).toBeGreaterThanOrEqual(1);
    expect(await account.locator('dt:has-text("最近登录") + dd time').count()).toBe(1);
    await expectAccessible(page);
    await account.getByRole('button', { name: '结束全部会话' }).click();
    await account.getByText('目前没有登录会话').waitFor();
    expect(await open.textContent()).toBe('0');
    await expect.poll(async () => (await theirs.request.get('/api/v1/session')).status()).not.toBe(200);
    await page.context().close();
    await theirs.context().close();
  });
});
