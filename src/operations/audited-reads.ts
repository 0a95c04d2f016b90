/**
 * The reads and searches that are put on record, each with its record: all of them in one place, so that what is watched
 * can be read off. A reading is recorded once something was found to read, a search before it is made.
 */
import { isKnownPerson } from '../../db/queries/people.ts';
import type { Purpose } from '../domain/purpose.ts';
import { PersonId, type CaseId, type Instant } from '../domain/vocabulary.ts';
import { everyProcedure } from '../machines/registry.ts';
import type { Asker } from './acting.ts';
import { createDuplicateSearch } from './find-duplicates.ts';
import { createOfficialLookUp } from './look-up.ts';
import { readAssessments } from './read-assessments.ts';
import { readCaseEvents } from './read-case-events.ts';
import { readCaseCounts, readCases, type CasePage } from './list-cases.ts';
import { readCase } from './read-case.ts';
import { readFreeze } from './read-freeze.ts';
import { readPaperHtml, readPaperPdf, type PaperAddress } from './read-papers.ts';
import type { Runtime } from './runtime.ts';
import { createSelfAudit } from './self-audit.ts';

/** Words that `q` finds cases by and that name nobody. */
const CODES = new Set(everyProcedure().flatMap(({ name, states }) => [name, ...Object.keys(states)]));
/** What may be the beginning of a case's id, or of its number. */
const BEGINS_AN_ID = /^(?:[0-9a-f-]+|[a-z]{2,3}-\d{0,4}(?:-\d{0,9})?)$/i;

export function createAuditedReads(runtime: Runtime) {
  const { recordReading, recordSearch, recordRefusal } = createSelfAudit(runtime);

  /** Whom a search of the case list is about; null where it is about no person. A number may be either: then who is known decides. */
  async function personIn(q: string | undefined): Promise<PersonId | null> {
    if (q === undefined || CODES.has(q) || !PersonId.safeParse(q).success) return null;
    if (!BEGINS_AN_ID.test(q)) return q;
    return (await isKnownPerson(runtime.knex, runtime.tenant, q)) ? q : null;
  }

  return {
    /** The case as it stands holds codes only; as it stood, it is rebuilt from its sealed journal. */
    readCase: async (asker: Asker, caseId: CaseId, at?: Instant, purpose: Purpose = 'not_stated') => {
      const view = await readCase(runtime, asker, caseId, at);
      if (at !== undefined) await recordReading(asker, { type: 'case.read', case: view.id, purpose });
      return view;
    },
    readCaseEvents: async (
      asker: Asker,
      caseId: CaseId,
      page: Parameters<typeof readCaseEvents>[3],
      purpose: Purpose = 'not_stated',
    ) => {
      const events = await readCaseEvents(runtime, asker, caseId, page);
      await recordReading(asker, { type: 'case.read', case: caseId, purpose });
      return events;
    },
    readCases: async (asker: Asker, page: CasePage, purpose: Purpose = 'not_stated') => {
      // Every page: a cursor says where to go on, not what was asked before.
      const person = await personIn(page.filter.q);
      if (person !== null) await recordSearch(asker, { person, by: 'case_list', purpose });
      return readCases(runtime, asker, page);
    },
    readCaseCounts: async (asker: Asker, filter: CasePage['filter'], purpose: Purpose = 'not_stated') => {
      const person = await personIn(filter.q);
      if (person !== null) await recordSearch(asker, { person, by: 'case_list', purpose });
      return readCaseCounts(runtime, asker, filter);
    },
    /** One's own sheets are no reading; those of others are. */
    readAssessments: async (asker: Asker, caseId: CaseId, purpose: Purpose = 'not_stated') => {
      const view = await readAssessments(runtime, asker, caseId);
      const ofOthers = view.rounds.flatMap(({ assessors }) => assessors).filter(({ isMe }) => !isMe);
      if (ofOthers.some(({ sheets }) => sheets !== null))
        await recordReading(asker, { type: 'assessment.read', case: view.case, purpose });
      return view;
    },
    readPaperHtml: async (asker: Asker, of: PaperAddress, purpose: Purpose = 'not_stated') => {
      const served = await readPaperHtml(runtime, asker, of);
      await recordReading(asker, { type: 'paper.read', case: of.caseId, paper: of.paperId, purpose });
      return served;
    },
    readPaperPdf: async (asker: Asker, of: PaperAddress, purpose: Purpose = 'not_stated') => {
      const served = await readPaperPdf(runtime, asker, of);
      await recordReading(asker, { type: 'paper.read', case: of.caseId, paper: of.paperId, purpose });
      return served;
    },
    readFreeze: async (asker: Asker, person: PersonId, purpose: Purpose = 'not_stated') => {
      await recordSearch(asker, { person, by: 'freeze', purpose });
      return readFreeze(runtime, asker, person);
    },
    findDuplicates: createDuplicateSearch(runtime, { recordSearch }),
    lookUpOfficials: createOfficialLookUp(runtime, { recordSearch }),
    recordRefusal,
  };
}
