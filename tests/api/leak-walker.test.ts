/**
 * The leak walker (R16, T1, T16, T22): a word that stands nowhere else is planted in every sealed field, and then every
 * operation is asked as every role, and answers, headers, log, figures and the whole database are searched for it. It may
 * stand in the few answers that are named here, for the few who are named there; nowhere else.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { GRANTABLE_ROLES, type Role } from '../../src/domain/vocabulary.ts';
import type { Caller } from '../caller.ts';
import { describeApi, type Api } from '../harness.ts';
import { staffOf, type Staff } from '../staff.ts';
import { CASE_BODIES, ROLE_ADDRESSES } from './matrix-requests.ts';

/** What each planted word is found by; letters alone, so that no encoding of an answer hides it. */
const PLANTED = {
  name: 'zqwreportername',
  unit: 'zqwreporterunit',
  contact: 'zqwreportercontact',
  content: 'zqwreportcontent',
  note: 'zqwinternalnote',
  recusal: 'zqwrecusalreason',
  asking: 'zqwaskingreason',
  interference: 'zqwinterference',
  glass: 'zqwbrokenglassreason',
  hold: 'zqwholdreason',
  portal: 'zqwportalcontent',
  about: 'zqwportalabout',
  portalName: 'zqwportalname',
  portalContact: 'zqwportalcontact',
  message: 'zqwmessage',
  file: 'zqwfilename',
} as const;
type Planted = keyof typeof PLANTED;

const IDENTITIES: readonly Planted[] = ['name', 'unit', 'contact', 'portalName', 'portalContact'];

/** Answers that show texts to those who work on the case; nothing of an identity among them. */
const SHOW_TEXTS: Readonly<Record<string, readonly Planted[]>> = {
  listCaseEvents: ['content', 'note', 'recusal', 'portal', 'about'],
  readCaseInterference: ['interference'],
  readInterference: ['interference'],
  listIdentityRequests: ['asking'],
  listBreakGlass: ['glass'],
  listLegalHolds: ['hold'],
  listCaseMessages: ['portal', 'about', 'message'],
  listCaseEvidence: ['file'],
};
const NO_TEXTS: readonly Role[] = ['subject', 'subject_unit', 'auditor', 'administrator'];

const REPORTED = 'p-reported';

interface Found {
  readonly word: Planted;
  readonly where: string;
}

const foundIn = (where: string, text: string): Found[] =>
  (Object.keys(PLANTED) as Planted[])
    .filter((word) => text.toLowerCase().includes(PLANTED[word]))
    .map((word) => ({ word, where }));

describeApi('what was planted in sealed fields', (start) => {
  let api: Api;
  let staff: Staff;
  let ids: string[];
  let request: string;
  let evidence: string;
  let receipt: string;
  const askers: [Role, Caller][] = [];

  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    const { reception, supervisor, superior, organHead } = staff;
    const accepted = async (reply: Promise<{ status: number; body: { id?: string } }>): Promise<string> => {
      const { status, body } = await reply;
      if (status >= 300) throw new Error(JSON.stringify(body));
      return body.id ?? '';
    };
    const complaint = await reception.opens('complaint', {
      channel: 'letter',
      subject: REPORTED,
      content: `It says ${PLANTED.content}.`,
      isRealName: true,
      reporter: { name: PLANTED.name, unit: PLANTED.unit, contact: PLANTED.contact },
    });
    const { id } = complaint;
    const noted = await reception.does(complaint, 'NOTE', { text: PLANTED.note });
    await reception.does(noted, 'REQUEST_RECUSAL', {
      person: 'p-leader',
      ground: 'witness',
      reason: PLANTED.recusal,
    });
    const base = `/api/v1/cases/${id}`;
    request = await accepted(
      reception.post(`${base}/identity-requests`, { purpose: 'feedback', reason: PLANTED.asking }),
    );
    await accepted(
      superior.post(`${base}/identity-requests/${request}/decision`, {
        approve: true,
        reason: PLANTED.asking,
      }),
    );
    await accepted(
      supervisor.post(`${base}/interference`, {
        kind: 'inquiry',
        by: { person: 'p-curious' },
        on: '2026-01-05',
        how: `By ${PLANTED.interference}.`,
      }),
    );
    await accepted(
      (await api.as('p-glass', ['handler'])).post('/api/v1/break-glass', {
        caseId: id,
        reason: `The deadline is today: ${PLANTED.glass}.`,
      }),
    );
    await accepted(supervisor.post(`${base}/legal-holds`, { reason: PLANTED.hold }));
    const reported = await api.with().post('/api/v1/portal/reports', {
      content: PLANTED.portal,
      about: PLANTED.about,
      identity: { name: PLANTED.portalName, contact: PLANTED.portalContact },
    });
    expect(reported.status).toBe(201);
    ({ receipt } = reported.body as { receipt: string });
    const sent = await api.with().post('/api/v1/portal/messages', { receipt, text: PLANTED.message });
    expect(sent.status).toBe(201);
    const uploaded = await reception.send('post', `${base}/evidence`, 'A plain text.', {
      'Content-Type': 'text/plain',
      'Content-Disposition': `attachment; filename="${PLANTED.file}.txt"`,
    });
    expect(uploaded.status).toBe(201);
    evidence = (uploaded.body as { id: string }).id;
    await organHead.get(base);
    await api.operations.integrateJournal();
    await api.operations.drawPapers();
    const { rows } = await api.knex.raw<{ rows: { id: string }[] }>('select id from cases order by id');
    ids = rows.map((row) => row.id);
    expect(ids).toHaveLength(2);
    for (const role of GRANTABLE_ROLES) askers.push([role, await api.as(`p-walks-${role}`, [role])]);
    askers.push(['subject', await api.as(REPORTED, ['subject', 'case_supervisor'])]);
  }, 400_000);

  const addressOf = (path: string, id: string): string => {
    const known = Object.entries(ROLE_ADDRESSES).reduce(
      (text, [name, value]) => text.replace(name, value),
      path,
    );
    const named = known
      .replace('{caseId}', id)
      .replace('{requestId}', request)
      .replace('{evidenceId}', evidence)
      .replaceAll(/\{\w+\}/g, ids[0]!);
    return /\/(?:acts|conflicts)$/.test(named) ? `${named}?person=p-reported` : named;
  };

  it('stands in no answer but those that are for it', async () => {
    const leaks: string[] = [];
    const shown = new Set<string>();
    for (const [role, caller] of askers)
      for (const { operationId, method, path, permission } of api.routes) {
        if (permission === 'public' && role !== 'handler') continue;
        if (path.includes('{file}') || (method !== 'get' && !(operationId in CASE_BODIES))) continue;
        // The person reported works on cases too: the first is about them, the other is a case like any.
        const isOfOne = !path.includes('{caseId}') || caller.person === REPORTED;
        for (const id of isOfOne ? ids.slice(0, 1) : ids) {
          const reply =
            method === 'get'
              ? await caller.send(method, addressOf(path, id))
              : await caller.send(method, addressOf(path, id), JSON.stringify({ nobody: 'knows this' }), {
                  'Content-Type': 'application/json',
                  'If-Match': '"1"',
                });
          const text = `${reply.text} ${String(reply.body)} ${JSON.stringify(reply.headers)}`;
          for (const { word } of foundIn(operationId, text)) {
            const isFor = SHOW_TEXTS[operationId]?.includes(word) === true && !NO_TEXTS.includes(role);
            if (isFor) shown.add(`${operationId} ${word}`);
            else leaks.push(`${word} in ${operationId} for ${role}`);
          }
        }
      }
    expect([...new Set(leaks)]).toEqual([]);
    // The walker sees: what staff may read was found where it is.
    for (const [operationId, words] of Object.entries(SHOW_TEXTS))
      expect([operationId, words.filter((word) => shown.has(`${operationId} ${word}`))]).not.toEqual([
        operationId,
        [],
      ]);
  }, 400_000);

  it('stands in no refusal that quotes what was sent', async () => {
    const { reception } = staff;
    const wrong = await reception.post('/api/v1/cases', {
      procedure: 'complaint',
      data: { channel: PLANTED.content, reporter: { name: PLANTED.name, phone: PLANTED.contact } },
    });
    expect([wrong.status, foundIn('refusal', wrong.text)]).toEqual([422, []]);
    const path = await reception.get(`/api/v1/cases?limit=${PLANTED.name}&cursor=${PLANTED.contact}`);
    expect([path.status, foundIn('refusal', path.text)]).toEqual([400, []]);
  });

  it('stands in no line of the log and no figure', async () => {
    expect(foundIn('log', api.logged.join('\n'))).toEqual([]);
    expect(api.logged.length).toBeGreaterThan(100);
    const { text } = await api.with().get('/metrics');
    expect(foundIn('metrics', text)).toEqual([]);
    expect([api.logged.join('\n').includes(receipt), text.includes(receipt)]).toEqual([false, false]);
  });

  it('stands nowhere in the database, in clear or in a disclosure, and no secret or receipt does', async () => {
    const { rows: tables } = await api.knex.raw<{ rows: { name: string }[] }>(
      `select tablename as name from pg_tables where schemaname = 'public'`,
    );
    const found: Found[] = [];
    const secrets = [receipt, ...askers.map(([, { secret }]) => secret!)];
    for (const { name } of tables) {
      const { rows } = await api.knex.raw<{ rows: { row: string }[] }>(
        'select to_jsonb(t)::text as row from ?? t',
        [name],
      );
      for (const { row } of rows) {
        const bytes = [...row.matchAll(/"\\\\x([0-9a-f]+)"/g)].map(([, hex]) =>
          Buffer.from(hex!, 'hex').toString('latin1'),
        );
        const disclosed = [...row.matchAll(/"disclosure": "([\w-]+)"/g)].map(([, text]) =>
          Buffer.from(text!, 'base64url').toString('utf8'),
        );
        const all = [row, ...bytes, ...disclosed].join('\n');
        found.push(...foundIn(name, all));
        expect(secrets.filter((secret) => all.includes(secret))).toEqual([]);
      }
    }
    expect(found).toEqual([]);
    expect(tables.length).toBeGreaterThan(20);
  });

  it('is shown of an identity once, to who asked, after the approval', async () => {
    const address = `/api/v1/cases/${await caseOfRequest()}/identity-requests/${request}/identity`;
    const other = await staff.supervisor.send('post', address);
    expect([other.status, foundIn('other', other.text)]).toEqual([403, []]);
    const opened = await staff.reception.send('post', address);
    expect(foundIn('opened', opened.text).map(({ word }) => word)).toEqual(['name', 'unit', 'contact']);
    const again = await staff.reception.send('post', address);
    expect([again.status, foundIn('again', again.text)]).toEqual([409, []]);
    expect(IDENTITIES.some((word) => api.logged.join('\n').includes(PLANTED[word]))).toBe(false);
  });
  const caseOfRequest = async (): Promise<string> => {
    const { rows } = await api.knex.raw<{ rows: { case_id: string }[] }>(
      'select case_id from identity_requests',
    );
    return rows[0]!.case_id;
  };
});

describe('the words of the walker', () => {
  it('are each found by themselves alone', () => {
    for (const word of Object.keys(PLANTED) as Planted[])
      expect(foundIn('x', PLANTED[word].toUpperCase()).map((each) => each.word)).toEqual([word]);
  });
});
