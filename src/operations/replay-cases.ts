/** Proves for the whole database that each stored case is what its journal gives. Reads only, a page at a time. */
import { findCase, listCaseIds } from '../../db/queries/cases.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { replayDiffers } from './replay-case.ts';
import type { Runtime } from './runtime.ts';

export interface ReplayCases {
  readonly only?: CaseId;
  readonly onDifference: (caseId: CaseId, why: string) => void;
  readonly onProgress?: (count: number) => void;
}

const PAGE = 200;

export async function replayCases(
  runtime: Runtime,
  { only, onDifference, onProgress }: ReplayCases,
): Promise<{ readonly cases: number; readonly differing: number }> {
  let cases = 0;
  let differing = 0;
  for await (const id of only === undefined ? everyCase(runtime) : [only]) {
    const row = await findCase(runtime.knex, runtime.tenant, id);
    if (!row) continue;
    const why = await replayDiffers(runtime, row);
    cases += 1;
    if (why !== null) {
      differing += 1;
      onDifference(id, why);
    }
    if (cases % PAGE === 0) onProgress?.(cases);
  }
  return { cases, differing };
}

async function* everyCase({ knex, tenant }: Runtime): AsyncGenerator<CaseId> {
  let after: CaseId | null = null;
  for (;;) {
    const page: CaseId[] = await listCaseIds(knex, tenant, after, PAGE);
    yield* page;
    if (page.length < PAGE) return;
    after = page.at(-1) ?? null;
  }
}
