/** The system over HTTP: its rules and versions with the cases that rest on them, and how it runs. */
import { z } from 'zod';
import {
  ProcedureDifference,
  ProcedureVersionList,
  ProfileList,
  ProfileView,
  SystemView,
} from '../../contract/system.ts';
import { Problem } from '../../contract/problems.ts';
import { procedureOf } from '../../machines/registry.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';
import { differenceOf } from '../views/procedure-difference.ts';
import { toProcedureView } from '../views/procedure-view.ts';

const Version = z.coerce.number().int().positive();
const ofName = z.strictObject({ name: z.string().max(64) });

export const systemRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'readSystem',
    tag: 'system',
    summary: { zh: '系统概况', en: 'How the system runs' },
    method: 'get',
    path: '/api/v1/system',
    permission: 'system.read',
    success: {
      status: 200,
      schema: SystemView,
      description: 'Its version, its database, what waits to be done',
    },
    problems: [],
    handle: async (_request, { operations, readiness, role, version }: ApiServices) => {
      const [{ database }, known] = await Promise.all([readiness(), operations.readSystem()]);
      const { kind, durability } = database;
      return { body: { version, role: role ?? null, database: { kind, durability }, ...known } };
    },
  }),
  route({
    operationId: 'listProfiles',
    tag: 'profiles',
    summary: { zh: '规则文件列表', en: 'List policy profiles' },
    description:
      'Those that are loaded and those an older case may rest on. Each with how many open cases are pinned to it; 50000 ' +
      'open cases are counted at most.',
    method: 'get',
    path: '/api/v1/profiles',
    permission: 'system.read',
    success: { status: 200, schema: ProfileList, description: 'By identifier, the newest version first' },
    problems: [],
    handle: async (_request, { operations }: ApiServices) => ({ body: await operations.readProfiles() }),
  }),
  route({
    operationId: 'readProfile',
    tag: 'profiles',
    summary: { zh: '查阅规则文件', en: 'Read a policy profile' },
    description: 'Limits and condition lists with their words and what they rest on.',
    method: 'get',
    path: '/api/v1/profiles/{profileId}',
    permission: 'system.read',
    params: z.strictObject({ profileId: z.string().max(64) }),
    query: z.strictObject({
      hash: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .optional()
        .meta({ description: 'As it was under this hash; absent: as it is loaded' }),
    }),
    success: { status: 200, schema: ProfileView, description: 'The profile' },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params: { profileId }, query: { hash } }, { operations }: ApiServices) => ({
      body: await operations.readProfile({ id: profileId, ...(hash !== undefined && { hash }) }),
    }),
  }),
  route({
    operationId: 'listProcedureVersions',
    tag: 'procedures',
    summary: { zh: '程序的各个版本', en: 'List the versions of a procedure' },
    description: 'Each with how many open cases run on it; 50000 open cases are counted at most.',
    method: 'get',
    path: '/api/v1/procedures/{name}/versions',
    permission: 'system.read',
    params: ofName,
    success: { status: 200, schema: ProcedureVersionList, description: 'The newest first' },
    problems: ['not-found'],
    handle: async ({ params: { name } }, { operations }: ApiServices) => ({
      body: await operations.readProcedureVersions(name),
    }),
  }),
  route({
    operationId: 'compareProcedureVersions',
    tag: 'procedures',
    summary: { zh: '比较程序的两个版本', en: 'Compare two versions of a procedure' },
    description:
      'States, transitions, guards and events that one has and the other has not, or has otherwise.',
    method: 'get',
    path: '/api/v1/procedures/{name}/differences',
    permission: 'procedure.read',
    params: ofName,
    query: z.strictObject({
      from: Version.meta({ description: 'A version of the procedure' }),
      to: Version.meta({ description: 'Another one' }),
    }),
    success: { status: 200, schema: ProcedureDifference, description: 'What differs' },
    problems: ['not-found', 'bad-parameter'],
    handle: ({ params: { name }, query }, { operations }: ApiServices) => {
      const viewOf = (version: number) => {
        const procedure = procedureOf(name, version);
        if (!procedure) throw new Problem('not-found');
        return toProcedureView(procedure, operations.definitionHash(procedure), (event) =>
          operations.schemaOf(procedure, event),
        );
      };
      return { body: differenceOf(viewOf(query.from), viewOf(query.to)) };
    },
  }),
];
