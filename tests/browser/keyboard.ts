/** Somebody who has no mouse: what they reach with Tab, where the focus is, and whether it is to be seen. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any page has. */
const MOST_STOPS = 150;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Goes on with Tab until the focus is there; back, for what stands before it. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await isFocused(target)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_STOPS} times ${key} did not lead to ${String(target)}.`);
}

/** Goes on with Tab until the focus is on something within. */
export async function tabToWithin(page: Page, group: Locator): Promise<void> {
  await group.waitFor();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    if (await group.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${MOST_STOPS} times Tab did not lead into ${String(group)}.`);
}

/** What has the focus, named so that a failure tells it; `BODY` where nothing has it. */
export const focusOf = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    return element === null ? 'BODY' : `${element.tagName}${element.id === '' ? '' : `#${element.id}`}`;
  });

/** Waits until one element has the focus; a failure says what has it. */
export async function expectFocused(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  await expect.poll(async () => ((await isFocused(target)) ? 'it' : focusOf(page))).toBe('it');
}

/** Fails unless whoever looks can tell where the focus is. */
export async function expectFocusSeen(page: Page): Promise<void> {
  const seen = await page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing has the focus';
    for (let at: Element | null = element; at !== null && at !== element.parentElement?.parentElement;) {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
      if ((outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1) || boxShadow !== 'none') break;
      if (at === element.parentElement) return `no ring around ${element.outerHTML.slice(0, 120)}`;
      at = at.parentElement;
    }
    const { top, bottom } = element.getBoundingClientRect();
    return bottom > 0 && top < innerHeight ? 'seen' : `out of sight: ${element.outerHTML.slice(0, 120)}`;
  });
  expect(seen).toBe('seen');
}

/** Waits until something has the focus: after whatever step, nobody by keyboard is left at the top of everything. */
export async function expectFocusKept(page: Page): Promise<void> {
  await expect.poll(() => focusOf(page)).not.toBe('BODY');
}

/** A day into a field for dates, in whatever order of day, month and year this browser asks for them. */
export async function typeDay(page: Page, target: Locator, day: string): Promise<void> {
  const [year = '', month = '', date = ''] = day.split('-');
  for (const digits of [`${month}${date}${year}`, `${date}${month}${year}`, `${year}\t${month}${date}`]) {
    await tabTo(page, target);
    for (const key of digits) await page.keyboard.press(key === '\t' ? 'Tab' : key);
    if ((await target.inputValue()) === day) return;
    await tabTo(page, target, 'Shift+Tab');
  }
  throw new Error(`The field did not take ${day}; it holds ${await target.inputValue()}.`);
}
