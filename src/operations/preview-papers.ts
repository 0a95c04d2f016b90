/**
 * The papers that an event would issue, drawn before it is applied: marked as drafts, without a number, and nothing written.
 * What may stand in them is decided where real papers are drawn; identities are not read here either.
 */
import type { StoredEntry } from '../../db/queries/case-journal.ts';
import { findInstallation } from '../../db/queries/installation.ts';
import type { StepGroup } from '../../db/queries/step-write.ts';
import type { PaperPreview } from '../contract/papers.ts';
import type { EventData } from '../domain/effect.ts';
import { documentOf } from '../domain/paper-document.ts';
import { LANGS, type Lang } from '../domain/paper-formats.ts';
import type { CaseId, Words } from '../domain/vocabulary.ts';
import { procedureOf } from '../machines/registry.ts';
import { renderHtml } from '../papers/html.ts';
import type { Asker } from './acting.ts';
import { namesIn } from './directory-names.ts';
import { papersOf } from './owed-papers.ts';
import { onlyRead } from './reads-only.ts';
import { maySee } from './read-papers.ts';
import { problemOf } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { loadedOf, parseData, plan, readFor, refuseErased } from './take-step.ts';

const DRAFT: Words = { zh: '草稿，未签发', en: 'Draft: not issued' };
const NO_NUMBER: Words = { zh: '签发时编号', en: 'Numbered when issued' };

export interface PreviewPapers {
  readonly event: string;
  readonly data: EventData;
  /** Only this one. */
  readonly paper?: string | undefined;
}

/**
 * Refuses what the event itself would be refused for, and journals no such refusal: nothing was tried. A party is shown what
 * would be addressed to them. Throws `Problem`: not-found, texts-erased, validation-failed, not-permitted, event-not-allowed.
 */
export async function previewPapers(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  { event: type, data, paper }: PreviewPapers,
): Promise<PaperPreview[]> {
  const read = await readFor(runtime, { asker, data }, caseId);
  refuseErased(read);
  const loaded = loadedOf(read);
  if (!loaded) throw await onlyRead(runtime, asker, caseId);
  const { row } = loaded;
  const procedure = procedureOf(row.procedure, row.procedure_version);
  const parsed = procedure ? parseData(procedure, type, data) : { data, text: {}, identity: {} };
  const planned = await plan(runtime, read, asker, { root: loaded, event: { type, ...parsed } });
  if ('refusal' in planned) throw problemOf(planned.refusal);
  if (!procedure) throw new Error('a step was planned without a procedure');
  const entry = entryIn(planned.group, row.id, loaded.wrappedKey);
  const then = {
    row: planned.row,
    directory: await namesIn(runtime, planned.row, [planned.row.context, parsed.data]),
    versions: new Map([[planned.row.version, { context: planned.row.context, procedure }]]),
  };
  const key = runtime.unwrapped(row.seal_key_id, loaded.wrappedKey);
  const { isSandbox } = await findInstallation(runtime.knex);
  const owed = await papersOf(runtime, entry, then, key, isSandbox);
  return owed
    .filter(
      (one) =>
        (paper === undefined || one.paper === paper) && maySee(asker, row, { recipients: one.view.to }),
    )
    .map(({ paper: code, template, view }) => ({
      paper: code,
      title: template.title,
      recipients: [...view.to],
      html: Object.fromEntries(
        LANGS.map((lang) => {
          const number = { class: template.number, year: Number(view.date.slice(0, 4)), value: 0 };
          const document = documentOf(runtime.papers, template, view, number, lang);
          const mark = [DRAFT[lang], document.mark]
            .filter((one) => one !== null)
            .join(lang === 'zh' ? '；' : '; ');
          return [lang, renderHtml({ ...document, mark, number: NO_NUMBER[lang] })];
        }),
      ) as Record<Lang, string>,
    }));
}

/** The entry the step would have left on the case, as the journal would give it back. */
function entryIn({ entries, sealed }: StepGroup, caseId: CaseId, wrapped: string): StoredEntry {
  const entry = entries.find((one) => one.case_id === caseId);
  if (!entry) throw new Error('a planned step has an entry on its case');
  return {
    ...entry,
    case_id: caseId,
    leaf: Buffer.from(entry.leaf, 'hex').toString('utf8'),
    disclosures: sealed
      .filter(({ entry_id }) => entry_id === entry.id)
      .map(({ name, disclosure, sealed: box, key_id }) => ({
        name,
        disclosure,
        ...(name === 'identity'
          ? { sealed: null, keyId: null, wrapped: null }
          : { sealed: box, keyId: key_id, wrapped: key_id === null ? null : wrapped }),
      })),
  };
}
