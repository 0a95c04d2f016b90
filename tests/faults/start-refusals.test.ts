/**
 * What a start must be refused for, each by a process of its own: exit status 1 and a sentence that names what is wrong,
 * where, and what to do. Nobody is shown a stack.
 */
import { chmodSync, cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onServer, opensFor } from '../database.ts';
import { startPostgres } from '../../src/cli/bench/packaged-postgres.ts';
import {
  buildOnce,
  installation,
  leeway,
  startServer,
  type Environment,
  type Installation,
} from './server-process.ts';

const homes: Installation[] = [];
const home = (env: Environment = {}): Installation => {
  const made = installation({ PORT: '0', LOG_LEVEL: 'silent', ...env });
  homes.push(made);
  return made;
};

/** Tries to start a server; answers what it said, a sentence each. */
async function refusal(env: Environment): Promise<string[]> {
  const { status, signal, stdout, stderr } = await leeway(['serve'], env);
  expect([status, signal, stdout]).toEqual([1, null, '']);
  expect(stderr).toMatch(/^leeway: /);
  expect(stderr).not.toMatch(/^\s+at |node:internal|\.ts:\d|\.js:\d/m);
  return stderr.trimEnd().slice('leeway: '.length).split('\n');
}

beforeAll(buildOnce);
afterAll(() => {
  for (const each of homes) each.remove();
});

describe('a start with wrong settings is refused', () => {
  it.each([
    [{ LEEWAY_X: '1' }, /^LEEWAY_X is not a known setting; known are LEEWAY_SANDBOX, /],
    [{ PORT: 'http' }, /^PORT has to be a number from 0 to 65535\.$/],
    [{ PORT: '65536' }, /^PORT has to be /],
    [{ DATABASE_URL: 'mysql://here/db' }, /^DATABASE_URL has to be like postgresql:\/\//],
    [{ DATABASE_URL: 'postgresql://u:pass#word@h/d' }, /^DATABASE_URL has to be like /],
    [
      { DATABASE_URL: 'postgresql://u:p@h/d?sslmode=verify-full&sslrootcert=/no/such.pem' },
      /^The address of the database cannot be used \(.*\/no\/such\.pem.*\); see DATABASE_URL\.$/,
    ],
    [{ DATABASE_REPLICA_URL: 'postgresql://u:p@h:1/d' }, /^DATABASE_REPLICA_URL is a replica of nothing/],
    [{ PUBLIC_URL: 'leeway.example?x=1' }, /^PUBLIC_URL has to be an http or https address/],
    [{ HOST: 'not a host' }, /^HOST has to be /],
    [{ LEEWAY_ROLE: 'both' }, /^LEEWAY_ROLE has to be one of all, api, worker\.$/],
    [{ LEEWAY_SANDBOX: 'yes' }, /^LEEWAY_SANDBOX has to be one of /],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL has to be one of /],
  ])('over %j', async (env, sentence) => {
    const said = await refusal({ ...home().env, ...env });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(sentence);
  });

  it('with all of them named at once, and no value said back', async () => {
    const secret = 'postgresql//user:hunter2@host';
    const said = await refusal({ ...home().env, LEEWAY_X: '1', PORT: 'x', DATABASE_URL: secret });
    expect(said.map((sentence) => sentence.split(' ')[0])).toEqual(['LEEWAY_X', 'PORT', 'DATABASE_URL']);
    expect(said.join()).not.toContain('hunter2');
  });
});

describe('a start with unusable rules is refused', () => {
  const withFile = async (name: string, text: string): Promise<string[]> => {
    const { env, folder } = home();
    const dir = join(folder, 'rules');
    mkdirSync(join(dir, 'calendars'), { recursive: true });
    writeFileSync(join(dir, name), text);
    const said = await refusal({ ...env, PROFILES_DIR: dir });
    return said.map((sentence) => sentence.replace(`${dir}/`, ''));
  };
  const PROFILE = [
    'id: town',
    "version: '1'",
    'name: { zh: 镇, en: Town }',
    'extends: cn-default',
    'limits:',
    '  report.route_out: { amount: 5, unit: working_day, pausable: false, basis: [D] }',
  ];
  const profile = (line: number, text: string) => PROFILE.with(line - 1, text).join('\n');
  const CALENDAR = [
    'id: cn',
    'name: { zh: 中国, en: China }',
    'weekend: [6, 7]',
    'years:',
    "  '2026':",
    '    notice: State Council',
    '    holidays:',
    '      - { name: { zh: 元旦, en: New Year }, from: 2026-01-01 }',
    '    makeUpDays: [2026-01-04]',
  ];
  const calendar = (line: number, text: string) => CALENDAR.with(line - 1, text).join('\n');

  it.each([
    ['that is no YAML', 'town.yaml', profile(5, 'limits: ['), /^town\.yaml, line \d+: is not valid YAML: /],
    [
      'with an unknown key',
      'town.yaml',
      profile(6, '  report.rout_out: { amount: 5, unit: working_day, basis: [D] }'),
      /^town\.yaml, line 6: limits\.report\.rout_out is not a known key\.$/,
    ],
    [
      'with an unknown unit',
      'town.yaml',
      profile(6, '  report.route_out: { amount: 5, unit: fortnight, basis: [D] }'),
      /^town\.yaml, line 6: limits\.report\.route_out\.unit has to be /,
    ],
    [
      'with a limit of nothing',
      'town.yaml',
      profile(6, '  report.route_out: { amount: 0, unit: working_day, basis: [D] }'),
      /^town\.yaml, line 6: limits\.report\.route_out\.amount /,
    ],
    [
      'without a basis',
      'town.yaml',
      profile(6, '  report.route_out: { amount: 5, unit: working_day }'),
      /^town\.yaml, line 6: limits\.report\.route_out\.basis is missing\.$/,
    ],
    [
      'over one that nobody defines',
      'town.yaml',
      profile(4, 'extends: atlantis'),
      /^town\.yaml, line 4: extends names atlantis, /,
    ],
    ['under another name', 'village.yaml', PROFILE.join('\n'), /^village\.yaml, line 1: id is town, /],
  ])('a profile %s', async (_, name, text, sentence) => {
    const said = await withFile(name, text);
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(sentence);
  });

  it.each([
    [
      'that is no YAML',
      calendar(9, '    makeUpDays: [2026-01-04'),
      /^calendars\/cn\.yaml, line \d+: is not valid YAML/,
    ],
    [
      'with a day that does not exist',
      calendar(8, '      - { name: { zh: 元旦, en: New Year }, from: 2026-02-30 }'),
      /^calendars\/cn\.yaml, line 8: years\.2026\.holidays\[0\]\.from has to be a date that exists/,
    ],
    [
      'with a make-up day that is worked anyway',
      calendar(9, '    makeUpDays: [2026-01-05]'),
      /^calendars\/cn\.yaml, line 9: years\.2026\.makeUpDays\[0\] 2026-01-05 is a working day already/,
    ],
  ])('a calendar %s', async (_, text, sentence) => {
    const said = await withFile(join('calendars', 'cn.yaml'), text);
    expect(said[0]).toMatch(sentence);
  });

  it('a folder that is not there', async () => {
    const { env, folder } = home();
    const said = await refusal({ ...env, PROFILES_DIR: join(folder, 'nowhere') });
    expect(said[0]).toMatch(/nowhere: the folder does not exist\.$/);
  });
});

describe('a start on a database that is not to be used is refused', () => {
  const open = opensFor('postgresql');

  it('one without a server that keeps what it acknowledges', { timeout: 120_000 }, async () => {
    const careless = await startPostgres();
    try {
      await onServer(careless.url, 'alter system set fsync = off');
      await onServer(careless.url, 'select pg_reload_conf()');
      const said = await refusal(home({ DATABASE_URL: careless.url }).env);
      expect(said[0]).toMatch(/fsync = off and would lose acknowledged records in a power cut/);
    } finally {
      await careless.stop();
    }
  });

  it('one that is told to acknowledge before it has written', async () => {
    const { url } = await open();
    const name = new URL(url!).pathname.slice(1);
    await onServer(url!, `alter database ${name} set synchronous_commit = off`);
    expect((await refusal(home({ DATABASE_URL: url! }).env))[0]).toMatch(/synchronous_commit = off/);
  });

  it('one that a newer program has migrated', async () => {
    const { url } = await open();
    await onServer(
      url!,
      `insert into migrations (name, batch, migration_time) values ('29991231235959_from_the_future', 9, now())`,
    );
    const said = await refusal(home({ DATABASE_URL: url! }).env);
    expect(said[0]).toMatch(/has migrations this program does not know \(29991231235959_from_the_future\)/);
    expect(said[0]).toMatch(/Start the version of Leeway that made them, or a newer one\.$/);
  });

  it('one that does not let us in, or does not exist', async () => {
    const { url } = await open();
    const wrong = new URL(url!);
    wrong.password = 'wrong-secret';
    const absent = new URL(url!);
    absent.pathname = '/no_such_database';
    for (const [given, state] of [
      [wrong, '28P01'],
      [absent, '3D000'],
    ] as const) {
      const said = await refusal(home({ DATABASE_URL: given.href }).env);
      expect(said).toEqual([`the database could not be opened (${state}); see DATABASE_URL.`]);
    }
  });

  it('an embedded one that another process has', { timeout: 120_000 }, async () => {
    const { env } = home();
    const { PORT: _, ...own } = env;
    const server = await startServer(own);
    try {
      const said = await refusal(env);
      expect(said[0]).toMatch(/is in use by process \d+, which serves http:\/\/127\.0\.0\.1:\d+\./);
      const command = await leeway(['keys', 'create', '--name', 'N', '--roles', 'handler'], env);
      expect([command.status, command.stdout]).toEqual([1, '']);
      expect(command.stderr).toContain(server.url);
    } finally {
      server.kill('SIGKILL');
      await server.ended;
    }
    // The dead process holds nothing: the next one starts.
    const next = await startServer(own);
    next.kill('SIGTERM');
    expect((await next.ended).status).toBe(0);
  });
});

describe('a start without the right master key is refused', () => {
  const open = opensFor('postgresql');
  let begun: Installation;
  beforeAll(async () => {
    begun = home({ DATABASE_URL: (await open()).url! });
    await begun.keysFor({ 'p-1': ['handler'] });
  });
  const keyOf = ({ folder }: Installation) => join(folder, 'keys', 'master');

  it('when it is missing: no other is made', async () => {
    const { env, folder } = home(begun.env.DATABASE_URL ? { DATABASE_URL: begun.env.DATABASE_URL } : {});
    const said = await refusal(env);
    expect(said[0]).toMatch(new RegExp(`^The master key is missing: there is no ${folder}/keys/master`));
    expect(said[0]).toMatch(/LEEWAY_MASTER_KEY_FILE/);
  });

  it('when it is the one of another installation', async () => {
    const other = home({ DATABASE_URL: begun.env.DATABASE_URL! });
    mkdirSync(join(other.folder, 'keys'), { mode: 0o700 });
    writeFileSync(keyOf(other), `${Buffer.alloc(32, 7).toString('base64')}\n`, { mode: 0o600 });
    expect((await refusal(other.env))[0]).toMatch(/is not the one this database was begun with/);
  });

  it('when others can read it', async () => {
    const copy = home({ DATABASE_URL: begun.env.DATABASE_URL! });
    cpSync(join(begun.folder, 'keys'), join(copy.folder, 'keys'), { recursive: true });
    chmodSync(keyOf(copy), 0o644);
    expect((await refusal(copy.env))[0]).toMatch(/can be read by others \(mode 644\); make it 600\.$/);
  });

  it('when it is none', async () => {
    const other = home({ DATABASE_URL: begun.env.DATABASE_URL! });
    const file = join(other.folder, 'secret');
    writeFileSync(file, 'not a key\n', { mode: 0o600 });
    const said = await refusal({ ...other.env, LEEWAY_MASTER_KEY_FILE: file });
    expect(said[0]).toMatch(/has to hold 32 bytes in base64, and does not\.$/);
    expect(said[0]).not.toContain('not a key');
  });
});

describe('a start is refused where there is no room for it', () => {
  it('at an address that is in use', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
    const { port } = taken.address() as AddressInfo;
    const said = await refusal({ ...home().env, PORT: String(port) });
    taken.close();
    expect(said).toEqual(['the address is in use; see HOST and PORT.']);
  });

  it('at an address that is not ours', async () => {
    const said = await refusal({ ...home().env, HOST: '203.0.113.7' });
    expect(said[0]).toMatch(/EADDRNOTAVAIL/);
  });

  it('in a data folder that is a file', async () => {
    const { env, folder } = home();
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const said = await refusal({ ...env, DATA_DIR: file });
    expect(said).toHaveLength(1);
    expect(said[0]).toContain(file);
  });
});
