/**
 * Every operation answers with its success, and every problem an operation lists has a request here that provokes it.
 * What nobody can provoke from outside stands in a table of its own, with the reason and where else it is seen.
 */
import { connect } from 'node:net';
import type { Response } from 'supertest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../db/connection.ts';
import { PROBLEMS, type ProblemName } from '../../src/contract/problems.ts';
import { MOST_DRAFTS } from '../../src/domain/draft.ts';
import { problemsOf } from '../../src/api/route-problems.ts';
import type { Route } from '../../src/api/route.ts';
import type { ApiServices } from '../../src/api/api-services.ts';
import type { Caller } from '../caller.ts';
import { freshDatabase, opensFor, type TestDatabase } from '../database.ts';
import { apisOver, startApi, type Api } from '../harness.ts';
import { fakeProvider, signOnSettings, type FakeProvider } from '../identity-providers.ts';
import { proxyTo, type Proxy } from '../proxy.ts';
import {
  SEALED_BODIES,
  sealedAddress,
  sealedCases,
  withoutSealedCase,
  type SealedCases,
} from './sealed-cases.ts';
import { sessionAddress, sessionCases, type SessionCases } from './session-cases.ts';
import { seatOf, type AccountSeat } from './account-seat.ts';
import { portalGrounds, type PortalGrounds } from './portal-app.ts';
import { sheet, underReview } from './tolerance-reviews.ts';
import { foundUntrue, handedOver, registered, staffOf, type HandedOver, type Staff } from '../staff.ts';

const ABSENT = '01980f5e-7c00-7000-8000-000000000009';
const TAG = { 'If-Match': '"1"' };

describe('every operation', () => {
  const start = apisOver(opensFor('postgresql'));
  let api: Api;
  let plain: Api;
  let staff: Staff;
  let nobody: Caller;
  let known: HandedOver;
  let paper: string;
  let evidence: string;
  let behind: TestDatabase;
  let line: Proxy;
  let cutOff: Api;
  let waiting: Caller;
  let migration: string;
  let sealed: SealedCases;
  let sessions: SessionCases;
  let provider: FakeProvider;
  let grant: string;
  let key: string;
  let account: string;
  let seat: AccountSeat;
  let personnel: Caller;
  let relation: string;
  let glass: string;
  let view: string;
  let batch: string;
  let failedBatch: string;
  let portal: PortalGrounds;
  let review: string;
  let erasedReview: string;

  beforeAll(async () => {
    const impatient = { headersTimeout: 1_500, requestTimeout: 1_500, connectionsCheckingInterval: 50 };
    provider = await fakeProvider();
    const environment = signOnSettings(provider.issuer);
    api = await start({ sandbox: true, evidenceMaxMb: 1, server: impatient, environment });
    plain = await start();
    staff = await staffOf(api);
    nobody = await api.as('p-none', []);
    known = await handedOver(staff);
    const { body } = await staff.reception.get(`/api/v1/cases/${known.complaint.id}/papers`);
    paper = body.items[0].id;
    const file = await staff.reception.send('post', `/api/v1/cases/${known.complaint.id}/evidence`, 'x', {
      'Content-Type': 'text/plain',
    });
    evidence = file.body.id;
    const proposed = await staff.organHead.post('/api/v1/procedures/clarification/migrations', {
      toVersion: 2,
    });
    migration = proposed.body.id;
    sealed = await sealedCases(staff);
    portal = await portalGrounds(api);
    sessions = await sessionCases(api, staff.reception);
    const { administrator } = staff;
    for (const person of ['p-known', 'p-leaves', 'p-given'])
      await administrator.put(`/api/v1/people/${person}`, { name: person });
    for (const [id, parentId] of [
      ['unit-known', null],
      ['unit-used', null],
      ['unit-below', 'unit-used'],
    ] as const)
      await administrator.put(`/api/v1/units/${id}`, { name: id, parentId });
    const given = { person: 'p-given', role: 'handler', kind: 'post' };
    grant = (await administrator.post('/api/v1/grants', given)).body.id;
    key = (await administrator.post('/api/v1/keys', { person: 'p-given', roles: ['handler'] })).body.id;

    await staff.reception.put('/api/v1/drafts/intake', { content: {} });
    account = (await administrator.post('/api/v1/accounts', { person: 'p-given', login: 'given' })).body.id;
    seat = await seatOf(api, administrator);

    view = (await staff.reception.post('/api/v1/views', aView)).body.id;
    batch = (await staff.reception.post('/api/v1/batches', aBatch())).body.id;
    failedBatch = (await staff.reception.post('/api/v1/batches', aBatch())).body.id;
    await api.knex.raw(`update batches set status = 'done' where id = ?`, [failedBatch]);
    await api.knex.raw(`update batch_items set status = 'failed' where batch_id = ?`, [failedBatch]);
    review = (await underReview(staff)).id;
    erasedReview = (await underReview(staff)).id;
    await api.knex.raw('delete from seal_keys where id = (select seal_key_id from cases where id = ?)', [
      erasedReview,
    ]);
    personnel = await api.as('p-personnel', ['org_personnel']);
    const related = { other: 'p-somebody', kind: 'spouse' };
    relation = (await personnel.put('/api/v1/people/p-subject/relations', related)).body.id;
    glass = (await staff.reception.post('/api/v1/break-glass', breaking())).body.id;

    behind = await freshDatabase('postgresql');
    line = await proxyTo(behind.url!);
    const through = await openDatabase({ url: line.url, dataDir: '', connectTimeoutMs: 500 });
    cutOff = await startApi({ ...through, url: line.url }, { environment });
    waiting = await cutOff.as('p-waiting', ['reception_officer']);
    await line.refuse();
  });
  afterAll(async () => {
    await cutOff.close();
    await provider.close();
    await line.close();
    await cutOff.knex.destroy();
    await behind.close();
  });

  const aView = { name: 'Mine', list: 'cases', query: { mine: 'true' } };
  const aBatch = () => ({ event: 'NOTE', cases: [known.complaint.id], reason: 'x' });
  const breaking = () => ({
    caseId: known.complaint.id,
    reason: 'The deadline is today and nobody is there.',
  });
  const addressOf = ({ path }: Pick<Route, 'path'>) =>
    sealedAddress(sealed, sessionAddress(path))
      .replace('{relationId}', relation)
      .replace('{breakGlassId}', glass)
      .replace('{viewId}', view)
      .replace('{batchId}/retry', `${failedBatch}/retry`)
      .replace('{batchId}', batch)
      .replace('/api/v1/presence', `/api/v1/presence?cases=${known.complaint.id}`)
      .replace(/\/conflicts$/, '/conflicts?person=p-handler')
      .replace('{caseId}/assessments', `${review}/assessments`)
      .replace('{caseId}/messages', `${portal.mailbox}/messages`)
      .replace('{caseId}', known.complaint.id)
      .replace('{paperId}', paper)
      .replace('{evidenceId}', evidence)
      .replace('{migrationId}', migration)
      .replace('{personId}/leave', 'p-leaves/leave')
      .replace(/people\/\{personId\}$/, 'people/p-known')
      .replace('{personId}', 'p-subject')
      .replace('{unitId}', 'unit-known')
      .replace('{grantId}', grant)
      .replace('{keyId}', key)
      .replace('{accountId}/sessions', `${seat.account}/sessions`)
      .replace('{accountId}', account)
      .replace('{sessionId}', seat.session)
      .replace('{draftKey}', 'intake')
      .replace('{year}', '2026')
      .replace('{profileId}', 'cn-default')
      .replace(/\/differences$/, '/differences?from=1&to=1')
      .replace('{name}/migrations', 'clarification/migrations')
      .replace('{file}', 'swagger-ui.css')
      .replace('/problems/{name}', '/problems/not-found')
      .replace('{name}', 'complaint')
      .replace(/\/acts$/, '/acts?person=p-reception');
  const textOf = (route: Pick<Route, 'operationId'>): string | undefined =>
    portal.forms[route.operationId] ?? sessions.bodyOf(route) ?? JSON.stringify(bodyOf(route));
  const bodyOf = ({ operationId }: Pick<Route, 'operationId'>) =>
    ({
      openCase: { procedure: 'complaint', data: {} },
      applyCaseEvent: { type: 'NOTE', data: { text: 'x' } },
      addEvidence: 'a statement',
      moveSandboxClock: { now: '2990-01-01T00:00:00Z' },
      proposeMigration: { toVersion: 2 },
      declareRelation: { other: 'p-somebody', kind: 'spouse' },
      reportInterference: {
        kind: 'inquiry',
        by: { person: 'p-curious' },
        on: '2026-01-05',
        how: 'At lunch.',
      },
      keepAssessment: { sheets: [sheet()] },
      nameAssessors: { assessors: ['p-handler'] },
      previewPapers: { event: 'NOTE', data: { text: 'x' } },
      createBatch: aBatch(),
      keepPresence: { doing: 'viewing' },
      breakGlass: breaking(),
      reviewBreakGlass: { outcome: 'justified' },
      saveView: aView,
      changeView: aView,
      putPreferences: { density: 'compact' },
      ...SEALED_BODIES,
      ...portal.bodies,
      putUnit: { name: 'Known' },
      putPerson: { name: 'Known' },
      leaveBody: {},
      makeGrant: { person: 'p-known', role: 'handler', kind: 'post' },
      withdrawGrant: {},
      makeKey: { person: 'p-known', roles: ['handler'] },
      makeAccount: { person: 'p-known', login: 'known' },
      resetAccount: {},
      previewCalendarYear: { notice: 'x', days: [{ on: '2026-03-20', kind: 'off' }] },
      writeCalendarFile: { notice: 'x', days: [{ on: '2026-03-20', kind: 'off' }] },
      putDraft: { content: {} },
      findDuplicates: { subjects: ['p-subject'] },
      previewDeadline: {
        procedure: 'complaint',
        clock: 'report.route_out',
        from: '2026-01-05T09:00:00+08:00',
      },
      registerPerson: { name: 'Known', isSomebodyElse: true },
      handOver: { from: 'p-known', to: 'p-handler', reason: 'x' },
    })[operationId];
  /** Who may do it: reception, but for what is others' business. */
  const askerOf = (route: Pick<Route, 'operationId' | 'permission'>): Caller => {
    const { permission } = route;
    const own = sessions.askerOf(route);
    if (own) return own;
    if (['migration.propose', 'erasure.approve', 'legal_hold.release'].includes(permission))
      return staff.organHead;
    if (permission === 'identity.approve') return staff.superior;
    if (['identity.count', 'erasure.propose', 'legal_hold.place'].includes(permission))
      return staff.supervisor;
    if (permission.startsWith('directory.')) return staff.administrator;
    if (permission.startsWith('assessment.')) return staff.deptHead;
    if (['case.hand_over', 'calendar.preview', 'system.read'].includes(permission)) return staff.supervisor;
    if (permission === 'relation.declare') return personnel;
    if (['shut_out.read', 'interference.read', 'break_glass.review'].includes(permission))
      return staff.supervisor;
    return permission.startsWith('migration.') ||
      ['statistics.read', 'load.read', 'freeze.read'].includes(permission)
      ? staff.supervisor
      : staff.reception;
  };

  const typeOf = ({ isForm }: Pick<Route, 'isForm'>) =>
    isForm === 'file' ? 'text/plain' : isForm ? 'application/x-www-form-urlencoded' : 'application/json';
  /** As it would succeed, from `caller` and with these differences. */
  const ask = (
    route: Route<ApiServices>,
    caller: Caller,
    { body = textOf(route), headers = {}, address = addressOf(route) }: Difference = {},
  ): Promise<Response> =>
    caller.send(route.method, address, body, {
      ...(body !== undefined && { 'Content-Type': typeOf(route) }),
      ...headers,
    });
  /** A system with a token of its own, which is no person. */
  async function connectedSystem(): Promise<Caller> {
    const { id, secret } = await api.operations.createClient({
      name: 'A system',
      roles: ['reception_officer'],
    });
    const form = `grant_type=client_credentials&client_id=${id}&client_secret=${secret}`;
    const { body } = await api
      .with()
      .send('post', '/api/v1/oauth/token', form, { 'Content-Type': 'application/x-www-form-urlencoded' });
    return api.with(body.access_token as string);
  }
  interface Difference {
    readonly body?: string;
    readonly headers?: Record<string, string>;
    readonly address?: string;
  }
  type Provocation = (route: Route<ApiServices>) => Promise<Pick<Response, 'status' | 'body'>>;

  const withQuery = (address: string, query: string) =>
    `${address}${address.includes('?') ? '&' : '?'}${query}`;
  /** The first half of a request, and what the server says when the rest does not come. */
  const halfOf = (route: Route<ApiServices>): ReturnType<Provocation> =>
    new Promise((resolve, reject) => {
      const socket = connect(api.port, '127.0.0.1', () =>
        socket.write(
          `${route.method.toUpperCase()} ${addressOf(route)} HTTP/1.1\r\nHost: leeway.test\r\n` +
            `Authorization: Bearer ${askerOf(route).secret!}\r\nIf-Match: "1"\r\n` +
            `Content-Type: ${typeOf(route)}\r\n` +
            'Content-Length: 100\r\n\r\n{"type":',
        ),
      );
      let said = '';
      socket.on('data', (chunk) => (said += chunk.toString('utf8')));
      socket.on('error', reject);
      socket.on('close', () => {
        resolve({ status: Number(said.split(' ')[1]), body: JSON.parse(said.split('\r\n\r\n')[1]!) });
      });
    });

  /** Whatever the operation. */
  const GENERAL: Partial<Record<ProblemName, Provocation>> = {
    unauthenticated: (route) => ask(route, api.with()),
    'bad-parameter': (route) =>
      ask(route, askerOf(route), { address: withQuery(addressOf(route), 'colour=red') }),
    'validation-failed': (route) =>
      ask(route, askerOf(route), {
        body: route.body ? '{"colour":"red"}' : '{}',
        headers: { 'If-Match': `"${known.complaint.version}"` },
      }),
    'malformed-json': (route) => ask(route, askerOf(route), { body: '{"procedure":' }),
    'too-large': (route) => ask(route, askerOf(route), { body: `"${'x'.repeat(102_401)}"` }),
    'unsupported-media-type': (route) =>
      ask(route, askerOf(route), { headers: { 'Content-Type': 'text/plain' } }),
    'request-timeout': halfOf,
    'not-permitted': (route) => ask(route, nobody),
    'foreign-page': (route) => ask(route, sessions.foreign),
    'second-factor-needed': (route) => ask(route, sessions.owesFactor),
    'password-change-needed': (route) => ask(route, sessions.owesPassword),
    'database-away': (route) => ask(route, waiting, { headers: TAG }),
    'not-found': (route) =>
      ask(route, askerOf(route), {
        address: withoutSealedCase(sealed, addressOf(route), ABSENT)
          .replace(known.complaint.id, ABSENT)
          .replace(review, ABSENT)
          .replace(migration, ABSENT)
          .replace(grant, ABSENT)
          .replace(relation, ABSENT)
          .replace(glass, ABSENT)
          .replace(view, ABSENT)
          .replace(key, ABSENT)
          .replace(account, ABSENT)
          .replace(seat.account, ABSENT)
          .replace('profiles/cn-default', 'profiles/nonesuch')
          .replace('unit-known', 'unit-nonesuch')
          .replace('p-leaves', 'p-nonesuch')
          .replace('drafts/intake', `drafts/case.${ABSENT}.NOTE`)
          .replace(/procedures\/(?:complaint|clarification)/, 'procedures/nonesuch')
          .replace('/problems/not-found', '/problems/nonesuch')
          .replace('swagger-ui.css', 'nonesuch.css'),
        headers: TAG,
      }),
    'sandbox-only': async (route) => ask(route, await plain.as('p-plain', ['superior_body'])),
  };

  const messagesOf = (caseId: string) => `/api/v1/cases/${caseId}/messages`;
  /** Who gets copies of decisions sees no report, and no evidence of what they may know of. */
  const askedOfPersonnel: Provocation = async (route) =>
    ask(route, await api.as('p-personnel', ['org_personnel']), {
      address: addressOf(route).replace(known.complaint.id, known.allegation.id),
    });

  /** On another case than the review that assessments are asked of. */
  const onReview =
    (other: () => string): Provocation =>
    (route) =>
      ask(route, staff.deptHead, { address: addressOf(route).replace(review, other()) });

  /** For one operation. */
  const byKey: Partial<Record<ProblemName, Provocation>> = {
    'not-found': (route) => ask(route, staff.reception),
  };
  const absentBatch: Partial<Record<ProblemName, Provocation>> = {
    'not-found': (route) =>
      ask(route, staff.reception, {
        address: addressOf(route).replace(batch, ABSENT).replace(failedBatch, ABSENT),
      }),
  };
  const SPECIAL: Record<string, Partial<Record<ProblemName, Provocation>>> = {
    createBatch: {
      'not-batchable': (route) =>
        ask(route, staff.reception, { body: JSON.stringify({ ...aBatch(), event: 'ACCEPT' }) }),
      'idempotency-key-reused': async (route) => {
        const headers = { 'Idempotency-Key': 'complete-batch' };
        await ask(route, staff.reception, { headers });
        const body = JSON.stringify({ ...aBatch(), reason: 'y' });
        return ask(route, staff.reception, { headers, body });
      },
    },
    readBatch: absentBatch,
    listBatchItems: absentBatch,
    stopBatch: {
      ...absentBatch,
      'request-closed': (route) =>
        ask(route, staff.reception, { address: addressOf(route).replace(batch, failedBatch) }),
    },
    retryBatch: {
      ...absentBatch,
      'request-closed': (route) =>
        ask(route, staff.reception, { address: addressOf(route).replace(failedBatch, batch) }),
    },
    signIn: {
      unauthenticated: (route) => ask(route, api.with(), { body: '{"login":"nobody","password":"wrong"}' }),
    },
    readSession: byKey,
    switchPost: byKey,
    changePassword: byKey,
    enrolSecondFactor: byKey,
    confirmSecondFactor: { ...byKey, 'request-closed': (route) => ask(route, sessions.party) },
    issueToken: { 'database-away': (route) => ask(route, cutOff.with()) },
    beginSignOn: { 'not-found': (route) => ask(route, plain.with()) },
    finishSignOn: { 'not-found': (route) => ask(route, plain.with()) },
    createCalendarFeed: { 'not-permitted': async (route) => ask(route, await connectedSystem()) },
    openCase: {
      'not-permitted': (route) => ask(route, staff.handler),
      'texts-erased': (route) =>
        ask(route, staff.supervisor, {
          body: JSON.stringify({
            procedure: 'clarification',
            data: { onBehalfOf: 'subject', allegation: sealed.gone.id, reason: 'Once more.' },
          }),
        }),
      'event-not-allowed': async (route) =>
        ask(route, staff.reception, {
          body: JSON.stringify({
            procedure: 'clarification',
            data: {
              onBehalfOf: 'subject',
              allegation: (await foundUntrue(staff)).allegation.id,
              reason: 'Once more.',
            },
          }),
        }),
      'idempotency-key-reused': async (route) => {
        const headers = { 'Idempotency-Key': 'complete-1' };
        await ask(route, staff.reception, { headers });
        return ask(route, staff.reception, {
          headers,
          body: '{"procedure":"complaint","data":{"channel":"web"}}',
        });
      },
    },
    applyCaseEvent: {
      'if-match-missing': (route) => ask(route, staff.reception),
      'case-changed': (route) => ask(route, staff.reception, { headers: TAG }),
      'not-permitted': async () => staff.handler.tries(await registered(staff), 'ACCEPT'),
      'event-not-allowed': async () => staff.reception.tries(await registered(staff), 'REGISTER'),
      'texts-erased': () => staff.supervisor.tries(sealed.gone, 'NOTE', { text: 'x' }),
      'idempotency-key-reused': async () => {
        const key = { 'Idempotency-Key': 'complete-2' };
        const noted = await staff.reception.does(await registered(staff), 'NOTE', { text: 'x' }, key);
        return staff.reception.tries(noted, 'NOTE', { text: 'y' }, key);
      },
    },
    listAssessments: { 'event-not-allowed': onReview(() => known.complaint.id) },
    keepAssessment: {
      'event-not-allowed': onReview(() => known.complaint.id),
      'texts-erased': onReview(() => erasedReview),
    },
    nameAssessors: { 'event-not-allowed': onReview(() => known.complaint.id) },
    submitAssessment: {
      'event-not-allowed': onReview(() => known.complaint.id),
      'texts-erased': onReview(() => erasedReview),
      'validation-failed': (route) => ask(route, staff.handler),
    },
    previewPapers: {
      'not-permitted': async (route) =>
        ask(route, staff.handler, {
          body: '{"event":"ACCEPT"}',
          address: addressOf(route).replace(known.complaint.id, (await registered(staff)).id),
        }),
      'event-not-allowed': (route) => ask(route, staff.reception, { body: '{"event":"REGISTER"}' }),
      'texts-erased': (route) =>
        ask(route, staff.supervisor, {
          address: addressOf(route).replace(known.complaint.id, sealed.gone.id),
        }),
    },
    addEvidence: {
      'not-permitted': askedOfPersonnel,
      'event-not-allowed': async (route) => {
        const { id } = await registered(staff);
        await api.knex.raw('update cases set is_open = false where id = ?', [id]);
        return ask(route, staff.reception, { address: addressOf(route).replace(known.complaint.id, id) });
      },
      'too-large': (route) => ask(route, staff.reception, { body: 'x'.repeat(1_100_000) }),
      'unsupported-media-type': (route) =>
        ask(route, staff.reception, { headers: { 'Content-Type': 'text/html' } }),
      'validation-failed': (route) => ask(route, staff.reception, { body: '' }),
    },
    listCaseEvidence: { 'not-permitted': askedOfPersonnel },
    listEvidenceReadings: { 'not-permitted': askedOfPersonnel },
    readEvidence: {
      'not-permitted': askedOfPersonnel,
      'range-not-satisfiable': (route) => ask(route, staff.reception, { headers: { Range: 'bytes=99-' } }),
    },
    moveSandboxClock: {
      'clock-not-forward': (route) => ask(route, staff.reception, { body: '{"now":"1990-01-01T00:00:00Z"}' }),
    },
    requestIdentity: {
      'nothing-sealed': (route) =>
        ask(route, staff.reception, { address: `/api/v1/cases/${known.complaint.id}/identity-requests` }),
    },
    decideIdentityRequest: {
      'request-closed': (route) =>
        ask(route, staff.superior, { address: addressOf(route).replace(sealed.waiting, sealed.approved) }),
    },
    openIdentity: {
      'request-closed': (route) =>
        ask(route, staff.reception, { address: addressOf(route).replace(sealed.approved, sealed.waiting) }),
      'nothing-sealed': (route) =>
        ask(route, staff.reception, {
          address: addressOf(route)
            .replace(sealed.sealed.id, sealed.gone.id)
            .replace(sealed.approved, sealed.goneApproval),
        }),
    },
    releaseLegalHold: {
      'request-closed': (route) =>
        ask(route, staff.organHead, { address: addressOf(route).replace(sealed.hold, sealed.released) }),
    },
    proposeErasure: {
      'erasure-blocked': (route) =>
        ask(route, staff.supervisor, {
          address: addressOf(route).replace(sealed.ended.id, sealed.sealed.id),
        }),
      'nothing-sealed': (route) =>
        ask(route, staff.supervisor, { address: addressOf(route).replace(sealed.ended.id, sealed.gone.id) }),
    },
    decideErasure: {
      'request-closed': async (route) => {
        const proposed = await staff.supervisor.post(`/api/v1/cases/${sealed.ended.id}/erasures`, {
          ...SEALED_BODIES.proposeErasure,
          what: 'texts',
        });
        const address = addressOf(route).replace(sealed.proposal, String(proposed.body.id));
        const refuses = JSON.stringify({ approve: false, reason: 'x' });
        await ask(route, staff.organHead, { address, body: refuses });
        return ask(route, staff.organHead, { address });
      },
      'erasure-blocked': (route) =>
        ask(route, staff.organHead, {
          address: addressOf(route)
            .replace(sealed.ended.id, sealed.held.id)
            .replace(sealed.proposal, sealed.heldProposal),
        }),
      'nothing-sealed': (route) =>
        ask(route, staff.organHead, {
          address: addressOf(route)
            .replace(sealed.ended.id, sealed.gone.id)
            .replace(sealed.proposal, sealed.goneProposal),
        }),
    },
    removeUnit: {
      'directory-conflict': (route) => ask(route, askerOf(route), { address: '/api/v1/units/unit-used' }),
    },
    makeGrant: {
      'directory-conflict': (route) =>
        ask(route, askerOf(route), { body: '{"person":"p-given","role":"administrator","kind":"post"}' }),
    },
    makeKey: {
      'directory-conflict': (route) =>
        ask(route, askerOf(route), { body: '{"person":"p-given","roles":["administrator"]}' }),
    },
    putDraft: {
      'draft-changed': (route) => ask(route, askerOf(route), { headers: { 'If-Match': '"99"' } }),
      'too-many-drafts': async (route) => {
        const writer = await api.as('p-many-drafts', ['reception_officer']);
        for (let n = 0; n < MOST_DRAFTS; n++) await writer.put(`/api/v1/drafts/note-${n}`, { content: {} });
        return ask(route, writer);
      },
    },
    registerPerson: {
      'person-known': (route) => ask(route, askerOf(route), { body: '{"name":"p-given"}' }),
    },
    readCalendarYear: {
      'not-found': (route) =>
        ask(route, askerOf(route), { address: withQuery(addressOf(route), 'calendar=nonesuch') }),
    },
    makeAccount: {
      'directory-conflict': (route) =>
        ask(route, askerOf(route), { body: '{"person":"p-given","login":"given.again"}' }),
    },
    resetAccount: {
      'directory-conflict': (route) =>
        ask(route, askerOf(route), { address: addressOf(route).replace(account, seat.linked) }),
    },
    listShutOuts: {
      'not-found': (route) =>
        ask(route, askerOf(route), { address: withQuery(addressOf(route), `case=${ABSENT}`) }),
    },
    breakGlass: {
      'not-found': (route) =>
        ask(route, askerOf(route), { body: JSON.stringify({ ...breaking(), caseId: ABSENT }) }),
    },
    reviewBreakGlass: {
      // While it goes on nobody finds that it was justified.
      'event-not-allowed': (route) => ask(route, askerOf(route)),
    },
    sendPortalReport: {
      'already-sent': async (route) => {
        const headers = { 'Idempotency-Key': 'complete-portal-report' };
        await ask(route, api.with(), { headers });
        return ask(route, api.with(), { headers });
      },
    },
    openPortalSession: {
      unauthenticated: (route) => ask(route, api.with(), { body: '{"receipt":"1"}' }),
    },
    sendPortalMessage: {
      unauthenticated: (route) => ask(route, api.with(), { body: '{"token":"x","text":"x"}' }),
      'event-not-allowed': (route) => ask(route, api.with(), { body: portal.notOffered }),
    },
    listCaseMessages: {
      'not-found': (route) => ask(route, staff.reception, { address: messagesOf(ABSENT) }),
      'event-not-allowed': (route) =>
        ask(route, staff.reception, { address: messagesOf(known.complaint.id) }),
    },
    sendCaseMessage: {
      'not-found': (route) => ask(route, staff.reception, { address: messagesOf(ABSENT) }),
      'event-not-allowed': (route) =>
        ask(route, staff.reception, { address: messagesOf(known.complaint.id) }),
      'texts-erased': (route) => ask(route, staff.reception, { address: messagesOf(portal.erased) }),
    },
    // A credential is looked up before anything else, so a database that is away shows there already.
  };

  /** What cannot be provoked from outside, and why. */
  const ELSEWHERE: Partial<Record<ProblemName, string>> = {
    'internal-error': 'a bug; on the example application in http-answers.test.ts',
    'file-damaged': 'it takes a hand in the store; in evidence.test.ts',
    'storage-away': 'it takes a store that is away; in evidence-keeping.test.ts',
    'not-ready': 'while a server starts or stops; with real processes in tests/faults',
    'too-many-requests': 'it takes a limit to meet; in limits.test.ts',
    'provider-away': 'it takes a provider that is gone; in oidc.test.ts',
    overloaded: 'it takes more requests at once than are taken; in limits.test.ts',
    'request-in-progress': 'a repetition waits for the first one, so it takes five lost races in a row',
  };

  const provocationOf = (route: Route<ApiServices>, problem: ProblemName) =>
    SPECIAL[route.operationId]?.[problem] ?? GENERAL[problem];

  it('has a request for every problem it lists, or a reason why there is none', () => {
    const without = api.routes.flatMap((route) =>
      problemsOf(route)
        .filter((problem) => !provocationOf(route, problem) && ELSEWHERE[problem] === undefined)
        .map((problem) => `${route.operationId}: ${problem}`),
    );
    expect(without).toEqual([]);
  });

  it('answers with each problem it lists', { timeout: 120_000 }, async () => {
    const seen: string[] = [];
    const wanted: string[] = [];
    for (const route of api.routes)
      await Promise.all(
        problemsOf(route).map(async (problem) => {
          const provoke = provocationOf(route, problem);
          if (!provoke || ELSEWHERE[problem] !== undefined) return;
          wanted.push(`${route.operationId}: ${problem} ${PROBLEMS[problem].status}`);
          const { status, body } = await provoke(route);
          seen.push(`${route.operationId}: ${String(body.code)} ${status}`);
        }),
      );
    expect(seen.sort()).toEqual(wanted.sort());
    expect(seen.length).toBeGreaterThan(80);
  });

  it('answers with its success', { timeout: 120_000 }, async () => {
    for (const route of api.routes) {
      const { version } = await staff.reception.reads(known.complaint);
      const headers = route.path.includes('{caseId}') ? { 'If-Match': `"${version}"` } : {};
      const reply = await ask(route, askerOf(route), { headers });
      expect([route.operationId, reply.status]).toEqual([route.operationId, route.success.status]);
      for (const name of Object.keys(route.success.headers ?? {}))
        if (name !== 'Link')
          expect([route.operationId, name, reply.headers[name.toLowerCase()]]).toEqual([
            route.operationId,
            name,
            expect.any(String),
          ]);
    }
  });

  it('says when to come back wherever the database is away', async () => {
    for (const route of api.routes.filter(({ permission }) => permission !== 'public')) {
      const reply = await ask(route, waiting, { headers: TAG });
      expect([route.operationId, reply.status, reply.headers['retry-after']]).toEqual([
        route.operationId,
        503,
        expect.stringMatching(/^[1-9]\d*$/),
      ]);
    }
  });
});
