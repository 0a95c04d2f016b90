/**
 * Every page, as those who have a part in it see it: in both languages, at a desk and on a phone, without a fault that axe
 * knows and without a line that has to be pulled sideways.
 */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, settled, signIn, useBrowser, type Locale } from './browser.ts';

/** Who looks at which pages of the menu; some have parts of their own. */
const VISITS: Readonly<Record<string, readonly string[]>> = {
  'p-ma': [
    '/queue',
    '/dashboards',
    '/deadlines',
    '/clarifications',
    '/tolerance',
    '/ledgers/rectification',
    '/ledgers/appeals',
    '/ledgers/sanctions',
    '/ledgers/filings',
  ],
  'p-chen': ['/intake'],
  'p-dong': ['/journal'],
  'p-fang': ['/admin'],
};
const LOCALES = ['zh', 'en'] as const satisfies readonly Locale[];
const DESK = { width: 1366, height: 768 };
/** The least that WCAG 1.4.10 asks for. */
const PHONE = { width: 320, height: 640 };
/** Content of the queue on a warm server of this machine. */
const WARM_MS = 1_500;
const SPIN_MS = 100;

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** How much of a core this process has when it wants all of it: 1 on a machine that does nothing else. */
function shareOfTheMachine(): number {
  const begun = performance.now();
  const used = process.cpuUsage();
  while (process.cpuUsage(used).user < SPIN_MS * 1_000);
  return Math.min(1, SPIN_MS / (performance.now() - begun));
}

/** Looks at what is shown, wide and narrow. Narrow pages are the same in both languages but for the length of words. */
async function expectGood(page: Page, where: string, locale: Locale): Promise<void> {
  await settled(page);
  await expectAccessible(page);
  expect([where, await overflow(page)]).toEqual([where, 0]);
  await page.setViewportSize(PHONE);
  await settled(page);
  expect([where, await overflow(page)]).toEqual([where, 0]);
  if (locale === 'zh') await expectAccessible(page);
  await page.setViewportSize(DESK);
}

/** Goes through links that stand beside each other, as whoever reads would. */
async function expectEachGood(page: Page, links: string, locale: Locale): Promise<void> {
  await page.locator(links).first().waitFor();
  const count = await page.locator(links).count();
  expect(count).toBeGreaterThan(1);
  for (let at = 0; at < count; at++) {
    const link = page.locator(links).nth(at);
    await link.click();
    await page.locator(`${links}[aria-current=page] >> nth=0`).waitFor();
    await expectGood(page, (await link.getAttribute('href')) ?? '', locale);
  }
}

describe('every page', () => {
  const browser = useBrowser();

  for (const locale of LOCALES) {
    it(`of signing in is accessible in ${locale}, also with what is wrong in it`, async () => {
      const page = await browser.open({ locale });
      await page.goto('/me');
      await page.locator('form button[type=submit]').click();
      await page.locator('.field-wrong').first().waitFor();
      await expectAccessible(page);
      await signIn(page, 'p-fang');
      await expectGood(page, '/me', locale);
      await page.context().close();
    });

    for (const [person, addresses] of Object.entries(VISITS))
      it(
        `is accessible to ${person} in ${locale}, at a desk and on a phone`,
        { timeout: 240_000 },
        async () => {
          const page = await browser.as(person, '/me', { locale });
          for (const address of addresses) {
            const link = `.side-menu a[href="${address}"]`;
            await page.locator(link).click();
            await page.locator(`${link}[aria-current=page]`).waitFor();
            await expectGood(page, address, locale);
          }
          if (addresses.includes('/admin')) await expectEachGood(page, '.admin-sections a', locale);
          await page.context().close();
        },
      );

    it(`of a case is accessible in ${locale} in each of its parts`, { timeout: 240_000 }, async () => {
      const page = await browser.as('p-ma', '/queue?tab=all', { locale });
      await page.locator('main a[href^="/cases/"]').first().click();
      await expectEachGood(page, '.case-parts a', locale);
      await page.context().close();
    });
  }

  it('is named by its content, and says that its cases are made up', async () => {
    const page = await browser.as('p-ma', '/queue?tab=all');
    await settled(page);
    expect(await page.title()).toContain(' · ');
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.getByText(/演示环境/).count()).toBe(1);
    await page.context().close();
  });

  it('that begins the day shows its cases at once', { timeout: 120_000 }, async () => {
    const page = await browser.as('p-ma', '/queue?tab=all');
    await page.addInitScript(() => {
      const look = new MutationObserver(() => {
        if (!document.querySelector('main a[href^="/cases/"]')) return;
        look.disconnect();
        document.documentElement.dataset.shownAfter = String(performance.now());
      });
      look.observe(document, { childList: true, subtree: true });
    });
    // The quickest of several showings, and no stricter than the machine is free: where others leave us a third of its time,
    // thrice as long may pass. It ends with the first that is quick enough.
    let best = Infinity;
    for (let turn = 0; turn < 8 && best > WARM_MS; turn++) {
      const share = shareOfTheMachine();
      await page.reload();
      await page.locator('[data-shown-after]').waitFor();
      const shownAfter = Number(await page.locator('html').getAttribute('data-shown-after'));
      best = Math.min(best, shownAfter * Math.min(share, shareOfTheMachine()));
    }
    expect(best).toBeLessThanOrEqual(WARM_MS);
    await page.context().close();
  });
});
