/** Rules from files: built-in and further ones, what they extend, and every fault with its file, line and reason. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadProfiles, ProfileError } from '../../src/main/profiles.ts';

const builtinDir = fileURLToPath(new URL('../../profiles', import.meta.url));
const TOWN = "id: town\nversion: '1'\nname: { zh: 镇, en: Town }\nextends: cn-default\n";
const LIMIT = 'report.route_out: { amount: 3, unit: second, pausable: false, basis: [D] }';

describe('policy profiles', () => {
  let extraDir: string;
  beforeEach(() => {
    extraDir = mkdtempSync(join(tmpdir(), 'leeway-rules-'));
    mkdirSync(join(extraDir, 'calendars'));
  });
  afterEach(() => {
    rmSync(extraDir, { recursive: true, force: true });
  });
  const write = (name: string, text: string) => {
    writeFileSync(join(extraDir, name), text);
  };
  const load = () => loadProfiles({ builtinDir, extraDir });
  const faults = (): string[] => {
    try {
      load();
      return [];
    } catch (error) {
      if (!(error instanceof ProfileError)) throw error;
      return error.faults.map((fault) => fault.replace(`${extraDir}/`, ''));
    }
  };

  it('are the built-in ones when no folder is set, each whole and with its calendar', () => {
    const profiles = loadProfiles({ builtinDir });
    expect([...profiles.keys()].sort()).toEqual(['cn-default', 'cn-hunan', 'eu']);
    for (const { hash, calendar, rules } of profiles.values()) {
      expect(hash).toMatch(/^[0-9a-f]{64}$/);
      expect(calendar.id).toBe(rules.calendar);
    }
  });

  it('may extend another and say only what differs; seconds are for drills', () => {
    write('town.yaml', `${TOWN}limits:\n  ${LIMIT}\n`);
    const profiles = load();
    const [town, base] = [profiles.get('town')!, profiles.get('cn-default')!];
    expect(town.limits['report.route_out']).toMatchObject({ amount: 3, unit: 'second', rollOver: false });
    expect(town.limits['report.accept_notice']).toEqual(base.limits['report.accept_notice']);
    expect(town.hash).not.toBe(base.hash);
  });

  it('are the same to the hash however they are written down', () => {
    write('town.yaml', `${TOWN}limits:\n  ${LIMIT}\n`);
    const before = load().get('town')!.hash;
    write(
      'town.yaml',
      `# A comment.\nlimits:\n  report.route_out:\n    basis: [D]\n    pausable: false\n    unit: second\n    amount: 3\n${TOWN}`,
    );
    expect(load().get('town')!.hash).toBe(before);
    write('town.yaml', `${TOWN}limits:\n  ${LIMIT.replace('3', '4')}\n`);
    expect(load().get('town')!.hash).not.toBe(before);
  });

  it('learn a new year from a calendar of the further folder, which changes no rule', () => {
    const before = load().get('cn-default')!;
    write(
      'calendars/cn.yaml',
      `id: cn\nname: { zh: 中国, en: China }\nweekend: [6, 7]\nyears:\n  '2031':\n    notice: N\n    holidays:\n      - { name: { zh: 元旦, en: New Year }, from: 2031-01-01 }\n    makeUpDays: []\n`,
    );
    const after = load().get('cn-default')!;
    expect(after.hash).toBe(before.hash);
    expect([before, after].map(({ calendar }) => calendar.plannedYears.has(2031))).toEqual([false, true]);
  });

  it('tell every fault of every file at once', () => {
    write(
      'a.yaml',
      `${TOWN.replace('town', 'a')}limits:\n  report.close: { amount: -1, unit: month, basis: [D] }\n  nonesuch: {}\n`,
    );
    write('b.yaml', 'id: [');
    write('calendars/c.yaml', 'id: c\n');
    expect(faults().map((fault) => /^(\S+), line (\d+): (\S+)/.exec(fault)?.slice(1))).toEqual(
      expect.arrayContaining([
        ['a.yaml', '6', 'limits.report.close.amount'],
        ['a.yaml', '7', 'limits.nonesuch'],
        ['calendars/c.yaml', '1', 'name'],
      ]),
    );
    expect(faults().some((fault) => fault.startsWith('b.yaml, line '))).toBe(true);
  });

  it.each([
    ['extend in a circle', TOWN.replace('cn-default', 'town'), /leads back to town/],
    [
      'name a calendar that is not there',
      `${TOWN}rules: { calendar: mars }\n`,
      /line 5: rules\.calendar names mars/,
    ],
    ['take the id of a built-in one', TOWN.replace('id: town', 'id: eu'), /id is eu/],
    [
      'pause what may not be paused',
      `${TOWN}limits:\n  ${LIMIT.replace('route_out', 'feedback').replace('false', 'true')}\n`,
      /line 6: .*pausable is a duty/,
    ],
    ['decide by the passing of time', `${TOWN}rules: { deemedOnTimeout: accept }\n`, /deemedOnTimeout/],
    ['leave a list empty', `${TOWN}lists:\n  recusal_grounds: []\n`, /line 6: lists\.recusal_grounds/],
    ['hold an alias bomb', `${TOWN}a: &a [x]\nb: [${'*a,'.repeat(200)}]\n`, /aliases|is not a known key/],
  ])('are refused when they %s', (_, text, reason) => {
    write('town.yaml', text);
    expect(faults().join('\n')).toMatch(reason);
  });

  it('that are no YAML files are not looked at', () => {
    write('README.md', '# Notes');
    write('town.yaml.bak', 'id: [');
    expect(faults()).toEqual([]);
  });
});
