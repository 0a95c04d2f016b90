/**
 * One file, one process: reads the original from its standard input, writes the clean copy to its standard output, and ends.
 * What goes wrong here, or blows up, is over with this process. Its arguments are the kind of the file and how to clean it.
 */
import { writeFileSync } from 'node:fs';
import { cleanFile } from './clean-file.ts';
import { TooLarge } from './too-large.ts';

/** Exit codes that the parent knows. */
const TOO_LARGE = 3;
const UNREADABLE = 4;

/** Where memory runs out, it is this process that the system ends. */
function standBack(): void {
  try {
    writeFileSync('/proc/self/oom_score_adj', '1000');
  } catch {
    // not on this system
  }
}

async function main(): Promise<number> {
  standBack();
  const [kind = '', how] = process.argv.slice(2);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  try {
    const clean = await cleanFile(kind, how === 'pdf' ? 'pdf' : 'image', Buffer.concat(chunks));
    await new Promise<void>((resolve) =>
      process.stdout.write(clean, () => {
        resolve();
      }),
    );
    return 0;
  } catch (error) {
    return error instanceof TooLarge ? TOO_LARGE : UNREADABLE;
  }
}

process.exitCode = await main();
