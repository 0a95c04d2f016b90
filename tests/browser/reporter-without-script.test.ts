/** A reporter whose browser runs no script reports, keeps the code, and comes back with it. */
import { describe, expect, it } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';

describe('a reporter without JavaScript', () => {
  const browser = useBrowser();

  it('reports, types the code back, and reads later where it stands', async () => {
    const page = await browser.open({ javaScriptEnabled: false });
    await page.goto('/portal/report?lang=en');
    await page.locator('textarea').first().fill('Gifts of money were taken for a building permit.');
    await page.locator('main form button').last().click();
    const text = (await page.locator('main').textContent()) ?? '';
    const code = /\d{4}\s\d{4}\s\d{4}\s\d{4}/.exec(text)?.[0];
    expect(code).toBeDefined();
    const box = page.locator('input[type=text], input[inputmode=numeric]').last();
    await box.fill(code!.slice(-4));
    await page.locator('main form button').last().click();

    await page.goto('/portal/status?lang=en');
    await page.locator('input[type=text], input[inputmode=numeric]').last().fill(code!);
    await page.locator('main form button').last().click();
    expect(await page.locator('main').textContent()).toContain('Received');
    expect((await page.context().cookies()).length).toBe(0);
    await page.context().close();
  });

  it('meets pages without a fault that axe knows', async () => {
    const page = await browser.open();
    for (const address of ['/portal', '/portal/report', '/portal/status']) {
      await page.goto(address);
      await expectAccessible(page);
    }
    await page.context().close();
  });
});
