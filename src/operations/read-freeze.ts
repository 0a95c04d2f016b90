/**
 * Whether a person may be promoted, moved, rewarded or retired now, why not and until when. For somebody of whom nothing is
 * known it does just what it does for somebody with cases that the asker may not know of: one read, one answer (T34).
 */
import { listBarringCases, type BarringCase } from '../../db/queries/freeze.ts';
import type { FreezeView } from '../contract/freeze.ts';
import { deriveDue, isExpired } from '../domain/clock.ts';
import {
  EXPLANATIONS,
  FREEZE_REASONS,
  freezeOf,
  PERSONNEL_ACTIONS,
  type Matter,
  type ToldReason,
} from '../domain/freeze.ts';
import { sanctionTrackOf } from '../domain/tracks.ts';
import type { Instant, PersonId } from '../domain/vocabulary.ts';
import { askingOf, type Asker } from './acting.ts';

import type { PinnedProfile, Runtime } from './runtime.ts';

export async function readFreeze(runtime: Runtime, asker: Asker, person: PersonId): Promise<FreezeView> {
  const { knex, tenant, pinned } = runtime;
  const { at, cases } = await listBarringCases(knex, tenant, person, askingOf(asker));
  const matters = await Promise.all(
    cases.map(async (found) => matterOf(found, at, await pinned(found.profileHash))),
  );
  const { actions, earliestPromotion } = freezeOf(matters);
  return {
    person,
    at,
    actions: actions.map(({ action, answer, reasons }) => ({
      action,
      label: PERSONNEL_ACTIONS[action],
      answer,
      reasons: reasons.map(inWords),
    })),
    earliestPromotion: {
      ...earliestPromotion,
      explanation: earliestPromotion.explanation.map((code) => ({ code, text: EXPLANATIONS[code] })),
    },
  };
}

/** A case as the rule looks at it: its period counted by the rules it was opened under. */
function matterOf(found: BarringCase, at: Instant, { profile, calendar }: PinnedProfile): Matter {
  const { isKnown, procedure, state, isFrozen, track, measures, period } = found;
  const due = period && deriveDue(period, calendar, profile.rules);
  return {
    case: isKnown ? found.case : null,
    procedure,
    state,
    isFrozen,
    track: sanctionTrackOf(profile, track) ?? null,
    measures,
    period: due && {
      lastDay: due.dueOn,
      otherLastDay: due.alternative?.dueOn ?? null,
      isOver: isExpired(due.dueAt, at),
    },
  };
}

function inWords({ code, measures, ...reason }: ToldReason) {
  const { zh, en, basis } = FREEZE_REASONS[code];
  return { code, text: { zh, en }, ...reason, measures: [...measures], basis: [...basis] };
}
