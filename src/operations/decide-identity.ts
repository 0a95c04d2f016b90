/**
 * Decides on a request to open a sealed identity: by a second person who neither asked nor handles the matter. Finding out
 * who reported without a name takes the superior body (4.5).
 */
import { decideIdentityRequest } from '../../db/queries/identity-requests.ts';
import type { IdentityRequestView } from '../contract/identities.ts';
import { Problem } from '../contract/problems.ts';
import { isTracing, type IdentityPurpose } from '../domain/identity-purposes.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { actEntry, actingOn, refuse, writeAct, type ActingOn } from './case-act.ts';
import { requestOf, toRequestView } from './request-identity.ts';
import type { Runtime } from './runtime.ts';

const ACT = 'identity.approve';

export interface DecideIdentity {
  readonly caseId: CaseId;
  readonly requestId: string;
  readonly approve: boolean;
  readonly reason: string;
}

/** Throws `Problem`: not-found, not-permitted, request-closed. */
export async function decideIdentity(
  runtime: Runtime,
  asker: Asker,
  { caseId, requestId, approve, reason }: DecideIdentity,
): Promise<IdentityRequestView> {
  const acting = await actingOn(runtime, asker, caseId, { act: ACT });
  const request = await requestOf(runtime, acting.row.id, requestId);
  if (request.requested_by === asker.personId) await refuse(runtime, acting, ACT, 'is_another_person');
  if (isHandling(acting)) await refuse(runtime, acting, ACT, 'is_not_handler');
  const purpose = request.purpose as IdentityPurpose;
  if (
    isTracing(purpose, acting.row.context as { isRealName?: boolean }) &&
    !asker.roles.includes('superior_body')
  )
    await refuse(runtime, acting, ACT, 'is_tracing_authority');
  if (request.status !== 'requested') throw requestClosed(request.status);
  const { id: entry, group } = actEntry(runtime, acting, {
    type: approve ? 'identity.approved' : 'identity.refused',
    data: { request: request.id, purpose, requester: request.requester },
    reason,
  });
  const isDecided = await runtime.knex.transaction(async (trx) => {
    const decided = await decideIdentityRequest(trx, runtime.tenant, request.id, {
      status: approve ? 'approved' : 'refused',
      decided_by: asker.personId,
      decided_at: acting.at,
      decision_entry: entry,
    });
    if (decided) await writeAct(trx, runtime, group);
    return decided;
  });
  const now = await requestOf(runtime, acting.row.id, requestId);
  if (!isDecided) throw requestClosed(now.status);
  runtime.onWritten?.();
  return toRequestView(runtime, now);
}

/** Whether somebody handles the matter: by what they did in the family, or because the case is with them. */
export const isHandling = ({ row, actor }: ActingOn): boolean =>
  actor.duties.includes('handled') || row.assignee === actor.person;

export const requestClosed = (status: string): Problem =>
  new Problem('request-closed', undefined, { requestStatus: status });
