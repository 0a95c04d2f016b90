/** Sessions, and sign-ins by a provider that are under way. Secrets are known by their SHA-256 only. */
import type { Knex } from 'knex';
import { SESSION_HOURS, SESSION_IDLE_MINUTES } from '../../src/domain/session.ts';
import type { Instant, PersonId, Role } from '../../src/domain/vocabulary.ts';

export interface SessionRow {
  readonly id: string;
  readonly account: string;
  readonly person: PersonId;
  readonly name: string | null;
  readonly unit: string | null;
  readonly way: 'password' | 'oidc';
  readonly hasSecondFactor: boolean;
  readonly mustChange: boolean;
  readonly isSample: boolean;
  readonly openedAt: Instant;
  /** When the account was signed in to before; null for never. */
  readonly previousAt: Instant | null;
  readonly idleUntil: Instant;
  readonly expiresAt: Instant;
  /** Whether the minute of its last use is over. */
  readonly isToTouch: boolean;
  /** Everything the person holds now, with the unit of each, the oldest first. */
  readonly held: readonly { readonly role: Role; readonly unit: string | null }[];
  /** Bodies that staff of the unit reach with the roles they have there; null for no bound. */
  readonly bodies: readonly string[] | null;
}

/** The session of a secret while it is valid: not ended, not idle for too long, its account open, its person there. */
export async function findSession(
  db: Knex,
  tenant: string,
  secretHash: Buffer,
): Promise<SessionRow | undefined> {
  const { rows } = await db
    .raw<{ rows: SessionRow[] }>(
      `select s.id, s.account_id as account, a.person_id as person, p.name, s.unit, s.way,
         s.has_second_factor as "hasSecondFactor", a.must_change as "mustChange", a.is_sample as "isSample",
         iso_instant(s.opened_at) as "openedAt", iso_instant(s.previous_at) as "previousAt",
         iso_instant(s.expires_at) as "expiresAt",
         iso_instant(least(s.expires_at, s.seen_at + interval '${SESSION_IDLE_MINUTES} minutes')) as "idleUntil",
         s.seen_at < now() - interval '1 minute' as "isToTouch", h.held,
         reach_of(s.tenant_id, s.unit, h.roles) as bodies
       from sessions s
       join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
       join people p on p.tenant_id = a.tenant_id and p.id = a.person_id
       cross join lateral (
         select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'unit', g.unit)), '[]') as held,
           coalesce(array_agg(g.role) filter (where g.unit is not distinct from s.unit), '{}') as roles
         from granted_roles(s.tenant_id, a.person_id) g
       ) h
       where s.tenant_id = ? and s.secret_hash = ? and s.ended_at is null and s.expires_at > now()
         and s.seen_at > now() - interval '${SESSION_IDLE_MINUTES} minutes' and a.ended_at is null
         and a.disabled_at is null and p.left_at is null`,
      [tenant, secretHash],
    )
    .options({ name: 'find-session' });
  return rows[0];
}

/** What a person holds now, the oldest grant first. */
export async function listHeld(db: Knex, tenant: string, person: PersonId): Promise<SessionRow['held']> {
  const { rows } = await db.raw<{ rows: { role: Role; unit: string | null }[] }>(
    'select role, unit from granted_roles(?, ?)',
    [tenant, person],
  );
  return rows;
}

export interface NewSession {
  readonly id: string;
  readonly secretHash: Buffer;
  readonly account: string;
  readonly unit: string | null;
  readonly way: 'password' | 'oidc';
  readonly hasSecondFactor: boolean;
}

/** Opens a session that remembers the one before, notes on the account that it was, and forgets those that expired a day ago. */
export async function insertSession(db: Knex, tenant: string, session: NewSession): Promise<void> {
  await db.raw(
    `with old as (
       delete from sessions where tenant_id = :tenant and expires_at < now() - interval '1 day'
     ), noted as (
       update accounts set signed_in_at = now() where tenant_id = :tenant and id = :account
     )
     insert into sessions (tenant_id, id, secret_hash, account_id, unit, way, has_second_factor, expires_at, previous_at)
     values (:tenant, :id, :secretHash, :account, :unit, :way, :hasSecondFactor, now() + interval '${SESSION_HOURS} hours',
       (select signed_in_at from accounts where tenant_id = :tenant and id = :account))`,
    { tenant, ...session },
  );
}

/** Notes that a session was used, once a minute. */
export async function touchSession(db: Knex, tenant: string, id: string): Promise<void> {
  await db.raw(
    `update sessions set seen_at = now()
     where tenant_id = ? and id = ? and seen_at < now() - interval '1 minute'`,
    [tenant, id],
  );
}

/** Gives an open session another secret: the one before opens nothing from then on. */
export async function renewSession(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly secretHash: Buffer; readonly hasSecondFactor: boolean },
): Promise<void> {
  await db.raw(
    `update sessions set secret_hash = :secretHash, has_second_factor = has_second_factor or :hasSecondFactor
     where tenant_id = :tenant and id = :id and ended_at is null`,
    { tenant, ...of },
  );
}

/** Acts for another unit from now on. */
export async function moveSession(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly unit: string | null },
): Promise<void> {
  await db.raw(
    'update sessions set unit = :unit where tenant_id = :tenant and id = :id and ended_at is null',
    {
      tenant,
      ...of,
    },
  );
}

/** Ends a session by its secret, once; answers whose it was. */
export async function endSession(
  db: Knex,
  tenant: string,
  secretHash: Buffer,
): Promise<{ readonly id: string; readonly person: PersonId } | undefined> {
  const { rows } = await db.raw<{ rows: { id: string; person: PersonId }[] }>(
    `update sessions s set ended_at = now() from accounts a
     where s.tenant_id = :tenant and s.secret_hash = :secretHash and s.ended_at is null and s.expires_at > now()
       and a.tenant_id = s.tenant_id and a.id = s.account_id
     returning s.id, a.person_id as person`,
    { tenant, secretHash },
  );
  return rows[0];
}

/** Ends every open session of an account but one, and its calendar feed, which outlives them; answers how many sessions. */
export async function endOtherSessions(
  db: Knex,
  tenant: string,
  of: { readonly account: string; readonly but: string | null },
): Promise<number> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `with unsubscribed as (
       delete from account_calendar_feeds where tenant_id = :tenant and account_id = :account
     )
     update sessions set ended_at = now()
     where tenant_id = :tenant and account_id = :account and ended_at is null and id is distinct from :but::uuid returning 1`,
    { tenant, ...of },
  );
  return rows.length;
}

/** Notes that somebody went to the provider to sign in, and forgets those who never came back. */
export async function insertAttempt(db: Knex, tenant: string, secretHash: Buffer): Promise<void> {
  await db.raw(
    `with old as (delete from sign_in_attempts where tenant_id = :tenant and expires_at < now())
     insert into sign_in_attempts (tenant_id, secret_hash, expires_at)
     values (:tenant, :secretHash, now() + interval '10 minutes')`,
    { tenant, secretHash },
  );
}

/** Claims a sign-in that is under way; answers whether there was one. Nobody claims it twice. */
export async function claimAttempt(db: Knex, tenant: string, secretHash: Buffer): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { isValid: boolean }[] }>(
    `delete from sign_in_attempts where tenant_id = ? and secret_hash = ? returning expires_at > now() as "isValid"`,
    [tenant, secretHash],
  );
  return rows[0]?.isValid === true;
}
