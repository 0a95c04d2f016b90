/** Numbers of cases: given out in the order of the log, by whoever holds its row. */
import type { Knex } from 'knex';

export interface Numbering {
  /** Letters by procedure, and those of a procedure that is not among them. */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly otherPrefix: string;
  readonly digits: number;
  /** In which the year of an opening is told. */
  readonly timeZone: string;
  /** Places of the log that are looked at in one go. */
  readonly limit: number;
}

/**
 * Gives the cases that open in the next places of the log their numbers, and moves the mark on, in one statement. The
 * caller holds the log's row. Answers whether more places wait to be looked at.
 */
export async function numberCases(trx: Knex.Transaction, tenant: string, how: Numbering): Promise<boolean> {
  const { rows } = await trx.raw<{ rows: { more: boolean }[] }>(
    `with span as (
       select numbered, least(size, numbered + :limit) as upto from journal_log
       where tenant_id = :tenant and numbered < size
     ), opened as (
       select l.idx, l.case_id, coalesce(:prefixes::jsonb->>l.procedure, :otherPrefix) as prefix,
         extract(year from l.occurred_at at time zone :timeZone)::int as year
       from span join journal_leaf l on l.tenant_id = :tenant and l.idx >= span.numbered and l.idx < span.upto
       where l.seq = 1 and l.case_id is not null
         and not exists (select 1 from case_numbers g where g.tenant_id = :tenant and g.case_id = l.case_id)
     ), counted as (
       select o.case_id, o.prefix, o.year, latest.n + row_number() over (partition by o.prefix, o.year order by o.idx) as n
       from opened o cross join lateral (
         select coalesce((select g.n from case_numbers g where g.tenant_id = :tenant and g.prefix = o.prefix
           and g.year = o.year order by g.n desc limit 1), 0) as n) latest
     ), written as (
       insert into case_numbers (tenant_id, case_id, prefix, year, n, number)
       select :tenant, case_id, prefix, year, n,
         prefix || '-' || year || '-' || lpad(n::text, greatest(:digits::int, length(n::text)), '0') from counted
     )
     update journal_log l set numbered = span.upto from span where l.tenant_id = :tenant
     returning l.numbered < l.size as more`,
    {
      tenant,
      prefixes: JSON.stringify(how.prefixes),
      otherPrefix: how.otherPrefix,
      digits: how.digits,
      timeZone: how.timeZone,
      limit: how.limit,
    },
  );
  return rows[0]?.more ?? false;
}
