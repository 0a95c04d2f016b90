/**
 * Guards of a complaint, from receipt to closing. They read the case, the data and the facts of the family; what was
 * written in the complaint they never see.
 */
import type { ComplaintContext } from './complaint-events.ts';
import {
  allegationsIn,
  areAtTheirEnd,
  gravestOutcome,
  OUTCOMES,
  withoutClarification,
  type Outcome,
} from './complaint-outcome.ts';
import { concernedIn, rolesIn } from './generic-guards.ts';
import type { Guard, GuardArguments } from './procedure.ts';

interface Named {
  readonly point: string;
  readonly subject: string;
}
const named = (data: GuardArguments<ComplaintContext>['data']) =>
  (data.allegations as readonly Named[] | undefined) ?? [];
const pair = ({ point, subject }: Named) => `${point} ${subject}`;

/** A real name confirmed: notice and feedback are owed to this reporter and to nobody else (4.5). */
export const isOwedAnswers = ({ identity }: Pick<ComplaintContext, 'identity'>): boolean =>
  identity === 'confirmed_real_name';

/** Reporters who have not been told the conclusion: the own one (`null`) and those of linked pieces. */
export const awaitingFeedback = (context: ComplaintContext): (string | null)[] => [
  ...(isOwedAnswers(context) && !context.isFeedbackGiven ? [null] : []),
  ...context.duplicates
    .filter(({ isRealName, isFeedbackGiven }) => isRealName && !isFeedbackGiven)
    .map((duplicate) => duplicate.case),
];

export const INTAKE_GUARDS = {
  is_not_received_in_the_future: {
    words: { zh: '收到时间不得晚于现在', en: 'It cannot have been received later than now' },
    basis: ['A1'],
    holds: ({ data, facts }) =>
      data.receivedAt === undefined || Date.parse(data.receivedAt as string) <= Date.parse(facts.at),
  },
  receipt_is_not_acknowledged_yet: {
    words: { zh: '已经告知收到', en: 'The receipt has been acknowledged already' },
    basis: ['S34', 'D'],
    holds: ({ context }) => !context.isReceiptAcknowledged,
  },
  contact_is_given: {
    words: {
      zh: '没有联系方式，无法核实身份',
      en: 'Without a way to reach the reporter there is no identity to check',
    },
    basis: ['A3', 'S10'],
    holds: ({ context }) => context.hasContact,
  },
  may_still_be_answered: {
    words: {
      zh: '案件已办结，不再核实身份',
      en: 'The complaint is closed; only the reporter of a linked piece can still be confirmed',
    },
    basis: ['domain 4.5', 'domain 4.7', 'D'],
    holds: ({ context, facts }) =>
      context.parent !== null || facts.family?.find(({ relation }) => relation === 'self')?.isOpen !== false,
  },
  is_a_sealed_stub: {
    words: {
      zh: '只有属于上级机关且未录入内容的转呈登记才能密封上报',
      en: "Only a higher body's matter, registered without content, is sent up sealed",
    },
    basis: ['A4', 'S10', 'T15'],
    holds: ({ context }) => context.isTransmittalOnly,
  },
  is_not_a_sealed_stub: {
    words: {
      zh: '属于上级机关的事项只能密封上报，本机关不得办理',
      en: "A higher body's matter is sent up sealed and handled here in no other way",
    },
    basis: ['A4', 'S10', 'T15'],
    holds: ({ context }) => !context.isTransmittalOnly,
  },
  concerns_own_head: {
    words: { zh: '不涉及本机关主要负责人', en: 'It does not concern the head of this body' },
    basis: ['A5', 'S10'],
    holds: ({ context }) => context.concernsHead,
  },
  does_not_concern_own_head: {
    words: {
      zh: '涉及本机关主要负责人，只能直接报上一级机关',
      en: 'It concerns the head of this body, so it goes straight to the next higher body and nowhere else',
    },
    basis: ['A5', 'S10', 'T15'],
    holds: ({ context }) => !context.concernsHead,
  },
  reason_is_listed: {
    words: { zh: '不予受理须具备规定的情形', en: 'Declining needs one of the listed reasons' },
    basis: ['A7', 'S10'],
    holds: ({ data, profile }) =>
      profile.lists.non_acceptance_reasons.some(({ code }) => code === data.reason),
  },
  holds_nothing_new: {
    words: {
      zh: '含有新事实、新证据的不是重复件，应当并入原件作为新问题办理',
      en: 'With a new fact or evidence it is no duplicate: merge it, and hand it over as a new allegation',
    },
    basis: ['A8', 'S10', 'domain 4.7', 'T16'],
    holds: ({ data }) => data.newFacts === false,
  },
  concerns_the_same_subject: {
    words: { zh: '两件检举控告反映的不是同一对象', en: 'The two complaints are not about the same person' },
    basis: ['A8', 'S10'],
    holds: ({ context, data }) =>
      data.subject === null ||
      context.subjects.length === 0 ||
      context.subjects.includes(data.subject as string),
  },
  is_not_linked_itself: {
    words: {
      zh: '该件本身已并入其他件，应当关联到原件',
      en: 'That complaint is linked to another one itself; link to the original',
    },
    basis: ['domain 4.7', 'T16', 'D'],
    holds: ({ context }) => context.parent === null,
  },
  is_linked_here: {
    words: { zh: '该件未关联到本件', en: 'That complaint is not linked to this one' },
    basis: ['domain 4.7', 'D'],
    holds: ({ context, data }) =>
      data.duplicate === undefined || context.duplicates.some((known) => known.case === data.duplicate),
  },
} satisfies Record<string, Guard<ComplaintContext>>;

export const HANDLING_GUARDS = {
  reporter_is_confirmed: {
    words: {
      zh: '只向经核实的实名检举控告人告知和反馈',
      en: 'Notice and feedback go to a reporter whose real name was confirmed, and to nobody else',
    },
    basis: ['A9', 'A23', 'S10', 'domain 4.5'],
    holds: ({ context, data }) =>
      data.duplicate === undefined
        ? isOwedAnswers(context)
        : context.duplicates.some((known) => known.case === data.duplicate && known.isRealName),
  },
  notice_is_not_delivered_yet: {
    words: { zh: '受理告知已经送达', en: 'The notice of acceptance has been delivered already' },
    basis: ['A9', 'D'],
    holds: ({ context }) => !context.isNoticeDelivered,
  },
  supervisor_is_informed: {
    words: {
      zh: '移交承办部门须告知案件监督管理部门',
      en: 'Case supervision has to be informed of the hand-over',
    },
    basis: ['A10', 'S10'],
    holds: ({ data }) => data.supervisorInformed === true,
  },
  names_an_allegation: {
    words: { zh: '移交须写明反映的问题', en: 'A hand-over names at least one allegation' },
    basis: ['A10', 'T1'],
    holds: ({ context, data }) => named(data).length > 0 || context.isReturned,
  },
  allegations_are_new: {
    words: {
      zh: '同一问题、同一对象只能立一件',
      en: 'A point and a person make one allegation; one that is named exists already or is named twice',
    },
    basis: ['A10', 'T1'],
    holds: ({ context, data }) => {
      const all = [...context.allegations, ...named(data)].map(pair);
      return new Set(all).size === all.length;
    },
  },
  leader_in_charge_consents: {
    words: {
      zh: '退回受理部门须经分管领导同意',
      en: 'The leader in charge, another person than the one who asks, has to consent',
    },
    basis: ['A11', 'S10'],
    holds: ({ context, data, facts }) => {
      const consenting = facts.people[data.consentedBy as string];
      return (
        consenting !== undefined &&
        consenting.person !== facts.by.person &&
        consenting.recusal === 'none' &&
        !concernedIn(context).includes(consenting.person) &&
        rolesIn(context, consenting).includes('approver_incharge')
      );
    },
  },
  allegations_are_undecided: {
    words: {
      zh: '已有问题批准处置，不能退回受理部门',
      en: 'The disposition of an allegation is approved already; it cannot go back to reception',
    },
    basis: ['A11', 'D'],
    holds: ({ facts }) =>
      allegationsIn(facts).every(
        ({ isOpen, state }) => !isOpen || state === 'with_handling_dept' || state === 'disposition_proposed',
      ),
  },
  conclusion_is_approved: {
    words: {
      zh: '问题尚未全部得出结论，无从反馈',
      en: 'Not every allegation has an approved conclusion, so there is nothing to tell',
    },
    basis: ['A23', 'S10'],
    holds: ({ context }) => context.conclusionAt !== null,
  },
  new_evidence_waits_for_a_check: {
    words: { zh: '没有待核查的新证据', en: 'No new evidence is waiting to be checked' },
    basis: ['A23', 'D'],
    holds: ({ context }) => context.obligations.some(({ code }) => code === 'check_new_evidence'),
  },
  allegations_are_at_their_end: {
    words: {
      zh: '尚有问题未办结',
      en: 'An allegation is open still, so the complaint stays open',
    },
    basis: ['A24', '1.1'],
    holds: ({ facts }) => areAtTheirEnd(facts),
  },
  claimed_name_was_checked: {
    words: {
      zh: '署实名的检举控告尚未核实身份',
      en: 'The reporter claims a real name that nobody has checked',
    },
    basis: ['A3', 'A24', 'domain 4.5', 'D'],
    holds: ({ context }) => !(context.isRealName && context.hasContact && context.identity === 'unverified'),
  },
  feedback_is_given_or_not_owed: {
    words: {
      zh: '尚未向实名检举控告人反馈结果',
      en: 'A reporter whose real name was confirmed has not been told the result',
    },
    basis: ['A23', 'A24', 'S10', 'T16'],
    holds: ({ context }) => awaitingFeedback(context).length === 0,
  },
  new_evidence_is_checked: {
    words: {
      zh: '反馈时提出的新证据尚未核查',
      en: 'Evidence that the reporter named on feedback has not been checked',
    },
    basis: ['A23', 'A24', 'S10'],
    holds: ({ context }) => !context.obligations.some(({ code }) => code === 'check_new_evidence'),
  },
  clarifications_are_opened: {
    words: {
      zh: '尚有失实问题未启动澄清评估',
      en: 'A finding that calls for clarification has no clarification opened',
    },
    basis: ['A24', '1.7', 'T31'],
    holds: ({ facts }) => withoutClarification(facts).length === 0,
  },
  is_reopened_at_the_right_level: {
    words: {
      zh: '涉及本机关主要负责人的，只能由上一级机关决定重新办理',
      en: 'What concerns the head of this body is reopened by the next higher body alone',
    },
    basis: ['A25', 'S10', 'T15'],
    holds: ({ context, facts }) =>
      !context.concernsHead || rolesIn(context, facts.by).includes('superior_body'),
  },
  checklist_is_complete: {
    words: { zh: '办结清单尚未逐项完成', en: 'The closing checklist is not complete' },
    basis: ['A24'],
    holds: ({ data }) => data.isChecklistComplete === true,
  },
} satisfies Record<string, Guard<ComplaintContext>>;

const outcomeGuard = (outcome: Outcome): Guard<ComplaintContext> => ({
  words: {
    zh: `各问题中最重的结果不是“${outcome}”`,
    en: `The gravest outcome among the allegations is not ${outcome}`,
  },
  basis: ['A24', '1.1'],
  holds: ({ facts }) => gravestOutcome(facts) === outcome,
});

/** One guard for each outcome: the outcome follows from the allegations, nobody chooses it. */
export const OUTCOME_GUARDS = Object.fromEntries(
  OUTCOMES.map((outcome) => [`outcome_is_${outcome}`, outcomeGuard(outcome)]),
) as Record<`outcome_is_${Outcome}`, Guard<ComplaintContext>>;
