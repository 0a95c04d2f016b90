/** What a complaint refuses at reception, guard by guard, each beside the same situation in which it says yes. */
import type { StoredSnapshot } from '../../src/engine/step.ts';
import { IDENTITIES } from '../../src/machines/complaint-events.ts';
import * as act from './complaint-acts.ts';
import { ABOUT_HEAD, AT, NAMED, STUB } from './complaint-acts.ts';
import { OTHER_CASE, remembering, type Played } from './play.ts';
import type { GuardExample } from './tables.ts';

const TOMORROW = '2025-06-10';
/** The same complaint, found at registration to be about the head of this body. */
const aboutHead = (stored: StoredSnapshot) => remembering(stored, { concernsHead: true });
const asStub = (stored: StoredSnapshot) => remembering(stored, { isTransmittalOnly: true });

const DATES: readonly GuardExample[] = [
  {
    guard: 'is_not_received_in_the_future',
    name: 'nothing was received later than now',
    from: AT.opening,
    event: act.submit({ receivedAt: '2025-06-09T02:00:01Z' }),
    accepted: act.submit({ receivedAt: '2025-06-09T10:00:00+08:00' }),
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'the receipt is not acknowledged tomorrow',
    from: AT.received,
    event: act.acknowledge({ acknowledgedOn: TOMORROW }),
    accepted: act.acknowledge({ acknowledgedOn: '2025-06-09' }),
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'the notice of acceptance is not delivered tomorrow',
    from: NAMED.accepted,
    event: act.deliverNotice({ deliveredOn: TOMORROW }),
    accepted: act.deliverNotice(),
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'feedback is not given tomorrow',
    from: NAMED.concluded,
    event: act.giveFeedback({ givenOn: TOMORROW }),
    accepted: act.giveFeedback(),
  },
  {
    guard: 'receipt_is_not_acknowledged_yet',
    name: 'the receipt is acknowledged once',
    from: act.from(AT.received, act.acknowledge()),
    event: act.acknowledge(),
    accepted: { from: AT.received },
  },
];

const IDENTITY: readonly GuardExample[] = [
  ...IDENTITIES.flatMap((result): GuardExample[] => [
    {
      guard: 'contact_is_given',
      name: `${result}: there is no identity to check where nobody can be reached`,
      from: AT.registered,
      event: act.confirm(result),
      accepted: { from: NAMED.unverified },
    },
    {
      guard: 'may_still_be_answered',
      name: `${result}: no identity is checked once the complaint is closed`,
      from: NAMED.unverified,
      event: act.confirm(result, [act.itself(false)]),
      accepted: act.confirm(result, [act.itself(true)]),
    },
  ]),
  {
    guard: 'may_still_be_answered',
    name: 'nobody comes forward by name once the complaint is closed',
    from: AT.closed_untrue,
    event: act.nameReporter([act.itself(false)]),
    accepted: { from: remembering(AT.closed_untrue, { parent: OTHER_CASE }) },
  },
];

const WAYS: readonly (readonly [string, StoredSnapshot, Played])[] = [
  ['routed out', AT.registered, act.routeOut()],
  ['passed on in part', AT.registered, act.routeOut(true)],
  ['declined', AT.registered, act.declineIt()],
  ['linked as a duplicate', AT.registered, act.linkDuplicate()],
  ['merged', AT.registered, act.merge()],
  ['accepted', AT.registered, act.accept()],
];

const WAYS_OUT: readonly GuardExample[] = [
  ...WAYS.flatMap(([way, from, event]): GuardExample[] => [
    {
      guard: 'is_not_a_sealed_stub',
      name: `a higher body's matter is not ${way}`,
      from: asStub(from),
      event,
      accepted: { from },
    },
    {
      guard: 'does_not_concern_own_head',
      name: `what is about the head of this body is not ${way}`,
      from: aboutHead(from),
      event,
      accepted: { from },
    },
  ]),
  {
    guard: 'is_a_sealed_stub',
    name: 'nothing with content is sent up sealed',
    from: AT.registered,
    event: act.sendSealedUp(),
    accepted: { from: STUB },
  },
  {
    guard: 'does_not_concern_own_head',
    name: "a higher body's matter about the head of this body does not pass through that inbox",
    from: aboutHead(STUB),
    event: act.sendSealedUp(),
    accepted: act.sendUpOwnHead(),
  },
  {
    guard: 'concerns_own_head',
    name: 'only what is about the head of this body goes straight up',
    from: AT.registered,
    event: act.sendUpOwnHead(),
    accepted: { from: ABOUT_HEAD },
  },
  {
    guard: 'reason_is_listed',
    name: 'declining names a listed reason',
    from: AT.registered,
    event: act.declineIt('too_much_work'),
    accepted: act.declineIt('other_organs_remit'),
  },
  {
    guard: 'holds_nothing_new',
    name: 'a piece with a new fact is no duplicate',
    from: AT.registered,
    event: act.linkDuplicate(true),
    accepted: act.linkDuplicate(false),
  },
];

const linkedTo = (what: string, stored: StoredSnapshot): GuardExample[] => [
  {
    guard: 'concerns_the_same_subject',
    name: `a piece about somebody else is not linked to ${what}`,
    from: stored,
    event: act.duplicateLinked({ subject: 'sara' }),
    accepted: act.duplicateLinked(),
  },
  {
    guard: 'is_not_linked_itself',
    name: `no piece is linked to ${what} that is linked itself`,
    from: remembering(stored, { parent: OTHER_CASE }),
    event: act.duplicateLinked(),
    accepted: { from: stored },
  },
];

const LINKED: readonly GuardExample[] = [
  ...linkedTo('an open complaint', AT.with_handling_dept),
  ...linkedTo('a closed complaint', AT.closed_untrue),
  {
    guard: 'is_linked_here',
    name: 'the reporter of a piece that is not linked here is not confirmed here',
    from: AT.with_handling_dept,
    event: act.duplicateIdentified(),
    accepted: { from: act.from(AT.with_handling_dept, act.duplicateLinked()) },
  },
  {
    guard: 'is_linked_here',
    name: 'no feedback is given on a piece that is not linked here',
    from: NAMED.concluded,
    event: act.giveFeedback({ duplicate: act.DUPLICATE_ID }),
    accepted: { from: act.from(NAMED.concluded, act.duplicateLinked({ isRealName: true })) },
  },
];

export const RECEPTION_REFUSALS: readonly GuardExample[] = [...DATES, ...IDENTITY, ...WAYS_OUT, ...LINKED];
