/** Checking a profile's values: what is missing, unknown or senseless, and what the built-in profiles say (T28). */
import { describe, expect, it } from 'vitest';
import {
  CLOCK_KEYS,
  LIST_NAMES,
  mergeProfile,
  NEVER_PAUSED,
  parseProfile,
  parseProfileData,
  type ProfileData,
} from '../../src/domain/profile.ts';
import { CN_DEFAULT, CN_HUNAN, EU } from './calendars.ts';

const LIMIT = { amount: 5, unit: 'working_day', basis: ['D'] } as const;
const ITEM = { code: 'a_reason', zh: '理由', en: 'a reason', basis: ['D'] };
/** A whole profile, as small as one can be. */
const WHOLE = {
  id: 'small',
  version: '1',
  name: { zh: '小', en: 'Small' },
  limits: Object.fromEntries(CLOCK_KEYS.map((key) => [key, LIMIT])),
  rules: {
    timeZone: 'Asia/Shanghai',
    dayEnd: '24:00',
    calendar: 'cn',
    endConvention: 'corresponding_day',
    bodyLevel: 'county',
    quorum: { members: 3, majority: 'more_than_half' },
    escalate: { default: ['case_supervisor'], clocks: {}, ladder: [{ code: 'due' }] },
    deemedOnTimeout: 'off',
    minimumHandlers: 2,
    pausedBySuspension: [],
  },
  lists: Object.fromEntries(LIST_NAMES.map((name) => [name, [ITEM]])),
  sanctionTracks: [
    {
      code: 'civil_servant',
      zh: '公务员',
      en: 'civil servant',
      measures: [{ code: 'warning', zh: '警告', en: 'warning', months: 6 }],
      lifting: 'automatic',
      mergedCap: 48,
      appeal: 'civil_servant',
      basis: ['S3'],
    },
  ],
  appealTracks: [
    {
      code: 'civil_servant',
      zh: '公务员',
      en: 'civil servant',
      steps: [
        {
          zh: '复核',
          en: 're-check',
          level: 'same',
          file: { amount: 30, unit: 'calendar_day' },
          decide: { amount: 30, unit: 'calendar_day' },
        },
      ],
      basis: ['S3'],
    },
  ],
};
type Raw = Record<string, unknown>;
const changed = (path: readonly string[], value: unknown): Raw => {
  const raw = structuredClone(WHOLE) as Raw;
  let at = raw;
  for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Raw;
  at[path.at(-1)!] = value;
  return raw;
};
/** Problems of shape and of the whole, as `path reason`. */
function problems(raw: unknown): string[] {
  const data = parseProfileData(raw);
  const whole = data.ok ? parseProfile(data.value) : data;
  return whole.ok ? [] : whole.problems.map(({ path, reason }) => `${path.join('.')} ${reason}`);
}
const parsedData = (raw: unknown): ProfileData => {
  const result = parseProfileData(raw);
  return result.ok ? result.value : expect.fail(JSON.stringify(result.problems));
};

describe('a profile', () => {
  it('that is whole has no problems', () => {
    expect(problems(WHOLE)).toEqual([]);
  });

  it.each<[readonly string[], unknown, string]>([
    [['id'], 'Small One', 'id has to be kebab-case'],
    [['version'], 1, 'version has to be a string'],
    [['version'], 'one', 'version has to start with a digit and be quoted'],
    [['colour'], 'red', 'colour is not a known key'],
    [['name'], { zh: '小' }, 'name.en is missing'],
    [
      ['limits', 'report.verify'],
      { ...LIMIT, amount: 1.5 },
      'limits.report.verify.amount has to be a whole number',
    ],
    [['limits', 'report.tea'], LIMIT, 'limits.report.tea is not a known key'],
    [
      ['limits', 'report.verify'],
      { ...LIMIT, amount: 0 },
      'limits.report.verify.amount too small: expected number to be >0',
    ],
    [
      ['limits', 'report.verify'],
      { ...LIMIT, unit: 'fortnight' },
      'limits.report.verify.unit has to be "working_day" or "calendar_day" or "month" or "quarter" or "second"',
    ],
    [
      ['limits', 'report.verify'],
      { unit: 'month', basis: ['D'] },
      'limits.report.verify.amount is missing; a limit has an amount and a unit, or is off',
    ],
    [
      ['limits', 'report.verify'],
      { off: true, amount: 5, basis: ['D'] },
      'limits.report.verify is switched off, so it carries a basis and nothing else',
    ],
    [['limits', 'report.verify'], { amount: 5, unit: 'month' }, 'limits.report.verify.basis is missing'],
    [
      ['limits', 'report.verify'],
      { ...LIMIT, amount: 2_501 },
      'limits.report.verify.amount is more than 2500 of working_day',
    ],
    [
      ['limits', 'report.verify'],
      { ...LIMIT, extension: { amount: 5, unit: 'second', times: 1 } },
      'limits.report.verify.extension.unit second does not go with a limit in working_day',
    ],
    [
      ['limits', 'report.verify'],
      { ...LIMIT, extension: { amount: 5, unit: 'working_day', times: -1 } },
      'limits.report.verify.extension.times too small: expected number to be >=0',
    ],
    [
      ['limits', 'report.feedback'],
      { ...LIMIT, pausable: true },
      'limits.report.feedback.pausable is a duty that no suspension stops (domain 4.9)',
    ],
    [['limits', 'report.verify'], undefined, 'limits.report.verify is missing'],
    [['rules', 'timeZone'], 'Asia/Changsha', 'rules.timeZone is not a known IANA time zone'],
    [['rules', 'dayEnd'], '18:00', 'rules.dayEnd has to be "24:00" or "17:30"'],
    [['rules', 'bodyLevel'], undefined, 'rules.bodyLevel is missing'],
    [
      ['rules', 'quorum'],
      { members: 1, majority: 'more_than_half' },
      'rules.quorum.members too small: expected number to be >=2',
    ],
    [['rules', 'deemedOnTimeout'], 'on', 'rules.deemedOnTimeout has to be "off"'],
    [['rules', 'minimumHandlers'], 1, 'rules.minimumHandlers too small: expected number to be >=2'],
    [
      ['rules', 'pausedBySuspension'],
      ['report.feedback'],
      'rules.pausedBySuspension.0 report.feedback may not be paused',
    ],
    [
      ['rules', 'escalate'],
      { default: [], clocks: {}, ladder: [{ code: 'due' }] },
      'rules.escalate.default too small: expected array to have >=1 items',
    ],
    [
      ['rules', 'escalate'],
      { default: ['system'], clocks: {}, ladder: [{ code: 'due' }] },
      'rules.escalate.default.0 has to be one of the known values',
    ],
    [
      ['lists', 'recusal_grounds'],
      [],
      'lists.recusal_grounds is empty; a guard that reads it could never be met (T28)',
    ],
    [['lists', 'recusal_grounds'], [ITEM, ITEM], 'lists.recusal_grounds.1.code a_reason is listed twice'],
    [
      ['lists', 'recusal_grounds'],
      [{ ...ITEM, code: 'A Reason' }],
      'lists.recusal_grounds.0.code has to be snake_case',
    ],
    [['lists', 'recusal_grounds'], undefined, 'lists.recusal_grounds is missing'],
    [
      ['sanctionTracks', '0', 'payStepBarredFrom'],
      'demerit',
      'sanctionTracks.0.payStepBarredFrom names demerit, which is no measure of the track',
    ],
    [['lists', 'jokes'], [ITEM], 'lists.jokes is not a known key'],
  ])('%j as %j', (path, value, problem) => {
    expect(problems(changed(path, value))).toContain(problem);
  });

  it('that pauses by suspension what its own limit keeps running has a problem', () => {
    const raw = changed(['limits', 'report.verify'], { ...LIMIT, pausable: false });
    (raw.rules as Raw).pausedBySuspension = ['report.verify'];
    expect(problems(raw)).toEqual(['rules.pausedBySuspension.0 report.verify may not be paused']);
  });

  it('tells every problem at once', () => {
    const raw = { ...changed(['rules', 'dayEnd'], '18:00'), lists: {} };
    expect(problems(raw).length).toBe(1);
    expect(problems({ ...WHOLE, lists: {} }).length).toBe(LIST_NAMES.length);
  });
});

describe('what a profile leaves out', () => {
  const whole = parseProfile(parsedData(WHOLE));
  const profile = whole.ok ? whole.value : expect.fail();

  it('is filled in: roll-over, the end convention of the body, pausing but for what never pauses', () => {
    expect(profile.limits['report.verify']).toEqual({
      ...LIMIT,
      rollOver: true,
      endConvention: 'corresponding_day',
      pausable: true,
    });
    for (const key of NEVER_PAUSED) expect([key, profile.limits[key]?.pausable]).toEqual([key, false]);
  });

  it('is no roll-over for seconds, which are for drills', () => {
    const drill = parseProfile(
      parsedData(changed(['limits', 'report.verify'], { ...LIMIT, unit: 'second' })),
    );
    expect(drill.ok && drill.value.limits['report.verify']?.rollOver).toBe(false);
  });

  it('is a limit or an off for every key', () => {
    for (const each of [CN_DEFAULT, CN_HUNAN, EU])
      for (const key of CLOCK_KEYS)
        expect([key, each.limits[key] !== undefined, each.off[key] !== undefined]).toContain(true);
  });
});

describe('a profile that extends another', () => {
  it('replaces a limit whole, so that no basis outlives its number', () => {
    const base = parsedData(
      changed(['limits', 'tol.verify'], {
        ...LIMIT,
        extension: { amount: 5, unit: 'working_day', times: 1 },
      }),
    );
    const difference = parsedData({
      ...WHOLE,
      limits: { 'tol.verify': { amount: 9, unit: 'month', basis: ['K'] } },
      rules: { bodyLevel: 'city' },
      lists: {},
    });
    const merged = mergeProfile(base, difference);
    expect(merged.limits['tol.verify']).toEqual({ amount: 9, unit: 'month', basis: ['K'] });
    expect(merged.limits['tol.apply']).toEqual(LIMIT);
    expect(merged.rules).toMatchObject({ bodyLevel: 'city', dayEnd: '24:00' });
    expect(merged.lists).toEqual(base.lists);
  });

  it('changes its hash by any of its values', () => {
    expect(new Set([CN_DEFAULT.hash, CN_HUNAN.hash, EU.hash]).size).toBe(3);
    expect(CN_DEFAULT.hash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('the built-in profiles', () => {
  it.each([
    ['cn-default', CN_DEFAULT, 'county', 'Asia/Shanghai'],
    ['cn-hunan', CN_HUNAN, 'city', 'Asia/Shanghai'],
    ['eu', EU, 'county', 'Europe/Brussels'],
  ])('%s is for its place', (id, profile, level, zone) => {
    expect(profile).toMatchObject({
      id,
      rules: { bodyLevel: level, timeZone: zone, deemedOnTimeout: 'off' },
    });
  });

  it('acknowledge receipt within seven days in Europe, and not at all in China', () => {
    expect(EU.limits['report.receipt_ack']).toMatchObject({ amount: 7, unit: 'calendar_day' });
    expect(CN_DEFAULT.off['report.receipt_ack']).toEqual({ basis: ['S34'] });
  });

  it.each<[keyof typeof CN_DEFAULT.limits, number, string]>([
    ['report.route_out', 5, 'working_day'],
    ['report.accept_notice', 15, 'working_day'],
    ['report.disposition', 30, 'calendar_day'],
    ['report.letter_reply', 15, 'working_day'],
    ['report.verify', 60, 'calendar_day'],
    ['report.case_decision', 6, 'month'],
    ['report.feedback', 15, 'working_day'],
    ['report.dept_feedback', 1, 'quarter'],
    ['clar.assess', 5, 'working_day'],
    ['clar.review', 10, 'working_day'],
    ['clar.approve', 5, 'working_day'],
    ['clar.carry_out', 15, 'working_day'],
    ['clar.follow_up', 90, 'calendar_day'],
    ['fa.investigate', 30, 'calendar_day'],
    ['fa.approve', 10, 'working_day'],
    ['tol.apply', 10, 'working_day'],
    ['tol.accept', 5, 'working_day'],
    ['tol.cure', 15, 'calendar_day'],
    ['tol.verify', 20, 'working_day'],
    ['tol.decide', 10, 'working_day'],
    ['tol.deliver', 5, 'working_day'],
    ['tol.record', 10, 'working_day'],
    ['prefile.screen', 1, 'working_day'],
    ['rect.plan', 10, 'working_day'],
    ['rect.item', 60, 'calendar_day'],
    ['rect.check', 10, 'working_day'],
    ['rect.look_back', 6, 'month'],
  ])('%s is %i %s, as the table of default timers has it', (key, amount, unit) => {
    expect(CN_DEFAULT.limits[key]).toMatchObject({ amount, unit });
  });
});
