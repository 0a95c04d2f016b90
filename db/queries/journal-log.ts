/** The numbered log: giving out places, and reading it by filter and keyset. */
import type { Knex } from 'knex';
import type { CaseId, Instant } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';
import { DISCLOSURES, ENTRY_COLUMNS, type StoredEntry } from './case-journal.ts';

/**
 * Gives queued entries their places: contiguous, in queue order, at most `limit`. Integrators meet at the log's row.
 * Takes whatever is visible in the queue, so an entry that commits late is never passed over. Answers how many.
 */
export async function integrate(trx: Knex.Transaction, tenant: string, limit: number): Promise<number> {
  await trx.raw('insert into journal_log (tenant_id) values (?) on conflict do nothing', [tenant]);
  const { rows } = await trx.raw<{ rows: { size: number }[] }>(
    'select size from journal_log where tenant_id = ? for update',
    [tenant],
  );
  const size = (rows[0] as { size: number }).size;
  const { rows: taken } = await trx.raw<{ rows: { count: number }[] }>(
    `with taken as (
       delete from journal_queue q
       using (select n from journal_queue where tenant_id = ? order by n limit ?) first
       where q.tenant_id = ? and q.n = first.n
       returning q.n, q.entry_id
     ), placed as (
       insert into journal_leaf (tenant_id, idx, entry_id, case_id, seq, actor, type, procedure, outcome, occurred_at)
       select j.tenant_id, ?::bigint + row_number() over (order by t.n) - 1, j.id, j.case_id, j.seq, j.actor, j.type,
         j.procedure, j.outcome, j.occurred_at
       from taken t join journal j on j.tenant_id = ? and j.id = t.entry_id
       returning 1
     )
     select count(*)::int as count from placed`,
    [tenant, limit, tenant, size, tenant],
  );
  const count = (taken[0] as { count: number }).count;
  if (count > 0) await trx.raw('update journal_log set size = size + ? where tenant_id = ?', [count, tenant]);
  return count;
}

export async function findLogSize(db: Knex, tenant: string): Promise<number> {
  const { rows } = await db.raw<{ rows: { size: number }[] }>(
    'select size from journal_log where tenant_id = ?',
    [tenant],
  );
  return rows[0]?.size ?? 0;
}

/** Seconds the oldest entry has been waiting for its place; 0 when none waits. */
export async function findOldestPending(db: Knex): Promise<number> {
  const { rows } = await db.raw<{ rows: { seconds: number }[] }>(
    `select coalesce(extract(epoch from now() - min(j.recorded_at)), 0)::float8 as seconds
     from (select distinct on (tenant_id) tenant_id, entry_id from journal_queue order by tenant_id, n) q
     join journal j on j.tenant_id = q.tenant_id and j.id = q.entry_id`,
  );
  return Math.max(0, rows[0]?.seconds ?? 0);
}

/** Who asks: an auditor reads the whole log, staff the entries of cases they may know of, a party their own acts. */
export interface LogReader extends Asking {
  readonly isAuditor: boolean;
}

export interface JournalFilter {
  readonly case?: CaseId;
  readonly actor?: string;
  /** Exact, or with `*` for the rest at the end or at the beginning. */
  readonly types?: readonly string[];
  readonly procedure?: string;
  readonly outcome?: string;
  readonly from?: Instant;
  readonly to?: Instant;
  /** The id of an entry or a case; otherwise exactly an actor, a type or a procedure. */
  readonly q?: string;
}

export interface NumberedEntry extends StoredEntry {
  readonly idx: number;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const OWN_PSEUDONYM = '(select pseudonym from people where tenant_id = :tenant and id = :person)';

/** An auditor may be the one a matter is about: they are told nothing of families that concern them or that they are recused from. */
const NOT_ABOUT_THE_AUDITOR = `(l.case_id is null or not is_in_families(l.tenant_id, l.case_id,
    (select families_concerning(:tenant, :person) || families_recused_from(:tenant, :person))))`;

/** A page of the log as of `size`, by keyset on the place in it. */
export async function listLog(
  db: Knex,
  tenant: string,
  reader: LogReader,
  filter: JournalFilter,
  page: {
    readonly size: number;
    readonly after: number | null;
    readonly isDescending: boolean;
    readonly limit: number;
  },
): Promise<NumberedEntry[]> {
  const types = (filter.types ?? []).map((type, at) =>
    type.includes('*') ? `l.type like :type${at}` : `l.type = :type${at}`,
  );
  const conditions = [
    'l.tenant_id = :tenant',
    'l.idx < :size',
    !reader.isAuditor &&
      `exists (select 1 from cases c where c.tenant_id = l.tenant_id and c.id = l.case_id
         and ${mayKnow(undefined, { concerned: 'none' })})`,
    !reader.isAuditor && ['own', 'none'].includes(reader.sees) && `l.actor = ${OWN_PSEUDONYM}`,
    // Who looked at a case is an auditor's business; colleagues see what they looked at themselves.
    !reader.isAuditor && `(l.type not like '%.read' or l.actor = ${OWN_PSEUDONYM})`,
    reader.isAuditor && NOT_ABOUT_THE_AUDITOR,
    filter.case !== undefined && 'l.case_id = :case',
    filter.actor !== undefined && 'l.actor = :actor',
    types.length > 0 && `(${types.join(' or ')})`,
    filter.procedure !== undefined && 'l.procedure = :procedure',
    filter.outcome !== undefined && 'l.outcome = :outcome',
    filter.from !== undefined && 'l.occurred_at >= :from::timestamptz',
    filter.to !== undefined && 'l.occurred_at < :to::timestamptz',
    filter.q !== undefined &&
      (UUID.test(filter.q)
        ? '(l.case_id = :q::uuid or l.entry_id = :q::uuid)'
        : '(l.actor = :q or l.type = :q or l.procedure = :q)'),
    page.after !== null && `l.idx ${page.isDescending ? '<' : '>'} :after`,
  ].filter(Boolean);
  const named = Object.fromEntries(
    (filter.types ?? []).map((type, at) => [
      `type${at}`,
      type.includes('*') ? type.replaceAll(/[%_\\]/g, '\\$&').replaceAll(/^\*|\*$/g, '%') : type,
    ]),
  );
  const asking = { sees: reader.sees, person: reader.person, unit: reader.unit, bodies: reader.bodies };
  const order = page.isDescending ? 'desc' : 'asc';
  const { rows } = await db.raw<{ rows: NumberedEntry[] }>(
    `select l.idx, ${ENTRY_COLUMNS}, ${DISCLOSURES} as disclosures
     from (select l.tenant_id, l.idx, l.entry_id from journal_leaf l where ${conditions.join(' and ')}
           order by l.idx ${order} limit :limit) l
     join journal j on j.tenant_id = l.tenant_id and j.id = l.entry_id
     order by l.idx ${order}`,
    { tenant, ...asking, ...filter, ...named, size: page.size, after: page.after ?? 0, limit: page.limit },
  );
  return rows;
}
