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
  it('with every one of them named at once, and no value said back', async () => {
    const wrong = {
      LEEWAY_X: '1',
      DATABASE_URL: 'postgresql://u:hunter2#x@h/d',
      PORT: 'http',
      PUBLIC_URL: 'leeway.example?x=1',
      HOST: 'not a host',
      LEEWAY_SANDBOX: 'yes',
      LEEWAY_ROLE: 'both',
      LOG_LEVEL: 'loud',
    };
    const said = await refusal({ ...home().env, ...wrong });
    expect(said.map((sentence) => sentence.split(' ')[0]).sort()).toEqual(Object.keys(wrong).sort());
    expect(said).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^LEEWAY_X is not a known setting; known are LEEWAY_SANDBOX, /),
        'PORT has to be a number from 0 to 65535.',
        'LEEWAY_ROLE has to be one of all, api, worker.',
      ]),
    );
    expect(said.join()).not.toMatch(/hunter2|not a host|loud/);
  });

  it.each([
    [{ LEEWAY_SANDBX: '1' }, /^LEEWAY_SANDBX is not a known setting/],
    [{ DATABASE_REPLICA_URL: 'postgresql://u:p@h:1/d' }, /^DATABASE_REPLICA_URL is a replica of nothing/],
    [
      { DATABASE_URL: 'postgresql://u:p@h/d?sslmode=verify-full&sslrootcert=/no/such.pem' },
      /^The address of the database cannot be used \(.*\/no\/such\.pem.*\); see DATABASE_URL\.$/,
    ],
  ])('over %j', async (env, sentence) => {
    const said = await refusal({ ...home().env, ...env });
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(sentence);
  });
});

describe('a start with unusable rules is refused', () => {
  /** One wrong file each: in which line, and what is said of it. */
  const PROFILES = [
    ['syntax', 5, 'limits: [', /line \d+: is not valid YAML: /],
    [
      'key',
      6,
      '  report.rout_out: { off: true, basis: [D] }',
      /line 6: limits\.report\.rout_out is not a known key/,
    ],
    [
      'unit',
      6,
      '  report.close: { amount: 5, unit: fortnight, basis: [D] }',
      /line 6: limits\.report\.close\.unit has to be /,
    ],
    [
      'amount',
      6,
      '  report.close: { amount: 0, unit: month, basis: [D] }',
      /line 6: limits\.report\.close\.amount /,
    ],
    [
      'basis',
      6,
      '  report.close: { amount: 5, unit: month }',
      /line 6: limits\.report\.close\.basis is missing/,
    ],
    ['base', 4, 'extends: atlantis', /line 4: extends names atlantis, /],
    ['name', 1, 'id: other', /line 1: id is other, /],
  ] as const;
  const CALENDARS = [
    ['calendars/syntax', 9, '    makeUpDays: [2026-01-04', /line \d+: is not valid YAML/],
    [
      'calendars/day',
      8,
      '      - { name: { zh: 元旦, en: New Year }, from: 2026-02-30 }',
      /line 8: years\.2026\.holidays\[0\]\.from has to be a date that exists/,
    ],
    [
      'calendars/worked',
      9,
      '    makeUpDays: [2026-01-05]',
      /line 9: years\.2026\.makeUpDays\[0\] 2026-01-05 is a working day already/,
    ],
  ] as const;
  const profile = (id: string) => [
    `id: ${id}`,
    "version: '1'",
    'name: { zh: 镇, en: Town }',
    'extends: cn-default',
    'limits:',
    '  report.close: { amount: 5, unit: working_day, pausable: false, basis: [D] }',
  ];
  const calendar = (id: string) => [
    `id: ${id.slice('calendars/'.length)}`,
    'name: { zh: 中国, en: China }',
    'weekend: [6, 7]',
    'years:',
    "  '2026':",
    '    notice: State Council',
    '    holidays:',
    '      - { name: { zh: 元旦, en: New Year }, from: 2026-01-01 }',
    '    makeUpDays: [2026-01-04]',
  ];

  it('with every wrong file named at once: which, in which line, and why', async () => {
    const { env, folder } = home();
    const dir = join(folder, 'rules');
    mkdirSync(join(dir, 'calendars'), { recursive: true });
    for (const [name, line, text] of PROFILES)
      writeFileSync(
        join(dir, `${name}.yaml`),
        profile(name)
          .with(line - 1, text)
          .join('\n'),
      );
    for (const [name, line, text] of CALENDARS)
      writeFileSync(
        join(dir, `${name}.yaml`),
        calendar(name)
          .with(line - 1, text)
          .join('\n'),
      );
    const said = await refusal({ ...env, PROFILES_DIR: dir });
    for (const [name, , , reason] of [...PROFILES, ...CALENDARS]) {
      const own = said.filter((sentence) => sentence.startsWith(`${join(dir, name)}.yaml, `));
      expect([name, own]).toEqual([name, [expect.stringMatching(reason)]]);
    }
    expect(said).toHaveLength(PROFILES.length + CALENDARS.length);
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
