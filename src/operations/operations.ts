/** Every use case, bound to one runtime: what the API, the CLI and the worker are given. A list, and nothing else. */
import { applyCaseEvent, type ApplyCaseEvent } from './apply-case-event.ts';
import { countClarifications, countToleranceReviews } from './count-coverage.ts';
import { createAuthentication } from './authenticate.ts';
import { authenticateFeed, createFeed, readCalendar, revokeFeeds } from './calendar.ts';
import { createKey, type CreateKey } from './create-key.ts';
import { drawPapers } from './draw-papers.ts';
import { explainClocks } from './explain-clocks.ts';
import { fireDueClocks } from './fire-clocks.ts';
import { forgetAnswered } from '../../db/queries/answered.ts';
import { integrateJournal } from './integrate-journal.ts';
import { listActions, schemaOf } from './list-actions.ts';
import { listActs } from './list-acts.ts';
import { listCaseFamily } from './list-case-family.ts';
import { listDeadlines, listFamilyDeadlines, type DeadlineQuery } from './list-deadlines.ts';
import {
  approveMigration,
  proposeMigration,
  readMigration,
  readMigrationCases,
  readMigrations,
  type ApproveMigration,
} from './migrate-cases.ts';
import { beginSandbox, moveSandboxClock, readSandboxClock } from './move-sandbox-clock.ts';
import { openCase, type OpenCase } from './open-case.ts';
import { planMigration } from './plan-migration.ts';
import { queryJournal, type JournalPage } from './query-journal.ts';
import { readCase, readCases, type CasePage } from './read-case.ts';
import { readCaseEvents } from './read-case-events.ts';
import { readFreeze } from './read-freeze.ts';
import { listCasePapers, readPaperHtml, readPaperPdf, type PaperAddress } from './read-papers.ts';
import { replayCases, type ReplayCases } from './replay-cases.ts';
import type { Asker } from './acting.ts';
import type { CaseId, Instant, PersonId } from '../domain/vocabulary.ts';
import type { Runtime } from './runtime.ts';

export function bindOperations(runtime: Runtime) {
  return {
    authenticate: createAuthentication(runtime),
    authenticateFeed: (secret: string) => authenticateFeed(runtime, secret),
    applyCaseEvent: (command: ApplyCaseEvent) => applyCaseEvent(runtime, command),
    openCase: (command: OpenCase) => openCase(runtime, command),
    readCase: (asker: Asker, caseId: CaseId, at?: Instant) => readCase(runtime, asker, caseId, at),
    readCases: (asker: Asker, page: CasePage) => readCases(runtime, asker, page),
    readCaseEvents: (asker: Asker, caseId: CaseId, page: Parameters<typeof readCaseEvents>[3]) =>
      readCaseEvents(runtime, asker, caseId, page),
    listActions: (asker: Asker, caseId: CaseId) => listActions(runtime, asker, caseId),
    explainClocks: (asker: Asker, caseId: CaseId) => explainClocks(runtime, asker, caseId),
    listCaseFamily: (asker: Asker, caseId: CaseId) => listCaseFamily(runtime, asker, caseId),
    listDeadlines: (asker: Asker, query: DeadlineQuery) => listDeadlines(runtime, asker, query),
    listFamilyDeadlines: (asker: Asker, caseId: CaseId) => listFamilyDeadlines(runtime, asker, caseId),
    readCalendar: (asker: Asker) => readCalendar(runtime, asker),
    createFeed: (asker: Asker) => createFeed(runtime, asker),
    revokeFeeds: (asker: Asker) => revokeFeeds(runtime, asker),
    listCasePapers: (asker: Asker, caseId: CaseId) => listCasePapers(runtime, asker, caseId),
    readPaperHtml: (asker: Asker, of: PaperAddress) => readPaperHtml(runtime, asker, of),
    readPaperPdf: (asker: Asker, of: PaperAddress) => readPaperPdf(runtime, asker, of),
    readFreeze: (asker: Asker, person: PersonId) => readFreeze(runtime, asker, person),
    queryJournal: (asker: Asker, page: JournalPage) => queryJournal(runtime, asker, page),
    countClarifications: (asker: Asker, period: Parameters<typeof countClarifications>[2]) =>
      countClarifications(runtime, asker, period),
    countToleranceReviews: (asker: Asker, period: Parameters<typeof countToleranceReviews>[2]) =>
      countToleranceReviews(runtime, asker, period),
    readSandboxClock: () => readSandboxClock(runtime),
    beginSandboxClock: (at: Instant) => beginSandbox(runtime, at),
    moveSandboxClock: (to: Instant) => moveSandboxClock(runtime, to),
    listActs: (asker: Asker, caseId: CaseId, person: PersonId) => listActs(runtime, asker, caseId, person),
    replayCases: (command: ReplayCases) => replayCases(runtime, command),
    planMigration: (
      ...plan: Parameters<typeof planMigration> extends [unknown, ...infer Rest] ? Rest : never
    ) => planMigration(runtime, ...plan),
    proposeMigration: (asker: Asker, of: Parameters<typeof proposeMigration>[2]) =>
      proposeMigration(runtime, asker, of),
    readMigration: (id: string) => readMigration(runtime, id),
    readMigrations: (page: Parameters<typeof readMigrations>[1]) => readMigrations(runtime, page),
    readMigrationCases: (id: string, page: Parameters<typeof readMigrationCases>[2]) =>
      readMigrationCases(runtime, id, page),
    approveMigration: (asker: Asker, command: ApproveMigration) => approveMigration(runtime, asker, command),
    definitionHash: runtime.definitionHash,
    schemaOf,
    createKey: (command: CreateKey) => createKey(runtime, command),
    fireDueClocks: () => fireDueClocks(runtime),
    integrateJournal: () => integrateJournal(runtime),
    drawPapers: () => drawPapers(runtime),
    forgetAnswered: () => forgetAnswered(runtime.knex),
  };
}

export type Operations = ReturnType<typeof bindOperations>;
