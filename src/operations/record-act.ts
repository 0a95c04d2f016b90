/**
 * Journals an act that is no event of a case, in the transaction of what it records: who did what, with codes and ids in
 * clear, and words sealed under the key of the family.
 */
import type { Knex } from 'knex';
import type { CaseKey } from '../../db/queries/case-key.ts';
import { savePerson } from '../../db/queries/people.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import type { CaseId, Instant, PersonId } from '../domain/vocabulary.ts';
import { newPseudonym } from './create-key.ts';
import { makeEntry, type EntryInput } from './journal-entry.ts';
import type { Runtime } from './runtime.ts';
import { freshKey, type SealKey, type StoredKey } from './sealing.ts';

export interface RecordedAct {
  readonly type: string;
  readonly by: PersonId;
  /** By the clock of clocks. */
  readonly at: Instant;
  /** The case whose readers are told; absent where only an auditor is. */
  readonly caseId?: CaseId;
  readonly outcome?: EntryInput['outcome'];
  readonly data: Readonly<Record<string, unknown>>;
  readonly text?: { readonly value: Readonly<Record<string, unknown>>; readonly sealedBy: SealKey };
  /** Keys made for what is recorded. */
  readonly keys?: readonly StoredKey[];
}

/** Writes the entry; answers its id. */
export async function recordAct(
  { tenant }: Pick<Runtime, 'tenant'>,
  trx: Knex.Transaction,
  { type, by, at, caseId, outcome = 'done', data, text, keys = [] }: RecordedAct,
): Promise<string> {
  const actor = await pseudonymOf(trx, tenant, by);
  const { entry, sealed } = makeEntry({
    type,
    time: at,
    recorded: new Date().toISOString(),
    actor,
    outcome,
    ...(caseId !== undefined && { case: { id: caseId } }),
    disclosed: [{ name: 'data', value: data }, ...(text ? [{ name: 'text' as const, ...text }] : [])],
  });
  await writeSteps(trx, tenant, [{ moves: [], entries: [entry], sealed, keys }]);
  return entry.id;
}

/** Under which pseudonym the journal knows a person; gives one to whom it does not know yet. */
export const pseudonymOf = (trx: Knex, tenant: string, person: PersonId): Promise<string> =>
  savePerson(trx, tenant, { id: person, name: null, pseudonym: newPseudonym() });

/** What seals words about a case: the key of its family, or one of its own where that was destroyed. */
export function sealerOf(
  runtime: Runtime,
  { keyId, wrapped }: CaseKey,
): { readonly key: SealKey; readonly keys: readonly StoredKey[] } {
  if (wrapped !== null) return { key: runtime.unwrapped(keyId, wrapped), keys: [] };
  const { key, row } = freshKey(runtime.masterKey, 'act');
  return { key, keys: [row] };
}
