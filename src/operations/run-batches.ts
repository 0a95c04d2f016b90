/**
 * Works through the batches that run, a case at a time. Any number of workers may: each case is claimed in the database,
 * and what was done before a worker died is not done again. Rights are those of the moment.
 */
import {
  claimItem,
  finishBatches,
  settleItem,
  stopBatch,
  type BatchAsker,
  type ClaimedItem,
} from '../../db/queries/batches.ts';
import { isDatabaseAway } from '../../db/errors.ts';
import { Problem } from '../contract/problems.ts';
import type { Asker } from './acting.ts';
import { applyToItem, isRefusal, refusalOf } from './batch-item.ts';
import { batchReason } from './batches.ts';
import type { Runtime } from './runtime.ts';

/** Settles one case; answers whether there may be more. A bug is settled as a failure and thrown, for the log. */
export async function runBatches(runtime: Runtime): Promise<boolean> {
  const { knex, tenant } = runtime;
  const claimed = await claimItem(knex, tenant);
  if (!claimed) {
    await finishBatches(knex, tenant);
    return false;
  }
  const { batch, asker } = claimed;
  if (asker.roles.length === 0) await stopBatch(knex, tenant, batch, 'rights_ended');
  else await settle(runtime, claimed);
  return true;
}

async function settle(runtime: Runtime, claimed: ClaimedItem): Promise<void> {
  const { knex, tenant } = runtime;
  const { batch, number, event, data, case: caseId } = claimed;
  try {
    const reason = batchReason(runtime, claimed.reason) ?? '';
    const version = await applyToItem(runtime, asAsker(claimed.asker), caseId, {
      batch,
      event,
      data,
      reason,
    });
    await settleItem(knex, tenant, { batch, number }, { status: 'done', version });
  } catch (error) {
    if (isDatabaseAway(error)) throw error; // the claim lapses, and the case has its turn again
    const problem = error instanceof Problem ? error : new Problem('internal-error');
    const { code, guard, words } = refusalOf(problem);
    const status = isRefusal(error) ? 'skipped' : 'failed';
    await settleItem(
      knex,
      tenant,
      { batch, number },
      { status, code, words, ...(guard !== null && { guard }) },
    );
    if (!(error instanceof Problem)) throw error;
  }
}

const asAsker = ({ person, unit, key, roles, bodies }: BatchAsker): Asker => ({
  personId: person,
  roles,
  unit,
  bodies,
  keyId: key ?? '',
  via: key === null ? 'session' : 'key',
});
