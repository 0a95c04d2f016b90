/** How a page of the menu is reached: its address, and the keys that lead there. */
import type { PageRoute } from '../app/routes.tsx';

/** The address of a page without what it may be asked about. */
export const addressOf = (path: string): string => path.replace(/\/:\w+\?$/, '');

/** `g q` for most; registering is begun by a letter of its own. */
export function keyOf({ menu }: PageRoute): string | undefined {
  if (menu?.key === undefined) return undefined;
  return menu.key === 'n' ? 'c' : `g ${menu.key}`;
}
