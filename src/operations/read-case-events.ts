/**
 * A case's journal for those who work on it: what happened and who did it, with texts unsealed for them; a reporter by
 * pseudonym alone. A party reads what they did themselves.
 */
import { listCaseEntries, PAST_THE_LAST, type StoredEntry } from '../../db/queries/case-journal.ts';
import { listNamed, type NamedPerson } from '../../db/queries/people.ts';
import type { CaseEventView } from '../contract/cases.ts';
import { withTexts } from '../domain/event-data.ts';
import type { EventData } from '../domain/effect.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { MIGRATED, MIGRATED_WORDS } from '../engine/carry.ts';
import { isChosen } from '../machines/define-procedure.ts';
import { everyProcedure, procedureOf } from '../machines/registry.ts';
import { worksOn, type Asker } from './acting.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { disclosedValue } from './journal-entry.ts';
import { visibleCase } from './read-case.ts';
import { eventOf, valueOf } from './replay-case.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';
import { sealLabel, unseal } from './sealing.ts';

export async function readCaseEvents(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  {
    limit,
    cursor,
    isDescending = false,
  }: { readonly limit: number; readonly cursor?: string; readonly isDescending?: boolean },
): Promise<{ items: CaseEventView[]; nextCursor: string | null }> {
  const row = await visibleCase(runtime, asker, caseId);
  const list = `events ${row.id}${isDescending ? ' desc' : ''}`;
  const start = isDescending ? PAST_THE_LAST : 0;
  const page = {
    afterVersion: cursor === undefined ? start : Number(fromCursor(runtime, list, cursor).version),
    limit: limit + 1,
    by: worksOn(asker, row) ? null : asker.personId,
    isDescending,
  };
  const entries = await seenBy(runtime, asker, (db) => listCaseEntries(db, runtime.tenant, caseId, page));
  const shown = entries.slice(0, limit);
  const told = page.by === null ? await toldOf(runtime, shown) : NOBODY;
  const own = procedureOf(row.procedure, row.procedure_version);
  // A case that was migrated has entries of its older version, whose events the newer one may not know.
  const versions = [own, ...everyProcedure().filter(({ name }) => name === row.procedure)];
  return {
    items: shown.map((entry) => {
      const event = eventOf(entry);
      const data = valueOf<EventData>(entry, 'data') ?? {};
      const known = versions.flatMap(
        (procedure) => procedure?.rows.filter((row) => row.event === event) ?? [],
      );
      // One event may be several rows, told apart by a choice in its data.
      const taken = known.find((row) => isChosen(row, data)) ?? known[0];
      const label = event === MIGRATED ? MIGRATED_WORDS : (taken?.label ?? null);
      return toEventView(runtime, entry, { label, actor: told.get(entry.actor) });
    }),
    nextCursor: entries.length > limit ? toCursor(runtime, list, { version: shown.at(-1)?.seq }) : null,
  };
}

const NOBODY: ReadonlyMap<string, NamedPerson> = new Map();

/** By pseudonym, those who acted and may be told by name. */
async function toldOf(
  { knex, tenant }: Runtime,
  entries: readonly StoredEntry[],
): Promise<ReadonlyMap<string, NamedPerson>> {
  const pseudonyms = [...new Set(entries.map(({ actor }) => actor))];
  const named = await listNamed(knex, tenant, { pseudonyms });
  return new Map(named.filter(({ isTold }) => isTold).map((person) => [person.pseudonym, person]));
}

function toEventView(
  runtime: Runtime,
  entry: StoredEntry,
  { label, actor }: { readonly label: CaseEventView['label']; readonly actor: NamedPerson | undefined },
): CaseEventView {
  const kept = valueOf<Record<string, unknown>>(entry, 'data') ?? {};
  const text = openText(runtime, entry);
  const { reference, ...data } = withTexts(kept, text.values);
  return {
    id: entry.id,
    version: entry.seq,
    type: entry.type,
    label,
    time: entry.occurred_at,
    recorded: entry.recorded_at,
    actor: entry.actor,
    by: actor ? 'person' : entry.actor === runtime.systemPseudonym ? 'system' : 'unnamed',
    person: actor?.id ?? null,
    name: actor?.name ?? null,
    outcome: entry.outcome,
    data,
    effects: valueOf<Record<string, unknown>[]>(entry, 'effects') ?? [],
    ...(typeof reference === 'string' && { reference }),
    erased: text.isErased ? ['text'] : [],
  };
}

/** The texts of an entry, unsealed; erased when the key that sealed them is gone. */
export function openText(
  runtime: Runtime,
  entry: Pick<StoredEntry, 'id' | 'disclosures'>,
): { readonly values: Record<string, unknown>; readonly isErased: boolean } {
  const sealed = entry.disclosures.find(({ name }) => name === 'text');
  if (!sealed?.sealed) return { values: {}, isErased: false };
  if (!sealed.wrapped || !sealed.keyId) return { values: {}, isErased: true };
  const { key } = runtime.unwrapped(sealed.keyId, sealed.wrapped);
  const opened = unseal(key, Buffer.from(sealed.sealed, 'hex'), sealLabel(entry.id, 'text'));
  return { values: disclosedValue(opened.toString('utf8')) as Record<string, unknown>, isErased: false };
}
