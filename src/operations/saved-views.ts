/**
 * Saved views of a person and of their unit. A view keeps filters and never a search, and its name is sealed: people write
 * names of people into headings. Its owner alone changes it; whoever left keeps what they shared, until somebody makes a
 * view of their own from it.
 */
import { hkdfSync } from 'node:crypto';
import { uuidv7 } from 'uuidv7';
import {
  countSavedViews,
  deleteSavedView,
  findSavedView,
  listSavedViews,
  saveView,
  type SavedViewRow,
} from '../../db/queries/saved-views.ts';
import { Problem } from '../contract/problems.ts';
import type { SavedView, SaveViewRequest } from '../contract/views.ts';
import type { Words } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import type { Runtime } from './runtime.ts';
import { seal, unseal } from './sealing.ts';

/** More is a menu nobody reads. */
const MOST_VIEWS = 50;

const TOO_MANY: Words = { zh: `最多保存 ${MOST_VIEWS} 个视图`, en: `You keep ${MOST_VIEWS} views already` };
const NO_UNIT: Words = { zh: '当前身份没有所属部门', en: 'You act in no unit now' };

/** The body's key for names of views, made from one that outlives a master key. */
const keyOf = ({ lookupKey }: Runtime): Buffer =>
  Buffer.from(hkdfSync('sha256', lookupKey, '', 'names of saved views', 32));

export async function readViews(runtime: Runtime, asker: Asker): Promise<{ items: SavedView[] }> {
  const rows = await listSavedViews(runtime.knex, runtime.tenant, readerOf(asker));
  const key = keyOf(runtime);
  return {
    items: rows.map((row) => toView(row, unseal(key, row.name_sealed, row.id).toString('utf8'), asker)),
  };
}

/** Throws `validation-failed` for a view too many, and for one shared by somebody who acts in no unit. */
export async function makeView(runtime: Runtime, asker: Asker, request: SaveViewRequest): Promise<SavedView> {
  if ((await countSavedViews(runtime.knex, runtime.tenant, asker.personId)) >= MOST_VIEWS)
    throw invalid('', TOO_MANY);
  return write(runtime, asker, uuidv7(), request);
}

/** Throws `not-found`, and `not-permitted` for a view of somebody else. */
export async function changeView(
  runtime: Runtime,
  asker: Asker,
  id: string,
  request: SaveViewRequest,
): Promise<SavedView> {
  await own(runtime, asker, id);
  return write(runtime, asker, id, request);
}

/** Throws `not-found`, and `not-permitted` for a view of somebody else. */
export async function removeView(runtime: Runtime, asker: Asker, id: string): Promise<void> {
  await own(runtime, asker, id);
  await deleteSavedView(runtime.knex, runtime.tenant, id);
}

const readerOf = ({ personId, unit }: Asker) => ({ person: personId, unit });

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function own(runtime: Runtime, asker: Asker, id: string): Promise<void> {
  const view = UUID.test(id)
    ? await findSavedView(runtime.knex, runtime.tenant, id, readerOf(asker))
    : undefined;
  if (!view) throw new Problem('not-found', { zh: '没有这个视图', en: 'There is no such view for you' });
  if (view.owner !== asker.personId)
    throw new Problem('not-permitted', {
      zh: '只有创建人可以修改该视图',
      en: 'Only whoever made a view changes it',
    });
}

async function write(
  runtime: Runtime,
  asker: Asker,
  id: string,
  { name, list, query, isShared }: SaveViewRequest,
): Promise<SavedView> {
  if (isShared && asker.unit === null) throw invalid('/isShared', NO_UNIT);
  const row = {
    id,
    owner: asker.personId,
    list,
    name_sealed: seal(keyOf(runtime), name, id),
    query,
    unit: isShared ? asker.unit : null,
  };
  const updated_at = await saveView(runtime.knex, runtime.tenant, row);
  return toView({ ...row, updated_at }, name, asker);
}

const invalid = (pointer: string, message: Words) =>
  new Problem('validation-failed', message, { errors: [{ pointer, message }] });

const toView = (row: SavedViewRow, name: string, asker: Asker): SavedView => ({
  id: row.id,
  name,
  list: row.list as SavedView['list'],
  query: { ...row.query },
  isShared: row.unit !== null,
  isMine: row.owner === asker.personId,
  updatedAt: row.updated_at,
});
