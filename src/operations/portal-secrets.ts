/**
 * What the reporter's portal hands out and knows again: receipt codes, tokens of sessions, tokens of forms. The database
 * keeps hashes under a key that is not in it, so that whoever reads it can neither show a code nor try codes on it.
 */
import { createHmac, hash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { Runtime } from './runtime.ts';
import { seal, unseal } from './sealing.ts';

const HALF = 100_000_000;
/** Hours for which a form may be sent once it was given out. */
const FORM_HOURS = 24;
const HOUR_MS = 3_600_000;

/** Marks and boxes of one portal. Made with the look-up key, which outlives a change of the master key. */
export interface PortalSecrets {
  /** Under which a receipt code lies in the database. What is no code has a mark too, and nothing lies there. */
  readonly receiptMac: (code: string) => Buffer;
  /** Under which a form that was sent lies there. */
  readonly formMac: (once: string) => Buffer;
  /** A fingerprint of what was sent that tells nothing of it. */
  readonly fingerprintOf: (content: unknown) => string;
  readonly newFormToken: () => string;
  /** What a form's token stands for; null for a token that is forged or lapsed. */
  readonly readFormToken: (token: string) => string | null;
  /** The code in a box that only this portal opens, bound to a session: so that the page can show it once more. */
  readonly boxed: (code: string, token: string) => string;
  /** The code in a box; null for what is no box of this session. */
  readonly unboxed: (box: string, token: string) => string | null;
}

export function createPortalSecrets({ lookupKey }: Pick<Runtime, 'lookupKey'>): PortalSecrets {
  const keyFor = (use: string): Buffer => createHmac('sha256', lookupKey).update(`portal ${use}`).digest();
  const [receipts, forms, contents, tokens, boxes] = [
    keyFor('receipts'),
    keyFor('forms'),
    keyFor('contents'),
    keyFor('form tokens'),
    keyFor('boxes'),
  ];
  const mac = (key: Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
  return {
    receiptMac: (code) => mac(receipts, plainCode(code)),
    formMac: (once) => mac(forms, once),
    fingerprintOf: (content) => mac(contents, JSON.stringify(content)).toString('hex'),
    newFormToken: () => {
      const stem = `${randomBytes(16).toString('base64url')}.${Math.floor(Date.now() / HOUR_MS).toString(36)}`;
      return `${stem}.${mac(tokens, stem).toString('base64url')}`;
    },
    readFormToken: (token) => {
      const [, stem = '', hour = '', given = ''] =
        /^([\w-]{22}\.([0-9a-z]{1,8}))\.([\w-]{43})$/.exec(token) ?? [];
      if (!timingSafeEqual(mac(tokens, stem), Buffer.from(given.padEnd(43, 'A'), 'base64url'))) return null;
      const age = Math.floor(Date.now() / HOUR_MS) - parseInt(hour, 36);
      return age >= 0 && age <= FORM_HOURS ? `form ${stem}` : null;
    },
    boxed: (code, token) => seal(boxes, code, token).toString('base64url'),
    unboxed: (box, token) => {
      try {
        return unseal(boxes, Buffer.from(box, 'base64url'), token).toString('utf8');
      } catch {
        return null;
      }
    },
  };
}

/** Sixteen digits nobody can foresee. */
export const newReceipt = (): string =>
  [randomInt(HALF), randomInt(HALF)].map((half) => String(half).padStart(8, '0')).join('');

/** A code as people type it: spaces, hyphens, full-width digits; bounded. */
export const plainCode = (typed: string): string =>
  typed
    .slice(0, 100)
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}.·]/gu, '');

/** Which lane the tries of a code are counted in: its first two digits, which tell nothing; one for all that is no code. */
export const laneOf = (typed: string): string => /^(\d{2})\d{14}$/.exec(plainCode(typed))?.[1] ?? 'none';

export const newToken = (): string => `ps_${randomBytes(32).toString('base64url')}`;
export const hashToken = (token: string): Buffer => hash('sha256', token.slice(0, 200), 'buffer');
