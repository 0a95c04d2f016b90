/** The audit query over HTTP. */
import { z } from 'zod';
import { JournalList } from '../../contract/journal.ts';
import { CaseId, GivenDate, GivenInstant } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

/** A day is meant in the body's own time zone: all of it. */
const DayOrInstant = z.union([GivenDate, GivenInstant.transform((text) => new Date(text).toISOString())]);

const Query = z.strictObject({
  case: CaseId.optional(),
  actor: z.string().max(64).optional().meta({ description: 'Pseudonym' }),
  type: z.string().max(500).optional().meta({
    description: 'One type, several by comma; `*` at the end or at the beginning stands for the rest',
  }),
  procedure: z.string().max(64).optional(),
  outcome: z.enum(['accepted', 'refused', 'done']).optional(),
  from: DayOrInstant.optional().meta({ description: 'Not before this instant or day' }),
  to: DayOrInstant.optional().meta({ description: 'Before this instant, or not after this day' }),
  q: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .meta({ description: 'The id of an entry or a case; otherwise exactly an actor, a type or a procedure' }),
  size: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
  order: z.enum(['asc', 'desc']).default('desc'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(500).optional(),
});

export const journalRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'queryJournal',
    tag: 'journal',
    summary: { zh: '审计日志查询', en: 'Query the journal' },
    description:
      'Pages are pinned to the size of the log at the first one, so that later pages see the same log. ' +
      'Auditors read the whole log but for what is about themselves, and persons by pseudonym; others the entries of cases ' +
      'they may know of.',
    method: 'get',
    path: '/api/v1/journal',
    permission: 'journal.read',
    query: Query,
    success: {
      status: 200,
      schema: JournalList,
      description: 'A page of the log',
      headers: { Link: '`rel="next"`, where there is a next page' },
    },
    problems: ['bad-parameter'],
    handle: async ({ query, principal }, { operations, publicUrl }: ApiServices) => {
      const { size, order, limit, cursor, type, ...rest } = query;
      const filter = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
      const page = await operations.queryJournal(principal, {
        filter: { ...filter, ...(type !== undefined && { types: type.split(',').slice(0, 20) }) },
        isDescending: order === 'desc',
        limit,
        ...(size !== undefined && { size }),
        ...(cursor !== undefined && { cursor }),
      });
      if (page.nextCursor === null) return { body: page };
      const next = new URLSearchParams(
        Object.entries({ ...query, cursor: page.nextCursor }).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)] as [string, string]],
        ),
      );
      return {
        body: page,
        headers: { Link: `<${publicUrl}/api/v1/journal?${next.toString()}>; rel="next"` },
      };
    },
  }),
];
