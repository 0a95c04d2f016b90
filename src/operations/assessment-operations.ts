/** Use cases about assessments that are not put on record by their reading, bound to one runtime. A list, and nothing else. */
import type { AssessmentSheet } from '../contract/assessments.ts';
import type { CaseId, PersonId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { keepAssessment, nameAssessors, submitAssessment } from './keep-assessments.ts';
import type { Runtime } from './runtime.ts';

export const bindAssessments = (runtime: Runtime) => ({
  keepAssessment: (asker: Asker, caseId: CaseId, sheets: readonly AssessmentSheet[]) =>
    keepAssessment(runtime, asker, caseId, sheets),
  submitAssessment: (asker: Asker, caseId: CaseId) => submitAssessment(runtime, asker, caseId),
  nameAssessors: (asker: Asker, caseId: CaseId, assessors: readonly PersonId[]) =>
    nameAssessors(runtime, asker, caseId, assessors),
});
