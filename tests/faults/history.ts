/**
 * Judges a history: what clients were answered against what the journal holds. Answers every contradiction in words; a
 * good history has none.
 */
import type { Knex } from 'knex';
import type { Answer } from './client.ts';

export interface Entry {
  readonly caseId: string;
  readonly version: number;
  /** The caller's own id of the request. */
  readonly reference: string | null;
}

/** What the journal holds, read from the tables themselves. */
export async function entriesIn(knex: Knex): Promise<Entry[]> {
  const { rows } = await knex.raw<{ rows: { case_id: string; seq: number; disclosure: string | null }[] }>(
    `select j.case_id, j.seq, d.disclosure from journal j
     left join journal_sealed d on d.entry_id = j.id and d.name = 'data'
     where j.seq is not null order by j.case_id, j.seq`,
  );
  return rows.map(({ case_id, seq, disclosure }) => ({
    caseId: case_id,
    version: seq,
    reference: disclosure === null ? null : referenceIn(disclosure),
  }));
}

function groupedBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function referenceIn(disclosure: string): string | null {
  const [, , data] = JSON.parse(Buffer.from(disclosure, 'base64url').toString('utf8')) as [
    string,
    string,
    { reference?: string },
  ];
  return data.reference ?? null;
}

const isDone = ({ status }: Answer) => status === 200 || status === 201;

/** Every contradiction between the answers and the journal. */
export function contradictions(answers: readonly Answer[], entries: readonly Entry[]): string[] {
  const found: string[] = [];
  const byReference = groupedBy(
    entries.filter(({ reference }) => reference !== null),
    ({ reference }) => reference,
  );
  for (const [reference, same] of byReference)
    if (same.length > 1) found.push(`request ${reference ?? ''} took effect ${same.length} times`);

  for (const answer of answers) {
    const entry = byReference.get(answer.key)?.[0];
    if (isDone(answer)) {
      if (!entry) found.push(`request ${answer.key} was acknowledged and is lost`);
      else if (entry.version !== answer.version || entry.caseId !== answer.answeredCase)
        found.push(`request ${answer.key} was acknowledged at another version`);
    } else if (entry && answer.status !== null && answer.status < 500)
      found.push(`request ${answer.key} was refused with ${answer.status} and took effect`);
  }

  for (const [caseId, own] of groupedBy(entries, (entry) => entry.caseId)) {
    const versions = own.map(({ version }) => version).sort((a, b) => a - b);
    if (versions.some((version, at) => version !== at + 1)) found.push(`case ${caseId} has a gap`);
  }

  const owners = groupedBy(answers.filter(isDone), (answer) => `${answer.answeredCase} ${answer.version}`);
  for (const [place, same] of owners)
    if (new Set(same.map(({ key }) => key)).size > 1) found.push(`${place} was acknowledged to several`);
  return [...found, ...outOfOrder(answers)];
}

/** What was acknowledged before another request was sent comes before it. */
function outOfOrder(answers: readonly Answer[]): string[] {
  const found: string[] = [];
  for (const [caseId, same] of groupedBy(answers.filter(isDone), ({ answeredCase }) => answeredCase)) {
    const sent = same.toSorted((a, b) => a.sentAt - b.sentAt);
    const answered = same.toSorted((a, b) => a.answeredAt - b.answeredAt);
    let highest = 0;
    let at = 0;
    for (const later of sent) {
      for (; at < answered.length && answered[at]!.answeredAt < later.sentAt; at++)
        highest = Math.max(highest, answered[at]!.version ?? 0);
      if ((later.version ?? 0) <= highest) found.push(`case ${caseId ?? ''} ran backwards`);
    }
  }
  return found;
}
