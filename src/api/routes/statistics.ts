/** Figures over HTTP: what was left unclarified, and where tolerance was never considered. */
import { z } from 'zod';
import { ClarificationCoverage, ToleranceCoverage } from '../../contract/statistics.ts';
import { GivenDate, GivenInstant } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'statistics';

/** A day is meant in the body's own time zone: all of it. */
const DayOrInstant = z.union([GivenDate, GivenInstant.transform((text) => new Date(text).toISOString())]);

const period = z.strictObject({
  from: DayOrInstant.optional().meta({ description: 'Allegations opened not before this instant or day' }),
  to: DayOrInstant.optional().meta({
    description: 'Allegations opened before this instant, or not after this day',
  }),
});

const bounds = ({ from, to }: { from?: string | undefined; to?: string | undefined }) => ({
  from: from ?? null,
  to: to ?? null,
});

export const statisticsRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'countClarifications',
    tag,
    summary: { zh: '澄清覆盖情况统计', en: 'How many reports were clarified, and why others were not' },
    description:
      'Allegations with an approved finding, counted by finding, by what became of their clarification and by the reason ' +
      'given where there was none. Counts only, of cases you may know of; an auditor counts all.',
    method: 'get',
    path: '/api/v1/statistics/clarification-coverage',
    permission: 'statistics.read',
    query: period,
    success: { status: 200, schema: ClarificationCoverage, description: 'Counts' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countClarifications(principal, bounds(query)),
    }),
  }),
  route({
    operationId: 'countToleranceReviews',
    tag,
    summary: {
      zh: '容错审查覆盖情况统计',
      en: 'For how many errors tolerance was considered, and for how many never',
    },
    description:
      'Allegations found to be errors in duty, or decided on, counted by finding, by decision and by the tolerance review ' +
      'of the person. Counts only, of cases you may know of; an auditor counts all.',
    method: 'get',
    path: '/api/v1/statistics/tolerance-coverage',
    permission: 'statistics.read',
    query: period,
    success: { status: 200, schema: ToleranceCoverage, description: 'Counts' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countToleranceReviews(principal, bounds(query)),
    }),
  }),
];
