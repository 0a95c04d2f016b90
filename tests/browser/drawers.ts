/** The drawer in which a step is filled in and sent, as people use it; words are those of the Chinese console. */
import type { Locator, Page } from 'playwright-core';

/** Begins a step from the sheet of a case. */
export async function begin(page: Page, event: string): Promise<Locator> {
  await page.locator('.sheet-steps').getByRole('button', { name: event, exact: true }).click();
  return drawerOf(page, event);
}

export async function drawerOf(page: Page, event: string): Promise<Locator> {
  const form = page.getByRole('form', { name: event, exact: true });
  await form.waitFor();
  return form;
}

/** One answer of several, or one box of several, under a question. */
export const answer = (form: Locator, question: string | RegExp, words: string): Locator =>
  form.getByRole('group', { name: question }).getByLabel(words, { exact: true });

/** Unfolds a list; answers what stands in it, and in no other list that is still closing. */
export async function unfold(box: Locator): Promise<Locator> {
  await box.click();
  const list = (await box.getAttribute('aria-controls')) ?? '';
  const page = box.page();
  const options = page
    .locator('.ant-select-dropdown', { has: page.locator(`[id="${list}"]`) })
    .locator('.ant-select-item-option');
  await options.first().waitFor();
  return options;
}

/** Picks in a list that unfolds. */
export async function pick(form: Locator, label: string | RegExp, words: string | RegExp): Promise<void> {
  const options = await unfold(form.getByLabel(label));
  await options.filter({ hasText: words }).first().click();
}

/** Sends it, by way of the second look where the step is a weighty one; done when the drawer has gone. */
export async function send(form: Locator): Promise<void> {
  const look = form.getByRole('button', { name: '核对后提交', exact: true });
  const submit = form.getByRole('button', { name: '提交', exact: true });
  if (await look.isVisible()) {
    await look.click();
    const sure = form.getByLabel('我已核对上述内容和共同参与人');
    await submit.waitFor();
    if (await sure.isVisible()) await sure.check();
  }
  await submit.click();
  await form.waitFor({ state: 'detached' });
}
