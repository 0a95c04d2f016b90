/** Papers as somebody reads them over the API: the list of a case, a page, a PDF. */
import { expect } from 'vitest';
import type { PaperView } from '../../src/contract/papers.ts';
import type { Caller } from '../caller.ts';

type Id = Pick<{ id: string }, 'id'>;
export const ROOT = '/api/v1/cases';
export const listOf = async (caller: Caller, { id }: Id): Promise<PaperView[]> =>
  (await caller.get(`${ROOT}/${id}/papers`)).body.items as PaperView[];
export const pageOf = (
  caller: Caller,
  { case: of, id }: Pick<PaperView, 'case' | 'id'>,
  rest = 'html?lang=zh',
) => caller.get(`${ROOT}/${of}/papers/${id}/${rest}`);
export const pdfOf = async (caller: Caller, paper: PaperView, lang = 'zh') => {
  const reply = await pageOf(caller, paper, `pdf?lang=${lang}`);
  expect([reply.status, reply.headers['content-type']]).toEqual([200, 'application/pdf']);
  return { bytes: reply.body as Buffer, etag: reply.headers.etag! };
};
export const codesOf = (papers: readonly PaperView[]) => papers.map(({ paper }) => paper);
