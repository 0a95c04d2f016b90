/**
 * What an appeal has to keep to until it is taken in, and who may sit on it at all: the step, its window, the person
 * whose appeal it is, a bench of people who had nothing to do with what it is about.
 */
import { dateOf, dayOf, localDayOf } from '../domain/local-day.ts';
import { appealStepOf } from '../domain/tracks.ts';
import { directTerm, isAppealable, isForLevel, looksLate, stepOf, type Args } from './appeal-tracks.ts';
import type { AppealContext } from './appeal-events.ts';
import { membersOf, participantsOf, rolesIn } from './generic-guards.ts';
import type { Actor, FamilyMember, Guard } from './procedure.ts';

/** What the data of a filing say, or else the case: the case knows them only once its window was opened. */
const named = ({ context, data }: Args) => ({
  on: context.on ?? (data.on as string | undefined) ?? null,
  track: context.track ?? data.track,
  step: context.on === null ? (data.step as number) : context.step,
  deliveredOn: context.deliveredOn ?? (data.deliveredOn as string | undefined) ?? null,
});

const namedCase = (args: Args): FamilyMember | undefined =>
  args.facts.family?.find((member) => member.case === named(args).on);

/** Whose appeal it is. Of a reply to a petition nobody's: who sent the petition is sealed. */
export function appellantIn(args: Args): string | null {
  const { context, data } = args;
  if (context.on !== null) return context.subject;
  const { procedure, summary = {} } = namedCase(args) ?? {};
  if (procedure === 'complaint') return null;
  return (data.subject as string | undefined) ?? (summary.subject as string | null | undefined) ?? null;
}

const appealsOf = (args: Args, on: unknown): FamilyMember[] =>
  (args.facts.family ?? []).filter(
    ({ procedure, relation, summary }) => procedure === 'appeal' && relation !== 'self' && summary.on === on,
  );

/** The appeals of the same person against the same case. */
const ownAppeals = (args: Args): FamilyMember[] => {
  const appellant = appellantIn(args);
  if (appellant === null) return [];
  return appealsOf(args, named(args).on).filter(({ summary }) => summary.subject === appellant);
};

/** No window opens by itself for whoever sent a petition: the step before was upheld, and they come with its delivery. */
const isAfterStepBefore = (args: Args): boolean => {
  const { on, step } = named(args);
  return (
    namedCase(args)?.procedure === 'complaint' &&
    appealsOf(args, on).some(({ state, summary }) => state === 'upheld' && summary.step === step - 1)
  );
};

const isReporter = ({ roles }: Actor) => roles.find((role) => role === 'reporter');

/** Ends after which a decision is made anew and can be appealed against anew. */
const MADE_ANEW = ['revoked_redone', 'varied'];

/** Everybody who sits in this act: who records it, who takes part, the members of the panel. */
export function benchOf({ data, facts }: Pick<Args, 'data' | 'facts'>): Actor[] {
  const members = membersOf(data).map(({ person }) => person);
  const others = [...participantsOf(data), ...members].flatMap((person) => facts.people[person] ?? []);
  const all = members.length > 0 ? others : [facts.by, ...others];
  return [...new Map(all.map((actor) => [actor.person, actor])).values()];
}

/** Whether filing is to be taken in first: the track has acceptance as an act of its own, or the filing looks late. */
const isTakenInFirst = (args: Args): boolean => {
  const { track, step: position, deliveredOn } = named(args);
  const step = appealStepOf(args.profile, track, position);
  if (step?.accept !== undefined) return true;
  if (args.context.on !== null) return false;
  return looksLate(step, position, { deliveredOn, receivedOn: args.data.receivedOn as string }, args.profile);
};

export const isLateFiling = (args: Args): boolean => {
  const { track, step, deliveredOn } = named(args);
  const receivedOn = args.data.receivedOn as string;
  return looksLate(appealStepOf(args.profile, track, step), step, { deliveredOn, receivedOn }, args.profile);
};

/** The last day of a window that is over at an instant. */
const lastDay = (endedAt: string, timeZone: string) =>
  dateOf(localDayOf(new Date(Date.parse(endedAt) - 1).toISOString(), timeZone));

export const INTAKE_GUARDS = {
  step_exists: {
    words: { zh: '该类决定没有这一救济环节', en: 'The track of appeal has no such step' },
    basis: ['1.6', 'T9'],
    holds: ({ data, profile }) => appealStepOf(profile, data.track, data.step as number) !== undefined,
  },
  concerns_what_can_be_appealed: {
    words: {
      zh: '所指案件没有可按该途径申诉的决定',
      en: 'The case named holds no decision that this track leads against',
    },
    basis: ['1.6', 'T9'],
    holds: (args) => isAppealable(args.profile, args.data.track, namedCase(args)),
  },
  is_for_this_level: {
    words: {
      zh: '该级机关的决定不适用这一救济环节',
      en: 'This step is not open against decisions of a body of this level',
    },
    basis: ['1.6', 'S3'],
    holds: ({ data, profile }) => isForLevel(appealStepOf(profile, data.track, data.step as number), profile),
  },
  may_skip_the_step_before: {
    words: {
      zh: '须先经过前一环节；仅在规定允许且前一环节未在办理时可以直接提出',
      en: 'The step before comes first; it can be skipped only where the track says so and it is not under way',
    },
    basis: ['1.6', 'S3', 'T9'],
    holds: (args) => {
      const { step, track } = named(args);
      if (step === 1 || isAfterStepBefore(args)) return true;
      const isUnderWay = ownAppeals(args).some(
        ({ isOpen, state, summary }) => isOpen && state !== 'window_open' && summary.step !== step,
      );
      return appealStepOf(args.profile, track, step)?.fileDirectly !== undefined && !isUnderWay;
    },
  },
  is_filed_once: {
    words: { zh: '同一人对同一决定的这一环节已有申诉', en: 'This person has an appeal at this step already' },
    basis: ['1.6', 'S30'],
    holds: (args) =>
      ownAppeals(args).every(
        ({ state, summary }) => summary.step !== named(args).step || MADE_ANEW.includes(state),
      ),
  },
  is_about_a_person_of_the_case: {
    words: {
      zh: '须写明申诉人，且该决定涉及本人',
      en: 'The appeal is that of a person whom the decision concerns',
    },
    basis: ['1.6', 'S3', 'T1'],
    holds: (args) => {
      const { procedure, summary = {} } = namedCase(args) ?? {};
      const { onBehalfOf, subject } = args.data;
      if (procedure === 'complaint')
        return subject === undefined && (onBehalfOf ?? isReporter(args.facts.by)) === 'reporter';
      const persons = String(summary.persons ?? '').split(' ');
      const appellant = appellantIn(args);
      return appellant !== null && (summary.subject === appellant || persons.includes(appellant));
    },
  },
  is_filed_for_oneself: {
    words: {
      zh: '只能由本人提出或者撤回；近亲属代为提出的，由工作人员登记',
      en: 'A person files and withdraws for themselves; for a near relative, staff record it',
    },
    basis: ['1.6', 'S30'],
    holds: (args) => {
      const { data, facts } = args;
      if (data.onBehalfOf !== undefined) return true;
      const appellant = appellantIn(args);
      return data.filedBy !== 'near_relative' && (appellant === null || appellant === facts.by.person);
    },
  },
  names_its_delivery: {
    words: {
      zh: '期限自送达起算的，须有送达日期',
      en: 'Where the window counts from delivery, the day of delivery has to be named',
    },
    basis: ['T35', 'D'],
    holds: (args) => {
      const { track, step, deliveredOn } = named(args);
      return directTerm(appealStepOf(args.profile, track, step), step) === null || deliveredOn !== null;
    },
  },
  days_are_in_order: {
    words: {
      zh: '日期应当依次为送达、障碍消除、收到，且不得晚于今日',
      en: 'Delivery, the end of the obstacle and receipt follow each other, and none lies in the future',
    },
    basis: ['T35', 'D'],
    holds: (args) => {
      const { data, facts, profile } = args;
      const receivedOn = dayOf(data.receivedOn as string);
      const before = [named(args).deliveredOn, data.obstacleEndedOn as string | undefined];
      return (
        receivedOn <= localDayOf(facts.at, profile.rules.timeZone) &&
        before.every((day) => day === null || day === undefined || dayOf(day) <= receivedOn)
      );
    },
  },
  was_received_in_time: {
    words: {
      zh: '申诉期限已过；有正当理由的，按逾期提出办理',
      en: 'The window is over; with a good reason it is filed as a late one',
    },
    basis: ['1.6', '0.3', 'T35'],
    holds: ({ context, data, facts, profile }) => {
      const endedAt = context.windowEndedAt ?? facts.clocks?.['appeal.window']?.dueAt ?? null;
      return endedAt === null || (data.receivedOn as string) <= lastDay(endedAt, profile.rules.timeZone);
    },
  },
  late_reason_is_listed: {
    words: { zh: '逾期提出须有规定的理由', en: 'Filing late needs one of the listed reasons' },
    basis: ['0.3', 'S5'],
    holds: ({ data, profile }) =>
      data.lateReason === undefined ||
      profile.lists.late_reasons.some(({ code }) => code === data.lateReason),
  },
  is_taken_in_first: {
    words: { zh: '提出即受理，无需另行受理', en: 'Filing is acceptance here: nothing is taken in first' },
    basis: ['1.6', 'S30'],
    holds: isTakenInFirst,
  },
  filing_is_acceptance: {
    words: { zh: '须先决定是否受理', en: 'It has to be taken in first' },
    basis: ['1.6', 'S30'],
    holds: (args) => !isTakenInFirst(args),
  },
  sits_at_the_right_level: {
    words: {
      zh: '原机关复核由本机关复查组办理；上级机关不得代为办理',
      en: 'A step at the same organ is heard by its own panel, not by the superior body',
    },
    basis: ['1.6', 'S1', 'S3', 'T9'],
    holds: (args) =>
      stepOf(args)?.level !== 'same' ||
      benchOf(args).every((actor) => rolesIn(args.context, actor).includes('appeals_panel')),
  },
  sat_on_no_earlier_step: {
    words: {
      zh: '参加过前一环节审理的人员不得参加本环节',
      en: 'Nobody sits who sat on an earlier step against the same decision',
    },
    basis: ['1.6', 'S5', 'S12', 'T14', 'T23'],
    holds: (args) => {
      const { context } = args;
      const sat = appealsOf(args, context.on)
        .filter(({ summary }) => (summary.step as number) < context.step)
        .flatMap(({ summary }) => String(summary.panel ?? '').split(' '));
      return benchOf(args).every(({ person }) => !sat.includes(person));
    },
  },
  asks_for_cure_once: {
    words: { zh: '补正只能一次性告知', en: 'Missing papers are asked for once' },
    basis: ['1.6', 'S30'],
    holds: ({ context }) => !context.hasAskedForCure,
  },
  panel_is_odd: {
    words: { zh: '审理人员应为三人以上单数', en: 'The panel has an odd number of members, three or more' },
    basis: ['1.6', 'S30'],
    holds: (args) => {
      const { length } = benchOf(args);
      return stepOf(args)?.isOdd !== true || (length >= 3 && length % 2 === 1);
    },
  },
  lateness_is_ruled_on: {
    words: {
      zh: '逾期提出的，须认定是否在期限内或者有正当理由',
      en: 'Of a late filing it has to be ruled whether it was in time after all, or is excused by its reason',
    },
    basis: ['0.3', 'S5'],
    holds: ({ context, data }) =>
      !context.isLate ||
      data.lateness === 'was_in_time' ||
      (data.lateness === 'excused' && context.lateReason !== null && context.obstacleEndedOn !== null),
  },
  is_not_accepted_yet: {
    words: { zh: '已决定受理的申诉不得再不予受理', en: 'What was accepted is not refused any more' },
    basis: ['1.6', 'S30'],
    holds: ({ context }) => !context.isAccepted,
  },
  refusal_fits: {
    words: {
      zh: '未补正的理由须以要求补正为前提；逾期的理由须以逾期为前提',
      en: 'Not cured needs that cure was asked for; out of time needs that it was filed late',
    },
    basis: ['1.6', 'S30'],
    holds: ({ context, data }) =>
      (data.reason !== 'not_cured' || context.hasAskedForCure) &&
      (data.reason !== 'out_of_time' || context.isLate),
  },
} satisfies Record<string, Guard<AppealContext>>;
