/**
 * A real browser over the real server: people sign in and do what they came for. Chromium is Debian's, or the one of
 * `CHROMIUM_PATH`. A fault in the page's own log fails the test that met it; so does whatever is asked of another server, or
 * goes against the content policy.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** Where pictures of pages go; those for the docs are named there. */
export const PICTURES = join(import.meta.dirname, '..', '..', 'test-results');

export type Locale = 'zh' | 'en';

export interface OpenOptions extends BrowserContextOptions {
  readonly locale?: Locale;
}

/** The browser of one file of tests. Call it within `describe`, or at the top of the file. */
export function useBrowser() {
  let browser: Browser | undefined;
  let faults: string[] = [];
  beforeAll(async () => {
    const executablePath = process.env.CHROMIUM_PATH ?? PLACES.find((path) => existsSync(path));
    if (executablePath === undefined)
      throw new Error(
        'No Chromium was found: install chromium and fonts-noto-cjk, or name one in CHROMIUM_PATH.',
      );
    browser = await chromium.launch({ executablePath, args: SWITCHES });
    mkdirSync(PICTURES, { recursive: true });
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await tellPages(browser);
    const met = faults;
    faults = [];
    expect(met).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  const open = async ({ locale = 'zh', ...options }: OpenOptions = {}): Promise<Page> => {
    if (!browser) throw new Error('the browser is not there yet');
    const { url } = inject('console');
    const context = await browser.newContext({
      baseURL: url,
      locale: locale === 'zh' ? 'zh-CN' : 'en-GB',
      timezoneId: 'Asia/Shanghai',
      viewport: { width: 1366, height: 768 },
      ...options,
    });
    context.on('weberror', (fault) => faults.push(String(fault.error().stack ?? fault.error())));
    context.on('console', (message) => {
      if (/content security policy/i.test(message.text())) faults.push(message.text());
    });
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith('http') && origin !== url) faults.push(`asked of another: ${request.url()}`);
    });
    return context.newPage();
  };

  return {
    open,
    /** A page of somebody who is signed in, at an address. They signed in over the API: the form has tests of its own. */
    as: async (person: string, address = '/', options: OpenOptions = {}): Promise<Page> => {
      const page = await open(options);
      const { password } = inject('console');
      const answer = await page.request.post('/api/v1/session', { data: { login: person, password } });
      expect([person, answer.status()]).toEqual([person, 201]);
      await page.goto(address);
      await page.locator('.top-bar').waitFor();
      return page;
    },
  };
}

/** Where the pages of a failed test stand, in the log of the run: their addresses, and what a screen reader would be told. */
async function tellPages(browser: Browser | undefined): Promise<void> {
  for (const page of browser?.contexts().flatMap((context) => context.pages()) ?? [])
    process.stderr.write(`${page.url()}\n${await page.locator('body').ariaSnapshot().catch(String)}\n`);
}

/** Signs in on the page that is shown, by name and password. */
export async function signIn(page: Page, person: string): Promise<void> {
  const { password } = inject('console');
  await page.getByLabel(/^(用户名|User name)$/).fill(person);
  await page.getByLabel(/^(密码|Password)$/).fill(password);
  await page.getByRole('button', { name: /^(登录|Sign in)$/ }).click();
  await page.locator('.top-bar').waitFor();
}

/** Waits until the page and what it asked for are there: `<Loading>` marks what is not. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.waitForFunction(() => document.querySelector('[data-loading]') === null);
}

/**
 * Waits until nothing fades any more, since colours on their way have not the contrast they will have. What never ends may
 * go on. For some frames in a row: what has just been opened begins to fade a frame or two later.
 */
const atRest = (page: Page) =>
  page.evaluate(async () => {
    const isFading = () =>
      document
        .getAnimations()
        .some(
          ({ effect, playState }) =>
            playState === 'running' && effect?.getComputedTiming().iterations !== Infinity,
        );
    for (let still = 0; still < 5; still = isFading() ? 0 : still + 1)
      await new Promise(requestAnimationFrame);
  });

/**
 * What axe finds against WCAG 2.2 AA on the page as it stands; each with where, so that a failure says what to mend. What
 * passes is not told: telling it takes longer than looking. No frame of ours is from elsewhere, so the old way will do.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  await atRest(page);
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 160)} ${failureSummary}`),
  );
}

/** Fails unless the page as it stands is free of what axe knows. */
export async function expectAccessible(page: Page): Promise<void> {
  expect(await axeFaults(page)).toEqual([]);
}
