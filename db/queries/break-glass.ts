/** Reading out of the ordinary: opened, ended, reviewed. That it opens anything is said by `families_broken_open`. */
import type { Knex } from 'knex';
import {
  MOST_A_WEEK,
  MOST_OPEN,
  REVIEW_WITHIN_DAYS,
  type ReviewOutcome,
} from '../../src/domain/break-glass.ts';
import type { CaseId, Instant, PersonId } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';

const IS_OPEN = 'b.ended_at is null and b.until_at > leeway_now()';

/**
 * Seconds until the person may break glass again; 0 for now. Holds the person's row, so that of several requests at once
 * each counts those before it.
 */
export async function findWait(trx: Knex.Transaction, tenant: string, person: PersonId): Promise<number> {
  await trx.raw('select 1 from people where tenant_id = ? and id = ? for update', [tenant, person]);
  const { rows } = await trx.raw<{ rows: { seconds: number }[] }>(
    `with mine as (
       select b.*, ${IS_OPEN} as is_open from break_glass b where b.tenant_id = :tenant and b.person_id = :person
     )
     select greatest(0,
       coalesce((select extract(epoch from until_at - leeway_now()) from mine where is_open
         order by until_at desc offset ${MOST_OPEN - 1} limit 1), 0),
       coalesce((select extract(epoch from from_at + interval '7 days' - leeway_now()) from mine
         order by from_at desc offset ${MOST_A_WEEK - 1} limit 1), 0))::float8 as seconds`,
    { tenant, person },
  );
  return Math.ceil(rows[0]?.seconds ?? 0);
}

/**
 * Whether a family may be opened to somebody by breaking glass, as far as recusal, concern and the rule on the head
 * decide; relations and parts are judged besides.
 */
export async function isOutOfReach(
  db: Knex,
  tenant: string,
  { family, person }: { readonly family: CaseId; readonly person: PersonId },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { isOutOfReach: boolean }[] }>(
    `select is_head(:tenant, :person) and exists (select 1 from cases c where c.tenant_id = :tenant
       and c.family_id = :family and c.procedure = 'complaint' and c.summary->>'concernsHead' = 'true')
       as "isOutOfReach"`,
    { tenant, family, person },
  );
  return rows[0]?.isOutOfReach !== false;
}

export interface OpenedGlass {
  readonly from: Instant;
  readonly until: Instant;
}

export async function insertBreakGlass(
  db: Knex,
  tenant: string,
  opened: {
    readonly id: string;
    readonly person: PersonId;
    readonly family: CaseId;
    readonly caseId: CaseId;
    readonly sealed: string;
    readonly keyId: string;
    readonly hours: number;
  },
): Promise<OpenedGlass> {
  const { rows } = await db.raw<{ rows: OpenedGlass[] }>(
    `insert into break_glass (tenant_id, id, person_id, family_id, case_id, reason_sealed, key_id, from_at, until_at)
     values (:tenant, :id, :person, :family, :caseId, decode(:sealed, 'hex'), :keyId, leeway_now(),
       leeway_now() + make_interval(hours => :hours))
     returning iso_instant(from_at) as from, iso_instant(until_at) as until`,
    { tenant, ...opened },
  );
  return rows[0] as OpenedGlass;
}

export interface BreakGlassRow {
  readonly id: string;
  readonly person: PersonId;
  readonly family: CaseId;
  readonly case: CaseId;
  readonly from: Instant;
  readonly until: Instant;
  readonly endedAt: Instant | null;
  readonly isOpen: boolean;
  readonly isReviewOverdue: boolean;
  readonly reviewedBy: PersonId | null;
  readonly reviewedAt: Instant | null;
  readonly outcome: ReviewOutcome | null;
  readonly keyId: string;
  /** Hexadecimal; null when the key was destroyed. */
  readonly wrapped: string | null;
  readonly reason: string;
  readonly remark: string | null;
}

const COLUMNS = `b.id, b.person_id as person, b.family_id as family, b.case_id as "case",
  iso_instant(b.from_at) as from, iso_instant(b.until_at) as until, iso_instant(b.ended_at) as "endedAt",
  ${IS_OPEN} as "isOpen",
  b.reviewed_at is null and b.from_at + interval '${REVIEW_WITHIN_DAYS} days' <= leeway_now() as "isReviewOverdue",
  b.reviewed_by as "reviewedBy", iso_instant(b.reviewed_at) as "reviewedAt", b.review_outcome as outcome,
  b.key_id as "keyId", encode(s.wrapped, 'hex') as wrapped, encode(b.reason_sealed, 'hex') as reason,
  encode(b.remark_sealed, 'hex') as remark`;

/** A case of it that the asker may know of, without having broken glass for it. */
const KNOWN = `exists (select 1 from cases c where c.tenant_id = b.tenant_id and c.id = b.case_id
  and ${mayKnow(undefined, { concerned: 'none', isActing: true })})`;

export interface GlassReader extends Asking {
  /** Whether they review: then they see what others opened in families they may know of. */
  readonly isReviewer: boolean;
}

/** Own ones, and for reviewers those of others; first what waits for its review, then the newest. */
export async function listBreakGlass(
  db: Knex,
  tenant: string,
  { isReviewer, ...asking }: GlassReader,
  { id, isPending, limit }: { readonly id?: string; readonly isPending: boolean; readonly limit: number },
): Promise<BreakGlassRow[]> {
  const { rows } = await db.raw<{ rows: BreakGlassRow[] }>(
    `select ${COLUMNS} from break_glass b
     left join seal_keys s on s.tenant_id = b.tenant_id and s.id = b.key_id
     where b.tenant_id = :tenant and (b.person_id = :person${isReviewer ? ` or ${KNOWN}` : ''})
       ${id === undefined ? '' : 'and b.id = :id'}
       ${isPending ? `and (b.reviewed_at is null or (${IS_OPEN}))` : ''}
     order by b.reviewed_at is not null, b.id desc limit :limit`,
    { tenant, ...asking, ...(id !== undefined && { id }), limit },
  );
  return rows;
}

/** Ends it before its time; answers whether it was open. */
export async function endBreakGlass(db: Knex, tenant: string, id: string): Promise<Instant | undefined> {
  const { rows } = await db.raw<{ rows: { at: Instant }[] }>(
    `update break_glass b set ended_at = leeway_now() where b.tenant_id = ? and b.id = ? and ${IS_OPEN}
     returning iso_instant(b.ended_at) as at`,
    [tenant, id],
  );
  return rows[0]?.at;
}

/** Keeps the review, once; one that finds no justification ends it. Undefined when it was reviewed already. */
export async function reviewBreakGlass(
  db: Knex,
  tenant: string,
  review: {
    readonly id: string;
    readonly by: PersonId;
    readonly outcome: ReviewOutcome;
    readonly remark: string | null;
  },
): Promise<Instant | undefined> {
  const { rows } = await db.raw<{ rows: { at: Instant }[] }>(
    `update break_glass b set reviewed_by = :by, reviewed_at = leeway_now(), review_outcome = :outcome,
       remark_sealed = decode(:remark, 'hex'),
       ended_at = case when :outcome = 'not_justified' and ${IS_OPEN} then leeway_now() else b.ended_at end
     where b.tenant_id = :tenant and b.id = :id and b.reviewed_at is null
     returning iso_instant(b.reviewed_at) as at`,
    { tenant, ...review },
  );
  return rows[0]?.at;
}

/** Ends what a person reads of families that name another: a relation between them was declared that bars. */
export async function endBetween(
  db: Knex,
  tenant: string,
  { person, other }: { readonly person: PersonId; readonly other: PersonId },
): Promise<void> {
  await db.raw(
    `update break_glass b set ended_at = leeway_now()
     where b.tenant_id = :tenant and b.person_id = :person and ${IS_OPEN}
       and b.family_id in (select c.family_id from case_persons p
         join cases c on c.tenant_id = p.tenant_id and c.id = p.case_id
         where p.tenant_id = :tenant and p.person_id = :other)`,
    { tenant, person, other },
  );
}
