/** The table of problems, the pages that explain them and the documents that carry them say the same. */
import { readFileSync } from 'node:fs';
import request from 'supertest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { problemSections } from '../../src/api/problem-pages.ts';
import { contentErrors } from '../../src/contract/content-errors.ts';
import { ProblemBody } from '../../src/contract/problem-schema.ts';
import {
  Problem,
  problemDocument,
  PROBLEMS,
  RETRY_AFTER,
  type ProblemName,
} from '../../src/contract/problems.ts';
import { exampleApp } from './example-app.ts';

const NAMES = Object.keys(PROBLEMS) as ProblemName[];
const sections = problemSections(readFileSync('docs/problems.md', 'utf8'));
const WHERE = {
  publicUrl: 'https://leeway.test',
  requestId: '01980f5e-7c00-7000-8000-000000000000',
} as const;

describe('the pages', () => {
  it('explain every problem and no other, in the order of the table', () => {
    expect([...sections.keys()].sort()).toEqual([...NAMES].sort());
  });

  it.each(NAMES)('give %s its status and titles, common causes and what to do', (name) => {
    const { status, title } = PROBLEMS[name];
    const section = sections.get(name) ?? '';
    expect(section.split('\n')[0]).toBe(`${status} · ${title.zh} · ${title.en}`);
    expect(section).toMatch(/^Common causes:\n\n- /m);
    expect(section).toMatch(/^What to do: \S/m);
    expect(section).toMatch(/[\u4e00-\u9fff].*。$/m);
  });

  it('are served where `type` points', async () => {
    const { app } = exampleApp();
    for (const name of NAMES) {
      const { type } = problemDocument(new Problem(name), { ...WHERE, locale: 'en' });
      const reply = await request(app).get(new URL(type).pathname);
      expect([reply.status, reply.type]).toEqual([200, 'text/html']);
      expect(reply.text).toContain(`<h1>${name}</h1>`);
    }
    expect((await request(app).get('/problems/no-such-problem')).status).toBe(404);
  });

  it('carry no script and allow none', async () => {
    const reply = await request(exampleApp().app).get('/problems/not-found');
    expect(reply.text).not.toContain('<script');
    expect(reply.headers['content-security-policy']).toContain("default-src 'none'");
  });
});

describe('the table', () => {
  it('holds error statuses only, and both languages', () => {
    for (const { status, title } of Object.values(PROBLEMS)) {
      expect(status).toBeGreaterThanOrEqual(400);
      expect(title.zh).toMatch(/[\u4e00-\u9fff]/);
      expect(title.en).toMatch(/^[A-Z][\x20-\x7e]+$/);
    }
  });

  it('tells when to come back wherever the problem passes by itself', () => {
    const passing = NAMES.filter((name) => [429, 503].includes(PROBLEMS[name].status));
    for (const name of passing) expect(RETRY_AFTER[name]).toBeGreaterThan(0);
  });
});

describe('a problem document', () => {
  it('has the members of RFC 9457, in the language of the reader', () => {
    const problem = new Problem(
      'event-not-allowed',
      { zh: '尚未核实', en: 'Not yet verified' },
      { guard: 'is_verified', allowed: ['VERIFY'], allow: ['GET'], retryAfter: 3, challenge: 'Bearer' },
    );
    const document = problemDocument(problem, { ...WHERE, locale: 'zh' });
    expect(document).toEqual({
      type: 'https://leeway.test/problems/event-not-allowed',
      title: '案件目前不接受该事项',
      status: 409,
      detail: '尚未核实',
      instance: `urn:uuid:${WHERE.requestId}`,
      code: 'event-not-allowed',
      guard: 'is_verified',
      allowed: ['VERIFY'],
    });
    expect(ProblemBody.safeParse(document).success).toBe(true);
  });

  it('does not let an extension stand in for a member of the standard', () => {
    const problem = new Problem('not-found', 'x', { status: 200, code: 'fine', type: 'about:blank' });
    const { status, code, type } = problemDocument(problem, { ...WHERE, locale: 'en' });
    expect([status, code, type]).toEqual([404, 'not-found', 'https://leeway.test/problems/not-found']);
  });
});

describe('messages about content', () => {
  const Shape = z.strictObject({
    id: z.uuid(),
    text: z.string().min(2).max(5),
    count: z.int().min(1).max(9).multipleOf(2),
    on: z.iso.date(),
    to: z.enum(['file', 'desk']),
    list: z.array(z.boolean()).max(1),
    map: z.record(z.string().regex(/^a/), z.string()),
    either: z.union([z.string(), z.strictObject({ name: z.string() })]),
    kind: z.discriminatedUnion('is', [z.strictObject({ is: z.literal('a') })]),
    ours: z.string().refine((text) => text === 'x', {
      params: { words: { zh: '须为核实意见', en: 'Must be an opinion' } },
    }),
  });
  const FINE = {
    id: WHERE.requestId,
    text: 'text',
    count: 2,
    on: '2025-06-09',
    to: 'file',
    list: [true],
    map: { a: 'b' },
    either: 'x',
    kind: { is: 'a' },
    ours: 'x',
  };
  const errorsOf = (change: Record<string, unknown>) => {
    const { error } = Shape.safeParse({ ...FINE, ...change });
    return error ? contentErrors(error, '') : [];
  };

  it.each([
    [{ id: 'canary' }, '/id', '应为 UUID', 'Must be a UUID'],
    [{ id: undefined }, '/id', '此项必填', 'This is required'],
    [{ text: 1 }, '/text', '应为文本', 'Must be text'],
    [{ text: 'a' }, '/text', '至少 2 个字符', 'At least 2 characters'],
    [{ text: 'canary' }, '/text', '至多 5 个字符', 'At most 5 characters'],
    [{ count: 10 }, '/count', '至多 9', 'At most 9'],
    [{ count: 3 }, '/count', '应为 2 的倍数', 'Must be a multiple of 2'],
    [{ count: 2.5 }, '/count', '应为整数', 'Must be a whole number'],
    [{ on: 'canary' }, '/on', '应为日期，如 2025-06-09', 'Must be a date, as 2025-06-09'],
    [{ to: 'canary' }, '/to', '应为：file、desk', 'Must be one of: file, desk'],
    [{ list: [true, false] }, '/list', '至多 1 项', 'At most 1 items'],
    [{ list: ['canary'] }, '/list/0', '应为 true 或 false', 'Must be true or false'],
    [{ map: { canary: 'x' } }, '/map/canary', '键名不符合规定', 'The key is not accepted'],
    [{ either: 5 }, '/either', '不符合任何一种可接受的形式', 'Fits none of the accepted forms'],
    [{ either: { name: 5 } }, '/either/name', '应为文本', 'Must be text'],
    [{ kind: { is: 'canary' } }, '/kind/is', '不符合任何一种可接受的形式', 'Fits none of the accepted forms'],
    [{ ours: 'canary' }, '/ours', '须为核实意见', 'Must be an opinion'],
    [{ canary: 1 }, '/canary', '没有此项', 'There is no such field'],
  ])('say of %j what belongs at %s', (change, pointer, zh, en) => {
    expect(errorsOf(change)).toContainEqual({ pointer, message: { zh, en } });
    for (const { message } of errorsOf(change)) expect(message.en + message.zh).not.toContain('canary');
  });
});
