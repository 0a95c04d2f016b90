/**
 * How a report stands, as its reporter is told: a closed table apart from the states of the case. It tells nothing of what
 * was found of anybody. A reporter whose real name was confirmed follows the way of the report and is told when the result
 * was fed back (domain 4.5, S10); everybody else learns that it was received and, in the end, that it was handled.
 */
import type { Words } from './vocabulary.ts';

interface Told {
  readonly label: Words;
  readonly sentence: Words;
}

export const PORTAL_STATUS = {
  received: {
    label: { zh: '已收到', en: 'Received' },
    sentence: {
      zh: '您的举报已经收到，将依照规定处理。',
      en: 'Your report was received and is dealt with by the rules.',
    },
  },
  accepted: {
    label: { zh: '已受理', en: 'Accepted' },
    sentence: { zh: '您的举报已经受理。', en: 'Your report was accepted.' },
  },
  in_hand: {
    label: { zh: '办理中', en: 'Being looked at' },
    sentence: { zh: '有关人员正在办理您的举报。', en: 'Your report is being looked at.' },
  },
  needs_more: {
    label: { zh: '需要您补充', en: 'We need more from you' },
    sentence: {
      zh: '请阅读最新留言并回复。',
      en: 'Please read the latest message and answer it.',
    },
  },
  passed_on: {
    label: { zh: '已转有权机关', en: 'Passed on' },
    sentence: {
      zh: '您的举报已经转给有权处理的机关。',
      en: 'Your report was passed on to the body that has to deal with it.',
    },
  },
  not_taken_up: {
    label: { zh: '不予受理', en: 'Not taken up' },
    sentence: {
      zh: '您的举报不予受理，理由见给您的告知。',
      en: 'Your report was not taken up; the notice to you says why.',
    },
  },
  closed: {
    label: { zh: '已办结', en: 'Closed' },
    sentence: { zh: '您的举报已经办结。', en: 'The handling of your report has come to its end.' },
  },
  answered: {
    label: { zh: '已反馈', en: 'Answered' },
    sentence: { zh: '处理结果已经向您反馈。', en: 'You were told what came of your report.' },
  },
  handled: {
    label: { zh: '已处理', en: 'Handled' },
    sentence: { zh: '您的举报已经处理。', en: 'Your report was handled.' },
  },
} as const satisfies Record<string, Told>;

export type PortalStatus = keyof typeof PORTAL_STATUS;

export const PORTAL_STATUS_CODES = Object.keys(PORTAL_STATUS) as [PortalStatus, ...PortalStatus[]];

interface ToldBy {
  /** To a reporter whose real name was confirmed. */
  readonly named: PortalStatus;
  /** To anybody else. */
  readonly nameless: PortalStatus;
}

const closed: ToldBy = { named: 'closed', nameless: 'handled' };

/** By the state of the complaint. A piece kept with another goes on there, and its reporter is told of no other piece. */
export const STATUS_BY_STATE: Readonly<Record<string, ToldBy>> = {
  received: { named: 'received', nameless: 'received' },
  registered: { named: 'received', nameless: 'received' },
  accepted: { named: 'accepted', nameless: 'received' },
  with_handling_dept: { named: 'in_hand', nameless: 'received' },
  escalated_sealed: { named: 'passed_on', nameless: 'handled' },
  routed_out: { named: 'passed_on', nameless: 'handled' },
  not_accepted: { named: 'not_taken_up', nameless: 'handled' },
  retained: { named: 'in_hand', nameless: 'handled' },
  merged: { named: 'in_hand', nameless: 'handled' },
  closed_no_action: closed,
  closed_untrue: closed,
  closed_not_proven: closed,
  closed_minor_handling: closed,
  decided_sanction: closed,
  decided_exempt: closed,
  decided_no_sanction: closed,
  case_dismissed: closed,
  transferred_criminal: closed,
};

export interface Standing {
  readonly state: string;
  readonly isNameConfirmed: boolean;
  readonly isFeedbackGiven: boolean;
  /** Whether the body's latest question waits for the reporter. */
  readonly isAsked: boolean;
}

/** What the reporter is told. Throws for a state that the table lacks: a guess could say too much. */
export function portalStatusOf({ state, isNameConfirmed, isFeedbackGiven, isAsked }: Standing): PortalStatus {
  const told = STATUS_BY_STATE[state];
  if (!told) throw new Error('a state of a complaint has no public status');
  if (isAsked) return 'needs_more';
  if (!isNameConfirmed) return told.nameless;
  return isFeedbackGiven && (told.named === 'closed' || told.named === 'in_hand') ? 'answered' : told.named;
}
