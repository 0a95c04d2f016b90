/** Drafts over HTTP: what somebody has typed and not sent, theirs alone. */
import { z } from 'zod';
import { DraftItem, DraftKey, DraftList, DraftView, PutDraftRequest } from '../../contract/drafts.ts';
import type { ApiServices } from '../api-services.ts';
import { etagOf, readIfMatch } from '../etag.ts';
import { route, type Route } from '../route.ts';

const tag = 'drafts';
const params = z.strictObject({ draftKey: DraftKey });
const ETag = 'Version of the draft';

export const draftRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listDrafts',
    tag,
    summary: { zh: '本人的草稿', en: 'List my drafts' },
    description: 'The latest first, without what is in them.',
    method: 'get',
    path: '/api/v1/drafts',
    permission: 'draft.keep',
    success: { status: 200, schema: DraftList, description: 'The drafts of whoever asks' },
    problems: [],
    handle: async ({ principal }, { operations }: ApiServices) => ({
      body: { items: await operations.listDrafts(principal) },
    }),
  }),
  route({
    operationId: 'readDraft',
    tag,
    summary: { zh: '读取草稿', en: 'Read a draft' },
    description: 'One about a case is there only while the asker may know of the case.',
    method: 'get',
    path: '/api/v1/drafts/{draftKey}',
    permission: 'draft.keep',
    params,
    success: { status: 200, schema: DraftView, description: 'The draft', headers: { ETag } },
    problems: ['bad-parameter', 'not-found'],
    handle: async ({ params: { draftKey }, principal }, { operations }: ApiServices) => {
      const draft = await operations.readDraft(principal, draftKey);
      return { body: draft, headers: { ETag: etagOf(draft.version) } };
    },
  }),
  route({
    operationId: 'putDraft',
    tag,
    summary: { zh: '保存草稿', en: 'Save a draft' },
    description:
      'Sealed, read by nobody else, in no log and no journal; gone thirty days after the last save. With `If-Match` or ' +
      '`If-None-Match: *` it is saved only where nobody, nor another window, has saved it meanwhile.',
    method: 'put',
    path: '/api/v1/drafts/{draftKey}',
    permission: 'draft.keep',
    params,
    headers: z.object({
      'if-match': z
        .string()
        .max(200)
        .optional()
        .meta({ description: 'The `ETag` of the draft as you have it', examples: ['"7"'] }),
      'if-none-match': z
        .literal('*')
        .optional()
        .meta({ description: 'Only where there is none yet', examples: ['*'] }),
    }),
    body: PutDraftRequest,
    success: { status: 200, schema: DraftItem, description: 'It is saved', headers: { ETag } },
    problems: ['bad-parameter', 'not-found', 'validation-failed', 'draft-changed', 'too-many-drafts'],
    handle: async ({ params: { draftKey }, headers, body, principal }, { operations }: ApiServices) => {
      const version = readIfMatch(headers['if-match']);
      const saved = await operations.putDraft(principal, {
        key: draftKey,
        content: body.content,
        expected:
          version !== undefined ? { version } : headers['if-none-match'] === '*' ? 'nothing' : 'anything',
      });
      return { body: saved, headers: { ETag: etagOf(saved.version) } };
    },
  }),
  route({
    operationId: 'removeDraft',
    tag,
    summary: { zh: '删除草稿', en: 'Remove a draft' },
    description: 'Also where there is none.',
    method: 'delete',
    path: '/api/v1/drafts/{draftKey}',
    permission: 'draft.keep',
    params,
    success: { status: 204, description: 'It is gone' },
    problems: ['bad-parameter'],
    handle: async ({ params: { draftKey }, principal }, { operations }: ApiServices) => {
      await operations.removeDraft(principal, draftKey);
      return { body: undefined };
    },
  }),
];
