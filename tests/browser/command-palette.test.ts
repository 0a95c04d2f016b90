/** People who go by keyboard from wherever they are: to a page, to a case, to the next step, by what they type. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, settled, useBrowser, type Locale } from './browser.ts';
import { expectFocused } from './keyboard.ts';

const KEYS = 'Control+K';
/** More than the palette waits before it asks. */
const QUIET_MS = 700;
const PHONE = { width: 320, height: 640 };

const field = (page: Page): Locator => page.locator('.palette').getByRole('combobox');
const options = (page: Page): Locator => page.locator('.palette').getByRole('option');
/** What Enter would take, as whoever cannot see the list is told it. */
const active = async (page: Page): Promise<Locator> =>
  page.locator(`[id="${(await field(page).getAttribute('aria-activedescendant')) ?? ''}"]`);

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press(KEYS);
  await expectFocused(page, field(page));
}

async function typeAndTake(page: Page, text: string, entry: string | RegExp): Promise<void> {
  await page.keyboard.insertText(text);
  await expect.poll(async () => (await active(page)).textContent()).toMatch(entry);
  await page.keyboard.press('Enter');
  await field(page).waitFor({ state: 'detached' });
}

/** A case the person may note on. */
async function anOpenCase(page: Page): Promise<{ id: string; number: string }> {
  const answer = await page.request.get('/api/v1/cases?open=true&limit=1');
  return ((await answer.json()) as { items: { id: string; number: string }[] }).items[0]!;
}

describe('people at the command palette', () => {
  const browser = useBrowser();

  it('go to a page, to a case and into its next step, and take it', async () => {
    const page = await browser.as('p-ma', '/queue?tab=all');
    await settled(page);
    await openPalette(page);
    await typeAndTake(page, '统计', /统计/);
    await page.waitForURL('**/dashboards');

    const { id, number } = await anOpenCase(page);
    await openPalette(page);
    await typeAndTake(page, number.toLowerCase(), new RegExp(number));
    await page.waitForURL(`**/cases/${id}`);
    await page.locator('#act-NOTE').waitFor();

    await openPalette(page);
    await typeAndTake(page, '内部记', /内部记录/);
    const text = page.getByRole('dialog').locator('textarea').first();
    await text.waitFor();
    // Nothing opens over a form.
    await text.focus();
    await page.keyboard.press(KEYS);
    const said = `由命令面板记录 ${Date.now()}`;
    await page.keyboard.insertText(said);
    expect(await field(page).count()).toBe(0);
    await page.keyboard.press('Control+Enter');
    await text.waitFor({ state: 'detached' });
    await page.goto(`/cases/${id}/history`);
    await page.getByText(said).first().waitFor();
    await page.context().close();
  });

  it('move with arrow keys, do what a key of the page does, and are back where they were', async () => {
    const page = await browser.as('p-ma', '/queue?tab=all');
    const rows = page.locator('a[data-case]');
    await rows.first().waitFor();
    await rows.nth(1).focus();
    await openPalette(page);
    expect(await (await active(page)).textContent()).toBe(await options(page).first().textContent());
    await page.keyboard.press('ArrowUp');
    expect(await (await active(page)).textContent()).toBe(await options(page).last().textContent());
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    expect(await (await active(page)).textContent()).toBe(await options(page).nth(1).textContent());
    expect(await page.locator('.palette [aria-selected=true]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await expectFocused(page, rows.nth(1));

    await openPalette(page);
    const next = /^下一行/;
    await typeAndTake(page, '下一行', next);
    await expectFocused(page, rows.nth(2));
    await page.context().close();
  });

  it('compose with an input method, which has Enter and Escape for itself', async () => {
    const page = await browser.as('p-ma', '/queue?tab=all');
    await settled(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await openPalette(page);
    const input = await page.context().newCDPSession(page);
    await input.send('Input.imeSetComposition', { text: 'qi xian', selectionStart: 7, selectionEnd: 7 });
    expect(await field(page).inputValue()).toBe('qi xian');
    for (const key of ['Enter', 'Escape']) await page.keyboard.press(key);
    await input.send('Input.insertText', { text: '期限' });
    expect(await field(page).inputValue()).toBe('期限');
    expect(page.url()).toContain('/queue');
    await expect.poll(async () => (await active(page)).textContent()).toMatch(/期限/);
    // The name of a page is no search for a case or a person: nothing is asked, and nothing put on record.
    await page.waitForTimeout(QUIET_MS);
    expect(asked.filter((url) => url.includes('/api/v1/cases'))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/deadlines');
    await page.context().close();
  });

  it('find the cases they may know of, and no others', async () => {
    const cases = async (page: Page) => {
      const answer = await page.request.get('/api/v1/cases?limit=100');
      return ((await answer.json()) as { items: { number: string }[] }).items.map(({ number }) => number);
    };
    const knower = await browser.as('p-ma', '/me');
    const page = await browser.as('p-zhou', '/me');
    const known = await cases(page);
    const secret = (await cases(knower)).find((number) => !known.includes(number)) ?? '';
    await settled(page);
    await openPalette(page);
    for (const [number, found] of [
      [known[0] ?? '', 1],
      [secret, 0],
    ] as const) {
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(number);
      await page
        .locator('.palette')
        .getByText(`${found + 1} 项`, { exact: true })
        .waitFor();
      expect(
        await options(page)
          .filter({ hasText: `在工作台中搜索“${number}”` })
          .count(),
      ).toBe(1);
      expect(await page.getByRole('group', { name: '案件', exact: true }).count()).toBe(found);
    }
    await knower.context().close();
    await page.context().close();
  });

  for (const locale of ['zh', 'en'] as const satisfies readonly Locale[])
    it(`find its button, read it and close it in ${locale}, also on a phone`, async () => {
      const page = await browser.as('p-ma', '/queue', { locale });
      const { id } = await anOpenCase(page);
      await page.goto(`/cases/${id}`);
      await page.locator('#act-NOTE').waitFor();
      const button = page.getByRole('button', { name: /^(命令面板|Command palette)$/ });
      await button.click();
      await expectFocused(page, field(page));
      await page.getByRole('group', { name: /^(本案下一步|Next steps of this case)$/ }).waitFor();
      await expectAccessible(page);
      await page.keyboard.insertText('jb-2026');
      await options(page).filter({ hasText: 'JB-2026' }).first().waitFor();
      await expectAccessible(page);
      await page.setViewportSize(PHONE);
      await expectAccessible(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(PHONE.width);
      await page.getByRole('button', { name: /^(关闭|Close)$/ }).click();
      await expectFocused(page, button);
      await page.keyboard.press('?');
      await page.getByRole('row', { name: /^ctrl\+k / }).waitFor();
      await page.context().close();
    });

  it('have the key back when they switched shortcuts off, and keep the button', async () => {
    const page = await browser.as('p-ma', '/me');
    const shortcuts = page.getByRole('switch', { name: '启用快捷键' });
    await shortcuts.click();
    await page.locator('[role=switch][aria-checked=false]').waitFor();
    await page.keyboard.press(KEYS);
    await page.getByRole('button', { name: '命令面板' }).click();
    await expectFocused(page, field(page));
    expect(await page.locator('.palette').count()).toBe(1);
    await page.keyboard.press('Escape');
    await field(page).waitFor({ state: 'detached' });
    await page.keyboard.press(KEYS);
    await shortcuts.click();
    await page.locator('[role=switch][aria-checked=true]').waitFor();
    expect(await field(page).count()).toBe(0);
    await page.context().close();
  });
});
