/** What the check of dependencies finds: in a lock file, and in what the registry says. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { judgeAudit, judgeLock } from '../../src/cli/check-dependencies.ts';

const HASH = `sha512-${'A'.repeat(86)}==`;
const lockOf = (entry: object) => JSON.stringify({ packages: { '': {}, 'node_modules/x': entry } });

describe('the lock file', () => {
  it('of this project has a hash for everything, and no script that is not known', () => {
    expect(judgeLock(readFileSync('package-lock.json', 'utf8')).faults).toEqual([]);
  });

  it('may hold what has a hash, from the registry', () => {
    expect(judgeLock(lockOf({ integrity: HASH })).faults).toEqual([]);
    const resolved = 'https://registry.npmjs.org/x/-/x-1.0.0.tgz';
    expect(judgeLock(lockOf({ integrity: HASH, resolved })).faults).toEqual([]);
  });

  it.each([
    ['no hash', {}, 'node_modules/x has no SHA-512'],
    ['a weak hash', { integrity: `sha1-${'A'.repeat(27)}=` }, 'node_modules/x has no SHA-512'],
    [
      'another place',
      { integrity: HASH, resolved: 'https://example.org/x.tgz' },
      'node_modules/x comes from elsewhere than the registry',
    ],
    [
      'a repository',
      { integrity: HASH, resolved: 'git+ssh://git@example.org/x.git#1' },
      'node_modules/x comes from elsewhere than the registry',
    ],
    [
      'a script that runs on install',
      { integrity: HASH, hasInstallScript: true },
      'node_modules/x runs a script when it is installed',
    ],
    ['a link', { link: true }, 'node_modules/x is a link: what it leads to is in no lock file'],
  ])('is found faulty with %s', (_, entry, fault) => {
    expect(judgeLock(lockOf(entry)).faults).toEqual([fault]);
  });

  it('is found faulty when it is empty', () => {
    expect(judgeLock('{}').faults).toEqual(['the lock file has no packages']);
  });
});

describe('what the registry says', () => {
  const audit = (severity: string) =>
    judgeAudit(JSON.stringify({ vulnerabilities: { x: { severity, range: '<1.2.3' } } }));

  it.each(['high', 'critical'])('of a %s fault fails the check', (severity) => {
    expect(audit(severity)).toEqual({ faults: [`x <1.2.3: ${severity}`], warnings: [] });
  });

  it.each(['low', 'moderate', 'info'])('of a %s fault is said, and fails nothing', (severity) => {
    expect(audit(severity)).toEqual({ faults: [], warnings: [`x <1.2.3: ${severity}`] });
  });

  it('of no fault is quiet', () => {
    expect(judgeAudit('{"vulnerabilities":{}}')).toEqual({ faults: [], warnings: [] });
  });

  it.each(['', 'npm error', '{"message":"405 Method Not Allowed","statusCode":405}'])(
    'when it does not say it is a warning: %j',
    (printed) => {
      expect(judgeAudit(printed)).toEqual({
        faults: [],
        warnings: ['The registry did not answer what is known of faults: nothing was checked.'],
      });
    },
  );
});
