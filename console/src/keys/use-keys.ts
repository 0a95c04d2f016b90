/**
 * Keyboard shortcuts. A letter is ours only while nobody types, composes with an input method, or stands in a dialog, and
 * only while the reader has not switched shortcuts off (WCAG 2.1.4). What a page offers is also what `?` lists.
 */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Shortcut {
  /** In words of the reader, for the list of keys. */
  readonly label: string;
  readonly run: () => void;
}

/** By key: `j`, `?`, `shift+x`, `g q` for two in a row, `ctrl+enter` (which on a Mac is ⌘ Enter). */
export type Shortcuts = Readonly<Record<string, Shortcut>>;

/** Milliseconds within which the second key of two has to come. */
const SECOND_KEY_MS = 800;

const active = new Set<{ readonly current: Shortcuts }>();
const listeners = new Set<() => void>();
let isOn = true;
let listed: readonly (readonly [string, string])[] = [];
let first: { readonly key: string; readonly at: number } | null = null;

/** Switches single-letter shortcuts; those with Ctrl stay, as no one types them by accident. */
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
  for (const shortcuts of [...active].reverse()) {
    const found = shortcuts.current[key];
    if (found) return found;
  }
  return undefined;
}

// Some input methods report their keys by this code alone.
const isComposed = (event: KeyboardEvent): boolean =>
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

function relist(): void {
  const seen = new Map<string, string>();
  for (const { current } of active)
    for (const [key, { label }] of Object.entries(current)) seen.set(key, label);
  const next = [...seen];
  if (JSON.stringify(next) === JSON.stringify(listed)) return;
  listed = next;
  for (const listener of listeners) listener();
}

/** Offers shortcuts while the component is there. */
export function useKeys(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
    relist();
  });
  useEffect(() => {
    if (active.size === 0) listen();
    active.add(latest);
    relist();
    return () => {
      active.delete(latest);
      if (active.size === 0) unlisten();
      relist();
    };
  }, []);
}

/** Every shortcut there is now, with its words. */
export const useShortcutList = (): readonly (readonly [key: string, label: string])[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => listed,
  );
