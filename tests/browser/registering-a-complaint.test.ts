/** Reception at work: a complaint keyed in, what is missing said, what it repeats seen, its number told, its points handed over. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';
import { unfold } from './drawers.ts';
import { expectFocused, tabTo } from './keyboard.ts';
import { ask, complaintsAbout, does, opens, reads } from './over-the-api.ts';

const CLERK = 'p-chen';
/** 潘越 of the sample body. */
const SUBJECT = 'p-pan';
const WORDS = '反映该同志在试点补贴发放中违规审批,并将工程交由亲属企业承揽。';

/** The complaint that was registered last. */
const newest = async (): Promise<string | undefined> =>
  (await ask<{ items: { id: string }[] }>(CLERK, '/cases?procedure=complaint&sort=-opened&limit=1')).items[0]
    ?.id;

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '');
const saved = (page: Page) => page.getByText(/^草稿已保存/).waitFor();
/** The clerk's desk, cleared of what another test left on it. */
async function atADesk(browser: ReturnType<typeof useBrowser>): Promise<Page> {
  const page = await browser.as(CLERK, '/intake');
  const drop = page.getByRole('button', { name: '放弃草稿' });
  await page.locator('#intake-channel').waitFor();
  if (await drop.isVisible()) {
    await drop.click();
    await drop.waitFor({ state: 'detached' });
  }
  return page;
}

const option = (page: Page, hasText: string) =>
  page.locator('.ant-select-item-option:visible', { hasText }).first();

async function choose(page: Page, field: string, words: string): Promise<void> {
  const options = await unfold(page.locator(`#intake-${field}`));
  await options.filter({ hasText: words }).first().click();
}

/** Looks somebody up by name and takes the first who is found. */
async function lookUp(page: Page, field: string, name: string): Promise<void> {
  await page.locator(`#intake-${field}`).fill(name);
  await option(page, name).waitFor();
  await page.keyboard.press('Enter');
  await page.getByTitle(name).first().waitFor();
}

describe('reception', () => {
  const browser = useBrowser();

  it(
    'a clerk registers a complaint with two allegations and sees the duplicate',
    { timeout: 120_000 },
    async () => {
      const earlier = await opens(CLERK, 'complaint', {
        channel: 'letter',
        subject: SUBJECT,
        content: WORDS,
      });
      const before = (await complaintsAbout(SUBJECT, CLERK)).length;
      const page = await atADesk(browser);

      await choose(page, 'channel', '来信');
      const received = await page.locator('#intake-receivedAt').inputValue();
      await page.getByRole('radio', { name: '实名' }).check();
      await page.getByLabel('姓名').fill('举报人甲');
      await page.getByLabel('联系方式').fill('13800000000');
      await page.locator('#intake-deadlines').getByText('期限预告').waitFor();
      await page
        .locator('.intake-side')
        .getByText(/不迟于 \d{4}-\d{2}-\d{2}/)
        .first()
        .waitFor();

      await lookUp(page, 'subject-0', '潘越');
      // The second is in no list: registered on the spot, by keyboard.
      await page.getByRole('button', { name: '新增一名被反映人' }).click();
      const newcomer = `凌${String(Date.now()).slice(-6)}`;
      await page.locator('#intake-subject-1').fill(newcomer);
      await option(page, '登记名册中没有的人员').waitFor();
      await page.getByText('没有找到').locator('visible=true').first().waitFor();
      await page.keyboard.press('Enter');
      await page.getByRole('group', { name: '登记名册中没有的人员' }).waitFor();
      await page.keyboard.insertText('镇水务站');
      await page.keyboard.press('Enter');
      await page.getByTitle(newcomer).first().waitFor();
      expect(await focused(page)).toBe('intake-subject-1');

      await page.locator('#intake-content').fill(WORDS);
      for (const [at, [name, summary]] of (
        [
          ['潘越', '违规审批试点补贴'],
          [newcomer, '工程交由亲属企业承揽'],
        ] as const
      ).entries()) {
        await page.getByRole('button', { name: '新增一条' }).click();
        await choose(page, `point-${String(at + 1)}-subject`, name);
        await page.locator(`#intake-point-${String(at + 1)}-summary`).fill(summary);
      }

      const duplicates = page.getByRole('region', { name: /疑似重复/ });
      await duplicates
        .getByText(/相似度 \d+%/)
        .first()
        .waitFor();
      const found = duplicates.locator(`a[href="/cases/${earlier.id}"]`);
      await found.waitFor();
      await expectAccessible(page);

      // Twice, as fast as a hand can: it is one complaint all the same.
      await page.keyboard.press('Control+Enter');
      await page.keyboard.press('Control+Enter');
      await page.getByRole('heading', { name: '登记成功' }).waitFor();
      await page.locator('.slip-number', { hasText: /^JB-\d{4}-\d{6}$/ }).waitFor();
      const number = await page.locator('.slip-number').innerText();
      await expectAccessible(page);
      const about = await complaintsAbout(SUBJECT, CLERK);
      expect(about.length).toBe(before + 1);
      const id = (await page.getByRole('link', { name: '打开案件' }).getAttribute('href'))!
        .split('/')
        .at(-1)!;
      expect((await reads(CLERK, id)).number).toBe(number);

      await page.getByRole('button', { name: '继续登记' }).click();
      await page.getByTitle('来信').waitFor();
      expect(await page.locator('#intake-receivedAt').inputValue()).toBe(received);
      expect(await page.locator('#intake-content').inputValue()).toBe('');
      expect(await page.getByRole('radio', { name: '实名' }).isChecked()).toBe(false);

      // What was listed point by point stands ready when it is handed over.
      await does(CLERK, id, 'ACCEPT');
      await page.goto(`/cases/${id}`);
      await page.locator('#act-HAND_OVER').click();
      const drawer = page.getByRole('dialog');
      await drawer.locator('textarea', { hasText: '违规审批试点补贴' }).waitFor();
      await drawer.locator('textarea', { hasText: '工程交由亲属企业承揽' }).waitFor();
      await drawer.getByRole('radio', { name: '是' }).first().check();
      // One too many, and away again: the focus goes along, into the row and back to where it was added.
      const add = drawer.locator('button[id$="-allegations-add"]');
      const third = drawer.locator('fieldset[id$="-allegations-2"]');
      await tabTo(page, add);
      await page.keyboard.press('Enter');
      await expect.poll(() => third.evaluate((row) => row.contains(document.activeElement))).toBe(true);
      await tabTo(page, third.getByRole('button', { name: /^删除/ }));
      await page.keyboard.press('Enter');
      await expectFocused(page, add);
      await page.keyboard.press('Control+Enter');
      await drawer.waitFor({ state: 'detached' });
      await page.locator('.case-main').getByText('point-2').first().waitFor();
      const { details } = await reads(CLERK, id);
      expect(details.allegations).toMatchObject([
        { point: 'point-1', subject: SUBJECT },
        { point: 'point-2' },
      ]);
      await page.context().close();
    },
  );

  it('a clerk finds what was half typed after a reload', async () => {
    const page = await atADesk(browser);
    await choose(page, 'channel', '来访');
    await page.getByRole('radio', { name: '匿名' }).check();
    await page.locator('#intake-content').fill('来访人反映的情况,还没有写完');
    await page.locator('#intake-reference').fill('收〔2025〕8号');
    await page.locator('#intake-content').focus();
    await saved(page);
    await page.reload();
    await page.getByText(/^已恢复 .+ 保存的草稿$/).waitFor();
    expect(await page.locator('#intake-content').inputValue()).toBe('来访人反映的情况,还没有写完');
    expect(await page.locator('#intake-reference').inputValue()).toBe('收〔2025〕8号');
    expect(await page.getByRole('radio', { name: '匿名' }).isChecked()).toBe(true);
    await page.getByTitle('来访').waitFor();
    await page.getByRole('button', { name: '放弃草稿' }).click();
    await page.getByTitle('来访').waitFor({ state: 'detached' });
    await page.context().close();
  });

  it('a clerk who sends an incomplete form is told what is missing, in either language', async () => {
    const page = await atADesk(browser);
    const before = await newest();
    await page.keyboard.press('Control+Enter');
    const summary = page.getByRole('alert', { name: '请先改正以下内容' });
    await summary.waitFor();
    expect(await summary.evaluate((box) => box === document.activeElement)).toBe(true);
    await summary.getByRole('link', { name: '请选择来源渠道' }).click();
    await expect.poll(() => focused(page)).toBe('intake-channel');
    expect(await page.title()).toContain('出现问题');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Switch to English' }).click();
    const english = page.getByRole('alert', { name: 'Please put these right first' });
    await english.getByRole('link', { name: 'Choose named or anonymous' }).click();
    await expect.poll(() => focused(page)).toBe('intake-isNamed');
    expect(await page.title()).toContain('Error');
    expect(await newest()).toBe(before);
    await page.context().close();
  });
});
