/** Which of our two languages the reader prefers, by `Accept-Language`. English when neither is asked for. */
import type { Locale } from '../contract/problems.ts';

/** Browsers send few spellings; the bound keeps a stranger from filling it. */
const known = new Map<string, Locale>();
const KNOWN_LIMIT = 500;

export const CONTENT_LANGUAGE: Record<Locale, string> = { zh: 'zh-CN', en: 'en' };

function choose(header: string): Locale {
  let best: { locale: Locale; quality: number } | null = null;
  for (const range of header.split(',', 20)) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.trim().split('-')[0];
    const locale = language === 'zh' ? 'zh' : language === 'en' || language === '*' ? 'en' : null;
    if (!locale) continue;
    const given = parameters.map((parameter) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]);
    const quality = Number(given.find((value) => value !== undefined) ?? 1);
    if (quality > 0 && (!best || quality > best.quality)) best = { locale, quality };
  }
  return best?.locale ?? 'en';
}

export function localeOf(acceptLanguage: string | undefined): Locale {
  if (acceptLanguage === undefined) return 'en';
  const found = known.get(acceptLanguage);
  if (found) return found;
  const locale = choose(acceptLanguage);
  if (known.size < KNOWN_LIMIT && acceptLanguage.length < 200) known.set(acceptLanguage, locale);
  return locale;
}
