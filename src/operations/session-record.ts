/**
 * What the journal keeps of sign-ins: who opened, renewed and ended a session; of a refusal, that there was one and by
 * which way, never whose name was tried. A flood of refusals is counted, not written one by one.
 */
import type { Knex } from 'knex';
import { findPresent } from '../../db/queries/directory.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import { makeEntry } from './journal-entry.ts';
import { recordAct } from './record-act.ts';
import type { Runtime } from './runtime.ts';

type Data = Readonly<Record<string, unknown>>;

/** Journals what a person did with their account or session, in the transaction of it. */
export async function recordOf(
  runtime: Runtime,
  trx: Knex.Transaction,
  type: string,
  { by, data }: { readonly by: PersonId; readonly data: Data },
): Promise<void> {
  const { at } = await findPresent(trx, runtime.tenant, by);
  await recordAct(runtime, trx, { type, by, at, data });
}

/** Entries a minute, of one process; what is past them is told by number in the next one. */
const ENTRIES_A_MINUTE = 60;

export type RefusalWay = 'password' | 'oidc' | 'client';

export interface RefusalRecord {
  readonly way: RefusalWay;
  readonly isKnownBrowser?: boolean;
  /** The account that was locked by this try; its pseudonym is named, as its holder has to learn of it. */
  readonly locked?: { readonly pseudonym: string | null };
}

/** Journals refused sign-ins of one process. */
export function createRefusalRecord(runtime: Runtime): (refusal: RefusalRecord) => Promise<void> {
  let minute = 0;
  let written = 0;
  let unwritten = 0;
  return async ({ way, isKnownBrowser, locked }) => {
    const now = Math.floor(Date.now() / 60_000);
    if (now !== minute) [minute, written] = [now, 0];
    if (written >= ENTRIES_A_MINUTE && !locked) {
      unwritten += 1;
      return;
    }
    written += 1;
    const others = unwritten;
    unwritten = 0;
    const { at } = await findPresent(runtime.knex, runtime.tenant, '');
    const entryOf = (type: string, data: Data) =>
      makeEntry({
        type,
        time: at,
        recorded: new Date().toISOString(),
        actor: runtime.systemPseudonym,
        outcome: 'refused',
        disclosed: [{ name: 'data', value: data }],
      });
    const entries = [
      entryOf('session.refused', {
        way,
        ...(isKnownBrowser !== undefined && { knownBrowser: isKnownBrowser }),
        ...(others > 0 && { othersBefore: others }),
      }),
      ...(locked ? [entryOf('session.locked', { way, holder: locked.pseudonym })] : []),
    ];
    await writeSteps(runtime.knex, runtime.tenant, [
      {
        moves: [],
        entries: entries.map(({ entry }) => entry),
        sealed: entries.flatMap(({ sealed }) => sealed),
      },
    ]);
    runtime.onWritten?.();
  };
}
