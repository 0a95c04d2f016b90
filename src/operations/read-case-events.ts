/**
 * A case's journal for those who work on it: what happened, who by pseudonym, with texts unsealed for them. A party
 * reads what they did themselves.
 */
import { listCaseEntries, type StoredEntry } from '../../db/queries/case-journal.ts';
import type { CaseEventView } from '../contract/cases.ts';
import { withTexts } from '../domain/event-data.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { MIGRATED, MIGRATED_WORDS } from '../engine/carry.ts';
import { everyProcedure, procedureOf } from '../machines/registry.ts';
import { worksOn, type Asker } from './acting.ts';
import { fromCursor, toCursor } from './cursor.ts';
import { disclosedValue } from './journal-entry.ts';
import { visibleCase } from './read-case.ts';
import { eventOf, valueOf } from './replay-case.ts';
import type { Runtime } from './runtime.ts';
import { sealLabel, unseal } from './sealing.ts';

export async function readCaseEvents(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string },
): Promise<{ items: CaseEventView[]; nextCursor: string | null }> {
  const row = await visibleCase(runtime, asker, caseId);
  const list = `events ${row.id}`;
  const after = cursor === undefined ? 0 : Number(fromCursor(runtime, list, cursor).version);
  const entries = await listCaseEntries(runtime.knex, runtime.tenant, caseId, {
    afterVersion: after,
    limit: limit + 1,
    by: worksOn(asker, row) ? null : asker.personId,
  });
  const shown = entries.slice(0, limit);
  const own = procedureOf(row.procedure, row.procedure_version);
  // A case that was migrated has entries of its older version, whose events the newer one may not know.
  const versions = [own, ...everyProcedure().filter(({ name }) => name === row.procedure)];
  return {
    items: shown.map((entry) => {
      const event = eventOf(entry);
      const known = versions.flatMap(
        (procedure) => procedure?.rows.find((each) => each.event === event) ?? [],
      );
      return toEventView(runtime, entry, event === MIGRATED ? MIGRATED_WORDS : (known[0]?.label ?? null));
    }),
    nextCursor: entries.length > limit ? toCursor(runtime, list, { version: shown.at(-1)?.seq }) : null,
  };
}

function toEventView(runtime: Runtime, entry: StoredEntry, label: CaseEventView['label']): CaseEventView {
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
  entry: StoredEntry,
): { readonly values: Record<string, unknown>; readonly isErased: boolean } {
  const sealed = entry.disclosures.find(({ name }) => name === 'text');
  if (!sealed?.sealed) return { values: {}, isErased: false };
  if (!sealed.wrapped || !sealed.keyId) return { values: {}, isErased: true };
  const { key } = runtime.unwrapped(sealed.keyId, sealed.wrapped);
  const opened = unseal(key, Buffer.from(sealed.sealed, 'hex'), sealLabel(entry.id, 'text'));
  return { values: disclosedValue(opened.toString('utf8')) as Record<string, unknown>, isErased: false };
}
