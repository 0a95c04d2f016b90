/** People at their work queue: who else has a case open, complaints by their channel, and a case given by mistake. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';

/** Gives an open case to a colleague, the first of each that the rules let through. */
const givenToAnother = (page: Page) =>
  page.evaluate(async () => {
    const read = async (path: string) => (await (await fetch(`/api/v1${path}`)).json()) as unknown;
    const { csrfToken } = (await read('/session')) as { csrfToken: string };
    const { items } = (await read('/cases?open=true&limit=50')) as {
      items: { id: string; version: number }[];
    };
    for (const { id, version } of items)
      for (const assignee of ['p-zhou', 'p-chen']) {
        const { ok } = await fetch(`/api/v1/cases/${id}/events`, {
          method: 'POST',
          headers: {
            'Content-Type': 'application/json',
            'If-Match': `"${version}"`,
            'X-CSRF-Token': csrfToken,
          },
          body: JSON.stringify({ type: 'ASSIGN', data: { assignee } }),
        });
        if (ok) return { id, assignee };
      }
    throw new Error('no case may be given to anybody');
  });

describe('people at their work queue', () => {
  const browser = useBrowser();

  it('see by name who has a case of theirs open', async () => {
    const other = await browser.as('p-chen', '/queue?tab=all');
    const link = other.locator('a[data-case]').first();
    await link.waitFor();
    const caseId = (await link.getAttribute('data-case')) ?? '';
    await link.click();
    await other.locator('.case-columns').waitFor();
    const list = await browser.as('p-ma', `/queue?tab=all&q=${caseId}`);
    await list.locator('tr', { hasText: '正在查看' }).locator(`a[data-case="${caseId}"]`).waitFor();
    await expectAccessible(list);
    await other.context().close();
    await list.context().close();
  });

  it('take a case over, and undo it before it counts', async () => {
    const page = await browser.as('p-ma', '/queue?tab=all');
    const given = await givenToAnother(page);
    const assigneeNow = () =>
      page.evaluate(async (id) => {
        const view = (await (await fetch(`/api/v1/cases/${id}`)).json()) as { assignee: string | null };
        return view.assignee;
      }, given.id);
    await page.goto(`/queue?tab=all&q=${given.id}`);
    await page.getByRole('button', { name: /^领取 / }).click();
    const undo = page.getByRole('button', { name: /^撤销 .* 的分派$/ });
    await undo.waitFor();
    expect(await assigneeNow()).toBe('p-ma');
    await expectAccessible(page);
    await undo.click();
    await page.getByText('已恢复原承办人').waitFor();
    expect(await assigneeNow()).toBe(given.assignee);
    await page.context().close();
  });

  it('narrow complaints down to one channel, and find the choice in the address', async () => {
    const page = await browser.as('p-ma', '/queue?tab=all&channel=letter');
    await page.getByRole('button', { name: /去掉条件.*举报方式=来信/ }).waitFor();
    await page.locator('a[data-case]').first().waitFor();
    await page.getByRole('button', { name: '更多筛选' }).click();
    await page.getByLabel('举报方式').waitFor();
    const kinds = await page.locator('.case-table tbody tr').allTextContents();
    expect(kinds.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: /去掉条件.*举报方式/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('channel'));
    await page.context().close();
  });

  it('read what a case remembers in words, and no internal reference', async () => {
    const page = await browser.as('p-ma', '/queue?tab=all&procedure=complaint');
    await page.locator('a[data-case]').first().click();
    const facts = page.locator('dl.case-facts').first();
    await facts.waitFor();
    await facts.getByText('身份未核实').or(facts.getByText('来信')).first().waitFor();
    expect(await facts.innerText()).not.toMatch(/[\da-f]{8}-[\da-f]{4}-|unverified|merged/);
    await page.context().close();
  });
});
