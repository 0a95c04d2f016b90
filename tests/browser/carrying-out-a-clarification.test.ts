/** A clarification from the finding to the record of who was told: by the handler, the check, and the leader who approves. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';
import { aClarification, today } from './cases.ts';
import { answer, begin, drawerOf, send } from './drawers.ts';
import { colleague } from './people.ts';

/** Waits until the sheet says where the clarification stands. */
const stands = (page: Page, state: string) =>
  page.getByRole('heading', { level: 1, name: new RegExp(`· ${state}$`) }).waitFor();

/** What the approver has to confirm. */
const SEALED = /封存|检举控告人/;

describe('a clarification', () => {
  const browser = useBrowser();

  it('is carried out', { timeout: 120_000 }, async () => {
    const [{ clarification }, reviewer, day] = await Promise.all([
      aClarification('nephew-hired'),
      colleague('p-gao'),
      today(),
    ]);
    const head = await browser.as('p-sun', '/clarifications');

    // The candidate, and what of it was found untrue.
    const candidates = head.getByRole('navigation', { name: '打开工作单' });
    await candidates.locator(`a[href='/clarifications/${clarification}']`).click();
    await stands(head, '评估中');
    await head.getByText('澄清只针对查明的失实问题').waitFor();
    await head.getByText('nephew-hired').first().waitFor();
    const source = head.getByRole('complementary', { name: '来源案件（只读）' });
    await source.getByText('经核查人事档案,所反映的问题不属实。').waitFor();
    await expectAccessible(head);

    const assess = await begin(head, '评估为需要澄清');
    await answer(assess, /应当澄清情形/, '影响或者可能影响选举、任用、评先评优').check();
    await answer(assess, /影响范围/, '单位').check();
    await assess.getByLabel(/理由/).fill('本人正在参加职级晋升,单位内有议论。');
    await send(assess);
    await stands(head, '会商审核中');

    // Nothing to be done here now, and the sheet says why.
    await head.getByText(/显示暂不能办理的 \d+ 项/).click();
    const barred = head.locator('.sheet-steps details li').filter({ hasText: '会商审核通过' });
    expect(await barred.textContent()).toMatch(/会商审核通过.*可办理的角色.*案件监督管理/s);
    await reviewer.take(clarification, 'PASS_CHECK', { reason: '审理、干部监督和承办部门均无异议。' });
    await stands(head, '会商审核通过');

    // Whatever else is chosen, it is done in writing too.
    const consult = await begin(head, '征求本人意见');
    await answer(consult, /本人是否同意/, '是').check();
    const written = answer(consult, /澄清方式/, '书面澄清');
    expect(await written.isChecked()).toBe(false);
    await answer(consult, /澄清方式/, '会议澄清').check();
    expect([await written.isChecked(), await written.isDisabled()]).toEqual([true, true]);
    await consult.getByText('暂不能办理：须确定澄清范围').waitFor();
    await answer(consult, /澄清范围/, '部门').check();
    await consult.getByText(/会商审核通过 → 已征求意见/).waitFor();
    await send(consult);
    await stands(head, '已征求意见');

    // A second person approves, who has to say that nothing of the reporter is in it.
    const leader = await browser.as('p-lin', `/clarifications/${clarification}`);
    const approve = await begin(leader, '批准澄清');
    await answer(approve, SEALED, '否').check();
    await approve.getByText(/暂不能办理：澄清文本不得含有检举控告人信息或者秘密/).waitFor();
    await answer(approve, SEALED, '是').check();
    await send(approve);
    await stands(leader, '已批准');
    await leader.context().close();

    // The letter is looked at before it is issued, and printed after.
    await stands(head, '已批准');
    await head.getByRole('link', { name: '预览、查看文书' }).click();
    await head.getByRole('button', { name: '填写并办理：实施澄清' }).click();
    const carry = await drawerOf(head, '实施澄清');
    await answer(carry, /澄清方式/, '书面澄清').check();
    await carry.getByLabel(/告知对象/).fill('p-yang\nunit-party-leadership');
    await carry.getByLabel(/实施日期/).fill(day);
    await carry.getByText(/草稿已保存/).waitFor();
    await head.keyboard.press('Escape');
    await carry.waitFor({ state: 'detached' });
    await head.getByRole('button', { name: '预览：实施澄清' }).click();
    await head
      .getByText(/草稿，未签发、未编号/)
      .first()
      .waitFor();
    const draft = head.locator('.paper-draft iframe').first().contentFrame();
    await draft.getByText(/nephew-hired.*不属实。现予以澄清。/).waitFor();
    await head.getByRole('button', { name: '填写并办理：实施澄清' }).click();
    await send(await drawerOf(head, '实施澄清'));
    const issued = head.getByRole('region', { name: '已出具的文书' });
    const letter = issued.getByRole('listitem').filter({ hasText: '澄清' }).first();
    await letter.getByText(/文号/).waitFor();
    const toPrint = await letter.getByRole('link', { name: '打开打印版' }).getAttribute('href');
    const page = await head.request.get(toPrint!);
    expect([page.status(), page.headers()['content-type']]).toEqual([200, 'application/pdf']);

    // Not done before every way that was approved is.
    await head.goto(`/clarifications/${clarification}`);
    await stands(head, '澄清实施中');
    await head.getByText(/显示暂不能办理的 \d+ 项/).click();
    await head
      .locator('.sheet-steps details li')
      .filter({ hasText: '澄清完成：书面澄清须已送达，批准的各种方式均须完成' })
      .waitFor();
    const again = await begin(head, '实施澄清');
    await answer(again, /澄清方式/, '会议澄清').check();
    await again.getByLabel(/告知对象/).fill('department-meeting');
    await again.getByLabel(/实施日期/).fill(day);
    await send(again);
    await send(await begin(head, '澄清完成'));
    await stands(head, '已澄清');

    // What was done, where, by whom and when stands on the sheet, and in the history of the case.
    const log = head.getByRole('region', { name: /实施记录/ });
    await log.getByText('澄清完成').waitFor();
    expect(await log.textContent()).toMatch(
      new RegExp(`实施澄清.*孙国栋.*书面澄清.*${day}.*会议澄清.*department-meeting.*澄清完成`, 's'),
    );
    await head.getByRole('link', { name: '打开案件页面' }).click();
    await head.getByRole('link', { name: '办理经过' }).click();
    await head.getByText('澄清完成').first().waitFor();
    await head.context().close();
  });
});
