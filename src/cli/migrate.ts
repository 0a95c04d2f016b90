/** `leeway migrate`: brings the database to the shape this program needs. */
import type { Command } from './program.ts';

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'bring the database up to date',
  help: `
Runs the migrations that have not run yet, each in a transaction, and prints their names. Safe to run at any time and
from several machines at once. A database newer than this program is refused.

Settings: DATABASE_URL or DATA_DIR, as for 'leeway serve'.
`,
  run: async (_given, program) => {
    const done = await program.migrate();
    for (const name of done) program.out(name);
    program.say(done.length === 0 ? 'The database is up to date.' : `${done.length} migrations done.`);
    return 0;
  },
};
