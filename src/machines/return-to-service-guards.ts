/** Rules on sanction periods and on use after them: bounds of a merged period, lifting by track, what blocks a review. */
import { lastDayOf } from '../domain/clock.ts';
import { PERIOD_BARS } from '../domain/freeze.ts';
import { dateOf, dayOf, localDayOf, type LocalDate } from '../domain/local-day.ts';
import type { Profile } from '../domain/profile.ts';
import { endConventionOf, measureOf, sanctionTrackOf } from '../domain/tracks.ts';
import { isSanctionedAlready, ONE_ACT_IS_SANCTIONED_ONCE } from './one-sanction.ts';
import type { FamilyMember, Guard, GuardArguments } from './procedure.ts';
import type { ServiceContext } from './return-to-service-events.ts';

export type Args = GuardArguments<ServiceContext>;

/** The other matters of the person: of the family and of every other one. */
const othersOf = ({
  context,
  facts,
}: Args): Pick<FamilyMember, 'procedure' | 'state' | 'isOpen' | 'summary'>[] => [
  ...(facts.family ?? []).filter(
    ({ relation, summary }) => relation !== 'self' && summary.subject === context.subject,
  ),
  ...(facts.elsewhere ?? []).filter(({ person }) => person === context.subject),
];

/** Periods of the person, on whatever track, that still bar advancement; the wait for a lifting included (T21). */
const otherPeriods = (args: Args) =>
  othersOf(args).filter(
    ({ procedure, state }) =>
      procedure === 'return_to_service' && (PERIOD_BARS as readonly string[]).includes(state),
  );

/** The last day of a period, as its summary tells it; null once it is over and waits for its lifting. */
function lastDayOfPeriod(
  { state, summary }: Pick<FamilyMember, 'state' | 'summary'>,
  profile: Profile,
): LocalDate | null {
  const { track: code, effectiveOn, months } = summary;
  const track = sanctionTrackOf(profile, code);
  if (state === 'completed_pending_lift' || !track) return null;
  if (typeof effectiveOn !== 'string' || typeof months !== 'number') return null;
  const limit = { amount: months, unit: 'month', rollOver: false, pausable: false } as const;
  const endConvention = endConventionOf(track, profile.rules);
  return dateOf(lastDayOf({ ...limit, endConvention }, dayOf(effectiveOn)));
}

const givenOrKept = ({ context, data }: Args) => data.track ?? context.track;

export const SERVICE_GUARDS = {
  track_has_the_measure: {
    words: {
      zh: '该类处分没有所选处分种类，或者该处分没有处分期',
      en: 'The track has no such measure, or the measure has no period to serve',
    },
    basis: ['1.5', 'S2', 'S7', 'T28'],
    holds: (args) =>
      typeof measureOf(args.profile, givenOrKept(args), args.data.measure)?.months === 'number',
  },
  took_effect_already: {
    words: { zh: '处分生效日期不得晚于今日', en: 'The sanction cannot take effect on a day to come' },
    basis: ['domain 0.3', 'S2'],
    holds: ({ data, facts, profile }) =>
      dayOf(data.effectiveOn as string) <= localDayOf(facts.at, profile.rules.timeZone),
  },
  one_act_is_sanctioned_once: {
    ...ONE_ACT_IS_SANCTIONED_ONCE,
    holds: ({ data, facts, profile }) =>
      !isSanctionedAlready(
        profile,
        { act: data.act, person: data.subject, track: data.track },
        facts.elsewhere ?? [],
      ),
  },
  merged_period_is_within_bounds: {
    words: {
      zh: '合并后的处分期应在最长一个处分期以上、各处分期之和以下，且不超过上限',
      en: 'A merged period lies between the longest single term and the sum of all, and within the cap',
    },
    basis: ['1.5', 'S2', 'S5'],
    holds: ({ context, data, profile }) => {
      const track = sanctionTrackOf(profile, context.track);
      const added = measureOf(profile, context.track, data.measure)?.months;
      if (!track || typeof added !== 'number') return false;
      const terms = [...context.sanctions.map(({ months }) => months), added];
      const months = data.months as number;
      const sum = terms.reduce((a, b) => a + b, 0);
      return months >= Math.max(...terms) && months <= Math.min(sum, track.mergedCap);
    },
  },
  is_within_the_period: {
    words: { zh: '回访日期不得早于处分生效之日', en: 'A visit lies between the day of effect and today' },
    basis: ['1.5', 'S31'],
    holds: ({ context, data }) =>
      dayOf(data.visitedOn as string) >= dayOf(context.sanctions[0]?.effectiveOn ?? '9999-12-31'),
  },
  lifting_is_of_its_track: {
    words: {
      zh: '解除方式与处分类别不符：有的期满自动解除，有的须由原决定单位书面解除',
      en: 'Some tracks lift by themselves at the end, others only by a written lifting: this is not the way of this one',
    },
    basis: ['1.5', 'S2', 'S3', 'S7', 'T21'],
    holds: ({ context, data, profile }) => sanctionTrackOf(profile, context.track)?.lifting === data.manner,
  },
  has_no_new_violation: {
    words: {
      zh: '处分期内有新的违纪违法行为，须先作出处理',
      en: 'A new violation within the period is on record and has to be dealt with first',
    },
    basis: ['1.5', 'S2'],
    holds: ({ context }) => !context.hasNewViolation,
  },
  repentance_was_noted: {
    words: { zh: '须记明有悔改表现', en: 'That there was repentance has to be noted' },
    basis: ['1.5', 'S2', 'S3'],
    holds: ({ data }) => data.isRepentanceNoted === true,
  },
  lifting_was_delivered: {
    words: { zh: '书面解除决定须已送达', en: 'A written lifting counts once it is delivered' },
    basis: ['1.5', 'S7', 'T21'],
    holds: ({ data }) => data.deliveredOn !== undefined,
  },
  other_periods_are_over: {
    words: {
      zh: '另有处分期尚未届满或者尚未解除',
      en: 'Another sanction period of this person still runs, or waits for its lifting',
    },
    basis: ['1.5', '6.8', 'T21'],
    holds: (args) => otherPeriods(args).length === 0,
    until: (args) => {
      const days = otherPeriods(args).map((each) => lastDayOfPeriod(each, args.profile));
      // One without a day of its own, and no day can be named for all.
      return days.includes(null) ? null : (days.toSorted().at(-1) ?? null);
    },
  },
  no_case_is_open: {
    words: { zh: '本人另有案件正在办理', en: 'A case on this person is open' },
    basis: ['1.5', '1.7', 'S31'],
    holds: (args) => !othersOf(args).some(({ procedure, isOpen }) => procedure === 'allegation' && isOpen),
  },
  conditions_of_the_post_are_met: {
    words: { zh: '不符合拟任职务的条件', en: 'The conditions of the post are not met' },
    basis: ['1.5'],
    holds: ({ data }) => data.meetsConditionsOfPost === true,
  },
  opinion_is_in: {
    words: { zh: '尚无廉洁意见', en: 'The opinion on the clean record is not in' },
    basis: ['1.5', 'S31'],
    holds: ({ context }) => context.isRecordClean !== null,
  },
  record_is_clean: {
    words: { zh: '廉洁意见为不同意，不得使用', en: 'The opinion is that the record is not clean' },
    basis: ['1.5', 'S31'],
    holds: ({ context }) => context.isRecordClean === true,
  },
  natures_are_listed: {
    words: { zh: '所列性质须为规定情形之一', en: 'The natures named have to be those listed' },
    basis: ['1.5', 'S31', 'T28'],
    holds: ({ data, profile }) =>
      (data.natures as readonly string[]).every((nature) =>
        profile.lists.use_review_bars.some(({ code }) => code === nature),
      ),
  },
  nature_is_no_bar: {
    words: {
      zh: '属政治、经济、道德品行等问题的，不得使用',
      en: 'A political, economic or moral matter bars use',
    },
    basis: ['1.5', 'S31'],
    holds: ({ data }) => (data.natures as readonly string[]).length === 0,
  },
  strong_dispute_is_put_off: {
    words: { zh: '意见分歧较大的，应当暂缓', en: 'With a strong dispute the decision is put off' },
    basis: ['1.5', '6.8', 'S31'],
    holds: ({ data }) => data.hasStrongDispute !== true,
  },
  was_visited_with_good_result: {
    words: { zh: '优先使用须有回访评价为好', en: 'Priority needs a return visit that was graded good' },
    basis: ['1.5', 'S31'],
    holds: ({ context }) => context.visits.some(({ grade }) => grade === 'good'),
  },
} satisfies Record<string, Guard<ServiceContext>>;
