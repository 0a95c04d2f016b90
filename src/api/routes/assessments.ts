/** Blind assessments of a tolerance review over HTTP: kept, submitted, and read side by side. */
import { z } from 'zod';
import {
  AssessmentList,
  KeepAssessmentRequest,
  NameAssessorsRequest,
  NamedAssessors,
} from '../../contract/assessments.ts';
import type { ApiServices } from '../api-services.ts';
import { PurposeHeaders } from '../purpose.ts';
import { route, type Route } from '../route.ts';

const tag = 'assessments';
const params = z.strictObject({ caseId: z.string().max(200) });
const path = '/api/v1/cases/{caseId}/assessments';

export const assessmentRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listAssessments',
    tag,
    summary: { zh: '容错评估表', en: 'The sheets of a tolerance review' },
    description:
      'Your own at any time; those of others when all assessors of the round have submitted, then all of them, side by ' +
      'side. Nothing is added up. With them comes what is asked: factors with typical examples, distinctions, and the ' +
      'conditions and exclusions of the policy profile of the case. Reading what others wrote is journalled.',
    method: 'get',
    path,
    permission: 'assessment.read',
    params,
    headers: PurposeHeaders,
    success: { status: 200, schema: AssessmentList, description: 'Rounds of sheets, the latest first' },
    problems: ['not-found', 'event-not-allowed'],
    handle: async ({ params: { caseId }, headers, principal }, { operations }: ApiServices) => ({
      body: await operations.readAssessments(principal, caseId, headers['x-purpose']),
    }),
  }),
  route({
    operationId: 'keepAssessment',
    tag,
    summary: { zh: '保存本人的评估表草稿', en: 'Keep a draft of your own sheets' },
    description:
      'In place of the draft before. A member of the team who keeps one becomes an assessor by it.',
    method: 'put',
    path,
    permission: 'assessment.keep',
    params,
    body: KeepAssessmentRequest,
    success: { status: 204, description: 'Kept' },
    problems: ['not-found', 'not-permitted', 'event-not-allowed', 'texts-erased', 'validation-failed'],
    handle: async ({ params: { caseId }, body, principal }, { operations }: ApiServices) => {
      await operations.keepAssessment(principal, caseId, body.sheets);
      return { body: undefined };
    },
  }),
  route({
    operationId: 'nameAssessors',
    tag,
    summary: { zh: '指定评估人', en: 'List who is to assess' },
    description:
      'By the head of the handling department. Those who wrote something stay, listed or not. When all of a round have ' +
      'submitted, this begins another.',
    method: 'put',
    path: `${path}/assessors`,
    permission: 'assessment.name',
    params,
    body: NameAssessorsRequest,
    success: { status: 200, schema: NamedAssessors, description: 'The round, and who assesses in it' },
    problems: ['not-found', 'not-permitted', 'event-not-allowed', 'validation-failed'],
    handle: async ({ params: { caseId }, body, principal }, { operations }: ApiServices) => ({
      body: await operations.nameAssessors(principal, caseId, body.assessors),
    }),
  }),
  route({
    operationId: 'submitAssessment',
    tag,
    summary: { zh: '提交本人的评估表', en: 'Submit your own sheets' },
    description:
      'The draft as it was kept last; final. Every factor has its rating and its reasoning, every question its answer, for ' +
      'each act and person under review. Journalled as `assessment.submitted` with the hash of what was sealed.',
    method: 'post',
    path: `${path}/submission`,
    permission: 'assessment.keep',
    params,
    success: { status: 204, description: 'Submitted' },
    problems: ['not-found', 'not-permitted', 'event-not-allowed', 'texts-erased', 'validation-failed'],
    handle: async ({ params: { caseId }, principal }, { operations }: ApiServices) => {
      await operations.submitAssessment(principal, caseId);
      return { body: undefined };
    },
  }),
];
