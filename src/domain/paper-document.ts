/**
 * A paper as it is said, before it has a form: title, addressee, paragraphs, rows, how it ends. Made from a template and
 * the values that the allow-list gives; renderers know nothing else of the case. Pure.
 */
import type { Recipient } from './effect.ts';
import { type Meta, type Source } from './paper-field.ts';
import { PAPER_FIELDS, type PaperFieldName } from './paper-fields.ts';
import { dayInWords, type FormatTools, type Lang } from './paper-formats.ts';
import { placeholdersIn, type PaperSet, type PaperTemplate } from './paper-template.ts';
import type { Profile } from './profile.ts';
import type { Words } from './vocabulary.ts';

/** What the drawer knows of the step. `texts` answers a source of free text, and only such a one. */
export interface PaperView {
  readonly event: string;
  readonly meta: Readonly<Record<Meta, string | Words | null>>;
  readonly data: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
  /** Ends of the clocks that the step started or extended, by key. */
  readonly due: Readonly<Record<string, string>>;
  readonly texts: (source: Extract<Source, { text: string }>) => unknown;
  readonly profile: Profile;
  /** Names of units by their codes, of those that the step or the case names. */
  readonly units: ReadonlyMap<string, string>;
  readonly to: readonly Recipient[];
  /** The day of the act, in the time zone of the profile. */
  readonly date: string;
  /** Names by reference, of those whom the step and the case speak of; a reporter is none of them. */
  readonly names: ReadonlyMap<string, string>;
  readonly isSandbox: boolean;
}

export interface PaperDocument {
  readonly lang: Lang;
  /** Under the red head of the body and its seal, or a sheet of the file. */
  readonly isHeaded: boolean;
  readonly body: string;
  readonly mark: string | null;
  readonly number: string;
  readonly title: string;
  readonly addressee: string | null;
  readonly paragraphs: readonly string[];
  readonly rows: readonly (readonly [string, string])[];
  readonly signatures: readonly string[];
  readonly date: string;
  readonly copies: string | null;
}

export interface PaperNumber {
  readonly class: string;
  readonly year: number;
  readonly value: number;
}

const SANDBOX: Words = { zh: '演练文书，不具效力', en: 'Exercise only: of no effect' };
const COPIES: Words = { zh: '抄送：', en: 'Copy to: ' };
const GOES_TO: Words = { zh: '送：', en: 'To: ' };

/** 示纪告〔2025〕12号. */
export function numberInWords({ letterhead }: PaperSet, number: PaperNumber, lang: Lang): string {
  const name = letterhead.classes[number.class]?.[lang] ?? number.class;
  return lang === 'zh'
    ? `${letterhead.short.zh}${name}〔${number.year}〕${number.value}号`
    : `${letterhead.short.en} ${name} [${number.year}] No. ${number.value}`;
}

/** The paper in one language. */
export function documentOf(
  set: PaperSet,
  template: PaperTemplate,
  view: PaperView,
  number: PaperNumber,
  lang: Lang,
): PaperDocument {
  const subject = view.context.subject;
  const tools: FormatTools = {
    lang,
    words: set.words,
    profile: view.profile,
    units: view.units,
    subject: typeof subject === 'string' ? subject : null,
    nameOf: (reference) => view.names.get(reference),
  };
  const value = (name: PaperFieldName): string | undefined => {
    const { from, format } = PAPER_FIELDS[name];
    for (const source of from) {
      const said = format(valueOf(view, source), tools);
      if (said !== undefined) return said;
    }
    return undefined;
  };
  const recipients = view.to.map((one) => recipientInWords(set, one, tools));
  const isHeaded = template.kind !== 'record' && template.kind !== 'form';
  const [first, ...others] = recipients;
  return {
    lang,
    isHeaded,
    body: set.letterhead.body[lang],
    mark: view.isSandbox ? SANDBOX[lang] : null,
    number: numberInWords(set, number, lang),
    title: template.title[lang],
    addressee: isHeaded && first !== undefined ? (lang === 'zh' ? `${first}：` : `To ${first}:`) : null,
    paragraphs: [...template.text[lang], ...template.review[lang]].flatMap((text) => filled(text, value)),
    rows: template.fields.flatMap((name) => {
      const said = value(name);
      return said === undefined ? [] : [[PAPER_FIELDS[name].label[lang], said] as const];
    }),
    signatures: template.signatures.map((words) => words[lang]),
    date: dayInWords(view.date, lang),
    copies: isHeaded ? listOf(COPIES, others, lang) : listOf(GOES_TO, recipients, lang),
  };
}

/** The text with its values; none where one of them is missing, so that no sentence has a hole. */
function filled(text: string, value: (name: PaperFieldName) => string | undefined): string[] {
  const names = placeholdersIn(text) as PaperFieldName[];
  const values = new Map(names.map((name) => [name, value(name)]));
  if ([...values.values()].includes(undefined)) return [];
  return [
    text.replaceAll(/\{([a-z0-9_]+)\}/g, (_, name: string) => values.get(name as PaperFieldName) ?? ''),
  ];
}

function valueOf(view: PaperView, source: Source): unknown {
  if ('meta' in source) return view.meta[source.meta];
  if ('data' in source) return view.data[source.data];
  if ('context' in source) return view.context[source.context];
  if ('due' in source)
    return source.due.includes('*')
      ? Object.values(view.due)[0]
      : source.due.map((key) => view.due[key]).find((end) => end !== undefined);
  return mayComeFrom(source, view.event) ? view.texts(source) : undefined;
}

/** Whether a text may be taken from this event; an earlier one of the case is looked for by name. */
export const mayComeFrom = ({ on, isEarlier }: Extract<Source, { text: string }>, event: string): boolean =>
  isEarlier === true || on.some((one) => one === event || one === `${event.split('.')[0] ?? ''}.*`);

function recipientInWords(
  { words }: PaperSet,
  one: Recipient,
  { lang, subject, nameOf }: FormatTools,
): string {
  const part = words.recipient?.[one]?.[lang] ?? one;
  if (one !== 'subject' || subject === null) return part;
  const name = nameOf(subject);
  if (lang === 'zh') return name === undefined ? `${part}（编号${subject}）` : `${name}（${part}）`;
  return name === undefined ? `${part} (${subject})` : `${name} (${part})`;
}

const listOf = (before: Words, to: readonly string[], lang: Lang): string | null =>
  to.length === 0 ? null : `${before[lang]}${to.join(lang === 'zh' ? '，' : ', ')}`;
