/**
 * Guards of a risk filing: whose it is, that it comes before the act, and what an acceptance may promise. None looks at
 * whether the risk is worth taking; that is for the joint meeting.
 */
import { lastDayOf } from '../domain/clock.ts';
import { dayOf, localDayOf } from '../domain/local-day.ts';
import { actsForUnit } from './own-unit.ts';
import type { Guard, GuardArguments } from './procedure.ts';
import type { FilingContext } from './risk-filing-events.ts';

type Args = GuardArguments<FilingContext>;
const today = ({ facts, profile }: Args) => localDayOf(facts.at, profile.rules.timeZone);
const codesIn = ({ data }: Args, field: string): string[] =>
  ((data[field] as readonly { readonly code: string }[] | undefined) ?? []).map(({ code }) => code);

export const FILING_GUARDS = {
  acts_for_their_own_unit: {
    words: {
      zh: '只能由本单位报备、补正、撤回或者报告',
      en: 'Only the unit itself files, completes, reports or withdraws',
    },
    basis: ['domain 1.3.1', 'domain 4.1'],
    holds: (args) => actsForUnit(args, args.context.unit ?? (args.data.unit as string | undefined)),
  },
  matter_is_listed: {
    words: { zh: '须为规定的可报备事项', en: 'The matter has to be one of those that may be filed' },
    basis: ['domain 1.3.1', 'S23'],
    holds: ({ data, profile }) => profile.lists.risk_matters.some(({ code }) => code === data.matter),
  },
  comes_before_the_act: {
    words: { zh: '须在实施前报备，事后不得补报', en: 'A risk is filed before acting, never afterwards' },
    basis: ['domain 1.3.1', 'S23'],
    holds: (args) => dayOf(args.data.plannedOn as string) >= today(args),
  },
  is_not_filed_already: {
    words: { zh: '同一行为已经报备', en: 'The same act of the same person is filed already' },
    basis: ['domain 1.3.1', 'D'],
    holds: ({ data, facts }) =>
      !(facts.elsewhere ?? []).some(
        ({ procedure, isOpen, summary }) =>
          procedure === 'risk_filing' && isOpen && summary.unit === data.unit && summary.act === data.act,
      ),
  },
  says_what_is_missing: {
    words: { zh: '退回须一次写明所缺事项', en: 'A filing goes back with what is missing named' },
    basis: ['domain 1.3.1', 'D'],
    holds: (args) => ((args.data.missing as readonly string[] | undefined) ?? []).length > 0,
  },
  conditions_are_told_apart: {
    words: { zh: '受理条件代码不得重复', en: 'Each condition of the acceptance has a code of its own' },
    basis: ['domain 1.3.1', 'D'],
    holds: (args) => new Set(codesIn(args, 'conditions')).size === codesIn(args, 'conditions').length,
  },
  is_valid_from_now_on: {
    words: { zh: '有效期截止日不得早于今日', en: 'The last day on which it holds cannot be past' },
    basis: ['domain 1.3.1'],
    holds: (args) => dayOf(args.data.validUntil as string) >= today(args),
  },
  is_valid_no_longer_than_allowed: {
    words: { zh: '有效期超过规定上限', en: 'It may not hold longer than the profile allows' },
    basis: ['domain 1.3.1', 'D'],
    holds: (args) => {
      const limit = args.profile.limits['prefile.validity'];
      return limit === undefined || dayOf(args.data.validUntil as string) <= lastDayOf(limit, today(args));
    },
  },
  is_a_condition_of_the_acceptance: {
    words: { zh: '该条件不是受理时所附条件', en: 'This is no condition of the acceptance' },
    basis: ['domain 1.3.1'],
    holds: ({ context, data }) => context.conditions.includes(data.condition as string),
  },
} satisfies Record<string, Guard<FilingContext>>;
