/**
 * What an allegation refuses while it is a lead and once it is concluded, each beside the same situation in which it
 * says yes. What a collective decision refuses is `allegation-decision-refusals.ts`.
 */
import * as act from './allegation-acts.ts';
import { AT, untilApproved, untilFiled } from './allegation-acts.ts';
import { DEPT_HEAD, HANDLER, SECOND_HANDLER, SUBJECT, UNIT, someone } from './people.ts';
import { CASE, linked, PROFILE, remembering } from './play.ts';
import type { GuardExample } from './tables.ts';

const OTHER = someone('sara', ['subject']);
const threeHandlers = { ...PROFILE, rules: { ...PROFILE.rules, minimumHandlers: 3 } };
const [heldAlone, heldByThree] = [act.interview(), act.interview()].map((event, at) => ({
  ...event,
  profile: threeHandlers,
  ...(at === 1 && {
    with: [SECOND_HANDLER, DEPT_HEAD],
    data: { ...event.data, participants: [SECOND_HANDLER.person, DEPT_HEAD.person] },
  }),
}));

/** An interview recorded at version 4 of the case, put out of use with the recusal of whoever held it. */
const excluding = (disposal: string) =>
  remembering(AT.preliminary_verification, {
    evidence: [{ id: 'e1', kind: 'interview', version: 4, at: '2025-06-09T02:00:00.000Z' }],
    disposals: [{ case: CASE, version: 4, disposal }],
  });

export const LEAD_REFUSALS: readonly GuardExample[] = [
  {
    guard: 'recusal_is_clear',
    name: 'no disposition is proposed before recusal was checked',
    from: AT.with_handling_dept,
    event: act.propose({ isRecusalClear: false }),
    accepted: act.propose(),
  },
  {
    guard: 'was_studied_collectively',
    name: 'no disposition is proposed on the view of one person',
    from: AT.with_handling_dept,
    event: act.propose({ isStudiedCollectively: false }),
    accepted: {
      ...act.propose({ isStudiedCollectively: false, participants: [SECOND_HANDLER.person] }),
      with: [SECOND_HANDLER],
    },
  },
  {
    guard: 'is_with_the_department',
    name: 'the department proposes nothing on a complaint that is back with reception',
    from: act.returned(),
    event: act.propose(),
    accepted: { from: AT.with_handling_dept },
  },
  {
    guard: 'is_returned',
    name: 'only an allegation that was returned is handed back',
    from: AT.with_handling_dept,
    event: linked('HANDED_BACK'),
    accepted: { from: act.returned() },
  },
  {
    guard: 'is_returned',
    name: 'reception ends no allegation that the department is working on',
    from: AT.with_handling_dept,
    event: linked('COMPLAINT_ENDED', { outcome: 'not_accepted' }),
    accepted: { from: act.returned() },
  },
  ...(['shelved', 'closed_no_action'] as const).map((disposition): GuardExample => ({
    guard: 'reason_is_listed',
    name: `${disposition}: a reason that is named is one of those listed`,
    from: AT.disposition_proposed,
    event: act.approve(disposition, { reasonCode: 'too_much_work' }),
    accepted: act.approve(disposition, { reasonCode: 'not_checkable_now' }),
  })),
  {
    guard: 'is_delivered_on_a_possible_day',
    name: 'a letter is not delivered tomorrow',
    from: AT.letter_inquiry,
    event: act.deliverLetter('2025-06-10'),
    accepted: act.deliverLetter('2025-06-09'),
  },
  {
    guard: 'is_delivered_on_a_possible_day',
    name: 'a letter is not delivered before it was approved',
    from: AT.letter_inquiry,
    event: act.deliverLetter('2025-06-08'),
    accepted: act.deliverLetter('2025-06-09'),
  },
  {
    guard: 'letter_is_not_delivered_yet',
    name: 'a letter is delivered once, so that its clock cannot be started anew',
    from: AT.letter_delivered,
    event: act.deliverLetter(),
    accepted: { from: AT.letter_inquiry },
  },
  {
    guard: 'letter_was_delivered',
    name: 'without a record of delivery there is no reply',
    from: AT.letter_inquiry,
    event: act.reply(),
    accepted: { from: AT.letter_delivered },
  },
  {
    guard: 'is_the_person_concerned',
    name: 'nobody replies for somebody else',
    from: AT.letter_delivered,
    event: act.reply(OTHER),
    accepted: { by: SUBJECT },
  },
  {
    guard: 'is_the_person_concerned',
    name: 'a subject of another matter does not reply, their party organisation may',
    from: AT.letter_delivered,
    event: act.reply(OTHER),
    accepted: { by: UNIT },
  },
  {
    guard: 'is_the_person_concerned',
    name: 'staff reply for nobody, and may record what the person said',
    from: AT.letter_delivered,
    event: act.reply(someone('olaf', ['handler', 'subject'])),
    accepted: act.reply(HANDLER, { onBehalfOf: 'subject' }),
  },
  {
    guard: 'has_the_handlers_required',
    name: 'an interview takes as many handlers as the body requires',
    from: AT.preliminary_verification,
    event: heldAlone!,
    accepted: heldByThree!,
  },
  {
    guard: 'has_the_handlers_required',
    name: 'a verification report takes as many handlers as the body requires',
    from: AT.preliminary_verification,
    event: { ...act.report('true'), profile: threeHandlers },
    accepted: { profile: PROFILE },
  },
  {
    guard: 'has_the_handlers_required',
    name: 'a hearing takes as many handlers as the body requires',
    from: AT.investigating,
    event: { ...act.hear(), profile: threeHandlers },
    accepted: { profile: PROFILE },
  },
  {
    guard: 'has_the_handlers_required',
    name: 'the report of an investigation takes as many handlers as the body requires',
    from: act.investigatedUnfiled(),
    event: { ...act.report('true'), profile: threeHandlers },
    accepted: { profile: PROFILE },
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'an interview is not held tomorrow',
    from: AT.preliminary_verification,
    event: { ...act.interview(), data: { ...act.interview().data, heldOn: '2025-06-10' } },
    accepted: { data: { ...act.interview().data, heldOn: '2025-06-09' } },
  },
  {
    guard: 'is_not_done_in_the_future',
    name: 'nobody was heard tomorrow',
    from: AT.investigating,
    event: act.hear({ heardOn: '2025-06-10' }),
    accepted: act.hear({ heardOn: '2025-06-09' }),
  },
  {
    guard: 'case_is_filed',
    name: 'nobody is told of a proposed decision before a case is filed',
    from: act.investigatedUnfiled(),
    event: act.hear(),
    accepted: { from: AT.investigating },
  },
  {
    guard: 'rests_on_usable_evidence',
    name: 'the report of an investigation rests on no evidence that a recusal excluded',
    from: { ...excluding('exclude'), value: AT.investigating.value },
    event: act.report('untrue'),
    accepted: act.report('untrue', { evidence: ['e2'] }),
  },
  ...(['exclude', 'redo'] as const).map((disposal): GuardExample => ({
    guard: 'rests_on_usable_evidence',
    name: `no finding rests on an act of a recused person that was to ${disposal}`,
    from: excluding(disposal),
    event: act.report('untrue'),
    accepted: { from: excluding('keep') },
  })),
  {
    guard: 'rests_on_usable_evidence',
    name: 'an explanation is not accepted on evidence that a recusal excluded',
    from: { ...excluding('exclude'), value: AT.reply_under_review.value },
    event: act.acceptExplanation({ evidence: ['e1'] }),
    accepted: act.acceptExplanation({ evidence: ['e2'] }),
  },
];

export const CONCLUDED_REFUSALS: readonly GuardExample[] = [
  {
    guard: 'finding_is_untrue',
    name: 'an allegation found true does not close as untrue with its complaint',
    from: untilApproved('true'),
    event: act.close(),
    accepted: { from: untilApproved('untrue') },
  },
  {
    guard: 'finding_is_not_proven',
    named: 'finding_is_untrue', // the row that closes as untrue stands before it
    name: 'an allegation found true does not close as not proven with its complaint',
    from: untilApproved('true_minor'),
    event: act.close(),
    accepted: { from: untilApproved('not_proven') },
  },
  {
    guard: 'is_substantiated',
    name: 'no case is filed on what was not proven',
    from: untilApproved('not_proven'),
    event: act.fileCase(),
    accepted: { from: untilApproved('true') },
  },
  {
    guard: 'case_is_not_filed_yet',
    name: 'a filed case goes on to its decision and gets no second finding',
    from: untilFiled(),
    event: act.report('true'),
    accepted: { from: act.investigatedUnfiled() },
  },
  {
    guard: 'defence_was_checked',
    name: 'nobody counts as heard before their defence was checked',
    from: AT.investigating,
    event: act.hear({ isDefenceChecked: false }),
    accepted: act.hear(),
  },
  {
    guard: 'finding_allows_minor_handling',
    name: 'what was found untrue does not end with a talk',
    from: untilApproved('untrue'),
    event: act.closeWithMinorHandling(),
    accepted: { from: untilApproved('true_minor') },
  },
  {
    guard: 'way_is_listed',
    name: 'minor handling takes one of the listed ways',
    from: untilApproved('true_minor'),
    event: act.closeWithMinorHandling({ way: 'dinner' }),
    accepted: act.closeWithMinorHandling({ way: 'admonition' }),
  },
  {
    guard: 'merges_into_an_open_allegation_on_the_same_person',
    name: 'an allegation is not merged into one on another person',
    from: AT.with_handling_dept,
    event: act.merge(act.TWIN.case, [{ ...act.TWIN, summary: { subject: OTHER.person } }]),
    accepted: act.merge(act.TWIN.case, [act.TWIN]),
  },
  {
    guard: 'merges_into_an_open_allegation_on_the_same_person',
    name: 'an allegation is not merged into one that is closed',
    from: AT.with_handling_dept,
    event: act.merge(act.TWIN.case, [{ ...act.TWIN, isOpen: false }]),
    accepted: act.merge(act.TWIN.case, [act.TWIN]),
  },
  {
    guard: 'merges_into_an_open_allegation_on_the_same_person',
    name: 'an allegation is not merged into itself',
    from: AT.with_handling_dept,
    event: act.merge(CASE, [{ ...act.TWIN, case: CASE }]),
    accepted: act.merge(act.TWIN.case, [act.TWIN]),
  },
];
