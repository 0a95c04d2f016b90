/**
 * Keyboard shortcuts. A letter is ours only while nobody types, composes with an input method, or stands in a dialog, and
 * only while the reader has not switched shortcuts off (WCAG 2.1.4). What a page offers is also what `?` lists.
 */
import { createOffers } from './offers.ts';

export interface Shortcut {
  /** In words of the reader, for the list of keys. */
  readonly label: string;
  readonly run: () => void;
  /** Of one with Ctrl that browsers have a use for too: it rests with the letters in a dialog, and when they are switched off. */
  readonly isYielding?: true;
}

/** By key: `j`, `?`, `shift+x`, `g q` for two in a row, `ctrl+enter` (which on a Mac is ⌘ Enter). */
export type Shortcuts = Readonly<Record<string, Shortcut>>;

/** Milliseconds within which the second key of two has to come. */
const SECOND_KEY_MS = 800;

let isOn = true;
let first: { readonly key: string; readonly at: number } | null = null;

/** Switches shortcuts; of those with Ctrl only the yielding ones, as no one types the others by accident. */
export function switchShortcuts(on: boolean): void {
  isOn = on;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['TEXTAREA', 'SELECT'].includes(target.tagName) ||
    (target instanceof HTMLInputElement &&
      !['checkbox', 'radio', 'button', 'submit'].includes(target.type)) ||
    target.closest('[role="combobox"], [role="listbox"], [role="menu"]') !== null);

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('[role="dialog"]') !== null;

const nameOf = (event: KeyboardEvent): string => {
  const key = event.key.length === 1 ? event.key : event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) return `ctrl+${key.toLowerCase()}`;
  return event.shiftKey && /^[a-z]$/i.test(key) ? `shift+${key.toLowerCase()}` : key;
};

function find(key: string): Shortcut | undefined {
  // What was put on the page last is nearest to the reader.
  return [...offers.now()].reverse().find((shortcuts) => key in shortcuts)?.[key];
}

/** Whether an input method takes the key. Some report theirs by this code alone. */
export const isComposed = (event: KeyboardEvent): boolean =>
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else says it
  event.isComposing || event.keyCode === 229;

const isChord = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

function onLetter(event: KeyboardEvent): void {
  if (isComposed(event) || isChord(event) || event.altKey || event.defaultPrevented) return;
  if (!isOn || isTyping(event.target) || isInDialog(event.target)) return;
  const key = nameOf(event);
  const both = first && event.timeStamp - first.at < SECOND_KEY_MS ? `${first.key} ${key}` : null;
  const shortcut = (both === null ? undefined : find(both)) ?? find(key);
  first = shortcut ? null : { key, at: event.timeStamp };
  if (!shortcut) return;
  event.preventDefault();
  shortcut.run();
}

/** Heard before any field hears it: an open list would take Ctrl Enter for Enter, and choose or drop something by it. */
function onChord(event: KeyboardEvent): void {
  if (isComposed(event) || !isChord(event) || event.altKey) return;
  first = null;
  const shortcut = find(nameOf(event));
  if (!shortcut) return;
  if (shortcut.isYielding && (!isOn || isInDialog(event.target))) return;
  event.preventDefault();
  event.stopPropagation();
  shortcut.run();
}

function listen(): void {
  document.addEventListener('keydown', onLetter);
  document.addEventListener('keydown', onChord, true);
}

function unlisten(): void {
  document.removeEventListener('keydown', onLetter);
  document.removeEventListener('keydown', onChord, true);
}

const offers = createOffers({
  list: (all: readonly Shortcuts[]) => [
    ...new Map(
      all.flatMap((shortcuts) => Object.entries(shortcuts).map(([key, { label }]) => [key, label] as const)),
    ),
  ],
  onFirst: listen,
  onNone: unlisten,
});

/** Offers shortcuts while the component is there. */
export const useKeys = offers.useOffer;

/** Every shortcut there is now, with its words. */
export const useShortcutList = offers.useList;

/** Does what a key would do, for whoever found it in a list. */
export function runShortcut(key: string): void {
  find(key)?.run();
}
