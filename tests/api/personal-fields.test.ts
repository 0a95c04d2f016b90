/** What a profile marks personal: sealed with the identity, read by nobody without two persons; the rest as ever. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { partPersonal } from '../../src/domain/personal-fields.ts';
import { loadProfiles, ProfileError } from '../../src/main/profiles.ts';
import { describeApi, type Api } from '../harness.ts';
import { staffOf, type Staff } from '../staff.ts';

const PROFILE = [
  'id: town',
  "version: '1'",
  'name: { zh: 镇, en: Town }',
  'extends: cn-default',
  'personalFields: [complaint.CONFIRM_IDENTITY/remark, complaint.HAND_OVER/allegations/*/summary]',
];
const SAID = 'Speaks of a Curlew birthmark';
const SUMMARY = 'Took the Dotterel money';

const profilesDir = mkdtempSync(join(tmpdir(), 'leeway-personal-'));
writeFileSync(join(profilesDir, 'town.yaml'), PROFILE.join('\n'));
afterAll(() => {
  rmSync(profilesDir, { recursive: true, force: true });
});

describeApi('fields that a profile marks personal', (start) => {
  let api: Api;
  let staff: Staff;
  beforeAll(async () => {
    api = await start({ profilesDir });
    staff = await staffOf(api);
  });

  it.each([
    ['town', true],
    ['cn-default', false],
  ])('under the profile %s', async (profile, isPersonal) => {
    const { reception, supervisor, superior } = staff;
    const reporter = { name: 'R. Porter', contact: 'by post' };
    const data = { channel: 'letter', subject: 'p-subject', content: 'Words.', isRealName: true, reporter };
    const { body: opened } = await reception.post('/api/v1/cases', { procedure: 'complaint', profile, data });
    const registered = await reception.does(opened, 'REGISTER', { remark: 'An open remark.' });
    const confirmed = await reception.does(registered, 'CONFIRM_IDENTITY', {
      result: 'confirmed_real_name',
      remark: SAID,
    });
    const accepted = await reception.does(confirmed, 'ACCEPT');
    await reception.does(accepted, 'HAND_OVER', {
      supervisorInformed: true,
      allegations: [{ point: 'point-1', subject: 'p-subject', summary: SUMMARY }],
    });
    const events = await supervisor.get(`/api/v1/cases/${opened.id}/events`);
    expect(events.text).toContain('An open remark.');
    for (const words of [SAID, SUMMARY]) expect(events.text.includes(words)).toBe(!isPersonal);
    const requests = `/api/v1/cases/${opened.id}/identity-requests`;
    const { body: request } = await supervisor.post(requests, { purpose: 'feedback', reason: 'x' });
    await superior.post(`${requests}/${request.id as string}/decision`, { approve: true, reason: 'x' });
    const { body: shown } = await supervisor.send('post', `${requests}/${request.id as string}/identity`);
    const values = shown.identities.map((each: { values: object }) => each.values);
    expect(values).toEqual([
      { '/reporter/name': 'R. Porter', '/reporter/contact': 'by post' },
      ...(isPersonal ? [{ '/remark': SAID }, { '/allegations/0/summary': SUMMARY }] : []),
    ]);
    const { differing } = await api.operations.replayCases({
      only: opened.id,
      onDifference: () => undefined,
    });
    expect(differing).toBe(0);
  });
});

describe('the list of a profile', () => {
  it.each([
    ['complaint.CONFIRM_IDENTITY/remarks', /names complaint\.CONFIRM_IDENTITY\/remarks, which no event has/],
    ['complaint.CONFIRM_IDENTITY/result', /which no event has as a free text/],
    ['complaint.SUBMIT/reporter/name', /which no event has as a free text/],
    ['complaints.SUBMIT/content', /which no event has as a free text/],
    ['content', /has to be like complaint\.CONFIRM_IDENTITY\/remark/],
  ])('is refused when it names %s', (field, why) => {
    const extraDir = mkdtempSync(join(tmpdir(), 'leeway-personal-'));
    writeFileSync(
      join(extraDir, 'town.yaml'),
      [...PROFILE.slice(0, 4), `personalFields: [${field}]`].join('\n'),
    );
    const builtinDir = join(import.meta.dirname, '../../profiles');
    expect(() => loadProfiles({ builtinDir, extraDir })).toThrow(ProfileError);
    expect(() => loadProfiles({ builtinDir, extraDir })).toThrow(why);
    rmSync(extraDir, { recursive: true, force: true });
  });

  it('leaves the hash of a profile without one as it was', () => {
    const builtinDir = join(import.meta.dirname, '../../profiles');
    expect(Object.keys(loadProfiles({ builtinDir }).get('cn-default')!)).not.toContain('personalFields');
  });

  it('moves a text of its own event, by its place, and no other', () => {
    const text = { '/remark': 'a', '/allegations/0/summary': 'b', '/allegations/12/summary': 'c' };
    const fields = ['complaint.HAND_OVER/allegations/*/summary', 'complaint.NOTE/remark'];
    expect(partPersonal(fields, 'complaint.HAND_OVER', { text, identity: { '/x': 'y' } })).toEqual({
      text: { '/remark': 'a' },
      identity: { '/x': 'y', '/allegations/0/summary': 'b', '/allegations/12/summary': 'c' },
    });
    expect(partPersonal(undefined, 'complaint.HAND_OVER', { text })).toEqual({ text, identity: {} });
  });
});
