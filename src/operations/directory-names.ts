/** What the directory calls those whom a case and its events name: persons and units, asked for at once. */
import { listNames } from '../../db/queries/people.ts';
import type { CaseRow } from '../../db/queries/step-read.ts';
import { listUnitNames } from '../../db/queries/units.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import type { Runtime } from './runtime.ts';

/** By reference and by code; who or what has no name there is left out. */
export interface DirectoryNames {
  readonly names: ReadonlyMap<PersonId, string>;
  readonly units: ReadonlyMap<string, string>;
}

/** Where a case and its events name persons that a paper may name. Identities of reporters stand in none of them. */
const NAMING_PERSONS = ['subject', 'assignee', 'person', 'persons', 'participants', 'heard', 'waived'];

/** Where they name units and bodies. */
const NAMING_UNITS = ['unit', 'body'];

/** The names that a paper of this case may need, by what the case remembered and what its events brought. */
export async function namesIn(
  { knex, tenant }: Runtime,
  { unit }: Pick<CaseRow, 'unit'>,
  values: readonly unknown[],
): Promise<DirectoryNames> {
  const units = valuesOf(NAMING_UNITS, values);
  return {
    names: await listNames(knex, tenant, valuesOf(NAMING_PERSONS, values)),
    units: await listUnitNames(knex, tenant, unit === null ? units : [...units, unit]),
  };
}

/** Every text that stands under one of these names, wherever it does. */
function valuesOf(naming: readonly string[], values: readonly unknown[]): string[] {
  const found = new Set<string>();
  const walk = (value: unknown, isNaming: boolean): void => {
    if (typeof value === 'string') {
      if (isNaming) found.add(value);
    } else if (Array.isArray(value)) for (const one of value) walk(one, isNaming);
    else if (typeof value === 'object' && value !== null)
      for (const [name, one] of Object.entries(value)) walk(one, naming.includes(name));
  };
  walk(values, false);
  return [...found];
}
