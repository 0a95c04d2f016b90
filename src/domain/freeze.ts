/**
 * Whether a person may be promoted, moved, rewarded, retired, let go or let out of the country now, and if not until when
 * (domain brief 1.1, 1.5). Pure: from the matters of a person to one answer for each action. A matter that the asker may
 * not know of bars as any other does, and is told without a word of what it is.
 */
import { dateOf, dayOf, type LocalDate } from './local-day.ts';
import { barsPayStep, type SanctionTrack } from './tracks.ts';
import type { CaseId, Words } from './vocabulary.ts';

export const PERSONNEL_ACTIONS = {
  promotion: { zh: '晋升职务、职级、级别', en: 'promotion in post, rank or level' },
  pay_step: { zh: '晋升工资档次', en: 'step up in pay' },
  transfer: { zh: '交流、调动', en: 'transfer' },
  reward: { zh: '奖励', en: 'reward' },
  retirement: { zh: '办理退休', en: 'retirement' },
  exit_abroad: { zh: '出境', en: 'exit abroad' },
  resignation: { zh: '辞去公职', en: 'resignation' },
} as const satisfies Record<string, Words>;
export type PersonnelAction = keyof typeof PERSONNEL_ACTIONS;
export const ACTION_CODES = Object.keys(PERSONNEL_ACTIONS) as PersonnelAction[];

/** From free to barred; the strictest reason gives the answer. */
export const ANSWERS = ['allowed', 'needs_consent', 'barred'] as const;
export type Answer = (typeof ANSWERS)[number];

type Bars = Partial<Record<PersonnelAction, Exclude<Answer, 'allowed'>>>;

interface Reason extends Words {
  readonly basis: readonly string[];
}

export const FREEZE_REASONS = {
  case_filed: {
    zh: '已立案，处理决定作出前不得交流、晋升、奖励、办理退休，出境、辞去公职须经办案机关同意',
    en: 'A case is filed: barred until it is decided; exit abroad and resignation need the consent of the organ that investigates',
    basis: ['A19', '1.1', 'S2', 'S5', 'T25'],
  },
  passed_on_as_crime: {
    zh: '涉嫌犯罪已移送，须征得接收机关同意',
    en: 'A suspected crime was passed on: ask the organ that has it',
    basis: ['domain 4.8', 'S1', 'D'],
  },
  period_runs: {
    zh: '处分期内',
    en: 'The period of a sanction runs',
    basis: ['1.5', 'S2', 'S3', 'S7', 'S31', 'T21'],
  },
  lifting_not_noted: {
    zh: '处分期已满，解除尚未记载',
    en: 'The period of a sanction is over; its lifting is not noted yet',
    basis: ['1.5', 'S2', 'S3', 'T21'],
  },
  written_lifting_missing: {
    zh: '处分期已满，尚未书面解除',
    en: 'The period of a sanction is over; it is not lifted in writing yet',
    basis: ['1.5', 'S7', 'T21'],
  },
  use_put_off: {
    zh: '使用研判决定暂缓使用',
    en: 'The review of use has put the person off',
    basis: ['1.5', '6.8', 'S31'],
  },
  other_matter: {
    zh: '另有事项，内容不便告知',
    en: 'Another matter, of which nothing more can be told',
    basis: ['T34', 'D'],
  },
} as const satisfies Record<string, Reason>;
export type FreezeReason = keyof typeof FREEZE_REASONS;

export const EXPLANATIONS = {
  nothing_to_wait_for: {
    zh: '没有处分期，无须等待',
    en: 'There is no period to wait for',
  },
  no_date_yet: {
    zh: '尚有未定期限的事项，目前无法确定日期',
    en: 'Something bars that has no date yet, so no day can be named',
  },
  day_after_the_last_end: {
    zh: '处分期届满之日的次日',
    en: 'The day after the period ends',
  },
  latest_of_several_periods: {
    zh: '有多个处分期，以最晚届满的为准',
    en: 'Of several periods the one that ends last counts',
  },
  written_lifting_needed: {
    zh: '届满后还须书面解除',
    en: 'The end alone lifts nothing: it has to be lifted in writing as well',
  },
  other_convention_is_a_note: {
    zh: '按另一种期限算法日期不同，仅供对照',
    en: 'The other convention of counting gives another day; a note for comparison only',
  },
} as const satisfies Record<string, Words>;
export type Explanation = keyof typeof EXPLANATIONS;

/** A case about the person, as far as this rule looks at it. */
export interface Matter {
  /** Null where the asker may not know of the case. */
  readonly case: CaseId | null;
  readonly procedure: string;
  readonly state: string;
  /** A filed case that is not decided yet. */
  readonly isFrozen: boolean;
  /** What a sanction period is served for; none for other cases, or for a track the rules do not list. */
  readonly track: SanctionTrack | null;
  readonly measures: readonly string[];
  readonly period: Period | null;
}

export interface Period {
  /** The last day by the rules of the case, and by the other convention of counting months where that is another. */
  readonly lastDay: LocalDate | null;
  readonly otherLastDay: LocalDate | null;
  readonly isOver: boolean;
}

export interface ToldReason {
  readonly code: FreezeReason;
  /** The last day on which it bars; null where that is not known. */
  readonly until: LocalDate | null;
  readonly otherConvention: LocalDate | null;
  readonly case: CaseId | null;
  readonly procedure: string | null;
  readonly track: string | null;
  readonly measures: readonly string[];
}

export interface ActionAnswer {
  readonly action: PersonnelAction;
  readonly answer: Answer;
  readonly reasons: readonly ToldReason[];
}

export interface EarliestPromotion {
  readonly on: LocalDate | null;
  readonly otherConvention: LocalDate | null;
  readonly explanation: readonly Explanation[];
}

export interface Freeze {
  readonly actions: readonly ActionAnswer[];
  readonly earliestPromotion: EarliestPromotion;
}

/** States in which a period still bars, the wait for its lifting included (T21). */
export const PERIOD_BARS = ['running', 'merged_running', 'completed_pending_lift'] as const;
/** States of a sanction whose period does not count: it fell, or another one runs for it. */
const WITHOUT_A_PERIOD = ['cancelled', 'merged'];

const isOneOf = (states: readonly string[], state: string): boolean => states.includes(state);

const FILED: Bars = {
  promotion: 'barred',
  transfer: 'barred',
  reward: 'barred',
  retirement: 'barred',
  exit_abroad: 'needs_consent',
  resignation: 'needs_consent',
};
const PASSED_ON: Bars = {
  promotion: 'needs_consent',
  transfer: 'needs_consent',
  reward: 'needs_consent',
  retirement: 'needs_consent',
  exit_abroad: 'needs_consent',
  resignation: 'needs_consent',
};

/** What a matter bars, and why; null for one that bars nothing. */
function barOf(matter: Matter): { readonly code: FreezeReason; readonly bars: Bars } | null {
  const { procedure, state, isFrozen, track, measures, period } = matter;
  if (procedure === 'allegation') {
    if (state === 'transferred_criminal') return { code: 'passed_on_as_crime', bars: PASSED_ON };
    return isFrozen ? { code: 'case_filed', bars: FILED } : null;
  }
  if (procedure !== 'return_to_service') return null;
  if (state === 'hold') return { code: 'use_put_off', bars: { promotion: 'barred' } };
  if (!isOneOf(PERIOD_BARS, state)) return null;
  const bars: Bars = {
    promotion: 'barred',
    ...(track !== null && barsPayStep(track, measures) && { pay_step: 'barred' }),
  };
  const isOver = state === 'completed_pending_lift' || period?.isOver === true;
  if (!isOver) return { code: 'period_runs', bars };
  return { code: track?.lifting === 'written' ? 'written_lifting_missing' : 'lifting_not_noted', bars };
}

const HIDDEN: ToldReason = {
  code: 'other_matter',
  until: null,
  otherConvention: null,
  case: null,
  procedure: null,
  track: null,
  measures: [],
};

function told(code: FreezeReason, matter: Matter): ToldReason {
  if (matter.case === null) return HIDDEN;
  const isDated = code === 'period_runs';
  return {
    code,
    until: isDated ? (matter.period?.lastDay ?? null) : null,
    otherConvention: isDated ? (matter.period?.otherLastDay ?? null) : null,
    case: matter.case,
    procedure: matter.procedure,
    track: matter.track?.code ?? null,
    measures: matter.measures,
  };
}

/** The answer for every action, from every case about the person that could matter. */
export function freezeOf(matters: readonly Matter[]): Freeze {
  const found = matters.flatMap((matter) => {
    const bar = barOf(matter);
    return bar === null ? [] : [{ reason: told(bar.code, matter), bars: bar.bars }];
  });
  const actions = ACTION_CODES.map((action): ActionAnswer => {
    const standing = found.filter(({ bars }) => bars[action] !== undefined);
    const strictest = Math.max(0, ...standing.map(({ bars }) => ANSWERS.indexOf(bars[action] ?? 'allowed')));
    // However many matters are hidden, it is one reason: their number is not told either.
    const reasons = [...new Set(standing.map(({ reason }) => reason))];
    return { action, answer: ANSWERS[strictest] ?? 'allowed', reasons };
  });
  const ofPromotion = actions.find(({ action }) => action === 'promotion')?.reasons ?? [];
  return { actions, earliestPromotion: earliestPromotion(matters, ofPromotion) };
}

/** The latest end over all tracks, and one day (6.8); no day where something bars without a date. */
function earliestPromotion(matters: readonly Matter[], reasons: readonly ToldReason[]): EarliestPromotion {
  const none = { on: null, otherConvention: null };
  if (reasons.some(({ until }) => until === null)) return { ...none, explanation: ['no_date_yet'] };
  const served = matters.filter(
    ({ case: known, procedure, state }) =>
      known !== null && procedure === 'return_to_service' && !isOneOf(WITHOUT_A_PERIOD, state),
  );
  const ends = served.flatMap(({ period }) =>
    typeof period?.lastDay === 'string'
      ? [{ own: period.lastDay, other: period.otherLastDay ?? period.lastDay }]
      : [],
  );
  const last = latest(ends.map(({ own }) => own));
  const otherLast = latest(ends.map(({ other }) => other));
  if (last === null || otherLast === null) return { ...none, explanation: ['nothing_to_wait_for'] };
  const isInWriting = ({ state, track }: Matter) =>
    isOneOf(PERIOD_BARS, state) && track?.lifting === 'written';
  return {
    on: dayAfter(last),
    otherConvention: otherLast === last ? null : dayAfter(otherLast),
    explanation: [
      'day_after_the_last_end',
      ...(ends.length > 1 ? (['latest_of_several_periods'] as const) : []),
      ...(served.some(isInWriting) ? (['written_lifting_needed'] as const) : []),
      ...(otherLast === last ? [] : (['other_convention_is_a_note'] as const)),
    ],
  };
}

const dayAfter = (date: LocalDate): LocalDate => dateOf(dayOf(date) + 1);

/** Dates as they are written sort as they fall. */
const latest = (days: readonly LocalDate[]): LocalDate | null => days.toSorted().at(-1) ?? null;
