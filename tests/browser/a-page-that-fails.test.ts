/** Somebody whose browser cannot have the code of a page: they are told so, keep the rest, and try again. */
import { describe, expect, it } from 'vitest';
import { expectAccessible, settled, useBrowser, type Locale } from './browser.ts';

const CODE_OF_PAGE = '**/assets/deadlines-page-*.js';
const CODE_OF_PALETTE = '**/assets/palette-*.js';

describe('whoever cannot have the code of', () => {
  const browser = useBrowser();

  for (const [locale, title, tab] of [
    ['zh', '本页无法显示', /^出现问题/],
    ['en', 'This page could not be shown', /^Error/],
  ] as const satisfies readonly (readonly [Locale, string, RegExp])[])
    it(`a page is told so in ${locale}, goes elsewhere, and tries again`, async () => {
      const page = await browser.as('p-ma', '/me', { locale });
      await page.route(CODE_OF_PAGE, (route) => route.abort());
      const link = page.locator('.side-menu a[href="/deadlines"]');
      await link.click();
      const heading = page.getByRole('heading', { level: 1, name: title });
      await heading.waitFor();
      expect(await page.title()).toMatch(tab);
      await page.locator('main').getByRole('alert').waitFor();
      await expectAccessible(page);
      await page.locator('.side-menu a[href="/queue"]').click();
      await page.getByRole('heading', { level: 1, name: /^(工作台|Work queue)$/ }).waitFor();
      await link.click();
      await heading.waitFor();
      await page.unroute(CODE_OF_PAGE);
      await page
        .locator('main')
        .getByRole('button', { name: /^(重试|Try again)$/ })
        .click();
      await heading.waitFor({ state: 'detached' });
      await settled(page);
      expect(await page.locator('main h1').textContent()).toMatch(/^(期限|Deadline)/);
      await page.context().close();
    });

  it('the command palette is told so, and keeps the page', async () => {
    const page = await browser.as('p-ma', '/me');
    await settled(page);
    await page.route(CODE_OF_PALETTE, (route) => route.abort());
    await page.keyboard.press('Control+K');
    await page.getByText('命令面板未能打开').waitFor();
    expect(await page.locator('main h1').textContent()).toBe('我的账号');
    await page.context().close();
  });
});
