/** Use cases about evidence, bound to one runtime. A list, and nothing else. */
import type { CaseId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { addEvidence, type IncomingFile } from './add-evidence.ts';
import { evidenceLimits, listEvidenceReadings } from './evidence-readings.ts';
import { listCaseEvidence, readEvidence, type EvidenceAddress } from './read-evidence.ts';
import { removeForeignFiles } from './remove-foreign-files.ts';
import type { Runtime } from './runtime.ts';

export const bindEvidence = (runtime: Runtime) => ({
  addEvidence: (asker: Asker, caseId: CaseId, file: IncomingFile) =>
    addEvidence(runtime, asker, caseId, file),
  listCaseEvidence: (asker: Asker, caseId: CaseId) => listCaseEvidence(runtime, asker, caseId),
  listEvidenceReadings: (asker: Asker, caseId: CaseId) => listEvidenceReadings(runtime, asker, caseId),
  evidenceLimits: () => evidenceLimits(runtime),
  readEvidence: (asker: Asker, of: EvidenceAddress) => readEvidence(runtime, asker, of),
  removeForeignFiles: () => removeForeignFiles(runtime),
});
