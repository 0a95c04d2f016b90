/**
 * Anything at all, against every route of the real API: no fault of ours, no waiting, nothing half done. Afterwards
 * every case is still exactly what its journal says.
 */
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { currentProcedures } from '../../src/machines/registry.ts';
import { schemaOf } from '../../src/operations/event-forms.ts';
import { STAFF_ROLES } from '../../src/domain/vocabulary.ts';
import type { Caller } from '../caller.ts';
import { bugsIn, countRows, describeApi, type Api } from '../harness.ts';
import { foundUntrue, staffOf, underVerification, type Staff } from '../staff.ts';
import {
  hostileRequest,
  samplesFor,
  type Grounds,
  type HostileRequest,
  type Samples,
} from './hostile-requests.ts';

const RUNS = Number(process.env.HOSTILE_RUNS ?? 200);
const CASES = '/api/v1/cases';
/** No answer takes as long, but for one in a hundred on a machine that is busy with other tests. */
const LONGEST_MS = 2_000;
const OF_A_REFUSAL = ['journal', 'journal_queue', 'journal_sealed'];

/** Searches and readings are put on record before they are answered, whatever the answer. */
const isOfWatching = ({ type }: { readonly type: string }): boolean =>
  type.endsWith('.searched') ||
  type.endsWith('.read') ||
  type.endsWith('_unusual') ||
  type.endsWith('.unusual');

describeApi('hostile input', (start) => {
  let api: Api;
  let staff: Staff;
  let grounds: Grounds;
  let callers: Caller[];
  /** Whom no request names: whoever becomes a person of a case no longer sees it. */
  let onlooker: Caller;
  const took: number[] = [];

  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    const found = await foundUntrue(staff);
    const verifying = await underVerification(staff);
    const review = await staff.deptHead.opens('tolerance_review', {
      event: 'OPEN_ACCOUNTABILITY',
      allegation: verifying.allegation.id,
    });
    const cases = [
      found.complaint,
      found.allegation,
      found.clarification,
      verifying.complaint,
      verifying.allegation,
      review,
    ];
    grounds = {
      routes: api.routes.filter(({ path }) => path !== '/docs/{file}' && path !== '/openapi.json'),
      cases,
      people: [...Object.values(staff).map(({ person }) => person), 'p-able-3'],
      schemas: Object.fromEntries(
        currentProcedures().map((procedure) => [
          procedure.name,
          Object.fromEntries(
            Object.keys(procedure.events).map((event) => [event, schemaOf(procedure, event)]),
          ),
        ]),
      ),
      openings: currentProcedures().flatMap(({ name, openings }) =>
        openings.map((event) => [name, event] as const),
      ),
      versions: [...Array(12).keys()].map((n) => n + 1),
    };
    // Three who hold every role of staff, so that it is the duties and the rules that stop them.
    const able = ['p-able-1', 'p-able-2', 'p-able-3'].map((person) => api.as(person, STAFF_ROLES));
    onlooker = await api.as('p-onlooker', ['case_supervisor']);
    callers = [...(await Promise.all(able)), staff.reception, staff.reporter, staff.subject, staff.auditor];
  });

  /** The same request with data that fit: on a case as it stands an event that it accepts, or an opening. */
  const madeApt = async (wanted: HostileRequest, samples: Samples): Promise<HostileRequest> => {
    const { caseAt, pick } = wanted.apt!;
    const sample = (procedure: string, event: string): unknown => {
      const data = samples[procedure]![event]!;
      return data[pick % data.length];
    };
    const headers = { 'Content-Type': 'application/json' };
    if (wanted.route === 'openCase') {
      // Every other one is a complaint: it is what anybody can open.
      const [procedure, event] =
        caseAt % 2 === 0
          ? (['complaint', 'SUBMIT'] as const)
          : grounds.openings[caseAt % grounds.openings.length]!;
      const data = { event, ...(sample(procedure, event) as object) };
      return {
        ...wanted,
        method: 'post',
        address: CASES,
        headers,
        body: JSON.stringify({ procedure, data }),
      };
    }
    const { id } = grounds.cases[caseAt % grounds.cases.length]!;
    const { procedure, version, accepts } = await onlooker.reads(id);
    const event = accepts[pick % accepts.length];
    if (event === undefined) return wanted;
    return {
      ...wanted,
      method: 'post',
      address: `${CASES}/${id}/events`,
      headers: { ...headers, 'If-Match': `"${version}"` },
      body: JSON.stringify({ type: event, data: sample(procedure, event) }),
    };
  };

  /** Sends one request and answers its status; what may never happen to any is said here. */
  const sent = async (wanted: HostileRequest, samples: Samples): Promise<number> => {
    const { method, address, headers, body, caller } =
      wanted.apt && ['openCase', 'applyCaseEvent'].includes(wanted.route)
        ? await madeApt(wanted, samples)
        : wanted;
    const began = performance.now();
    const reply = await (callers[caller] ?? api.with()).send(method, address, body, headers);
    expect(bugsIn(api)).toEqual([]);
    expect(reply.status).toBeLessThan(500);
    took.push(performance.now() - began);
    // What was sent is not said back. Very short texts are in every answer.
    if (reply.status >= 400 && body !== undefined && body.length > 30)
      expect((reply.text as string | undefined) ?? '').not.toContain(body);
    return reply.status;
  };

  it('gets no 5xx, no silence and no half write, whatever is sent', { timeout: 240_000 }, async () => {
    const samples = samplesFor(grounds);
    const seen: Record<string, number> = {};
    let before = await countRows(api.knex);
    await fc.assert(
      fc.asyncProperty(fc.array(hostileRequest(grounds), { minLength: 6, maxLength: 6 }), async (wanted) => {
        const statuses = await Promise.all(wanted.map((each) => sent(each, samples)));
        const after = await countRows(api.knex);
        const gained = Object.entries(after).filter(([table, count]) => count !== before[table]);
        const refusals = after.journal! - before.journal!;
        if (statuses.every((status) => status >= 300)) {
          const { rows } = await api.knex.raw<{ rows: { type: string; outcome: string }[] }>(
            'select type, outcome from journal order by recorded_at desc, id desc limit ?',
            [refusals],
          );
          // What was refused is put on record at most once; a search that found nothing was a search all the same.
          const recorded = rows.filter(({ outcome }) => outcome === 'refused');
          if (recorded.length > statuses.length) expect([recorded, wanted, statuses]).toEqual([]);
          expect(rows.filter((row) => !recorded.includes(row) && !isOfWatching(row))).toEqual([]);
          expect(gained.map(([table, count]) => [table, count - before[table]!])).toEqual(
            refusals === 0 ? [] : OF_A_REFUSAL.map((table) => [table, refusals]),
          );
        }
        before = after;
        wanted.forEach(({ route }, at) => {
          const key = `${route} ${statuses[at]!}`;
          seen[key] = (seen[key] ?? 0) + 1;
        });
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
    expect(took.filter((ms) => ms > LONGEST_MS).length).toBeLessThanOrEqual(took.length / 100);
    expect(Math.max(...took)).toBeLessThan(5 * LONGEST_MS);
    // It went deep enough to mean something.
    for (const status of [200, 403, 404, 409, 412, 422])
      expect([status, seen[`applyCaseEvent ${status}`] ?? 0]).toEqual([
        status,
        expect.toSatisfy((n) => n > 3),
      ]);
    expect(seen['openCase 201']).toBeGreaterThan(0);
  });

  it('leaves every case exactly what its journal says', async () => {
    const differing: string[] = [];
    const { cases } = await api.operations.replayCases({
      onDifference: (id, why) => differing.push(`${id}: ${why}`),
    });
    expect([cases >= 6, differing]).toEqual([true, []]);
    const { rows } = await api.knex.raw<{ rows: { versions: number; entries: number }[] }>(
      `select (select sum(version)::int from cases) as versions,
              (select count(*)::int from journal where seq is not null) as entries`,
    );
    expect(rows[0]!.versions).toBe(rows[0]!.entries);
  });
});
