/** How a person likes the console: codes and switches, and nothing of any case. */
import { z } from 'zod';

const Code = z.string().regex(/^[a-z][a-zA-Z0-9_]{0,39}$/);
const Columns = z.record(Code, z.array(Code).max(30));

/** In words: the lists whose columns are chosen. */
const MOST_LISTS = { zh: '最多 30 个列表', en: 'has to be 30 lists at most' } as const;

const CHOICES = {
  locale: z.enum(['zh', 'en']).nullable().meta({ description: 'Null: as the browser says' }),
  density: z.enum(['compact', 'standard', 'roomy']),
  columns: Columns.meta({
    description: 'By list, the columns that are shown, in order; a list that is missing shows its own',
  }),
  hasShortcuts: z.boolean().meta({ description: 'Whether single keys do something' }),
  isSplit: z.boolean().meta({ description: 'Whether the queue shows a case beside the list' }),
};

export const Preferences = z.strictObject(CHOICES).meta({ id: 'Preferences' });
export type Preferences = z.infer<typeof Preferences>;

/** What a person chose; the rest goes back to its default. */
export const PutPreferencesRequest = z
  .strictObject({
    locale: CHOICES.locale.default(null),
    density: CHOICES.density.default('standard'),
    columns: Columns.default({}).refine((columns) => Object.keys(columns).length <= 30, {
      params: { words: MOST_LISTS },
    }),
    hasShortcuts: CHOICES.hasShortcuts.default(true),
    isSplit: CHOICES.isSplit.default(false),
  })
  .meta({ id: 'PutPreferencesRequest', examples: [{ locale: 'zh', density: 'compact' }] });
