/** Pages on the way in: the start, the form of a report, the receipt that has to be typed back, the end of the way. */
import type { Locale } from '../../contract/problems.ts';
import type { Reply } from '../route.ts';
import { html, type Html } from './html.ts';
import { at, faultBox, pageReply, type Fault, type FieldLabels } from './layout.ts';
import { wordsIn } from './words.ts';

/** Fields of the form as they were typed. */
export type Typed = Readonly<Record<string, string | undefined>>;

export const REPORT_LABELS: FieldLabels = {
  '/content': { field: 'content', word: 'content' },
  '/about': { field: 'about', word: 'about' },
  '/happenedOn': { field: 'happenedOn', word: 'happenedOn' },
  '/identity/name': { field: 'name', word: 'name' },
  '/identity/unit': { field: 'unit', word: 'unit' },
  '/identity/contact': { field: 'contact', word: 'contact' },
};

export function startPage(locale: Locale): Reply<string> {
  const say = wordsIn(locale);
  return pageReply({
    locale,
    title: say('portal'),
    body: html`<p>${say('startWhat')}</p>
      <p class="box">${say('startSafe')}</p>
      <p>${say('startAfter')}</p>
      <h2>${say('anonymous')}</h2>
      <p>${say('anonymousWhat')}</p>
      <h2>${say('named')}</h2>
      <p>${say('namedWhat')}</p>
      <p>
        <a href="${at('/portal/report', locale)}">${say('report')}</a> ·
        <a href="${at('/portal/status', locale)}">${say('status')}</a>
      </p>`,
  });
}

export interface ReportForm {
  readonly locale: Locale;
  /** The token that stands for this one sending. */
  readonly form: string;
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
  readonly status?: number;
  readonly retryAfter?: number;
}

/** The form; with what was typed and what is wrong with it. */
export function reportPage({ locale, form, typed = {}, faults = [], ...rest }: ReportForm): Reply<string> {
  const say = wordsIn(locale);
  const wrong = (name: string): Html | null =>
    faults.some(({ field }) => field === name) ? html` aria-invalid="true"` : null;
  const line = (name: 'about' | 'name' | 'unit' | 'contact', isOptional = true): Html =>
    html`<label for="${name}">${say(name)} ${isOptional ? say('optional') : ''}</label>
      <input id="${name}" name="${name}" autocomplete="off" ${wrong(name)} value="${typed[name] ?? ''}" />`;
  return pageReply({
    ...rest,
    locale,
    title: say('report'),
    body: html`${faultBox(locale, faults)}
      <form method="post" action="${at('/portal/report', locale)}" enctype="multipart/form-data">
        <input type="hidden" name="form" value="${form}" />
        <label for="content">${say('content')}</label>
        <p class="hint" id="content-hint">${say('contentHint')}</p>
        <textarea id="content" name="content" required aria-describedby="content-hint" ${wrong('content')}>
${typed.content ?? ''}</textarea>
        ${line('about')}
        <label for="happenedOn">${say('happenedOn')} ${say('optional')}</label>
        <p class="hint" id="day-hint">${say('dayHint')}</p>
        <input
          type="date"
          id="happenedOn"
          name="happenedOn"
          aria-describedby="day-hint"
          ${wrong('happenedOn')}
          value="${typed.happenedOn ?? ''}"
        />
        <fieldset>
          <legend>${say('identity')}</legend>
          <p class="hint">${say('namedWhat')}</p>
          ${line('name')}${line('unit')}${line('contact')}
        </fieldset>
        <button>${say('send')}</button>
      </form>`,
  });
}

export interface ReceiptShown {
  readonly locale: Locale;
  readonly receipt: string;
  readonly token: string;
  /** The code, sealed for the next answer: it is kept nowhere else. */
  readonly box: string;
  readonly faults?: readonly Fault[];
  readonly status: number;
}

const spaced = (receipt: string): string => receipt.replaceAll(/\d{4}(?=\d)/g, '$& ');

/** The receipt, shown until it was typed back. */
export function receiptPage({
  locale,
  receipt,
  token,
  box,
  faults = [],
  status,
}: ReceiptShown): Reply<string> {
  const say = wordsIn(locale);
  return pageReply({
    locale,
    status,
    title: say('received'),
    body: html`<h2>${say('receipt')}</h2>
      <p class="code">${spaced(receipt)}</p>
      <p class="box">${say('keep')}</p>
      ${faultBox(locale, faults)}
      <form method="post" action="${at('/portal/receipt', locale)}">
        <input type="hidden" name="token" value="${token}" /><input type="hidden" name="box" value="${box}" />
        <label for="receipt">${say('typeBack')}</label>
        <input
          id="receipt"
          name="receipt"
          inputmode="numeric"
          autocomplete="off"
          required${faults.length > 0 ? html` aria-invalid="true"` : null}
        />
        <button>${say('confirm')}</button>
      </form>`,
  });
}

export function donePage(locale: Locale): Reply<string> {
  const say = wordsIn(locale);
  return pageReply({
    locale,
    title: say('done'),
    body: html`<p>${say('doneWhat')}</p>
      <p><a href="${at('/portal/status', locale)}">${say('status')}</a></p>`,
  });
}
