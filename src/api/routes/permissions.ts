/** The rights table as data, and what the asker is. */
import { z } from 'zod';
import { PERMISSIONS } from '../../domain/permission.ts';
import type { Permission } from '../../domain/permission-entry.ts';
import { currentProcedures } from '../../machines/registry.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const Words = z.strictObject({ zh: z.string(), en: z.string() });

const PermissionTable = z
  .strictObject({
    operations: z.array(
      z.strictObject({
        permission: z.string(),
        sentence: Words,
        roles: z.array(z.string()),
        decidedBy: z.enum(['role', 'case']),
      }),
    ),
    events: z.array(
      z.strictObject({
        procedure: z.string(),
        row: z.string(),
        event: z.string(),
        roles: z.array(z.string()),
        recordedBy: z.array(z.string()),
        people: z.int(),
        isCollective: z.boolean(),
        duty: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'PermissionTable' });

const Me = z
  .strictObject({ person: z.string(), roles: z.array(z.string()), unit: z.string().nullable() })
  .meta({ id: 'Me' });

export const permissionRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'readPermissions',
    tag: 'permissions',
    summary: { zh: '权限表', en: 'The rights table' },
    description: 'Operation x role, and for acting on cases each event x role with what else it takes.',
    method: 'get',
    path: '/api/v1/permissions',
    permission: 'permission.read',
    success: { status: 200, schema: PermissionTable, description: 'Who may do what' },
    problems: [],
    handle: (_request, _services: ApiServices) => ({
      body: {
        operations: Object.entries(PERMISSIONS).map(
          ([permission, { sentence, roles, decidedBy }]: [string, Permission]) => ({
            permission,
            sentence,
            roles: [...roles],
            decidedBy,
          }),
        ),
        events: currentProcedures().flatMap(({ name, rows }) =>
          rows.map((row) => ({
            procedure: name,
            row: row.row,
            event: row.event,
            roles: [...row.roles],
            recordedBy: [...(row.recordedBy ?? [])],
            people: row.people ?? 1,
            isCollective: row.isCollective === true,
            duty: row.duty ?? null,
          })),
        ),
      },
    }),
  }),
  route({
    operationId: 'readMe',
    tag: 'permissions',
    summary: { zh: '当前身份', en: 'Who am I' },
    method: 'get',
    path: '/api/v1/me',
    permission: 'permission.read',
    success: { status: 200, schema: Me, description: 'The person behind the key' },
    problems: [],
    handle: ({ principal }, _services: ApiServices) => ({
      body: { person: principal.personId, roles: [...principal.roles], unit: principal.unit },
    }),
  }),
];
