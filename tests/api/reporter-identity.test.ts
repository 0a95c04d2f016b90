/**
 * Who reported stays sealed: after a whole flow with every kind of request, the words that name the reporter are in no
 * answer, no log line, no figure, and in no column of the database that could be read without the master key.
 */
import { beforeAll, expect, it } from 'vitest';
import type { Knex } from 'knex';
import type { Response } from 'supertest';
import { unseal, sealLabel, unwrapSealKey } from '../../src/operations/sealing.ts';
import { describeApi, type Api } from '../harness.ts';
import { staffOf, SUBJECT, theAllegationOf, type Staff } from '../staff.ts';

const REPORTER = {
  name: 'Canary Quillfeather',
  unit: 'Canary School of Tidewater',
  contact: 'canary-7731@reporter.example, behind the mill',
};
const WORDS = ['Canary', 'Quillfeather', 'Tidewater', 'canary-7731@', 'behind the mill'];
/** Free text of the case: shown to those who work on it, sealed in the database. */
const CONTENT = 'Marmalade ledgers of the ferry office';

/** A text, and all that it says once base64 in it is read: disclosures are stored that way. */
function unfolded(text: string): string {
  const inner = text.match(/[A-Za-z0-9_+/-]{24,}={0,2}/g) ?? [];
  const read = inner.map((part) => Buffer.from(part, 'base64').toString('utf8'));
  return [text, ...read, ...read.map((part) => unescaped(part))].join('\n');
}
const unescaped = (text: string) =>
  text.replaceAll(/\\u([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

async function everyColumn(knex: Knex): Promise<string[]> {
  const { rows: tables } = await knex.raw<{ rows: { name: string }[] }>(
    `select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await knex.raw<{ rows: { row: Record<string, unknown> }[] }>(
      `select to_jsonb(t) as row from ${name} t`,
    );
    for (const { row } of found.rows)
      for (const [column, value] of Object.entries(row)) {
        const text = typeof value === 'string' ? value : JSON.stringify(value);
        // Bytes come as hexadecimal.
        rows.push(
          `${name}.${column} ${text.startsWith('\\x') ? Buffer.from(text.slice(2), 'hex').toString('utf8') : text}`,
        );
      }
  }
  return rows;
}

describeApi('the identity of a reporter', (start) => {
  let api: Api;
  let staff: Staff;
  const replies: Response[] = [];
  let complaint: string;

  beforeAll(async () => {
    api = await start({ sandbox: true });
    staff = await staffOf(api);
    const { reception, handler, secondHandler, deptHead, leader, organHead, reporter } = staff;
    const opened = await reception.opens('complaint', {
      onBehalfOf: 'reporter',
      channel: 'visit',
      isRealName: true,
      subject: SUBJECT,
      content: CONTENT,
      reporter: REPORTER,
    });
    complaint = opened.id;
    // Refused with the identity in hand: too much of it, in the wrong place, by the wrong person, at the wrong time.
    replies.push(
      await reception.triesToOpen('complaint', { reporter: { ...REPORTER, contact: '' } }),
      await reception.triesToOpen('complaint', { reporter: { ...REPORTER, phone: REPORTER.contact } }),
      await reception.triesToOpen('complaint', { reporter: REPORTER, transmittalOnly: true }),
      await handler.triesToOpen('complaint', { reporter: REPORTER }),
      await reception.tries(opened, 'REGISTER', { subject: REPORTER.name }),
      await handler.tries(opened, 'NAME_REPORTER', { reporter: REPORTER }),
      await reception.tries(opened, 'NAME_REPORTER', { onBehalfOf: 'subject', reporter: REPORTER }),
      await reception.send('post', '/api/v1/cases', `{"data":{"reporter":"${REPORTER.name}"`, {
        'Content-Type': 'application/json',
      }),
      await reception.get(`/api/v1/cases?q=${encodeURIComponent(REPORTER.name)}`),
      await reception.get(`/api/v1/cases/${encodeURIComponent(REPORTER.name)}`),
    );
    const named = await reporter.opens('complaint', { channel: 'web', reporter: REPORTER });
    await reporter.does(named, 'NAME_REPORTER', { reporter: REPORTER });

    const registered = await reception.does(opened, 'REGISTER');
    const confirmed = await reception.does(registered, 'CONFIRM_IDENTITY', { result: 'confirmed_real_name' });
    const accepted = await reception.does(confirmed, 'ACCEPT');
    const handed = await reception.does(accepted, 'HAND_OVER', {
      supervisorInformed: true,
      allegations: [{ point: 'point-1', subject: SUBJECT }],
    });
    const disposition = {
      disposition: 'preliminary_verification',
      isRecusalClear: true,
      isStudiedCollectively: true,
    };
    const allegation = await theAllegationOf(staff, handed);
    const proposed = await deptHead.does(allegation, 'PROPOSE_DISPOSITION', disposition);
    const verifying = await leader.does(proposed, 'APPROVE_DISPOSITION', {
      disposition: 'preliminary_verification',
    });
    const material = await handler.does(verifying, 'RECORD_MATERIAL', {});
    const found = await handler.does(material, 'SUBMIT_VERIFICATION_REPORT', {
      participants: [secondHandler.person],
      finding: 'untrue',
      evidence: ['e1'],
    });
    await organHead.does(found, 'APPROVE_FINDINGS');
    await handler.does(await handler.reads(complaint), 'GIVE_FEEDBACK', {});
    await staff.superior.put('/api/v1/sandbox/clock', {
      now: new Date(Date.now() + 90 * 86_400_000).toISOString(),
    });
    while (await api.operations.integrateJournal());
    // Everything that anybody can ask for, about every case there is.
    const { rows } = await api.knex.raw<{ rows: { id: string }[] }>('select id from cases');
    const reads = ['', '/actions', '/events?limit=200', '/clocks', '/family', '?at=2900-01-01T00:00:00Z'];
    const lists = ['/api/v1/cases?limit=200', '/api/v1/journal?limit=200', '/api/v1/me'];
    for (const caller of [reception, handler, staff.auditor, staff.subject])
      for (const address of [
        ...rows.flatMap(({ id }) => reads.map((rest) => `/api/v1/cases/${id}${rest}`)),
        ...lists,
      ])
        replies.push(await caller.get(address));
    for (const address of [
      `/api/v1/cases/${complaint}/acts?person=${reception.person}`,
      `/api/v1/procedures/complaint/diagram.svg?case=${complaint}`,
      '/metrics',
      '/health/ready',
    ])
      replies.push(await reception.get(address));
  });

  const finds = (texts: readonly string[]) =>
    texts.filter((text) => {
      const whole = unfolded(text);
      return WORDS.some((word) => whole.includes(word));
    });

  it('is in no answer of the API, to whomever', () => {
    expect(replies.filter(({ status }) => status === 200).length).toBeGreaterThan(50);
    const said = replies.map(({ text, body, headers, request: asked }) =>
      [
        asked.url.includes('q=') ? '' : text,
        Buffer.isBuffer(body) ? body.toString('utf8') : '',
        JSON.stringify(headers),
      ].join('\n'),
    );
    expect(finds(said)).toEqual([]);
  });

  it('is in no line of the log', () => {
    expect(api.logged.length).toBeGreaterThan(50);
    expect(finds(api.logged)).toEqual([]);
    expect(api.logged.join('\n')).not.toContain(CONTENT);
  });

  it('is in no column of any table that can be read without the master key; nor is free text', async () => {
    const columns = await everyColumn(api.knex);
    expect(columns.length).toBeGreaterThan(1_000);
    expect(finds(columns)).toEqual([]);
    expect(columns.filter((column) => unfolded(column).includes(CONTENT))).toEqual([]);
  });

  it('was kept all the same, under a key of its own that only the master key opens', async () => {
    const { rows } = await api.knex.raw<{
      rows: {
        entry_id: string;
        name: string;
        sealed: Buffer;
        key_id: string;
        wrapped: Buffer;
        purpose: string;
      }[];
    }>(
      `select d.entry_id, d.name, d.sealed, d.key_id, s.wrapped, s.purpose from journal_sealed d
       join seal_keys s on s.id = d.key_id where d.name = 'identity'`,
    );
    expect(rows).toHaveLength(3);
    expect(new Set(rows.map(({ key_id }) => key_id)).size).toBe(3);
    for (const { entry_id, sealed, key_id, wrapped, purpose } of rows) {
      const { key } = unwrapSealKey(api.runtime.masterKey, key_id, Buffer.from(wrapped));
      const opened = unseal(key, Buffer.from(sealed), sealLabel(entry_id, 'identity')).toString('utf8');
      expect([purpose, WORDS.every((word) => unfolded(opened).includes(word))]).toEqual(['identity', true]);
    }
  });

  it('would be found by this search if it were there', async () => {
    const salted = Buffer.from(JSON.stringify(['c2FsdA', 'data', { by: REPORTER.name }])).toString(
      'base64url',
    );
    expect(finds([`journal_sealed.disclosure ${salted}`])).toHaveLength(1);
    expect(finds([JSON.stringify({ msg: `for ${REPORTER.contact}` })])).toHaveLength(1);
    await api.knex('people').where({ id: staff.reception.person }).update({ name: REPORTER.name });
    expect(finds(await everyColumn(api.knex))).toHaveLength(1);
  });
});
