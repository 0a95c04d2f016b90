/**
 * The one way the directory changes: in a transaction, with its entry in the journal; a refusal leaves everything as it
 * was but for an entry of its own. Entries hold codes and pseudonyms; names and free text are nowhere in them.
 */
import type { Knex } from 'knex';
import { constraintOf, isRetryable } from '../../db/errors.ts';
import { findPresent } from '../../db/queries/directory.ts';
import { writeSteps } from '../../db/queries/step-write.ts';
import { Problem } from '../contract/problems.ts';
import { DIRECTORY_RULES, type DirectoryRule, type DirectoryRuleName } from '../domain/directory.ts';
import type { Instant, PersonId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { makeEntry } from './journal-entry.ts';
import type { Runtime } from './runtime.ts';

type Data = Readonly<Record<string, unknown>>;

/** What a change works with. */
export interface Change {
  readonly trx: Knex.Transaction;
  readonly tenant: string;
  /** Now, by the clock of clocks. */
  readonly at: Instant;
  /** Journals what was done, in the transaction of the change. */
  readonly note: (type: string, data: Data) => Promise<void>;
}

/** A rule said no. Thrown inside a change; what was written in it is rolled back. */
export class RuleBroken extends Error {
  override readonly name = 'RuleBroken';
  readonly rule: DirectoryRuleName;

  constructor(rule: DirectoryRuleName) {
    super(rule);
    this.rule = rule;
  }
}

/** Throws unless it holds. */
export function keep(rule: DirectoryRuleName, holds: boolean): void {
  if (!holds) throw new RuleBroken(rule);
}

/** Throws where a person would change what they themselves hold. */
export const keepFromOneself = (asker: Asker, person: PersonId): void => {
  keep('is_not_for_oneself', asker.personId !== person);
};

/**
 * Runs `work` for somebody; null: for the operator. A broken rule is journalled as `refusedAs` with `about`, which holds
 * codes and pseudonyms and nothing the caller wrote freely. Throws `Problem`: validation-failed, directory-conflict, not-permitted.
 */
export async function changeDirectory<T>(
  runtime: Runtime,
  asker: Asker | null,
  { refusedAs, about = {} }: { readonly refusedAs: string; readonly about?: Data },
  work: (change: Change) => Promise<T>,
): Promise<T> {
  const { knex, tenant } = runtime;
  const { at, pseudonym } = await findPresent(knex, tenant, asker?.personId ?? '');
  const actor = asker ? pseudonym : runtime.systemPseudonym;
  if (actor === null) throw new Error('the actor has no pseudonym');
  const write = async (trx: Knex, type: string, outcome: 'done' | 'refused', data: Data) => {
    const { entry, sealed } = makeEntry({
      type,
      time: at,
      recorded: new Date().toISOString(),
      actor,
      outcome,
      disclosed: [{ name: 'data', value: data }],
    });
    await writeSteps(trx, tenant, [{ moves: [], entries: [entry], sealed }]);
  };
  for (let tries = 1; ; tries++) {
    try {
      const result = await knex.transaction((trx) =>
        work({ trx, tenant, at, note: (type, data) => write(trx, type, 'done', data) }),
      );
      runtime.onWritten?.();
      return result;
    } catch (error) {
      if (isRetryable(error) && tries < MOST_TRIES) continue;
      const rule = ruleBrokenBy(error);
      if (!rule) throw error;
      await write(knex, refusedAs, 'refused', { rule, ...about });
      runtime.onWritten?.();
      throw ruleProblem(rule);
    }
  }
}

/** Two changes that lock the same persons the other way round: the database breaks the tie, and one goes again. */
const MOST_TRIES = 3;

/** The database holds some of the rules as well, and names its constraints after them. */
function ruleBrokenBy(error: unknown): DirectoryRuleName | undefined {
  if (error instanceof RuleBroken) return error.rule;
  const constraint = constraintOf(error);
  return constraint !== undefined && Object.hasOwn(DIRECTORY_RULES, constraint)
    ? (constraint as DirectoryRuleName)
    : undefined;
}

/** The refusal as callers see it. */
export function ruleProblem(name: DirectoryRuleName): Problem {
  const { words, basis, answer, pointer }: DirectoryRule = DIRECTORY_RULES[name];
  const told = { guard: name, basis: [...basis] };
  switch (answer) {
    case 'wrong':
      return new Problem('validation-failed', words, {
        ...told,
        errors: [{ pointer: pointer ?? '', message: words }],
      });
    case 'stands_against':
      return new Problem('directory-conflict', words, told);
    case 'not_oneself':
      return new Problem('not-permitted', words, told);
  }
}
