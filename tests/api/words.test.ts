/** The words of all codes, over HTTP: for everybody who signed in, kept by whoever asked once, and in every form of a case. */
import { beforeAll, expect, it } from 'vitest';
import type { ActionView } from '../../src/contract/cases.ts';
import { describeApi, type Api } from '../harness.ts';

describeApi('words', (start) => {
  let api: Api;
  beforeAll(async () => {
    api = await start();
  });

  it('are there for everybody with a credential, and for nobody without', async () => {
    expect((await api.with().get('/api/v1/words')).status).toBe(401);
    for (const role of ['subject', 'administrator'] as const) {
      const reader = await api.as(`p-${role}`, [role]);
      const { status, body } = await reader.get('/api/v1/words');
      expect([status, body.kinds.state.complaint.registered.zh]).toEqual([200, '已登记']);
    }
  });

  it('answer 304 to whoever has them', async () => {
    const reader = await api.as('p-reader', ['handler']);
    const first = await reader.get('/api/v1/words');
    expect(first.headers.etag).toBe(`"${first.body.version}"`);
    const again = await reader.get('/api/v1/words', { 'If-None-Match': first.headers.etag! });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('stand in the forms of a case, with the lists and clocks of that case', async () => {
    const clerk = await api.as('p-clerk', ['reception_officer']);
    const opened = await clerk.post('/api/v1/cases', { procedure: 'complaint', data: { channel: 'letter' } });
    const { body } = await clerk.get(`/api/v1/cases/${opened.body.id}/actions`);
    const formOf = (event: string) =>
      (body.items as ActionView[]).find((item) => item.event === event)!.schema as {
        properties: Record<string, Record<string, unknown>>;
      };
    expect(formOf('REGISTER').properties.concernsHead).toMatchObject({
      'x-title': { zh: '是否反映本机关主要负责人' },
      'x-format': 'boolean',
    });
    expect(formOf('REQUEST_RECUSAL').properties.ground).toMatchObject({
      enum: expect.arrayContaining(['close_relative']),
      'x-labels': { witness: { zh: '担任过本案证人', en: 'Was a witness in the matter' } },
    });
    expect(formOf('EXTEND').properties.clock!.enum).toContain('report.accept_notice');
  });
});
