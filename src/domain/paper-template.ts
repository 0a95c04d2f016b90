/**
 * Templates of papers as data: what each says in Chinese and English, whom it is fit for, how it ends. Checks shapes
 * and placeholders; finding and reading the files is `main/papers.ts`, filling them in `paper-document.ts`.
 */
import { z } from 'zod';
import type { Recipient } from './effect.ts';
import { SIDES, type Side } from './paper-field.ts';
import { isPaperField, PAPER_FIELDS, type PaperFieldName } from './paper-fields.ts';
import { parsed, type Parsed, type ProfileProblem } from './profile.ts';
import type { Words } from './vocabulary.ts';

/** Whom a paper may go to. Its text may only use what every one of these sides may read. */
export const AUDIENCES = {
  internal: ['internal'],
  subject_side: ['internal', 'subject_side'],
  reporter_side: ['internal', 'reporter_side'],
  outside: ['internal', 'outside'],
  subject_and_outside: ['internal', 'subject_side', 'outside'],
  anybody: SIDES,
} as const satisfies Record<string, readonly Side[]>;
export type Audience = keyof typeof AUDIENCES;

/** A letter, a decision and a notice leave the house under its head and seal; a record and a form stay in it. */
export const PAPER_KINDS = ['letter', 'decision', 'notice', 'record', 'form'] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

const Code = z.string().regex(/^[a-z][a-z0-9_]*$/, 'has to be snake_case');
const Text = z.string().trim().min(1);
const BothWords = z.strictObject({ zh: Text, en: Text });
const BothTexts = z
  .strictObject({ zh: z.array(Text), en: z.array(Text) })
  .refine(({ zh, en }) => zh.length === en.length, 'has to have as many paragraphs in each language');

/** The name of a field between braces. */
const PLACEHOLDER = /\{([a-z][a-z0-9_]*)\}/g;
export const placeholdersIn = (text: string): string[] =>
  [...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? '');

export const TemplateData = z
  .strictObject({
    title: BothWords,
    kind: z.enum(PAPER_KINDS),
    /** Class of its number; that of its kind where absent. */
    number: Code.optional(),
    audience: z.enum(Object.keys(AUDIENCES) as [Audience, ...Audience[]]),
    text: BothTexts,
    /** Fields shown below the text, one a row. */
    fields: z.array(Code).default([]),
    /** Whose hand goes under it, beside or in place of the seal. */
    signatures: z.array(BothWords).default([]),
    /** How to seek a review of it. */
    review: BothTexts.optional(),
    basis: z.array(z.string().min(1).max(64)).min(1),
  })
  .superRefine((template, context) => {
    const { text, review, fields, audience } = template;
    const used: [string, (string | number)[]][] = [
      ...(['zh', 'en'] as const).flatMap((lang) =>
        [...text[lang].map((one, at) => ({ one, path: ['text', lang, at] }))]
          .concat((review?.[lang] ?? []).map((one, at) => ({ one, path: ['review', lang, at] })))
          .flatMap(({ one, path }) =>
            placeholdersIn(one).map((name): [string, (string | number)[]] => [name, path]),
          ),
      ),
      ...fields.map((name, at): [string, (string | number)[]] => [name, ['fields', at]]),
    ];
    for (const [name, path] of used) {
      if (!isPaperField(name)) {
        context.addIssue({ code: 'custom', path, message: `names ${name}, which is no field of papers` });
        continue;
      }
      const closed = AUDIENCES[audience].filter((side) => !PAPER_FIELDS[name].sides.includes(side));
      if (closed.length > 0)
        context.addIssue({
          code: 'custom',
          path,
          message: `names ${name}, which ${closed.join(' and ')} may not read`,
        });
    }
    const texts = (lang: 'zh' | 'en') => [...text[lang], ...(review?.[lang] ?? [])].map(namesIn);
    if (JSON.stringify(texts('zh')) !== JSON.stringify(texts('en')))
      context.addIssue({
        code: 'custom',
        path: ['text'],
        message: 'does not name the same fields, paragraph by paragraph, in both languages',
      });
  });

const namesIn = (text: string): string[] => [...new Set(placeholdersIn(text))].sort();

/** One file of templates: those of a procedure, or with `any` those of every procedure that has none of its own. */
export const TemplateFile = z.strictObject({ procedure: Code, papers: z.record(Code, TemplateData) });

export const LetterheadData = z.strictObject({
  body: BothWords,
  /** What stands before the year in a number. */
  short: BothWords,
  classes: z.record(Code, BothWords),
});

/** Words of codes that papers print, by group; what the program declares elsewhere is compared by a test. */
export const WordsData = z.record(Code, z.record(z.string().regex(/^[a-z][a-z0-9_.]*$/), BothWords));

export interface PaperTemplate {
  readonly title: Words;
  readonly kind: PaperKind;
  readonly number: string;
  readonly audience: Audience;
  readonly text: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly fields: readonly PaperFieldName[];
  readonly signatures: readonly Words[];
  readonly review: { readonly zh: readonly string[]; readonly en: readonly string[] };
  readonly basis: readonly string[];
}

/** Every field that a template uses. */
export function fieldsOf({ text, review, fields }: PaperTemplate): PaperFieldName[] {
  const named = [...text.zh, ...review.zh].flatMap(placeholdersIn) as PaperFieldName[];
  return [...new Set([...named, ...fields])];
}

export type Letterhead = z.infer<typeof LetterheadData>;
export type PaperWords = z.infer<typeof WordsData>;

/** Everything papers are drawn from. */
export interface PaperSet {
  /** By `procedure/code`, and `any/code`. */
  readonly templates: ReadonlyMap<string, PaperTemplate>;
  readonly letterhead: Letterhead;
  readonly words: PaperWords;
}

export const ANY_PROCEDURE = 'any';
/** Stands in for a code that no file knows: an older version of a procedure may have issued it. */
export const OTHER_PAPER = 'other_paper';

/** The template of a procedure's paper: its own, the common one, or the one that says nothing but codes and days. */
export function templateFor({ templates }: PaperSet, procedure: string, paper: string): PaperTemplate {
  const found =
    templates.get(`${procedure}/${paper}`) ??
    templates.get(`${ANY_PROCEDURE}/${paper}`) ??
    templates.get(`${ANY_PROCEDURE}/${OTHER_PAPER}`);
  if (!found) throw new Error(`there is no template for ${paper} and none for other papers`);
  return found;
}

/** The usable templates of a file by key, or what is wrong with it. */
export function parseTemplates(raw: unknown): Parsed<ReadonlyMap<string, PaperTemplate>> {
  const result = parsed(TemplateFile, withoutLikes(raw));
  if (!result.ok) return result;
  const { procedure, papers } = result.value;
  return {
    ok: true,
    value: new Map(
      Object.entries(papers).map(([code, template]) => [
        `${procedure}/${code}`,
        {
          ...template,
          number: template.number ?? template.kind,
          fields: template.fields as PaperFieldName[],
          review: template.review ?? { zh: [], en: [] },
        },
      ]),
    ),
  };
}

/** A template that is `like` another of its file takes from it what it does not say itself. */
function withoutLikes(raw: unknown): unknown {
  const papers = isRecord(raw) && isRecord(raw.papers) ? raw.papers : undefined;
  if (!isRecord(raw) || !papers) return raw;
  const whole = Object.entries(papers).map(([code, own]): [string, unknown] => {
    if (!isRecord(own) || typeof own.like !== 'string') return [code, own];
    const { like, ...rest } = own;
    return [code, { ...(isRecord(papers[like]) ? papers[like] : {}), ...rest }];
  });
  return { ...raw, papers: Object.fromEntries(whole) };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What the parts of a set have wrong with each other: numbers of a class that the letterhead does not know. */
export function setProblems({ templates, letterhead }: PaperSet): ProfileProblem[] {
  const unknown = [...templates]
    .filter(([, { number }]) => letterhead.classes[number] === undefined)
    .map(([key, { number }]) => ({
      path: ['classes'],
      reason: `has no class ${number}, which the template ${key} is numbered in`,
    }));
  return templates.has(`${ANY_PROCEDURE}/${OTHER_PAPER}`)
    ? unknown
    : [...unknown, { path: [], reason: `leaves no template ${ANY_PROCEDURE}/${OTHER_PAPER}` }];
}

/** Which side a recipient stands on. `parties_told` may turn out to be either party. */
export function sidesOf(recipient: Recipient): readonly Side[] {
  switch (recipient) {
    case 'reporter':
      return ['reporter_side'];
    case 'subject':
    case 'subject_unit':
      return ['subject_side'];
    case 'other_body':
    case 'discipline_organ':
      return ['outside'];
    case 'recipients_of_clarification':
      return ['subject_side', 'outside'];
    case 'parties_told':
      return ['reporter_side', 'subject_side'];
    default:
      return ['internal'];
  }
}

/** Whether a template may go to all of these. */
export const isFitFor = ({ audience }: Pick<PaperTemplate, 'audience'>, to: readonly Recipient[]): boolean =>
  to.every((one) => sidesOf(one).every((side) => (AUDIENCES[audience] as readonly Side[]).includes(side)));
