/**
 * Tracks as data (domain brief 1.5, 1.6): on which a sanction was given, how long its periods are and how they are
 * lifted; on which a decision can be appealed against, by which steps, within which windows. A table, not a chain of
 * conditions: the same word means another step on another track (T9). Shapes and look-ups; the numbers are a profile's.
 */
import { z } from 'zod';
import { UNITS, type EndConvention } from './limit.ts';
import type { Words } from './vocabulary.ts';

const Code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'has to be snake_case');
const Basis = z.array(z.string().min(1).max(64)).min(1);
const worded = { zh: z.string().min(1), en: z.string().min(1) };
const Term = z.strictObject({ amount: z.int().positive().max(1_000), unit: z.enum(UNITS) });

const SanctionTrackFields = z.strictObject({
  code: Code,
  ...worded,
  /** Months each measure runs; null: none, it ends the service. From light to heavy. */
  measures: z
    .array(z.strictObject({ code: Code, ...worded, months: z.int().positive().max(120).nullable() }))
    .min(1),
  /** `automatic`: lifted by the end of the period; `written`: the deciding unit lifts it and says so in writing. */
  lifting: z.enum(['automatic', 'written']),
  /** The most that merged periods may come to, in months. */
  mergedCap: z.int().positive().max(120),
  endConvention: z.enum(['corresponding_day', 'day_before']).optional(),
  /** Whether the carrying out has to be reported to the deciding body (S12). */
  reportsExecution: z.boolean().default(false),
  /** The lightest measure during whose period there is no step up in pay; absent: none bars it. */
  payStepBarredFrom: Code.optional(),
  /** Tracks of one group exclude each other for one act; absent: it may run beside any other (T24). */
  group: Code.optional(),
  /** The appeal track of decisions on this one. */
  appeal: Code,
  basis: Basis,
});
const SanctionTrackData = SanctionTrackFields.superRefine(
  ({ measures, payStepBarredFrom: from }, context) => {
    if (from === undefined || measures.some(({ code }) => code === from)) return;
    context.addIssue({
      code: 'custom',
      path: ['payStepBarredFrom'],
      message: `names ${from}, which is no measure of the track`,
    });
  },
);
export type SanctionTrack = z.infer<typeof SanctionTrackData>;

const AppealStepData = z.strictObject({
  ...worded,
  /** Who decides: the body that decided, or the next higher one. */
  level: z.enum(['same', 'higher']),
  /** From delivery of what is appealed against; null: no limit. */
  file: Term.nullable(),
  /** When the step before is skipped; absent: it cannot be. */
  fileDirectly: Term.optional(),
  /** To decide on acceptance, from filing; absent: filing is acceptance, and `decide` runs from it. */
  accept: Term.optional(),
  decide: Term,
  extension: z.strictObject({ ...Term.shape, times: z.int().min(1).max(24) }).optional(),
  /** The panel has an odd number of members (S30). */
  isOdd: z.boolean().default(false),
  /** The step is open only against decisions of bodies below this level. */
  below: z.enum(['city', 'province']).optional(),
});
export type AppealStep = z.infer<typeof AppealStepData>;

/** What a track leads against: a decision on an allegation, a determination, a refusal to clarify, a reply, a measure. */
const AGAINST = ['decision', 'determination', 'refusal', 'reply', 'measure'] as const;
export type Against = (typeof AGAINST)[number];

const AppealTrackData = z.strictObject({
  code: Code,
  ...worded,
  against: z.enum(AGAINST).default('decision'),
  steps: z.array(AppealStepData).min(1).max(5),
  basis: Basis,
});
export type AppealTrack = z.infer<typeof AppealTrackData>;

/** Codes of a list, each once. */
function eachOnce<T extends { readonly code: string }>(items: readonly T[], context: z.RefinementCtx): void {
  const seen = new Set<string>();
  items.forEach(({ code }, at) => {
    if (seen.has(code))
      context.addIssue({ code: 'custom', path: [at, 'code'], message: `${code} is listed twice` });
    seen.add(code);
  });
}

export const SanctionTracksData = z.array(SanctionTrackData).min(1).superRefine(eachOnce);
export const AppealTracksData = z.array(AppealTrackData).min(1).superRefine(eachOnce);

export interface Tracks {
  readonly sanctionTracks: readonly SanctionTrack[];
  readonly appealTracks: readonly AppealTrack[];
}

/** Where a sanction track sends its appeals to an appeal track that is not there: the path and why. */
export function trackProblem({
  sanctionTracks,
  appealTracks,
}: Tracks): { path: (string | number)[]; reason: string } | undefined {
  const at = sanctionTracks.findIndex(({ appeal }) => !appealTracks.some(({ code }) => code === appeal));
  if (at < 0) return undefined;
  return {
    path: ['sanctionTracks', at, 'appeal'],
    reason: `names ${sanctionTracks[at]?.appeal ?? ''}, which is no appeal track`,
  };
}

export const sanctionTrackOf = (tracks: Tracks, code: unknown): SanctionTrack | undefined =>
  tracks.sanctionTracks.find((track) => track.code === code);

/** A measure of a track with its words and months; undefined when the track has no such measure. */
export const measureOf = (
  tracks: Tracks,
  track: unknown,
  measure: unknown,
): (Words & { readonly code: string; readonly months: number | null }) | undefined =>
  sanctionTrackOf(tracks, track)?.measures.find(({ code }) => code === measure);

/** Whether one of these measures is heavy enough to bar a step up in pay during its period (1.5). */
export function barsPayStep(
  { measures: listed, payStepBarredFrom }: SanctionTrack,
  measures: readonly string[],
): boolean {
  const rank = (measure: string) => listed.findIndex(({ code }) => code === measure);
  return (
    payStepBarredFrom !== undefined && measures.some((measure) => rank(measure) >= rank(payStepBarredFrom))
  );
}

export const appealTrackOf = (tracks: Tracks, code: unknown): AppealTrack | undefined =>
  tracks.appealTracks.find((track) => track.code === code);

/** A step of a track, counted from 1; undefined past the last one. */
export const appealStepOf = (tracks: Tracks, code: unknown, step: number): AppealStep | undefined =>
  appealTrackOf(tracks, code)?.steps[step - 1];

/** How a track ends its periods: its own convention, or the profile's. */
export const endConventionOf = (
  { endConvention }: SanctionTrack,
  rules: { readonly endConvention: EndConvention },
): EndConvention => endConvention ?? rules.endConvention;
