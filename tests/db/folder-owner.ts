/**
 * A process that owns a folder, for tests to run beside and to kill. Says `owned`, or why not, on one line; then lives
 * until it is ended. With `database` it opens the embedded database there, too, and keeps writing numbers into it.
 */
import { openDatabase } from '../../db/connection.ts';
import { lockFolder } from '../../db/folder-lock.ts';

const [folder = '', what] = process.argv.slice(2);
const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  if (what === 'database') {
    const { knex } = await openDatabase({ dataDir: folder });
    await knex.raw('create table if not exists written (n int)');
    say('owned');
    for (let n = 1; ; n++) {
      await knex.raw('insert into written values (?)', [n]);
      say(String(n));
    }
  } else {
    await lockFolder(folder);
    say('owned');
    setInterval(() => undefined, 60_000);
  }
} catch (error) {
  say((error as Error).name);
}
