/**
 * Sessions: opened by a sign-in, read anew at every request, ended at once when their holder leaves or holds nothing any
 * more where they act. Somebody acts for one unit at a time; which roles that gives is never kept, always asked.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { uuidv7 } from 'uuidv7';
import {
  endSession,
  findSession,
  insertSession,
  listHeld,
  moveSession,
  renewSession,
  touchSession,
  type NewSession,
  type SessionRow,
} from '../../db/queries/sessions.ts';
import type { SessionView } from '../contract/session.ts';
import { Problem } from '../contract/problems.ts';
import { owedBy } from '../domain/session.ts';
import type { PersonId, Role } from '../domain/vocabulary.ts';
import type { Authenticated } from './authenticate.ts';
import { hashSecret } from './create-key.ts';
import { remembering, type Remembering } from './remember.ts';
import type { Runtime } from './runtime.ts';
import { recordOf } from './session-record.ts';

export const newSessionSecret = (): string => `ls_${randomBytes(32).toString('base64url')}`;

/** What a page of ours shows beside the cookie: made of the secret, which no page of others can read. */
export const csrfTokenOf = (secret: string): string =>
  createHmac('sha256', secret).update('csrf').digest('base64url');

/** Finds whose session a secret opens, and keeps it in use. */
export const createSessionAuthentication = (runtime: Runtime): Remembering<Authenticated> =>
  remembering(async (secretHash) => {
    const row = await findValid(runtime, secretHash);
    if (!row) return null;
    if (row.isToTouch) await touchSession(runtime.knex, runtime.tenant, row.id);
    return holderOf(row);
  });

/** Finds whose session a secret opens, and does not keep it in use: for what a page asks without anybody at it. */
export async function lookAtSession(runtime: Runtime, secret: string): Promise<Authenticated | null> {
  const row = await findValid(runtime, hashSecret(secret));
  return row ? holderOf(row) : null;
}

function holderOf(row: SessionRow): Authenticated {
  const { id, person, name, unit, bodies } = row;
  const owes = owedBy({ ...row, roles: row.held.map(({ role }) => role) });
  const roles = rolesIn(row);
  return {
    keyId: id,
    personId: person,
    roles,
    unit,
    bodies,
    via: 'session',
    owes,
    ...(name !== null && { name }),
  };
}

/** The session of a secret; one whose holder has no post left where they act is ended. */
async function findValid(runtime: Runtime, secretHash: Buffer): Promise<SessionRow | undefined> {
  const row = await findSession(runtime.knex, runtime.tenant, secretHash);
  if (!row || rolesIn(row).length > 0) return row;
  await endBy(runtime, secretHash, 'post_withdrawn');
  return undefined;
}

const rolesIn = ({ held, unit }: Pick<SessionRow, 'held' | 'unit'>): Role[] => [
  ...new Set(held.filter((each) => each.unit === unit).map(({ role }) => role)),
];

/** The session of a secret. Throws `not-found` for who came in by other means. */
export async function sessionOf(runtime: Runtime, secret: string | undefined): Promise<SessionRow> {
  const row = secret === undefined ? undefined : await findValid(runtime, hashSecret(secret));
  if (!row)
    throw new Problem('not-found', {
      zh: '本次请求没有登录会话',
      en: 'There is no session: this request came by a key or a token',
    });
  return row;
}

/** What its holder sees of a session. */
export function toSessionView(row: SessionRow, secret: string): SessionView {
  const units = [...new Set(row.held.map(({ unit }) => unit))];
  return {
    person: row.person,
    name: row.name,
    unit: row.unit,
    roles: rolesIn(row),
    posts: units.map((unit) => ({ unit, roles: rolesIn({ held: row.held, unit }) })),
    way: row.way,
    hasSecondFactor: row.hasSecondFactor,
    owes: owedBy({ ...row, roles: row.held.map(({ role }) => role) }),
    csrfToken: csrfTokenOf(secret),
    openedAt: row.openedAt,
    previousAt: row.previousAt,
    idleUntil: row.idleUntil,
    expiresAt: row.expiresAt,
  };
}

export const readSession = async (runtime: Runtime, secret: string | undefined): Promise<SessionView> =>
  toSessionView(await sessionOf(runtime, secret), secret ?? '');

/** Opens a session for somebody who holds something; null for who holds nothing. A session before it ends. */
export async function openSession(
  runtime: Runtime,
  {
    person,
    replaced,
    ...session
  }: Pick<NewSession, 'account' | 'way' | 'hasSecondFactor'> & {
    readonly person: PersonId;
    /** Secret of the session that the same browser had. */
    readonly replaced: string | undefined;
  },
): Promise<string | null> {
  const { knex, tenant } = runtime;
  const held = await listHeld(knex, tenant, person);
  const first = held[0];
  if (!first) return null;
  if (replaced !== undefined) await endBy(runtime, hashSecret(replaced), 'signed_in_again');
  const secret = newSessionSecret();
  const id = uuidv7();
  await knex.transaction(async (trx) => {
    await insertSession(trx, tenant, { ...session, id, secretHash: hashSecret(secret), unit: first.unit });
    const { way, hasSecondFactor } = session;
    await recordOf(runtime, trx, 'session.opened', {
      by: person,
      data: { session: id, way, secondFactor: hasSecondFactor },
    });
  });
  runtime.onWritten?.();
  return secret;
}

/** Another secret for an open session, since its holder proved more than before. Within a transaction. */
export async function renewed(
  runtime: Runtime,
  trx: Knex.Transaction,
  { id, hasSecondFactor = false }: { readonly id: string; readonly hasSecondFactor?: boolean },
): Promise<string> {
  const secret = newSessionSecret();
  await renewSession(trx, runtime.tenant, { id, secretHash: hashSecret(secret), hasSecondFactor });
  return secret;
}

/** Ends a session by the hash of its secret; where there is none, nothing happens. */
export async function endBy(
  runtime: Runtime,
  secretHash: Buffer,
  why: 'signed_out' | 'signed_in_again' | 'post_withdrawn' | 'too_many_tries',
): Promise<void> {
  await runtime.knex.transaction(async (trx) => {
    const ended = await endSession(trx, runtime.tenant, secretHash);
    if (ended)
      await recordOf(runtime, trx, 'session.ended', { by: ended.person, data: { session: ended.id, why } });
  });
  runtime.onWritten?.();
}

/** Acts for another unit from now on, in which the person holds something. */
export async function switchPost(
  runtime: Runtime,
  secret: string | undefined,
  unit: string | null,
): Promise<SessionView> {
  const row = await sessionOf(runtime, secret);
  if (!row.held.some((each) => each.unit === unit)) {
    const message = { zh: '您在该单位没有任职', en: 'You hold no post in that unit' };
    throw new Problem('validation-failed', message, { errors: [{ pointer: '/unit', message }] });
  }
  await runtime.knex.transaction(async (trx) => {
    await moveSession(trx, runtime.tenant, { id: row.id, unit });
    await recordOf(runtime, trx, 'session.moved', { by: row.person, data: { session: row.id, unit } });
  });
  runtime.onWritten?.();
  return readSession(runtime, secret);
}
