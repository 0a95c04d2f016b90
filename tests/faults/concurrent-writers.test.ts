/**
 * Two server processes over one PostgreSQL, and many writers at once: versions without gaps, each with one owner, in
 * the order in which they were acknowledged; of several who name one version exactly one wins; a repetition changes
 * nothing. (On the embedded database one connection hides every race, so none of this is tried there.)
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opensFor, type TestDatabase } from '../database.ts';
import { Client, type Answer } from './client.ts';
import { contradictions, entriesIn } from './history.ts';
import {
  buildOnce,
  installation,
  startServer,
  type Installation,
  type ServerProcess,
} from './server-process.ts';

const WRITERS = 16;
const COLD_CASES = 6;
const LOAD_MS = 4_000;
const LONGEST_MS = 20_000;
/** Acts won and acts lost, each, that make a contest. */
const FEWEST = 20;

/** A number is given within the second that follows an opening; the first answer may be without. */
const withoutNumber = (body: unknown): unknown => ({ ...(body as object), number: null });

describe('two processes over one database', () => {
  const open = opensFor('postgresql');
  let database: TestDatabase;
  let home: Installation;
  let servers: ServerProcess[] = [];
  let secrets: string[];
  const clients: Client[] = [];
  const client = (n: number): Client => (clients[n] ??= new Client(secrets[n]!));
  const urlOf = (n: number) => servers[n % servers.length]!.url;

  beforeAll(async () => {
    buildOnce();
    database = await open();
    home = installation({ DATABASE_URL: database.url!, LOG_LEVEL: 'warn' });
    const people = [...Array(WRITERS).keys()].map((n) => [`p-${n}`, ['reception_officer']] as const);
    secrets = Object.values(await home.keysFor(Object.fromEntries(people)));
    servers = await Promise.all([startServer(home.env), startServer(home.env)]);
  });
  afterAll(async () => {
    for (const server of servers) server.kill('SIGKILL');
    await Promise.all(servers.map(({ ended }) => ended));
    home.remove();
  });
  const versionOf = async (url: string, id: string) =>
    (await client(0).get(url, `/api/v1/cases/${id}`)).body.version as number;

  it('keep every case strictly serial under many writers, one hot case among cold ones', async () => {
    const cases: string[] = [];
    for (let n = 0; n <= COLD_CASES; n++) cases.push((await client(0).open(urlOf(n))).answeredCase!);
    const [hot, ...cold] = cases as [string, ...string[]];
    const staleReads: string[] = [];
    const began = performance.now();
    const answers = () => clients.flatMap((each) => each.answers);
    const countOf = (wanted: number) => answers().filter(({ status }) => status === wanted).length;
    // Long enough for a contest, also on a busy machine.
    const isContested = () => countOf(200) > FEWEST && countOf(412) > FEWEST;
    const goesOn = () => {
      const ms = performance.now() - began;
      return ms < LOAD_MS || (ms < LONGEST_MS && !isContested());
    };
    await Promise.all(
      [...Array(WRITERS).keys()].map(async (n) => {
        const acknowledged = new Map<string, number>();
        for (let turn = 0; goesOn(); turn++) {
          const id = turn % 3 === 0 ? cold[(n + turn) % cold.length]! : hot;
          const url = urlOf(n + turn);
          const read = await versionOf(url, id);
          if (read < (acknowledged.get(id) ?? 0)) staleReads.push(`${id} ${read}`);
          const answer = await client(n).note(url, id, read);
          if (answer.version !== null) acknowledged.set(id, answer.version);
        }
      }),
    );
    const statuses = new Set(answers().map(({ status }) => status));
    expect([...statuses].sort()).toEqual([200, 201, 412]);
    expect(staleReads).toEqual([]);
    expect(contradictions(answers(), await entriesIn(database.knex))).toEqual([]);
    expect(isContested()).toBe(true);
  });

  it('let exactly one win of those who name the same version', async () => {
    const id = (await client(0).open(urlOf(0))).answeredCase!;
    for (let contest = 1; contest <= 40; contest++) {
      const answers = await Promise.all(
        [...Array(8).keys()].map((n) => client(n).note(urlOf(n), id, contest)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(7).fill(412)]);
    }
    expect(await versionOf(urlOf(1), id)).toBe(41);
  });

  it('take one effect and give one answer when a request arrives at both, many times at once', async () => {
    const id = (await client(0).open(urlOf(0))).answeredCase!;
    const before = await entriesIn(database.knex);
    for (let group = 0; group < 40; group++) {
      const against = group % 2 === 0 ? group / 2 + 1 : 0;
      const key = `group-${group}`;
      const answers: Answer[] = await Promise.all(
        [...Array(6).keys()].map((n) =>
          against === 0 ? client(1).open(urlOf(n), key) : client(1).note(urlOf(n), id, against, key),
        ),
      );
      for (const { status, body } of answers) {
        expect([group, status]).toEqual([group, against === 0 ? 201 : 200]);
        expect(withoutNumber(body)).toEqual(withoutNumber(answers[0]!.body));
      }
      // Much later, from the other side, and although the case has moved on.
      const again = await client(1).repeat(urlOf(group), answers[0]!);
      expect(withoutNumber(again.body)).toEqual(withoutNumber(answers[0]!.body));
    }
    const after = await entriesIn(database.knex);
    expect(after.length - before.length).toBe(40);
    expect(contradictions(client(1).answers, after)).toEqual([]);
  });

  it('lose no merge when many pieces go into one case from both', async () => {
    const register = async (id: string) =>
      fetch(`${urlOf(0)}/api/v1/cases/${id}/events`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${secrets[0]!}`,
          'Content-Type': 'application/json',
          'If-Match': '"1"',
        },
        body: '{"type":"REGISTER"}',
      });
    const pieces = await Promise.all(
      [...Array(13).keys()].map(async (n) => (await client(n).open(urlOf(n))).answeredCase!),
    );
    await Promise.all(pieces.map(register));
    const [into, ...others] = pieces as [string, ...string[]];
    const merged = await Promise.all(
      others.map(async (id, n) =>
        fetch(`${urlOf(n)}/api/v1/cases/${id}/events`, {
          method: 'POST',
          headers: {
            Authorization: `Bearer ${secrets[n]!}`,
            'Content-Type': 'application/json',
            'If-Match': '"2"',
          },
          body: JSON.stringify({ type: 'MERGE', data: { into } }),
        }),
      ),
    );
    expect(merged.map(({ status }) => status)).toEqual(Array<number>(12).fill(200));
    const { body } = await client(0).get(urlOf(0), `/api/v1/cases/${into}`);
    expect([body.version, body.details.duplicates.length]).toEqual([14, 12]);
  });
});

describe('the judgement of a history', () => {
  const answer = (key: string, version: number | null, more: Partial<Answer> = {}): Answer => ({
    caseId: 'c',
    against: (version ?? 1) - 1,
    key,
    sentAt: version ?? 0,
    status: version === null ? null : 200,
    version,
    answeredCase: version === null ? null : 'c',
    answeredAt: (version ?? 0) + 0.5,
    headers: null,
    body: null,
    ...more,
  });
  const GOOD = ['a', 'b', 'c'].map((key, at) => answer(key, at + 1));
  const ENTRIES = GOOD.map(({ key, version }) => ({ caseId: 'c', version: version!, reference: key }));

  it('finds nothing in a good one', () => {
    expect(contradictions(GOOD, ENTRIES)).toEqual([]);
    expect(contradictions([...GOOD, answer('d', null)], ENTRIES)).toEqual([]);
    expect(contradictions([...GOOD.slice(1), answer('a', null)], ENTRIES)).toEqual([]);
  });

  it.each([
    ['a lost entry', GOOD, ENTRIES.slice(0, 2), 'request c was acknowledged and is lost'],
    ['a gap', GOOD.slice(0, 1), [ENTRIES[0]!, ENTRIES[2]!], 'case c has a gap'],
    [
      'an entry written twice',
      GOOD,
      [...ENTRIES, { caseId: 'c', version: 4, reference: 'b' }],
      'request b took effect 2 times',
    ],
    [
      'an entry at another version',
      [...GOOD.slice(0, 2), answer('c', 4)],
      ENTRIES,
      'request c was acknowledged at another version',
    ],
    [
      'a version with two owners',
      [...GOOD, answer('d', 3)],
      [...ENTRIES, { caseId: 'c', version: 4, reference: 'd' }],
      'c 3 was acknowledged to several',
    ],
    [
      'a refusal that took effect',
      [...GOOD.slice(0, 2), answer('c', null, { status: 412 })],
      ENTRIES,
      'request c was refused with 412 and took effect',
    ],
    [
      'time that runs backwards',
      [answer('a', 2, { sentAt: 1, answeredAt: 2 }), answer('b', 1, { sentAt: 3, answeredAt: 4 })],
      [
        { caseId: 'c', version: 1, reference: 'b' },
        { caseId: 'c', version: 2, reference: 'a' },
      ],
      'case c ran backwards',
    ],
  ])('finds %s', (_, answers, entries, contradiction) => {
    expect(contradictions(answers, entries)).toContain(contradiction);
  });
});
