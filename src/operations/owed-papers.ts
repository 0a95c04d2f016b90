/**
 * Which papers an entry of the journal owes, and what each may say: the case as it was at that version, the codes of
 * the event, and those free texts that the allow-list names. Identities are not read here at all.
 */
import { listCaseEntries, type StoredEntry } from '../../db/queries/case-journal.ts';
import { findCase } from '../../db/queries/cases.ts';
import { findInstallation } from '../../db/queries/installation.ts';
import { listSealKeys } from '../../db/queries/papers.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { Recipient } from '../domain/effect.ts';
import { dateOf, localDayOf } from '../domain/local-day.ts';
import type { PaperView } from '../domain/paper-document.ts';
import { type Source } from '../domain/paper-field.ts';
import { PAPER_FIELDS } from '../domain/paper-fields.ts';
import type { TextOfElement } from '../domain/paper-formats.ts';
import { fieldsOf, templateFor, type PaperTemplate } from '../domain/paper-template.ts';
import type { CaseId, Words } from '../domain/vocabulary.ts';
import type { ClockOutcome } from '../engine/clock-effects.ts';
import type { BaseContext, Procedure, Row } from '../machines/procedure.ts';
import { procedureOf } from '../machines/registry.ts';
import { namesIn, type DirectoryNames } from './directory-names.ts';
import { openText } from './read-case-events.ts';
import { replay, valueOf } from './replay-case.ts';
import type { Runtime } from './runtime.ts';
import type { SealKey } from './sealing.ts';

export interface OwedPaper {
  readonly entry: StoredEntry;
  /** Which of the papers of that entry, from 0. */
  readonly ordinal: number;
  readonly paper: string;
  readonly template: PaperTemplate;
  readonly view: PaperView;
  /** The family's, under which it is sealed. */
  readonly key: SealKey;
}

export interface OwedPapers {
  readonly owed: readonly OwedPaper[];
  /** The first entry whose papers cannot be drawn; nothing after it was looked at. */
  readonly failure?: { readonly entry: string; readonly error: unknown };
}

type TextSource = Extract<Source, { text: string }>;
interface IssueEffect {
  readonly kind: string;
  readonly paper: string;
  readonly to: readonly Recipient[];
}

const papersIn = (entry: StoredEntry): readonly IssueEffect[] =>
  (valueOf<readonly IssueEffect[]>(entry, 'effects') ?? []).filter(({ kind }) => kind === 'issue_document');

/** What these entries owe, in their order. Those of a family whose key was dropped owe nothing any more. */
export async function owedPapers(runtime: Runtime, entries: readonly StoredEntry[]): Promise<OwedPapers> {
  const owing = entries.filter((entry) => papersIn(entry).length > 0);
  if (owing.length === 0) return { owed: [] };
  const { isSandbox } = await findInstallation(runtime.knex);
  const ids = [...new Set(owing.map((entry) => entry.case_id))];
  const keys = new Map(
    (await listSealKeys(runtime.knex, runtime.tenant, ids)).map(({ id, key_id, wrapped }) => [
      id,
      runtime.unwrapped(key_id, wrapped),
    ]),
  );
  const cases = new Map<CaseId, CaseThen>();
  const owed: OwedPaper[] = [];
  for (const entry of owing) {
    const key = keys.get(entry.case_id);
    if (!key) continue;
    try {
      const of = cases.get(entry.case_id) ?? (await caseThen(runtime, entry.case_id, owing));
      cases.set(entry.case_id, of);
      owed.push(...(await papersOf(runtime, entry, of, key, isSandbox)));
    } catch (error) {
      return { owed, failure: { entry: entry.id, error } };
    }
  }
  return { owed };
}

/** A case, and what it remembered after each version that is asked for, with the machine it ran on then. */
export interface CaseThen {
  readonly row: CaseRow;
  readonly directory: DirectoryNames;
  readonly versions: ReadonlyMap<number, Then>;
}

interface Then {
  readonly context: BaseContext;
  readonly procedure: Procedure;
}

/** One replay gives every version that is needed; none is needed where the case still is as the entry left it. */
async function caseThen(runtime: Runtime, id: CaseId, owing: readonly StoredEntry[]): Promise<CaseThen> {
  const row = await findCase(runtime.knex, runtime.tenant, id);
  if (!row) throw new Error(`case ${id} is missing`);
  const wanted = owing.flatMap(({ case_id, seq }) => (case_id === id && seq !== null ? [seq] : []));
  const current = procedureOf(row.procedure, row.procedure_version);
  const versions = new Map<number, Then>();
  if (current && wanted.every((version) => version === row.version))
    versions.set(row.version, { context: row.context, procedure: current });
  else
    await replay(runtime, row, { version: Math.max(...wanted) }, ({ version, snapshot, procedure }) => {
      if (wanted.includes(version)) versions.set(version, { context: snapshot.context, procedure });
    });
  const told = [...versions.values()].map(({ context }) => context);
  const data = owing.filter(({ case_id }) => case_id === id).map((entry) => valueOf(entry, 'data'));
  return { row, versions, directory: await namesIn(runtime, row, [...told, ...data]) };
}

/** What one entry owes, on the case as the entry left it. */
export async function papersOf(
  runtime: Runtime,
  entry: StoredEntry,
  { row, versions, directory }: CaseThen,
  key: SealKey,
  isSandbox: boolean,
): Promise<OwedPaper[]> {
  const then = versions.get(entry.seq ?? 0);
  if (!then) throw new Error(`case ${row.id} cannot be seen as it was at ${entry.seq ?? 0}`);
  const { context, procedure } = then;
  const { profile } = await runtime.pinned(row.profile_hash);
  const data = valueOf<Record<string, unknown>>(entry, 'data') ?? {};
  const event = entry.type.slice(entry.type.indexOf('.') + 1);
  const fired = procedure.rows.find((each) => each.event === event && fits(each, data));
  const owed: OwedPaper[] = [];
  for (const [ordinal, { paper, to }] of papersIn(entry).entries()) {
    const template = templateFor(runtime.papers, row.procedure, paper);
    const view: PaperView = {
      event: entry.type,
      meta: {
        case: row.number ?? row.id,
        procedure: procedure.label,
        act: fired?.label ?? null,
        actedOn: entry.occurred_at,
        unit: context.unit ?? row.unit,
      } satisfies Record<string, string | Words | null>,
      data,
      context: { ...context },
      due: endsOf(entry),
      texts: await textsFor(runtime, entry, template),
      profile,
      to,
      date: dateOf(localDayOf(entry.occurred_at, profile.rules.timeZone)),
      ...directory,
      isSandbox,
    };
    owed.push({ entry, ordinal, paper, template, view, key });
  }
  return owed;
}

const fits = ({ when = {} }: Row, data: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(when).every(([name, value]) =>
    Array.isArray(value) ? value.includes(data[name]) : data[name] === value,
  );

/** When the clocks end that the step started or extended. */
const endsOf = (entry: StoredEntry): Record<string, string> =>
  Object.fromEntries(
    (valueOf<readonly ClockOutcome[]>(entry, 'effects') ?? []).flatMap(({ kind, clock, dueAt }) =>
      ['start_clock', 'extend_clock'].includes(kind) && typeof dueAt === 'string' ? [[clock, dueAt]] : [],
    ),
  );

/** Answers the free texts that a template's fields name; those of an earlier event are looked up first. */
async function textsFor(
  runtime: Runtime,
  entry: StoredEntry,
  template: PaperTemplate,
): Promise<(source: TextSource) => unknown> {
  const earlier = new Map<TextSource, StoredEntry>();
  for (const source of fieldsOf(template).flatMap((name) => PAPER_FIELDS[name].from))
    if ('text' in source && source.isEarlier === true) {
      const found = await latestOf(runtime, entry, source.on);
      if (found) earlier.set(source, found);
    }
  return (source) => {
    const from = source.isEarlier === true ? earlier.get(source) : entry;
    return from ? textIn(runtime, from, source.text) : undefined;
  };
}

const PAGE = 500;

async function latestOf(
  runtime: Runtime,
  { case_id, seq }: StoredEntry,
  types: readonly string[],
): Promise<StoredEntry | undefined> {
  let found: StoredEntry | undefined;
  for (let afterVersion = 0; ;) {
    const page = await listCaseEntries(runtime.knex, runtime.tenant, case_id, { afterVersion, limit: PAGE });
    for (const entry of page) if (types.includes(entry.type) && (entry.seq ?? 0) <= (seq ?? 0)) found = entry;
    if (page.length < PAGE) return found;
    afterVersion = page.at(-1)?.seq ?? 0;
  }
}

/** The text at a pointer; with `*`, each of a list with the data beside it. */
function textIn(runtime: Runtime, entry: StoredEntry, pointer: string): unknown {
  const { values } = openText(runtime, entry);
  const [list, name] = pointer.split('/*/') as [string, string | undefined];
  if (name === undefined) return values[pointer];
  const elements = valueOf<Record<string, unknown>>(entry, 'data')?.[list.slice(1)];
  if (!Array.isArray(elements)) return undefined;
  return (elements as Record<string, unknown>[]).flatMap((element, at): TextOfElement[] => {
    const text = values[`${list}/${at}/${name}`];
    return typeof text === 'string' ? [{ element, text }] : [];
  });
}
