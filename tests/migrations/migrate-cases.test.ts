/**
 * Running cases and a changed rule: versions side by side, what a migration would mean, and moving the cases by two
 * persons, with a real second version of one machine.
 */
import { beforeAll, expect, it } from 'vitest';
import type { CaseEventView, CaseView } from '../../src/contract/cases.ts';
import type { MigrationCaseView, MigrationView } from '../../src/contract/migrations.ts';
import type { CasePlan } from '../../src/operations/plan-migration.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { foundUntrue, staffOf, type Staff } from '../staff.ts';
import { inJointCheck, opensWith, unchecked, V1, V2 } from './older-version.ts';

const ROOT = '/api/v1';

async function proposed(staff: Staff): Promise<MigrationView> {
  const reply = await staff.organHead.post(`${ROOT}/procedures/clarification/migrations`, { toVersion: 2 });
  expect(reply.status).toBe(201);
  return reply.body as MigrationView;
}
const approves = (by: Staff[keyof Staff], { id }: { id: string }, query = '') =>
  by.send('post', `${ROOT}/migrations/${id}/approval${query}`);
const casesOf = async (staff: Staff, { id }: { id: string }, query = '') =>
  (await staff.supervisor.get(`${ROOT}/migrations/${id}/cases${query}`)).body.items as MigrationCaseView[];
const eventsOf = async (staff: Staff, { id }: { id: string }) =>
  (await staff.supervisor.get(`${ROOT}/cases/${id}/events?limit=200`)).body.items as CaseEventView[];
const clocksOf = async (staff: Staff, { id }: { id: string }) =>
  (await staff.supervisor.get(`${ROOT}/cases/${id}/clocks`)).body.items as unknown[];
async function differing({ operations }: Api): Promise<string[]> {
  const found: string[] = [];
  await operations.replayCases({ onDifference: (id, why) => void found.push(`${id}: ${why}`) });
  return found;
}
async function planned({ operations }: Api, to = V2): Promise<CasePlan[]> {
  const found: CasePlan[] = [];
  await operations.planMigration(to, (plans) => void found.push(...plans));
  return found;
}

describeApi('versions side by side', (start) => {
  let api: Api;
  let staff: Staff;
  let older: CaseView;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    older = await unchecked(staff, await opensWith(api, staff, V1));
  });

  it('an older case goes on by the rules it was opened with, a new one opens with the newest', async () => {
    expect(older).toMatchObject({ procedureVersion: 1, state: 'consulted' });
    const { clarification } = await foundUntrue(staff);
    const checked = await inJointCheck(staff, clarification);
    expect(checked).toMatchObject({ procedureVersion: 2, state: 'in_joint_check' });
    const skipping = await staff.handler.tries(checked, 'CONSULT_SUBJECT', { agrees: false });
    expect([skipping.status, skipping.body.code]).toEqual([409, 'event-not-allowed']);
    const passed = await staff.reviewer.does(checked, 'PASS_CHECK', { reason: 'No objection.' });
    expect(passed).toMatchObject({ state: 'checked' });
    expect(await differing(api)).toEqual([]);
  });

  it('shows the procedure in each version, and pictures of both', async () => {
    const read = async (query: string) =>
      (await staff.handler.get(`${ROOT}/procedures/clarification${query}`)).body as Record<string, unknown>;
    expect(await read('')).toMatchObject({ version: 2, versions: [1, 2] });
    const first = await read('?version=1');
    expect(first).toMatchObject({ version: 1, versions: [1, 2] });
    expect(JSON.stringify(first.states)).not.toContain('"checked"');
    const draw = async (query: string) =>
      String((await staff.handler.get(`${ROOT}/procedures/clarification/diagram.svg${query}`)).body);
    expect(await draw('?version=1')).not.toContain('PASS_CHECK');
    expect(await draw('?version=2')).toContain('PASS_CHECK');
    expect(await draw(`?case=${older.id}`)).toContain('clarification · v1');
    for (const query of ['?version=3', '/diagram.svg?version=3'])
      expect((await staff.handler.get(`${ROOT}/procedures/clarification${query}`)).status).toBe(404);
  });
});

describeApi('what a newer version means for running cases', (start) => {
  let api: Api;
  let staff: Staff;
  let waiting: CaseView;
  let skipped: CaseView;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    waiting = await inJointCheck(staff, await opensWith(api, staff, V1));
    skipped = await unchecked(staff, await opensWith(api, staff, V1));
    await foundUntrue(staff);
  });

  it('is told for each older case: the very event that the newer version would have refused', async () => {
    const before = await countRows(api.knex);
    const plans = await planned(api);
    expect(await countRows(api.knex)).toEqual(before);
    expect(plans).toEqual([
      expect.objectContaining({
        case: waiting.id,
        verdict: 'same',
        breaks: [],
        stateAfter: 'in_joint_check',
      }),
      expect.objectContaining({
        case: skipped.id,
        verdict: 'carries_over',
        state: 'consulted',
        stateAfter: 'consulted',
        breaks: [{ version: 3, event: 'CONSULT_SUBJECT', state: 'in_joint_check', why: 'not_in_this_state' }],
        clocks: { start: [], stop: [] },
      }),
    ]);
    const [first] = plans;
    expect(first!.allows.before).toContain('CONSULT_SUBJECT');
    expect(first!.allows.after).toContain('PASS_CHECK');
    expect(first!.allows.after).not.toContain('CONSULT_SUBJECT');
  });

  it('names a case that stands where the newer version knows no place', async () => {
    const { consulted: _consulted, ...states } = V2.states;
    const plans = await planned(api, { ...V2, version: 3, states });
    expect(plans.map((plan) => [plan.case, plan.verdict, plan.missing])).toEqual(
      expect.arrayContaining([
        [waiting.id, 'same', undefined],
        [skipped.id, 'blocked', 'consulted'],
      ]),
    );
  });

  it('tells what the newer version leads elsewhere, and judges the rest from where the case stood', async () => {
    const closer = V2.states.not_needed!;
    const rows = V2.rows.map((row) => (row.row === 'B4-agrees' ? { ...row, from: ['in_joint_check'] } : row));
    // The made-up version takes the consultation from the check, though its chart leads on as version 2 does.
    const plans = await planned(api, {
      ...V2,
      version: 3,
      rows,
      states: { ...V2.states, not_needed: closer },
    });
    expect(plans.find((plan) => plan.case === skipped.id)!.breaks).toEqual([
      expect.objectContaining({ event: 'CONSULT_SUBJECT', why: 'guard', guard: 'rule_can_be_judged' }),
    ]);
  });

  it('has the same hash as long as nothing moved, and another afterwards', async () => {
    const hash = async () => (await api.operations.planMigration(V2)).hash;
    const first = await hash();
    expect(await hash()).toBe(first);
    waiting = await staff.handler.does(waiting, 'NOTE', { text: 'x' });
    expect(await hash()).not.toBe(first);
  });

  it('leaves one blocked case on its version and moves the others', async () => {
    const migration = await proposed(staff);
    const { consulted: _consulted, ...states } = V2.states;
    const supervisor = {
      personId: staff.supervisor.person,
      roles: ['case_supervisor'] as const,
      unit: null,
      keyId: '',
    };
    const done = await api.operations.approveMigration(supervisor, {
      id: migration.id,
      isDryRun: false,
      versionOf: () => ({ ...V2, states }),
    });
    expect(done.outcomes).toEqual({ moved: 1, blocked: 1, closed: 0, waiting: 0 });
    expect(await casesOf(staff, migration, '?verdict=blocked')).toMatchObject([
      { case: skipped.id, missing: 'consulted', outcome: 'blocked' },
    ]);
    expect((await staff.supervisor.reads(skipped)).procedureVersion).toBe(1);
    expect((await staff.supervisor.reads(waiting)).procedureVersion).toBe(2);
    expect(await differing(api)).toEqual([]);
  });
});

describeApi('moving running cases', (start) => {
  let api: Api;
  let staff: Staff;
  let waiting: CaseView;
  let skipped: CaseView;
  let migration: MigrationView;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    waiting = await inJointCheck(staff, await opensWith(api, staff, V1));
    skipped = await unchecked(staff, await opensWith(api, staff, V1));
    migration = await proposed(staff);
  });

  it('is proposed with the hash of the plan, and changes no case', async () => {
    expect(migration).toMatchObject({
      status: 'proposed',
      plan: (await api.operations.planMigration(V2)).hash,
      counts: { same: 1, carries_over: 1, blocked: 0 },
      outcomes: { moved: 0, waiting: 2 },
      approvedBy: null,
    });
    expect((await staff.supervisor.reads(skipped)).procedureVersion).toBe(1);
    const listed = await staff.supervisor.get(`${ROOT}/migrations?limit=1`);
    expect(listed.body.items).toEqual([migration]);
  });

  it('is paged by case', async () => {
    const path = `${ROOT}/migrations/${migration.id}/cases?limit=1`;
    const first = (await staff.supervisor.get(path)).body;
    const second = (await staff.supervisor.get(`${path}&cursor=${first.nextCursor}`)).body;
    expect([...first.items, ...second.items].map((item: MigrationCaseView) => item.case)).toEqual([
      waiting.id,
      skipped.id,
    ]);
    expect(second.nextCursor).toBeNull();
  });

  it('takes another person than who proposed it, whatever else they hold', async () => {
    const both = await api.as(staff.organHead.person, ['superior_body', 'approver_head']);
    for (const query of ['', '?dryRun=true']) {
      const { status, body } = await approves(both, migration, query);
      expect([status, body.code, body.guard]).toEqual([403, 'not-permitted', 'is_another_person']);
    }
    expect((await approves(staff.organHead, migration)).status).toBe(403);
    expect((await approves(staff.handler, migration)).status).toBe(403);
    const proposal = await staff.supervisor.post(`${ROOT}/procedures/clarification/migrations`, {
      toVersion: 2,
    });
    expect(proposal.status).toBe(403);
    expect((await staff.supervisor.reads(skipped)).procedureVersion).toBe(1);
  });

  it('can be tried, which writes nothing', async () => {
    const before = await countRows(api.knex);
    const { status, body } = await approves(staff.supervisor, migration, '?dryRun=true');
    expect([status, body.isDryRun, body.outcomes]).toEqual([
      200,
      true,
      { moved: 2, blocked: 0, closed: 0, waiting: 0 },
    ]);
    expect(await countRows(api.knex)).toEqual(before);
    expect((await staff.supervisor.get(`${ROOT}/migrations/${migration.id}`)).body).toEqual(migration);
    expect((await staff.supervisor.reads(skipped)).procedureVersion).toBe(1);
  });

  it('moves each case by one entry that names the two, and every case still is what its journal says', async () => {
    const clocks = await clocksOf(staff, skipped);
    const { body: done } = await approves(staff.supervisor, migration);
    expect(done).toMatchObject({ status: 'done', outcomes: { moved: 2, blocked: 0, closed: 0, waiting: 0 } });
    const moved = await staff.supervisor.reads(skipped);
    const { updatedAt: _at, accepts: _accepts, ...same } = skipped;
    expect(moved).toMatchObject({ ...same, procedureVersion: 2, version: skipped.version + 1 });
    expect(await clocksOf(staff, skipped)).toEqual(clocks);
    const [last] = (await eventsOf(staff, skipped)).slice(-1);
    expect(last).toMatchObject({
      type: 'clarification.MIGRATED',
      version: skipped.version + 1,
      actor: done.approvedBy,
      data: {
        fromVersion: 1,
        toVersion: 2,
        verdict: 'carries_over',
        migration: migration.id,
        plan: migration.plan,
        proposedBy: done.proposedBy,
        approvedBy: done.approvedBy,
      },
    });
    expect(last!.label).toMatchObject({ zh: expect.stringContaining('版本') });
    expect(done.proposedBy).not.toBe(done.approvedBy);
    expect(await differing(api)).toEqual([]);
  });

  it('stands in the journal of the body', async () => {
    const { rows } = await api.knex.raw<{ rows: { type: string }[] }>(
      `select type from journal where type like 'migration.%' order by id`,
    );
    expect(rows.map(({ type }) => type)).toEqual([
      'migration.proposed',
      'migration.approved',
      'migration.done',
    ]);
  });

  it('lets the history be read across it', async () => {
    const events = await eventsOf(staff, skipped);
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
    expect(events.every(({ label }) => label !== null)).toBe(true);
    const consulted = events.find(({ type }) => type.endsWith('CONSULT_SUBJECT'))!;
    const then = await staff.supervisor.get(`${ROOT}/cases/${skipped.id}?at=${consulted.time}`);
    expect(then.body).toMatchObject({ procedureVersion: 1, version: consulted.version, state: 'consulted' });
    const now = await staff.supervisor.reads(skipped);
    const lately = await staff.supervisor.get(`${ROOT}/cases/${skipped.id}?at=${now.updatedAt}`);
    expect(lately.body).toMatchObject({ procedureVersion: 2, version: now.version });
  });

  it('puts the case under the newer rules from then on', async () => {
    const now = await staff.supervisor.reads(waiting);
    const skipping = await staff.handler.tries(now, 'CONSULT_SUBJECT', { agrees: false });
    expect(skipping.body.code).toBe('event-not-allowed');
    const passed = await staff.reviewer.does(now, 'PASS_CHECK', { reason: 'No objection.' });
    const approved = await staff.leader.does(await staff.supervisor.reads(skipped), 'APPROVE', {
      nothingSealedInText: true,
    });
    expect([passed.state, approved.state]).toEqual(['checked', 'approved']);
    expect(await differing(api)).toEqual([]);
  });

  it('is done once: asked again it changes nothing', async () => {
    const before = await countRows(api.knex);
    expect((await approves(staff.superior, migration)).body.status).toBe('done');
    expect(await countRows(api.knex)).toEqual(before);
  });
});

describeApi('moving cases while the world goes on', (start) => {
  it('plans a case anew that moved after the proposal, and leaves one that closed', async () => {
    const api = await start();
    const staff = await staffOf(api);
    const moving = await inJointCheck(staff, await opensWith(api, staff, V1));
    const closing = await inJointCheck(staff, await opensWith(api, staff, V1));
    const migration = await proposed(staff);
    const skipping = { agrees: true, forms: ['written'], circle: 'department' };
    await staff.handler.does(moving, 'CONSULT_SUBJECT', skipping);
    await staff.handler.does(closing, 'CONSULT_SUBJECT', { agrees: false });
    const { body } = await approves(staff.supervisor, migration);
    expect(body.outcomes).toEqual({ moved: 1, blocked: 0, closed: 1, waiting: 0 });
    expect(await casesOf(staff, migration)).toMatchObject([
      { case: moving.id, verdict: 'carries_over', version: 3, outcome: 'moved' },
      { case: closing.id, verdict: 'same', version: 2, outcome: 'closed' },
    ]);
    expect(await staff.supervisor.reads(closing)).toMatchObject({ procedureVersion: 1, isOpen: false });
    expect(await differing(api)).toEqual([]);
  });

  it('goes on after a crash, and moves no case twice', async () => {
    const api = await start();
    const staff = await staffOf(api);
    const cases = [await opensWith(api, staff, V1), await opensWith(api, staff, V1)];
    const first = await proposed(staff);
    const second = await proposed(staff);
    expect((await approves(staff.supervisor, first)).body.outcomes.moved).toBe(2);
    // As if the program had ended after the cases were moved, and before that was kept.
    await api.knex('case_migrations').where({ id: second.id }).update({
      status: 'approved',
      approved_by: staff.supervisor.person,
      approved_at: new Date().toISOString(),
    });
    const { body } = await approves(staff.superior, second);
    expect(body).toMatchObject({ status: 'done', outcomes: { moved: 2, waiting: 0 } });
    for (const { id } of cases) {
      const types = (await eventsOf(staff, { id })).map(({ type }) => type);
      expect(types.filter((type) => type.endsWith('MIGRATED'))).toHaveLength(1);
    }
    expect(await differing(api)).toEqual([]);
  });

  it('loses no step that is taken meanwhile', async () => {
    const api = await start();
    const staff = await staffOf(api);
    const cases = [await opensWith(api, staff, V1), await opensWith(api, staff, V1)];
    const migration = await proposed(staff);
    let noted = 0;
    const noting = async (id: string) => {
      for (let n = 0; n < 15; n++) {
        const { status } = await staff.handler.tries(await staff.handler.reads(id), 'NOTE', { text: 'x' });
        expect([200, 412]).toContain(status);
        if (status === 200) noted += 1;
      }
    };
    const [{ body }] = await Promise.all([
      approves(staff.supervisor, migration),
      ...cases.map(({ id }) => noting(id)),
    ]);
    expect(body.outcomes).toMatchObject({ moved: 2, waiting: 0 });
    let kept = 0;
    for (const { id } of cases) {
      const events = await eventsOf(staff, { id });
      expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
      kept += events.filter(({ type }) => type.endsWith('.NOTE')).length;
      expect((await staff.supervisor.reads(id)).procedureVersion).toBe(2);
    }
    expect(kept).toBe(noted);
    expect(await differing(api)).toEqual([]);
  });
});
