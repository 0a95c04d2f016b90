/** What others of the sample body did meanwhile, or before: over the API, each with the key that the demo made for them. */
import { inject } from 'vitest';

export interface Case {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly procedure: string;
  readonly number: string | null;
  readonly subject: string | null;
  readonly details: Readonly<Record<string, unknown>>;
}

type Data = Readonly<Record<string, unknown>>;

/** Asks as somebody. Throws what the server said where it did not do it. */
export async function ask<T>(
  person: string,
  path: string,
  { body, headers = {} }: { readonly body?: unknown; readonly headers?: Record<string, string> } = {},
): Promise<T> {
  const { url, said } = inject('console');
  const key = new RegExp(`\\s${person}\\s.*?(lw_\\S+)`).exec(said)?.[1];
  if (key === undefined) throw new Error(`The demo made no key for ${person}.`);
  const answer = await fetch(`${url}/api/v1${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      Authorization: `Bearer ${key}`,
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${person} on ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

export const reads = (person: string, id: string): Promise<Case> => ask(person, `/cases/${id}`);

export const opens = (person: string, procedure: string, data: Data): Promise<Case> =>
  ask(person, '/cases', { body: { procedure, data } });

/** One event, on whatever the case has come to. */
export async function does(person: string, id: string, type: string, data: Data = {}): Promise<Case> {
  const { version } = await reads(person, id);
  return ask(person, `/cases/${id}/events`, {
    headers: { 'If-Match': `"${String(version)}"` },
    body: { type, data },
  });
}

/** Complaints whose main subject a person is, as far as somebody may see them. */
export async function complaintsAbout(subject: string, person: string): Promise<Case[]> {
  const { items } = await ask<{ items: Case[] }>(person, '/cases?procedure=complaint&limit=100');
  return items.filter((each) => each.subject === subject);
}
