/**
 * The second factor: one-time codes by time (RFC 6238), each taken once, a step early or late; and recovery codes. Its
 * secret is sealed under the key of the account, so that a copy of the database makes no code.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { Secret, TOTP } from 'otpauth';
import { takeRecoveryCode, takeStep, type AccountRow } from '../../db/queries/accounts.ts';
import type { Runtime } from './runtime.ts';
import { seal, unseal } from './sealing.ts';

/** Seconds of a step. */
const PERIOD = 30;
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** 80 bits each. */
const RECOVERY_BYTES = 10;

const label = (account: Pick<AccountRow, 'id'>): string => `${account.id} second factor`;

export interface Enrolment {
  /** Base32, for typing in. */
  readonly secret: string;
  /** For a picture that an authenticator reads. */
  readonly uri: string;
  readonly sealed: Buffer;
}

/** A fresh secret for an account, and how it is stored. */
export function newSecondFactor(runtime: Runtime, account: AccountRow): Enrolment {
  const secret = new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer });
  const { key } = runtime.unwrapped(account.id, account.wrapped);
  return {
    secret: secret.base32,
    uri: totpOf(secret.base32, account.login ?? account.person).toString(),
    sealed: seal(key, secret.base32, label(account)),
  };
}

/** The step whose code this is; null for a code of no step that counts now. */
export function stepOf(runtime: Runtime, account: AccountRow, code: string): number | null {
  if (account.secondFactor === null || !/^\d{6}$/.test(code)) return null;
  const { key } = runtime.unwrapped(account.id, account.wrapped);
  const secret = unseal(key, Buffer.from(account.secondFactor, 'hex'), label(account)).toString('utf8');
  const timestamp = Date.now();
  const delta = totpOf(secret, '').validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / 1_000 / PERIOD) + delta;
}

/** Takes a code of the account's second factor, or a recovery code in its place; answers whether it was right and new. */
export async function takeCode(
  runtime: Runtime,
  db: Knex,
  account: AccountRow,
  code: string | undefined,
): Promise<boolean> {
  if (code === undefined) return false;
  const { id } = account;
  const step = stepOf(runtime, account, code.replaceAll(' ', ''));
  if (step !== null) return takeStep(db, runtime.tenant, { id, step });
  return takeRecoveryCode(db, runtime.tenant, { id, codeHash: hashRecoveryCode(code) });
}

/** Fresh recovery codes, with what is kept of them (hexadecimal). */
export function newRecoveryCodes(): { readonly codes: string[]; readonly hashes: string[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    (
      new Secret({ buffer: new Uint8Array(randomBytes(RECOVERY_BYTES)).buffer }).base32.match(/.{4}/g) ?? []
    ).join('-'),
  );
  return { codes, hashes: codes.map((code) => hashRecoveryCode(code).toString('hex')) };
}

const hashRecoveryCode = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replaceAll(/[^A-Z2-7]/g, ''))
    .digest();

const totpOf = (secret: string, login: string): TOTP =>
  new TOTP({ issuer: 'Leeway', label: login, secret, algorithm: 'SHA1', digits: 6, period: PERIOD });
