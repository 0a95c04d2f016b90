/** The environment as the program reads it: what is set, what holds when nothing is, and every fault by its name. */
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { masterKeyFileOf, readSettings, SettingsError } from '../../src/main/settings.ts';

const faultsOf = (environment: Record<string, string>): string[] => {
  try {
    readSettings(environment);
    return [];
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    return error.message.split('\n');
  }
};

describe('settings', () => {
  it('hold without any being set: the embedded database, on this machine only', () => {
    expect(readSettings({})).toEqual({
      databaseUrl: null,
      replicaUrl: null,
      dataDir: resolve('data'),
      host: '127.0.0.1',
      port: 3000,
      publicUrl: null,
      isSandbox: false,
      role: 'all',
      profilesDir: null,
      rateLimit: 3_000,
      evidenceMaxBytes: 100 * 1024 * 1024,
      s3: null,
      logLevel: 'info',
      masterKeyFile: null,
      masterKeyCommand: null,
      oidc: null,
    });
  });

  it('are taken as they are given, without blanks around them', () => {
    const read = readSettings({
      DATABASE_URL: ' postgresql://u:p@one:5432,two:5432/leeway?sslmode=require ',
      DATABASE_REPLICA_URL: 'postgres://u:p%23%2Fq@three/leeway',
      DATA_DIR: '/var/lib/leeway',
      HOST: '::',
      PORT: '8080',
      PUBLIC_URL: 'https://leeway.example/',
      LEEWAY_SANDBOX: 'true',
      LEEWAY_ROLE: 'worker',
      LEEWAY_RATE_LIMIT: '0',
      LEEWAY_MASTER_KEY_FILE: 'secrets/master',
      PROFILES_DIR: 'rules',
      LOG_LEVEL: 'silent',
    });
    expect(read).toMatchObject({
      databaseUrl: 'postgresql://u:p@one:5432,two:5432/leeway?sslmode=require',
      host: '::',
      port: 8080,
      publicUrl: 'https://leeway.example',
      isSandbox: true,
      role: 'worker',
      profilesDir: resolve('rules'),
      rateLimit: 0,
    });
    expect(masterKeyFileOf(read)).toBe(resolve('secrets/master'));
  });

  it('name one source of the master key', () => {
    expect(readSettings({ LEEWAY_MASTER_KEY_COMMAND: 'bin/vault' }).masterKeyCommand).toBe(
      resolve('bin/vault'),
    );
    expect(faultsOf({ LEEWAY_MASTER_KEY_FILE: '/a', LEEWAY_MASTER_KEY_COMMAND: '/b' })).toEqual([
      'LEEWAY_MASTER_KEY_COMMAND is a second source of the master key beside LEEWAY_MASTER_KEY_FILE; name one.',
    ]);
    expect(faultsOf({ LEEWAY_MASTER_KEY_COMMAND: 'a\0b' })).toEqual([
      'LEEWAY_MASTER_KEY_COMMAND has to be a path.',
    ]);
  });

  it('that are empty are as good as not set', () => {
    const empty = { PORT: '', DATABASE_URL: ' ', LEEWAY_SANDBOX: '', LEEWAY_ROLE: '' };
    expect(readSettings(empty)).toEqual(readSettings({}));
  });

  it('of others are left alone; of ours a misspelling is a fault', () => {
    expect(faultsOf({ PGHOST: 'x', NODE_ENV: 'y', PORTS: 'z' })).toEqual([]);
    expect(faultsOf({ LEEWAY_SANDBX: '1' })[0]).toMatch(/^LEEWAY_SANDBX is not a known setting/);
  });

  it('keep the master key in the data folder unless another file is named', () => {
    expect(masterKeyFileOf(readSettings({ DATA_DIR: '/d' }))).toBe('/d/keys/master');
  });

  it('of an object store come all together or not at all', () => {
    const all = {
      LEEWAY_S3_ENDPOINT: 'https://s3.example',
      LEEWAY_S3_BUCKET: 'evidence',
      LEEWAY_S3_ACCESS_KEY_FILE: '/run/access',
      LEEWAY_S3_SECRET_KEY_FILE: '/run/secret',
    };
    expect(readSettings(all).s3).toMatchObject({ endpoint: 'https://s3.example', region: 'us-east-1' });
    for (const name of Object.keys(all)) {
      const faults = faultsOf({ ...all, [name]: '' });
      expect(faults).toEqual([expect.stringMatching(new RegExp(`^${name} is missing`))]);
    }
    for (const [name, values] of [
      ['LEEWAY_S3_ENDPOINT', ['s3', 'ftp://h', 'https://u@h', 'https://h/path', 'https://h?x']],
      ['LEEWAY_S3_BUCKET', ['UPPER', 'a', '-ends-', 'with space']],
      ['LEEWAY_S3_REGION', ['eu west', 'EU']],
    ] as const)
      for (const value of values)
        expect([value, ...faultsOf({ ...all, [name]: value })]).toEqual([
          value,
          expect.stringMatching(new RegExp(`^${name} has to be`)),
        ]);
  });

  it.each([
    ['PORT', ['-1', '65536', '3000x', '1e3', '0x10']],
    [
      'DATABASE_URL',
      [
        'leeway',
        'http://h/d',
        'postgresql://h:port/d',
        'postgresql://h:99999/d',
        'postgresql://u:a#b@h/d',
        'postgresql://u:%zz@h/d',
        'postgresql://h/%zz',
        'postgresql://one,two:70000/d',
      ],
    ],
    ['PUBLIC_URL', ['leeway', 'ftp://h', 'https://h?x', 'https://h#x', 'https://u@h']],
    ['HOST', ['a b', 'h/x', 'ü']],
    ['LEEWAY_ROLE', ['ALL', 'web']],
    ['LEEWAY_SANDBOX', ['yes', 'TRUE', '2']],
    ['LEEWAY_RATE_LIMIT', ['-1', 'off', '1.5', '1e3', '12345678']],
    ['LEEWAY_EVIDENCE_MAX_MB', ['0', '-1', '2001', '10MB', '1e3']],
    ['LOG_LEVEL', ['verbose', 'INFO']],
    ['DATA_DIR', ['a\0b']],
  ])('%s is refused when it is malformed, and its value is not said back', (name, values) => {
    for (const value of values) {
      const faults = faultsOf({ [name]: value });
      expect([value, faults.length, faults[0]?.split(' ')[0]]).toEqual([value, 1, name]);
      expect(faults[0]).not.toContain(`'${value}'`);
    }
  });

  it('of a single sign-on come together, with the address people are sent back to', () => {
    const all = {
      PUBLIC_URL: 'https://leeway.example',
      LEEWAY_OIDC_ISSUER: 'https://login.example/realms/body',
      LEEWAY_OIDC_CLIENT_ID: 'leeway',
      LEEWAY_OIDC_CLIENT_SECRET_FILE: '/run/secrets/oidc',
    };
    expect(readSettings(all).oidc).toEqual({
      issuer: 'https://login.example/realms/body',
      clientId: 'leeway',
      clientSecretFile: '/run/secrets/oidc',
    });
    for (const name of Object.keys(all)) {
      const faults = faultsOf({ ...all, [name]: '' });
      expect([name, faults.length, faults[0]?.startsWith(name)]).toEqual([name, 1, true]);
    }
  });

  it('name a provider by https, or on this very machine', () => {
    const of = (issuer: string) =>
      faultsOf({
        PUBLIC_URL: 'https://leeway.example',
        LEEWAY_OIDC_ISSUER: issuer,
        LEEWAY_OIDC_CLIENT_ID: 'leeway',
        LEEWAY_OIDC_CLIENT_SECRET_FILE: '/x',
      });
    for (const issuer of ['http://127.0.0.1:9', 'http://localhost:9', 'http://[::1]:9', 'https://x.example'])
      expect([issuer, of(issuer)]).toEqual([issuer, []]);
    for (const issuer of [
      'http://login.example',
      'login.example',
      'https://x.example?a=b',
      'file:///x',
      'http://127.0.0.1.evil.example',
    ])
      expect([issuer, of(issuer)]).toEqual([
        issuer,
        ['LEEWAY_OIDC_ISSUER has to be an https address without a query, or one of this machine.'],
      ]);
  });
});
