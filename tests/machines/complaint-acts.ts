/**
 * What people do with a complaint, as events, and a complaint in each of its states. The one in `AT` is anonymous, so
 * that nothing is owed to its reporter; `NAMED` is one whose reporter's real name was confirmed.
 */
import type { EventData } from '../../src/domain/effect.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import { OUTCOMES, type Outcome } from '../../src/machines/complaint-outcome.ts';
import { complaint } from '../../src/machines/complaint.machine.ts';
import type { ClockFact, FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import * as people from './people.ts';
import { CASE, linked, member, OTHER_CASE, playFrom, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const COMPLAINT = complaint as unknown as Procedure;

export const ALLEGATION_ID = OTHER_CASE;
export const DUPLICATE_ID = '01890000-0000-7000-8000-0000000000d0';
const RUNNING: ClockFact = { dueAt: '2025-06-30T16:00:00.000Z', isRunning: true, extensions: 0 };
export const REPORTER = { name: 'Rosa Reiter', contact: '+86 731 5550 0142' };
export const POINT = { point: 'point-1', subject: people.SUBJECT.person };
type Family = readonly FamilyMember[];

/** An allegation of this complaint. */
export const allegation = (state: string, more: Partial<FamilyMember> = {}): FamilyMember =>
  member('allegation', state, { case: ALLEGATION_ID, ...more });
/** One that waits for nothing but the complaint's own closing. */
export const found = (finding: string): FamilyMember =>
  allegation('findings_approved', { summary: { finding, isFindingApproved: true } });
export const ended = (outcome: string): FamilyMember => allegation(outcome, { isOpen: false });
export const itself = (isOpen: boolean): FamilyMember =>
  member('complaint', isOpen ? 'with_handling_dept' : 'closed_untrue', {
    case: CASE,
    relation: 'self',
    isOpen,
  });
const atReception = (type: string, data: EventData = {}): Played => ({ type, by: people.RECEPTION, data });

export const submit = (data: EventData = {}) =>
  atReception('SUBMIT', {
    channel: 'letter',
    subject: people.SUBJECT.person,
    content: 'See below.',
    ...data,
  });
export const submitNamed = () => submit({ isRealName: true, reporter: REPORTER });
/** A higher body's matter: nothing of it is keyed in. */
export const submitStub = () => atReception('SUBMIT', { channel: 'letter', transmittalOnly: true });
export const acknowledge = (data: EventData = {}) => atReception('ACKNOWLEDGE_RECEIPT', data);
export const register = (data: EventData = {}) => atReception('REGISTER', data);
export const nameReporter = (family?: Family): Played => ({
  type: 'NAME_REPORTER',
  by: people.REPORTER,
  data: { reporter: REPORTER },
  ...(family && { facts: { family } }),
});
/** The check of identity, while the clock of the notice runs from receipt. */
export const confirm = (result = 'confirmed_real_name', family: Family = [itself(true)]): Played => ({
  ...atReception('CONFIRM_IDENTITY', { result }),
  facts: { family, clocks: { 'report.accept_notice': RUNNING } },
});
export const sendSealedUp = () => atReception('SEND_SEALED_UP');
export const sendUpOwnHead = () => atReception('SEND_UP_OWN_HEAD');
export const routeOut = (isPartial = false) => atReception('ROUTE_OUT', { to: 'audit_office', isPartial });
export const declineIt = (reason = 'no_substance') => atReception('DECLINE', { reason });
export const linkDuplicate = (newFacts = false) =>
  atReception('LINK_DUPLICATE', { parent: OTHER_CASE, newFacts });
export const merge = () => atReception('MERGE', { into: OTHER_CASE });
export const accept = () => atReception('ACCEPT');
export const deliverNotice = (data: EventData = {}) => atReception('DELIVER_NOTICE', data);
export const handOver = (data: EventData = {}) =>
  atReception('HAND_OVER', { supervisorInformed: true, allegations: [POINT], ...data });
export const addAllegation = (point = 'point-2'): Played => ({
  type: 'ADD_ALLEGATION',
  by: people.DEPT_HEAD,
  data: { allegations: [{ ...POINT, point }] },
});
export const returnToReception = (leader = people.LEADER, family: Family = []): Played => ({
  type: 'RETURN_TO_RECEPTION',
  by: people.DEPT_HEAD,
  data: { reason: 'other_body', consentedBy: leader.person },
  with: [leader],
  facts: { family },
});
export const findingsApproved = (family: Family, clocks: Readonly<Record<string, ClockFact>> = {}) =>
  linked('FINDINGS_APPROVED', { allegation: ALLEGATION_ID, finding: 'untrue' }, { family, clocks });
export const allegationConcluded = (family: Family) =>
  linked(
    'ALLEGATION_CONCLUDED',
    { allegation: ALLEGATION_ID, outcome: 'closed_no_action' },
    { family, clocks: {} },
  );
export const allegationReopened = () => linked('ALLEGATION_REOPENED', { allegation: ALLEGATION_ID });
export const allegationExtended = () => linked('ALLEGATION_EXTENDED', { allegation: ALLEGATION_ID });
export const duplicateLinked = (data: EventData = {}) =>
  linked('DUPLICATE_LINKED', {
    duplicate: DUPLICATE_ID,
    subject: people.SUBJECT.person,
    isRealName: false,
    newFacts: false,
    ...data,
  });
export const duplicateIdentified = (isRealName = true, family: Family = [itself(true)]) =>
  linked('DUPLICATE_IDENTIFIED', { duplicate: DUPLICATE_ID, isRealName }, { family });
export const giveFeedback = (data: EventData = {}): Played => ({
  type: 'GIVE_FEEDBACK',
  by: people.HANDLER,
  data,
});
export const recordCheck = (): Played => ({
  type: 'RECORD_CHECK',
  by: people.HANDLER,
  data: { result: 'The bill is another year’s.' },
});
export const recordWithdrawal = (): Played => ({
  type: 'RECORD_WITHDRAWAL',
  by: people.RECEPTION,
  data: { threat: 'unknown', leak: false, malice: false },
});
export const close = (family: Family = [ended('closed_no_action')], isChecklistComplete = true): Played => ({
  type: 'CLOSE',
  by: people.DEPT_HEAD,
  data: { isChecklistComplete },
  facts: { family },
});
export const reopen = (by = people.ORGAN_HEAD): Played => ({
  type: 'REOPEN',
  by,
  data: { reason: 'new_evidence', whatIsNew: 'A contract with dates.' },
});

const blank = blankSnapshot(COMPLAINT);
export const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(COMPLAINT, stored, ...events).snapshot;

const received = from(blank, submit());
const registered = from(received, register());
const accepted = from(registered, accept());
const handled = from(accepted, handOver());
const stub = from(blank, submitStub(), register());
const named = from(blank, submitNamed(), register(), confirm(), accept(), handOver());
const concluded = from(named, findingsApproved([found('untrue')]));

const closedAs = (stored: StoredSnapshot) =>
  Object.fromEntries(OUTCOMES.map((outcome) => [outcome, from(stored, close([ended(outcome)]))])) as Record<
    Outcome,
    StoredSnapshot
  >;

/** Of a reporter whose real name was confirmed: not yet concluded, concluded, and told of the result. */
export const NAMED = {
  unverified: from(blank, submitNamed(), register()),
  registered: from(blank, submitNamed(), register(), confirm()),
  accepted: from(blank, submitNamed(), register(), confirm(), accept()),
  with_handling_dept: named,
  concluded,
  told: from(concluded, giveFeedback()),
  closed: closedAs(from(concluded, giveFeedback())),
};

export const STUB = stub;
export const ABOUT_HEAD = from(blank, submit({ concernsHead: true }), register());
export const RETURNED = from(handled, returnToReception());

/** A complaint in each state. */
export const AT = {
  opening: blank,
  received,
  registered,
  accepted,
  with_handling_dept: handled,
  escalated_sealed: from(stub, sendSealedUp()),
  routed_out: from(registered, routeOut()),
  not_accepted: from(registered, declineIt()),
  retained: from(registered, linkDuplicate()),
  ...closedAs(handled),
  merged: from(registered, merge()),
};
