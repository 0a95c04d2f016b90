/**
 * Persons in what the journal tells an auditor: events of cases name them by the directory of the body, an auditor knows them
 * by pseudonym. Where a person has none (nobody ever gave them a key or an account), not even that is told.
 */
import { z } from 'zod';
import { PersonId } from '../domain/vocabulary.ts';
import { everyProcedure } from '../machines/registry.ts';

/** What stands for a person whom the journal has no pseudonym for. */
export const UNNAMED = 'withheld';

/** Procedures whose events are meant; other acts name persons by pseudonym themselves. */
const PROCEDURES = new Set(everyProcedure().map(({ name }) => name));

/** Names of fields that hold a person in some event: read from the schemas, so that none has to be kept in a list. */
const PERSON_FIELDS: ReadonlySet<string> = personFields();

/** A clock that runs once for each person is told apart by them. */
const MAY_BE_A_PERSON = 'instance';

function personFields(): Set<string> {
  const found = new Set<string>();
  const walk = (schema: unknown, name: string): void => {
    if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
      walk(schema.unwrap(), name);
    else if (schema instanceof z.ZodArray) walk(schema.element, name);
    else if (schema instanceof z.ZodUnion) for (const option of schema.options) walk(option, name);
    else if (schema instanceof z.ZodObject)
      for (const [field, inner] of Object.entries(schema.shape)) walk(inner, field);
    else if (schema instanceof z.ZodType && schema.meta()?.id === PersonId.meta()?.id) found.add(name);
  };
  for (const { events } of everyProcedure()) for (const schema of Object.values(events)) walk(schema, '');
  return found;
}

/** Whether an entry is an event of a case, whose data name persons by the directory. */
export const isCaseEvent = (type: string): boolean => PROCEDURES.has(type.slice(0, type.indexOf('.')));

/** Every text in a value that may name a person. */
export function personsNamedIn(value: unknown): PersonId[] {
  const found: PersonId[] = [];
  mapPersons(value, (person) => {
    found.push(person);
    return person;
  });
  return found;
}

/** The value with pseudonyms in place of persons. */
export const withPseudonyms = (value: unknown, pseudonyms: ReadonlyMap<PersonId, string>): unknown =>
  mapPersons(value, (person, isSure) => pseudonyms.get(person) ?? (isSure ? UNNAMED : person));

type Rename = (person: PersonId, isSure: boolean) => string;

function mapPersons(value: unknown, rename: Rename, name = ''): unknown {
  if (typeof value === 'string') {
    if (PERSON_FIELDS.has(name)) return rename(value, true);
    return name === MAY_BE_A_PERSON ? rename(value, false) : value;
  }
  if (Array.isArray(value)) return value.map((item) => mapPersons(item, rename, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([field, inner]) => [field, mapPersons(inner, rename, field)]),
  );
}
