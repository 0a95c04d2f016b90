/**
 * Every operation of the API document x every role x what the asker is to the case (R13). The rule is written down here a
 * second time, apart from the program; an operation that has no rule fails. What one may not know of is answered like
 * what does not exist, word for word, and stands in no list (R14, T2, T3).
 */
import type { Response } from 'supertest';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import { GRANTABLE_ROLES, PARTY_ROLES, type Role } from '../../src/domain/vocabulary.ts';
import type { Caller } from '../caller.ts';
import { opensFor } from '../database.ts';
import { apisOver, type Api } from '../harness.ts';
import { CASE_BODIES, ROLE_ADDRESSES } from './matrix-requests.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';

/** What an asker is to the complaint: of the body that handles it or of another, recused, named in it, or not of its team. */
const RELATIONS = ['own body', 'other body', 'recused', 'concerned', 'not assigned'] as const;
type Relation = (typeof RELATIONS)[number];

/** Whether staff know of the complaint, by rule: no party but its reporter, no auditor, no administrator, ever. */
function isKnown(role: Role, relation: Relation): boolean {
  if (PARTY_ROLES.includes(role) || role === 'auditor' || role === 'administrator') return false;
  if (role === 'org_personnel') return false; // sees decisions and no report
  if (relation === 'not assigned') return role !== 'handler';
  return relation === 'own body';
}

/** A recused person who tries to act is told why, and learns nothing else. */
const isTold = (role: Role, relation: Relation) => relation === 'recused' && isKnown(role, 'own body');

const isAct = ({ method }: Operation, { status }: Response) => method !== 'get' && status === 403;

/** Public, and a 401 is their answer to a wrong or missing secret. */
const SIGN_IN: Record<string, true> = Object.fromEntries(
  ['signIn', 'issueToken', 'openPortalSession', 'sendPortalMessage'].map((name) => [name, true]),
);

const QUERIES: Record<string, (id: string) => readonly string[]> = {
  listCases: (id) => [
    '?limit=100',
    `?q=${id}`,
    '?procedure=complaint&limit=100',
    '?state=received&limit=100',
    '?sort=-updated&limit=100',
  ],
  countCases: (id) => ['', `?q=${id}`, '?procedure=complaint&open=true'],
  queryJournal: (id) => ['?limit=100', `?case=${id}`, `?q=${id}`],
  listDeadlines: () => ['?limit=100', '?mine=true&limit=100'],
};

function addressOf(path: string, id: string): string {
  const known = Object.entries(ROLE_ADDRESSES).reduce(
    (text, [name, value]) => text.replace(name, value),
    path,
  );
  const named = known.replace('{caseId}', id).replaceAll(/\{\w+\}/g, ABSENT);
  return /\/(?:acts|conflicts)$/.test(named) ? `${named}?person=p-somebody` : named;
}

/** An answer without what differs from request to request. */
const withoutIds = ({ status, text, headers }: Response, id: string) => ({
  status,
  text: text.replaceAll(id, '<id>').replaceAll(/urn:uuid:[0-9a-f-]+/g, '<request>'),
  headers: Object.keys(headers).sort(),
});

interface Operation {
  readonly operationId: string;
  readonly method: string;
  readonly path: string;
  readonly isPublic: boolean;
  readonly takesBody: boolean;
}

describe('every operation, for every role and relation to a case', () => {
  const start = apisOver(opensFor('postgresql'));
  let api: Api;
  let operations: Operation[];
  let table: Map<string, { roles: readonly Role[]; decidedBy: string }>;
  let complaint: CaseView;
  let assigned: CaseView;
  const askers = new Map<string, Caller>();

  beforeAll(async () => {
    api = await start();
    const admin = await api.as('p-admin', ['administrator']);
    for (const [id, parentId] of [
      ['top', null],
      ['here', 'top'],
      ['there', 'top'],
    ] as const)
      expect(
        (await admin.put(`/api/v1/units/${id}`, { name: id, parentId, isBody: true })).status,
      ).toBeLessThan(300);
    const inHere = (person: string, roles: readonly Role[]) => api.as(person, roles, { unit: 'here' });
    const reception = await inHere('p-reception', ['reception_officer']);
    const report = { channel: 'letter', subject: 'p-reported', content: 'See enclosure.' };
    complaint = await reception.opens('complaint', report);
    assigned = await reception.does(await reception.opens('complaint', report), 'ASSIGN', {
      assignee: 'p-somebody-else',
    });

    for (const role of GRANTABLE_ROLES)
      for (const relation of RELATIONS) {
        const person = `p-${role}-${relation.replace(' ', '-')}`;
        askers.set(
          `${role} ${relation}`,
          await api.as(person, [role], { unit: relation === 'other body' ? 'there' : 'here' }),
        );
        if (relation === 'recused')
          await api.knex.raw(
            `insert into recusals (tenant_id, family_id, person_id, status, ground, case_id, changed_at)
             select tenant_id, family_id, ?, 'granted', 'witness', id, now() from cases where id = ?`,
            [person, complaint.id],
          );
        if (relation === 'concerned')
          await api.knex.raw(
            `insert into case_persons (tenant_id, person_id, case_id) select tenant_id, ?, id from cases where id = ?`,
            [person, complaint.id],
          );
      }

    const { body } = await admin.get('/openapi.json');
    operations = Object.entries(
      body.paths as Record<
        string,
        Record<string, { operationId: string; security?: object[]; requestBody?: object }>
      >,
    ).flatMap(([path, methods]) =>
      Object.entries(methods)
        .filter(([, operation]) => typeof operation === 'object' && 'operationId' in operation)
        .map(([method, { operationId, security, requestBody }]) => ({
          takesBody: requestBody !== undefined,
          operationId,
          method,
          path,
          isPublic: security?.length === 0,
        })),
    );
    await api.operations.integrateJournal();
    const rights = (await admin.get('/api/v1/permissions')).body as {
      operations: { permission: string; roles: Role[]; decidedBy: string }[];
    };
    table = new Map(rights.operations.map(({ permission, ...row }) => [permission, row]));
  }, 120_000);

  const permissionOf = (operationId: string): string =>
    api.routes.find((route) => route.operationId === operationId)!.permission;
  const ofCase = () => operations.filter(({ path }) => path.includes('{caseId}'));
  const asker = (role: Role, relation: Relation) => askers.get(`${role} ${relation}`)!;
  const theCase = (relation: Relation) => (relation === 'not assigned' ? assigned : complaint);

  it('is in the document and in the table of routes alike', () => {
    expect(operations.length).toBeGreaterThan(60);
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual(
      api.routes.map(({ operationId }) => operationId).sort(),
    );
  });

  it('has a request here, where it belongs to a case and takes a body', () => {
    const withBody = ofCase().filter(({ takesBody }) => takesBody);
    expect(withBody.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(CASE_BODIES).sort());
  });

  it('refuses whoever does not say who they are, but for what is public', async () => {
    for (const { operationId, method, path, isPublic } of operations) {
      const { status } = await api.with().send(method, addressOf(path, complaint.id));
      expect([
        operationId,
        isPublic,
        isPublic ? status !== 401 || operationId in SIGN_IN : status === 401,
      ]).toEqual([operationId, permissionOf(operationId) === 'public', true]);
    }
  });

  it('that its role alone decides answers 403 to every other role', { timeout: 120_000 }, async () => {
    for (const { operationId, method, path } of operations) {
      const rule = table.get(permissionOf(operationId));
      if (rule?.decidedBy !== 'role') continue;
      for (const role of GRANTABLE_ROLES) {
        const caller = asker(role, 'own body');
        // A body that cannot be read: whoever passes the door changes nothing.
        const { status } = await caller.send(
          method,
          addressOf(path, complaint.id),
          method === 'get' ? undefined : '{',
        );
        expect([operationId, role, status === 403]).toEqual([operationId, role, !rule.roles.includes(role)]);
      }
    }
  });

  const ask = (
    caller: Caller,
    { operationId, method, path }: Operation,
    id: string,
    isKnownCase: boolean,
  ) => {
    const body = CASE_BODIES[operationId];
    if (body === undefined) return caller.send(method, addressOf(path, id));
    // Whoever knows of the case sends what cannot be accepted: the matrix changes nothing.
    return caller.send(
      method,
      addressOf(path, id),
      JSON.stringify(isKnownCase ? { nobody: 'knows this' } : body),
      {
        'Content-Type': 'application/json',
        'If-Match': '"1"',
      },
    );
  };

  describe.each(RELATIONS)('of whom a case is: %s', (relation) => {
    it.each(GRANTABLE_ROLES)('answers a %s as the rule says', async (role) => {
      const caller = asker(role, relation);
      const { id } = theCase(relation);
      for (const operation of ofCase()) {
        const known = isKnown(role, relation);
        const rule = table.get(permissionOf(operation.operationId));
        const reply = await ask(caller, operation, id, known);
        const absent = await ask(caller, operation, ABSENT, known);
        const cell = [operation.operationId, role, relation];
        if (rule?.decidedBy === 'role' && !rule.roles.includes(role)) {
          expect([...cell, reply.status]).toEqual([...cell, 403]);
        } else if (known) {
          if (operation.path.endsWith('{caseId}')) expect([...cell, reply.status]).toEqual([...cell, 200]);
        } else if (
          isTold(role, relation) &&
          (operation.operationId === 'applyCaseEvent' || isAct(operation, reply))
        ) {
          expect([...cell, reply.status, reply.body.guard]).toEqual([...cell, 403, 'is_not_recused']);
        } else {
          expect([...cell, withoutIds(reply, id)]).toEqual([...cell, withoutIds(absent, ABSENT)]);
          const isListed = role === 'auditor' && operation.operationId === 'readCaseInterference';
          expect([...cell, reply.status]).toEqual([
            ...cell,
            isListed ? 200 : reply.status === 403 ? 403 : 404,
          ]);
        }
      }
    });

    it(
      'stands in no list, count, search or query of whoever may not know of it',
      { timeout: 120_000 },
      async () => {
        const lists = operations.filter(
          ({ method, path }) => method === 'get' && !path.includes('{caseId}') && !path.includes('{file}'),
        );
        for (const role of GRANTABLE_ROLES) {
          const { id } = theCase(relation);
          const asked = lists.flatMap(({ operationId, path }) =>
            (QUERIES[operationId]?.(id) ?? ['']).map((query) => ({
              operationId,
              address: `${addressOf(path, id)}${query}`,
            })),
          );
          const found = await Promise.all(
            asked.map(async ({ operationId, address }) => {
              const reply = await asker(role, relation).send('get', address);
              return `${reply.text} ${JSON.stringify(reply.headers)}`.includes(id) ? [operationId] : [];
            }),
          ).then((each) => each.flat());
          const reads =
            role === 'auditor' ? !['concerned', 'recused'].includes(relation) : isKnown(role, relation);
          expect([role, reads ? found.length > 0 : found]).toEqual([role, reads ? true : []]);
        }
      },
    );
  });
});
