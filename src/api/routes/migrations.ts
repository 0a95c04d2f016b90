/** Migrations of running cases over HTTP: proposed by one person, read by those who answer for it, approved by another. */
import { z } from 'zod';
import {
  MigrationCaseList,
  MigrationList,
  MigrationView,
  ProposeMigrationRequest,
  VERDICTS,
} from '../../contract/migrations.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const tag = 'procedures';
const params = z.strictObject({ migrationId: z.string().max(200) });
const Limit = z.coerce.number().int().min(1).max(200).default(50);
const Cursor = z.string().max(500).optional();
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true');
const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

export const migrationRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'proposeMigration',
    tag,
    summary: { zh: '提出将在办案件转入新版本', en: 'Propose to move running cases to a newer version' },
    description:
      "Plans it for every running case of an older version, by replaying each case's journal against the newer one. " +
      'Changes no case: that takes the approval of another person.',
    method: 'post',
    path: '/api/v1/procedures/{name}/migrations',
    permission: 'migration.propose',
    params: z.strictObject({ name: z.string().max(64) }),
    body: ProposeMigrationRequest,
    success: {
      status: 201,
      schema: MigrationView,
      description: 'The proposal, with the hash of its plan',
      headers: { Location: 'Address of the proposal' },
    },
    problems: ['not-found', 'validation-failed'],
    handle: async ({ params: { name }, body, principal }, { operations }: ApiServices) => {
      const view = await operations.proposeMigration(principal, { procedure: name, ...body });
      return { body: view, headers: { Location: `/api/v1/migrations/${view.id}` } };
    },
  }),
  route({
    operationId: 'listMigrations',
    tag,
    summary: { zh: '案件迁移列表', en: 'List migrations of running cases' },
    method: 'get',
    path: '/api/v1/migrations',
    permission: 'migration.read',
    query: z.strictObject({ limit: Limit, cursor: Cursor }),
    success: { status: 200, schema: MigrationList, description: 'A page of them, the newest first' },
    problems: ['bad-parameter'],
    handle: async ({ query: { limit, cursor } }, { operations }: ApiServices) => ({
      body: await operations.readMigrations({ limit, ...at(cursor) }),
    }),
  }),
  route({
    operationId: 'readMigration',
    tag,
    summary: { zh: '查阅案件迁移', en: 'Read a migration of running cases' },
    method: 'get',
    path: '/api/v1/migrations/{migrationId}',
    permission: 'migration.read',
    params,
    success: { status: 200, schema: MigrationView, description: 'The migration' },
    problems: ['not-found'],
    handle: async ({ params: { migrationId } }, { operations }: ApiServices) => ({
      body: await operations.readMigration(migrationId),
    }),
  }),
  route({
    operationId: 'listMigrationCases',
    tag,
    summary: { zh: '案件迁移所涉案件', en: 'What a migration means for each case' },
    method: 'get',
    path: '/api/v1/migrations/{migrationId}/cases',
    permission: 'migration.read',
    params,
    query: z.strictObject({
      verdict: z.enum(VERDICTS).optional().meta({ description: 'Only cases of this verdict' }),
      limit: Limit,
      cursor: Cursor,
    }),
    success: { status: 200, schema: MigrationCaseList, description: 'A page of its cases' },
    problems: ['not-found', 'bad-parameter'],
    handle: async ({ params: { migrationId }, query }, { operations }: ApiServices) => {
      const { verdict, limit, cursor } = query;
      return {
        body: await operations.readMigrationCases(migrationId, {
          limit,
          ...at(cursor),
          ...(verdict !== undefined && { verdict }),
        }),
      };
    },
  }),
  route({
    operationId: 'approveMigration',
    tag,
    summary: { zh: '批准并实施案件迁移', en: 'Approve a migration of running cases and carry it out' },
    description:
      'By somebody other than who proposed it. Each case is planned anew and moved in a step of its own; one that is ' +
      'blocked stays on its version. Asked again, it goes on where it was interrupted.',
    method: 'post',
    path: '/api/v1/migrations/{migrationId}/approval',
    permission: 'migration.approve',
    params,
    query: z.strictObject({ dryRun: Flag.optional() }),
    success: { status: 200, schema: MigrationView, description: 'The migration, carried out' },
    problems: ['not-found', 'not-permitted', 'bad-parameter'],
    handle: async ({ params: { migrationId }, query, principal }, { operations }: ApiServices) => ({
      body: await operations.approveMigration(principal, {
        id: migrationId,
        isDryRun: query.dryRun === true,
      }),
    }),
  }),
];
