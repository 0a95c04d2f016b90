/** What knex would print to the console goes to whoever opened the database; nothing is printed. */
import type { Knex } from 'knex';

const ignore = (): undefined => undefined;

export function loggerTo(onWarning: (message: string) => void = ignore): Knex.Logger {
  const warn = (message: unknown) => {
    onWarning(String(message));
  };
  return { warn, error: warn, deprecate: ignore, debug: ignore };
}
