/**
 * The console's own words. An area is the words of one part of it, each in Chinese and English side by side, so that one
 * without the other does not compile. Words of codes are not here: they come from the API (`codes.ts`).
 */
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { localeNow, onLocale, type Locale } from './locale.ts';

/** English tells one from many; Chinese does not. The number is the parameter `count`. */
type English = string | { readonly one: string; readonly other: string };
export type Pairs = Readonly<Record<string, readonly [zh: string, en: English]>>;
type Values = Readonly<Record<string, string | number>>;
export type Say<Key extends string> = (key: Key, values?: Values) => string;

const texts = i18next.createInstance();
// Without a backend everything is there at once; React escapes what it shows.
void texts.init({
  lng: 'zh',
  fallbackLng: false,
  interpolation: { escapeValue: false },
  returnNull: false,
  initAsync: false,
  showSupportNotice: false,
} as Parameters<typeof texts.init>[0]);

/** The language, and a new reading of the component when it changes. */
export const useLocale = (): Locale => useSyncExternalStore(onLocale, localeNow);

const registered = new Map<string, Pairs>();
/** Every area that was loaded, for the test that looks for missing words. */
export const areas = (): ReadonlyMap<string, Pairs> => registered;

/** Makes an area known; gives the hook by which its components speak. */
export function area<const P extends Pairs>(name: string, pairs: P): () => Say<keyof P & string> {
  registered.set(name, pairs);
  texts.addResourceBundle(
    'zh',
    name,
    Object.fromEntries(Object.entries(pairs).map(([key, [zh]]) => [key, zh])),
  );
  texts.addResourceBundle('en', name, english(pairs));
  const sayIn: Record<Locale, Say<string>> = { zh: sayer('zh', name), en: sayer('en', name) };
  return () => sayIn[useLocale()];
}

const sayer =
  (lng: Locale, ns: string): Say<string> =>
  (key, values) =>
    texts.t(key, { ...values, lng, ns });

const english = (pairs: Pairs): Record<string, string> =>
  Object.fromEntries(
    Object.entries(pairs).flatMap(([key, [, en]]) =>
      typeof en === 'string'
        ? [[key, en]]
        : [
            [`${key}_one`, en.one],
            [`${key}_other`, en.other],
          ],
    ),
  );
