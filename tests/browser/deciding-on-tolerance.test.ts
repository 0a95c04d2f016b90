/** A tolerance review weighed by several who do not see each other's sheets, and decided by a body with one against it. */
import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';
import { aTolerance } from './cases.ts';
import { answer, begin, drawerOf, pick, send, unfold } from './drawers.ts';
import { colleague, type Colleague } from './people.ts';

const REASON = '会议记录第三页载明集体研究的经过和各人意见,与当事人陈述一致,没有发现与此相反的材料。';

const sheetOf = (page: Page): Locator => page.getByRole('region', { name: '我的评估表' });
const factor = (page: Page, name: string): Locator =>
  sheetOf(page).locator('details').filter({ hasText: name });

/** Rates one factor, as the panel of it asks. */
async function rate(page: Page, name: string, rating: string): Promise<void> {
  const panel = factor(page, name);
  if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
  await panel.getByRole('radio', { name: new RegExp(`^${rating}`) }).check();
  await panel.getByLabel(/^评估理由/).fill(REASON);
  await rests(panel.getByLabel(/^佐证材料/));
}

/** Names the evidence it rests on. */
async function rests(box: Locator): Promise<void> {
  await box.fill('minutes');
  await box.press('Enter');
  await box.press('Escape');
}

interface Asked {
  readonly factors: readonly { readonly code: string }[];
  readonly distinctions: readonly { readonly code: string }[];
  readonly conditions: readonly { readonly code: string }[];
  readonly exclusions: readonly { readonly code: string }[];
}

/** Keeps a sheet on the good side of every line; `open` are the factors that are left to be rated by hand. */
async function keepSheet(by: Colleague, review: string, act: string, open: readonly string[]): Promise<void> {
  const asked = await by.ask<Asked>('GET', `/cases/${review}/assessments`);
  const [evidence, reason] = [['minutes'], REASON];
  const sheet = {
    act,
    person: 'p-ning',
    factors: asked.factors
      .filter(({ code }) => !open.includes(code))
      .map(({ code: factor }) => ({ factor, rating: 'supports', reason, evidence })),
    distinctions: asked.distinctions.map(({ code }) => ({ code, answer: 'yes', evidence })),
    conditions: asked.conditions.map(({ code }) => ({ code, holds: true, reason })),
    exclusions: asked.exclusions.map(({ code }) => ({ code, applies: false, reason })),
  };
  await by.ask('PUT', `/cases/${review}/assessments`, { sheets: [sheet] });
}

async function submitSheet(page: Page): Promise<void> {
  await sheetOf(page).getByRole('button', { name: '提交评估表' }).click();
  await page.getByRole('tooltip').getByRole('button', { name: '提交评估表' }).click();
}

/** What may be concluded now: each outcome, with whether it can be chosen. */
async function conclusions(page: Page): Promise<Record<string, boolean>> {
  const options = await unfold(sheetOf(page).getByLabel('本人倾向的结论'));
  const found = await options.evaluateAll((all) =>
    all.map((one) => [one.textContent, !one.classList.contains('ant-select-item-option-disabled')]),
  );
  await page.keyboard.press('Escape');
  return Object.fromEntries(found) as Record<string, boolean>;
}

describe('a tolerance panel', () => {
  const browser = useBrowser();

  it('decides with a dissent', { timeout: 150_000 }, async () => {
    const act = 'early-payment';
    const review = await aTolerance(act, '在办法出台之前先行支付试点补助');
    const address = `/tolerance/${review}`;
    const head = await browser.as('p-sun', address);
    await head.getByText('在办法出台之前先行支付试点补助').first().waitFor();
    await (
      await colleague('p-sun')
    ).ask('PUT', `/cases/${review}/assessments/assessors`, {
      assessors: ['p-song', 'p-zhou'],
    });

    // One assessor goes through the gate and on to the factors; what they leave is said in words.
    const [asSong, asZhou] = await Promise.all(['p-song', 'p-zhou'].map(colleague));
    await keepSheet(asSong!, review, act, ['procedure_method', 'remedy_of_loss']);
    const song = await browser.as('p-song', address);
    const line = sheetOf(song).getByRole('group', { name: '为推动发展的无意过失，而非谋取私利' });
    await line.getByLabel('否', { exact: true }).check();
    await line.getByText(/属于后一情形的/).waitFor();
    await line.getByLabel('是', { exact: true }).check();
    await rate(song, '程序方法', '支持容错');
    await rate(song, '挽回损失', '尚未查清');
    const left = sheetOf(song).locator('.barred');
    await left.getByText('尚有要素未查清，不得作出认定').waitFor();
    expect(Object.values(await conclusions(song))).toEqual([false, false, false, false, false]);
    await rate(song, '挽回损失', '排除容错');
    await left.getByText('有要素排除容错，只能不予容错').waitFor();
    expect(await conclusions(song)).toEqual({
      不予容错: true,
      从轻: false,
      减轻: false,
      免予: false,
      不予追究: false,
    });
    await rate(song, '挽回损失', '不利于容错');
    await left.getByText(/不利的/).waitFor();
    await expectAccessible(song);
    await pick(sheetOf(song), '本人倾向的结论', '减轻');
    await sheetOf(song).getByText('草稿已保存').waitFor();
    await submitSheet(song);
    await song.getByText('目前不由您填写评估表。').waitFor();
    expect(await song.getByRole('region', { name: '对照' }).count()).toBe(0);

    // The other sees that a sheet is in, and nothing of what it says.
    const zhou = await browser.as('p-zhou', address);
    const assessors = zhou.getByRole('region', { name: '评估人' });
    await assessors.getByText(/宋岚.*已提交/).waitFor();
    expect(await zhou.getByRole('region', { name: '对照' }).count()).toBe(0);
    await keepSheet(asZhou!, review, act, []);
    await asZhou!.ask('POST', `/cases/${review}/assessments/submission`);
    await zhou.reload();

    // Then both stand side by side, differences in words; nothing is added up.
    const compared = zhou.getByRole('region', { name: '对照' });
    await compared.waitFor();
    const row = compared.getByRole('row', { name: /^挽回损失.*不一致.*不利于容错.*支持容错/s }).first();
    await row.waitFor();
    expect(await compared.getByRole('row', { name: /^动机态度.*一致/s }).count()).toBeGreaterThan(0);
    expect(await zhou.locator('main').textContent()).not.toMatch(/总分[::]|合计|得分/);
    await expectAccessible(zhou);

    // The proposal is filled from one of the sheets.
    await zhou.getByRole('button', { name: '据 宋岚 的评估表填写认定建议' }).click();
    const proposal = await drawerOf(zhou, '提出认定建议');
    await proposal.getByText(/已会商 → 已提出认定建议/).waitFor();
    await send(proposal);
    await Promise.all([zhou, song].map((page) => page.context().close()));

    // The body decides, each with a vote; what the ratings bar is refused before anybody submits.
    const member = await colleague('p-he');
    await member.ask('PUT', `/drafts/case.${review}.DECIDE`, {
      content: {
        determinations: [{ act, person: 'p-ning', outcome: 'not_pursued', reason: '程序齐全,损失轻微。' }],
        rectificationDemanded: true,
        members: [
          { person: 'p-he', vote: 'for' },
          { person: 'p-luo', vote: 'for' },
          { person: 'p-liang', vote: 'against', dissent: '补救迟缓,应当不予容错。' },
        ],
      },
    });
    const body = await browser.as('p-he', address);
    await body.getByRole('heading', { name: '已提出的建议' }).waitFor();
    await expectAccessible(body);
    const decide = await begin(body, '集体作出容错认定');
    await decide.getByText(/暂不能办理：.*不利的/).waitFor();
    await answer(decide, /认定结论/, '减轻').check();
    await decide.getByText(/→ 已认定/).waitFor();
    await send(decide);
    const conclusion = body.getByRole('region', { name: '结论' });
    await conclusion.getByRole('row', { name: /early-payment.*宁远.*减轻/ }).waitFor();
    await conclusion.getByText('梁宇: 补救迟缓,应当不予容错。').waitFor();
    const minutes = await body.getByRole('region', { name: '集体讨论记录' }).textContent();
    for (const said of ['何志远', '罗敏', '梁宇', '补救迟缓,应当不予容错。']) expect(minutes).toContain(said);
    await Promise.all([head, body].map((page) => page.context().close()));
  });
});
