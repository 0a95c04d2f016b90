/** What travels about saved views: filters of a list under a name. */
import { z } from 'zod';
import { CASE_FILTERS, CaseSortName } from './case-filters.ts';
import { DisplayName } from './directory.ts';

/** The lists of the console that have views. All are pages of cases. */
export const VIEW_LISTS = [
  'cases',
  'clarifications',
  'tolerance_reviews',
  'rectifications',
  'appeals',
  'sanction_periods',
  'risk_filings',
] as const;

/**
 * What a view may keep. Not `q` and not `number`: who searches for a person or for one case does so on record and for a
 * purpose, and a view would keep that person's reference under a heading and hand it to a whole unit.
 */
const { q: _q, number: _number, ...KEPT } = CASE_FILTERS;
const KeptQuery = z.strictObject({ ...KEPT, sort: CaseSortName.optional() });

const ViewQuery = z
  .record(z.string().max(40), z.string().max(500))
  .superRefine((query, context) => {
    const { error } = KeptQuery.safeParse(query);
    for (const issue of error?.issues ?? []) context.addIssue({ ...issue, path: [...issue.path] });
  })
  .meta({
    description:
      'Filters and order, as the query of `GET /api/v1/cases` has them; `q`, `number`, `limit` and `cursor` are not kept',
  });

export const SaveViewRequest = z
  .strictObject({
    name: DisplayName.max(60),
    list: z.enum(VIEW_LISTS),
    query: ViewQuery,
    isShared: z.boolean().default(false).meta({ description: 'With everybody of the unit I act in now' }),
  })
  .meta({
    id: 'SaveViewRequest',
    examples: [
      { name: '临期案件', list: 'cases', query: { light: 'due_soon', mine: 'true' }, isShared: false },
    ],
  });
export type SaveViewRequest = z.infer<typeof SaveViewRequest>;

export const SavedView = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    list: z.enum(VIEW_LISTS),
    query: z.record(z.string(), z.string()),
    isShared: z.boolean(),
    isMine: z.boolean().meta({ description: 'Whether I made it, and so may change it' }),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof SavedView>;

export const SavedViewList = z.strictObject({ items: z.array(SavedView) }).meta({ id: 'SavedViewList' });
