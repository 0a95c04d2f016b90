/** `leeway master-key rotate`: puts another master key in place of the present one. */
import { isAbsolute, resolve } from 'node:path';
import { UsageError, type Command } from './program.ts';
import { optional } from './run.ts';

export const masterKeyRotateCommand: Command = {
  name: 'master-key rotate',
  summary: 'put another master key in place of the present one',
  help: `
  --new-file F      the next master key: a file with 32 bytes in base64, mode 600; made where there is none
  --new-command C   or a command that prints it (see LEEWAY_MASTER_KEY_COMMAND)

The present key is the one of the settings. Stop every server first: one that goes on with the old key can add nothing and
soon reads nothing. Every key that the master key wraps is wrapped anew in one transaction, so a run that is killed has
changed nothing and can be repeated. What is sealed, the journal and its proofs stay as they are. Afterwards name the new
key in LEEWAY_MASTER_KEY_FILE or LEEWAY_MASTER_KEY_COMMAND, start the servers, and destroy the old one once no backup that
needs it is kept.
`,
  options: { 'new-file': { type: 'string' }, 'new-command': { type: 'string' } },
  run: async (given, program) => {
    const file = optional(given, 'new-file');
    const command = optional(given, 'new-command');
    if ((file === undefined) === (command === undefined))
      throw new UsageError('Say --new-file or --new-command, one of the two.');
    const next = file === undefined ? { command: whole(command ?? '') } : { file: whole(file) };
    const { wasInForce, keys, name } = await program.changeMasterKey(next, (count) => {
      program.progress(`${count} keys wrapped anew`);
    });
    program.out(
      wasInForce
        ? `The master key ${name} is in force already: nothing was changed.`
        : `The master key ${name} is in force: ${keys} keys are wrapped by it, and by no other.`,
    );
    return 0;
  },
};

const whole = (path: string) => (isAbsolute(path) ? path : resolve(path));
