/** `leeway serve`: the production server, until it is told to stop. */
import type { Command } from './program.ts';

export const serveCommand: Command = {
  name: 'serve',
  summary: 'run the server: API and background work',
  help: `
Migrates the database where that is needed and serves until SIGTERM or SIGINT, which finish what was accepted.

Settings (environment):
  DATABASE_URL            PostgreSQL 15 or newer, several hosts by comma; absent: the embedded database
  DATABASE_REPLICA_URL    a streaming replica for audit queries
  DATA_DIR                data folder (./data)
  HOST, PORT              where to listen (127.0.0.1, 3000)
  PUBLIC_URL              the address as callers see it
  LEEWAY_ROLE             all, api or worker (all)
  LEEWAY_RATE_LIMIT       requests a second with one key; 0: no limit (3000)
  LEEWAY_SANDBOX          1: make an empty database a sandbox, for good
  LEEWAY_MASTER_KEY_FILE  the master key (DATA_DIR/keys/master, made at the first start)
  LEEWAY_OIDC_ISSUER, LEEWAY_OIDC_CLIENT_ID, LEEWAY_OIDC_CLIENT_SECRET_FILE
                          single sign-on by OpenID Connect; needs PUBLIC_URL
  PROFILES_DIR            further policy profiles
  LOG_LEVEL               fatal, error, warn, info, debug, trace or silent (info)
`,
  run: async (_given, program) => {
    const { stopped } = await program.serve();
    await stopped;
    return 0;
  },
};
