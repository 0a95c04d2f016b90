/** `leeway replay`: proves for the whole database that every case is exactly what its journal says. */
import { CaseId } from '../domain/vocabulary.ts';
import { UsageError, type Command } from './program.ts';
import { optional } from './run.ts';

export const replayCommand: Command = {
  name: 'replay',
  summary: 'rebuild every case from its journal and compare it with what is stored',
  help: `
Replays each case's journal through the procedure version it was written with and compares state and context with the
stored snapshot. Names each case that differs, and why; exit status 1 when there is one. Writes nothing.

  --case ID   this case only
`,
  options: { case: { type: 'string' } },
  run: async (given, program) => {
    const only = optional(given, 'case');
    if (only !== undefined && !CaseId.safeParse(only).success)
      throw new UsageError('--case has to be the id of a case.');
    const { cases, differing } = await program.withOpened(({ operations }) =>
      operations.replayCases({
        ...(only !== undefined && { only }),
        onDifference: (id, why) => {
          program.out(`${id}: ${why}`);
        },
        onProgress: (count) => {
          program.progress(`${count} cases replayed`);
        },
      }),
    );
    if (only !== undefined && cases === 0) {
      program.say(`There is no case ${only}.`);
      return 1;
    }
    program.out(
      differing === 0
        ? `${cases} cases replayed; every one is what its journal says.`
        : `${cases} cases replayed; ${differing} differ from their journal.`,
    );
    return differing === 0 ? 0 : 1;
  },
};
