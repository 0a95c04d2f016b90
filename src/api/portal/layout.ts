/** What every page of the portal is: its frame, its headers, its summary of errors. No script, no cookie, nothing from elsewhere. */
import type { Locale, Problem } from '../../contract/problems.ts';
import { CONTENT_LANGUAGE } from '../locale.ts';
import type { Reply } from '../route.ts';
import { html, type Html } from './html.ts';
import { WORDS, wordsIn, type Word } from './words.ts';

export const PORTAL_CSP =
  "default-src 'none'; style-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** What a page is made of. */
export interface Page {
  readonly locale: Locale;
  readonly title: string;
  readonly body: Html;
  readonly status?: number;
  readonly retryAfter?: number;
}

/** An address of the portal in the language of the page. */
export const at = (path: string, locale: Locale): string => `${path}?lang=${locale}`;

const other = (locale: Locale): Locale => (locale === 'zh' ? 'en' : 'zh');

/** The whole page, as a reply. */
export function pageReply({ locale, title, body, status, retryAfter }: Page): Reply<string> {
  const say = wordsIn(locale);
  const language = CONTENT_LANGUAGE[locale];
  const whole = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <title>${title} · ${say('portal')}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href="/portal/style.css" />
      </head>
      <body>
        <a class="skip" href="#main">${say('skip')}</a>
        <header>
          <strong>${say('portal')}</strong>
          <nav aria-label="${say('ways')}">
            <a href="${at('/portal', locale)}">${say('start')}</a> ·
            <a href="${at('/portal/report', locale)}">${say('report')}</a> ·
            <a href="${at('/portal/status', locale)}">${say('status')}</a> ·
            <a
              href="${at('/portal', other(locale))}"
              lang="${CONTENT_LANGUAGE[other(locale)]}"
              hreflang="${CONTENT_LANGUAGE[other(locale)]}"
              >${say('otherLanguage')}</a
            >
          </nav>
        </header>
        <main id="main">
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html> `;
  return {
    body: whole.text,
    ...(status !== undefined && { status }),
    headers: {
      'Content-Security-Policy': PORTAL_CSP,
      'Content-Language': language,
      Vary: 'Accept-Language',
      ...(retryAfter !== undefined && { 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) }),
    },
  };
}

/** What is wrong, in words, each where the field can be reached by a link. */
export interface Fault {
  readonly field: string | null;
  readonly words: string;
}

export const faultBox = (locale: Locale, faults: readonly Fault[]): Html | null =>
  faults.length === 0
    ? null
    : html`<div class="error" role="alert">
        <h2>${WORDS.errors[locale]}</h2>
        <ul>
          ${faults.map(({ field, words }) =>
            field === null ? html`<li>${words}</li>` : html`<li><a href="#${field}">${words}</a></li>`,
          )}
        </ul>
      </div>`;

/** The labels of fields by where they stand in a request, for the words of a refusal. */
export type FieldLabels = Readonly<Record<string, { readonly field: string; readonly word: Word }>>;

/** The faults a problem speaks of. */
export function faultsOf(problem: Problem, locale: Locale, labels: FieldLabels = {}): Fault[] {
  const { errors, retryAfter } = problem.extensions;
  if (errors && errors.length > 0)
    return errors.map(({ pointer, message }) => {
      const label = labels[pointer];
      if (!label) return { field: null, words: message[locale] };
      return { field: label.field, words: `${WORDS[label.word][locale]}: ${message[locale]}` };
    });
  const wait = retryAfter === undefined ? '' : ` ${WORDS.wait[locale]}`;
  return [{ field: null, words: `${problem.detail[locale]}${wait}` }];
}
