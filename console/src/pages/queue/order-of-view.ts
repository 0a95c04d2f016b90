/**
 * The order in which a list showed its cases, page by page, for going on to the next one from within a case; with what the list
 * asked, so that its next page can be asked for where the last case of this one is reached. No names, only for this tab, and
 * not for whoever signs in next.
 */

const KEPT_AS = 'leeway.list';

export interface Order {
  /** The filters and the order of the list, as it wrote them. Another list has another. */
  readonly asked: string;
  /** Pages that follow each other, each with the cursor it was asked for by. */
  readonly pages: readonly { readonly cursor: string | null; readonly ids: readonly string[] }[];
  /** The cursor of the page after them; null where there is none. */
  readonly next: string | null;
}

export interface ShownPage {
  readonly asked: string;
  readonly cursor: string | null;
  readonly ids: readonly string[];
  readonly next: string | null;
}

/** The order with a page that was read: after those it follows on; in place of them where it does not. */
export function withPage(order: Order | null, { asked, cursor, ids, next }: ShownPage): Order {
  const pages = order?.asked === asked ? order.pages : [];
  const at = pages.findIndex((page) => page.cursor === cursor);
  const before = at >= 0 ? pages.slice(0, at) : pages.length > 0 && order?.next === cursor ? pages : [];
  // A case may have moved down between one page and the next.
  const known = new Set(before.flatMap((page) => page.ids));
  return { asked, pages: [...before, { cursor, ids: ids.filter((id) => !known.has(id)) }], next };
}

/** Remembers a page that is shown, or that was read to go on. */
export function keepPage(page: ShownPage): void {
  try {
    sessionStorage.setItem(KEPT_AS, JSON.stringify(withPage(orderOfView(), page)));
  } catch {
    // A browser that keeps nothing: there is no next case then.
  }
}

/** The list that was looked at last; null where there was none. */
export function orderOfView(): Order | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEPT_AS) ?? 'null') as Order | null;
  } catch {
    return null;
  }
}

/** What one person looked at is no list of another, nor of another post. */
export function forgetOrder(): void {
  try {
    sessionStorage.removeItem(KEPT_AS);
  } catch {
    // Nothing was kept.
  }
}

export interface Neighbours {
  readonly previous: string | null;
  readonly next: string | null;
  /** From 1; 0 where the case is not of that list. */
  readonly place: number;
  /** How many of the list were read. */
  readonly of: number;
  /** Whether the list goes on after those. */
  readonly hasMore: boolean;
}

/** What stands before and after a case in the list that was looked at last. */
export function neighboursOf(caseId: string, order = orderOfView()): Neighbours {
  const ids = order?.pages.flatMap((page) => page.ids) ?? [];
  const at = ids.indexOf(caseId);
  const list = { of: ids.length, hasMore: order !== null && order.next !== null };
  if (at < 0) return { previous: null, next: null, place: 0, ...list };
  return { previous: ids[at - 1] ?? null, next: ids[at + 1] ?? null, place: at + 1, ...list };
}
