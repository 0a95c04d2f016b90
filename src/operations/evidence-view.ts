/** Evidence as its readers see it: who sees whose files, and what of them. */
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { StoredEvidence } from '../../db/queries/evidence.ts';
import type { EvidenceView } from '../contract/evidence.ts';
import { Problem } from '../contract/problems.ts';
import { factsOf } from '../domain/evidence-kinds.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import { worksOn, type Asker } from './acting.ts';
import type { EvidenceKeeping } from './evidence-store.ts';
import type { Runtime } from './runtime.ts';
import { unseal, type SealKey } from './sealing.ts';

/** What a file's name and its key are sealed with, each bound to the file. */
export const nameLabel = (id: string): string => `${id} evidence name`;
export const keyLabel = (id: string): string => `${id} evidence key`;

/** Whether they read the files of others: who works on the case, but not a connected system, which brings files for others. */
export const readsAll = (asker: Asker, row: CaseRow): boolean =>
  worksOn(asker, row) && asker.roles.some((role) => role !== 'api_client');

/** Whose files somebody reads in this case: everybody's (null), or those they sent themselves (domain 4.1). */
export const filesOf = (asker: Asker, row: CaseRow): PersonId | null =>
  readsAll(asker, row) ? null : asker.personId;

/** The family's key; null when it was dropped, and every file of the family with it. */
export const familyKeyOf = (runtime: Runtime, row: StoredEvidence): SealKey | null =>
  row.family_wrapped === null ? null : runtime.unwrapped(row.key_id, row.family_wrapped);

export function toEvidenceView(runtime: Runtime, row: StoredEvidence): EvidenceView {
  const key = familyKeyOf(runtime, row);
  const { cleaner, mediaTypes } = factsOf(row.kind);
  const name =
    key && unseal(key.key, Buffer.from(row.name_sealed, 'hex'), nameLabel(row.id)).toString('utf8');
  return {
    id: row.id,
    case: row.case_id,
    kind: row.kind,
    mediaType: mediaTypes[0],
    size: row.size,
    sha256: row.sha256,
    name: name === '' ? null : name,
    sender: row.sender,
    isOfParty: row.is_of_party,
    addedAt: row.added_at,
    entry: row.entry_id,
    isErased: key === null || row.wrapped === null,
    cleaned:
      row.cleaned_size === null || row.cleaned_sha256 === null
        ? null
        : { size: row.cleaned_size, sha256: row.cleaned_sha256 },
    notCleaned: cleaner === null ? 'no_cleaner' : row.not_cleaned,
  };
}

/** Where evidence is kept. A program that keeps none has no such operations, so its absence is a bug. */
export function keepingOf({ evidence }: Runtime): EvidenceKeeping {
  if (!evidence) throw new Error('this program keeps no evidence');
  return evidence;
}

export const noSuchFile = (): Problem =>
  new Problem('not-found', { zh: '没有您可以查阅的该材料', en: 'There is no such file for you' });
