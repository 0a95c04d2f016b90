/**
 * Draws the papers that accepted events owe, after the step and apart from it: along the numbered log for the worker,
 * or for one case when somebody reads it. Each is numbered, frozen and journalled in one transaction, once.
 */
import { hash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { uuidv7 } from 'uuidv7';
import type { StoredEntry } from '../../db/queries/case-journal.ts';
import { findInstallation } from '../../db/queries/installation.ts';
import {
  findPaperLog,
  insertPapers,
  listDrawn,
  listEntriesBetween,
  listUndrawnOfCase,
  lockPaperLog,
  movePaperLog,
  takeNumber,
  type PaperRow,
} from '../../db/queries/papers.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import { documentOf, numberInWords, type PaperDocument, type PaperNumber } from '../domain/paper-document.ts';
import { LANGS, type Lang } from '../domain/paper-formats.ts';
import { renderHtml } from '../papers/html.ts';
import { integrateJournal } from './integrate-journal.ts';
import { makeEntry } from './journal-entry.ts';
import { owedPapers, type OwedPaper } from './owed-papers.ts';
import type { Runtime } from './runtime.ts';
import { seal, unseal, type SealKey } from './sealing.ts';

/** Places of the log looked at in one go. */
const BATCH = 200;

/** What is sealed of a paper: both languages, as said and as the page whose hash is in the journal. */
export type PaperContent = Readonly<
  Record<Lang, { readonly document: PaperDocument; readonly html: string }>
>;

/** The label a paper's content is sealed under. */
const paperLabel = (id: string): string => `${id} paper`;

/** Pages repeat themselves, so the content is stored at a fifth of its size. */
const sealContent = ({ key }: SealKey, id: string, content: PaperContent): string =>
  seal(key, deflateRawSync(JSON.stringify(content)), paperLabel(id)).toString('hex');

export const unsealContent = ({ key }: SealKey, id: string, sealed: string): PaperContent =>
  JSON.parse(
    inflateRawSync(unseal(key, Buffer.from(sealed, 'hex'), paperLabel(id))).toString('utf8'),
  ) as PaperContent;

/**
 * Draws along the log, from where the last drawing ended; answers whether more entries wait. One that cannot be drawn
 * holds up those after it and is an error until a program comes that can: no paper is passed over.
 */
export async function drawPapers(runtime: Runtime): Promise<boolean> {
  const { knex, tenant } = runtime;
  const { nextIdx, size } = await findPaperLog(knex, tenant);
  if (nextIdx >= size) return false;
  const to = Math.min(size, nextIdx + BATCH);
  const entries = await listEntriesBetween(knex, tenant, nextIdx, to);
  const { owed, failure } = await owedPapers(runtime, entries);
  const reached = failure ? (entries.find(({ id }) => id === failure.entry)?.idx ?? nextIdx) : to;
  if (reached > nextIdx) await issue(runtime, owed, reached);
  if (failure) throw failure.error;
  return to < size;
}

/**
 * Draws what a case owes and the drawing along the log has not come to, so that no reader misses a paper. A case that was
 * opened this moment gets its number first: what is drawn is frozen.
 */
export async function drawPapersOfCase(
  runtime: Runtime,
  { id, number = null }: Pick<CaseRow, 'id' | 'number'>,
): Promise<void> {
  const { knex, tenant } = runtime;
  let afterVersion = 0;
  for (;;) {
    const entries = await listUndrawnOfCase(knex, tenant, id, { afterVersion, limit: BATCH });
    if (entries.length === 0) return;
    if (number === null) while (await integrateJournal(runtime));
    const { owed, failure } = await owedPapers(runtime, entries);
    if (owed.length > 0) await issue(runtime, owed, null);
    if (failure) throw failure.error;
    if (entries.length < BATCH) return;
    afterVersion = (entries.at(-1) as StoredEntry).seq ?? afterVersion;
  }
}

/** Numbers, renders, seals and journals, unless somebody else did meanwhile. */
async function issue(runtime: Runtime, owed: readonly OwedPaper[], nextIdx: number | null): Promise<void> {
  const { knex, tenant } = runtime;
  const issued = await knex.transaction(async (trx) => {
    await lockPaperLog(trx, tenant);
    const drawn = new Set(await listDrawn(trx, tenant, [...new Set(owed.map(({ entry }) => entry.id))]));
    const { now } = await findInstallation(trx);
    const made: (PaperRow & { readonly sealed: string })[] = [];
    for (const each of owed.filter(({ entry }) => !drawn.has(entry.id))) {
      const series = { class: each.template.number, year: Number(each.view.date.slice(0, 4)) };
      const value = await takeNumber(trx, tenant, series);
      made.push(frozen(runtime, each, { ...series, value }, now));
    }
    if (made.length > 0) {
      await insertPapers(trx, tenant, made);
      const groups = made.map((paper) => {
        const { entry, sealed } = entryOf(runtime, paper, now);
        return { moves: [], entries: [entry], sealed };
      });
      await writeSteps(trx, tenant, groups);
    }
    if (nextIdx !== null) await movePaperLog(trx, tenant, nextIdx);
    return made.length;
  });
  if (issued > 0) runtime.onWritten?.();
}

/** The paper as it will be read from now on, whatever becomes of templates and program. */
function frozen(
  { papers }: Runtime,
  { entry, ordinal, paper, template, view, key }: OwedPaper,
  number: PaperNumber,
  now: string,
): PaperRow & { readonly sealed: string } {
  const id = uuidv7();
  const inBoth = <T>(make: (lang: Lang) => T) =>
    Object.fromEntries(LANGS.map((lang) => [lang, make(lang)])) as Record<Lang, T>;
  const content: PaperContent = inBoth((lang) => {
    const document = documentOf(papers, template, view, number, lang);
    return { document, html: renderHtml(document) };
  });
  return {
    id,
    case_id: entry.case_id,
    version: entry.seq ?? 0,
    entry_id: entry.id,
    ordinal,
    paper,
    title: template.title,
    recipients: view.to,
    number_class: number.class,
    number_year: number.year,
    number: number.value,
    number_words: inBoth((lang) => numberInWords(papers, number, lang)),
    html_sha256: inBoth((lang) => hash('sha256', content[lang].html, 'hex')),
    issued_at: now,
    key_id: key.id,
    sealed: sealContent(key, id, content),
  };
}

const entryOf = (runtime: Runtime, paper: PaperRow, now: string) =>
  makeEntry({
    type: 'paper.issued',
    time: now,
    recorded: new Date().toISOString(),
    actor: runtime.systemPseudonym,
    outcome: 'done',
    case: { id: paper.case_id, at: paper.version },
    disclosed: [
      {
        name: 'data',
        value: {
          id: paper.id,
          paper: paper.paper,
          entry: paper.entry_id,
          number: paper.number_words.zh,
          to: paper.recipients,
          sha256: paper.html_sha256,
        },
      },
    ],
  });
