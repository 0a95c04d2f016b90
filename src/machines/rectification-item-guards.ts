/**
 * Guards of a rectification while its measures run: who may claim, who may check, what may be extended, and what a
 * look-back may reopen.
 */
import { isExpired } from '../domain/clock.ts';
import { participantsOf } from './generic-guards.ts';
import { actsForUnit } from './own-unit.ts';
import type { Actor, Guard } from './procedure.ts';
import type { ItemRecord, ItemState, RectificationContext } from './rectification-events.ts';
import { isClosed, itemOf, type Args } from './rectification-items.ts';

const isOneOf = (states: readonly ItemState[]) => (args: Args) => {
  const item = itemOf(args);
  return item !== undefined && states.includes(item.state);
};

/** The measures that an event is about: the one it names, those it lists, or all of them. */
const concerned = (args: Args): readonly ItemRecord[] => {
  const item = itemOf(args);
  return item === undefined ? args.context.items : [item];
};

const takingPart = ({ data, facts }: Args): Actor[] => [
  facts.by,
  ...participantsOf(data).flatMap((person) => facts.people[person] ?? []),
];

const clockOf = ({ data, facts }: Args) => facts.clocks?.[`rect.item ${data.item as string}`];

export const ITEM_GUARDS = {
  item_is_to_be_started: {
    words: { zh: '该措施不是待启动状态', en: 'This measure does not wait to be started' },
    basis: ['domain 1.4'],
    holds: isOneOf(['planned', 'returned', 'reopened']),
  },
  item_is_under_way: {
    words: { zh: '该措施未在整改中', en: 'This measure is not under way' },
    basis: ['domain 1.4'],
    holds: isOneOf(['planned', 'in_progress', 'returned', 'reopened']),
  },
  item_is_claimed_done: {
    words: { zh: '该措施尚未申报完成', en: 'Nobody has claimed that this measure is done' },
    basis: ['domain 1.4'],
    holds: isOneOf(['claimed_done']),
  },
  is_the_lead_person: {
    words: {
      zh: '只能由该措施的责任领导申报；代为记录的须写明责任领导',
      en: 'Only the lead person of the measure does this; whoever records it for the unit names the lead',
    },
    basis: ['domain 1.4', 'T26'],
    holds: (args) => {
      const { data, facts } = args;
      const item = itemOf(args);
      const who = data.onBehalfOf === undefined ? facts.by.person : data.claimedBy;
      return item !== undefined && item.lead === who;
    },
  },
  acts_for_the_unit_responsible: {
    words: { zh: '只能由该措施的责任单位办理', en: 'Only the unit responsible for the measure does this' },
    basis: ['domain 1.4', 'domain 4.1'],
    holds: (args) => actsForUnit(args, itemOf(args)?.unit),
  },
  has_evidence_per_criterion: {
    words: { zh: '每项验收标准须附有证据', en: 'Each criterion of the measure needs evidence, once' },
    basis: ['domain 1.4', 'T26'],
    holds: (args) => {
      const given = ((args.data.evidence as readonly { criterion: string }[] | undefined) ?? []).map(
        ({ criterion }) => criterion,
      );
      const criteria = itemOf(args)?.criteria ?? [];
      return given.length === criteria.length && criteria.every(({ code }) => given.includes(code));
    },
  },
  checkers_are_from_outside: {
    words: {
      zh: '验收、回头看的人员不得来自责任单位，也不得为责任领导或者配合人员',
      en: 'Whoever checks belongs neither to the responsible unit nor to those who lead or help',
    },
    basis: ['domain 1.4', 'domain 4.2', 'T26'],
    holds: (args) =>
      takingPart(args).every(({ person, unit }) =>
        concerned(args).every(
          (item) =>
            person !== item.lead &&
            !item.helpers.includes(person) &&
            // Staff of the body itself belong to no unit of the directory.
            (unit === null || ![item.unit, item.leadDept, args.context.unit].includes(unit)),
        ),
      ),
  },
  says_why_it_goes_back: {
    words: { zh: '退回须写明情形', en: 'Sending a measure back takes one of the listed reasons' },
    basis: ['domain 1.4', 'S33'],
    holds: ({ data }) => data.reason !== undefined,
  },
  is_the_last_one_open: {
    words: { zh: '尚有措施未销号', en: 'Another measure is not closed yet' },
    basis: ['domain 1.4'],
    holds: ({ context, data }) => context.items.every((item) => item.code === data.item || isClosed(item)),
  },
  item_may_be_extended: {
    words: {
      zh: '只能在到期前、在规定次数内延长该措施的期限',
      en: 'The limit of a measure is extended before it expires and within its cap',
    },
    basis: ['domain 1.4', 'domain 0.3', 'T12'],
    holds: (args) => {
      const clock = clockOf(args);
      return (
        clock?.isRunning === true &&
        !isExpired(clock.dueAt, args.facts.at) &&
        clock.extensions < (clock.mostExtensions ?? 0)
      );
    },
  },
  red_comes_with_the_overrun: {
    words: { zh: '红色督办单仅用于逾期', en: 'A red ticket is for what is overdue' },
    basis: ['domain 1.4', 'S33'],
    holds: (args) => {
      const dueAt = clockOf(args)?.dueAt ?? null;
      return args.data.colour !== 'red' || isExpired(dueAt, args.facts.at);
    },
  },
  a_case_supervisor_takes_part: {
    words: { zh: '回头看须有案件监督管理人员参加', en: 'A case supervisor takes part in the look-back' },
    basis: ['domain 1.4', 'domain 4.1'],
    holds: (args) => takingPart(args).some(({ roles }) => roles.includes('case_supervisor')),
  },
  names_what_relapsed: {
    words: {
      zh: '须写明反弹的措施',
      en: 'Measures of this plan that did not hold have to be named, each once',
    },
    basis: ['domain 1.4'],
    holds: ({ context, data }) => {
      const codes = (data.items as readonly string[] | undefined) ?? [];
      return (
        codes.length > 0 &&
        new Set(codes).size === codes.length &&
        codes.every((code) => context.items.some((item) => item.code === code))
      );
    },
  },
} satisfies Record<string, Guard<RectificationContext>>;
