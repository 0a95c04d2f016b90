/** Somebody who keeps the directory, as a caller of an API, and what the journal says of it. */
import { disclosedValue } from '../src/operations/journal-entry.ts';
import type { Caller } from './caller.ts';
import type { Api } from './harness.ts';

const ROOT = '/api/v1';

export interface Told {
  readonly type: string;
  readonly outcome: string;
  readonly actor: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** What the journal has of one type, oldest first. */
export async function toldOf({ knex }: Pick<Api, 'knex'>, type: string): Promise<Told[]> {
  const { rows } = await knex.raw<{ rows: (Omit<Told, 'data'> & { disclosure: string | null })[] }>(
    `select j.type, j.outcome, j.actor, d.disclosure from journal j
     left join journal_sealed d on d.tenant_id = j.tenant_id and d.entry_id = j.id and d.name = 'data'
     where j.type = ? order by j.recorded_at, j.id`,
    [type],
  );
  return rows.map(({ disclosure, ...row }) => ({
    ...row,
    data: disclosure === null ? {} : (disclosedValue(disclosure) as Told['data']),
  }));
}

/** The latest entry of a type. */
export const lastTold = async (api: Pick<Api, 'knex'>, type: string): Promise<Told | undefined> =>
  (await toldOf(api, type)).at(-1);

export async function pseudonymOf({ knex }: Pick<Api, 'knex'>, person: string): Promise<string> {
  const row = await knex('people').where({ id: person }).first<{ pseudonym: string }>('pseudonym');
  return row.pseudonym;
}

/** Asks for a grant; the reply may be a refusal. */
export const grants = (by: Caller, grant: Readonly<Record<string, unknown>>) =>
  by.post(`${ROOT}/grants`, grant);

/** Makes a person known; anything but success fails the test. */
export async function knows(by: Caller, person: string, name = `Name of ${person}`): Promise<void> {
  const reply = await by.put(`${ROOT}/people/${person}`, { name });
  if (reply.status > 201) throw new Error(`${person}: ${reply.status} ${JSON.stringify(reply.body)}`);
}

/** Makes a unit; anything but success fails the test. */
export async function hasUnit(by: Caller, id: string, parentId: string | null = null): Promise<void> {
  const reply = await by.put(`${ROOT}/units/${id}`, { name: `Name of ${id}`, parentId });
  if (reply.status > 201) throw new Error(`${id}: ${reply.status} ${JSON.stringify(reply.body)}`);
}
