/**
 * Guards of a performance review: a signal is of the period, a code counts only after a second person looked, a risk
 * that was filed is not turned against who took it, and a lead rests on several sources (domain brief 3, T30).
 */
import { dayOf, localDayOf } from '../domain/local-day.ts';
import type { Guard, GuardArguments } from './procedure.ts';
import { counting, liesIn, type PerformanceContext, type Signal } from './performance-review-events.ts';

type Args = GuardArguments<PerformanceContext>;

export const signalOf = ({ context, data }: Pick<Args, 'context' | 'data'>): Signal | undefined =>
  context.signals.find(({ signal }) => signal === data.signal);

/** Filings that speak for what was done while they held; one that was breached speaks for nothing. */
const HOLDS = ['accepted', 'used', 'lapsed'];

/** A filed risk of the person that covers the act; a signal that names no act may be about any of them. */
const coversAnAct = ({ facts }: Args, act: string | null): boolean =>
  (facts.elsewhere ?? []).some(
    ({ procedure, state, summary }) =>
      procedure === 'risk_filing' &&
      summary.isAccepted === true &&
      HOLDS.includes(state) &&
      (act === null || summary.act === act),
  );

export const PERFORMANCE_GUARDS = {
  is_not_of_oneself: {
    words: { zh: '不得对本人开展研判', en: 'Nobody opens a review of themselves' },
    basis: ['domain 4.3', 'S1', 'S2'],
    holds: ({ data, facts }) => data.subject !== facts.by.person,
  },
  is_the_only_review_of_the_period: {
    words: { zh: '该人员本期已有研判', en: 'There is a review of this person for this period already' },
    basis: ['domain 3', 'D'],
    holds: ({ data, facts }) =>
      !(facts.elsewhere ?? []).some(
        ({ procedure, person, summary }) =>
          procedure === 'performance_review' && person === data.subject && summary.period === data.period,
      ),
  },
  signal_is_new: {
    words: { zh: '该信号代码已经使用', en: 'A signal of this code is recorded already' },
    basis: ['domain 3', 'D'],
    holds: (args) => signalOf(args) === undefined,
  },
  kind_is_listed: {
    words: { zh: '不担当情形须为规定情形', en: 'The kind has to be a listed one' },
    basis: ['domain 3', 'domain 0.1'],
    holds: ({ data, profile }) =>
      data.kind === undefined || profile.lists.sham_kinds.some(({ code }) => code === data.kind),
  },
  lies_in_the_period: {
    words: {
      zh: '信号须发生在研判期内，且不得晚于今日',
      en: 'A signal was observed within the period of the review, and not in the future',
    },
    basis: ['domain 3', 'D'],
    holds: ({ context, data, facts, profile }) => {
      const day = data.observedOn as string;
      return (
        context.period !== null &&
        liesIn(context.period, day) &&
        dayOf(day) <= localDayOf(facts.at, profile.rules.timeZone)
      );
    },
  },
  a_filed_risk_is_not_labelled: {
    words: {
      zh: '涉及已受理的事前报备的，须专门说明与真正担当的风险无关',
      en: 'Where a filed risk covers the act, it has to be stated that this is not about the risk taken',
    },
    basis: ['domain 3', 'domain 1.3.1', 'T30'],
    holds: (args) =>
      args.data.kind === undefined ||
      args.data.isNotAboutGenuineRisk === true ||
      !coversAnAct(args, (args.data.act as string | undefined) ?? null),
  },
  a_filed_risk_is_not_counted: {
    words: {
      zh: '涉及已受理的事前报备的，复核人须专门说明与真正担当的风险无关',
      en: 'Where a filed risk covers the act, the reviewer states that this is not about the risk taken',
    },
    basis: ['domain 3', 'domain 1.3.1', 'T30'],
    holds: (args) => {
      const signal = signalOf(args);
      return (
        signal?.code == null || args.data.isNotAboutGenuineRisk === true || !coversAnAct(args, signal.act)
      );
    },
  },
  signal_waits: {
    words: { zh: '该信号没有待复核', en: 'No signal of this code waits for a second look' },
    basis: ['domain 3'],
    holds: (args) => signalOf(args)?.standing === 'waiting',
  },
  signal_counts: {
    words: { zh: '该信号并未计入', en: 'No signal of this code counts' },
    basis: ['domain 3'],
    holds: (args) => signalOf(args)?.standing === 'counts',
  },
  is_reviewed_by_another: {
    words: {
      zh: '信号须由登记人以外的人员复核',
      en: 'A signal is looked at by somebody who did not record it',
    },
    basis: ['domain 3', 'domain 4.2'],
    holds: (args) => signalOf(args)?.recordedBy.includes(args.facts.by.person) === false,
  },
  nothing_waits_for_review: {
    words: { zh: '尚有信号未经复核', en: 'A signal still waits for a second look' },
    basis: ['domain 3', 'T30'],
    holds: ({ context }) => context.signals.every(({ standing }) => standing !== 'waiting'),
  },
  rests_on_a_signal: {
    words: { zh: '谈话须有经复核计入的信号', en: 'A talk rests on a signal that counts' },
    basis: ['domain 3', 'D'],
    holds: ({ context }) => counting(context).length > 0,
  },
  rests_on_several_sources: {
    words: {
      zh: '须有来自两个以上来源、经复核计入的两个以上信号，不得以单一事件作出',
      en: 'It rests on signals that count from at least two sources, never on a single event',
    },
    basis: ['domain 3', 'T30'],
    holds: ({ context }) => new Set(counting(context).map(({ source }) => source)).size >= 2,
  },
} satisfies Record<string, Guard<PerformanceContext>>;
