/** The focus, where what held it was taken off the page: whoever works by keyboard goes on from somewhere near, not from the top. */

/** Focuses the first of these that is there, or the page's main part, if nothing has the focus any more. */
export function focusIfLost(...ids: readonly string[]): void {
  const { activeElement } = document;
  if (activeElement !== null && activeElement !== document.body) return;
  const near = [...ids, 'main'].map((id) => document.getElementById(id)).find((found) => found !== null);
  near?.focus({ preventScroll: true });
}
