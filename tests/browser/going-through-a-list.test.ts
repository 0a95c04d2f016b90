/** People who go through their list from within its cases: back, on, over the end of a page, and on after each step. */
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { useBrowser } from './browser.ts';
import { drawerOf } from './drawers.ts';

/** Rows of a page here, so that its end is soon reached. */
const ROWS = 3;
const LISTS = /\/api\/v1\/cases\?/;

const inShortPages = (page: Page) =>
  page.route(LISTS, async (route: Route) => {
    const url = new URL(route.request().url());
    url.searchParams.set('limit', String(ROWS));
    await route.continue({ url: url.href });
  });

const idsOf = async (page: Page, query: string): Promise<string[]> => {
  const answer = await page.request.get(`/api/v1/cases?${query}`);
  return ((await answer.json()) as { items: { id: string }[] }).items.map(({ id }) => id);
};

/** Waits for a case to be shown, with its steps. */
async function expectCase(page: Page, id: string | undefined, place: string): Promise<void> {
  await page.waitForURL(`**/cases/${id ?? ''}`);
  await page.locator('.case-place').getByText(place, { exact: true }).waitFor();
  await page.locator('#act-NOTE').waitFor();
}

describe('people who go through their list', () => {
  const browser = useBrowser();

  it('go on over the end of a page, and back', async () => {
    const page = await browser.as('p-ma', '/me');
    const ids = await idsOf(page, `sort=urgency&open=true&limit=${2 * ROWS}`);
    await inShortPages(page);
    await page.goto('/queue?tab=all&open=true');
    await page.locator(`a[data-case="${ids[ROWS - 1] ?? ''}"]`).click();
    await expectCase(page, ids[ROWS - 1], `第 ${ROWS} / ${ROWS}+ 件`);

    // While the next page is not to be had, nobody is led astray.
    await page.route(LISTS, (route) => route.abort());
    await page.keyboard.press(']');
    await page.getByText('未能读取列表的下一页').waitFor();
    await expectCase(page, ids[ROWS - 1], `第 ${ROWS} / ${ROWS}+ 件`);
    await page.unroute(LISTS);
    await inShortPages(page);

    await page.keyboard.press(']');
    await expectCase(page, ids[ROWS], `第 ${ROWS + 1} / ${2 * ROWS}+ 件`);
    await page.keyboard.press('[');
    await expectCase(page, ids[ROWS - 1], `第 ${ROWS} / ${2 * ROWS}+ 件`);
    await page.context().close();
  });

  it('submit a step and open the next case, also where it stands on the next page', async () => {
    const page = await browser.as('p-ma', '/me');
    const ids = await idsOf(page, `sort=urgency&open=true&limit=${2 * ROWS}`);
    await inShortPages(page);
    await page.goto('/queue?tab=all&open=true');
    await page.locator(`a[data-case="${ids[ROWS - 2] ?? ''}"]`).click();
    const said = `逐件办理 ${Date.now()}`;
    for (const at of [ROWS - 2, ROWS - 1]) {
      await page.waitForURL(`**/cases/${ids[at] ?? ''}`);
      await page.locator('#act-NOTE').click();
      const form = await drawerOf(page, '内部记录');
      await form.locator('textarea').first().fill(said);
      await form.getByRole('button', { name: '提交并打开下一件' }).click();
    }
    await expectCase(page, ids[ROWS], `第 ${ROWS + 1} / ${2 * ROWS}+ 件`);
    for (const id of ids.slice(ROWS - 2, ROWS)) {
      await page.goto(`/cases/${id}/history`);
      await page.getByText(said).first().waitFor();
    }
    await page.goto(`/cases/${ids[ROWS] ?? ''}/history`);
    await page.locator('#act-NOTE').waitFor();
    expect(await page.getByText(said).count()).toBe(0);
    await page.context().close();
  });

  it('are told where the list ends', async () => {
    const page = await browser.as('p-ma', '/me');
    const [id = ''] = await idsOf(page, 'open=true&limit=1');
    await page.goto(`/queue?tab=all&q=${id}`);
    await page.locator(`a[data-case="${id}"]`).click();
    await expectCase(page, id, '第 1 / 1 件');
    expect(await page.getByRole('button', { name: '下一件' }).isDisabled()).toBe(true);
    await page.keyboard.press(']');
    await page.getByText('已是列表中的最后一件').waitFor();
    await expectCase(page, id, '第 1 / 1 件');
    await page.context().close();
  });
});
