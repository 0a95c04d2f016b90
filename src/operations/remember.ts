/** Remembers for under a second whom a secret lets in, so that a busy client does not cost a look-up a request. */
import { hashSecret } from './create-key.ts';

/** Milliseconds a found holder is believed; unknown secrets are looked up every time. */
const REMEMBERED_MS = 800;
const MOST_REMEMBERED = 10_000;

export interface Remembering<T> {
  /** Whom the secret lets in; null for nobody. */
  readonly find: (secret: string) => Promise<T | null>;
  /** Looks the secret up again the next time. */
  readonly forget: (secret: string) => void;
}

/** `look` is given the SHA-256 of a secret. */
export function remembering<T>(look: (secretHash: Buffer) => Promise<T | null>): Remembering<T> {
  const remembered = new Map<string, { readonly holder: T; readonly until: number }>();
  const keyOf = (secretHash: Buffer): string => secretHash.toString('base64');
  return {
    find: async (secret) => {
      const secretHash = hashSecret(secret);
      const key = keyOf(secretHash);
      const known = remembered.get(key);
      if (known && known.until > performance.now()) return known.holder;
      const holder = await look(secretHash);
      remembered.delete(key);
      if (holder === null) return null;
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(key, { holder, until: performance.now() + REMEMBERED_MS });
      return holder;
    },
    forget: (secret) => void remembered.delete(keyOf(hashSecret(secret))),
  };
}
