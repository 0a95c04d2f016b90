/**
 * Seals texts and identities: AES-256-GCM under a key per case family or per identity, itself wrapped by the master
 * key, which never enters the database. Dropping a wrapped key erases, for good and everywhere, what it sealed.
 */
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import { freshBytes } from './random-bytes.ts';

const CIPHER = 'aes-256-gcm';

export interface SealKey {
  readonly id: string;
  readonly key: Buffer;
}

/** Encrypts `clear`, bound to `label` so that a box cannot be passed off as another. */
export function seal(key: Buffer, clear: string | Buffer, label: string): Buffer {
  const nonce = freshBytes(12);
  const cipher = createCipheriv(CIPHER, key, nonce);
  cipher.setAAD(Buffer.from(label));
  const body = Buffer.concat([cipher.update(clear), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]);
}

/** Opens a box; throws when the key or the label is not the one it was sealed with. */
export function unseal(key: Buffer, box: Buffer, label: string): Buffer {
  const opened = createDecipheriv(CIPHER, key, box.subarray(0, 12));
  opened.setAAD(Buffer.from(label));
  opened.setAuthTag(box.subarray(12, 28));
  return Buffer.concat([opened.update(box.subarray(28)), opened.final()]);
}

/** A key as the database keeps it; bytes as hexadecimal. */
export interface StoredKey<Purpose extends string = 'family' | 'identity' | 'act' | 'lookup'> {
  readonly id: string;
  readonly purpose: Purpose;
  readonly wrapped: string;
  /** Fingerprint of the master key that wraps it: the database takes none of a key that was replaced. */
  readonly wrapped_by: string;
}

/** A fresh key, and how it is stored. */
export function newSealKey(masterKey: Buffer): SealKey & { readonly wrapped: Buffer } {
  const id = uuidv7();
  const key = randomBytes(32);
  return { id, key, wrapped: seal(masterKey, key, id) };
}

/** A fresh key with the row that keeps it. */
export function freshKey<Purpose extends StoredKey['purpose']>(
  masterKey: Buffer,
  purpose: Purpose,
): { readonly key: SealKey; readonly row: StoredKey<Purpose> } {
  const { id, key, wrapped } = newSealKey(masterKey);
  const row = { id, purpose, wrapped: wrapped.toString('hex'), wrapped_by: fingerprintOf(masterKey) };
  return { key: { id, key }, row };
}

/** What a database keeps of the master key: enough to know it again, nothing to find it by. */
export const fingerprintOf = (key: Buffer): string =>
  createHmac('sha256', key).update('leeway master key').digest('hex').slice(0, 32);

export const unwrapSealKey = (masterKey: Buffer, id: string, wrapped: Buffer): SealKey => ({
  id,
  key: unseal(masterKey, wrapped, id),
});

/** The label of a disclosure: which entry, which field. */
export const sealLabel = (entryId: string, name: string): string => `${entryId} ${name}`;
