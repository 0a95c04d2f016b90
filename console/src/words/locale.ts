/** Which of the two languages the reader sees, before and after anybody signed in. Kept in the browser; it says nothing of anyone. */

export const LOCALES = ['zh', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** As the API and the `lang` attribute name them. */
export const TAGS: Readonly<Record<Locale, string>> = { zh: 'zh-CN', en: 'en' };

const KEPT_AS = 'leeway.locale';

let locale: Locale = firstLocale();
const listeners = new Set<() => void>();

function firstLocale(): Locale {
  try {
    const kept = localStorage.getItem(KEPT_AS);
    if (kept === 'zh' || kept === 'en') return kept;
  } catch {
    // A browser that keeps nothing: its own language decides each time.
  }
  return navigator.language.startsWith('zh') ? 'zh' : 'en';
}

export const localeNow = (): Locale => locale;
/** The tag of the language, for `Accept-Language` and `lang`. */
export const currentLocale = (): string => TAGS[locale];

export function setLocale(next: Locale): void {
  locale = next;
  document.documentElement.lang = TAGS[next];
  try {
    localStorage.setItem(KEPT_AS, next);
  } catch {
    // See above.
  }
  for (const listener of listeners) listener();
}

export function onLocale(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
