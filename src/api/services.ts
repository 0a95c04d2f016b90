/**
 * What the HTTP layer needs of the rest of the program, as values. `main` builds it; tests build it from plain values.
 * No connection, no environment in here.
 */
import type { Logger } from 'pino';
import type { Problem } from '../contract/problems.ts';
import type { Owed } from '../domain/session.ts';
import type { PersonId, Role } from '../domain/vocabulary.ts';
import type { Metrics } from './metrics.ts';
import type { RateLimits } from './rate-limits.ts';

/** Who asks: the person behind a key. Duties, separation and recusal attach to the person, never to the key. */
export interface Principal {
  readonly personId: PersonId;
  readonly roles: readonly Role[];
  readonly unit: string | null;
  readonly keyId: string;
  readonly name?: string;
  /** Bodies whose cases the person reaches as staff; null or absent for no bound. */
  readonly bodies?: readonly string[] | null;
  /** How they came in. */
  readonly via?: 'key' | 'session' | 'client' | 'portal';
  /** What a session has to do before anything else; null or absent for nothing. */
  readonly owes?: Owed | null;
}

export interface Readiness {
  readonly ready: boolean;
  /** Codes of what is missing: `migrating`, `database_away`, `shutting_down` … */
  readonly reasons: readonly string[];
  readonly database: {
    readonly kind: 'embedded' | 'postgresql';
    /** What survives: `process_crash` (PGlite never syncs) or `power_loss`. */
    readonly durability: 'process_crash' | 'power_loss';
  };
  readonly sandbox: boolean;
}

export interface Foundation {
  /** Base address as callers see it, without a slash at the end. */
  readonly publicUrl: string;
  readonly version: string;
  /** What this process does: everything, or no background work. Absent where there is no process of its own. */
  readonly role?: 'all' | 'api' | 'worker';
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Finds who a bearer secret belongs to; null for unknown, expired and revoked ones alike. */
  readonly authenticate: (secret: string) => Promise<Principal | null> | Principal | null;
  /** Finds whose session the secret of a cookie opens, likewise, and keeps it in use. Absent where nobody signs in. */
  readonly authenticateSession?: (
    secret: string,
    how?: { readonly isBackground: boolean },
  ) => Promise<Principal | null> | Principal | null;
  /** Finds whose calendar the secret of a feed opens, likewise. Absent where no calendar is served. */
  readonly authenticateFeed?: (secret: string) => Promise<Principal | null> | Principal | null;
  /** Puts on record that somebody was refused an operation for want of a right. Awaited before they are told. */
  readonly recordRefusal?: (principal: Principal, operationId: string) => Promise<void>;
  /** How often somebody may ask; absent: as often as they like. */
  readonly limits?: RateLimits;
  readonly readiness: () => Promise<Readiness> | Readiness;
  /** Turns a foreign error (a lost connection, a full disk) into a problem; null when it is a bug. */
  readonly problemFor?: (error: unknown) => Problem | null;
}
