/** Accounts, their second factors and recovery codes. Times here are those of the wall clock, never a sandbox's. */
import type { Knex } from 'knex';
import type { Instant, PersonId } from '../../src/domain/vocabulary.ts';
import { textArray } from './text-array.ts';

export interface AccountRow {
  readonly id: string;
  readonly person: PersonId;
  /** For display only, never in the journal. */
  readonly name: string | null;
  readonly pseudonym: string;
  readonly login: string | null;
  readonly passwordHash: string | null;
  readonly passwordSetAt: Instant;
  readonly mustChange: boolean;
  /** A password that somebody else made and nobody changed in time. */
  readonly isStale: boolean;
  /** Hexadecimal; null for none. */
  readonly secondFactor: string | null;
  readonly isConfirmed: boolean;
  /** Hexadecimal. */
  readonly wrapped: string;
}

const COLUMNS = `a.id, a.person_id as person, p.name, p.pseudonym, a.login, a.password_hash as "passwordHash",
  iso_instant(a.password_set_at) as "passwordSetAt", a.must_change as "mustChange",
  (a.must_change and a.password_set_at < now() - interval '7 days') as "isStale",
  encode(a.second_factor_sealed, 'hex') as "secondFactor", a.second_factor_at is not null as "isConfirmed",
  encode(a.wrapped, 'hex') as wrapped`;

const OPEN = `from accounts a join people p on p.tenant_id = a.tenant_id and p.id = a.person_id
  where a.tenant_id = :tenant and a.ended_at is null and a.disabled_at is null and p.left_at is null`;

/** The open account of a login name, neither disabled nor of somebody who has left. */
export async function findAccountByLogin(
  db: Knex,
  tenant: string,
  login: string,
): Promise<AccountRow | undefined> {
  const { rows } = await db.raw<{ rows: AccountRow[] }>(`select ${COLUMNS} ${OPEN} and a.login = :login`, {
    tenant,
    login,
  });
  return rows[0];
}

/** The open account that a provider's subject is linked to, likewise. */
export async function findAccountBySubject(
  db: Knex,
  tenant: string,
  of: { readonly issuer: string; readonly subject: string },
): Promise<AccountRow | undefined> {
  const { rows } = await db.raw<{ rows: AccountRow[] }>(
    `select ${COLUMNS} ${OPEN} and a.issuer = :issuer and a.subject = :subject`,
    { tenant, ...of },
  );
  return rows[0];
}

/** An open account, likewise. */
export async function findAccount(db: Knex, tenant: string, id: string): Promise<AccountRow | undefined> {
  const { rows } = await db.raw<{ rows: AccountRow[] }>(`select ${COLUMNS} ${OPEN} and a.id = :id`, {
    tenant,
    id,
  });
  return rows[0];
}

export interface NewAccount {
  readonly id: string;
  readonly person: PersonId;
  readonly login: string | null;
  readonly passwordHash: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
  readonly wrapped: Buffer;
  readonly wrappedBy: string;
}

/** Makes an account; a password that comes with it has to be changed. */
export async function insertAccount(db: Knex, tenant: string, account: NewAccount): Promise<void> {
  await db.raw(
    `insert into accounts (tenant_id, id, person_id, login, password_hash, must_change, issuer, subject, wrapped, wrapped_by)
     values (:tenant, :id, :person, :login, :passwordHash, :mustChange, :issuer, :subject, :wrapped, :wrappedBy)`,
    { tenant, ...account, mustChange: account.passwordHash !== null },
  );
}

/** Sets a password; a one-time one has to be changed. */
export async function setPassword(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly passwordHash: string; readonly mustChange: boolean },
): Promise<void> {
  await db.raw(
    `update accounts set password_hash = :passwordHash, must_change = :mustChange, password_set_at = now()
     where tenant_id = :tenant and id = :id`,
    { tenant, ...of },
  );
}

/** Makes an account a sample one with this password. Answers false outside a sandbox, and changes nothing there. */
export async function setSamplePassword(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly passwordHash: string },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update accounts set password_hash = :passwordHash, must_change = false, is_sample = true, password_set_at = now()
     where tenant_id = :tenant and id = :id and exists (select 1 from installation where is_sandbox) returning 1`,
    { tenant, ...of },
  );
  return rows.length === 1;
}

/** Keeps the secret of a second factor that is not confirmed yet. */
export async function setSecondFactor(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly sealed: Buffer },
): Promise<void> {
  await db.raw(
    `update accounts set second_factor_sealed = :sealed, second_factor_at = null, last_code = null
     where tenant_id = :tenant and id = :id`,
    { tenant, ...of },
  );
}

/** Confirms the second factor by the step of its first code, once. */
export async function confirmSecondFactor(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly step: number },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update accounts set second_factor_at = now(), last_code = :step
     where tenant_id = :tenant and id = :id and second_factor_sealed is not null and second_factor_at is null
     returning id`,
    { tenant, ...of },
  );
  return rows.length > 0;
}

/** Takes the second factor away, with its recovery codes. */
export async function removeSecondFactor(db: Knex, tenant: string, id: string): Promise<void> {
  await db.raw(
    `with gone as (delete from recovery_codes where tenant_id = :tenant and account_id = :id)
     update accounts set second_factor_sealed = null, second_factor_at = null, last_code = null
     where tenant_id = :tenant and id = :id`,
    { tenant, id },
  );
}

/** Takes the code of a time step, once and in order; answers whether it did. */
export async function takeStep(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly step: number },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update accounts set last_code = :step
     where tenant_id = :tenant and id = :id and (last_code is null or last_code < :step) returning id`,
    { tenant, ...of },
  );
  return rows.length > 0;
}

/** Takes a recovery code, once; answers whether there was one. */
export async function takeRecoveryCode(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly codeHash: Buffer },
): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update recovery_codes set used_at = now()
     where tenant_id = :tenant and account_id = :id and code_hash = :codeHash and used_at is null returning 1`,
    { tenant, ...of },
  );
  return rows.length > 0;
}

/** Puts fresh recovery codes in place of all that were. */
export async function replaceRecoveryCodes(
  db: Knex,
  tenant: string,
  of: { readonly id: string; readonly hashes: readonly string[] },
): Promise<void> {
  await db.raw('delete from recovery_codes where tenant_id = ? and account_id = ?', [tenant, of.id]);
  await db.raw(
    `insert into recovery_codes (tenant_id, account_id, code_hash)
     select :tenant, :id, decode(code, 'hex') from unnest(:hashes::text[]) as code`,
    { tenant, id: of.id, hashes: textArray(of.hashes) },
  );
}

/** Ends the open accounts of a person, with their sessions; answers how many accounts. */
export async function endAccounts(db: Knex, tenant: string, person: PersonId): Promise<number> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `update accounts set ended_at = now()
     where tenant_id = :tenant and person_id = :person and ended_at is null returning id`,
    { tenant, person },
  );
  return rows.length;
}

/** The open account of a person, whether or not they have left. */
export async function findAccountOf(
  db: Knex,
  tenant: string,
  person: PersonId,
): Promise<{ readonly id: string; readonly login: string | null } | undefined> {
  const { rows } = await db.raw<{ rows: { id: string; login: string | null }[] }>(
    'select id, login from accounts where tenant_id = ? and person_id = ? and ended_at is null',
    [tenant, person],
  );
  return rows[0];
}
