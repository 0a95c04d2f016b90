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
      logLevel: 'info',
      masterKeyFile: null,
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
    });
    expect(masterKeyFileOf(read)).toBe(resolve('secrets/master'));
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
    ['LOG_LEVEL', ['verbose', 'INFO']],
    ['DATA_DIR', ['a\0b']],
  ])('%s is refused when it is malformed, and its value is not said back', (name, values) => {
    for (const value of values) {
      const faults = faultsOf({ [name]: value });
      expect([value, faults.length, faults[0]?.split(' ')[0]]).toEqual([value, 1, name]);
      expect(faults[0]).not.toContain(`'${value}'`);
    }
  });
});
