/** Papers over HTTP: the list of a case, and each paper as the frozen page or as PDF. */
import { z } from 'zod';
import { PaperList, PaperPreviewList, PreviewPapersRequest } from '../../contract/papers.ts';
import type { ApiServices } from '../api-services.ts';
import { PurposeHeaders } from '../purpose.ts';
import { route, type Route } from '../route.ts';

const tag = 'papers';
/** Any text: one that is no id names nothing, and gets the same 404 as what is hidden (T34). */
const Id = z.string().max(200);
const paperParams = z.strictObject({ caseId: Id, paperId: Id });
const Lang = z.strictObject({
  lang: z.enum(['zh', 'en']).default('zh').meta({ description: 'Language of the paper; Chinese counts' }),
});

/** No script, no address, no frame but our own: a page that can do nothing but be read. */
const PAGE_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'";

const headersFor = (sha256: string, name: string, ending: string) => ({
  ETag: `"${sha256}"`,
  'Content-Disposition': `inline; filename="${name}.${ending}"`,
});
const described = { ETag: 'SHA-256 of the bytes', 'Content-Disposition': 'A name to save it under' };

export const paperRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listCasePapers',
    tag,
    summary: { zh: '案件文书', en: 'The papers of a case, oldest first' },
    description: 'A party sees the papers addressed to them. What is owed and not drawn yet is drawn first.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/papers',
    permission: 'paper.read',
    params: z.strictObject({ caseId: Id }),
    success: { status: 200, schema: PaperList, description: 'Its papers, with number and hash' },
    problems: ['not-found'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.listCasePapers(principal, params.caseId) },
    }),
  }),
  route({
    operationId: 'previewPapers',
    tag,
    summary: { zh: '预览某事项将制发的文书', en: 'See the papers an event would issue' },
    description:
      'Drawn as if the event were applied now, marked as drafts, without a number; nothing is written. Refused like the ' +
      'event itself. Papers of the case alone: what linked cases would issue is not among them.',
    method: 'post',
    path: '/api/v1/cases/{caseId}/papers/preview',
    permission: 'case.act',
    params: z.strictObject({ caseId: Id }),
    body: PreviewPapersRequest,
    success: {
      status: 200,
      schema: PaperPreviewList,
      description: 'The drafts, in the order they would be issued',
    },
    problems: ['not-found', 'not-permitted', 'event-not-allowed', 'texts-erased', 'validation-failed'],
    handle: async ({ params, body, principal }, { operations }: ApiServices) => ({
      body: { items: await operations.previewPapers(principal, params.caseId, body) },
    }),
  }),
  route({
    operationId: 'readPaperHtml',
    tag,
    summary: { zh: '阅看文书', en: 'Read a paper as a page' },
    description: 'The bytes whose hash is in the journal. Printed, it has the layout of GB/T 9704.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/papers/{paperId}/html',
    permission: 'paper.read',
    params: paperParams,
    query: Lang,
    headers: PurposeHeaders,
    success: {
      status: 200,
      contentType: 'text/html; charset=utf-8',
      schema: z.string(),
      description: 'The page',
      headers: described,
    },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params, query, headers, principal }, { operations }: ApiServices) => {
      const served = await operations.readPaperHtml(principal, { ...params, ...query }, headers['x-purpose']);
      return {
        body: served.content as string,
        headers: {
          ...headersFor(served.sha256, served.name, 'html'),
          'Content-Security-Policy': PAGE_POLICY,
        },
      };
    },
  }),
  route({
    operationId: 'readPaperPdf',
    tag,
    summary: { zh: '下载文书（PDF）', en: 'Read a paper as PDF' },
    description: 'Made from the frozen content in the layout of GB/T 9704: A4, 22 lines of 28 characters.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/papers/{paperId}/pdf',
    permission: 'paper.read',
    params: paperParams,
    query: Lang,
    headers: PurposeHeaders,
    success: {
      status: 200,
      contentType: 'application/pdf',
      schema: z.any().meta({ description: 'A PDF file' }),
      description: 'The file',
      headers: described,
    },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params, query, headers, principal }, { operations }: ApiServices) => {
      const served = await operations.readPaperPdf(principal, { ...params, ...query }, headers['x-purpose']);
      return { body: served.content, headers: headersFor(served.sha256, served.name, 'pdf') };
    },
  }),
];
