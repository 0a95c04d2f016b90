/** Every use case, bound to one runtime: what the API, the CLI and the worker are given. A list, and nothing else. */
import { bindAdministration } from './administration-operations.ts';
import { applyCaseEvent, type ApplyCaseEvent } from './apply-case-event.ts';
import { countClarifications, countToleranceReviews } from './count-coverage.ts';
import { bindAssessments } from './assessment-operations.ts';
import { createAuditedReads } from './audited-reads.ts';
import { createAuthentication } from './authenticate.ts';
import { authenticateFeed, createFeed, readCalendar, revokeFeeds } from './calendar.ts';
import { createIdentityCount } from './count-identities.ts';
import { createKey, type CreateKey } from './create-key.ts';
import { decideIdentity, type DecideIdentity } from './decide-identity.ts';
import { bindDirectory } from './directory-operations.ts';
import { drawPapers } from './draw-papers.ts';
import {
  decideErasure,
  proposeErasure,
  readErasures,
  type DecideErasure,
  type ProposeErasure,
} from './erase-case.ts';
import { bindEvidence } from './evidence-operations.ts';
import { bindFigures } from './figure-operations.ts';
import { schemaOf } from './event-forms.ts';
import { explainClocks } from './explain-clocks.ts';
import { fireDueClocks } from './fire-clocks.ts';
import { forgetAnswered } from '../../db/queries/answered.ts';
import { bindIntake } from './intake-operations.ts';
import { integrateJournal } from './integrate-journal.ts';
import { placeLegalHold, readLegalHolds, releaseHold } from './legal-holds.ts';
import { bindLive } from './live-operations.ts';
import { listActions } from './list-actions.ts';
import { listActs } from './list-acts.ts';
import { listCaseFamily } from './list-case-family.ts';
import { listCasePeople } from './list-case-people.ts';
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
import { listDisclosures, openIdentity } from './open-identity.ts';
import { listCaseMessages, sendMessage } from './case-messages.ts';
import { createPortal } from './portal.ts';
import { planMigration } from './plan-migration.ts';
import { previewPapers } from './preview-papers.ts';
import { queryJournal, type JournalPage } from './query-journal.ts';
import { readCasePath } from './read-case-path.ts';
import { listCasePapers } from './read-papers.ts';
import { createIdentityRequests, readIdentityRequests } from './request-identity.ts';
import { keepSampleAccounts, keepSampleNames, type SampleMember } from './sample-accounts.ts';
import { rotateMasterKey, type RotateMasterKey } from './rotate-master-key.ts';
import { bindSessions } from './session-operations.ts';
import { replayCases, type ReplayCases } from './replay-cases.ts';
import { bindViews } from './view-operations.ts';
import { bindWatch } from './watch-operations.ts';
import { createWords } from './words.ts';
import type { Asker } from './acting.ts';
import type { CaseId, Instant, PersonId } from '../domain/vocabulary.ts';
import type { Runtime } from './runtime.ts';

export function bindOperations(runtime: Runtime) {
  return {
    authenticate: createAuthentication(runtime),
    authenticateFeed: (secret: string) => authenticateFeed(runtime, secret),
    applyCaseEvent: (command: ApplyCaseEvent) => applyCaseEvent(runtime, command),
    openCase: (command: OpenCase) => openCase(runtime, command),
    ...createAuditedReads(runtime),
    ...bindWatch(runtime),
    ...bindEvidence(runtime),
    ...bindAssessments(runtime),
    previewPapers: (asker: Asker, caseId: CaseId, of: Parameters<typeof previewPapers>[3]) =>
      previewPapers(runtime, asker, caseId, of),
    listActions: (asker: Asker, caseId: CaseId) => listActions(runtime, asker, caseId),
    explainClocks: (asker: Asker, caseId: CaseId) => explainClocks(runtime, asker, caseId),
    listCasePeople: (asker: Asker, caseId: CaseId) => listCasePeople(runtime, asker, caseId),
    readCasePath: (asker: Asker, caseId: CaseId) => readCasePath(runtime, asker, caseId),
    listCaseFamily: (asker: Asker, caseId: CaseId) => listCaseFamily(runtime, asker, caseId),
    listDeadlines: (asker: Asker, query: DeadlineQuery) => listDeadlines(runtime, asker, query),
    listFamilyDeadlines: (asker: Asker, caseId: CaseId) => listFamilyDeadlines(runtime, asker, caseId),
    readCalendar: (asker: Asker) => readCalendar(runtime, asker),
    createFeed: (asker: Asker) => createFeed(runtime, asker),
    revokeFeeds: (asker: Asker) => revokeFeeds(runtime, asker),
    listCasePapers: (asker: Asker, caseId: CaseId) => listCasePapers(runtime, asker, caseId),
    queryJournal: (asker: Asker, page: JournalPage) => queryJournal(runtime, asker, page),
    countClarifications: (asker: Asker, period: Parameters<typeof countClarifications>[2]) =>
      countClarifications(runtime, asker, period),
    countToleranceReviews: (asker: Asker, period: Parameters<typeof countToleranceReviews>[2]) =>
      countToleranceReviews(runtime, asker, period),
    readSandboxClock: () => readSandboxClock(runtime),
    keepSampleAccounts: (members: readonly SampleMember[], password: string) =>
      keepSampleAccounts(runtime, members, password),
    keepSampleNames: (people: readonly { readonly person: PersonId; readonly name: string }[]) =>
      keepSampleNames(runtime, people),
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
    requestIdentity: createIdentityRequests(runtime),
    readIdentityRequests: (asker: Asker, caseId: CaseId) => readIdentityRequests(runtime, asker, caseId),
    decideIdentity: (asker: Asker, command: DecideIdentity) => decideIdentity(runtime, asker, command),
    openIdentity: (asker: Asker, of: Parameters<typeof openIdentity>[2]) => openIdentity(runtime, asker, of),
    portal: createPortal(runtime),
    listCaseMessages: (asker: Asker, caseId: CaseId) => listCaseMessages(runtime, asker, caseId),
    sendMessage: (asker: Asker, caseId: CaseId, message: Parameters<typeof sendMessage>[3]) =>
      sendMessage(runtime, asker, caseId, message),
    listDisclosures: (caseId: CaseId) => listDisclosures(runtime, caseId),
    countIdentities: createIdentityCount(runtime),
    placeLegalHold: (asker: Asker, of: Parameters<typeof placeLegalHold>[2]) =>
      placeLegalHold(runtime, asker, of),
    readLegalHolds: (asker: Asker, caseId: CaseId) => readLegalHolds(runtime, asker, caseId),
    releaseLegalHold: (asker: Asker, of: Parameters<typeof releaseHold>[2]) =>
      releaseHold(runtime, asker, of),
    proposeErasure: (asker: Asker, command: ProposeErasure) => proposeErasure(runtime, asker, command),
    readErasures: (asker: Asker, caseId: CaseId) => readErasures(runtime, asker, caseId),
    decideErasure: (asker: Asker, command: DecideErasure) => decideErasure(runtime, asker, command),
    rotateMasterKey: (command: RotateMasterKey) => rotateMasterKey(runtime, command),
    ...bindViews(runtime),
    ...bindDirectory(runtime),
    ...bindAdministration(runtime),
    ...bindFigures(runtime),
    ...bindSessions(runtime),
    ...bindLive(runtime),
    ...bindIntake(runtime),
    definitionHash: runtime.definitionHash,
    schemaOf,
    readWords: createWords(runtime),
    createKey: (command: CreateKey) => createKey(runtime, command),
    fireDueClocks: () => fireDueClocks(runtime),
    integrateJournal: () => integrateJournal(runtime),
    drawPapers: () => drawPapers(runtime),
    forgetAnswered: () => forgetAnswered(runtime.knex),
  };
}

export type Operations = ReturnType<typeof bindOperations>;
