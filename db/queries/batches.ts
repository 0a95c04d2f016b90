/** Batches and their cases: asked for, taken on one by one, settled. Somebody reads those they asked for. */
import type { Knex } from 'knex';
import type { CaseId, Instant, PersonId, Role, Words } from '../../src/domain/vocabulary.ts';
import type { Asking } from './cases.ts';
import { mayKnow } from './need-to-know.ts';
import { textArray } from './text-array.ts';

export type BatchStatus = 'running' | 'stopped' | 'done';
export type ItemStatus = 'waiting' | 'done' | 'skipped' | 'failed' | 'stopped';

/** Seconds after which a worker that took a case on is taken for dead. */
const LEASE_SECONDS = 60;

export interface BatchRow {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly status: BatchStatus;
  readonly stoppedFor: 'asked' | 'rights_ended' | null;
  readonly total: number;
  readonly fingerprint: string | null;
  readonly createdAt: Instant;
  readonly finishedAt: Instant | null;
  readonly counts: Readonly<Partial<Record<ItemStatus, number>>>;
  readonly reason: {
    readonly sealed: string;
    readonly wrapped: string | null;
    readonly keyId: string;
    readonly entry: string;
  };
}

export interface NewBatch {
  readonly id: string;
  readonly person: PersonId;
  readonly unit: string | null;
  /** Null for a session. */
  readonly key: string | null;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Hexadecimal. */
  readonly reasonSealed: string;
  readonly sealKey: string;
  readonly entry: string;
  readonly request: { readonly key: string; readonly fingerprint: string } | null;
  readonly createdAt: Instant;
  readonly cases: readonly CaseId[];
}

/** Keeps a batch with its cases. A request key that was used before runs against `batches_request_key`. */
export async function insertBatch(trx: Knex, tenant: string, batch: NewBatch): Promise<void> {
  const { cases, request, data, ...rest } = batch;
  await trx.raw(
    `insert into batches (tenant_id, id, person_id, unit, key_id, event, data, reason_sealed, seal_key_id, entry_id, status,
       total, request_key, fingerprint, created_at)
     values (:tenant, :id, :person, :unit, :key, :event, :data::jsonb, decode(:reasonSealed, 'hex'), :sealKey, :entry, 'running',
       :total, :requestKey, :fingerprint, :createdAt)`,
    {
      tenant,
      ...rest,
      data: JSON.stringify(data),
      total: cases.length,
      requestKey: request?.key ?? null,
      fingerprint: request?.fingerprint ?? null,
    },
  );
  await trx.raw(
    `insert into batch_items (tenant_id, batch_id, number, case_id)
     select :tenant, :id, c.number, c.case_id from unnest(:cases::uuid[]) with ordinality as c(case_id, number)`,
    { tenant, id: batch.id, cases: textArray(cases) },
  );
}

/** A batch of somebody, by its id or by the request that asked for it. */
export async function findBatch(
  db: Knex,
  tenant: string,
  person: PersonId,
  by: { readonly id: string } | { readonly requestKey: string },
): Promise<BatchRow | undefined> {
  const { rows } = await db.raw<{ rows: BatchRow[] }>(
    `select b.id, b.event, b.data, b.status, b.stopped_for as "stoppedFor", b.total, b.fingerprint,
       iso_instant(b.created_at) as "createdAt", iso_instant(b.finished_at) as "finishedAt",
       (select coalesce(jsonb_object_agg(o.status, o.count), '{}') from (
          select i.status, count(*)::int as count from batch_items i
          where i.tenant_id = b.tenant_id and i.batch_id = b.id group by 1) o) as counts,
       jsonb_build_object('sealed', encode(b.reason_sealed, 'hex'), 'wrapped', encode(s.wrapped, 'hex'), 'keyId', b.seal_key_id,
         'entry', b.entry_id) as reason
     from batches b left join seal_keys s on s.tenant_id = b.tenant_id and s.id = b.seal_key_id
     where b.tenant_id = :tenant and b.person_id = :person
       and ${'id' in by ? 'b.id = :id::uuid' : 'b.request_key = :requestKey'}`,
    { tenant, person, ...by },
  );
  return rows[0];
}

export interface BatchItemRow {
  readonly number: number;
  readonly case: CaseId;
  readonly caseNumber: string | null;
  /** Null where the asker may not know of the case, or there is none. */
  readonly procedure: string | null;
  readonly state: string | null;
  readonly status: ItemStatus;
  readonly version: number | null;
  readonly code: string | null;
  readonly guard: string | null;
  readonly words: Words | null;
}

const VISIBLE = mayKnow();

/** A page of the cases of a batch, in their order. */
export async function listBatchItems(
  db: Knex,
  tenant: string,
  asking: Asking,
  of: {
    readonly batch: string;
    readonly status: ItemStatus | null;
    readonly after: number;
    readonly limit: number;
  },
): Promise<BatchItemRow[]> {
  const { rows } = await db.raw<{ rows: BatchItemRow[] }>(
    `select i.number, i.case_id as case, c.procedure, c.state, i.status,
       (select g.number from case_numbers g where g.tenant_id = c.tenant_id and g.case_id = c.id) as "caseNumber", i.version, i.code, i.guard, i.words
     from batch_items i
     join batches b on b.tenant_id = i.tenant_id and b.id = i.batch_id and b.person_id = :person
     left join cases c on c.tenant_id = i.tenant_id and c.id = i.case_id and ${VISIBLE}
     where i.tenant_id = :tenant and i.batch_id = :batch::uuid and i.number > :after
       and (:status::text is null or i.status = :status)
     order by i.number limit :limit`,
    { tenant, ...asking, ...of },
  );
  return rows;
}

/** Who asked for a batch, with what they hold now; no roles: they hold nothing there any more. */
export interface BatchAsker {
  readonly person: PersonId;
  readonly unit: string | null;
  readonly key: string | null;
  readonly roles: readonly Role[];
  readonly bodies: readonly string[] | null;
}

export interface ClaimedItem {
  readonly batch: string;
  readonly number: number;
  readonly case: CaseId;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly reason: BatchRow['reason'];
  readonly asker: BatchAsker;
}

/**
 * Takes on one case that waits, of any running batch; nobody else gets it for a while. Rights are looked up as they are
 * now: those of the key it was asked for with, or of the person where they acted.
 */
export async function claimItem(db: Knex, tenant: string): Promise<ClaimedItem | undefined> {
  const { rows } = await db.raw<{ rows: ClaimedItem[] }>(
    `with claimed as (
       update batch_items set claimed_at = now()
       where tenant_id = :tenant and (batch_id, number) = (
         select i.batch_id, i.number from batch_items i
         join batches b on b.tenant_id = i.tenant_id and b.id = i.batch_id and b.status = 'running'
         where i.tenant_id = :tenant and i.status = 'waiting'
           and (i.claimed_at is null or i.claimed_at < now() - interval '${LEASE_SECONDS} seconds')
         order by i.batch_id, i.number limit 1 for update of i skip locked)
       returning tenant_id, batch_id, number, case_id
     )
     select c.batch_id as batch, c.number, c.case_id as case, b.event, b.data,
       jsonb_build_object('sealed', encode(b.reason_sealed, 'hex'), 'wrapped', encode(s.wrapped, 'hex'), 'keyId', b.seal_key_id,
         'entry', b.entry_id) as reason,
       jsonb_build_object('person', b.person_id, 'unit', b.unit, 'key', b.key_id, 'roles', held.roles,
         'bodies', reach_of(b.tenant_id, b.unit, held.roles)) as asker
     from claimed c
     join batches b on b.tenant_id = c.tenant_id and b.id = c.batch_id
     left join seal_keys s on s.tenant_id = b.tenant_id and s.id = b.seal_key_id
     cross join lateral (select coalesce(case
       when not exists (select 1 from people p
         where p.tenant_id = b.tenant_id and p.id = b.person_id and p.left_at is null) then null
       when b.key_id is not null then (select k.roles from api_keys k where k.tenant_id = b.tenant_id and k.id = b.key_id
         and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()))
       when exists (select 1 from accounts a where a.tenant_id = b.tenant_id and a.person_id = b.person_id
         and a.ended_at is null and a.disabled_at is null)
         then (select array_agg(distinct g.role) from granted_roles(b.tenant_id, b.person_id) g
           where g.unit is not distinct from b.unit)
       end, '{}') as roles) held`,
    { tenant },
  );
  return rows[0];
}

/** What became of a case. One that was stopped while somebody was at it is settled all the same. */
export async function settleItem(
  db: Knex,
  tenant: string,
  of: { readonly batch: string; readonly number: number },
  result: {
    readonly status: 'done' | 'skipped' | 'failed';
    readonly version?: number;
    readonly code?: string;
    readonly guard?: string;
    readonly words?: Words;
  },
): Promise<void> {
  const { words, status, version = null, code = null, guard = null } = result;
  await db.raw(
    `update batch_items set status = :status, version = :version, code = :code, guard = :guard, words = :words::jsonb
     where tenant_id = :tenant and batch_id = :batch and number = :number and status in ('waiting', 'stopped')`,
    { tenant, ...of, status, version, code, guard, words: words ? JSON.stringify(words) : null },
  );
}

/** Ends the batches that have no case left to settle. */
export async function finishBatches(db: Knex, tenant: string): Promise<void> {
  await db.raw(
    `update batches b set status = 'done', finished_at = leeway_now()
     where b.tenant_id = :tenant and b.status = 'running' and not exists (select 1 from batch_items i
       where i.tenant_id = b.tenant_id and i.batch_id = b.id and i.status = 'waiting')`,
    { tenant },
  );
}

/** Stops a running batch: what waits is left alone. Answers whether it ran. */
export async function stopBatch(
  db: Knex,
  tenant: string,
  id: string,
  stoppedFor: 'asked' | 'rights_ended',
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `with stopped as (
       update batches set status = 'stopped', stopped_for = :stoppedFor, finished_at = leeway_now()
       where tenant_id = :tenant and id = :id::uuid and status = 'running' returning tenant_id, id
     ), items as (
       update batch_items i set status = 'stopped' from stopped s
       where i.tenant_id = s.tenant_id and i.batch_id = s.id and i.status = 'waiting'
     )
     select 1 from stopped`,
    { tenant, id, stoppedFor },
  );
  return rows.length > 0;
}

/** Lets the cases of a batch that failed wait again; answers how many. */
export async function retryFailed(db: Knex, tenant: string, id: string): Promise<number> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `with again as (
       update batch_items set status = 'waiting', claimed_at = null, code = null, guard = null, words = null
       where tenant_id = :tenant and batch_id = :id::uuid and status = 'failed' returning tenant_id, batch_id
     ), running as (
       update batches b set status = 'running', stopped_for = null, finished_at = null
       where b.tenant_id = :tenant and b.id = :id::uuid and exists (select 1 from again)
     )
     select 1 from again`,
    { tenant, id },
  );
  return rows.length;
}
