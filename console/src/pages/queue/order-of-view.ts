/** The order in which a list showed its cases, for going on to the next one from within a case. Ids only, and only for this tab. */

const KEPT_AS = 'leeway.order';

/** Remembers the cases of the page that is shown. */
export function keepOrder(ids: readonly string[]): void {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(ids));
  } catch {
    // A browser that keeps nothing: there is no next case then.
  }
}

/** The ids of the list that was looked at last, in its order; none where there was no list. */
export function orderOfView(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEPT_AS) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id): id is string => typeof id === 'string') : [];
  } catch {
    return [];
  }
}

export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
  /** From 1; 0 where the case is not of that list. */
  readonly place: number;
  readonly of: number;
}

/** What stands before and after a case in the list that was looked at last. */
export function neighboursOf(caseId: string, order = orderOfView()): Neighbours {
  const at = order.indexOf(caseId);
  if (at < 0) return { previous: null, next: null, place: 0, of: order.length };
  return { previous: order[at - 1] ?? null, next: order[at + 1] ?? null, place: at + 1, of: order.length };
}
