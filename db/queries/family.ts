/** Reads about a case family: its cases with their clocks, its links, and what one person did in it. */
import type { Knex } from 'knex';
import type { ClockRow } from '../../src/engine/clock-effects.ts';
import type { Clock } from '../../src/domain/clock.ts';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import { mayKnow } from './need-to-know.ts';
import type { Asking } from './cases.ts';
import { CASE_COLUMNS, CLOCKS_OF_CASE, type CaseRow } from './step-read.ts';

/** Families are small by nature; past this many cases something else is wrong. */
const MOST_IN_A_FAMILY = 500;

/** Far more than any family has had; a recusal in a longer one would have to be decided by hand. */
const MOST_ENTRIES = 5_000;

export interface FamilyRow {
  readonly row: CaseRow;
  readonly clocks: readonly ClockRow[];
  readonly wrappedKey: string;
}

export interface LinkRow {
  readonly child: CaseId;
  readonly parent: CaseId;
  readonly type: string;
}

/** The cases of a family, and those named by id besides, each with its running clocks. */
export async function listFamily(
  db: Knex,
  tenant: string,
  familyId: CaseId,
  besides: readonly CaseId[] = [],
): Promise<FamilyRow[]> {
  const { rows } = await db.raw<{ rows: (CaseRow & { clocks: ClockRow[]; wrapped_key: string })[] }>(
    `select ${CASE_COLUMNS}, ${CLOCKS_OF_CASE} as clocks, encode(s.wrapped, 'hex') as wrapped_key
     from cases c join seal_keys s on s.tenant_id = c.tenant_id and s.id = c.seal_key_id
     where c.tenant_id = ? and (c.family_id = ? or c.id = any(?::uuid[]))
     order by c.id limit ${MOST_IN_A_FAMILY}`,
    [tenant, familyId, uuidArray(besides)],
  );
  return rows.map((row) => ({ row, clocks: row.clocks, wrappedKey: row.wrapped_key }));
}

/** The links between cases of a family. */
export async function listLinks(db: Knex, tenant: string, familyId: CaseId): Promise<LinkRow[]> {
  const { rows } = await db.raw<{ rows: LinkRow[] }>(
    `select distinct l.child_id as child, l.parent_id as parent, l.type
     from cases c join case_links l on l.tenant_id = c.tenant_id and (l.child_id = c.id or l.parent_id = c.id)
     where c.tenant_id = ? and c.family_id = ? order by 1, 2 limit ${MOST_IN_A_FAMILY * 4}`,
    [tenant, familyId],
  );
  return rows;
}

export interface FamilyEntry {
  readonly case: CaseId;
  readonly version: number;
  readonly type: string;
  readonly occurred_at: Instant;
  readonly isActor: boolean;
  /** The event's data as disclosed; names who took part. */
  readonly data: string | null;
}

/** Accepted events of a family with whether a person fired them, oldest first. Read on a recusal, never on a plain step. */
export async function listFamilyEntries(
  db: Knex,
  tenant: string,
  familyId: CaseId,
  person: PersonId,
): Promise<FamilyEntry[]> {
  const { rows } = await db.raw<{ rows: FamilyEntry[] }>(
    `select j.case_id as "case", j.seq as version, j.type, iso_instant(j.occurred_at) as occurred_at,
       coalesce(p.id = :person, false) as "isActor", d.disclosure as data
     from journal j
     join cases c on c.tenant_id = j.tenant_id and c.id = j.case_id
     left join people p on p.tenant_id = j.tenant_id and p.pseudonym = j.actor
     left join journal_sealed d on d.tenant_id = j.tenant_id and d.entry_id = j.id and d.name = 'data'
     where j.tenant_id = :tenant and c.family_id = :family and j.seq is not null
     order by j.recorded_at, j.id limit ${MOST_ENTRIES}`,
    { tenant, family: familyId, person },
  );
  return rows;
}

export interface VisibleMember {
  readonly id: CaseId;
  readonly number: string | null;
  readonly procedure: string;
  readonly profile_hash: string;
  readonly state: string;
  readonly is_open: boolean;
  readonly version: number;
  readonly opened_at: Instant;
  readonly next_due_at: Instant | null;
  readonly is_overdue: boolean;
  /** Of the clock that is due next, or of a paused one where none runs. */
  readonly clock_ledger: Clock | null;
  /** The instant it was read at. */
  readonly at: Instant;
  readonly links: readonly { readonly type: string; readonly parent: CaseId }[];
}

/** The cases linked to one case that the asker may know of, with the links among them. */
export async function listVisibleFamily(
  db: Knex,
  tenant: string,
  caseId: CaseId,
  asker: Asking,
): Promise<VisibleMember[]> {
  const { rows } = await db.raw<{ rows: VisibleMember[] }>(
    `with related as (
       select id from cases where tenant_id = :tenant
         and family_id = (select family_id from cases where tenant_id = :tenant and id = :id)
       union select parent_id from case_links where tenant_id = :tenant and child_id = :id
       union select child_id from case_links where tenant_id = :tenant and parent_id = :id
     ), visible as (
       select c.* from related r join cases c on c.tenant_id = :tenant and c.id = r.id
       where ${mayKnow()}
     )
     select v.id, v.procedure, v.profile_hash, v.state, v.is_open, v.version, iso_instant(v.opened_at) as opened_at,
       iso_instant(v.next_due_at) as next_due_at, v.is_overdue, iso_instant(leeway_now()) as at,
       (select g.number from case_numbers g where g.tenant_id = v.tenant_id and g.case_id = v.id) as number,
       (select k.ledger from clocks k where k.tenant_id = v.tenant_id and k.case_id = v.id and k.is_active
        order by k.due_at nulls last, k.id limit 1) as clock_ledger,
       coalesce((select jsonb_agg(jsonb_build_object('type', l.type, 'parent', l.parent_id) order by l.parent_id)
         from case_links l join visible p on p.id = l.parent_id
         where l.tenant_id = v.tenant_id and l.child_id = v.id), '[]') as links
     from visible v order by v.id limit ${MOST_IN_A_FAMILY}`,
    { tenant, id: caseId, ...asker },
  );
  return rows;
}

const uuidArray = (ids: readonly CaseId[]) => `{${ids.join(',')}}`;
