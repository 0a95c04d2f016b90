/** Use cases about conflicts, interference and reading out of the ordinary, bound to one runtime. A list, and nothing else. */
import type { Asker } from './acting.ts';
import { breakGlass, endBreaking, readBreakGlass, reviewBreaking, type BreakGlass } from './break-glass.ts';
import {
  declareRelation,
  readRelations,
  recordRelationEnd,
  type DeclareRelation,
} from './declare-relations.ts';
import { findConflicts } from './find-conflicts.ts';
import { readInterference, reportInterference, type InterferencePage } from './report-interference.ts';
import { readShutOuts } from './shut-outs.ts';
import type { CaseId, PersonId } from '../domain/vocabulary.ts';
import type { Runtime } from './runtime.ts';

export const bindWatch = (runtime: Runtime) => ({
  findConflicts: (asker: Asker, caseId: CaseId, person: PersonId) =>
    findConflicts(runtime, asker, caseId, person),
  readShutOuts: (asker: Asker, page: Parameters<typeof readShutOuts>[2]) =>
    readShutOuts(runtime, asker, page),
  declareRelation: (asker: Asker, command: DeclareRelation) => declareRelation(runtime, asker, command),
  readRelations: (asker: Asker, person: PersonId) => readRelations(runtime, asker, person),
  recordRelationEnd: (asker: Asker, of: Parameters<typeof recordRelationEnd>[2]) =>
    recordRelationEnd(runtime, asker, of),
  reportInterference: (asker: Asker, caseId: CaseId, report: Parameters<typeof reportInterference>[3]) =>
    reportInterference(runtime, asker, caseId, report),
  readInterference: (asker: Asker, page: InterferencePage) => readInterference(runtime, asker, page),
  breakGlass: (asker: Asker, command: BreakGlass) => breakGlass(runtime, asker, command),
  readBreakGlass: (asker: Asker, page: Parameters<typeof readBreakGlass>[2]) =>
    readBreakGlass(runtime, asker, page),
  endBreakGlass: (asker: Asker, id: string) => endBreaking(runtime, asker, id),
  reviewBreakGlass: (asker: Asker, id: string, review: Parameters<typeof reviewBreaking>[3]) =>
    reviewBreaking(runtime, asker, id, review),
});
