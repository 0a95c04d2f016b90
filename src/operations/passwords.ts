/**
 * Passwords as they are kept and checked: Argon2id, by the figures of OWASP. Every check takes the work of one, also
 * where there is nothing to check against; few run at once, so that guessing does not take the machine from everybody.
 */
import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../contract/problems.ts';

const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Checks at once, and checks that may wait for their turn. */
const AT_ONCE = 2;
const WAITING = 100;

/** One spelling of what looks the same on different keyboards. */
const plain = (password: string): string => password.normalize('NFKC');

let running = 0;
const queue: (() => void)[] = [];

/** Runs `work` when it is its turn. Throws `overloaded` where too many wait already. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (queue.length >= WAITING) throw new Problem('overloaded');
    await new Promise<void>((resolve) => void queue.push(resolve));
  } else running += 1;
  try {
    return await work();
  } finally {
    const next = queue.shift();
    if (next) next();
    else running -= 1;
  }
}

export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(plain(password), COST));

/** A hash of nobody's password, made once. */
let nobodys: Promise<string> | undefined;

/** Whether the password is the one of the hash; null, for an account there is not, takes as long and is never right. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const nobodyHash = await (nobodys ??= hash(randomBytes(32), COST));
  const against = passwordHash ?? nobodyHash;
  const isRight = await inTurn(() => verify(against, plain(password)));
  return isRight && passwordHash !== null;
}

/** Letters and digits that are not taken for one another. */
const READABLE = 'abcdefghijkmnpqrstuvwxyz23456789';

/** `count` random letters, five bits each, in groups of four. */
export function randomReadable(count: number): string {
  const letters = [...randomBytes(count)].map((byte) => READABLE[byte % READABLE.length]).join('');
  return (letters.match(/.{1,4}/g) ?? []).join('-');
}
