/** How the values of a case are spelled on paper, in one language. Pure; a value that says nothing gives undefined. */
import { dateOf, localDayOf } from './local-day.ts';
import type { ListName, Profile } from './profile.ts';
import type { Words } from './vocabulary.ts';

export type Lang = keyof Words;
export const LANGS: readonly Lang[] = ['zh', 'en'];

export interface FormatTools {
  readonly lang: Lang;
  readonly words: Readonly<Record<string, Readonly<Record<string, Words>>>>;
  readonly profile: Profile;
  /** Names of units by their codes, of those that the step names. */
  readonly units: ReadonlyMap<string, string>;
  /** Whom the paper is about, for what concerns several. */
  readonly subject: string | null;
  /** The name behind a person's reference, where one is known. */
  readonly nameOf: (reference: string) => string | undefined;
}

export type Format = (value: unknown, tools: FormatTools) => string | undefined;

/** A free text out of a list, with the data of the element that it stands in. */
export interface TextOfElement {
  readonly element: Readonly<Record<string, unknown>>;
  readonly text: string;
}

const YES: Words = { zh: '是', en: 'yes' };
const NO: Words = { zh: '否', en: 'no' };
const UNKNOWN: Words = { zh: '不明', en: 'not known' };

const asText = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== ''
    ? value.trim()
    : typeof value === 'number'
      ? String(value)
      : undefined;
const part = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
const joined = (texts: readonly (string | undefined)[], { lang }: FormatTools): string | undefined => {
  const said = texts.filter((text) => text !== undefined);
  return said.length > 0 ? said.join(lang === 'zh' ? '、' : ', ') : undefined;
};
const pair = (name: string, value: string, { lang }: FormatTools) =>
  lang === 'zh' ? `${name}：${value}` : `${name}: ${value}`;

export const plain: Format = (value, tools) =>
  typeof value === 'object' && value !== null && 'zh' in value
    ? asText(part(value, tools.lang))
    : asText(value);

/** A unit or a body by its name, with the code it goes by; the code alone where the directory does not know it. */
export const unitNamed: Format = (value, { lang, units }) => {
  const code = asText(value);
  const name = code === undefined ? undefined : units.get(code);
  if (name === undefined) return code;
  return lang === 'zh' ? `${name}（${code}）` : `${name} (${code})`;
};

/** A date as an official paper writes it: 2025年6月9日, 9 June 2025. */
export const day: Format = (value, { lang, profile }) => {
  const text = asText(value);
  if (text === undefined) return undefined;
  const date = text.length === 10 ? text : dateOf(localDayOf(text, profile.rules.timeZone));
  return dayInWords(date, lang);
};

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

export function dayInWords(date: string, lang: Lang): string {
  const [year, month, of] = date.split('-').map(Number) as [number, number, number];
  return lang === 'zh' ? `${year}年${month}月${of}日` : `${of} ${MONTHS[month - 1] ?? ''} ${year}`;
}

export const flag: Format = (value, { lang }) =>
  typeof value === 'boolean' ? (value ? YES : NO)[lang] : undefined;

export const tri: Format = (value, tools) => (value === 'unknown' ? UNKNOWN[tools.lang] : flag(value, tools));

/** Words of a code from a group; the code itself where the group does not know it. */
export const words =
  (group: string): Format =>
  (value, { lang, words: known }) => {
    const code = asText(value);
    return code === undefined ? undefined : (known[group]?.[code]?.[lang] ?? code);
  };

/** Words of a code from a list of the profile, which each body keeps for itself. */
export const listed =
  (list: ListName): Format =>
  (value, { lang, profile }) => {
    const code = asText(value);
    if (code === undefined) return undefined;
    return profile.lists[list].find((item) => item.code === code)?.[lang] ?? code;
  };

/** Words of a track of sanctions or appeals, as the profile lists them. */
export const track: Format = (value, { lang, profile }) =>
  [...profile.sanctionTracks, ...profile.appealTracks].find(({ code }) => code === value)?.[lang] ??
  asText(value);

/** Words of a sanction; one code means the same measure on every track that has it. */
export const sanction: Format = (value, { lang, profile }) =>
  profile.sanctionTracks.flatMap(({ measures }) => measures).find(({ code }) => code === value)?.[lang] ??
  asText(value);

/** Each element of a list: itself, one part of it, or two parts as name and value, the name spelled in its own way. */
export const each =
  (format: Format, name?: string, second?: string, spelled: Format = plain): Format =>
  (value, tools) => {
    if (!Array.isArray(value)) return undefined;
    const said = value.map((element: unknown) => {
      const first = name === undefined ? element : part(element, name);
      if (second === undefined) return format(first, tools);
      const other = format(part(element, second), tools);
      return other && pair(spelled(first, tools) ?? '', other, tools);
    });
    return joined(said, tools);
  };

/** A person as a letter calls them: by name, or by reference where none is known. */
export const person: Format = (value, { nameOf }) => {
  const reference = asText(value);
  return reference === undefined ? undefined : (nameOf(reference) ?? reference);
};

/** A person as a file calls them: by name and reference, since names repeat. */
export const personOnFile: Format = (value, { nameOf }) => {
  const reference = asText(value);
  if (reference === undefined) return undefined;
  const name = nameOf(reference);
  return name === undefined ? reference : `${name} ${reference}`;
};

export const people: Format = (value, tools) => each(personOnFile)(value, tools);

/** Allegations: point and person. */
export const points: Format = (value, tools) =>
  Array.isArray(value)
    ? joined(
        value.map((one: unknown) =>
          pair(asText(part(one, 'point')) ?? '', personOnFile(part(one, 'subject'), tools) ?? '', tools),
        ),
        tools,
      )
    : undefined;

/** Rules by the profile and the version of it. */
export const rulesNamed: Format = (value) => {
  const [profile, version] = [asText(part(value, 'profile')), asText(part(value, 'version'))];
  return profile === undefined || version === undefined ? undefined : `${profile} ${version}`;
};

/** How a body voted: numbers, no names. */
export const votes: Format = (value, { lang }) => {
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const count = (vote: string) => value.filter((member: unknown) => part(member, 'vote') === vote).length;
  const [pro, contra, none] = [count('for'), count('against'), count('abstain')];
  return lang === 'zh'
    ? `到会${value.length}人，同意${pro}人，反对${contra}人，弃权${none}人`
    : `${value.length} present: ${pro} for, ${contra} against, ${none} abstaining`;
};

/** Results by act; to a person only their own. */
export const determinations =
  (whose: 'all' | 'own'): Format =>
  (value, tools) => {
    if (!Array.isArray(value)) return undefined;
    const { subject } = tools;
    const shown = value.filter((one: unknown) => whose === 'all' || part(one, 'person') === subject);
    return joined(
      shown.map((one: unknown) => {
        const act = asText(part(one, 'act')) ?? '';
        const person = whose === 'all' ? `（${personOnFile(part(one, 'person'), tools) ?? ''}）` : '';
        const outcome = words('outcome')(part(one, 'outcome'), tools) ?? '';
        const minor = words('minor_measure')(part(one, 'minorMeasure'), tools);
        const measure = minor === undefined ? '' : tools.lang === 'zh' ? `，并${minor}` : `, with ${minor}`;
        return pair(
          `${act}${tools.lang === 'zh' ? person : person.replace('（', ' (').replace('）', ')')}`,
          `${outcome}${measure}`,
          tools,
        );
      }),
      tools,
    );
  };

/** Texts of a list, each behind the code it stands by. */
export const byCode: Format = (value, tools) =>
  Array.isArray(value) && value.length > 0
    ? (value as TextOfElement[])
        .map(({ element, text }) => pair(asText(element.code) ?? '', text, tools))
        .join(tools.lang === 'zh' ? '；' : '; ')
    : undefined;

/** Reasons of results, act by act; to a person only those about themselves. */
export const reasons: Format = (value, tools) => {
  if (!Array.isArray(value)) return undefined;
  const own = (value as TextOfElement[]).filter(({ element }) => element.person === tools.subject);
  return own.length === 0
    ? undefined
    : own
        .map(({ element, text }) => pair(asText(element.act) ?? '', text, tools))
        .join(tools.lang === 'zh' ? '；' : '; ');
};
