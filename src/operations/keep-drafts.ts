/**
 * Drafts: what somebody has typed and not sent. Each is sealed under a key of its own, made anew with every save, so that
 * what was replaced or removed is gone. Theirs alone; about a case, only while they may know of it. Of no record.
 */
import {
  deleteDraft,
  findDraft,
  findStanding,
  listDrafts as readDrafts,
  saveDraft,
  type DraftRow,
  type Expected,
} from '../../db/queries/drafts.ts';
import type { DraftItem, DraftView } from '../contract/drafts.ts';
import { Problem } from '../contract/problems.ts';
import { caseOfDraft, MOST_DRAFTS } from '../domain/draft.ts';
import { askingOf, type Asker } from './acting.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';
import { fingerprintOf, newSealKey, seal, unseal, unwrapSealKey } from './sealing.ts';
import { seenBy } from './seen-by.ts';

/** Bound to whose it is and what of, so that one cannot be passed off as another. */
const labelOf = ({ personId }: Asker, key: string, id: string) => `draft ${personId} ${key} ${id}`;

const toItem = ({ key, case: of, version, updatedAt, expiresAt }: DraftRow): DraftItem => ({
  key,
  case: of,
  version,
  updatedAt,
  expiresAt,
});

/** The asker's drafts, the latest first. */
export async function listDrafts(runtime: Runtime, asker: Asker): Promise<DraftItem[]> {
  const rows = await seenBy(runtime, asker, (db) => readDrafts(db, runtime.tenant, askingOf(asker)));
  return rows.map(toItem);
}

/** Throws `not-found` for one that is not there, has lapsed, or is about a case the asker may no longer know of. */
export async function readDraft(runtime: Runtime, asker: Asker, key: string): Promise<DraftView> {
  const row = await seenBy(runtime, asker, (db) => findDraft(db, runtime.tenant, askingOf(asker), key));
  if (!row) throw noSuchDraft();
  const { key: sealedBy } = unwrapSealKey(runtime.masterKey, row.id, Buffer.from(row.wrapped, 'hex'));
  const opened = unseal(sealedBy, Buffer.from(row.sealed, 'hex'), labelOf(asker, key, row.id));
  return { ...toItem(row), content: JSON.parse(opened.toString('utf8')) as DraftView['content'] };
}

/** Throws `Problem`: not-found for a case that is not to be known of, draft-changed, too-many-drafts. */
export async function putDraft(
  runtime: Runtime,
  asker: Asker,
  {
    key,
    content,
    expected,
  }: { readonly key: string; readonly content: DraftView['content']; readonly expected: Expected },
): Promise<DraftItem> {
  const { knex, tenant, masterKey } = runtime;
  const of = caseOfDraft(key);
  if (of !== null) await visibleCase(runtime, asker, of);
  const { id, key: sealedBy, wrapped } = newSealKey(masterKey);
  const sealed = seal(sealedBy, JSON.stringify(content), labelOf(asker, key, id));
  const person = asker.personId;
  const draft = {
    person,
    key,
    id,
    case: of,
    sealed: sealed.toString('hex'),
    wrapped: wrapped.toString('hex'),
    wrappedBy: fingerprintOf(masterKey),
  };
  const saved = await saveDraft(knex, tenant, draft, expected);
  if (saved) return toItem(saved);
  const { version, count } = await findStanding(knex, tenant, { person, key });
  if (version === null && count >= MOST_DRAFTS) throw new Problem('too-many-drafts');
  throw new Problem('draft-changed', undefined, { version });
}

/** Removes it, if it is there. */
export const removeDraft = ({ knex, tenant }: Runtime, asker: Asker, key: string): Promise<void> =>
  deleteDraft(knex, tenant, { person: asker.personId, key });

const noSuchDraft = (): Problem =>
  new Problem('not-found', { zh: '没有该草稿', en: 'There is no such draft' });
