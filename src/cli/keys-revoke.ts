/** `leeway keys revoke`: one key, or every key of a person; they open nothing from the next second on. */
import { UUID } from './clients.ts';
import { UsageError, type Command } from './program.ts';
import { optional } from './run.ts';
import { personIn } from './users.ts';

export const keysRevokeCommand: Command = {
  name: 'keys revoke',
  summary: 'revoke an API key, or all of a person',
  help: `
  --id I       identifier of the key, as the journal and GET /api/v1/keys name it
  --person P   every key of this person

One of the two. Exit status 1 when there was nothing to revoke.
`,
  options: { id: { type: 'string' }, person: { type: 'string' } },
  run: async (given, program) => {
    const id = optional(given, 'id');
    const person = personIn(given);
    if ((id === undefined) === (person === undefined)) throw new UsageError('Name one of --id and --person.');
    if (id !== undefined && !UUID.test(id))
      throw new UsageError('--id has to be the identifier of a key, not its secret.');
    const count = await program.withOpened(({ operations }) =>
      operations.revokeKeys(id === undefined ? { person: person ?? '' } : { id }),
    );
    program.out(count === 1 ? '1 key was revoked.' : `${count} keys were revoked.`);
    return count > 0 ? 0 : 1;
  },
};
