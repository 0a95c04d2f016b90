/**
 * Evidence at its edges: who stands aside from the case, a case that is full, a store that is away, a large file that does
 * not fill the memory, and files in the store that belong to no row.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { countRows, describeApi, type Api } from '../harness.ts';
import { registered, staffOf, type Staff } from '../staff.ts';

const MB = 1024 * 1024;
const TEXT = { 'Content-Type': 'text/plain' };

describeApi('evidence, at its edges', (start) => {
  let api: Api;
  let staff: Staff;
  let complaint: CaseView;
  beforeAll(async () => {
    api = await start();
    staff = await staffOf(api);
    complaint = await registered(staff);
  });

  const at = ({ id }: Pick<CaseView, 'id'>, rest = '') => `/api/v1/cases/${id}/evidence${rest}`;
  const sends = (caller: Caller, on: Pick<CaseView, 'id'>, text = 'A statement.') =>
    caller.send('post', at(on), text, TEXT);
  const folder = () => join(api.dataDir, 'evidence');
  /** Files that are kept, wherever in the store. */
  const kept = () =>
    existsSync(folder())
      ? readdirSync(folder(), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
      : [];

  it('is not for the recused to read or list; who is asked to stand aside may read and add nothing', async () => {
    const on = await registered(staff);
    const { body } = await sends(staff.reception, on);
    const asked = await staff.reviewer.does(on, 'REQUEST_RECUSAL', {
      person: 'p-handler',
      ground: 'witness',
      reason: 'Was there.',
    });
    const replies = [
      await staff.handler.get(at(on, `/${body.id}`)),
      await staff.handler.get(at(on)),
      await sends(staff.handler, on),
    ];
    expect(replies.map(({ status }) => status)).toEqual([200, 200, 403]);
    expect(replies[2]!.body.guard).toBe('is_not_recused');
    await staff.organHead.does(asked, 'DECIDE_RECUSAL', {
      person: 'p-handler',
      granted: true,
      acts: [],
      reason: 'So it is.',
    });
    for (const reply of [
      await staff.handler.get(at(on, `/${body.id}`)),
      await staff.handler.get(at(on)),
      await sends(staff.handler, on),
    ])
      expect([reply.status, reply.body.code]).toEqual([404, 'not-found']);
  });

  it('is taken until the case is full, and then refused whole', async () => {
    const on = await registered(staff);
    await sends(staff.reception, on);
    await api.knex.raw('update evidence set size = ? where case_id = ?', [1_000_000 * MB, on.id]);
    const [files, rows] = [kept().length, await countRows(api.knex)];
    const reply = await sends(staff.reception, on);
    expect([reply.status, reply.body.code, reply.body.reason]).toEqual([413, 'too-large', 'case_full']);
    expect(kept()).toHaveLength(files);
    expect((await countRows(api.knex)).evidence).toBe(rows.evidence);
  });

  it('waits for a store that is away, and leaves nothing behind', async () => {
    await sends(staff.reception, complaint);
    const { body } = await sends(staff.reception, complaint);
    const aside = `${folder()}-aside`;
    renameSync(folder(), aside);
    writeFileSync(folder(), 'no folder');
    try {
      const rows = await countRows(api.knex);
      const refused = await sends(staff.reception, complaint);
      expect([refused.status, refused.body.code, refused.headers['retry-after']]).toEqual([
        503,
        'storage-away',
        expect.any(String),
      ]);
      const read = await staff.reception.get(at(complaint, `/${body.id}`));
      expect([read.status, read.body.code]).toEqual([503, 'storage-away']);
      expect((await countRows(api.knex)).evidence).toBe(rows.evidence);
    } finally {
      rmSync(folder());
      renameSync(aside, folder());
    }
    expect((await staff.reception.get(at(complaint, `/${body.id}`))).status).toBe(200);
  });

  it('goes through the memory in small parts, however large it is', { timeout: 60_000 }, async () => {
    const line = Buffer.from(`${'An old ledger, page after page. '.repeat(2_048)}\n`);
    const parts = Math.floor((90 * MB) / line.length);
    const before = process.memoryUsage().arrayBuffers;
    let most = 0;
    const content = Readable.from(
      (function* () {
        for (let n = 0; n < parts; n++) {
          most = Math.max(most, process.memoryUsage().arrayBuffers);
          yield line;
        }
      })(),
    );
    const reply = await fetch(`http://127.0.0.1:${api.port}${at(complaint)}`, {
      method: 'POST',
      headers: { ...TEXT, Authorization: `Bearer ${staff.reception.secret!}` },
      body: Readable.toWeb(content) as ReadableStream,
      duplex: 'half',
    });
    const view = (await reply.json()) as { size: number };
    expect([reply.status, view.size]).toEqual([201, parts * line.length]);
    // Both ends of the line are in this process; half the file would be most of it held at once.
    expect(most - before).toBeLessThan(45 * MB);
  });

  it('lets go of files that belong to no row, a day after they came, and of no others', async () => {
    await sends(staff.reception, complaint);
    const [own] = kept();
    const foreign = (name: string, hoursAgo: number) => {
      const part = join(folder(), name.slice(0, 2));
      mkdirSync(part, { recursive: true });
      writeFileSync(join(part, name), 'sealed');
      const then = new Date(Date.now() - hoursAgo * 3_600_000);
      utimesSync(join(part, name), then, then);
      return join(part, name);
    };
    const [old, fresh] = [foreign('ab'.repeat(16), 25), foreign('cd'.repeat(16), 1)];
    const longAgo = new Date(Date.now() - 48 * 3_600_000);
    utimesSync(join(own!.parentPath, own!.name), longAgo, longAgo);
    expect(await api.operations.removeForeignFiles()).toBe(1);
    expect([old, fresh, join(own!.parentPath, own!.name)].map((file) => existsSync(file))).toEqual([
      false,
      true,
      true,
    ]);
  });
});
