/** The first answer of a request that is sent again: the case as that request left it, rebuilt from the journal. */
import type { Answered } from '../../db/queries/step-read.ts';
import { Problem } from '../contract/problems.ts';
import type { CaseView } from '../contract/cases.ts';
import type { Asker } from './acting.ts';
import { toCaseView } from './case-view.ts';
import { caseAtVersion } from './replay-case.ts';
import type { Runtime } from './runtime.ts';

/** Throws `idempotency-key-reused` when the key answered another request. */
export async function answeredCase(
  runtime: Runtime,
  asker: Asker,
  answered: Answered,
  { fingerprint }: { readonly fingerprint: string },
): Promise<CaseView> {
  if (answered.fingerprint !== fingerprint) throw new Problem('idempotency-key-reused');
  const row = await caseAtVersion(runtime, answered.caseId, answered.version);
  if (!row) throw new Error('an answered request names a case that is not there');
  return toCaseView(row, asker);
}
