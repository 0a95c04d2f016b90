/** The rights table as data: it names every operation and every event, and the API behaves as it says. */
import { beforeAll, expect, it } from 'vitest';
import { PERMISSIONS } from '../../src/domain/permission.ts';
import { GRANTABLE_ROLES, STAFF_ROLES, type Role } from '../../src/domain/vocabulary.ts';
import { currentProcedures } from '../../src/machines/registry.ts';
import { describeApi, type Api } from '../harness.ts';
import { aComplaint, registered, staffOf, type Staff } from '../staff.ts';

interface Table {
  readonly operations: { permission: string; roles: Role[]; decidedBy: string }[];
  readonly events: { procedure: string; row: string; event: string; roles: Role[]; recordedBy: Role[] }[];
}

const addressOf = (path: string) =>
  path
    .replace(/conflicts$/, 'conflicts?person=p-1')
    .replace('{name}', 'complaint')
    .replace('{year}', '2026')
    .replace(/differences$/, 'differences?from=1&to=1')
    .replace('{draftKey}', 'intake')
    .replace('{personId}', 'p-somebody');

/** Who may know of a complaint by role: all who work on cases but those who get copies of decisions only. */
const knows = (role: Role): boolean =>
  role === 'api_client' || (STAFF_ROLES.includes(role) && role !== 'org_personnel');

describeApi('the rights table', (start) => {
  let api: Api;
  let staff: Staff;
  let table: Table;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    table = (await staff.reporter.get('/api/v1/permissions')).body as Table;
  });

  it('names the permission of every route that is not public, and no other', () => {
    const used = new Set(api.routes.map(({ permission }) => permission).filter((name) => name !== 'public'));
    expect(table.operations.map(({ permission }) => permission).sort()).toEqual([...used].sort());
    expect(Object.keys(PERMISSIONS).sort()).toEqual([...used].sort());
  });

  it('has a row for every row of every procedure', () => {
    for (const { name, rows } of currentProcedures())
      expect(table.events.filter(({ procedure }) => procedure === name).map(({ row }) => row)).toEqual(
        rows.map(({ row }) => row),
      );
    expect(table.events.every(({ roles }) => roles.length > 0)).toBe(true);
  });

  it('is kept role by role where the role alone decides', { timeout: 120_000 }, async () => {
    const decided = api.routes.filter(
      ({ permission }) => permission !== 'public' && PERMISSIONS[permission].decidedBy === 'role',
    );
    const nobody = await api.as('p-none', []);
    for (const role of GRANTABLE_ROLES) {
      const caller = await api.as(`p-as-${role}`, [role]);
      for (const { permission, method, path } of decided) {
        const address = addressOf(path);
        const may = table.operations.find((row) => row.permission === permission)!.roles.includes(role);
        const { status } = await caller.send(method, address, method === 'put' ? '{' : undefined);
        expect([role, address, status === 403]).toEqual([role, address, !may]);
      }
    }
    for (const { method, path } of decided) {
      const { status } = await nobody.send(method, addressOf(path));
      expect([path, status]).toEqual([path, 403]);
    }
  });

  it('is kept role by role by whoever acts on a case', async () => {
    const complaint = await registered(staff);
    for (const role of GRANTABLE_ROLES) {
      const caller = await api.as(`p-as-${role}`, [role]);
      for (const [event, data] of [
        ['ACCEPT', {}],
        ['NOTE', { text: 'x' }],
        ['DESIGNATE', { person: 'p-1', role: 'approver_head', reason: 'x' }],
      ] as const) {
        const may = table.events.some(
          (row) => row.procedure === 'complaint' && row.event === event && row.roles.includes(role),
        );
        const reply = await caller.post(
          `/api/v1/cases/${complaint.id}/events?dryRun=true`,
          { type: event, data },
          { 'If-Match': `"${complaint.version}"` },
        );
        const hidden = !knows(role);
        expect([role, event, reply.status]).toEqual([role, event, hidden ? 404 : may ? 200 : 403]);
      }
    }
  });

  it('shows a complaint to staff and connected systems, but not to those who get copies, and to nobody else', async () => {
    const complaint = await aComplaint(staff);
    for (const role of GRANTABLE_ROLES) {
      const caller = await api.as(`p-as-${role}`, [role]);
      const { status } = await caller.get(`/api/v1/cases/${complaint.id}`);
      expect([role, status]).toEqual([role, knows(role) ? 200 : 404]);
    }
  });
});
