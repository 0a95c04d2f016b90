/**
 * Accounts as an administrator keeps them. Of somebody who is known as a reporter alone there is none here, as in the list
 * of people; hashes and secrets stay where they are.
 */
import type { Knex } from 'knex';
import { SESSION_IDLE_MINUTES } from '../../src/domain/session.ts';
import type { Instant, PersonId } from '../../src/domain/vocabulary.ts';
import { IS_REPORTER_ALONE } from './directory.ts';

export interface KeptAccount {
  readonly id: string;
  readonly person: PersonId;
  readonly name: string | null;
  readonly login: string | null;
  readonly hasPassword: boolean;
  readonly isSingleSignOn: boolean;
  readonly mustChange: boolean;
  readonly hasSecondFactor: boolean;
  readonly createdAt: Instant;
  readonly signedInAt: Instant | null;
  readonly disabledAt: Instant | null;
  /** Sessions that open something now. */
  readonly sessions: number;
}

const VALID = `s.tenant_id = a.tenant_id and s.account_id = a.id and s.ended_at is null and s.expires_at > now()
  and s.seen_at > now() - interval '${SESSION_IDLE_MINUTES} minutes'`;

const COLUMNS = `a.id, a.person_id as person, p.name, a.login, a.password_hash is not null as "hasPassword",
  a.subject is not null as "isSingleSignOn", a.must_change as "mustChange",
  a.second_factor_at is not null as "hasSecondFactor", iso_instant(a.created_at) as "createdAt",
  iso_instant(a.signed_in_at) as "signedInAt", iso_instant(a.disabled_at) as "disabledAt",
  (select count(*)::int from sessions s where ${VALID}) as sessions`;

const FROM = `from accounts a join people p on p.tenant_id = a.tenant_id and p.id = a.person_id
  where a.tenant_id = :tenant and a.ended_at is null and not ${IS_REPORTER_ALONE}`;

/** A page of open accounts by the reference of their person; of one person only, where one is named. */
export async function listAccounts(
  db: Knex,
  tenant: string,
  page: { readonly person: PersonId | null; readonly after: PersonId | null; readonly limit: number },
): Promise<KeptAccount[]> {
  const { person, after, limit } = page;
  const { rows } = await db.raw<{ rows: KeptAccount[] }>(
    `select ${COLUMNS} ${FROM} ${person === null ? '' : 'and a.person_id = :person'}
     ${after === null ? '' : 'and a.person_id > :after'} order by a.person_id limit :limit`,
    { tenant, limit, ...(person !== null && { person }), ...(after !== null && { after }) },
  );
  return rows;
}

export async function findKeptAccount(
  db: Knex,
  tenant: string,
  id: string,
): Promise<KeptAccount | undefined> {
  const { rows } = await db.raw<{ rows: KeptAccount[] }>(`select ${COLUMNS} ${FROM} and a.id = :id`, {
    tenant,
    id,
  });
  return rows[0];
}

/** Closes an account, or opens it again; answers whether that changed it. */
export async function setDisabled(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly by: PersonId | null },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    of.by === null
      ? `update accounts set disabled_at = null, disabled_by = null
         where tenant_id = :tenant and id = :id and disabled_at is not null returning 1`
      : `update accounts set disabled_at = now(), disabled_by = :by
         where tenant_id = :tenant and id = :id and disabled_at is null returning 1`,
    { tenant, id: of.id, ...(of.by !== null && { by: of.by }) },
  );
  return rows.length > 0;
}

export interface KeptSession {
  readonly id: string;
  readonly unit: string | null;
  readonly way: 'password' | 'oidc';
  readonly hasSecondFactor: boolean;
  readonly openedAt: Instant;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
}

/** Sessions of an account that open something now, the newest first. */
export async function listSessionsOf(db: Knex, tenant: string, account: string): Promise<KeptSession[]> {
  const { rows } = await db.raw<{ rows: KeptSession[] }>(
    `select s.id, s.unit, s.way, s.has_second_factor as "hasSecondFactor", iso_instant(s.opened_at) as "openedAt",
       iso_instant(s.seen_at) as "seenAt", iso_instant(s.expires_at) as "expiresAt"
     from accounts a join sessions s on ${VALID}
     where a.tenant_id = :tenant and a.id = :account order by s.opened_at desc, s.id desc limit 100`,
    { tenant, account },
  );
  return rows;
}

/** Ends one open session of an account; answers whether there was one. */
export async function endSessionOf(
  db: Knex,
  tenant: string,
  of: { readonly account: string; readonly session: string },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update sessions set ended_at = now()
     where tenant_id = :tenant and account_id = :account and id = :session and ended_at is null and expires_at > now()
     returning 1`,
    { tenant, ...of },
  );
  return rows.length > 0;
}
