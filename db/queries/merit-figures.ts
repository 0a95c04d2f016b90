/**
 * Figures over the merits: in which forms untrue reports were clarified, and how the six factors were rated. Counts alone,
 * no case and no person; each passes the asker through `mayKnow`. Factors are told one by one, never summed (T7).
 */
import type { Knex } from 'knex';
import type { Factor, Rating } from '../../src/domain/tolerance.ts';
import { COUNTED, OF_UNIT, type Span } from './case-figures.ts';
import type { Asking } from './cases.ts';

const OPENED = `c.tenant_id = :tenant and c.opened_at >= :from::timestamptz and c.opened_at < :to::timestamptz
  and ${COUNTED} and ${OF_UNIT}`;

export interface FormCount {
  readonly form: string;
  /** Clarifications it was chosen for. */
  readonly chosen: number;
  /** Those among them in which it was carried out. */
  readonly done: number;
}

/** Clarifications opened in a period by the forms that were chosen for them; the most usual first. */
export async function countForms(
  db: Knex,
  tenant: string,
  asking: Asking,
  { from, to, of }: Span,
): Promise<FormCount[]> {
  const { rows } = await db.raw<{ rows: FormCount[] }>(
    `select f.form, count(*)::int as chosen,
       (count(*) filter (where jsonb_exists(c.context->'done', f.form)))::int as done
     from cases c cross join lateral jsonb_array_elements_text(c.context->'forms') f (form)
     where c.procedure = 'clarification' and ${OPENED}
     group by 1 order by 2 desc, 1`,
    { tenant, ...asking, from, to, of },
  );
  return rows;
}

export interface FactorCounts {
  /** Reviews that were decided. */
  readonly reviews: number;
  /** Appraisals in them: one for each act of each person. */
  readonly appraisals: number;
  readonly ratings: readonly { readonly factor: Factor; readonly rating: Rating; readonly count: number }[];
}

/** How the factors were rated in reviews that were opened in a period and decided since. */
export async function countFactors(
  db: Knex,
  tenant: string,
  asking: Asking,
  { from, to, of }: Span,
): Promise<FactorCounts> {
  const { rows } = await db.raw<{ rows: FactorCounts[] }>(
    `with decided as materialized (
       select c.context->'appraisals' as appraisals from cases c
       where c.procedure = 'tolerance_review' and c.context->>'decidedAt' is not null and ${OPENED}),
     appraised as materialized (
       select a.value->'factors' as factors from decided d cross join lateral jsonb_array_elements(d.appraisals) a),
     ratings as (
       select f.value->>'factor' as factor, f.value->>'rating' as rating, count(*)::int as count
       from appraised a cross join lateral jsonb_array_elements(a.factors) f group by 1, 2)
     select (select count(*)::int from decided) as reviews, (select count(*)::int from appraised) as appraisals,
       (select coalesce(jsonb_agg(ratings), '[]') from ratings) as ratings`,
    { tenant, ...asking, from, to, of },
  );
  return rows[0] as FactorCounts;
}
