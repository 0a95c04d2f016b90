/** Conflicts over HTTP: found before anybody is put in charge, declared by those related, noticed where they shut out. */
import { z } from 'zod';
import {
  ConflictList,
  DeclareRelationRequest,
  RelationList,
  RelationView,
  ShutOutList,
} from '../../contract/conflicts.ts';
import { CaseId, PersonId } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'conflicts';
const ofPerson = z.strictObject({ personId: PersonId });
const ADDRESS = '/api/v1/people/{personId}/relations';

export const conflictRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'findConflicts',
    tag,
    summary: { zh: '指定人员前的回避审查', en: 'What stands between a person and a part in a case' },
    description:
      'Before somebody is put in charge: named in the matter, close to whom it is about, asked or allowed to stand aside, ' +
      'duties that exclude each other, the same unit, a part in another matter about the same persons. A bar keeps the ' +
      'person out of `ASSIGN` and `DESIGNATE`; the rest is to be weighed. What you may not know of comes as ' +
      '`other_matter` and no more. The look-up is journalled.',
    method: 'get',
    path: '/api/v1/cases/{caseId}/conflicts',
    permission: 'conflict.read',
    params: z.strictObject({ caseId: z.string().max(200) }),
    query: z.strictObject({ person: PersonId.meta({ description: 'The candidate' }) }),
    success: { status: 200, schema: ConflictList, description: 'The findings, bars first' },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params, query, principal }, { operations }: ApiServices) => ({
      body: await operations.findConflicts(principal, params.caseId, query.person),
    }),
  }),
  route({
    operationId: 'listShutOuts',
    tag,
    summary: {
      zh: '因列为涉案人员而失去知悉权的工作人员',
      en: 'Staff who lost sight of a matter because a step names them',
    },
    description:
      'Whoever is named as a person of a case sees its whole family no longer as staff. So that nobody shuts a colleague ' +
      'out unseen, the step that names them leaves a notice.',
    method: 'get',
    path: '/api/v1/shut-outs',
    permission: 'shut_out.read',
    query: z.strictObject({
      case: CaseId.optional().meta({ description: 'Of the family of this case only' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional(),
    }),
    success: { status: 200, schema: ShutOutList, description: 'A page of notices, the newest first' },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ query, principal }, { operations }: ApiServices) => ({
      body: await operations.readShutOuts(principal, pageOf(query)),
    }),
  }),
  route({
    operationId: 'declareRelation',
    tag,
    summary: { zh: '申报与他人的关系', en: 'Declare a relation to another person' },
    description: 'By the person, or by personnel for them. Declared again, it stays as it is.',
    method: 'put',
    path: ADDRESS,
    permission: 'relation.declare',
    params: ofPerson,
    body: DeclareRelationRequest,
    success: { status: 200, schema: RelationView, description: 'The relation' },
    problems: ['not-permitted', 'bad-parameter', 'validation-failed'],
    handle: async ({ params, body, principal }, { operations }: ApiServices) => ({
      body: await operations.declareRelation(principal, { person: params.personId, ...body }),
    }),
  }),
  route({
    operationId: 'listRelations',
    tag,
    summary: { zh: '已申报的关系', en: 'Relations that were declared of a person' },
    method: 'get',
    path: ADDRESS,
    permission: 'relation.declare',
    params: ofPerson,
    success: { status: 200, schema: RelationList, description: 'Those in force first' },
    problems: ['not-permitted', 'bad-parameter'],
    handle: async ({ params, principal }, { operations }: ApiServices) => ({
      body: await operations.readRelations(principal, params.personId),
    }),
  }),
  route({
    operationId: 'endRelation',
    tag,
    summary: { zh: '记录关系终止', en: 'Record that a relation has ended' },
    description:
      'By somebody of personnel whom it does not concern: nobody clears the way to a case for themselves.',
    method: 'delete',
    path: `${ADDRESS}/{relationId}`,
    permission: 'relation.declare',
    params: z.strictObject({ personId: PersonId, relationId: z.string().max(200) }),
    success: { status: 204, description: 'It counts no longer; that it was, is kept' },
    problems: ['not-permitted', 'not-found', 'bad-parameter'],
    handle: async ({ params, principal }, { operations }: ApiServices) => {
      await operations.recordRelationEnd(principal, { person: params.personId, id: params.relationId });
      return { body: undefined };
    },
  }),
];

/** A page without the fields that were left out. */
const pageOf = ({
  case: of,
  limit,
  cursor,
}: {
  readonly case?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}) => ({ limit, ...(of !== undefined && { case: of }), ...(cursor !== undefined && { cursor }) });
