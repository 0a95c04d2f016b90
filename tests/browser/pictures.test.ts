/**
 * The pictures of `docs/for-handlers.md`, made anew from the sample cases so that they show what there is. They always go to
 * `test-results/`; with `KEEP_PICTURES=1` they are put into the docs as well.
 */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PICTURES, settled, useBrowser } from './browser.ts';

const DOCS = join(import.meta.dirname, '..', '..', 'docs');
const KEPT = join(DOCS, 'pictures');

/** By name: whose page it is, and where. */
const SHOWN = {
  queue: ['p-ma', '/queue?tab=all'],
  intake: ['p-chen', '/intake'],
  tolerance: ['p-ma', '/tolerance'],
  deadlines: ['p-ma', '/deadlines'],
  dashboards: ['p-ma', '/dashboards'],
} as const;
const LOCALES = ['zh', 'en'] as const;
const NAMES = Object.keys(SHOWN).flatMap((name) => LOCALES.map((locale) => `${name}.${locale}.png`));

describe('the pictures of the docs', () => {
  const browser = useBrowser();

  it('are those that are made here', () => {
    const guide = readFileSync(join(DOCS, 'for-handlers.md'), 'utf8');
    const named = [...guide.matchAll(/\]\(pictures\/([^)]+)\)/g)].map(([, name]) => name ?? '');
    expect(named.length).toBeGreaterThan(3);
    expect(NAMES).toEqual(expect.arrayContaining(named));
    expect(readdirSync(KEPT).sort()).toEqual([...NAMES].sort());
  });

  for (const locale of LOCALES)
    it(`are made in ${locale}`, { timeout: 120_000 }, async () => {
      mkdirSync(PICTURES, { recursive: true });
      for (const [name, [person, address]] of Object.entries(SHOWN)) {
        const page = await browser.as(person, address, { locale, reducedMotion: 'reduce' });
        await settled(page);
        const file = `${name}.${locale}.png`;
        // The first screen; a caret that blinks would make another picture each time.
        await page.screenshot({ path: join(PICTURES, file), caret: 'hide' });
        expect(statSync(join(PICTURES, file)).size).toBeGreaterThan(10_000);
        if (process.env.KEEP_PICTURES === '1') copyFileSync(join(PICTURES, file), join(KEPT, file));
        await page.context().close();
      }
    });
});
