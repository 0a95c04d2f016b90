/**
 * A decision on an allegation as other procedures take it up: the period of its sanction, the window of the appeal.
 * Reads what the case remembers and the tables of the profile; judges nothing.
 */
import { openCase, type Effect } from '../domain/effect.ts';
import { dateOf, localDayOf } from '../domain/local-day.ts';
import type { Profile } from '../domain/profile.ts';
import { measureOf, sanctionTrackOf, type SanctionTrack } from '../domain/tracks.ts';
import type { AllegationContext, DecisionVersion } from './allegation-events.ts';
import { USUAL_TRACK } from './one-sanction.ts';
import type { Facts } from './procedure.ts';

/** The sanction track of a decision; undefined for a code the profile does not list. */
export const trackOf = (code: unknown, profile: Profile): SanctionTrack | undefined =>
  sanctionTrackOf(profile, code ?? USUAL_TRACK);

export interface Decided {
  readonly context: AllegationContext;
  readonly facts: Facts;
  readonly profile: Profile;
}

/** The chain of decisions with one more; those before it stay as they are (T23). */
export const withDecision = (
  { decisions }: Pick<AllegationContext, 'decisions'>,
  decided: Pick<DecisionVersion, 'decision' | 'measure' | 'minorHandling' | 'ground'>,
  { at }: Pick<Facts, 'at'>,
): readonly DecisionVersion[] => [...decisions, { version: decisions.length + 1, ...decided, at }];

/**
 * The period that a sanction sets running, from the day the decision takes effect, which is the day it is made (S2).
 * A measure that ends the service has none.
 */
export function sanctionPeriod({ context, facts, profile }: Decided): Effect[] {
  const track = trackOf(context.track, profile);
  if (context.decision !== 'sanction' || !track) return [];
  if (typeof measureOf(profile, track.code, context.measure)?.months !== 'number') return [];
  return [
    openCase('return_to_service', 'OPEN', 'serves_sanction_of', {
      decision: facts.case,
      subject: context.subject,
      ...(context.act !== null && { act: context.act }),
      track: track.code,
      measure: context.measure,
      effectiveOn: dateOf(localDayOf(facts.at, profile.rules.timeZone)),
    }),
  ];
}

/** The window for an appeal, from the day the decision arrived (T35). */
export function appealWindow({ context, facts, profile }: Decided): Effect[] {
  const track = trackOf(context.track, profile);
  if (!track) return [];
  return [
    openCase('appeal', 'OPEN', 'appeals_against', {
      on: facts.case,
      subject: context.subject,
      track: track.appeal,
      step: 1,
      deliveredOn: context.deliveredOn,
      ...(context.circle !== null && { circle: context.circle }),
      ...(context.decision !== null && { decision: context.decision }),
      ...(context.measure !== null && { measure: context.measure }),
    }),
  ];
}
