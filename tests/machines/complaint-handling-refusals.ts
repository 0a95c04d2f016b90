/** What a complaint refuses from hand-over to closing, each beside the same situation in which it says yes. */
import * as act from './complaint-acts.ts';
import { AT, NAMED } from './complaint-acts.ts';
import { someone, standingAside, LEADER, SUPERIOR } from './people.ts';
import { member, remembering } from './play.ts';
import type { GuardExample } from './tables.ts';

const withClarification = (finding: string) => [
  act.found(finding),
  member('clarification', 'assessing', {
    case: '01890000-0000-7000-8000-0000000000c1',
    relation: 'kin',
    summary: { allegation: act.ALLEGATION_ID },
  }),
];
const anonymousPiece = act.from(NAMED.concluded, act.duplicateLinked({ isRealName: false }));
const namedPiece = act.from(NAMED.concluded, act.duplicateLinked({ isRealName: true }));

const HAND_OVER: readonly GuardExample[] = [
  {
    guard: 'reporter_is_confirmed',
    name: 'no notice of acceptance goes to a reporter whose name was not confirmed',
    from: AT.accepted,
    event: act.deliverNotice(),
    accepted: { from: NAMED.accepted },
  },
  {
    guard: 'notice_is_not_delivered_yet',
    name: 'the notice of acceptance is delivered once',
    from: act.from(NAMED.accepted, act.deliverNotice()),
    event: act.deliverNotice(),
    accepted: { from: NAMED.accepted },
  },
  {
    guard: 'supervisor_is_informed',
    name: 'nothing is handed over behind the back of case supervision',
    from: AT.accepted,
    event: act.handOver({ supervisorInformed: false }),
    accepted: act.handOver(),
  },
  {
    guard: 'names_an_allegation',
    name: 'a hand-over names what is alleged',
    from: AT.accepted,
    event: act.handOver({ allegations: [] }),
    accepted: act.handOver(),
  },
  {
    guard: 'names_an_allegation',
    name: 'what was returned is handed over again with the allegations it had',
    from: AT.accepted,
    event: act.handOver({ allegations: [] }),
    accepted: { from: act.from(act.RETURNED, act.accept()) },
  },
  {
    guard: 'allegations_are_new',
    name: 'a point and a person make one allegation',
    from: AT.accepted,
    event: act.handOver({ allegations: [act.POINT, act.POINT] }),
    accepted: act.handOver({ allegations: [act.POINT, { ...act.POINT, subject: 'sara' }] }),
  },
  {
    guard: 'allegations_are_new',
    name: 'an allegation that exists is not added',
    from: AT.with_handling_dept,
    event: act.addAllegation('point-1'),
    accepted: act.addAllegation('point-2'),
  },
  {
    guard: 'leader_in_charge_consents',
    name: 'only the leader in charge consents to a return',
    from: AT.with_handling_dept,
    event: act.returnToReception(someone('hana', ['handler'])),
    accepted: act.returnToReception(),
  },
  {
    guard: 'leader_in_charge_consents',
    name: 'a leader who stands aside consents to nothing',
    from: AT.with_handling_dept,
    event: act.returnToReception(standingAside(LEADER)),
    accepted: act.returnToReception(),
  },
  {
    guard: 'leader_in_charge_consents',
    name: 'nobody consents to what they ask for themselves',
    from: AT.with_handling_dept,
    event: act.returnToReception(someone('heda', ['handling_dept_head', 'approver_incharge'])),
    accepted: act.returnToReception(),
  },
  {
    guard: 'allegations_are_undecided',
    name: 'nothing goes back to reception once a disposition is approved',
    from: AT.with_handling_dept,
    event: act.returnToReception(LEADER, [act.allegation('preliminary_verification')]),
    accepted: act.returnToReception(LEADER, [act.allegation('disposition_proposed')]),
  },
];

const FEEDBACK: readonly GuardExample[] = [
  {
    guard: 'reporter_is_confirmed',
    name: 'feedback is for a reporter whose real name was confirmed',
    from: anonymousPiece,
    event: act.giveFeedback({ duplicate: act.DUPLICATE_ID }),
    accepted: { from: namedPiece },
  },
  {
    guard: 'conclusion_is_approved',
    name: 'there is nothing to feed back before a conclusion',
    from: NAMED.with_handling_dept,
    event: act.giveFeedback(),
    accepted: { from: NAMED.concluded },
  },
  {
    guard: 'new_evidence_waits_for_a_check',
    name: 'no evidence is checked that nobody named',
    from: NAMED.told,
    event: act.recordCheck(),
    accepted: { from: act.from(NAMED.concluded, act.giveFeedback({ newEvidence: true })) },
  },
];

const CLOSING: readonly GuardExample[] = [
  {
    guard: 'allegations_are_at_their_end',
    name: 'a complaint stays open while an allegation is open',
    from: AT.with_handling_dept,
    event: act.close([act.allegation('preliminary_verification')]),
    accepted: act.close([act.ended('closed_no_action')]),
  },
  {
    guard: 'allegations_are_at_their_end',
    name: 'a complaint stays open while an allegation is suspended, whatever was found',
    from: AT.with_handling_dept,
    event: act.close([{ ...act.found('not_proven'), isSuspended: true }]),
    accepted: act.close([act.found('not_proven')]),
  },
  {
    guard: 'allegations_are_at_their_end',
    name: 'a complaint stays open while an allegation is shelved',
    from: AT.with_handling_dept,
    event: act.close([act.ended('closed_no_action'), act.allegation('shelved')]),
    accepted: act.close([act.ended('closed_no_action'), act.ended('case_dismissed')]),
  },
  {
    guard: 'claimed_name_was_checked',
    name: 'a complaint does not close on a real name that nobody checked',
    from: act.from(NAMED.unverified, act.accept(), act.handOver()),
    event: act.close(),
    accepted: { from: act.from(NAMED.unverified, act.accept(), act.handOver(), act.confirm('unreachable')) },
  },
  {
    guard: 'feedback_is_given_or_not_owed',
    name: 'a complaint does not close before its reporter was told',
    from: NAMED.concluded,
    event: act.close(),
    accepted: { from: NAMED.told },
  },
  {
    guard: 'feedback_is_given_or_not_owed',
    name: 'each named reporter of a linked piece is told before a complaint closes',
    from: act.from(NAMED.told, act.duplicateLinked({ isRealName: true })),
    event: act.close(),
    accepted: { from: act.from(NAMED.told, act.duplicateLinked({ isRealName: false })) },
  },
  {
    guard: 'new_evidence_is_checked',
    name: 'a complaint does not close on evidence that nobody checked',
    from: act.from(NAMED.concluded, act.giveFeedback({ newEvidence: true })),
    event: act.close(),
    accepted: {
      from: act.from(NAMED.concluded, act.giveFeedback({ newEvidence: true }), act.recordCheck()),
    },
  },
  {
    guard: 'clarifications_are_opened',
    name: 'a complaint does not close as untrue without a clarification',
    from: AT.with_handling_dept,
    event: act.close([act.found('untrue')]),
    accepted: act.close(withClarification('untrue')),
  },
  {
    guard: 'checklist_is_complete',
    name: 'a complaint does not close on half a checklist',
    from: AT.with_handling_dept,
    event: act.close(undefined, false),
    accepted: act.close(),
  },
];

const aboutHead = remembering(AT.closed_no_action, { concernsHead: true });
const REOPENING: readonly GuardExample[] = [
  {
    guard: 'is_reopened_at_the_right_level',
    name: 'the head of this body does not reopen a complaint about the head',
    from: aboutHead,
    event: act.reopen(),
    accepted: act.reopen(SUPERIOR),
  },
  {
    guard: 'is_reopened_at_the_right_level',
    name: 'the head of this body reopens a complaint about somebody else',
    from: aboutHead,
    event: act.reopen(),
    accepted: { from: AT.closed_no_action },
  },
];

export const HANDLING_REFUSALS: readonly GuardExample[] = [
  ...HAND_OVER,
  ...FEEDBACK,
  ...CLOSING,
  ...REOPENING,
];
