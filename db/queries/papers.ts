/** Papers: entries that owe some, numbers, and papers as issued. What a paper says is sealed and opened elsewhere. */
import type { Knex } from 'knex';
import type { Recipient } from '../../src/domain/effect.ts';
import type { CaseId, Instant, Words } from '../../src/domain/vocabulary.ts';
import { DISCLOSURES, ENTRY_COLUMNS, type StoredEntry } from './case-journal.ts';

export interface PaperRow {
  readonly id: string;
  readonly case_id: CaseId;
  readonly version: number;
  readonly entry_id: string;
  readonly ordinal: number;
  readonly paper: string;
  readonly title: Words;
  readonly recipients: readonly Recipient[];
  readonly number_class: string;
  readonly number_year: number;
  readonly number: number;
  readonly number_words: Words;
  readonly html_sha256: Words;
  readonly issued_at: Instant;
  readonly key_id: string;
}

/** As a list shows it: whether its key was dropped, and its content with it. */
export interface ListedPaperRow extends PaperRow {
  readonly is_erased: boolean;
}

/** With its content as stored, hexadecimal, and the wrapped key that opens it; null when the key was dropped. */
export interface SealedPaperRow extends PaperRow {
  readonly sealed: string;
  readonly wrapped: string | null;
}

const COLUMNS = `
  p.id, p.case_id, p.version, p.entry_id, p.ordinal, p.paper, p.title, p.recipients, p.number_class, p.number_year,
  p.number, p.number_words, p.html_sha256, iso_instant(p.issued_at) as issued_at, p.key_id`;

/** An accepted event whose effects owe a paper. */
const OWES = `
  j.outcome = 'accepted' and j.seq is not null and exists (
    select 1 from journal_sealed e where e.tenant_id = j.tenant_id and e.entry_id = j.id and e.name = 'effects')`;

/** The first place of the log that was not looked at for papers, and how many places there are. */
export async function findPaperLog(
  db: Knex,
  tenant: string,
): Promise<{ readonly nextIdx: number; readonly size: number }> {
  const { rows } = await db.raw<{ rows: { next_idx: number; size: number }[] }>(
    `select coalesce((select next_idx from paper_log where tenant_id = :tenant), 0) as next_idx,
       coalesce((select size from journal_log where tenant_id = :tenant), 0) as size`,
    { tenant },
  );
  return { nextIdx: rows[0]?.next_idx ?? 0, size: rows[0]?.size ?? 0 };
}

export interface PlacedEntry extends StoredEntry {
  readonly idx: number;
}

/** Entries of accepted events in places `from` to before `to` of the log, in order. */
export async function listEntriesBetween(
  db: Knex,
  tenant: string,
  from: number,
  to: number,
): Promise<PlacedEntry[]> {
  const { rows } = await db.raw<{ rows: PlacedEntry[] }>(
    `select l.idx, ${ENTRY_COLUMNS}, ${DISCLOSURES} as disclosures
     from journal_leaf l join journal j on j.tenant_id = l.tenant_id and j.id = l.entry_id
     where l.tenant_id = :tenant and l.idx >= :from and l.idx < :to and ${OWES}
     order by l.idx limit :limit`,
    { tenant, from, to, limit: Math.max(0, to - from) },
  );
  return rows;
}

/** Entries of a case that the drawing along the log has not come to yet, oldest first, at most `limit`. */
export async function listUndrawnOfCase(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  { afterVersion, limit }: { readonly afterVersion: number; readonly limit: number },
): Promise<StoredEntry[]> {
  const { rows } = await db.raw<{ rows: StoredEntry[] }>(
    `select ${ENTRY_COLUMNS}, ${DISCLOSURES} as disclosures from journal j
     where j.tenant_id = :tenant and j.case_id = :caseId and j.seq > :afterVersion and ${OWES}
       and not exists (select 1 from journal_leaf l where l.tenant_id = j.tenant_id and l.entry_id = j.id
         and l.idx < coalesce((select next_idx from paper_log where tenant_id = j.tenant_id), 0))
       and not exists (select 1 from papers p where p.tenant_id = j.tenant_id and p.entry_id = j.id)
     order by j.seq limit :limit`,
    { tenant, caseId, afterVersion, limit },
  );
  return rows;
}

/**
 * Takes the lock of whoever issues papers; they take turns at this row until they commit. Answers the first place of
 * the log that was not looked at.
 */
export async function lockPaperLog(trx: Knex.Transaction, tenant: string): Promise<number> {
  await trx.raw('insert into paper_log (tenant_id) values (?) on conflict do nothing', [tenant]);
  const { rows } = await trx.raw<{ rows: { next_idx: number }[] }>(
    'select next_idx from paper_log where tenant_id = ? for update',
    [tenant],
  );
  return (rows[0] as { next_idx: number }).next_idx;
}

export async function movePaperLog(trx: Knex.Transaction, tenant: string, nextIdx: number): Promise<void> {
  await trx.raw('update paper_log set next_idx = greatest(next_idx, ?) where tenant_id = ?', [
    nextIdx,
    tenant,
  ]);
}

/** Which of these entries have their papers. All papers of an entry are issued in one transaction. */
export async function listDrawn(db: Knex, tenant: string, entryIds: readonly string[]): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { entry_id: string }[] }>(
    'select distinct entry_id from papers where tenant_id = ? and entry_id = any(?::uuid[])',
    [tenant, `{${entryIds.join(',')}}`],
  );
  return rows.map(({ entry_id }) => entry_id);
}

/** The next number of a series. A transaction that fails gives it back. */
export async function takeNumber(
  trx: Knex.Transaction,
  tenant: string,
  series: { readonly class: string; readonly year: number },
): Promise<number> {
  const { rows } = await trx.raw<{ rows: { latest: number }[] }>(
    `insert into paper_numbers (tenant_id, number_class, number_year, latest) values (?, ?, ?, 1)
     on conflict (tenant_id, number_class, number_year) do update set latest = paper_numbers.latest + 1
     returning latest`,
    [tenant, series.class, series.year],
  );
  return (rows[0] as { latest: number }).latest;
}

export async function insertPapers(
  trx: Knex.Transaction,
  tenant: string,
  papers: readonly (PaperRow & { readonly sealed: string })[],
): Promise<void> {
  await trx.raw(
    `insert into papers (tenant_id, id, case_id, version, entry_id, ordinal, paper, title, recipients, number_class,
       number_year, number, number_words, html_sha256, issued_at, key_id, sealed)
     select ?, x.id, x.case_id, x.version, x.entry_id, x.ordinal, x.paper, x.title, x.recipients, x.number_class,
       x.number_year, x.number, x.number_words, x.html_sha256, x.issued_at, x.key_id, decode(x.sealed, 'hex')
     from jsonb_to_recordset(?::jsonb) as x(id uuid, case_id uuid, version int, entry_id uuid, ordinal int, paper text,
       title jsonb, recipients jsonb, number_class text, number_year int, number int, number_words jsonb,
       html_sha256 jsonb, issued_at timestamptz, key_id uuid, sealed text)`,
    [tenant, JSON.stringify(papers)],
  );
}

/** Far more than a case has ever had papers. */
const MOST_PAPERS = 2_000;

/** The papers of a case, oldest first. */
export async function listPapers(db: Knex, tenant: string, caseId: CaseId): Promise<ListedPaperRow[]> {
  const { rows } = await db.raw<{ rows: ListedPaperRow[] }>(
    `select ${COLUMNS}, not exists (
         select 1 from seal_keys s where s.tenant_id = p.tenant_id and s.id = p.key_id) as is_erased
     from papers p where p.tenant_id = ? and p.case_id = ?
     order by p.version, p.ordinal limit ${MOST_PAPERS}`,
    [tenant, caseId],
  );
  return rows;
}

export async function findPaper(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  id: string,
): Promise<SealedPaperRow | undefined> {
  const { rows } = await db.raw<{ rows: SealedPaperRow[] }>(
    `select ${COLUMNS}, encode(p.sealed, 'hex') as sealed, encode(s.wrapped, 'hex') as wrapped
     from papers p left join seal_keys s on s.tenant_id = p.tenant_id and s.id = p.key_id
     where p.tenant_id = ? and p.case_id = ? and p.id = ?`,
    [tenant, caseId, id],
  );
  return rows[0];
}

/** The cases of these ids with the wrapped keys of their families, hexadecimal; those whose key was dropped are left out. */
export async function listSealKeys(
  db: Knex,
  tenant: string,
  caseIds: readonly CaseId[],
): Promise<{ readonly id: CaseId; readonly key_id: string; readonly wrapped: string }[]> {
  const { rows } = await db.raw<{ rows: { id: CaseId; key_id: string; wrapped: string }[] }>(
    `select c.id, s.id as key_id, encode(s.wrapped, 'hex') as wrapped
     from cases c join seal_keys s on s.tenant_id = c.tenant_id and s.id = c.seal_key_id
     where c.tenant_id = ? and c.id = any(?::uuid[])`,
    [tenant, `{${caseIds.join(',')}}`],
  );
  return rows;
}
