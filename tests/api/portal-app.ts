/** Somebody who uses the portal as a browser does: forms filled in and sent, fields found on the page that came back. */
import request from 'supertest';
import type { Response } from 'supertest';
import type { Api } from '../harness.ts';

export interface Browser {
  readonly get: (path: string, language?: string) => Promise<Response>;
  readonly post: (path: string, fields: Record<string, string>) => Promise<Response>;
  /** As a page with a file sends it. */
  readonly upload: (
    path: string,
    fields: Record<string, string>,
    file?: { readonly name: string; readonly content: Buffer; readonly type: string },
  ) => Promise<Response>;
}

export function browserOf({ server }: Pick<Api, 'server'>): Browser {
  const agent = request(server);
  return {
    get: async (path, language) => {
      const asked = agent.get(path);
      return await (language === undefined ? asked : asked.set('Accept-Language', language));
    },
    post: async (path, fields) => await agent.post(path).type('form').send(fields),
    upload: async (path, fields, file) => {
      const sent = agent.post(path);
      for (const [name, value] of Object.entries(fields)) sent.field(name, value);
      if (file) sent.attach('file', file.content, { filename: file.name, contentType: file.type });
      return await sent;
    },
  };
}

/** The value of a hidden field on a page. */
export function hidden(page: Response, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text);
  if (!found?.[1])
    throw new Error(`no field ${name} on the page: ${page.status} ${page.text.slice(0, 3_000)}`);
  return found[1];
}

/** The code that a page shows. */
export const codeOn = (page: Response): string =>
  (/class="code">([\d ]+)</.exec(page.text)?.[1] ?? '').replaceAll(' ', '');

export interface Reported {
  readonly page: Response;
  readonly receipt: string;
  readonly token: string;
  readonly form: string;
}

/** A report sent by the page. */
export async function reports(browser: Browser, fields: Record<string, string> = {}): Promise<Reported> {
  const form = hidden(await browser.get('/portal/report?lang=en'), 'form');
  const page = await browser.upload('/portal/report?lang=en', {
    form,
    content: 'It was entered twice.',
    ...fields,
  });
  if (page.status !== 201) throw new Error(`report: ${page.status} ${page.text}`);
  return { page, receipt: codeOn(page), token: hidden(page, 'token'), form };
}

/** The complaints that staff see, the latest first. */
export async function latestComplaint(api: Api): Promise<string> {
  const { rows } = await api.knex.raw<{ rows: { id: string }[] }>(
    `select id from cases where procedure = 'complaint' order by id desc limit 1`,
  );
  return rows[0]!.id;
}

/** What each operation of the portal needs to succeed, for tests that go through every operation. */
export interface PortalGrounds {
  /** A case with a mailbox, and one whose texts were erased. */
  readonly mailbox: string;
  readonly erased: string;
  readonly bodies: Readonly<Record<string, unknown>>;
  /** Forms of pages, as they are sent, by operation. */
  readonly forms: Readonly<Record<string, string>>;
  /** A message that asks for an event nobody offers. */
  readonly notOffered: string;
}

export async function portalGrounds(api: Api): Promise<PortalGrounds> {
  const browser = browserOf(api);
  await reports(browser);
  const erased = await latestComplaint(api);
  await api.knex.raw(`delete from seal_keys where id = (select seal_key_id from cases where id = ?)`, [
    erased,
  ]);
  const { receipt, token, page } = await reports(browser);
  const form = hidden(await browser.get('/portal/report'), 'form');
  const encoded = (fields: Record<string, string>) => new URLSearchParams(fields).toString();
  return {
    mailbox: await latestComplaint(api),
    erased,
    bodies: {
      sendPortalReport: { content: 'x' },
      openPortalSession: { receipt },
      sendPortalMessage: { token, text: 'x' },
      sendCaseMessage: { text: 'x' },
    },
    forms: {
      postReportForm: encoded({ form, content: 'x' }),
      postReceiptForm: encoded({ token, box: hidden(page, 'box'), receipt }),
      postCodeForm: encoded({ receipt }),
      postMessageForm: encoded({ token, text: 'x' }),
    },
    notOffered: JSON.stringify({ token, action: { event: 'REGISTER', fields: {} } }),
  };
}
