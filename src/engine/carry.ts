/**
 * Carries a running case from one version of its procedure to a newer one: where it stands afterwards, and which clocks
 * the newer version runs there that the older one does not, and the other way round. Pure; blocked where it cannot be.
 */
import type { ClockKey } from '../domain/clock-keys.ts';
import type { Summary, Procedure } from '../machines/procedure.ts';
import { blankSnapshot, completed, stateOf, type StoredSnapshot } from './step.ts';

/** The event that a migrated case has in its journal. It is no event of any machine. */
export const MIGRATED = 'MIGRATED';

export const MIGRATED_WORDS = {
  zh: '案件转入程序新版本',
  en: 'Moved to a newer version of the procedure',
} as const;

export interface CarriedCase {
  readonly snapshot: StoredSnapshot;
  readonly state: string;
  readonly isOpen: boolean;
  readonly summary: Summary;
  readonly clocks: { readonly start: readonly ClockKey[]; readonly stop: readonly ClockKey[] };
}

/** Why a case cannot be carried over: the state it would stand in is none of the newer version's. */
export interface NotCarried {
  readonly missing: string;
}

export const isCarried = (result: CarriedCase | NotCarried): result is CarriedCase => !('missing' in result);

/** Where a case of `from` stands under `to`. Never throws for what a stored case can hold. */
export function carry(from: Procedure, to: Procedure, stored: StoredSnapshot): CarriedCase | NotCarried {
  const filled = (snapshot: StoredSnapshot): StoredSnapshot =>
    completed(to, { ...snapshot, value: { ...blankSnapshot(to).value, ...snapshot.value } });
  try {
    const snapshot = filled(to.migrates?.(stored, from.version) ?? stored);
    const state = stateOf(snapshot);
    const node = to.states[state];
    if (!node) return { missing: state };
    const lost = Object.entries(snapshot.value).find(
      ([region, leaf]) => region !== 'flow' && !(leaf in (to.regions[region]?.states ?? {})),
    );
    if (lost) return { missing: lost.join('.') };
    const before = from.states[stateOf(stored)]?.clocks ?? [];
    const after = node.clocks ?? [];
    return {
      snapshot,
      state,
      isOpen: node.isClosed !== true,
      summary: to.summary(snapshot.context),
      clocks: {
        start: after.filter((clock) => !before.includes(clock)),
        stop: before.filter((clock) => !after.includes(clock)),
      },
    };
  } catch (error) {
    return { missing: error instanceof Error ? error.constructor.name : 'error' };
  }
}
