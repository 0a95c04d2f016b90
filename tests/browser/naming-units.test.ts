/** A body that was consulted goes by a code; whoever reads the case is told its name as well, and so is the letter's reader. */
import { describe, expect, it } from 'vitest';
import { expectAccessible, useBrowser } from './browser.ts';
import { aTolerance } from './cases.ts';
import { colleague } from './people.ts';

describe('a reader of a case', () => {
  const browser = useBrowser();

  it('is told the name of a body beside the code it goes by', async () => {
    const keeper = await colleague('p-fang');
    await keeper.ask('PUT', '/units/discipline_organ', { name: '派驻纪检监察组', parentId: null });
    const review = await aTolerance('flood-gate', '提前开闸泄洪。');
    const page = await browser.as('p-sun', `/cases/${review}/timeline`);
    const consulted = page.locator('li', { hasText: '派驻纪检监察组' }).first();
    await consulted.waitFor();
    expect(await consulted.textContent()).toContain('派驻纪检监察组 discipline_organ');
    await expectAccessible(page);
    await page.goto(`/cases/${review}`);
    await page.locator('.case-facts').getByText('派驻纪检监察组').first().waitFor();

    const { items } = await colleague('p-sun').then((head) =>
      head.ask<{ items: { id: string; paper: string }[] }>('GET', `/cases/${review}/papers`),
    );
    const letter = items.find(({ paper }) => paper === 'opinions_of_consulted_bodies');
    const sheet = await page.request.get(`/api/v1/cases/${review}/papers/${letter?.id ?? ''}/html?lang=zh`);
    expect(await sheet.text()).toContain('派驻纪检监察组（discipline_organ）');
    await page.context().close();
  });
});
