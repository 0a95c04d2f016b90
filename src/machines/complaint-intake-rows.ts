/**
 * Rows of a complaint at reception: receipt, registration, the check of the reporter's identity, and the ways out that
 * need no department (A1-A9). What was written in it is never read here, and who wrote it never leaves the seal.
 */
import { paper, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { IDENTITIES, type ComplaintContext, type Events } from './complaint-events.ts';
import {
  isOwedAnswers,
  type HANDLING_GUARDS,
  type INTAKE_GUARDS,
  type OUTCOME_GUARDS,
} from './complaint-guards.ts';
import { EVERY_STATE, OPEN_STATES, type ComplaintState } from './complaint-states.ts';
import type { GuardArguments, RowOf } from './procedure.ts';
import type { SharedGuard } from './shared-rows.ts';

export type ComplaintGuard =
  keyof typeof INTAKE_GUARDS | keyof typeof HANDLING_GUARDS | keyof typeof OUTCOME_GUARDS;
export type ComplaintRow = RowOf<
  ComplaintContext,
  ComplaintState,
  ComplaintGuard | SharedGuard,
  typeof Events
>;
type Args = GuardArguments<ComplaintContext>;

/** What may neither be keyed in here (A4) nor pass the inbox of the person it is about (A5, T15). */
export const HANDLED_HERE = ['is_not_a_sealed_stub', 'does_not_concern_own_head'] as const;

/** A complaint that the department handed back takes its allegations along when reception ends it (A11). */
export const endsAllegations = ({ isReturned }: ComplaintContext, outcome: string): Effect[] =>
  isReturned ? [tell('child', 'allegation', 'COMPLAINT_ENDED', { outcome })] : [];

/** Tells the complaint that goes on with this one, and hangs this one on it; each keeps its reporter (T16). */
export const joins = (
  { context, facts }: Pick<Args, 'context' | 'facts'>,
  to: string,
  newFacts: boolean,
): Effect => ({
  kind: 'send_event',
  to: { case: to },
  event: 'DUPLICATE_LINKED',
  data: {
    duplicate: facts.case,
    subject: context.subjects[0] ?? null,
    isRealName: isOwedAnswers(context),
    newFacts,
  },
  link: 'duplicate_of',
});

const receiptOf = ({ data, facts }: Pick<Args, 'data' | 'facts'>): Instant =>
  typeof data.receivedAt === 'string' ? new Date(data.receivedAt).toISOString() : facts.at;

/** The name that was claimed is still to be checked: the notice may yet be owed. */
const mayBeOwedNotice = (context: ComplaintContext): boolean =>
  isOwedAnswers(context) || (context.isRealName && context.hasContact && context.identity === 'unverified');

/**
 * What a check of identity sets going (4.5). A reporter named since receipt keeps the clock that runs from receipt; one
 * who comes forward later gets clocks from the confirmation. Whoever is not confirmed is owed neither.
 */
function identityEffects({ context, facts }: Args): Effect[] {
  if (context.parent !== null)
    return [
      {
        kind: 'send_event',
        to: { case: context.parent },
        event: 'DUPLICATE_IDENTIFIED',
        data: { duplicate: facts.case, isRealName: isOwedAnswers(context) },
        ifAccepted: true,
      },
    ];
  if (!isOwedAnswers(context)) return [stopClock('report.accept_notice'), stopClock('report.feedback')];
  const isNoticeOwed = !context.isNoticeDelivered;
  const isClockRunning = facts.clocks?.['report.accept_notice'] !== undefined;
  return [
    ...(isNoticeOwed && !(context.isNamedSinceReceipt && isClockRunning)
      ? [startClock('report.accept_notice')]
      : []),
    ...(context.conclusionAt !== null && !context.isFeedbackGiven ? [startClock('report.feedback')] : []),
  ];
}

const IDENTITY_STATES = ['unverified', ...IDENTITIES] as const;

const identityRows = IDENTITIES.map(
  (result) =>
    ({
      row: `A3-${result}`,
      event: 'CONFIRM_IDENTITY',
      region: 'identity',
      from: IDENTITY_STATES.filter((state) => state !== result) as never,
      to: result as never,
      when: { result },
      roles: ['reception_officer'],
      duty: 'received',
      needs: ['family', 'clocks'],
      guards: ['contact_is_given', 'may_still_be_answered'],
      whileSuspended: true,
      record: () => ({ identity: result }),
      effects: (args) => [
        ...identityEffects(args as unknown as Args),
        paper('identity_check_note', 'reception_officer'),
      ],
      basis: ['A3', 'S10', 'S29', 'domain 4.5'],
      label: { zh: '核实检举控告人身份', en: "Check the reporter's identity" },
    }) satisfies ComplaintRow,
);

export const INTAKE_ROWS: readonly ComplaintRow[] = [
  {
    row: 'A1',
    event: 'SUBMIT',
    from: 'opening',
    to: 'received',
    roles: ['reporter', 'reception_officer', 'superior_body', 'org_personnel', 'api_client'],
    recordedBy: ['reception_officer'],
    guards: ['is_not_received_in_the_future'],
    record: (args) => {
      const { data } = args;
      const hasContact = data.reporter !== undefined;
      return {
        channel: data.channel,
        receivedAt: receiptOf(args as unknown as Args),
        subject: data.subject ?? null,
        subjects: data.subject === undefined ? [] : [data.subject],
        concernsHead: data.concernsHead,
        isTransmittalOnly: data.transmittalOnly,
        isRealName: data.isRealName,
        isNamedSinceReceipt: data.isRealName && hasContact,
        hasContact,
      };
    },
    effects: (args) => {
      const from = receiptOf(args as unknown as Args);
      return [
        startClock('report.receipt_ack', { from }),
        startClock('report.accept_notice', { from }),
        startClock('report.route_out', { from }),
        paper('intake_record', 'reception_officer'),
      ];
    },
    basis: ['A1', 'S10', 'T6'],
    label: { zh: '接收检举控告', en: 'Take in a complaint' },
  },
  {
    row: 'A1-referred',
    event: 'REFERRED',
    from: 'opening',
    to: 'received',
    roles: ['system'],
    isInternal: true,
    record: ({ data, facts }) => ({
      channel: 'own_finding',
      receivedAt: facts.at,
      subject: data.subject,
      subjects: [data.subject],
      origin: data.origin,
      originCase: data.from,
    }),
    effects: [startClock('report.route_out'), paper('intake_record', 'reception_officer')],
    basis: ['A1', '1.7', '3'],
    label: { zh: '其他程序发现的新线索', en: 'A lead that came up in another procedure' },
  },
  {
    row: 'A1-acknowledge',
    event: 'ACKNOWLEDGE_RECEIPT',
    from: OPEN_STATES,
    roles: ['reception_officer'],
    duty: 'received',
    whileSuspended: true,
    guards: ['receipt_is_not_acknowledged_yet', 'is_not_done_in_the_future'],
    record: () => ({ isReceiptAcknowledged: true }),
    effects: [stopClock('report.receipt_ack'), paper('acknowledgement_of_receipt', 'reporter')],
    basis: ['0.5', 'S34', 'D'],
    label: { zh: '告知已收到', en: 'Acknowledge the receipt' },
  },
  {
    row: 'A2',
    event: 'REGISTER',
    from: 'received',
    to: 'registered',
    roles: ['reception_officer'],
    duty: 'received',
    record: ({ context, data }) => ({
      subject: data.subject ?? context.subject,
      subjects: [...new Set([...context.subjects, ...(data.subject === undefined ? [] : [data.subject])])],
      concernsHead: data.concernsHead ?? context.concernsHead,
    }),
    effects: ({ context }) => [
      paper('register_entry', 'reception_officer'),
      ...(context.hasContact ? [paper('sealed_identity_slip', 'identity_custodian')] : []),
    ],
    basis: ['A2', 'S10', 'T10'],
    label: { zh: '登记', en: 'Register' },
  },
  {
    row: 'A3-name',
    event: 'NAME_REPORTER',
    from: EVERY_STATE,
    roles: ['reporter'],
    recordedBy: ['reception_officer'],
    needs: ['family'],
    guards: ['may_still_be_answered'],
    whileSuspended: true,
    record: () => ({ hasContact: true, isRealName: true }),
    effects: [paper('sealed_identity_slip', 'identity_custodian')],
    basis: ['A3', 'domain 4.5', 'T10', 'D'],
    label: { zh: '匿名检举控告人事后署名', en: 'The reporter comes forward by name' },
  },
  ...identityRows,
  {
    row: 'A4',
    event: 'SEND_SEALED_UP',
    from: 'registered',
    to: 'escalated_sealed',
    roles: ['reception_officer'],
    duty: 'received',
    guards: ['is_a_sealed_stub', 'does_not_concern_own_head'],
    record: () => ({ outcome: 'escalated_sealed' }),
    effects: [stopClock('report.route_out'), paper('transmittal', 'approver_head', 'superior_body')],
    basis: ['A4', 'S10', 'T15'],
    label: { zh: '密封上报上级机关', en: 'Send up sealed' },
  },
  {
    row: 'A5',
    event: 'SEND_UP_OWN_HEAD',
    from: 'registered',
    to: 'escalated_sealed',
    roles: ['reception_officer'],
    duty: 'received',
    guards: ['concerns_own_head'],
    record: () => ({ outcome: 'escalated_sealed' }),
    effects: [stopClock('report.route_out'), paper('transmittal', 'superior_body')],
    basis: ['A5', 'S10', 'T15'],
    label: { zh: '涉及主要负责人，直接报上一级', en: 'Send what concerns the own head straight up' },
  },
  {
    row: 'A6',
    event: 'ROUTE_OUT',
    from: 'registered',
    to: 'routed_out',
    when: { isPartial: false },
    roles: ['reception_officer'],
    duty: 'received',
    guards: HANDLED_HERE,
    record: ({ context, data }) => ({
      routedTo: [...context.routedTo, { body: data.to, isPartial: false }],
      outcome: 'routed_out',
    }),
    effects: ({ context }) => [
      stopClock('report.route_out'),
      paper('transfer_letter', 'other_body'),
      ...endsAllegations(context, 'routed_out'),
    ],
    basis: ['A6', 'S10', 'S11'],
    label: { zh: '转送有权机关', en: 'Route out to the competent body' },
  },
  {
    row: 'A6-partial',
    event: 'ROUTE_OUT',
    from: 'registered',
    when: { isPartial: true },
    roles: ['reception_officer'],
    duty: 'received',
    guards: HANDLED_HERE,
    record: ({ context, data }) => ({ routedTo: [...context.routedTo, { body: data.to, isPartial: true }] }),
    effects: [paper('transfer_letter', 'other_body')],
    basis: ['A6', 'S11', 'domain 4.8'],
    label: { zh: '部分转送，其余自行办理', en: 'Pass a part on and keep the rest' },
  },
  {
    row: 'A7',
    event: 'DECLINE',
    from: 'registered',
    to: 'not_accepted',
    roles: ['reception_officer', 'approver_incharge'],
    guards: [...HANDLED_HERE, 'reason_is_listed'],
    record: ({ data }) => ({ reason: data.reason, outcome: 'not_accepted' }),
    effects: ({ context }) => [
      stopClock('report.accept_notice'),
      stopClock('report.route_out'),
      ...(isOwedAnswers(context) ? [paper('non_acceptance_notice', 'reporter')] : []),
      paper('non_acceptance_record', 'reception_officer'),
      ...endsAllegations(context, 'not_accepted'),
    ],
    basis: ['A7', 'S10', 'settled 6'],
    label: { zh: '不予受理', en: 'Decline, and name the right channel' },
  },
  {
    row: 'A8',
    event: 'LINK_DUPLICATE',
    from: 'registered',
    to: 'retained',
    roles: ['reception_officer'],
    duty: 'received',
    guards: [...HANDLED_HERE, 'holds_nothing_new'],
    record: ({ data }) => ({ parent: data.parent, outcome: 'retained' }),
    effects: (args) => [
      stopClock('report.accept_notice'),
      stopClock('report.route_out'),
      paper('link_note', 'reception_officer'),
      joins(args as unknown as Args, args.data.parent, false),
      ...endsAllegations(args.context, 'retained'),
    ],
    basis: ['A8', 'S10', 'domain 4.7', 'T16', 'settled 6'],
    label: { zh: '重复件关联留存', en: 'Link a duplicate and retain it' },
  },
  {
    row: 'A-merge',
    event: 'MERGE',
    from: ['registered', 'accepted'],
    to: 'merged',
    roles: ['reception_officer', 'handling_dept_head'],
    guards: HANDLED_HERE,
    record: ({ data }) => ({ parent: data.into, outcome: 'merged' }),
    effects: (args) => [
      paper('merger_note', 'case_supervisor'),
      joins(args as unknown as Args, args.data.into, args.data.newFacts),
      ...endsAllegations(args.context, 'merged'),
    ],
    basis: ['domain 4.7', 'T16', 'D'],
    label: { zh: '并入已有检举控告', en: 'Merge into another complaint' },
  },
  {
    row: 'A9',
    event: 'ACCEPT',
    from: 'registered',
    to: 'accepted',
    roles: ['reception_officer'],
    duty: 'received',
    guards: HANDLED_HERE,
    record: () => ({ isAccepted: true }),
    effects: ({ context }) => [
      stopClock('report.route_out'),
      startClock('report.hand_over'),
      ...(mayBeOwedNotice(context) ? [] : [stopClock('report.accept_notice')]),
      paper('acceptance_record', 'reception_officer'),
      ...(isOwedAnswers(context) && !context.isNoticeDelivered
        ? [paper('acceptance_notice', 'reporter')]
        : []),
    ],
    basis: ['A9', 'S10', 'settled 6'],
    label: { zh: '受理', en: 'Accept' },
  },
  {
    row: 'A9-deliver',
    event: 'DELIVER_NOTICE',
    from: ['accepted', 'with_handling_dept'],
    roles: ['reception_officer'],
    duty: 'received',
    whileSuspended: true,
    guards: ['reporter_is_confirmed', 'notice_is_not_delivered_yet', 'is_not_done_in_the_future'],
    record: () => ({ isNoticeDelivered: true }),
    effects: [stopClock('report.accept_notice'), paper('delivery_record', 'reception_officer')],
    basis: ['A9', 'S10', 'T35', 'settled 6'],
    label: { zh: '送达受理告知', en: 'Deliver the notice of acceptance' },
  },
];
