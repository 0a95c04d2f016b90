/** The cards over the merits, on figures that the sample cases are too few for: as chart, as table, and failed. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { expectAccessible, settled, useBrowser } from './browser.ts';

const CARDS = {
  'clarification-forms': 'Forms of clarification',
  'factor-ratings': 'Profile of the six factors',
} as const;
type Card = keyof typeof CARDS;
const NAMES = Object.keys(CARDS) as Card[];

const period = {
  asOf: '2026-01-05T16:00:00.000Z',
  from: '2025-10-07T16:00:00.000Z',
  to: '2026-01-05T16:00:00.000Z',
};
const FACTORS = [
  'motive_attitude',
  'objective_conditions',
  'procedure_method',
  'nature_degree',
  'consequence_impact',
  'remedy_of_loss',
];
const FIGURES: Readonly<Record<Card, object>> = {
  'clarification-forms': {
    ...period,
    items: [
      { form: 'written', chosen: 12, done: 9 },
      { form: 'meeting', chosen: 5, done: 0 },
    ],
  },
  'factor-ratings': {
    ...period,
    reviews: 20,
    appraisals: 22,
    isSuppressed: false,
    items: FACTORS.map((factor, at) => ({
      factor,
      ratings: Object.entries({ supports: 10 + at, neutral: 6, against: 5 - at, bars: 1, unknown: 0 }).map(
        ([rating, count]) => ({ rating, count }),
      ),
    })),
  },
};

const cardOf = (page: Page, card: Card) => page.getByRole('region', { name: CARDS[card], exact: true });

describe('the cards over the merits', () => {
  const browser = useBrowser();

  /** The dashboards, where the server answers these cards so, or not at all. */
  async function shown(answers: Readonly<Record<Card, object>> | null): Promise<Page> {
    const page = await browser.as('p-ma', '/queue', { locale: 'en' });
    for (const card of NAMES)
      await page.route(`**/api/v1/statistics/${card}*`, (route) =>
        answers
          ? route.fulfill({ json: answers[card] })
          : route.fulfill({
              status: 400,
              contentType: 'application/problem+json',
              json: { code: 'bad-parameter', status: 400, title: 'A parameter is not valid' },
            }),
      );
    await page.goto('/dashboards');
    for (const card of NAMES) await cardOf(page, card).waitFor();
    await settled(page);
    return page;
  }

  it('show a chart each, and a table of each factor for itself', async () => {
    const page = await shown(FIGURES);
    for (const card of NAMES) await cardOf(page, card).locator('.chart svg').waitFor();
    await expectAccessible(page);
    for (const card of NAMES) await cardOf(page, card).getByRole('button', { name: 'View as table' }).click();
    await expectAccessible(page);
    const cells = async (card: Card) => {
      const rows = await cardOf(page, card).getByRole('row').all();
      return Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
    };
    expect(await cells('clarification-forms')).toEqual([
      ['Form', 'Chosen', 'Carried out'],
      ['in writing', '12', '9'],
      ['in a meeting', '5', '0'],
    ]);
    const factors = await cells('factor-ratings');
    // What nobody rated has no column, and there is no row of totals.
    expect(factors).toHaveLength(1 + FACTORS.length);
    expect(factors.at(-1)).toEqual(['remedying of loss', '15', '6', '0', '1']);
    await page.context().close();
  });

  it('say so where the server would not tell', async () => {
    const page = await shown(null);
    for (const card of NAMES) await cardOf(page, card).locator('.failed').waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});
