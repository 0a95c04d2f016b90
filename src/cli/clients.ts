/** `leeway clients create`, `clients revoke`: connected systems that get access tokens (OAuth 2.0, client credentials). */
import { GRANTABLE_ROLES } from '../domain/vocabulary.ts';
import { UsageError, type Command } from './program.ts';
import { optional, required } from './run.ts';
import { rolesIn } from './users.ts';

export const clientsCreateCommand: Command = {
  name: 'clients create',
  summary: 'make an OAuth client and print its identifier and secret, once',
  help: `
  --name N        which system it is, in words
  --roles r1,r2   roles its tokens may carry: ${GRANTABLE_ROLES.filter((role) => role !== 'administrator').join(', ')}
  --unit U        code of the unit it acts for

Prints two lines on standard output: the identifier and the secret. The secret is stored as a hash and cannot be shown
again. Tokens come from POST /api/v1/oauth/token and are good for ten minutes.
`,
  options: { name: { type: 'string' }, roles: { type: 'string' }, unit: { type: 'string' } },
  run: async (given, program) => {
    const name = required(given, 'name', 'say which system it is');
    required(given, 'roles', 'one or more');
    const roles = rolesIn(given);
    const unit = optional(given, 'unit');
    const { id, secret } = await program.withOpened(({ operations }) =>
      operations.createClient({ name, roles, ...(unit !== undefined && { unit }) }),
    );
    program.out(id);
    program.out(secret);
    return 0;
  },
};

export const clientsRevokeCommand: Command = {
  name: 'clients revoke',
  summary: 'revoke an OAuth client, with every token it has',
  help: `
  --id I   its identifier

Exit status 1 when there is none, or it was revoked before.
`,
  options: { id: { type: 'string' } },
  run: async (given, program) => {
    const id = required(given, 'id', 'say which client');
    if (!UUID.test(id)) throw new UsageError('--id has to be the identifier that clients create printed.');
    const isRevoked = await program.withOpened(({ operations }) => operations.endClient(id));
    program.out(isRevoked ? 'Revoked.' : 'There is no such client, or it was revoked before.');
    return isRevoked ? 0 : 1;
  },
};

/** How identifiers look. */
export const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
