/** Roles as data and as a page: what each is for, what it may not do, and the doors it opens, the same in both. */
import { beforeAll, expect, it } from 'vitest';
import { rolePage } from '../../src/cli/role-page.ts';
import type { RoleView } from '../../src/contract/roles.ts';
import { PERMISSIONS } from '../../src/domain/permission.ts';
import type { Permission } from '../../src/domain/permission-entry.ts';
import { CASE_ROLES, GRANTABLE_ROLES, STAFF_ROLES } from '../../src/domain/vocabulary.ts';
import { currentProcedures } from '../../src/machines/registry.ts';
import { opensFor } from '../database.ts';
import { apisOver } from '../harness.ts';

const start = apisOver(opensFor('embedded'));
let roles: readonly RoleView[];
beforeAll(async () => {
  const api = await start();
  const anybody = await api.as('p-anybody', ['subject']);
  roles = (await anybody.get('/api/v1/roles')).body.items as RoleView[];
});

it('are all that somebody can hold, and not that of the engine', () => {
  expect(roles.map(({ role }) => role)).toEqual(GRANTABLE_ROLES);
  expect(GRANTABLE_ROLES.filter((role) => !CASE_ROLES.includes(role))).toEqual(['administrator']);
});

it('open the doors that the rights table says, and no other', () => {
  for (const { role, permissions } of roles)
    expect([role, permissions]).toEqual([
      role,
      Object.entries(PERMISSIONS).flatMap(([name, permission]: [string, Permission]) =>
        (permission.roles as readonly string[]).includes(role) ? [name] : [],
      ),
    ]);
});

it('that keep the system have no part in cases', () => {
  const administrator = roles.find(({ role }) => role === 'administrator');
  expect(administrator?.kind).toBe('other');
  expect(STAFF_ROLES).not.toContain('administrator');
  expect(administrator?.permissions).toEqual(expect.arrayContaining(['directory.read', 'directory.change']));
  expect(
    administrator?.permissions.filter((name) => /^(?:case|paper|deadline|journal)\./.test(name)),
  ).toEqual([]);
  for (const { rows, name } of currentProcedures())
    expect([name, rows.filter((row) => (row.roles as readonly string[]).includes('administrator'))]).toEqual([
      name,
      [],
    ]);
});

it('say in both languages what they may and may not do, and on what that rests', () => {
  for (const { role, may, mayNot, basis } of roles) {
    expect([role, may.zh]).toEqual([role, expect.stringMatching(/\p{Script=Han}/u)]);
    expect([role, basis.length > 0]).toEqual([role, true]);
    if (mayNot) expect(mayNot.en).toMatch(/^[a-z]/);
  }
});

it('stand on a page with every operation and every event of theirs', () => {
  const page = rolePage(currentProcedures());
  for (const { role, may, mayNot, permissions } of roles) {
    expect(page).toContain(`| \`${role}\``);
    for (const words of [may, mayNot]) if (words) expect(page).toContain(words.zh);
    for (const name of permissions) expect(page).toContain(`\`${name}\``);
  }
  for (const { rows } of currentProcedures())
    for (const { event, isInternal } of rows.filter((row) => row.isInternal !== true))
      expect([event, isInternal, page.includes(`\`${event}\``)]).toEqual([event, isInternal, true]);
});
