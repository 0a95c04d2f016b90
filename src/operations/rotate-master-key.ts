/**
 * Changes the master key: every key it wraps is wrapped by the new one, in one transaction. A run that is killed has
 * changed nothing; one that is over leaves the old key useless. Nothing that is sealed, and no proof, is touched.
 */
import {
  holdWrappedKeys,
  keepLookupKey,
  listWrappedKeys,
  replaceMasterKeyFingerprint,
  rewrapKeys,
  WRAPPED_TABLES,
} from '../../db/queries/wrapped-keys.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import type { Knex } from 'knex';
import { makeEntry } from './journal-entry.ts';
import type { Runtime } from './runtime.ts';
import { fingerprintOf, freshKey, seal, unwrapSealKey } from './sealing.ts';

/** Keys wrapped anew in one statement. */
const PAGE = 1_000;

export interface RotateMasterKey {
  readonly newKey: Buffer;
  readonly onProgress?: (count: number) => void;
}

/** Answers how many keys were wrapped anew. The runtime is of no use afterwards: it holds the old key. */
export async function rotateMasterKey(
  runtime: Runtime,
  { newKey, onProgress }: RotateMasterKey,
): Promise<number> {
  const { masterKey, tenant } = runtime;
  const [from, to] = [fingerprintOf(masterKey), fingerprintOf(newKey)];
  if (from === to) throw new Error('the new master key is the present one');
  const count = await runtime.knex.transaction(async (trx) => {
    for (const table of WRAPPED_TABLES) await holdWrappedKeys(trx, table);
    let done = 0;
    for (const table of WRAPPED_TABLES)
      for (let after: string | null = null; ;) {
        const page = await listWrappedKeys(trx, tenant, table, { after, limit: PAGE });
        const rewrapped = page.map(({ id, wrapped }) => {
          const { key } = unwrapSealKey(masterKey, id, Buffer.from(wrapped, 'hex'));
          return { id, wrapped: seal(newKey, key, id).toString('hex') };
        });
        await rewrapKeys(trx, tenant, table, rewrapped, to);
        done += page.length;
        onProgress?.(done);
        if (page.length < PAGE) break;
        after = page.at(-1)?.id ?? null;
      }
    const replaced = await replaceMasterKeyFingerprint(trx, from, to);
    if (!replaced) throw new Error('another run has changed the master key meanwhile');
    const { entry, sealed } = makeEntry({
      type: 'master_key.rotated',
      time: replaced.at,
      recorded: new Date().toISOString(),
      actor: runtime.systemPseudonym,
      outcome: 'done',
      disclosed: [{ name: 'data', value: { from, to, keys: done } }],
    });
    await writeSteps(trx, tenant, [{ moves: [], entries: [entry], sealed }]);
    return done;
  });
  runtime.onWritten?.();
  return count;
}

/** The key that marks are made with, made at the first start. */
export async function lookupKeyOf(db: Knex, tenant: string, masterKey: Buffer): Promise<Buffer> {
  const { row } = freshKey(masterKey, 'lookup');
  const kept = await keepLookupKey(db, tenant, row);
  return unwrapSealKey(masterKey, kept.id, Buffer.from(kept.wrapped, 'hex')).key;
}
