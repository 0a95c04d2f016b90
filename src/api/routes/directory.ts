/** The directory over HTTP: units as a tree, and the people of the body. */
import { z } from 'zod';
import {
  Departure,
  LeaveRequest,
  PersonList,
  PersonView,
  PutPersonRequest,
  PutUnitRequest,
  UnitList,
  UnitView,
} from '../../contract/directory.ts';
import { PersonId } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'directory';
const ofUnit = z.strictObject({ unitId: z.string().max(200) });
const ofPerson = z.strictObject({ personId: PersonId });

export const directoryRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listUnits',
    tag,
    summary: { zh: '单位列表', en: 'List the units' },
    method: 'get',
    path: '/api/v1/units',
    permission: 'directory.read',
    success: { status: 200, schema: UnitList, description: 'Every unit, by code; `parentId` makes the tree' },
    problems: [],
    handle: async (_request, { operations }: ApiServices) => ({
      body: { items: await operations.listUnits() },
    }),
  }),
  route({
    operationId: 'putUnit',
    tag,
    summary: { zh: '设立或者变更单位', en: 'Make or change a unit' },
    description:
      'Units are a tree: a circle, an unknown parent and a unit above itself are refused and journalled.',
    method: 'put',
    path: '/api/v1/units/{unitId}',
    permission: 'directory.change',
    params: ofUnit,
    body: PutUnitRequest,
    success: { status: 200, schema: UnitView, description: 'The unit; 201 where it is new' },
    problems: ['validation-failed'],
    handle: async ({ params, body, principal }, { operations }: ApiServices) => {
      const { unit, isNew } = await operations.putUnit(principal, { id: params.unitId, ...body });
      return { body: unit, status: isNew ? 201 : 200 };
    },
  }),
  route({
    operationId: 'removeUnit',
    tag,
    summary: { zh: '撤销单位', en: 'Remove a unit' },
    description:
      'Only where nothing hangs on it: no unit below, no grant ever made in it, no valid key, no case.',
    method: 'delete',
    path: '/api/v1/units/{unitId}',
    permission: 'directory.change',
    params: ofUnit,
    success: { status: 204, description: 'It is gone' },
    problems: ['not-found', 'directory-conflict'],
    handle: async ({ params, principal }, { operations }: ApiServices) => {
      await operations.removeUnit(principal, params.unitId);
      return { body: undefined };
    },
  }),
  route({
    operationId: 'listPeople',
    tag,
    summary: { zh: '人员列表', en: 'List the people of the body' },
    description:
      'By reference. With `q`, those whose reference or name begins so; the search is journalled, its words are not. ' +
      'Whoever is known as a reporter alone stands in no list.',
    method: 'get',
    path: '/api/v1/people',
    permission: 'directory.read',
    query: z.strictObject({
      q: z
        .string()
        .trim()
        .min(1)
        .max(100)
        .optional()
        .meta({ description: 'How a reference or a name begins' }),
      limit: z.coerce.number().int().min(1).max(200).default(50),
      cursor: z.string().max(500).optional(),
    }),
    success: { status: 200, schema: PersonList, description: 'A page of people' },
    problems: ['bad-parameter'],
    handle: async ({ query: { q, limit, cursor }, principal }, { operations }: ApiServices) => ({
      body: await operations.readPeople(principal, {
        limit,
        ...(q !== undefined && { q }),
        ...(cursor !== undefined && { cursor }),
      }),
    }),
  }),
  route({
    operationId: 'putPerson',
    tag,
    summary: { zh: '登记人员或者更改姓名', en: 'Make a person known, or change their name' },
    method: 'put',
    path: '/api/v1/people/{personId}',
    permission: 'directory.change',
    params: ofPerson,
    body: PutPersonRequest,
    success: { status: 200, schema: PersonView, description: 'The person; 201 where they are new' },
    problems: ['bad-parameter', 'validation-failed'],
    handle: async ({ params, body, principal }, { operations }: ApiServices) => {
      const { person, isNew } = await operations.putPerson(principal, { id: params.personId, ...body });
      return { body: person, status: isNew ? 201 : 200 };
    },
  }),
  route({
    operationId: 'leaveBody',
    tag,
    summary: { zh: '人员离开', en: 'Let a person go' },
    description:
      'At once: keys, sessions, posts and substitutions end. Open cases assigned to the person are told in numbers; ' +
      'whoever may know of them hands them over with `/api/v1/handovers`. Asked again, it answers the same.',
    method: 'post',
    path: '/api/v1/people/{personId}/leave',
    permission: 'directory.change',
    params: ofPerson,
    body: LeaveRequest,
    success: { status: 200, schema: Departure, description: 'What ended, and what is left to hand over' },
    problems: ['bad-parameter', 'not-found', 'not-permitted', 'validation-failed'],
    handle: async ({ params, body, principal }, { operations }: ApiServices) => ({
      body: await operations.leaveBody(principal, {
        person: params.personId,
        ...(body.on !== undefined && { on: body.on }),
      }),
    }),
  }),
];
