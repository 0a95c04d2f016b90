/** `leeway demo`: a sandbox with the sample cases, played through the real engine and clock, and served. */
import { load, type Loaded } from './demo/load.ts';
import { accountLines, casesLines, stepLine, whereToLook } from './demo/lines.ts';
import type { Command } from './program.ts';

export const demoCommand: Command = {
  name: 'demo',
  summary: 'load the sample cases into a sandbox and serve it',
  help: `
Makes an empty database a sandbox, plays six made-up stories in it step by step, each on its day, and serves what came
of them: a report found untrue and clarified, one that repeats until it brings something new, recusals in the middle
of a case, a fabricated report, a tolerance review in full and one in part. Everybody in them is made up.

A second start on the same data loads nothing again; a load that was cut short goes on where it stopped. Each start
makes fresh keys and a fresh password for the sample accounts and prints them; earlier keys go on working. A database with cases of its own
is refused (exit status 1) and left as it is.

Settings: DATA_DIR (./data), HOST, PORT (127.0.0.1, 3000), or DATABASE_URL of an empty PostgreSQL.
`,
  run: async (_given, program) => {
    const begun = performance.now();
    program.say('Opening the database …');
    const loaded = await program.withOpened((opened) =>
      load(opened, (played) => {
        program.progress(`${stepLine(played)}\n`);
      }),
    );
    if ('why' in loaded) {
      program.say(loaded.why);
      return 1;
    }
    const seconds = (performance.now() - begun) / 1_000;
    program.out(doneLine(loaded, seconds));
    for (const line of casesLines(loaded)) program.out(line);
    const { url, stopped } = await program.serve({ sandbox: true, isQuiet: true });
    program.out('');
    program.out(
      'Sample accounts: role, person, name, and a key made just now. Keys and password are shown here only.',
    );
    for (const line of accountLines(loaded)) program.out(line);
    program.out('');
    for (const line of whereToLook(url, loaded)) program.out(line);
    await stopped;
    return 0;
  },
};

const doneLine = ({ steps, played }: Loaded, seconds: number): string =>
  played === 0
    ? 'The sample cases are there already; nothing was loaded again.'
    : played < steps
      ? `The rest of the sample cases is loaded: ${played} of ${steps} steps.`
      : `The sample cases are loaded: ${steps} steps in ${Math.round(seconds)} s.`;
