/**
 * What a command is, and what it is given of the program. Commands decide nothing and open nothing by themselves:
 * `main` hands them a runtime, the terminal and the means to serve.
 */
import type { Operations } from '../operations/operations.ts';
import type { Runtime } from '../operations/runtime.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { Profile } from '../domain/profile.ts';

/** The database opened, checked, migrated and ready; closed when the command is over. */
export interface Opened {
  readonly runtime: Runtime;
  readonly operations: Operations;
  readonly isSandbox: boolean;
  readonly database: { readonly kind: 'embedded' | 'postgresql'; readonly durability: string };
}

export interface Serving {
  readonly url: string;
  readonly opened: Opened;
  /** Resolves when the server was asked to stop and has. */
  readonly stopped: Promise<void>;
}

export interface MasterKeyChange {
  /** The next key was in force already: a run before this one was over. */
  readonly wasInForce: boolean;
  /** How many keys were wrapped anew. */
  readonly keys: number;
  /** How the source of the next key is named in a sentence. */
  readonly name: string;
}

export interface Program {
  /** One line of the answer, on standard output. */
  readonly out: (line: string) => void;
  /** A word on the side, on standard error. */
  readonly say: (line: string) => void;
  /** Progress of long work: shown on a terminal, nothing in a pipe. */
  readonly progress: (line: string) => void;
  readonly isSandbox: boolean;
  readonly databaseUrl: string | null;
  /** The file of the `leeway` command, to start it again. */
  readonly binary: string;
  /** The policy profiles in force, with their calendars. */
  readonly profiles: () => ReadonlyMap<string, Profile & { readonly calendar: Calendar }>;
  readonly withOpened: <T>(run: (opened: Opened) => Promise<T>) => Promise<T>;
  /** Migrates only; answers the names of what was done. */
  readonly migrate: () => Promise<readonly string[]>;
  /** Puts another master key in place of the present one. */
  readonly changeMasterKey: (
    next: { readonly file: string } | { readonly command: string },
    onProgress: (count: number) => void,
  ) => Promise<MasterKeyChange>;
  /** Starts the server; with `sandbox` on an empty database, a sandbox whatever the environment says. */
  readonly serve: (options?: { readonly sandbox?: boolean; readonly isQuiet?: boolean }) => Promise<Serving>;
}

/** 0 ok, 1 the answer is no, 2 wrong use. */
export type ExitStatus = 0 | 1 | 2;

export interface Command {
  /** One word or two: `serve`, `keys create`. */
  readonly name: string;
  readonly summary: string;
  /** The text behind `--help`, without the first line. */
  readonly help: string;
  readonly options?: Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;
  /** How many plain words may follow; 0 when absent. */
  readonly mostWords?: number;
  readonly run: (given: Given, program: Program) => Promise<ExitStatus>;
}

export interface Given {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly words: readonly string[];
}

/** Wrong use: the message says what was wrong and what was expected; exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
