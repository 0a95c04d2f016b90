/** Runs the two public linters over an OpenAPI document, without the network: no telemetry, no update check. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const OFFLINE = {
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  SPECTRAL_TELEMETRY: 'off',
  NO_COLOR: '1',
};

const run = (command: string, args: readonly string[]): Promise<{ isClean: boolean; said: string }> =>
  new Promise((resolve) => {
    execFile(
      join('node_modules', '.bin', command),
      args,
      { env: { ...process.env, ...OFFLINE }, maxBuffer: 16 * 1024 * 1024 },
      (error, stdout, stderr) => {
        resolve({ isClean: error === null, said: `${stdout}${stderr}` });
      },
    );
  });

/** What the linters object to, an entry for each linter that did; warnings count (redocly.yaml makes them errors). */
export async function lintOpenApi(document: object): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'leeway-openapi-'));
  try {
    const file = join(folder, 'openapi.json');
    await writeFile(file, JSON.stringify(document));
    const redocly = await run('redocly', ['lint', file, '--config', 'redocly.yaml', '--max-problems', '50']);
    const spectral = await run('spectral', [
      'lint',
      file,
      '--ruleset',
      '.spectral.yaml',
      '--fail-severity',
      'warn',
    ]);
    return [
      ...(redocly.isClean ? [] : [`redocly: ${redocly.said}`]),
      ...(spectral.isClean ? [] : [`spectral: ${spectral.said}`]),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
