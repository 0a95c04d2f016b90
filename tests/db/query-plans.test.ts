/** That hot queries find their rows by index, on tables large enough for the planner to have a choice. */
import pg from 'pg';
import { beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import { listCaseEntries } from '../../db/queries/case-journal.ts';
import { numberCases } from '../../db/queries/case-numbers.ts';
import {
  findVisibleCase,
  listCases,
  listClocks,
  type CaseFilter,
  type CaseSort,
} from '../../db/queries/cases.ts';
import { listDeadlines, listFamilyDeadlines } from '../../db/queries/deadlines.ts';
import { countOpenCases, findPerson, listPeople } from '../../db/queries/directory.ts';
import { claimDueClocks, findNextDue, listCasesOfClocks } from '../../db/queries/due-clocks.ts';
import { findEvidence, listEvidence } from '../../db/queries/evidence.ts';
import { listFamily, listFamilyEntries, listLinks, listVisibleFamily } from '../../db/queries/family.ts';
import { listBarringCases } from '../../db/queries/freeze.ts';
import { findGrant, hasSameGrant, holdsRole, listGrants } from '../../db/queries/grants.ts';
import { integrate, listLog, type JournalFilter } from '../../db/queries/journal-log.ts';
import { findKey, listKeys } from '../../db/queries/keys.ts';
import { findKeyHolder } from '../../db/queries/people.ts';
import { countFactors, countForms } from '../../db/queries/merit-figures.ts';
import { countClarifications, countToleranceReviews } from '../../db/queries/statistics.ts';
import { readForSteps } from '../../db/queries/step-read.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import { opensFor } from '../database.ts';
import { clockOf, next, NOON, openCase, someCase, stepOn, TENANT } from './step-groups.ts';

const CASES = 5_000;
const BIG = [
  'case_numbers',
  'api_keys',
  'case_persons',
  'journal_queue',
  'cases',
  'case_links',
  'clocks',
  'duties',
  'evidence',
  'grants',
  'journal',
  'journal_leaf',
  'journal_sealed',
  'people',
];

const open = opensFor('postgresql');
let knex: Knex;
let opened: ReturnType<typeof someCase>;

beforeAll(async () => {
  ({ knex } = await open());
  opened = await openCase(knex, { subject: 'p-1', assignee: 'p-9' });
  await knex.raw(
    `insert into cases select tenant_id, md5(n::text)::uuid, md5((n / 4)::text)::uuid, (array['complaint', 'allegation'])[1 + n % 2],
       procedure_version, definition_hash, profile_hash, seal_key_id, version, 'state_' || n % 40, value, context,
       summary, n % 3 > 0, 'p-' || n % 500, 'p-' || n % 300, unit, 'p-' || n % 700, head_hash,
       opened_at + n * interval '1 minute', n % 7 = 0, opened_at, opened_at + n * interval '1 second'
     from cases, generate_series(1, :cases) n`,
    { cases: CASES },
  );
  await knex.raw(`insert into case_links select tenant_id, id, family_id, 'part_of' from cases where id <> family_id
    and exists (select 1 from cases f where f.id = cases.family_id)`);
  await knex.raw(`insert into clocks select tenant_id, md5('k' || id)::uuid, id, 'report.handle', '', '{}',
    next_due_at, true, case when is_overdue then next_due_at end, case when is_overdue then 1 else 0 end,
    case when not is_overdue then next_due_at end from cases`);
  await knex.raw(`insert into people select tenant_id, 'p-' || n, null, 'a-' || n
    from journal, generate_series(1, 2000) n limit 2000`);
  await knex.raw(`insert into api_keys (tenant_id, id, secret_hash, person_id, roles)
    select tenant_id, gen_random_uuid(), sha256(id::bytea), id, '{handler}' from people`);
  await knex.raw(
    `insert into units (tenant_id, id, parent_id, name) select :tenant, 'u-' || n,
    case when n > 1 then 'u-' || n / 2 end, 'Unit' from generate_series(1, 2000) n`,
    { tenant: TENANT },
  );
  await knex.raw(`insert into grants (tenant_id, id, person_id, role, unit_id, kind, in_place_of, until_at, granted_by)
    select tenant_id, gen_random_uuid(), 'p-' || n, 'reviewer', 'u-' || n,
      case n % 9 when 0 then 'substitute' else 'post' end, case n % 9 when 0 then 'p-' || n + 1 end, '2999-01-01', 'p-1'
    from people, generate_series(1, 1999) n where id = 'p-1'`);
  await knex.raw(
    `insert into case_persons select tenant_id, 'p-' || row_number() over () % 1900, id from cases`,
  );
  await knex.raw(`insert into duties select tenant_id, family_id, 'p-' || row_number() over (), 'separation', 'verify', id
    from cases`);
  await knex.raw(
    `insert into journal select c.tenant_id, gen_random_uuid(), 'complaint.EVENT_' || n % 30, c.id, n, null,
      'a-' || (n * 7 + length(c.state)) % 500, c.procedure, 'accepted', c.updated_at, c.updated_at, '{}', c.head_hash
    from cases c, generate_series(2, 5) n where c.id <> ?`,
    [opened.id],
  );
  await knex.raw(`insert into case_numbers select tenant_id, id, 'AJ', 2025, row_number() over (),
    'AJ-2025-' || row_number() over () from cases`);
  await knex.raw(`insert into journal_sealed select tenant_id, id, 'data', 'd', null, null from journal`);
  await knex.raw(`insert into journal_leaf select tenant_id, row_number() over (order by occurred_at) - 1, id, case_id,
    seq, actor, type, procedure, outcome, occurred_at from journal`);
  await knex.raw(`insert into journal_log select tenant_id, count(*) from journal group by 1`);
  await knex.raw(`insert into journal_queue (tenant_id, entry_id) select 'other', id from journal`);
  await knex.raw('delete from journal_queue where tenant_id = ?', [TENANT]);
  await knex.raw(`insert into evidence (tenant_id, id, case_id, kind, size, sha256, name_sealed, uploaded_by, is_of_party,
      added_at, store_name, key_id, wrapped, entry_id)
    select tenant_id, gen_random_uuid(), id, 'txt', 1, repeat('0', 64), '', 'p-1', false, opened_at,
      md5(id::text), seal_key_id, '', id from cases`);
  await openCase(knex);
  await knex.raw('vacuum analyze');
});

interface Sent {
  readonly sql: string;
  readonly bindings: readonly (string | number | Buffer | null)[];
  readonly options?: { readonly name?: string };
}

interface Connection {
  query: (sql: string, bindings?: Sent['bindings']) => Promise<{ rows: Record<'QUERY PLAN', string>[] }>;
}

/** What the planner does. A statement with a name is planned for any values at all, as it will be before long. */
async function planOf(connection: Connection, { sql, bindings, options }: Sent): Promise<string[]> {
  if (!options?.name) return lines(await connection.query(`explain ${sql}`, bindings));
  const literals = bindings.map((value) =>
    value instanceof Buffer
      ? `'\\x${value.toString('hex')}'`
      : value === null
        ? 'null'
        : pg.escapeLiteral(String(value)),
  );
  await connection.query('set local plan_cache_mode = force_generic_plan');
  await connection.query(`prepare explained as ${sql}`);
  const plan = lines(await connection.query(`explain execute explained (${literals.join(', ')})`));
  await connection.query('deallocate explained');
  return plan;
}

const lines = ({ rows }: Awaited<ReturnType<Connection['query']>>) => rows.map((row) => row['QUERY PLAN']);

/** The big tables that statements of `ask` read from end to end. */
function readWhole(ask: (trx: Knex.Transaction) => Promise<unknown>): Promise<string[]> {
  return knex.transaction(async (trx) => {
    const sent: Sent[] = [];
    trx.on('query', (query: Sent) => sent.push(query));
    await ask(trx);
    // Past knex, which would take the placeholders for its own.
    const connection = (await (trx.client as Knex.Client).acquireConnection()) as Connection;
    const plans: string[] = [];
    for (const statement of [...sent]) plans.push(...(await planOf(connection, statement)));
    expect(plans.join('\n')).toMatch(/Index/);
    return plans.flatMap((line) => {
      const table = /Seq Scan on (\w+)/.exec(line)?.[1];
      return table !== undefined && BIG.includes(table) ? [table] : [];
    });
  });
}

const asker = { sees: 'all', person: 'p-1', unit: null, bodies: null } as const;
const aGrant = {
  id: 'x',
  person: 'p-9',
  role: 'reviewer',
  unit: 'u-9',
  kind: 'post',
  inPlaceOf: null,
  from: null,
  until: null,
  basis: null,
  grantedBy: 'p-1',
} as const;
const firstPage = { after: null, limit: 20 } as const;
const lights = { at: NOON, soon: { x: '2026-01-08T16:00:00.000Z' } };
const listed = (filter: CaseFilter, sort: CaseSort) => (trx: Knex) =>
  listCases(trx, TENANT, asker, filter, { sort, lights, ...firstPage });
const logged = (filter: JournalFilter) => (trx: Knex) =>
  listLog(trx, TENANT, { ...asker, isAuditor: true }, filter, {
    size: 1_000_000,
    after: null,
    isDescending: true,
    limit: 50,
  });

/** Some of the places where a role is asked to act. */
const duties = [
  { procedure: 'complaint', version: 1, state: 'state_4', clock: 'report.handle' },
  { procedure: 'complaint', version: 1, state: 'state_5' },
];
const period = { from: NOON, to: '2026-01-05T16:00:00.000Z' };
const due = { mine: null, before: null, ...firstPage } as const;

const HOT: Record<string, (trx: Knex.Transaction) => Promise<unknown>> = {
  'reading for a step': (trx) =>
    readForSteps(trx, TENANT, [
      { caseId: opened.id, ...asker, people: ['p-1', 'p-2'], caller: 'p-1', key: 'k' },
    ]),
  'writing a step': (trx) =>
    writeSteps(trx, TENANT, [stepOn(next(opened), { clocks: [clockOf(opened, { instance: '2' })] })]),
  'finding the holder of a key': (trx) => findKeyHolder(trx, TENANT, Buffer.alloc(32)),
  'reading one case': (trx) => findVisibleCase(trx, TENANT, opened.id, asker),
  'the clocks of a case': (trx) => listClocks(trx, TENANT, opened.id),
  'the journal of a case': (trx) => listCaseEntries(trx, TENANT, opened.id, { afterVersion: 0, limit: 50 }),
  'a family': (trx) => listFamily(trx, TENANT, opened.family_id, [opened.id]),
  'the links of a family': (trx) => listLinks(trx, TENANT, opened.family_id),
  'what happened in a family': (trx) => listFamilyEntries(trx, TENANT, opened.family_id, 'p-1'),
  'a family as its readers see it': (trx) => listVisibleFamily(trx, TENANT, opened.id, asker),
  'the evidence of a case': (trx) => listEvidence(trx, TENANT, opened.id, null),
  'one file of a case': (trx) => findEvidence(trx, TENANT, { caseId: opened.id, id: opened.id, by: 'p-1' }),
  'claiming due clocks': (trx) => claimDueClocks(trx, TENANT, 50),
  'the cases of due clocks': (trx) => listCasesOfClocks(trx, TENANT, [opened.id]),
  'the next due clock': (trx) => findNextDue(trx, TENANT, { since: NOON, until: '2027-01-01T00:00:00.000Z' }),
  'the deadlines of a family': (trx) => listFamilyDeadlines(trx, TENANT, opened.family_id, asker),
  'deadlines, what is due first': (trx) => listDeadlines(trx, TENANT, asker, due),
  'deadlines of my own': (trx) =>
    listDeadlines(trx, TENANT, asker, {
      ...due,
      mine: duties,
      before: '2027-01-01T00:00:00.000Z',
      after: { dueAt: NOON, id: opened.id },
    }),
  'cases, newest first': listed({}, '-opened'),
  'cases of an assignee': listed({ assignee: 'p-7' }, '-opened'),
  'cases in a state': listed({ procedure: 'complaint', state: 'state_4' }, 'opened'),
  'complaints by their channel': listed({ channel: 'letter' }, 'opened'),
  'cases by due date': listed({}, 'due'),
  'cases due soon': listed({ dueBefore: '2026-01-06T00:00:00.000Z' }, 'due'),
  'cases by urgency': listed({}, 'urgency'),
  'my cases by urgency': listed({ mine: true, open: true }, 'urgency'),
  'overdue cases': listed({ light: 'overdue' }, 'urgency'),
  'a case by its number': listed({ number: 'JB-2026-000001' }, '-opened'),
  'cases by latest event': listed({}, '-updated'),
  'the log, newest first': logged({}),
  'the log of a case': (trx) => logged({ case: opened.id })(trx),
  'the log of an actor': logged({ actor: 'a-7' }),
  'the log of a type': logged({ types: ['complaint.EVENT_7'] }),
  'what was clarified in a period': (trx) => countClarifications(trx, TENANT, asker, period),
  'tolerance considered in a period': (trx) => countToleranceReviews(trx, TENANT, asker, period),
  'forms of clarifying in a period': (trx) => countForms(trx, TENANT, asker, { ...period, of: null }),
  'ratings of factors in a period': (trx) => countFactors(trx, TENANT, asker, { ...period, of: null }),
  'what bars moves of a person': (trx) => listBarringCases(trx, TENANT, 'p-2', asker),
  'people, by reference': (trx) => listPeople(trx, TENANT, { q: null, except: 'a-1', ...firstPage }),
  'people, by how a name or a reference begins': (trx) =>
    listPeople(trx, TENANT, { q: 'p-77', except: 'a-1', ...firstPage }),
  'a person with what they hold': (trx) => findPerson(trx, TENANT, 'p-2'),
  'how many open cases somebody has': (trx) => countOpenCases(trx, TENANT, 'p-2'),
  'grants, the newest first': (trx) => listGrants(trx, TENANT, {}, { before: opened.id, limit: 20 }),
  'grants of a person': (trx) => listGrants(trx, TENANT, { person: 'p-2' }, { before: null, limit: 20 }),
  'grants in a unit': (trx) => listGrants(trx, TENANT, { unit: 'u-2' }, { before: null, limit: 20 }),
  'a grant': (trx) => findGrant(trx, TENANT, opened.id),
  'the same grant': (trx) => hasSameGrant(trx, TENANT, aGrant),
  'who holds a role': (trx) => holdsRole(trx, TENANT, aGrant),
  'keys, the newest first': (trx) => listKeys(trx, TENANT, { before: opened.id, limit: 20 }),
  'a key': (trx) => findKey(trx, TENANT, opened.id),
  'giving cases their numbers': (trx) =>
    numberCases(trx, TENANT, {
      prefixes: {},
      otherPrefix: 'AJ',
      digits: 6,
      timeZone: 'UTC',
      limit: 2_048,
    }),
  'giving entries their places': (trx) => integrate(trx, TENANT, 2_048),
};

it.each(Object.entries(HOT))('finds by index: %s', async (_, ask) => {
  expect(await readWhole(ask)).toEqual([]);
});
