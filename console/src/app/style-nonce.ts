/**
 * The nonce by which the content policy knows our styles. antd tells its parts of it, but for two that make a style of their
 * own: the lock that keeps a page from scrolling behind a drawer, and the probe for the width of a scrollbar. So every style
 * that a script makes is given it here. Scripts come from this server alone: nobody gains by it.
 */
export const NONCE = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? undefined;

/** Call it once, before anything is drawn. */
export function signStyles(nonce: string): void {
  // Only its way of being called for names that HTML does not know is deprecated.
  /* eslint-disable @typescript-eslint/no-deprecated */
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const made = create(name, options);
    if (made instanceof HTMLStyleElement) made.nonce = nonce;
    return made;
  };
  /* eslint-enable @typescript-eslint/no-deprecated */
}
