/** Who reported is asked for by one, granted by another, shown once; and an auditor finds all of it but the name. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';
import { aClarification, REPORTER } from './cases.ts';
import { pick } from './drawers.ts';
import { colleague } from './people.ts';

interface Entry {
  readonly type: string;
  readonly actor: { readonly id: string };
}

const WHY = '核查结论须当面向举报人反馈';

/** Fails where anything of who reported stands on the page, shown or hidden. */
async function expectNoReporter(page: Page): Promise<void> {
  const text = await page.content();
  for (const said of Object.values(REPORTER)) expect(text).not.toContain(said);
}

describe('an auditor', () => {
  const browser = useBrowser();

  it('finds who opened an identity', { timeout: 120_000 }, async () => {
    const [{ report }, audit] = await Promise.all([aClarification('who-reported'), colleague('p-dong')]);
    const opened = async (): Promise<Entry[]> =>
      (await audit.ask<{ items: Entry[] }>('GET', `/journal?case=${report}&type=identity.opened`)).items;

    // One asks, with a purpose and a reason.
    const handler = await browser.as('p-zhou', `/cases/${report}/reporter`);
    await handler.getByText('＊＊＊（已封存）').waitFor();
    await handler.getByRole('button', { name: '申请查看' }).click();
    const form = handler.getByRole('form', { name: '申请查看' });
    await pick(form, '用途', '反馈');
    await form.getByRole('button', { name: '提交申请' }).click();
    await form.getByRole('alert').waitFor();
    await form.getByLabel('查阅理由').fill(WHY);
    await form.getByRole('button', { name: '提交申请' }).click();
    await handler.getByRole('heading', { name: /待批准/ }).waitFor();
    expect(await handler.getByRole('button', { name: '查看举报人信息' }).count()).toBe(0);
    await expectAccessible(handler);

    // Another decides.
    const leader = await browser.as('p-lin', `/cases/${report}/reporter`);
    await leader.getByText(WHY).waitFor();
    await leader.getByText(/申请人 周明远/).waitFor();
    await leader.getByLabel('批准或不批准的理由').fill('反馈期限将至,同意。');
    await leader.getByRole('button', { name: '批准', exact: true }).click();
    await leader.getByRole('heading', { name: /已批准，未查看/ }).waitFor();
    await expectNoReporter(leader);
    await leader.context().close();

    // The name is on the page once the journal has that it was opened, and not before.
    await handler.reload();
    await handler.route('**/identity-requests/*/identity', async (route) => {
      expect(await opened()).toHaveLength(0);
      const response = await route.fetch();
      // It is listed once it has its number, within the second.
      await expect.poll(opened, { timeout: 10_000 }).toHaveLength(1);
      await expectNoReporter(handler);
      await route.fulfill({ response });
    });
    await handler.getByRole('button', { name: '查看举报人信息' }).click();
    const shown = handler.getByRole('region', { name: /^举报人信息/ });
    await shown.getByText(REPORTER.name).waitFor();
    await expectAccessible(handler);
    await handler.getByRole('button', { name: '隐藏' }).click();
    await handler.getByRole('heading', { name: /已查看/ }).waitFor();
    await handler.getByText(/查看人 周明远/).waitFor();
    await expectNoReporter(handler);
    await handler.context().close();

    // An auditor asks the journal: the saved report, narrowed to the case.
    const [entry] = await opened();
    const page = await browser.as('p-dong', '/journal');
    await page.getByRole('link', { name: '查阅举报人信息' }).click();
    await page
      .locator('form')
      .getByLabel('操作', { exact: true })
      .and(page.locator('[value="identity.*"]'))
      .waitFor();
    await page.getByLabel('案件', { exact: true }).fill(report);
    await page.getByRole('button', { name: '查询', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('case') === report);
    await page.reload();
    const rows = page.getByRole('table').getByRole('row');
    await rows.filter({ hasText: entry!.actor.id }).first().waitFor();
    expect(await rows.count()).toBe(4);
    expect(await page.getByLabel('案件', { exact: true }).inputValue()).toBe(report);
    expect(new URL(page.url()).searchParams.get('type')).toBe('identity.*');
    await expectAccessible(page);

    // Who, what for, when; and no name.
    await rows
      .nth(1)
      .getByRole('button', { name: /^查看第/ })
      .click();
    const panel = page.getByRole('dialog');
    await panel.getByText('identity.opened').waitFor();
    const told = (await panel.textContent()) ?? '';
    for (const said of [entry!.actor.id, '用途反馈处理结果', report]) expect(told).toContain(said);
    expect(told).toMatch(/时间.*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/);
    await expectNoReporter(page);
    expect(await page.content()).not.toContain(WHY);
    await expectAccessible(page);

    // What the case itself held is not theirs to know, and the panel says so.
    await page.goto(`/journal?case=${report}&type=complaint.ACCEPT`);
    await page.getByRole('button', { name: /^查看第/ }).click();
    await panel.getByRole('button', { name: '比较变更前后' }).click();
    await panel.getByText(/该案件不在您可以知悉的范围/).waitFor();
    await page.context().close();

    // Who may know of it sees what an event changed, before and after.
    const supervisor = await browser.as('p-ma', `/journal?case=${report}&type=complaint.ACCEPT`);
    await supervisor.getByRole('button', { name: /^查看第/ }).click();
    await supervisor.getByRole('button', { name: '比较变更前后' }).click();
    const changes = supervisor.getByRole('dialog').getByRole('table');
    await changes
      .getByRole('row', { name: /已登记.*已受理/ })
      .first()
      .waitFor();
    expect(await changes.getByRole('columnheader').allTextContents()).toEqual(['项目', '变更前', '变更后']);
    // Every field is called by words, none by the name it has inside.
    const fields = await changes.locator('tbody tr > :first-child').allTextContents();
    for (const field of fields) expect(field).toMatch(/^[\p{Script=Han}、，（）· ]+$/u);
    await expectNoReporter(supervisor);
    await supervisor.context().close();
  });
});
