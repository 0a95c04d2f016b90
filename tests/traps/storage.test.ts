/**
 * Traps about what is stored and what is answered, against the real API on both databases: names in the case row, duties
 * by the case, a history that can be edited, rules that change mid-case, what was left undone, notices sent twice, cases
 * that can be guessed (T10, T14, T27, T29, T31, T32, T34).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import { prepare, profilesFor } from '../../src/main/prepare.ts';
import { readSettings } from '../../src/main/settings.ts';
import { describeOnBoth } from '../database.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { aComplaint, foundUntrue, registered, staffOf, SUBJECT, type Staff } from '../staff.ts';

const REPORTER = { name: 'Canary Nightjar', contact: 'canary-4411, over the bakery' };
const WORDS = ['Canary', 'Nightjar', 'bakery'];
const ABSENT = '01980f5e-7c00-7000-8000-000000000009';

describeApi('what is stored', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
  });
  const named = () => aComplaint(staff, { isRealName: true, reporter: REPORTER, onBehalfOf: 'reporter' });

  it('T10: who reported is in no row of the case, no answer, no search and no refusal', async () => {
    const complaint = await named();
    const row = JSON.stringify(await api.knex('cases').where({ id: complaint.id }).first());
    const search = await staff.supervisor.get(`/api/v1/cases?q=${REPORTER.name.split(' ')[1]!}`);
    const refused = await staff.reception.triesToOpen('complaint', { reporter: { ...REPORTER, phone: '1' } });
    const answers = await Promise.all(
      ['', '/events', '/family', '/clocks'].map((rest) =>
        staff.handler.get(`/api/v1/cases/${complaint.id}${rest}`),
      ),
    );
    expect([search.status, search.body.items, refused.status]).toEqual([200, [], 422]);
    const said = [row, ...[...answers, refused].map(({ text }) => text), ...api.logged].join('\n');
    expect(WORDS.filter((word) => said.includes(word))).toEqual([]);
    // It is kept all the same, sealed and apart.
    const { rows } = await api.knex.raw<{ rows: { n: number }[] }>(
      `select count(*)::int as n from journal_sealed where name = 'identity'`,
    );
    expect(rows[0]!.n).toBeGreaterThan(0);
  });

  it('T14: whoever verified in one case is known in every other case of the family, by whatever key', async () => {
    const { clarification } = await foundUntrue(staff);
    const needed = await staff.deptHead.does(clarification, 'ASSESS_NEEDED', {
      ground: 'advancement_affected',
      damage: 'unit',
      reason: 'An election is near.',
    });
    const asReviewer = await api.as(staff.secondHandler.person, ['reviewer']);
    const refused = await asReviewer.tries(needed, 'PASS_CHECK', { reason: 'No objection.' });
    expect([refused.status, refused.body.guard]).toEqual([403, 'keeps_duties_apart']);
    const other = await staff.reviewer.tries(needed, 'PASS_CHECK', { reason: 'No objection.' });
    expect(other.status).toBe(200);
  });

  it('T27: the history is added to and never edited, is numbered without a gap, and not everybody reads it', async () => {
    const complaint = await registered(staff);
    while (await api.operations.integrateJournal());
    for (const statement of [
      `update journal set actor = 'a-nobody'`,
      `update journal_sealed set disclosure = 'x'`,
      'delete from journal_leaf',
    ])
      await expect(api.knex.raw(statement)).rejects.toMatchObject({ code: '23001' });
    const leaves: { idx: number }[] = await api.knex('journal_leaf').orderBy('idx').select('idx');
    expect(leaves.length).toBeGreaterThan(1);
    expect(leaves.map(({ idx }) => idx)).toEqual([...leaves.keys()]);
    const asked = async (caller: Staff['auditor']) => {
      const { body } = await caller.get(`/api/v1/journal?case=${complaint.id}`);
      return (body as { items?: unknown[] }).items?.length ?? 0;
    };
    expect(await asked(staff.auditor)).toBeGreaterThan(1);
    expect(await asked(staff.otherReporter)).toBe(0);
  });

  it('T31: what was untrue and not clarified is one question, answered by reason', async () => {
    const from = new Date(Date.now() - 1).toISOString();
    const counted = async () => {
      const { body } = await staff.auditor.get(`/api/v1/statistics/clarification-coverage?from=${from}`);
      const items = body.items as { finding: string; outcome: string; reason: string; count: number }[];
      return items.map(({ finding, outcome, reason, count }) => [finding, outcome, reason, count]);
    };
    const { clarification } = await foundUntrue(staff);
    expect(await counted()).toEqual([['untrue', 'assessing', null, 1]]);
    await staff.deptHead.does(clarification, 'ASSESS_NOT_NEEDED', {
      reason: 'no_effect',
      explanation: 'Nobody had heard of it.',
      participants: [staff.handler.person],
    });
    expect(await counted()).toEqual([['untrue', 'not_needed', 'no_effect', 1]]);
  });

  it('T32: an event that is sent again is one event, with one notice and one paper', async () => {
    const complaint = await registered(staff);
    const key = { 'Idempotency-Key': 'trap-32' };
    const first = await staff.reception.tries(complaint, 'ACCEPT', {}, key);
    const before = await countRows(api.knex);
    const again = await staff.reception.tries(complaint, 'ACCEPT', {}, key);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    expect(await countRows(api.knex)).toEqual(before);
  });

  it('T34: a case one may not know of is answered like one that is not there, and no number tells how many there are', async () => {
    const hidden = await named();
    const next = await named();
    const ask = async (id: string, rest: string) => {
      const { status, body, headers } = await staff.otherReporter.get(`/api/v1/cases/${id}${rest}`);
      const { instance: _instance, requestId: _requestId, ...same } = body as Record<string, unknown>;
      return [status, same, headers.etag];
    };
    for (const rest of ['', '/events', '/clocks', '/family', '/actions'])
      expect([rest, await ask(hidden.id, rest)]).toEqual([rest, await ask(ABSENT, rest)]);
    const acts = (id: string) =>
      staff.otherReporter.tries({ id, version: 1 }, 'NAME_REPORTER', { reporter: REPORTER });
    const [onHidden, onAbsent] = [await acts(hidden.id), await acts(ABSENT)];
    expect([onHidden.status, onHidden.body.code]).toEqual([onAbsent.status, onAbsent.body.code]);
    expect(onHidden.status).toBe(404);
    // Opened one after the other, and yet neither id follows from the other.
    const tail = (id: string) => BigInt(`0x${id.replaceAll('-', '').slice(-16)}`);
    const apart = tail(next.id) - tail(hidden.id);
    expect(apart > 1_000_000n || apart < -1_000_000n).toBe(true);
  });
});

describeOnBoth('rules of a case', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'leeway-trap-29-'));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const town = (version: string, seconds: number) => {
    writeFileSync(
      join(folder, 'town.yaml'),
      `id: town\nversion: '${version}'\nname: { zh: 镇, en: Town }\nextends: cn-default\nlimits:\n` +
        `  report.hand_over: { amount: ${String(seconds)}, unit: second, pausable: false, basis: [D] }\n`,
    );
  };
  const ASKER = {
    personId: 'p-reception',
    roles: ['reception_officer'],
    unit: null,
    keyId: 'key-1',
  } as const;

  it('T29: a case goes on under the rules it was opened with, though the file says otherwise by then', async () => {
    const database = await open();
    /** The program as it starts: it reads the rules that are in the folder by then. */
    const started = async () => {
      const settings = readSettings({ DATA_DIR: join(folder, 'data'), PROFILES_DIR: folder });
      const { operations } = await prepare(settings, database, { profiles: profilesFor(settings) });
      const { createKey, openCase, applyCaseEvent, explainClocks } = operations;
      await createKey({ name: 'r', person: ASKER.personId, roles: ASKER.roles });
      const does = (on: CaseView, type: string) =>
        applyCaseEvent({ asker: ASKER, caseId: on.id, readVersion: on.version, type, data: {} });
      return {
        opened: async () =>
          does(
            await openCase({
              asker: ASKER,
              procedure: 'complaint',
              data: { channel: 'letter', subject: SUBJECT },
              profile: 'town',
            }),
            'REGISTER',
          ),
        /** Seconds that a clock is given which starts only now. */
        handOverTerm: async (on: CaseView) => {
          const { id } = await does(on, 'ACCEPT');
          const clocks = await explainClocks(ASKER, id);
          const { startedAt, dueAt } = clocks.find(({ clock }) => clock === 'report.hand_over')!;
          return (Date.parse(dueAt!) - Date.parse(startedAt)) / 1_000;
        },
      };
    };

    town('1', 3_000);
    const old = await (await started()).opened();
    town('2', 7_000);
    const now = await started();
    const young = await now.opened();

    expect([await now.handOverTerm(old), await now.handOverTerm(young)]).toEqual([3_000, 7_000]);
    expect(young.profile).not.toBe(old.profile);
  });
});
