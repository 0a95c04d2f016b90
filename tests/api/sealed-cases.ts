/** Cases in every situation that requests for identities, legal holds and erasures meet, for tests that go through all routes. */
import type { CaseView } from '../../src/contract/cases.ts';
import type { Caller } from '../caller.ts';
import { aComplaint, type Staff } from '../staff.ts';

const REASON = 'Because it is due.';

export const SEALED_BODIES: Readonly<Record<string, object>> = {
  requestIdentity: { purpose: 'feedback', reason: REASON },
  decideIdentityRequest: { approve: true, reason: REASON },
  countIdentities: { name: 'Nobody Inparticular' },
  placeLegalHold: { reason: REASON },
  releaseLegalHold: { reason: REASON },
  proposeErasure: { what: 'identity', basis: 'retention-1', reason: REASON },
  decideErasure: { approve: true, reason: REASON },
};

export interface SealedCases {
  /** Open, with a request that waits and one that was approved, both by reception. */
  readonly sealed: CaseView;
  readonly waiting: string;
  readonly approved: string;
  /** At its end, with an erasure that was proposed. */
  readonly ended: CaseView;
  readonly proposal: string;
  /** The same, under a hold. */
  readonly held: CaseView;
  readonly heldProposal: string;
  readonly hold: string;
  readonly released: string;
  /** Erased, with an approval and a proposal that come to nothing. */
  readonly gone: CaseView;
  readonly goneApproval: string;
  readonly goneProposal: string;
}

/** Makes them all; anything but a success on the way fails the test. */
export async function sealedCases(staff: Staff): Promise<SealedCases> {
  const { reception, supervisor, superior, organHead } = staff;
  const post = async (by: Caller, on: CaseView, rest: string, body: object): Promise<string> => {
    const reply = await by.post(`/api/v1/cases/${on.id}/${rest}`, body);
    if (reply.status >= 300) throw new Error(`${rest}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body.id as string;
  };
  const reporter = { name: 'A. Reporter', contact: 'by post' };
  const named = () => aComplaint(staff, { isRealName: true, reporter });
  const ends = async (): Promise<CaseView> =>
    reception.does(await reception.does(await named(), 'REGISTER'), 'ROUTE_OUT', { to: 'audit_office' });
  const asks = (on: CaseView) => post(reception, on, 'identity-requests', SEALED_BODIES.requestIdentity!);
  const approves = async (on: CaseView): Promise<string> => {
    const id = await asks(on);
    await post(superior, on, `identity-requests/${id}/decision`, SEALED_BODIES.decideIdentityRequest!);
    return id;
  };
  const proposes = (on: CaseView, what: string) =>
    post(supervisor, on, 'erasures', { ...SEALED_BODIES.proposeErasure, what });
  const erases = async (on: CaseView, what: string) =>
    post(organHead, on, `erasures/${await proposes(on, what)}/decision`, SEALED_BODIES.decideErasure!);
  const holds = (on: CaseView) => post(supervisor, on, 'legal-holds', { reason: REASON });

  const [sealed, ended, held, gone] = [await named(), await ends(), await ends(), await ends()];
  const heldProposal = await proposes(held, 'identity');
  const released = await holds(held);
  await post(organHead, held, `legal-holds/${released}/release`, { reason: REASON });
  const goneApproval = await approves(gone);
  const goneProposal = await proposes(gone, 'identity');
  for (const what of ['identity', 'texts']) await erases(gone, what);
  return {
    sealed,
    waiting: await asks(sealed),
    approved: await approves(sealed),
    ended,
    proposal: await proposes(ended, 'identity'),
    held,
    heldProposal,
    hold: await holds(held),
    released,
    gone,
    goneApproval,
    goneProposal,
  };
}

/** Where an operation on sealed things succeeds, as an address with its places filled in. */
export const sealedAddress = (of: SealedCases, path: string): string =>
  path
    .replace(
      '{caseId}/identity-requests/{requestId}/decision',
      `${of.sealed.id}/identity-requests/${of.waiting}/decision`,
    )
    .replace(
      '{caseId}/identity-requests/{requestId}/identity',
      `${of.sealed.id}/identity-requests/${of.approved}/identity`,
    )
    .replace('{caseId}/identity-requests', `${of.sealed.id}/identity-requests`)
    .replace('{caseId}/legal-holds/{holdId}', `${of.held.id}/legal-holds/${of.hold}`)
    .replace('{caseId}/legal-holds', `${of.held.id}/legal-holds`)
    .replace('{caseId}/erasures/{erasureId}', `${of.ended.id}/erasures/${of.proposal}`)
    .replace('{caseId}/erasures', `${of.ended.id}/erasures`);

/** The same address with a case that is not there. */
export const withoutSealedCase = (of: SealedCases, address: string, absent: string): string =>
  [of.sealed, of.ended, of.held, of.gone].reduce((text, { id }) => text.replace(id, absent), address);
