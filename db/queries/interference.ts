/** The log of interference: added to and read, nothing else. Who is reported never reads what was reported of them. */
import type { Knex } from 'knex';
import type { InterferenceKind } from '../../src/domain/interference.ts';
import type { CaseId, Instant } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

export interface InterferenceRow {
  readonly id: string;
  readonly case: CaseId;
  readonly family: CaseId;
  readonly kind: InterferenceKind;
  readonly by: string | null;
  readonly concernsHead: boolean;
  readonly on: string;
  readonly reportedBy: string;
  readonly reportedAt: Instant;
  /** Hexadecimal. */
  readonly sealed: string;
  readonly keyId: string;
  readonly wrapped: string | null;
}

export async function insertInterference(
  db: Knex,
  tenant: string,
  entry: Omit<InterferenceRow, 'reportedAt' | 'wrapped'>,
): Promise<{ readonly reportedAt: Instant }> {
  const { rows } = await db.raw<{ rows: { reportedAt: Instant }[] }>(
    `insert into interference_log (tenant_id, id, case_id, family_id, kind, by_pseudonym, concerns_head, on_day,
       texts_sealed, key_id, reported_by, reported_at)
     values (:tenant, :id, :case, :family, :kind, :by, :concernsHead, :on::date, decode(:sealed, 'hex'), :keyId,
       :reportedBy, leeway_now())
     returning iso_instant(reported_at) as "reportedAt"`,
    { tenant, ...entry },
  );
  return rows[0] as { reportedAt: Instant };
}

export interface InterferenceReader extends Asking {
  /** Reads about every case that is not about them, and no text. */
  readonly isAuditor: boolean;
}

/**
 * What was reported, the newest first: for staff of cases they may know of. Nobody is shown what is about themselves, nor
 * the head what is marked as about the head.
 */
export async function listInterference(
  db: Knex,
  tenant: string,
  reader: InterferenceReader,
  {
    family,
    after,
    limit,
  }: { readonly family?: CaseId; readonly after: string | null; readonly limit: number },
): Promise<InterferenceRow[]> {
  const { isAuditor, ...asking } = reader;
  const known = isAuditor
    ? `not exists (select 1 from cases f join case_persons p on p.tenant_id = f.tenant_id and p.case_id = f.id
         where f.tenant_id = :tenant and f.family_id = l.family_id and p.person_id = :person)`
    : mayKnow(undefined, { concerned: 'none' });
  const { rows } = await db.raw<{ rows: InterferenceRow[] }>(
    `select l.id, l.case_id as "case", l.family_id as family, l.kind, l.by_pseudonym as by,
       l.concerns_head as "concernsHead", to_char(l.on_day, 'YYYY-MM-DD') as "on", l.reported_by as "reportedBy",
       iso_instant(l.reported_at) as "reportedAt", encode(l.texts_sealed, 'hex') as sealed, l.key_id as "keyId",
       encode(s.wrapped, 'hex') as wrapped
     from interference_log l
     join cases c on c.tenant_id = l.tenant_id and c.id = l.case_id
     left join seal_keys s on s.tenant_id = l.tenant_id and s.id = l.key_id
     where l.tenant_id = :tenant and (${known})
       and l.by_pseudonym is distinct from (select pseudonym from people where tenant_id = :tenant and id = :person)
       and not (l.concerns_head and is_head(:tenant, :person))
       ${family === undefined ? '' : 'and l.family_id = :family'}
       and (:after::uuid is null or l.id < :after::uuid)
     order by l.id desc limit :limit`,
    { tenant, ...asking, ...(family !== undefined && { family }), after, limit },
  );
  return rows;
}
