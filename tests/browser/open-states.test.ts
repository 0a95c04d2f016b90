/**
 * What a page looks like while something is open, wrong, missing or over: each without a fault that axe knows, in both
 * languages, and each with the way out of it. The pages as they begin are those of `every-page`.
 */
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, settled, signIn, useBrowser } from './browser.ts';

/** 1,280 by 1,024 at 400 %, as WCAG 1.4.10 reckons. */
const ZOOMED = { width: 320, height: 256 };
/** A little more than the two minutes before the end at which somebody is warned. */
const SOON_MS = 123_000;

interface CaseItem {
  readonly id: string;
  readonly version: number;
}

/** An open case that the person may note on. */
async function anOpenCase(page: Page): Promise<CaseItem> {
  const answer = await page.request.get('/api/v1/cases?open=true&limit=1');
  const { items } = (await answer.json()) as { items: CaseItem[] };
  return items[0]!;
}

interface Sent {
  readonly method: 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly version?: number;
}

/** The same person does something in another window. Answers the status. */
const elsewhere = (page: Page, sent: Sent): Promise<number> =>
  page.evaluate(async ({ method, path, body, version }) => {
    const session = (await (await fetch('/api/v1/session')).json()) as { csrfToken: string };
    const answer = await fetch(`/api/v1${path}`, {
      method,
      headers: {
        'X-CSRF-Token': session.csrfToken,
        ...(body !== undefined && { 'Content-Type': 'application/json' }),
        ...(version !== undefined && { 'If-Match': `"${String(version)}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return answer.status;
  }, sent);

async function noteElsewhere(page: Page, id: string): Promise<void> {
  const { version } = (await (await page.request.get(`/api/v1/cases/${id}`)).json()) as CaseItem;
  const body = { type: 'NOTE', data: { text: 'written in another window' } };
  expect(await elsewhere(page, { method: 'POST', path: `/cases/${id}/events`, body, version })).toBe(200);
}

/** Without a fault in Chinese and, switched on the spot so that nothing is closed or lost, in English. */
async function expectGoodInBoth(page: Page): Promise<void> {
  for (const lang of ['en', 'zh-CN']) {
    await expectAccessible(page);
    // What covers the page covers the switch as well.
    await page.evaluate(() => document.querySelector<HTMLElement>('.top-bar button[lang]')?.click());
    await page.locator(`html[lang="${lang}"]`).waitFor();
  }
}

const dialog = (page: Page) => page.getByRole('dialog').last();
const submit = (page: Page) => dialog(page).locator('button[type=submit]');

async function beginStep(page: Page, event: string): Promise<void> {
  await page.locator(`#act-${event}`).click();
  await dialog(page).locator('.schema-form, form').first().waitFor();
  await settled(page);
}

/** Whether the control with the focus can be seen: some part of it, or of its label, is on top. */
const focusShows = (page: Page): Promise<string | null> =>
  page.evaluate(() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const shown = at.closest('label') ?? at;
    const box = shown.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) return null;
    const spots = [0.1, 0.5, 0.9].flatMap((x) => [0.1, 0.5, 0.9].map((y) => [x, y] as const));
    const isSeen = spots.some(([x, y]) => {
      const top = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
      return top !== null && (shown.contains(top) || at.parentElement?.contains(top) === true);
    });
    return isSeen ? null : at.outerHTML.slice(0, 160);
  });

describe('while something is open, wrong or over', () => {
  const browser = useBrowser();
  const asMa = (address: string) => browser.as('p-ma', address);

  it('a step is accessible with its list open, with what is wrong, and after a collision', async () => {
    const page = await asMa('/queue');
    const { id } = await anOpenCase(page);
    await page.goto(`/cases/${id}`);
    await page.locator('.steps .ant-btn').first().waitFor();
    await page.locator('.fold').first().click();
    await page.locator('.steps.barred li').first().waitFor();
    await expectGoodInBoth(page);

    await beginStep(page, 'ASSIGN');
    await submit(page).click();
    await dialog(page).locator('.error-summary a').first().waitFor();
    await expectGoodInBoth(page);
    await dialog(page).locator('.error-summary a').first().click();
    await dialog(page).locator('input[role=combobox]:focus').waitFor();
    await page.keyboard.insertText('无此人');
    await page.locator('.ant-select-item-empty').waitFor();
    await expectGoodInBoth(page);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText('周');
    await page.locator('.ant-select-item-option').first().waitFor();
    await expectGoodInBoth(page);
    await page.locator('.ant-select-item-option').first().click();
    await noteElsewhere(page, id);
    await submit(page).click();
    // It opens once the latest state is there.
    await dialog(page).locator('.conflict .ant-btn-primary:enabled').waitFor();
    await expectGoodInBoth(page);
    await dialog(page).locator('.conflict button').last().click();
    await page.locator('.action-drawer').waitFor({ state: 'hidden' });
    await page.context().close();
  });

  it('nothing can be sent while the line is down, and the page says so until it is back', async () => {
    const page = await asMa('/queue');
    const { id } = await anOpenCase(page);
    await page.goto(`/cases/${id}`);
    await beginStep(page, 'NOTE');
    await dialog(page).locator('textarea').first().fill('kept while the line is down');
    await page.context().setOffline(true);
    await page.locator('#offline-banner strong').waitFor();
    expect(await submit(page).isDisabled()).toBe(true);
    expect(await page.locator('#act-NOTE').isDisabled()).toBe(true);
    expect(await page.locator('#act-NOTE').getAttribute('aria-describedby')).toContain('offline-banner');
    await page.keyboard.press('Control+Enter');
    await expectGoodInBoth(page);
    await page.context().setOffline(false);
    await page.locator('#act-NOTE:enabled').waitFor();
    expect(await dialog(page).locator('textarea').first().inputValue()).toBe('kept while the line is down');
    await submit(page).click();
    await dialog(page).locator('textarea').first().waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('whoever finds nothing is told which nothing it is', async () => {
    const page = await asMa('/queue');
    for (const [address, hasWayOut] of [
      ['/queue?tab=mine', false],
      ['/queue?tab=all&q=nobody-at-all', true],
    ] as const) {
      await page.goto(address);
      await page.locator('main .ant-empty').waitFor();
      expect(await page.locator('main .ant-empty button').count()).toBe(hasWayOut ? 1 : 0);
      await expectGoodInBoth(page);
    }
    await page.locator('main .ant-empty button').click();
    await page.locator('main a[href^="/cases/"]').first().waitFor();
    await page.goto('/admin/keys');
    await page.locator('main .ant-empty').waitFor();
    await expectGoodInBoth(page);
    await page.context().close();
  });

  it('a card that failed is tried again by itself, and the others stand', async () => {
    const page = await asMa('/queue');
    const figures = '**/api/v1/statistics/months*';
    await page.route(figures, (route) =>
      route.fulfill({
        status: 429,
        contentType: 'application/problem+json',
        headers: { 'X-Request-Id': 'a-request' },
        json: { code: 'too-many-requests', status: 429, title: 'Too many requests' },
      }),
    );
    await page.goto('/dashboards');
    await page.locator('main .failed').waitFor();
    await page.locator('main .card-foot').first().waitFor();
    await settled(page);
    await page.locator('main .ant-picker input').first().click();
    await page.locator('.ant-picker-dropdown td').first().waitFor();
    await expectGoodInBoth(page);
    await page.keyboard.press('Escape');
    await page.unroute(figures);
    await page.locator('main .failed button').first().click();
    await page.locator('main .failed').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('whoever is about to be signed out is asked, and goes on', async () => {
    const page = await asMa('/queue');
    const { id } = await anOpenCase(page);
    const session = '**/api/v1/session';
    await page.route(session, async (route) => {
      const answer = await route.fetch();
      const idleUntil = new Date(Date.now() + SOON_MS).toISOString();
      await route.fulfill({ response: answer, json: { ...((await answer.json()) as object), idleUntil } });
    });
    await page.goto(`/cases/${id}`);
    const warning = page.getByRole('alertdialog');
    await warning.waitFor();
    expect(await warning.textContent()).toMatch(/2 分钟/);
    await expectGoodInBoth(page);
    await page.unroute(session);
    await warning.getByRole('button').click();
    await warning.waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('whoever was signed out signs in over the page, and what they typed is there', async () => {
    const page = await asMa('/queue');
    const { id } = await anOpenCase(page);
    await page.goto(`/cases/${id}`);
    await beginStep(page, 'NOTE');
    const typed = `kept over a sign-in ${String(Date.now())}`;
    const box = page.locator('.action-drawer textarea').first();
    await box.fill(typed);
    expect(await elsewhere(page, { method: 'DELETE', path: '/session' })).toBe(204);
    await page.locator('.sign-in-again form').waitFor();
    await expectGoodInBoth(page);
    await signIn(page, 'p-ma');
    await page.locator('.sign-in-again form').waitFor({ state: 'detached' });
    expect(await box.inputValue()).toBe(typed);
    await page.locator('.action-drawer button[type=submit]').click();
    await box.waitFor({ state: 'detached' });
    await page.goto(`/cases/${id}/history`);
    await page.getByText(typed).first().waitFor();
    await page.context().close();
  });

  it('many cases at once, the keys of a page, and a file under way are accessible', async () => {
    const page = await asMa('/queue?tab=all');
    await page.locator('tbody .ant-checkbox-input').first().click();
    await page.locator('.selection-bar button').nth(-2).click();
    await dialog(page).locator('textarea').waitFor();
    await submit(page).click();
    await dialog(page).locator('.field-wrong').waitFor();
    await expectGoodInBoth(page);
    await dialog(page).locator('textarea').fill('a note for several');
    await submit(page).click();
    await dialog(page).locator('.drawer-foot button').first().click();
    await dialog(page).locator('a[href^="/batches/"]').click();
    await page.waitForURL('**/batches/*');
    await settled(page);
    await expectGoodInBoth(page);

    await page.keyboard.press('?');
    await dialog(page).locator('kbd').first().waitFor();
    await expectGoodInBoth(page);
    await page.keyboard.press('Escape');

    const { id } = await anOpenCase(page);
    await page.goto(`/cases/${id}/materials`);
    const held: Route[] = [];
    await page.route('**/evidence', async (route) => {
      if (route.request().method() === 'POST') held.push(route);
      else await route.continue();
    });
    const file = { name: 'receipt.txt', mimeType: 'text/plain', buffer: Buffer.from('a receipt') };
    await page.locator('.upload input[type=file]').setInputFiles(file);
    await page.getByRole('progressbar').waitFor();
    await expectGoodInBoth(page);
    await held[0]?.continue();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await page.locator('.upload [role=status]', { hasText: 'receipt.txt' }).waitFor();
    await page.context().close();
  });

  it('all is there at 400 %, nothing hides the focus, and nothing moves for whoever asked for stillness', async () => {
    const page = await browser.as('p-ma', '/queue?tab=all', {
      locale: 'en',
      viewport: ZOOMED,
      reducedMotion: 'reduce',
    });
    const { id } = await anOpenCase(page);
    for (const address of ['/queue?tab=all', `/cases/${id}`, '/intake']) {
      await page.goto(address);
      await settled(page);
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        ),
      ).toBe(0);
      for (let turn = 0; turn < 30; turn++) {
        await page.keyboard.press('Tab');
        expect([address, await focusShows(page)]).toEqual([address, null]);
      }
    }
    await page.goto(`/cases/${id}`);
    await page.locator('#act-NOTE').waitFor();
    const moved = await page.evaluate(async () => {
      document.getElementById('act-NOTE')?.click();
      let most = 0;
      for (let frame = 0; frame < 30; frame++) {
        await new Promise(requestAnimationFrame);
        most = Math.max(most, document.getAnimations().length);
      }
      return most;
    });
    expect(moved).toBe(0);
    await dialog(page).locator('textarea').first().waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  it('the bars that stay do not hide what has the focus', async () => {
    const page = await browser.as('p-ma', '/queue', { viewport: { width: 1366, height: 500 } });
    const { id } = await anOpenCase(page);
    for (const address of ['/queue?tab=all', `/cases/${id}/letters`]) {
      await page.goto(address);
      await settled(page);
      for (const key of [...Array<string>(40).fill('Tab'), ...Array<string>(20).fill('Shift+Tab')]) {
        await page.keyboard.press(key);
        expect([address, await focusShows(page)]).toEqual([address, null]);
      }
    }
    await page.context().close();
  });
});
