/** People at work in the console: a note by keyboard alone, two who collide over one case, a language switched while typing. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';

/** The address of an open case that the person may note on. */
async function anOpenCase(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const answer = await fetch('/api/v1/cases?open=true&limit=20');
    const { items } = (await answer.json()) as { items: { id: string }[] };
    return `/cases/${items[0]!.id}`;
  });
}

const noteDialog = (page: Page) => page.getByRole('dialog').last();

async function beginNote(page: Page): Promise<void> {
  await page.locator('#act-NOTE').click();
  await noteDialog(page).locator('textarea').first().waitFor();
}

describe('people at work on a case', () => {
  const browser = useBrowser();

  it('write a note by keyboard alone, and find it in the history', async () => {
    const page = await browser.as('p-ma');
    await page.goto(await anOpenCase(page));
    await page.locator('#act-NOTE').waitFor();
    await page.keyboard.press('e');
    await page.locator('.steps button').first().waitFor();
    await page.locator('#act-NOTE').focus();
    await page.keyboard.press('Enter');
    const text = noteDialog(page).locator('textarea').first();
    await text.waitFor();
    await text.focus();
    const said = `电话核对时间 ${Date.now()}`;
    await page.keyboard.insertText(said);
    await expectAccessible(page);
    await page.keyboard.press('Control+Enter');
    await text.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: '办理经过' }).click();
    await page.getByText(said).first().waitFor();
    expect(await page.getByText(said).count()).toBeGreaterThan(0);
    await page.context().close();
  });

  it('who collide are told who was faster, and keep what they typed', async () => {
    const slow = await browser.as('p-ma');
    const address = await anOpenCase(slow);
    await slow.goto(address);
    await beginNote(slow);
    const kept = '我正在写的内容';
    await noteDialog(slow).locator('textarea').first().fill(kept);

    const version = await slow.evaluate(async (path) => {
      const session = (await (await fetch('/api/v1/session')).json()) as { csrfToken: string };
      const id = path.split('/').at(-1)!;
      const view = (await (await fetch(`/api/v1/cases/${id}`)).json()) as { version: number };
      const answer = await fetch(`/api/v1/cases/${id}/events`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'If-Match': `"${view.version}"`,
          'X-CSRF-Token': session.csrfToken,
        },
        body: JSON.stringify({ type: 'NOTE', data: { text: '另一窗口的记录' } }),
      });
      return answer.status;
    }, address);
    expect(version).toBe(200);

    await noteDialog(slow).getByRole('button', { name: '提交', exact: true }).click();
    const reapply = noteDialog(slow).getByRole('button', { name: '按最新状态重填' });
    await reapply.waitFor();
    expect(await noteDialog(slow).locator('textarea').first().inputValue()).toBe(kept);
    await expectAccessible(slow);
    await reapply.click();
    await reapply.waitFor({ state: 'detached' });
    await noteDialog(slow).getByRole('button', { name: '提交', exact: true }).click();
    await slow.getByRole('link', { name: '办理经过' }).click();
    await slow.getByText(kept).first().waitFor();
    await slow.context().close();
  });

  it('switch the language without losing what they typed', async () => {
    const page = await browser.as('p-chen', '/intake');
    const box = page.locator('main textarea').first();
    await box.fill('举报内容,尚未提交');
    await page.getByRole('button', { name: 'Switch to English' }).click();
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
    expect(await page.locator('main textarea').first().inputValue()).toBe('举报内容,尚未提交');
    await page.context().close();
  });

  it('find a reason, and nobody else’s matter, behind an address that is not theirs', async () => {
    const page = await browser.as('p-zhou', '/cases/01980f5e-7c00-7000-8000-000000000009');
    await page.getByRole('heading', { name: '没有这个页面' }).waitFor();
    expect(await page.locator('.case-bar, .steps, .case-parts').count()).toBe(0);
    await page.context().close();
  });
});
