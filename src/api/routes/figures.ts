/** Figures for dashboards over HTTP: one route for what is read together, each bounded in time. */
import { z } from 'zod';
import {
  DueCalendar,
  DurationFigures,
  FactorFigures,
  FormFigures,
  LoadFigures,
  MonthFigures,
  OpenCaseFigures,
  OutcomeFigures,
  OverviewFigures,
  PunctualityFigures,
} from '../../contract/figures.ts';
import { UNIT_ID } from '../../domain/directory.ts';
import { GivenDate, GivenInstant } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'statistics';
/** A day is meant in the body's own time zone: all of it. */
const DayOrInstant = z.union([GivenDate, GivenInstant.transform((text) => new Date(text).toISOString())]);

const unit = z
  .string()
  .regex(UNIT_ID)
  .optional()
  .meta({ description: 'Cases of this unit and of those below it; absent: of every unit' });
const ofUnit = z.strictObject({ unit });
const period = z.strictObject({
  from: DayOrInstant.optional().meta({
    description: 'The period begins at this instant or day; absent: 90 days before `to`',
  }),
  to: DayOrInstant.optional().meta({
    description: 'It ends before this instant, or with this day; absent: now. At most 400 days after `from`',
  }),
  unit,
});

/** The members that have a value; a figure is not asked for by an undefined one. */
const given = <T extends object>(values: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;

const WHOSE = 'Of cases you may know of; an auditor counts all.';

export const figureRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'countOverview',
    tag,
    summary: { zh: '在办、新收、办结、逾期概览', en: 'In hand, received, closed and overdue' },
    description: `A period beside the one of the same length before it. ${WHOSE}`,
    method: 'get',
    path: '/api/v1/statistics/overview',
    permission: 'statistics.read',
    query: period,
    success: { status: 200, schema: OverviewFigures, description: 'Counts' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countOverview(principal, given(query)),
    }),
  }),
  route({
    operationId: 'countByMonth',
    tag,
    summary: { zh: '逐月收办情况', en: 'Received and closed, month by month' },
    description: `Months of the body's time zone; those that the period cuts are counted as far as it reaches. ${WHOSE}`,
    method: 'get',
    path: '/api/v1/statistics/months',
    permission: 'statistics.read',
    query: period,
    success: { status: 200, schema: MonthFigures, description: 'Counts by month' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countByMonth(principal, given(query)),
    }),
  }),
  route({
    operationId: 'countOpenCases',
    tag,
    summary: { zh: '在办案件分布', en: 'Open cases by state, age and days left' },
    description: `As they stand now. ${WHOSE}`,
    method: 'get',
    path: '/api/v1/statistics/open-cases',
    permission: 'statistics.read',
    query: ofUnit,
    success: { status: 200, schema: OpenCaseFigures, description: 'Counts' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countOpenCases(principal, given(query)),
    }),
  }),
  route({
    operationId: 'countByUnit',
    tag,
    summary: { zh: '各单位按期办结率', en: 'Closed on time, unit by unit' },
    description:
      'Cases closed in the period, and those among them without a clock that ever ran out. Fewer than five closed cases ' +
      `are not told apart. ${WHOSE}`,
    method: 'get',
    path: '/api/v1/statistics/punctuality',
    permission: 'statistics.read',
    query: period,
    success: { status: 200, schema: PunctualityFigures, description: 'Counts by unit' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countByUnit(principal, given(query)),
    }),
  }),
  route({
    operationId: 'countByClock',
    tag,
    summary: { zh: '各环节中位用时', en: 'How long what a limit is set for takes' },
    description: `Clocks stopped in the period: the median of the days they ran, and of those they were given. ${WHOSE}`,
    method: 'get',
    path: '/api/v1/statistics/durations',
    permission: 'statistics.read',
    query: period,
    success: { status: 200, schema: DurationFigures, description: 'Days by clock' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countByClock(principal, given(query)),
    }),
  }),
  route({
    operationId: 'countByOutcome',
    tag,
    summary: { zh: '办结结果统计', en: 'How closed cases ended' },
    description: `Cases closed in the period by procedure and closing state. ${WHOSE}`,
    method: 'get',
    path: '/api/v1/statistics/outcomes',
    permission: 'statistics.read',
    query: period,
    success: { status: 200, schema: OutcomeFigures, description: 'Counts by outcome' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countByOutcome(principal, given(query)),
    }),
  }),
  route({
    operationId: 'countByForm',
    tag,
    summary: { zh: '按澄清方式统计', en: 'Forms in which untrue reports were clarified' },
    description: `Clarifications opened in the period, by form: chosen, and carried out. ${WHOSE}`,
    method: 'get',
    path: '/api/v1/statistics/clarification-forms',
    permission: 'statistics.read',
    query: period,
    success: { status: 200, schema: FormFigures, description: 'Counts by form' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countByForm(principal, given(query)),
    }),
  }),
  route({
    operationId: 'countByFactor',
    tag,
    summary: { zh: '容错六要素评定分布', en: 'How the six factors were rated' },
    description:
      'Tolerance reviews opened in the period and decided since, by factor and rating; nothing is summed over factors. ' +
      `Fewer than five reviews are not told. ${WHOSE}`,
    method: 'get',
    path: '/api/v1/statistics/factor-ratings',
    permission: 'statistics.read',
    query: period,
    success: { status: 200, schema: FactorFigures, description: 'Counts by factor and rating' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countByFactor(principal, given(query)),
    }),
  }),
  route({
    operationId: 'countDueDays',
    tag,
    summary: { zh: '未来六周到期分布', en: 'What falls due in the next six weeks, day by day' },
    description: `Running clocks by their last day and light, in whole weeks. ${WHOSE}`,
    method: 'get',
    path: '/api/v1/statistics/due-days',
    permission: 'statistics.read',
    success: { status: 200, schema: DueCalendar, description: 'Counts by day' },
    problems: [],
    handle: async ({ principal }, { operations }: ApiServices) => ({
      body: await operations.countDueDays(principal),
    }),
  }),
  route({
    operationId: 'countLoads',
    tag,
    summary: { zh: '承办人在办情况', en: 'Who carries how many open cases' },
    description: 'Of cases you may know of, by the person they are assigned to; who has most comes first.',
    method: 'get',
    path: '/api/v1/statistics/load',
    permission: 'load.read',
    query: ofUnit,
    success: { status: 200, schema: LoadFigures, description: 'Counts by assignee' },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.countLoads(principal, given(query)),
    }),
  }),
];
