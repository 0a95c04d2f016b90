/** Files that nobody should send: a clear refusal, an entry in the journal, and nothing left behind. */
import { connect } from 'node:net';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { CaseView } from '../../src/contract/cases.ts';
import { describeApi, type Api } from '../harness.ts';
import { registered, staffOf, type Staff } from '../staff.ts';
import { archive, archiveOf, docx, pdf, png } from './evidence-files.ts';

const html = Buffer.from('<!DOCTYPE html><html><script>alert(1)</script></html>');
const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
const exe = Buffer.concat([Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'), Buffer.alloc(200)]);
const gif = Buffer.from('GIF89a/*\x01\0\x01\0*/=1;alert(1)', 'latin1');
const elf = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), Buffer.alloc(200)]);

type Bad = readonly [string, () => Buffer | Promise<Buffer>, Record<string, string>, number, string];
const typed = (type: string, name?: string) => ({
  'Content-Type': type,
  ...(name !== undefined && {
    'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
  }),
});
const ANY = typed('application/octet-stream');
const joined = async (...parts: (Buffer | Promise<Buffer>)[]) => {
  const whole: Buffer[] = [];
  for (const part of parts) whole.push(await part);
  return Buffer.concat(whole);
};

const BAD: readonly Bad[] = [
  ['nothing', () => Buffer.alloc(0), typed('text/plain'), 422, 'empty'],
  ['a page', () => html, ANY, 415, 'kind_not_taken'],
  ['a page said to be text', () => html, typed('text/plain'), 415, 'kind_not_taken'],
  ['a page said to be one', () => html, typed('text/html'), 415, 'kind_not_taken'],
  ['a drawing', () => svg, ANY, 415, 'kind_not_taken'],
  ['a script', () => Buffer.from('#!/bin/sh\nrm -rf /\n'), typed('text/plain'), 415, 'kind_not_taken'],
  ['a program', () => exe, ANY, 415, 'kind_not_taken'],
  ['a program said to be a PDF', () => elf, typed('application/pdf'), 415, 'kind_not_taken'],
  ['a GIF that is a script', () => gif, ANY, 415, 'kind_not_taken'],
  ['bytes without meaning', () => Buffer.alloc(5_000, '\x00\x01\x02'), ANY, 415, 'kind_not_taken'],
  ['an archive', () => archiveOf, ANY, 415, 'kind_not_taken'],
  ['a PNG said to be a PDF', png, typed('application/pdf'), 422, 'declared_otherwise'],
  ['a PNG named as a program', png, typed('image/png', 'photo.png.exe'), 422, 'declared_otherwise'],
  ['a PNG named as a page', png, typed('image/png', 'photo.html'), 422, 'declared_otherwise'],
  ['text said to be mail', () => Buffer.from('no head'), typed('message/rfc822'), 422, 'declared_otherwise'],
  ['a PDF that is an archive', () => joined(pdf(), archiveOf), ANY, 422, 'two_in_one'],
  ['a PDF after something else', () => joined(Buffer.from('x=1\n'), pdf()), ANY, 415, 'kind_not_taken'],
  ['a picture that is an archive', () => joined(png(), archiveOf), ANY, 422, 'two_in_one'],
  ['a picture that is a page', () => joined(png(), html), ANY, 422, 'two_in_one'],
  ['a picture with a packed archive', () => joined(png(), Buffer.from('Rar!\x1a\x07\x01\0', 'latin1')), ANY, 422, 'two_in_one'],
  ['a document with something behind it', () => joined(docx(), Buffer.from('tail')), ANY, 422, 'two_in_one'],
  ['a document with macros', () => docx({ name: 'word/vbaProject.bin', content: 'x' }), ANY, 422, 'holds_code'],
  ['a document that is a program', () => docx({ name: 'META-INF/MANIFEST.MF', content: 'x' }), ANY, 422, 'two_in_one'],
  ['a document that leaves its folder', () => docx({ name: '../../etc/x', content: 'x' }), ANY, 415, 'kind_not_taken'],
  ['a document that swells', () => docx({ name: 'word/media/a.xml', content: 'x', unpacked: 4_000_000_000 }), ANY, 422, 'swells'],
  ['a document of two kinds', () => docx({ name: 'xl/workbook.xml', content: 'x' }), ANY, 422, 'two_in_one'],
  ['the same part twice', () => archive([{ name: 'word/document.xml', content: 'a' }, { name: 'word/document.xml', content: 'b' }]), ANY, 422, 'two_in_one'],
  ...['../../etc/passwd', 'a/b.txt', 'a\\b.txt', 'con.txt', 'LPT1', 'x\u202etxt.exe', 'a\u0000b.txt', 'a\nb.txt', '..', 'x'.repeat(201), 'a\u200bb.txt'].map(
    (name) => [`the name ${JSON.stringify(name)}`, () => Buffer.from('text'), typed('text/plain', name), 422, 'name_not_taken'] as const,
  ),
  ['another digest', () => Buffer.from('text'), { ...typed('text/plain'), 'Content-Digest': `sha-256=:${Buffer.alloc(32).toString('base64')}:` }, 422, 'digest_differs'],
]; // prettier-ignore

describeApi('evidence that is refused', (start) => {
  let api: Api;
  let staff: Staff;
  let complaint: CaseView;
  beforeAll(async () => {
    api = await start({ server: { connectionsCheckingInterval: 50 } });
    staff = await staffOf(api);
    complaint = await registered(staff);
  });
  const address = () => `/api/v1/cases/${complaint.id}/evidence`;
  const kept = async () => {
    const { rows } = await api.knex.raw<{ rows: { count: number }[] }>(
      'select count(*)::int as count from evidence',
    );
    return [rows[0]!.count, filesIn(join(api.dataDir, 'evidence'))];
  };
  const refusals = async () => {
    const { rows } = await api.knex.raw<{ rows: { disclosure: string }[] }>(
      `select s.disclosure from journal j join journal_sealed s on s.entry_id = j.id where j.type = 'evidence.refused'`,
    );
    return rows.map(({ disclosure }) => Buffer.from(disclosure, 'base64url').toString('utf8'));
  };

  it.each(BAD)('is %s', async (_, make, headers, status, reason) => {
    const before = (await refusals()).length;
    const reply = await fetch(`http://127.0.0.1:${api.port}${address()}`, {
      method: 'POST',
      body: new Uint8Array(await make()),
      headers: { Authorization: `Bearer ${staff.reception.secret}`, ...headers },
    });
    const body = (await reply.json()) as { reason?: string };
    expect([reply.status, body.reason]).toEqual([status, reason]);
    const told = await refusals();
    expect(told.length).toBe(before + 1);
    expect(told.filter((entry) => entry.includes(`"${reason}"`)).length).toBeGreaterThan(0);
    expect(await kept()).toEqual([0, []]);
  });

  /** Writes a request by hand and gives back what the server says. */
  const raw = (head: string, go: (write: (text: string) => boolean, end: () => void) => void) =>
    new Promise<string>((resolve) => {
      let said = '';
      const socket = connect(api.port, '127.0.0.1', () => {
        socket.write(
          `POST ${address()} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${staff.reception.secret}\r\n` +
            `Content-Type: text/plain\r\n${head}\r\n\r\n`,
        );
        go(
          (text) => socket.writable && socket.write(text),
          () => socket.destroy(),
        );
      });
      socket.on('data', (chunk) => (said += chunk.toString('utf8')));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        resolve(said);
      });
      setTimeout(() => socket.destroy(), 10_000).unref();
    });

  it('is larger than may be sent, said beforehand: before a byte of it is read', async () => {
    const said = await raw('Content-Length: 104857601\r\nConnection: close', () => undefined);
    expect(said).toMatch(/^HTTP\/1\.1 413/);
    expect(await kept()).toEqual([0, []]);
  });

  it('does not end', async () => {
    const small = await start({ evidenceMaxMb: 1 });
    const people = await staffOf(small);
    const { id } = await registered(people);
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    let sent = 0;
    const said = await new Promise<string>((resolve) => {
      let text = '';
      const socket = connect(small.port, '127.0.0.1', () => {
        socket.write(
          `POST /api/v1/cases/${id}/evidence HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${people.reception.secret}\r\n` +
            'Content-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n',
        );
      });
      const more = setInterval(() => {
        if (socket.connecting || !socket.writable || socket.writableNeedDrain) return;
        socket.write(chunk);
        sent += 0x10000;
      }, 1);
      socket.on('data', (data) => (text += data.toString('utf8')));
      socket.on('error', () => undefined);
      socket.on('close', () => {
        clearInterval(more);
        resolve(text);
      });
    });
    expect(said).toMatch(/^HTTP\/1\.1 413/);
    expect(sent).toBeLessThan(40 * 1024 * 1024);
    await expect.poll(() => filesIn(join(small.dataDir, 'evidence'))).toEqual([]);
  });

  it('is broken off midway', async () => {
    await raw('Content-Length: 500000', (write, end) => {
      write('a'.repeat(200_000));
      setTimeout(end, 200);
    });
    await expect.poll(kept).toEqual([0, []]);
  });
});

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(folder, name)).isFile(),
    );
  } catch {
    return []; // nothing was ever written
  }
};
