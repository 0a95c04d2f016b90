/** A handler without a mouse: from the sign-in to findings that are approved, and never at a loss where the focus is. */
import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { inject, describe, expect, it } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from './browser.ts';
import {
  expectFocused,
  expectFocusKept,
  expectFocusSeen,
  focusOf,
  tabTo,
  tabToWithin,
  typeDay,
} from './keyboard.ts';
import { ask, does, opens, reads } from './over-the-api.ts';

const HANDLER = 'p-zhou';
const POINT = 'point-1';

/** A point that waits for its handler's verification. */
async function underVerification(): Promise<string> {
  const { id: complaint } = await opens('p-chen', 'complaint', {
    channel: 'letter',
    subject: 'p-pan',
    content: '反映其超标准接待。',
  });
  await does('p-chen', complaint, 'REGISTER');
  await does('p-chen', complaint, 'ACCEPT');
  await does('p-chen', complaint, 'HAND_OVER', {
    supervisorInformed: true,
    allegations: [{ point: POINT, subject: 'p-pan' }],
  });
  const family = await ask<{ items: { id: string; procedure: string }[] }>(
    'p-ma',
    `/cases/${complaint}/family`,
  );
  const { id } = family.items.find(({ procedure }) => procedure === 'allegation')!;
  const disposition = { disposition: 'preliminary_verification' };
  await does('p-sun', id, 'PROPOSE_DISPOSITION', {
    ...disposition,
    isRecusalClear: true,
    isStudiedCollectively: true,
  });
  await does('p-lin', id, 'APPROVE_DISPOSITION', disposition);
  await does('p-sun', id, 'ASSIGN', { assignee: HANDLER });
  return id;
}

/** By name and password, with nothing but keys. */
async function signsIn(page: Page): Promise<void> {
  await page.goto('/');
  await tabTo(page, page.getByLabel('用户名'));
  await page.keyboard.type(HANDLER);
  await page.keyboard.press('Tab');
  await page.keyboard.type(inject('console').password);
  await page.keyboard.press('Enter');
  await page.locator('.top-bar').waitFor();
  await expectFocusKept(page);
}

const rows = (page: Page) => page.locator('main a[data-case]');
const drawer = (page: Page) => page.getByRole('dialog').last();
const field = (page: Page, label: string | RegExp): Locator => drawer(page).getByLabel(label);
const listed = (page: Page, hasText: string) =>
  page.locator('.ant-select-item-option:visible', { hasText }).first();

/** The step of the menu, by `e` and the keys from there; its form. */
async function takes(page: Page, event: string): Promise<void> {
  await page.keyboard.press('e');
  await expectFocused(page, page.locator('.steps button').first());
  await tabTo(page, page.locator(`#act-${event}`));
  await expectFocusSeen(page);
  await page.keyboard.press('Enter');
  await drawer(page).locator('form').waitFor();
}

async function submits(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await drawer(page).waitFor({ state: 'detached' });
  await expectFocusKept(page);
}

/** A step that is looked at once more, and confirmed, before it goes. */
async function submitsForGood(page: Page): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expectFocused(page, drawer(page).getByRole('group', { name: '核对后提交' }));
  const sure = drawer(page).getByRole('checkbox').first();
  // Not yet: nothing says that it was read.
  await page.keyboard.press('Control+Enter');
  await tabTo(page, sure);
  await page.keyboard.press('Space');
  await submits(page);
}

async function writes(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, drawer(page).getByRole('textbox', { name: label }));
  await page.keyboard.insertText(words);
}

/** Goes to a question, and with the arrows to the answer. */
async function answers(page: Page, question: string, answer: string): Promise<void> {
  const group = drawer(page).getByRole('group', { name: question });
  const wanted = group.getByRole('radio', { name: answer });
  await tabToWithin(page, group);
  for (let at = 0; at < 6 && !(await wanted.isChecked()); at++) await page.keyboard.press('ArrowDown');
  if (!(await wanted.isChecked())) await page.keyboard.press('Space');
  expect(await wanted.isChecked()).toBe(true);
}

/** Opens the list of a choice and takes what is called so. */
async function chooses(page: Page, label: string | RegExp, words: string): Promise<void> {
  await tabTo(page, field(page, label));
  await page.keyboard.press('ArrowDown');
  await listed(page, words).waitFor();
  for (let row = 0; row < 20; row++) {
    if ((await page.locator('.ant-select-item-option-active:visible', { hasText: words }).count()) > 0) break;
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** Types a name into a picker and takes who is found. */
async function picks(page: Page, label: string | RegExp, name: string): Promise<void> {
  await tabTo(page, field(page, label));
  await page.keyboard.insertText(name);
  await listed(page, name).waitFor();
  await page.keyboard.press('Enter');
  await drawer(page).getByTitle(name).first().waitFor();
}

/** Lets no draft be kept, so that what is typed is in the form alone; answers what lets them through again. */
async function holdDrafts(page: Page): Promise<() => Promise<void>> {
  const drafts = '**/api/v1/drafts/**';
  const held = new EventEmitter();
  await page.route(drafts, async (route) => {
    if (route.request().method() === 'PUT') await once(held, 'released');
    await route.continue();
  });
  return async () => {
    held.emit('released');
    await page.unroute(drafts);
  };
}

describe('by keyboard alone', () => {
  const browser = useBrowser();

  it('a handler takes it to findings by keyboard alone', { timeout: 120_000 }, async () => {
    const [other, id] = [await underVerification(), await underVerification()];
    const page = await browser.open();
    await signsIn(page);

    // The queue: down and up, and the case that is wanted.
    await rows(page).nth(1).waitFor();
    await page.keyboard.press('j');
    await expectFocused(page, rows(page).first());
    await page.keyboard.press('j');
    await page.keyboard.press('k');
    await expectFocused(page, rows(page).first());
    await expectFocusSeen(page);
    const mine = page.locator(`main a[data-case="${id}"]`);
    const order = await rows(page).evaluateAll((all) => all.map((each) => each.getAttribute('data-case')));
    expect(order).toContain(other);
    for (let row = 0; row < order.indexOf(id); row++) await page.keyboard.press('j');
    await expectFocused(page, mine);
    await page.keyboard.press('o');
    await page.locator('#act-RECORD_INTERVIEW').waitFor();
    await expectFocusKept(page);

    // A talk: a person who was heard, a day, the record, a colleague beside; weighty, so it is looked at once more.
    const { now } = await ask<{ now: string }>(HANDLER, '/sandbox/clock');
    const today = new Date(Date.parse(now) + 8 * 3_600_000).toISOString().slice(0, 10);
    await takes(page, 'RECORD_INTERVIEW');
    await picks(page, '谈话对象', '潘越');
    await typeDay(page, field(page, '谈话日期'), today);
    await writes(page, /谈话笔录/, '谈话内容已由本人核对签字。');
    await picks(page, '共同参与人', '吴海燕');
    await submitsForGood(page);

    // Material: who presses Esc over what is not kept is asked, and goes on writing.
    await takes(page, 'RECORD_MATERIAL');
    const keepDrafts = await holdDrafts(page);
    await chooses(page, '材料种类', '电子数据');
    await writes(page, '情况说明', '接待费用报销凭证。');
    // An Esc within a fifth of a second after composed letters is the input method's, and closes nothing.
    await pause(300);
    await page.keyboard.press('Escape');
    const question = page.getByRole('dialog', { name: '有未保存的内容' });
    await expectFocused(page, question.getByRole('button', { name: '继续填写' }));
    await page.keyboard.press('Enter');
    await question.waitFor({ state: 'detached' });
    await keepDrafts();
    await expectFocusKept(page);
    expect(await field(page, '情况说明').inputValue()).toBe('接待费用报销凭证。');
    await submits(page);
    await expectFocused(page, page.locator('#act-RECORD_MATERIAL'));

    // The findings: a list, the evidence on record, answers to be chosen between, a text.
    await takes(page, 'SUBMIT_VERIFICATION_REPORT');
    await chooses(page, /核查结论/, '不属实');
    await chooses(page, /证据/, 'e1 · ');
    await chooses(page, /证据/, 'e2 · ');
    await drawer(page)
      .getByTitle(/^e2 · /)
      .first()
      .waitFor();
    await answers(page, '是否履职行为', '否');
    await answers(page, '处理建议', '了结');
    await writes(page, '报告', '接待符合标准,未见违规。');
    await picks(page, '共同参与人', '吴海燕');
    await submitsForGood(page);

    const { state, details } = await reads(HANDLER, id);
    expect(state).toBe('findings_proposed');
    expect(details.proposed).toMatchObject({ finding: 'untrue', evidence: ['e1', 'e2'] });
    await does('p-zhang', id, 'APPROVE_FINDINGS');
    // Told while the page is open.
    await page.locator('.case-bar').getByText('核查结论已批准').waitFor();
    expect(await focusOf(page)).not.toBe('BODY');
    await page.context().close();
  });

  it('a handler is told the keys by ?, and nothing typed or composed is taken for one', async () => {
    const page = await browser.as(HANDLER, '/queue');
    await rows(page).first().waitFor();
    const help = page.getByRole('dialog', { name: '帮助' });
    await page.keyboard.press('j');
    await expectFocused(page, rows(page).first());
    await page.keyboard.press('?');
    await help.getByRole('row', { name: /^j / }).waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await expectFocused(page, rows(page).first());

    await page.keyboard.press('/');
    const box = page.getByPlaceholder(/搜索.*\/$/);
    await expectFocused(page, box);
    await page.keyboard.type('j?/');
    expect(await box.inputValue()).toBe('j?/');
    await expectFocused(page, box);
    expect(await help.count()).toBe(0);

    // As input methods report what is pressed while they compose; then as a keyboard does.
    const press = (marks: Readonly<Record<string, boolean | number>>): Promise<boolean> =>
      page.evaluate((init) => {
        const event = new KeyboardEvent('keydown', { key: '?', bubbles: true, cancelable: true, ...init });
        return !document.body.dispatchEvent(event);
      }, marks);
    for (const marks of [{ isComposing: true }, { keyCode: 229 }, { altKey: true }])
      expect([marks, await press(marks)]).toEqual([marks, false]);
    expect(await help.count()).toBe(0);
    expect(await press({})).toBe(true);
    await help.waitFor();
    await page.context().close();
  });
});
