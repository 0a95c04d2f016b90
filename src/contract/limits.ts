/**
 * How much the program takes before it says no: every such figure, in one place. None of them is a rule on cases; each is
 * far above what honest work needs and low enough to stop a runaway client, a guesser or somebody who leafs through files.
 */

/** Requests a second with one key (`LEEWAY_RATE_LIMIT` sets another figure). One busy system stays below; a loop does not. */
export const REQUESTS_PER_SECOND = 3_000;

/**
 * Credentials a second, of the whole process, that may turn out wrong. Past it who has none that is valid gets 429 in
 * place of 401; who has one is never turned away by the failures of others. Secrets have 256 bits: this saves the log
 * and the processor, and shows in the figures. It is not what keeps them from being guessed.
 */
export const WRONG_CREDENTIALS_PER_SECOND = 50;

/** Requests being answered at once. Past it newcomers are sent away with 503 while those within are finished. */
export const REQUESTS_IN_FLIGHT = 1_000;

/** Searches over persons that one person may make in an hour before it is put on record and refused (T2). */
export const SEARCHES_PER_HOUR = 200;

/** The same for a connected system, which asks for many people: a personnel system looks through a list of promotions. */
export const SEARCHES_PER_HOUR_OF_SYSTEMS = 5_000;

/** How many tries a sign-in has within a quarter of an hour (docs/adr/0017), and when strangers have to wait. */
export interface SignInLimits {
  /** Tries of one stranger on one account. */
  readonly perSource: number;
  /** Tries of all strangers on one account. */
  readonly perAccount: number;
  /** Tries in one browser that the owner signed in with before, and of whoever is signed in. */
  readonly perBrowser: number;
  /** Failures of everybody in a minute, past which each stranger waits `slowMs` milliseconds. */
  readonly failuresAMinute: number;
  readonly slowMs: number;
}

export const SIGN_IN_LIMITS: SignInLimits = {
  perSource: 5,
  perAccount: 50,
  perBrowser: 10,
  failuresAMinute: 100,
  slowMs: 2_000,
};

/** How much the reporter's portal takes (docs/adr/0020): counted for everybody together, since it knows nobody's address. */
export const PORTAL_LIMITS = {
  /** Reports a minute. */
  reportsAMinute: 60,
  /** Times one form may be sent in a quarter of an hour, corrections included. */
  triesOfAForm: 30,
  /** Codes tried a minute that begin with the same two digits, and turn out wrong. */
  wrongInALane: 5,
  /** Codes that turn out wrong a minute, past which each further try waits `slowMs` milliseconds. */
  wrongAMinute: 60,
  slowMs: 1_000,
  /** Tries that wait at once; the next is sent away. */
  mostWaiting: 20,
  /** Messages a minute in one mailbox. */
  messagesAMinute: 10,
} as const;
export type PortalLimits = typeof PORTAL_LIMITS;

/** How much the live updates take: a stream is an open line, which costs little, but not nothing. */
export const LIVE_LIMITS = {
  /** Streams of one person: as many windows as somebody looks at. */
  perPerson: 5,
  /** Streams of one process. */
  total: 300,
  /** Milliseconds between two looks at the journal, for all streams together. */
  tickMs: 1_000,
  /** Entries behind which a stream is told to read anew instead of hearing each. */
  mostBehind: 5_000,
  /** Looks that may fail one after another before the streams end. */
  mostFailures: 5,
} as const;
export type LiveLimits = { readonly [Name in keyof typeof LIVE_LIMITS]: number };

/** Cases of one batch: those that are named, and those that a filter finds. */
export const BATCH_LIMITS = { named: 500, found: 1_000 } as const;
