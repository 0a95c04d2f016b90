/**
 * Shows a sealed identity, once for each approval: to who asked for it, or to the custodian who hands it over. That it was
 * opened is in the journal, committed, before the name is answered; what cannot be journalled is not shown.
 */
import {
  listOpenings,
  listSealedIdentities,
  useIdentityApproval,
  type SealedIdentity,
} from '../../db/queries/identity-requests.ts';
import { findCase } from '../../db/queries/cases.ts';
import type { OpenedIdentity } from '../contract/identities.ts';
import { mayTry } from '../domain/permission.ts';
import type { IdentityPurpose } from '../domain/identity-purposes.ts';
import { dateOf, localDayOf, type LocalDate } from '../domain/local-day.ts';
import type { CaseId, Instant } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { actEntry, actingOn, refuse, writeAct } from './case-act.ts';
import { requestClosed } from './decide-identity.ts';
import { disclosedValue } from './journal-entry.ts';
import { nothingSealed, requestOf } from './request-identity.ts';
import type { Runtime } from './runtime.ts';
import { sealLabel, unseal, unwrapSealKey } from './sealing.ts';

const ACT = 'identity.open';

/** Throws `Problem`: not-found, not-permitted, request-closed, nothing-sealed. */
export async function openIdentity(
  runtime: Runtime,
  asker: Asker,
  { caseId, requestId }: { readonly caseId: CaseId; readonly requestId: string },
): Promise<OpenedIdentity> {
  const first = await actingOn(runtime, asker, caseId, { act: ACT });
  const request = await requestOf(runtime, first.row.id, requestId);
  const acting = await actingOn(runtime, asker, caseId, { act: ACT, others: [request.requested_by] });
  const { row, at, actor, others } = acting;
  const isRequester = request.requested_by === asker.personId;
  if (!isRequester && !asker.roles.includes('identity_custodian'))
    await refuse(runtime, acting, ACT, 'is_requester_or_custodian');
  if (request.decided_by === asker.personId) await refuse(runtime, acting, ACT, 'is_another_person');
  if (!isRequester && actor.duties.length > 0) await refuse(runtime, acting, ACT, 'is_outside_the_case');
  const requesterRoles = isRequester ? asker.roles : (others[0]?.roles ?? []);
  const isStanding = request.status === 'approved' && mayTry(requesterRoles, 'identity.request');
  if (!isStanding) throw requestClosed(request.status === 'approved' ? 'lapsed' : request.status);

  const { timeZone } = (await runtime.pinned(row.profile_hash)).profile.rules;
  const { group } = actEntry(runtime, acting, {
    type: 'identity.opened',
    data: {
      request: request.id,
      purpose: request.purpose,
      requester: request.requester,
      approver: request.decider,
      opener: actor.pseudonym,
    },
  });
  const identities = await runtime.knex.transaction(async (trx) => {
    const isOurs = await useIdentityApproval(trx, runtime.tenant, request.id, {
      opened_by: asker.personId,
      opened_at: at,
    });
    if (!isOurs) throw requestClosed('lapsed');
    await writeAct(trx, runtime, group);
    const sealed = await listSealedIdentities(trx, runtime.tenant, row.id);
    if (sealed.every(({ wrapped }) => wrapped === null)) throw nothingSealed();
    return sealed.map((each) => opened(runtime, each, timeZone));
  });
  // Committed: from here on the name may be told.
  runtime.onWritten?.();
  return { case: row.id, request: request.id, purpose: request.purpose as IdentityPurpose, identities };
}

/** The key is used for this once and not remembered. */
function opened(
  runtime: Runtime,
  { entry, occurred_at, sealed, key_id, wrapped }: SealedIdentity,
  timeZone: string,
): OpenedIdentity['identities'][number] {
  const recordedOn = dayIn(occurred_at, timeZone);
  if (wrapped === null) return { entry, recordedOn, isErased: true, values: {} };
  const { key } = unwrapSealKey(runtime.masterKey, key_id, Buffer.from(wrapped, 'hex'));
  const text = unseal(key, Buffer.from(sealed, 'hex'), sealLabel(entry, 'identity')).toString('utf8');
  return { entry, recordedOn, isErased: false, values: disclosedValue(text) as Record<string, unknown> };
}

/**
 * The days on which the identity of a case was shown, and what for: what its reporter may know. Whoever calls this has
 * made sure that it is the reporter who asks.
 */
export async function listDisclosures(
  runtime: Runtime,
  caseId: CaseId,
): Promise<{ readonly on: LocalDate; readonly purpose: IdentityPurpose }[]> {
  const row = await findCase(runtime.knex, runtime.tenant, caseId);
  if (!row) return [];
  const { timeZone } = (await runtime.pinned(row.profile_hash)).profile.rules;
  const openings = await listOpenings(runtime.knex, runtime.tenant, caseId);
  return openings.map(({ opened_at, purpose }) => ({
    on: dayIn(opened_at, timeZone),
    purpose: purpose as IdentityPurpose,
  }));
}

const dayIn = (at: Instant, timeZone: string): LocalDate => dateOf(localDayOf(at, timeZone));
