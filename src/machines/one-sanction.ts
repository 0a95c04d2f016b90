/**
 * One act carries one sanction of the state or of the unit, whichever body was first; party discipline may run beside it
 * (T24). Which tracks exclude each other is the profile's: those of one group. Judged where a sanction is decided on and
 * where that of another body is registered.
 */
import { sanctionTrackOf, type Tracks } from '../domain/tracks.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import type { BaseContext, Guard, Summary } from './procedure.ts';

/** The words and the basis of the guard, the same in each procedure. */
export const ONE_ACT_IS_SANCTIONED_ONCE = {
  words: {
    zh: '同一行为已有政务处分或者单位处分，不得重复处分',
    en: 'The act carries a sanction of the state or of the unit already; there is one for one act',
  },
  basis: ['domain 0.2', 'S2', 'S3', 'T24'],
} as const satisfies Pick<Guard<BaseContext>, 'words' | 'basis'>;

/** The track of a decision that names none. */
export const USUAL_TRACK = 'civil_servant';

export interface SanctionOfAct {
  readonly act: unknown;
  readonly person: unknown;
  readonly track: unknown;
}

interface KnownCase {
  readonly procedure: string;
  readonly state: string;
  readonly summary: Summary;
  /** Whom it concerns; absent for a case of the same family, which says so itself. */
  readonly person?: PersonId;
}

/**
 * Whether one of these cases holds a sanction for the act on a track of the same group. Of an allegation without a code of
 * the act nothing can be told.
 */
export function isSanctionedAlready(
  tracks: Tracks,
  { act, person, track }: SanctionOfAct,
  known: readonly KnownCase[],
): boolean {
  const group = sanctionTrackOf(tracks, track)?.group;
  if (act === undefined || act === null || group === undefined) return false;
  return known.some(
    (other) =>
      carriesSanction(other) &&
      other.summary.act === act &&
      (other.person ?? other.summary.subject) === person &&
      sanctionTrackOf(tracks, other.summary.track ?? USUAL_TRACK)?.group === group,
  );
}

/** A decision that gave one, or a period that was not cancelled. A sanction without a period has the decision only. */
const carriesSanction = ({ procedure, state }: KnownCase): boolean =>
  procedure === 'return_to_service' ? state !== 'cancelled' : state === 'decided_sanction';
