/**
 * The papers of a case for those who may know of it; a party reads those addressed to them, in the part they have in
 * this case. Whatever is owed is drawn first.
 */
import { hash } from 'node:crypto';
import { findPaper, listPapers, type ListedPaperRow, type PaperRow } from '../../db/queries/papers.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { PaperView } from '../contract/papers.ts';
import { Problem } from '../contract/problems.ts';
import { LANGS, type Lang } from '../domain/paper-formats.ts';
import { CaseId, type Role } from '../domain/vocabulary.ts';
import { worksOn, type Asker } from './acting.ts';
import { drawPapersOfCase, unsealContent, type PaperContent } from './draw-papers.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

export async function listCasePapers(runtime: Runtime, asker: Asker, caseId: CaseId): Promise<PaperView[]> {
  const row = await visibleCase(runtime, asker, caseId);
  await drawPapersOfCase(runtime, row);
  const papers = await seenBy(runtime, asker, (db) => listPapers(db, runtime.tenant, row.id));
  return papers.filter((paper) => maySee(asker, row, paper)).map(toView);
}

export interface ServedPaper {
  readonly content: string | Buffer;
  /** Of the content, in hexadecimal. */
  readonly sha256: string;
  readonly name: string;
}

/** The frozen page. Throws `not-found` also for a paper that is addressed to somebody else, or was erased. */
export async function readPaperHtml(runtime: Runtime, asker: Asker, of: PaperAddress): Promise<ServedPaper> {
  const { paper, content } = await openPaper(runtime, asker, of);
  return { content: content[of.lang].html, sha256: paper.html_sha256[of.lang], name: paper.paper };
}

/** The same paper as PDF, made from the frozen content: the same bytes each time. */
export async function readPaperPdf(runtime: Runtime, asker: Asker, of: PaperAddress): Promise<ServedPaper> {
  const { paper, content } = await openPaper(runtime, asker, of);
  const pdf = await runtime.renderPdf(content[of.lang].document, paper.issued_at);
  return { content: pdf, sha256: hash('sha256', pdf, 'hex'), name: paper.paper };
}

export interface PaperAddress {
  readonly caseId: CaseId;
  readonly paperId: string;
  readonly lang: Lang;
}

const noSuchPaper = () =>
  new Problem('not-found', { zh: '没有您可以阅看的该文书', en: 'There is no such paper for you' });
const erased = () =>
  new Problem('not-found', { zh: '该文书的内容已删除', en: 'What this paper said was erased' });

async function openPaper(
  runtime: Runtime,
  asker: Asker,
  { caseId, paperId }: PaperAddress,
): Promise<{ readonly paper: PaperRow; readonly content: PaperContent }> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!CaseId.safeParse(paperId).success) throw noSuchPaper();
  const paper = await seenBy(runtime, asker, (db) => findPaper(db, runtime.tenant, row.id, paperId));
  if (!paper || !maySee(asker, row, paper)) throw noSuchPaper();
  if (paper.wrapped === null) throw erased();
  const key = runtime.unwrapped(paper.key_id, paper.wrapped);
  return { paper, content: unsealContent(key, paper.id, paper.sealed) };
}

/** Staff who work on the case read every paper of it, a party what is addressed to them. */
export const maySee = (asker: Asker, row: CaseRow, { recipients }: Pick<PaperRow, 'recipients'>): boolean =>
  worksOn(asker, row) || partsOf(asker, row).some((part) => recipients.includes(part));

/**
 * What a party is in this case. Whoever opened a complaint, or appeals against what became of it, is its reporter, whatever
 * other roles they hold, and reads nothing that went to the person reported; whoever applied for another procedure is on
 * the side of its subject.
 */
function partsOf({ roles, personId, unit }: Asker, row: CaseRow): Role[] {
  const isOpener = row.opened_by === personId;
  const isSubject = row.subject === personId;
  const isComplaint = row.procedure === 'complaint';
  const isOnReply =
    row.procedure === 'appeal' && (row.context as { onProcedure?: unknown }).onProcedure === 'complaint';
  const isOfReporter = isComplaint || isOnReply;
  const holds: Record<'reporter' | 'subject' | 'subject_unit', boolean> = {
    reporter: isOfReporter && (isOpener || (isOnReply && isSubject)),
    subject: !isOfReporter && (isSubject || isOpener),
    subject_unit: !isOfReporter && ((row.unit !== null && row.unit === unit) || isOpener),
  };
  return (Object.keys(holds) as (keyof typeof holds)[]).filter((part) => holds[part] && roles.includes(part));
}

const toView = (row: ListedPaperRow): PaperView => ({
  id: row.id,
  case: row.case_id,
  paper: row.paper,
  title: row.title,
  number: row.number_words,
  recipients: [...row.recipients],
  version: row.version,
  entry: row.entry_id,
  issuedAt: row.issued_at,
  languages: [...LANGS],
  sha256: row.html_sha256,
  isErased: row.is_erased,
});
