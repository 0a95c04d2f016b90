/**
 * An appeal read against the tables of the profile: its step, its clocks, what it leads against, the further step. The
 * codes of tracks are the profile's; nothing here names one (T9).
 */
import { startClock, type Effect } from '../domain/effect.ts';
import { lastDayOf } from '../domain/clock.ts';
import type { ClockKey } from '../domain/clock-keys.ts';
import { dayOf, instantAt } from '../domain/local-day.ts';
import type { Profile } from '../domain/profile.ts';
import {
  appealStepOf,
  appealTrackOf,
  sanctionTrackOf,
  type Against,
  type AppealStep,
} from '../domain/tracks.ts';
import { DECISIONS, MEASURES } from './allegation-events.ts';
import type { AppealContext, ExecutionItem } from './appeal-events.ts';
import type { FamilyMember, GuardArguments } from './procedure.ts';

export type Args = GuardArguments<AppealContext>;
type Term = NonNullable<AppealStep['accept']>;

export const stepOf = ({ context, profile }: Pick<Args, 'context' | 'profile'>): AppealStep | undefined =>
  appealStepOf(profile, context.track, context.step);

/** What the track of an appeal leads against; undefined for a track the profile does not list. */
export const againstOf = (profile: Profile, track: unknown): Against | undefined =>
  appealTrackOf(profile, track)?.against;

/** The case an appeal is about, as its family knows it. */
export const decidedCase = ({ context, facts }: Pick<Args, 'context' | 'facts'>): FamilyMember | undefined =>
  facts.family?.find((member) => member.case === context.on);

const DECIDED = ['decided_sanction', 'decided_exempt', 'decided_no_sanction', 'case_dismissed'];

/** Whether a case holds, as it stands now, what a track leads against. */
const STANDS: Readonly<Record<Against, (member: FamilyMember) => boolean>> = {
  decision: ({ procedure, state }) =>
    procedure === 'allegation' && [...DECIDED, 'closed_minor_handling'].includes(state),
  determination: ({ procedure, state, summary }) =>
    procedure === 'tolerance_review' &&
    summary.isDetermined === true &&
    ['delivered', 'recorded', 'revoked'].includes(state),
  refusal: ({ procedure, state }) =>
    procedure === 'clarification' && ['not_needed', 'withheld'].includes(state),
  reply: ({ procedure, summary }) => procedure === 'complaint' && summary.isConcluded === true,
  measure: ({ procedure, summary }) =>
    procedure === 'allegation' && summary.disposition !== null && summary.disposition !== undefined,
};

/** Whether a track leads against what a case holds: a decision is appealed against on the track it was taken on. */
export function isAppealable(profile: Profile, track: unknown, member: FamilyMember | undefined): boolean {
  const against = againstOf(profile, track);
  if (against === undefined || member === undefined || !STANDS[against](member)) return false;
  const decidedOn = against === 'decision' ? sanctionTrackOf(profile, member.summary.track) : undefined;
  return decidedOn === undefined || decidedOn.appeal === track;
}

/** Noon of a day, as the instant a clock counts from. */
const noonOf = (day: string, { rules }: Profile) => instantAt(dayOf(day), 12 * 60, rules.timeZone);

/** Starts a clock with the term its step states; without one, and in a profile for drills, that of the profile. */
export function stepClock(
  key: ClockKey,
  term: Term | undefined,
  profile: Profile,
  more: { readonly since?: string | null; readonly extension?: AppealStep['extension'] } = {},
): Effect {
  const { since = null, extension } = more;
  if (term === undefined || profile.limits[key]?.unit === 'second') return startClock(key);
  return startClock(key, {
    ...(since !== null && { from: noonOf(since, profile) }),
    limit: { ...term, ...(extension !== undefined && { extension }) },
  });
}

/** The window of a step, from delivery. Without a delivery date no clock (T35); without a limit none either. */
export function windowClock({ context, profile }: Pick<Args, 'context' | 'profile'>): Effect[] {
  const step = stepOf({ context, profile });
  if (context.deliveredOn === null || step?.file === null) return [];
  return [stepClock('appeal.window', step?.file, profile, { since: context.deliveredOn })];
}

export const acceptClock = ({ context, profile }: Pick<Args, 'context' | 'profile'>): Effect =>
  stepClock('appeal.accept', stepOf({ context, profile })?.accept, profile, { since: context.receivedOn });

/** To decide: from acceptance, or from filing where filing is acceptance. */
export const decideClock = ({ context, profile }: Pick<Args, 'context' | 'profile'>): Effect => {
  const step = stepOf({ context, profile });
  return stepClock('appeal.decide', step?.decide, profile, {
    since: context.isAccepted ? null : context.receivedOn,
    extension: step?.extension,
  });
};

/** The term of a filing that opens its own case: that of skipping the step before, where the track has one. */
export const directTerm = (step: AppealStep | undefined, position: number) =>
  (position > 1 ? step?.fileDirectly : undefined) ?? step?.file;

/**
 * Whether a filing that opens its own case looks late. Counted on weekdays, without giving way to a holiday: whoever
 * takes it in rules on that, and nothing is refused by this count.
 */
export function looksLate(
  step: AppealStep | undefined,
  position: number,
  days: FiledDays,
  profile: Profile,
): boolean {
  const term = directTerm(step, position);
  if (!term || days.deliveredOn === null) return false;
  const { endConvention } = profile.rules;
  const limit = { ...term, rollOver: true, endConvention, pausable: false };
  return dayOf(days.receivedOn) > lastDayOf(limit, dayOf(days.deliveredOn));
}

interface FiledDays {
  readonly deliveredOn: string | null;
  readonly receivedOn: string;
}

const LEVELS = ['county', 'city', 'province'] as const;

/** Whether a step is open to decisions of a body of this level. */
export const isForLevel = (step: AppealStep | undefined, { rules }: Profile): boolean =>
  step?.below === undefined || LEVELS.indexOf(rules.bodyLevel) < LEVELS.indexOf(step.below);

/** The step that follows an appeal that was upheld; null when there is none. */
export function stepAfter({ context, profile }: Pick<Args, 'context' | 'profile'>): number | null {
  const step = appealStepOf(profile, context.track, context.step + 1);
  return step !== undefined && isForLevel(step, profile) ? context.step + 1 : null;
}

/** How heavy a measure is on its track; -1 for one the track does not have. */
export function measureRank(
  measure: unknown,
  { context, profile }: Pick<Args, 'context' | 'profile'>,
): number {
  const track =
    sanctionTrackOf(profile, context.sanctionTrack) ??
    profile.sanctionTracks.find(({ appeal }) => appeal === context.track);
  const order: readonly string[] = track?.measures.map(({ code }) => code) ?? MEASURES;
  return order.indexOf(measure as string);
}

export const decisionRank = (decision: unknown): number =>
  (DECISIONS as readonly unknown[]).indexOf(decision);

/** What is to be done once a decision fell or became lighter (S2); names go back where they were named (T22). */
export function itemsToDo(args: Args): ExecutionItem[] {
  const { context, data, profile } = args;
  const against = againstOf(profile, context.track);
  if (against !== 'decision' && against !== 'determination') return ['decision_replaced'];
  const fell =
    context.decision === 'sanction' &&
    (data.result === 'revoke_redo' ||
      data.decision !== 'sanction' ||
      measureRank(data.measure, args) < measureRank(context.measure, args));
  return [
    ...(fell ? (['level_and_pay_restored', 'post_arranged', 'pay_loss_compensated'] as const) : []),
    ...(context.circle === null ? [] : (['name_restored'] as const)),
    'personnel_file_corrected',
  ];
}
