/** Roles over HTTP: what each is for, what it may not do, and which operations it may try. */
import { RoleList, type RoleView } from '../../contract/roles.ts';
import { mayTry, PERMISSIONS, type PermissionName } from '../../domain/permission.ts';
import { ROLE_CONDUCT } from '../../domain/roles.ts';
import { GRANTABLE_ROLES, PARTY_ROLES, ROLES, STAFF_ROLES, type Role } from '../../domain/vocabulary.ts';
import type { ApiServices } from '../api-services.ts';
import { route, type Route } from '../route.ts';

const NAMES = Object.keys(PERMISSIONS) as PermissionName[];

function toView(role: Role): RoleView {
  if (role === 'system') throw new Error('nobody can hold the role of the engine');
  const { may, mayNot, basis } = ROLE_CONDUCT[role];
  return {
    role,
    label: ROLES[role],
    kind: PARTY_ROLES.includes(role) ? 'party' : STAFF_ROLES.includes(role) ? 'staff' : 'other',
    may,
    mayNot,
    permissions: NAMES.filter((name) => mayTry([role], name)),
    basis: [...basis],
  };
}

export const roleRoutes: readonly Route<ApiServices>[] = [
  route({
    operationId: 'listRoles',
    tag: 'permissions',
    summary: { zh: '角色说明', en: 'What each role is for' },
    description:
      'Every role somebody can hold, with what it may and may not do and the operations it may try.',
    method: 'get',
    path: '/api/v1/roles',
    permission: 'permission.read',
    success: { status: 200, schema: RoleList, description: 'The roles' },
    problems: [],
    handle: (_request, _services: ApiServices) => ({ body: { items: GRANTABLE_ROLES.map(toView) } }),
  }),
];
