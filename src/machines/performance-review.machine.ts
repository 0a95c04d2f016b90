/**
 * Performance review: how one official does the duty over a period, by signals from several sources, each looked at by a
 * second person. Domain brief 3.
 *
 *   collecting ─→ concluded_no_lead | adjustment_proposed | lead_raised
 *
 * A code is no verdict and nothing is added up. A lead opens a complaint that is handled like any other; an adjustment
 * of post is a matter of personnel and no sanction. That it is a procedure at all is ADR 0015.
 */
import { openCase, paper, startClock, stopClock } from '../domain/effect.ts';
import type { Profile } from '../domain/profile.ts';
import { SHAM_CODES } from '../domain/tolerance.ts';
import { defineProcedure } from './define-procedure.ts';
import {
  BLANK,
  counting,
  eachOnce,
  Events,
  type PerformanceContext,
  type Signal,
} from './performance-review-events.ts';
import { PERFORMANCE_GUARDS } from './performance-review-guards.ts';

const States = {
  collecting: {
    label: { zh: '研判中', en: 'signals are collected' },
    owed: ['org_personnel', 'case_supervisor'],
    clocks: ['perf.conclude', 'perf.review'],
  },
  concluded_no_lead: { label: { zh: '研判办结，无问责线索', en: 'concluded, no lead' }, isClosed: true },
  lead_raised: { label: { zh: '已提出问责线索', en: 'a lead was raised' }, isClosed: true },
  adjustment_proposed: {
    label: { zh: '已建议调整岗位', en: 'an adjustment of post was proposed' },
    isClosed: true,
  },
} as const;

const KEEPING = ['org_personnel', 'case_supervisor'] as const;
const CONCLUDING = [...KEEPING, 'approver_incharge', 'approver_head'] as const;
const REVIEWING = ['reviewer', 'case_supervisor'] as const;

/** The one of the six that a listed kind stands for; a kind of the body's own that maps to none carries none. */
const codeOf = (kind: string | undefined, { lists }: Profile): string | null => {
  const item = lists.sham_kinds.find(({ code }) => code === kind);
  const code = item?.mapsTo ?? item?.code;
  return SHAM_CODES.find((known) => known === code) ?? null;
};

const moved = (context: PerformanceContext, code: string, standing: Signal['standing']) => ({
  signals: context.signals.map((one) => (one.signal === code ? { ...one, standing } : one)),
});

export const performanceReview = defineProcedure<
  PerformanceContext,
  keyof typeof States,
  keyof typeof PERFORMANCE_GUARDS,
  typeof Events
>({
  name: 'performance_review',
  version: 1,
  label: { zh: '担当作为研判', en: 'Performance review' },
  context: BLANK,
  states: States,
  events: Events,
  openings: ['OPEN'],
  guards: PERFORMANCE_GUARDS,
  rows: [
    {
      row: 'P-open',
      event: 'OPEN',
      from: 'opening',
      to: 'collecting',
      roles: KEEPING,
      needs: ['elsewhere'],
      guards: ['is_not_of_oneself', 'is_the_only_review_of_the_period'],
      record: ({ data }) => ({ subject: data.subject, period: data.period }),
      effects: [startClock('perf.conclude'), paper('performance_review_sheet', 'org_personnel')],
      basis: ['domain 3', 'domain 0.1'],
      label: { zh: '启动研判', en: 'Open the review of a period' },
    },
    {
      row: 'P-signal',
      event: 'RECORD_SIGNAL',
      from: 'collecting',
      roles: [...KEEPING, 'handler', 'handling_dept_head'],
      duty: 'handled',
      needs: ['elsewhere'],
      guards: ['signal_is_new', 'kind_is_listed', 'lies_in_the_period', 'a_filed_risk_is_not_labelled'],
      record: ({ context, data, facts, profile }) => ({
        signals: [
          ...context.signals,
          {
            signal: data.signal,
            source: data.source,
            code: codeOf(data.kind, profile),
            act: data.act ?? null,
            observedOn: data.observedOn,
            evidence: data.evidence,
            recordedBy: [facts.by.person, ...(data.participants ?? [])],
            standing: 'waiting',
          },
        ],
      }),
      effects: ({ data }) => [startClock('perf.review', { instance: data.signal })],
      basis: ['domain 3', 'domain 0.1', 'T30'],
      label: { zh: '登记信号', en: 'Record a signal' },
    },
    {
      row: 'P-review-counts',
      event: 'REVIEW_SIGNAL',
      from: 'collecting',
      when: { counts: true },
      roles: REVIEWING,
      duty: 'case_reviewed',
      needs: ['elsewhere'],
      guards: ['signal_waits', 'is_reviewed_by_another', 'a_filed_risk_is_not_counted'],
      record: ({ context, data }) => moved(context, data.signal, 'counts'),
      effects: ({ data }) => [stopClock('perf.review', data.signal)],
      basis: ['domain 3', 'T30'],
      label: { zh: '复核：予以计入', en: 'Second look: it counts' },
    },
    {
      row: 'P-review-not',
      event: 'REVIEW_SIGNAL',
      from: 'collecting',
      when: { counts: false },
      roles: REVIEWING,
      duty: 'case_reviewed',
      guards: ['signal_waits', 'is_reviewed_by_another'],
      record: ({ context, data }) => moved(context, data.signal, 'does_not_count'),
      effects: ({ data }) => [stopClock('perf.review', data.signal)],
      basis: ['domain 3', 'T30'],
      label: { zh: '复核：不予计入', en: 'Second look: it does not count' },
    },
    {
      row: 'P-dismiss',
      event: 'DISMISS_SIGNAL',
      from: 'collecting',
      roles: REVIEWING,
      duty: 'case_reviewed',
      guards: ['signal_counts', 'is_reviewed_by_another'],
      record: ({ context, data }) => moved(context, data.signal, 'dismissed'),
      effects: [{ kind: 'record' }],
      basis: ['domain 3', 'T30', 'D'],
      label: { zh: '撤销已计入的信号', en: 'Dismiss a signal that counted' },
    },
    {
      row: 'P-no-lead',
      event: 'CONCLUDE',
      from: 'collecting',
      to: 'concluded_no_lead',
      when: { result: 'no_lead' },
      roles: CONCLUDING,
      people: 2,
      duty: 'approved',
      guards: ['nothing_waits_for_review'],
      record: () => ({ result: 'no_lead' }),
      effects: [paper('performance_conclusion', 'org_personnel')],
      basis: ['domain 3', 'D'],
      label: { zh: '研判办结', en: 'Conclude: no lead' },
    },
    {
      row: 'P-talk',
      event: 'CONCLUDE',
      from: 'collecting',
      to: 'concluded_no_lead',
      when: { result: 'talk' },
      roles: CONCLUDING,
      people: 2,
      duty: 'approved',
      guards: ['nothing_waits_for_review', 'rests_on_a_signal'],
      record: () => ({ result: 'talk' }),
      effects: [paper('performance_conclusion', 'org_personnel'), paper('talk_note', 'org_personnel')],
      basis: ['domain 3', 'D'],
      label: { zh: '研判办结，谈话提醒', en: 'Conclude: a talk, no lead' },
    },
    {
      row: 'P-adjust',
      event: 'CONCLUDE',
      from: 'collecting',
      to: 'adjustment_proposed',
      when: { result: 'adjustment' },
      roles: ['collegial_body'],
      isCollective: true,
      duty: 'decided',
      guards: ['nothing_waits_for_review', 'rests_on_several_sources'],
      record: () => ({ result: 'adjustment' }),
      // A matter of personnel: no sanction, no period, and so none of their clocks.
      effects: [
        paper('performance_conclusion', 'org_personnel'),
        paper('adjustment_proposal', 'org_personnel'),
      ],
      basis: ['domain 3', 'S32', 'T30'],
      label: { zh: '建议调整岗位', en: 'Conclude: propose an adjustment of post' },
    },
    {
      row: 'P-lead',
      event: 'CONCLUDE',
      from: 'collecting',
      to: 'lead_raised',
      when: { result: 'accountability_lead' },
      roles: ['collegial_body'],
      isCollective: true,
      duty: 'decided',
      guards: ['nothing_waits_for_review', 'rests_on_several_sources'],
      record: () => ({ result: 'accountability_lead' }),
      effects: ({ context, facts }) => [
        paper('performance_conclusion', 'org_personnel'),
        openCase('complaint', 'REFERRED', 'arises_from', {
          subject: context.subject,
          origin: 'performance_review',
          from: facts.case,
        }),
      ],
      basis: ['domain 3', 'domain 0.1', 'T30'],
      label: { zh: '提出问责线索', en: 'Conclude: raise a lead' },
    },
  ],
  summary: (context) => ({
    subject: context.subject,
    period: context.period,
    countedCodes: eachOnce(counting(context).map(({ code }) => code)),
    sources: eachOnce(counting(context).map(({ source }) => source)),
    waiting: context.signals.filter(({ standing }) => standing === 'waiting').length,
    result: context.result,
  }),
});
