/** What may be sent as evidence, and who opened what there is: for the tab of materials. Reads only. */
import { listReadingsOfEvidence } from '../../db/queries/evidence-readings.ts';
import { listNamed } from '../../db/queries/people.ts';
import type { EvidenceLimits, EvidenceReadingList } from '../contract/evidence.ts';
import { Problem } from '../contract/problems.ts';
import { EVIDENCE_KINDS } from '../domain/evidence-kinds.ts';
import { mayTry } from '../domain/permission.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { keepingOf, readsAll } from './evidence-view.ts';
import { disclosedValue } from './journal-entry.ts';
import { visibleCase } from './read-case.ts';
import { noSuchCase } from './refusal-problem.ts';
import type { Runtime } from './runtime.ts';
import { seenBy } from './seen-by.ts';

const MOST = 500;

/** Throws `Problem`: not-found, also for a party, who is not told who looks at what; not-permitted. */
export async function listEvidenceReadings(
  runtime: Runtime,
  asker: Asker,
  caseId: CaseId,
): Promise<EvidenceReadingList> {
  const row = await visibleCase(runtime, asker, caseId);
  if (!mayTry(asker.roles, 'evidence.read')) throw new Problem('not-permitted');
  if (!readsAll(asker, row)) throw noSuchCase();
  const entries = await seenBy(runtime, asker, (db) =>
    listReadingsOfEvidence(db, runtime.tenant, row.id, MOST + 1),
  );
  const pseudonyms = [...new Set(entries.map(({ actor }) => actor))];
  const named = await listNamed(runtime.knex, runtime.tenant, { pseudonyms });
  const told = new Map(named.filter(({ isTold }) => isTold).map((person) => [person.pseudonym, person]));
  return {
    items: entries.slice(0, MOST).map(({ actor, at, disclosure }) => {
      const { evidence, copy, purpose } = disclosedValue(disclosure) as {
        evidence: string;
        copy: 'original' | 'cleaned';
        purpose: string;
      };
      const person = told.get(actor);
      return {
        evidence,
        by: actor,
        person: person?.id ?? null,
        name: person?.name ?? null,
        at,
        copy,
        purpose,
      };
    }),
    isCapped: entries.length > MOST,
  };
}

/** What is taken, whatever a case holds already. */
export function evidenceLimits(runtime: Runtime): EvidenceLimits {
  const { mostBytes, mostFilesOfCase, mostBytesOfCase } = keepingOf(runtime);
  return {
    mostBytes,
    mostFilesOfCase,
    mostBytesOfCase,
    kinds: Object.entries(EVIDENCE_KINDS).map(([kind, { words, endings, cleaner }]) => ({
      kind,
      label: words,
      endings: [...endings],
      isCleaned: cleaner !== null,
    })),
  };
}
