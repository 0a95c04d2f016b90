/** Words over HTTP: every code that people may meet, in both languages. */
import { WordsDocument } from '../../contract/words.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

export const wordRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'readWords',
    tag: 'procedures',
    summary: { zh: '代码用语', en: 'Read the words of all codes' },
    description:
      'Every code that an answer may hold, with its words, by kind. The same until the program is started again: keep ' +
      'it, and ask with `If-None-Match`.',
    method: 'get',
    path: '/api/v1/words',
    permission: 'procedure.read',
    success: {
      status: 200,
      schema: WordsDocument,
      description: 'The words',
      headers: { ETag: 'The version of the words' },
    },
    problems: [],
    handle: (_request, { operations }: ApiServices) => {
      const body = operations.readWords();
      return { body, headers: { ETag: `"${body.version}"` } };
    },
  }),
];
