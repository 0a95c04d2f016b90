/**
 * Figures over the merits, for dashboards: the forms untrue reports were clarified in, and the profile of the six factors,
 * each for itself (T7).
 */
import { countFactors, countForms } from '../../db/queries/merit-figures.ts';
import type { FactorFigures, FormFigures } from '../contract/figures.ts';
import { FACTOR_CODES, RATING_CODES } from '../domain/tolerance.ts';
import type { Asker } from './acting.ts';
import { FEWEST, over, type FiguresAsked } from './count-cases.ts';
import type { Runtime } from './runtime.ts';

/** Clarifications opened in a period, by form: chosen and carried out. */
export const countByForm = (runtime: Runtime, asker: Asker, asked: FiguresAsked): Promise<FormFigures> =>
  over(runtime, asker, asked, async (db, asking, span) => ({
    items: await countForms(db, runtime.tenant, asking, span),
  }));

/** How each factor was rated in decided reviews; of too few reviews nothing is told. */
export const countByFactor = (runtime: Runtime, asker: Asker, asked: FiguresAsked): Promise<FactorFigures> =>
  over(runtime, asker, asked, async (db, asking, span) => {
    const { reviews, appraisals, ratings } = await countFactors(db, runtime.tenant, asking, span);
    if (reviews < FEWEST) return { reviews: null, appraisals: null, isSuppressed: true, items: [] };
    return {
      reviews,
      appraisals,
      isSuppressed: false,
      items: FACTOR_CODES.map((factor) => ({
        factor,
        ratings: RATING_CODES.map((rating) => ({
          rating,
          count: ratings.find((each) => each.factor === factor && each.rating === rating)?.count ?? 0,
        })),
      })),
    };
  });
