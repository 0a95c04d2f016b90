/**
 * Guards of a rectification until its plan stands: it rests on a decision, and the four lists are complete and fit
 * together, each rule by itself so that a refusal names what is missing (T26).
 */
import { lastDayOf } from '../domain/clock.ts';
import { dayOf } from '../domain/local-day.ts';
import { pairsInLine } from '../domain/tolerance.ts';
import { actsForUnit } from './own-unit.ts';
import type { FamilyMember, Guard } from './procedure.ts';
import type { ItemRecord, RectificationContext, RectificationSource } from './rectification-events.ts';
import type { Args } from './rectification-items.ts';

const list = <T>(value: unknown): readonly T[] => (value as readonly T[] | undefined) ?? [];
const line = (value: unknown): string => (typeof value === 'string' ? value : '');
const unique = (codes: readonly string[]): boolean => new Set(codes).size === codes.length;

/** The case that the notice rests on. */
export const restsOn = ({ context, data, facts }: Args): FamilyMember | undefined =>
  facts.family?.find((member) => member.case === (context.on ?? data.on));

/** Whether a case of the family holds a decision that demands correction, and it stands. */
export function decides(
  member: FamilyMember | undefined,
  source: RectificationSource,
  advice: unknown,
): boolean {
  if (member === undefined) return false;
  const { procedure, state, summary } = member;
  switch (source) {
    case 'tolerance':
      return procedure === 'tolerance_review' && summary.isTolerated === true && state !== 'revoked';
    case 'sanction':
      return procedure === 'allegation' && summary.decision === 'sanction';
    case 'minor_handling':
      return procedure === 'allegation' && line(summary.minorHandling) !== '';
    case 'supervisory_advice':
      return typeof advice === 'string';
  }
}

/** The acts and persons of a tolerance decision on which something was tolerated. */
const toleratedIn = (member: FamilyMember) =>
  pairsInLine(
    line(member.summary.determinations)
      .split('; ')
      .filter((one) => !one.endsWith(':not_tolerated'))
      .join('; '),
  );

const ofEvery = (holds: (item: ItemRecord, args: Args) => boolean) => (args: Args) =>
  args.context.items.every((item) => holds(item, args));

const problemsOf = ({ context }: Args) => [...context.problems, ...context.furtherProblems];

export const NOTICE_GUARDS = {
  a_decision_exists: {
    words: {
      zh: '须以容错认定、处分决定、轻微处理或者监督建议为依据',
      en: 'It has to rest on a decision: tolerance, a sanction, minor handling or supervisory advice',
    },
    basis: ['domain 1.4', 'C16', 'T4'],
    holds: (args) =>
      decides(restsOn(args), args.data.source as RectificationSource, args.data.advice ?? undefined),
  },
  covers_what_was_decided: {
    words: {
      zh: '所列行为和人员须为该决定所涉，且至少一人',
      en: 'The acts and persons covered have to be those of the decision, one person at least',
    },
    basis: ['domain 1.4', 'C16', 'T18'],
    holds: (args) => {
      const member = restsOn(args);
      if (member === undefined) return false;
      const acts = list<string>(args.data.acts);
      const persons = list<string>(args.data.persons);
      if (args.data.source === 'supervisory_advice') return true;
      if (args.data.source !== 'tolerance')
        return persons.length > 0 && persons.every((person) => person === member.summary.subject);
      const pairs = toleratedIn(member);
      return (
        acts.length > 0 &&
        persons.length > 0 &&
        acts.every((act) => pairs.some((pair) => pair.act === act && persons.includes(pair.person))) &&
        persons.every((person) => pairs.some((pair) => pair.person === person && acts.includes(pair.act)))
      );
    },
  },
  is_not_under_way_already: {
    words: {
      zh: '同一决定所涉同一人员、同一行为的整改已经启动',
      en: 'A rectification of the same acts and persons on this decision is on file already',
    },
    basis: ['domain 1.4', 'D'],
    holds: ({ data, facts }) => {
      const shares = (known: unknown, codes: readonly string[]) =>
        codes.length === 0 ||
        line(known)
          .split(' ')
          .some((code) => codes.includes(code));
      return !(facts.family ?? []).some(
        ({ procedure, relation, state, summary }) =>
          procedure === 'rectification' &&
          relation !== 'self' &&
          state !== 'cancelled' &&
          summary.on === data.on &&
          shares(summary.acts, list(data.acts)) &&
          shares(summary.persons, list(data.persons)),
      );
    },
  },
  problems_are_told_apart: {
    words: { zh: '问题编号不得重复', en: 'Each problem has a code of its own' },
    basis: ['domain 1.4', 'T26'],
    holds: ({ data }) => unique(list<{ code: string }>(data.problems).map(({ code }) => code)),
  },
  decision_no_longer_stands: {
    words: {
      zh: '所依据的决定仍然有效，整改不得取消',
      en: 'The decision it rests on stands, so the rectification goes on',
    },
    basis: ['domain 1.4', 'C18', 'D'],
    holds: (args) => {
      const { source, advice } = args.context;
      // Whether advice was taken back stands in no case; the head answers for it.
      return source === 'supervisory_advice' || source === null || !decides(restsOn(args), source, advice);
    },
  },
} satisfies Record<string, Guard<RectificationContext>>;

export const PLAN_GUARDS = {
  acts_for_the_unit_served: {
    words: { zh: '整改方案由被通知的单位提交', en: 'The plan comes from the unit that was served' },
    basis: ['domain 1.4', 'domain 4.1'],
    holds: (args) => actsForUnit(args, args.context.unit),
  },
  plan_codes_are_told_apart: {
    words: { zh: '问题、措施编号不得重复', en: 'Each problem and each measure has a code of its own' },
    basis: ['domain 1.4', 'T26'],
    holds: (args) =>
      unique(problemsOf(args).map(({ code }) => code)) && unique(args.context.items.map(({ code }) => code)),
  },
  every_problem_has_a_measure: {
    words: { zh: '每个问题须至少有一项措施', en: 'Every problem needs a measure' },
    basis: ['domain 1.4', 'T26'],
    holds: (args) =>
      problemsOf(args).every(({ code }) =>
        args.context.items.some(({ problems }) => problems.includes(code)),
      ),
  },
  every_measure_serves_a_problem: {
    words: { zh: '每项措施须对应所列问题', en: 'Every measure serves a problem of the list, and no other' },
    basis: ['domain 1.4', 'T26'],
    holds: ofEvery(
      ({ problems }, args) =>
        problems.length > 0 && problems.every((code) => problemsOf(args).some((one) => one.code === code)),
    ),
  },
  every_measure_has_one_lead: {
    words: {
      zh: '每项措施须有且只有一名责任领导，不得兼列为配合人员',
      en: 'Every measure has one lead person, who is not among its helpers',
    },
    basis: ['domain 1.4', 'T26'],
    holds: ofEvery(({ lead, helpers }) => lead !== null && !helpers.includes(lead)),
  },
  every_measure_has_a_due_date: {
    words: { zh: '每项措施须有完成期限', en: 'Every measure has a due date' },
    basis: ['domain 1.4', 'T26'],
    holds: ofEvery(({ dueOn }) => dueOn !== null),
  },
  every_criterion_can_be_checked: {
    words: {
      zh: '每项措施须有可以核验的验收标准，编号不得重复',
      en: 'Every measure states criteria, each with a code of its own, and each can be checked',
    },
    basis: ['domain 1.4', 'T26'],
    holds: ofEvery(
      ({ criteria }) =>
        criteria.length > 0 &&
        criteria.every(({ isCheckable }) => isCheckable) &&
        unique(criteria.map(({ code }) => code)),
    ),
  },
  responsibility_lies_with_a_unit_concerned: {
    words: {
      zh: '措施的责任单位须为被通知的单位或者所对应问题的责任单位',
      en: 'A measure is carried out by the unit served, or by one that owns a problem it serves',
    },
    basis: ['domain 1.4', 'T26'],
    holds: ofEvery(
      ({ unit, problems }, args) =>
        unit === args.context.unit ||
        problemsOf(args).some(({ code, ownerUnit }) => problems.includes(code) && ownerUnit === unit),
    ),
  },
  due_dates_are_within_the_limit: {
    words: {
      zh: '完成期限须在通知送达之后、规定时限之内，节点不得晚于完成期限',
      en: 'Due dates lie after the delivery of the notice and within the limit, milestones no later than they',
    },
    basis: ['domain 1.4', 'T26', 'T35'],
    holds: ofEvery(({ dueOn, milestones }, { context, profile }) => {
      const limit = profile.limits['rect.item'];
      if (dueOn === null || context.deliveredOn === null) return false;
      const delivered = dayOf(context.deliveredOn);
      return (
        dayOf(dueOn) > delivered &&
        (limit === undefined || dayOf(dueOn) <= lastDayOf(limit, delivered)) &&
        milestones.every((on) => on <= dueOn)
      );
    }),
  },
} satisfies Record<string, Guard<RectificationContext>>;
