/** What an error of the database means for whoever asked. Reads classes and SQLSTATEs only; never a message. */

const codeOf = (error: unknown): string | undefined => {
  const code: unknown = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
};

/** The constraint that a statement ran against, as the database names it. */
export function constraintOf(error: unknown): string | undefined {
  const constraint: unknown = (error as { constraint?: unknown } | null)?.constraint;
  return typeof constraint === 'string' ? constraint : undefined;
}

/**
 * Whether the step may be read, planned and written anew: somebody answered the same request meanwhile, took on a
 * duty in the same family, or the server had to break a tie.
 */
export function isRetryable(error: unknown): boolean {
  return ['23505', '23P01', '40001', '40P01'].includes(codeOf(error) ?? '');
}

/**
 * The database cannot be reached, or the connection went away under a statement. `unknown`: the statement, or the
 * commit, may have taken effect all the same; only the idempotency key can tell.
 */
export class DatabaseAway extends Error {
  override readonly name = 'DatabaseAway';
  readonly outcome: 'nothing_written' | 'unknown';

  constructor(message: string, outcome: DatabaseAway['outcome'], cause?: unknown) {
    super(message, { cause });
    this.outcome = outcome;
  }
}

/** Another process has the embedded database's folder. */
export class DatabaseInUse extends Error {
  override readonly name = 'DatabaseInUse';
  readonly pid: number;
  /** Where the owner listens, when it has said so. */
  readonly address: string | null;

  constructor(folder: string, owner: { readonly pid: number; readonly address: string | null }) {
    super(
      `The embedded database in ${folder} is in use by process ${owner.pid}` +
        (owner.address === null ? '.' : `, which serves ${owner.address}.`) +
        ' One process owns the folder; stop it, use its address, or set DATABASE_URL to share a PostgreSQL.',
    );
    this.pid = owner.pid;
    this.address = owner.address;
  }
}

/** The server would lose what it acknowledged. */
export class UnsafeDatabase extends Error {
  override readonly name = 'UnsafeDatabase';
}

/** The server is too old, or does not store Unicode. */
export class UnsupportedDatabase extends Error {
  override readonly name = 'UnsupportedDatabase';
}

/** The database was migrated by a later version of this program. */
export class DatabaseNewer extends Error {
  override readonly name = 'DatabaseNewer';
}

/** SQLSTATEs of a server that has no room for the request now: connections, disk, memory, time, locks. */
const BUSY = ['53000', '53100', '53200', '53300', '53400', '55P03', '57014'];

/** Whether the same request may well succeed later, with nobody at fault: a 503, never a 500. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseAway) return true;
  // No connection came free in time; knex exports no class to ask for.
  if (error instanceof Error && error.name === 'KnexTimeoutError') return true;
  return BUSY.includes(codeOf(error) ?? '');
}
