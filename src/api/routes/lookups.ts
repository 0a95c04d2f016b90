/** Look-ups for forms over HTTP: whom and what may be picked, and an official the directory does not know yet. */
import { z } from 'zod';
import {
  FoundPeople,
  FoundUnits,
  LOOKUP_KINDS,
  RegisteredPerson,
  RegisterPersonRequest,
} from '../../contract/lookups.ts';
import { Problem } from '../../contract/problems.ts';
import { STAFF_ROLES } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { PurposeHeaders } from '../purpose.ts';
import { route, type Route } from '../route.ts';

const tag = 'directory';
const Beginning = z.string().trim().min(1).max(100).optional();

/** Shorter than that it would be leafing through everybody. */
const FEWEST_LETTERS = 2;

const tooShort = () =>
  new Problem('bad-parameter', undefined, {
    errors: [
      {
        pointer: '/query/q',
        message: { zh: '查找被反映人员至少输入两个字', en: 'needs two characters at least for an official' },
      },
    ],
  });

export const lookupRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'lookUpPeople',
    tag,
    summary: { zh: '查找同事或者被反映人员', en: 'Look up a colleague or an official' },
    description:
      'Colleagues are the staff of the bodies you reach, fifty at most; `role` leaves those who hold it. Officials are ' +
      'named persons whose reference or name begins so, ten at most; that is a search over persons, put on record with ' +
      'its purpose and without its words.',
    method: 'get',
    path: '/api/v1/people/lookup',
    permission: 'person.look_up',
    query: z.strictObject({
      kind: z.enum(LOOKUP_KINDS).default('colleague').meta({ description: 'Whom to look for' }),
      q: Beginning.meta({ description: 'How a reference or a name begins' }),
      role: z
        .enum(STAFF_ROLES as [(typeof STAFF_ROLES)[number], ...typeof STAFF_ROLES])
        .optional()
        .meta({ description: 'Of colleagues: only those who hold this role' }),
    }),
    headers: PurposeHeaders,
    success: { status: 200, schema: FoundPeople, description: 'Whom there is' },
    problems: ['bad-parameter'],
    handle: async ({ query: { kind, q, role }, headers, principal }, { operations }: ApiServices) => {
      if (kind === 'colleague')
        return {
          body: {
            items: await operations.lookUpColleagues(principal, {
              ...(q !== undefined && { q }),
              ...(role !== undefined && { role }),
            }),
          },
        };
      if (q === undefined || Array.from(q).length < FEWEST_LETTERS) throw tooShort();
      return { body: { items: await operations.lookUpOfficials(principal, q, headers['x-purpose']) } };
    },
  }),
  route({
    operationId: 'lookUpUnits',
    tag,
    summary: { zh: '查找单位', en: 'Look up a unit' },
    method: 'get',
    path: '/api/v1/units/lookup',
    permission: 'person.look_up',
    query: z.strictObject({ q: Beginning.meta({ description: 'What its code or its name holds' }) }),
    success: { status: 200, schema: FoundUnits, description: 'Fifty at most, by code' },
    problems: ['bad-parameter'],
    handle: async ({ query }, { operations }: ApiServices) => ({
      body: await operations.lookUpUnits(query.q),
    }),
  }),
  route({
    operationId: 'registerPerson',
    tag,
    summary: { zh: '登记名册中没有的人员', en: 'Register somebody the directory does not know' },
    description:
      'Makes an opaque reference; the journal knows the pseudonym, never the name. Where somebody of that name is known ' +
      'who may be meant, it is refused with their references, unless `isSomebodyElse` says that they were looked at.',
    method: 'post',
    path: '/api/v1/people/registrations',
    permission: 'person.register',
    body: RegisterPersonRequest,
    success: { status: 201, schema: RegisteredPerson, description: 'The person, by the reference to use' },
    problems: ['validation-failed', 'person-known'],
    handle: async ({ body, principal }, { operations }: ApiServices) => ({
      body: await operations.registerOfficial(principal, body),
    }),
  }),
];
