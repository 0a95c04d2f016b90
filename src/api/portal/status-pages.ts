/** Pages for who comes back: the code is asked for, then the report's status, its mailbox and what else may be done. */
import type { PortalReport } from '../../contract/portal.ts';
import type { Locale } from '../../contract/problems.ts';
import { MESSAGE_CODES, MESSAGE_KINDS } from '../../domain/message-kinds.ts';
import type { Reply } from '../route.ts';
import { escaped, html, type Html } from './html.ts';
import { at, faultBox, pageReply, type Fault } from './layout.ts';
import type { Typed } from './report-pages.ts';
import { WORDS, wordsIn } from './words.ts';

/** Bytes of messages on one page; the rest is a button away. A page has to arrive on a bad line. */
const MOST_OF_MESSAGES = 5_000;
const MOST_DISCLOSURES = 12;

export interface CodeForm {
  readonly locale: Locale;
  readonly faults?: readonly Fault[];
  readonly status?: number;
  readonly retryAfter?: number;
}

/** Asks for the code. A wrong one is not shown again: it may be right but for a digit. */
export function codePage({ locale, faults = [], ...rest }: CodeForm): Reply<string> {
  const say = wordsIn(locale);
  return pageReply({
    ...rest,
    locale,
    title: say('status'),
    body: html`${faultBox(locale, faults)}
      <form method="post" action="${at('/portal/status', locale)}">
        <label for="receipt">${say('code')}</label>
        <p class="hint" id="code-hint">${say('codeHint')}</p>
        <input
          id="receipt"
          name="receipt"
          inputmode="numeric"
          autocomplete="off"
          required
          aria-describedby="code-hint"
        />
        <button>${say('look')}</button>
      </form>`,
  });
}

export interface StatusShown {
  readonly locale: Locale;
  readonly token: string;
  readonly report: PortalReport;
  /** Messages before this number; the latest when absent. */
  readonly before?: number;
  readonly notice?: 'sent' | 'acted';
  readonly typed?: Typed;
  readonly faults?: readonly Fault[];
  readonly status?: number;
  readonly retryAfter?: number;
}

type Message = PortalReport['messages'][number];

/** The latest that fit, at least one. */
function fitting(messages: readonly Message[], room: number): readonly Message[] {
  let left = room;
  const first = messages.findLastIndex(({ text }, at) => {
    left -= Buffer.byteLength(escaped(text)) + 200;
    return left < 0 && at < messages.length - 1;
  });
  return messages.slice(first + 1);
}

export function statusPage(shown: StatusShown): Reply<string> {
  const { locale, token, report, before, notice, typed = {}, faults = [] } = shown;
  const say = wordsIn(locale);
  const known = report.messages.filter(({ number }) => before === undefined || number < before);
  const messages = fitting(known, MOST_OF_MESSAGES - Buffer.byteLength(typed.text ?? ''));
  const pass = html`<input type="hidden" name="token" value="${token}" />`;
  const { status } = report;
  return pageReply({
    ...(shown.status !== undefined && { status: shown.status }),
    ...(shown.retryAfter !== undefined && { retryAfter: shown.retryAfter }),
    locale,
    title: say('standing'),
    body: html`${notice ? html`<p class="box" role="status">${say(notice)}</p>` : null}${faultBox(locale, faults)}
      <p><strong>${status.label[locale]}</strong>: ${status.sentence[locale]}</p>
      <p>${say('receivedOn')}: ${report.receivedOn}</p>
      <p>${say('lapse')}</p>
      <section aria-labelledby="m">
        <h2 id="m">${say('messages')}</h2>
        ${known.length > messages.length ? earlier(shown, messages, pass) : null}${
          report.messages.length === 0
            ? html`<p>${say('noMessages')}</p>`
            : messages.map((each) => said(locale, each))
        }
      </section>
      <section aria-labelledby="w">
        <h2 id="w">${say('write')}</h2>
        <form method="post" action="${at('/portal/message', locale)}" enctype="multipart/form-data">
          ${pass} <label for="kind">${say('kind')}</label
          ><select id="kind" name="kind">
            ${MESSAGE_CODES.map(
              (kind) =>
                html`<option value="${kind}" ${typed.kind === kind ? html` selected` : null}>
                  ${MESSAGE_KINDS[kind][locale]}
                </option>`,
            )}
          </select>
          <label for="text">${say('text')}</label
          ><textarea id="text" name="text" required>${typed.text ?? ''}</textarea>
          <label for="file">${say('file')} ${say('optional')}</label
          ><input type="file" id="file" name="file" /> <button>${say('send')}</button>
        </form>
      </section>
      ${report.actions.map((action, at) => actionForm(shown, action, { at, pass }))}
      <section aria-labelledby="d">
        <h2 id="d">${say('disclosures')}</h2>
        ${disclosures(shown)}
      </section>`,
  });
}

const earlier = ({ locale }: StatusShown, messages: readonly Message[], pass: Html): Html =>
  html`<form method="post" action="${at('/portal/status', locale)}">
    ${pass}<input type="hidden" name="before" value="${messages[0]?.number ?? 1}" /><button>
      ${WORDS.earlier[locale]}
    </button>
  </form>`;

function said(locale: Locale, { from, kind, on, text, wantsAnswer, hasFile }: Message): Html {
  const marks = [
    from === 'body' ? WORDS.fromBody[locale] : WORDS.fromYou[locale],
    on,
    ...(kind === 'message' ? [] : [MESSAGE_KINDS[kind][locale]]),
    ...(hasFile ? [WORDS.withFile[locale]] : []),
    ...(wantsAnswer ? [WORDS.pleaseAnswer[locale]] : []),
  ];
  return html`<article>
    <h3>${marks.join(' · ')}</h3>
    <div class="said">${text}</div>
  </article>`;
}

function actionForm(
  { locale, typed = {} }: StatusShown,
  { event, label, fields }: PortalReport['actions'][number],
  { at: place, pass }: { readonly at: number; readonly pass: Html },
): Html {
  return html`<section aria-labelledby="a${place}">
    <h2 id="a${place}">${label[locale]}</h2>
    <form method="post" action="${at('/portal/message', locale)}">
      ${pass}<input type="hidden" name="event" value="${event}" />${fields.map(
        (field, n) =>
          html` <label for="a${place}f${n}"
              >${field.label[locale]}${field.isRequired ? null : ` ${WORDS.optional[locale]}`}</label
            ><input
              id="a${place}f${n}"
              name="${field.pointer}"
              autocomplete="off"
              ${field.isRequired ? html` required` : null}
              value="${typed.event === event ? (typed[field.pointer] ?? '') : ''}"
            />`,
      )} <button>${WORDS.send[locale]}</button>
    </form>
  </section>`;
}

function disclosures({ locale, report }: StatusShown): Html {
  if (report.disclosures.length === 0) return html`<p>${WORDS.noDisclosures[locale]}</p>`;
  return html`<ul>
    ${report.disclosures
      .slice(-MOST_DISCLOSURES)
      .map(({ on, label }) => html`<li>${on}: ${label[locale]}</li>`)}
  </ul>`;
}
