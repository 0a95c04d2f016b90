/**
 * Clarification of an untrue report: one finding on one allegation, one person. Procedure B.
 *
 *   assessing ─→ in_joint_check ─→ consulted ─→ approved ─→ carrying_out ─→ completed ─→ followed_up ─→ archived
 *       └─→ not_needed   └─→ withheld  └─→ declined_by_subject                  └─────────→ superseded
 *
 * A completed clarification stays open until it is archived, and even then a changed finding supersedes it (T20).
 */
import { z } from 'zod';
import { notify, paper, sendTo, startClock, stopClock } from '../domain/effect.ts';
import { freeText } from '../domain/event-data.ts';
import { CaseId, GivenDate, PersonId } from '../domain/vocabulary.ts';
import { defineProcedure } from './define-procedure.ts';
import type { BaseContext, Guard, GuardArguments } from './procedure.ts';
import { eventData } from './shared-rows.ts';

/** The circles a report can do harm in, from narrow to wide; a clarification may not reach further (T19). */
export const CIRCLES = ['person', 'department', 'unit', 'system', 'public'] as const;
const Circle = z.enum(CIRCLES);
export type Circle = z.infer<typeof Circle>;

export const FORMS = ['written', 'in_person', 'meeting', 'circular'] as const;
const Form = z.enum(FORMS);
export type Form = z.infer<typeof Form>;

/** Findings that open a clarification. `not_proven` is not among them: it cannot be ruled out (T2). */
export const CLARIFIABLE = ['fabricated', 'untrue', 'seriously_inaccurate'] as const;

/** Owed once while the finding differs from the one that was clarified; met too when it is that one again (B10). */
const SUPERSEDING = 'supersede_clarification';

export interface ClarificationContext extends BaseContext {
  readonly allegation: string | null;
  readonly point: string | null;
  readonly finding: string | null;
  readonly findingVersion: number | null;
  /** What the finding became after this clarification was carried out. */
  readonly changedTo: string | null;
  readonly ground: string | null;
  readonly reason: string | null;
  readonly damage: Circle | null;
  readonly circle: Circle | null;
  readonly forms: readonly Form[];
  readonly done: readonly Form[];
  readonly recipients: readonly string[];
  readonly deliveredTo: readonly string[];
}

const States = {
  assessing: {
    label: { zh: '评估中', en: 'being assessed' },
    owed: ['handling_dept_head'],
    clocks: ['clar.assess'],
  },
  in_joint_check: { label: { zh: '会商审核中', en: 'in the joint check' }, clocks: ['clar.review'] },
  consulted: { label: { zh: '已征求意见', en: 'subject consulted' }, clocks: ['clar.approve'] },
  approved: { label: { zh: '已批准', en: 'approved' }, clocks: ['clar.carry_out'] },
  carrying_out: { label: { zh: '澄清实施中', en: 'being carried out' }, clocks: ['clar.carry_out'] },
  completed: { label: { zh: '已澄清', en: 'carried out' }, clocks: ['clar.follow_up'] },
  followed_up: {
    label: { zh: '已回访', en: 'followed up' },
    owed: ['case_supervisor'],
    clocks: ['clar.archive'],
  },
  not_needed: { label: { zh: '无需澄清', en: 'not needed' }, isClosed: true },
  withheld: { label: { zh: '不予澄清', en: 'withheld' }, isClosed: true },
  declined_by_subject: { label: { zh: '本人不同意澄清', en: 'declined by the subject' }, isClosed: true },
  archived: { label: { zh: '已归档', en: 'archived' }, isClosed: true },
  superseded: { label: { zh: '已被取代', en: 'superseded' }, isClosed: true },
} as const;

const Events = {
  OPEN: eventData({
    allegation: CaseId,
    subject: PersonId,
    point: z.string().max(128),
    finding: z.string().max(64),
    findingVersion: z.int().positive(),
  }),
  APPLY: eventData({ allegation: CaseId, reason: freeText() }),
  ASSESS_NEEDED: eventData({ ground: z.string().max(64), damage: Circle, reason: freeText() }),
  ASSESS_NOT_NEEDED: eventData({ reason: z.string().max(64), explanation: freeText() }),
  RETURN_FOR_MORE: eventData({ reason: freeText() }),
  WITHHOLD: eventData({ reason: z.string().max(64), explanation: freeText() }),
  CONSULT_SUBJECT: eventData({
    agrees: z.boolean(),
    forms: z.array(Form).max(4).default([]),
    circle: Circle.optional(),
  }),
  APPROVE: eventData({ nothingSealedInText: z.boolean(), reason: freeText().optional() }),
  CARRY_OUT: eventData({
    form: Form,
    recipients: z.array(z.string().max(64)).min(1).max(50),
    deliveredOn: GivenDate.optional(),
  }),
  COMPLETE: eventData({}),
  FOLLOW_UP: eventData({ visitedOn: GivenDate, harmContinues: z.boolean(), record: freeText() }),
  ARCHIVE: eventData({}),
  SUPERSEDE: eventData({ reason: freeText() }),
  FINDING_APPROVED: eventData({ finding: z.string().max(64), findingVersion: z.int().positive() }),
};

type Args = GuardArguments<ClarificationContext>;
const allegationIn = ({ data, facts }: Args) =>
  facts.family?.find((member) => member.procedure === 'allegation' && member.case === data.allegation);
const ownAllegation = ({ context, facts }: Args) =>
  facts.family?.find((member) => member.case === context.allegation);

const Guards = {
  finding_is_untrue: {
    words: {
      zh: '仅对捏造、不属实、严重失实的问题澄清；“查无实据”不是“不属实”',
      en: 'Only a finding of fabricated, untrue or seriously inaccurate is clarified; not proven is not untrue',
    },
    basis: ['B1', 'S16', 'T2'],
    holds: ({ data }) => (CLARIFIABLE as readonly string[]).includes(data.finding as string),
  },
  has_a_concluded_finding: {
    words: {
      zh: '核查尚未得出可以澄清的结论',
      en: 'It is too early: there is no concluded finding that can be clarified',
    },
    basis: ["B1'", 'T2'],
    holds: (args) =>
      (CLARIFIABLE as readonly string[]).includes(allegationIn(args)?.summary.finding as string) &&
      allegationIn(args)?.summary.isFindingApproved === true,
  },
  is_not_clarified_already: {
    words: { zh: '该问题已有澄清程序', en: 'A clarification of this point exists already' },
    basis: ["B1'"],
    holds: ({ data, facts }) =>
      !(facts.family ?? []).some(
        (member) =>
          member.procedure === 'clarification' &&
          member.relation !== 'self' &&
          member.summary.allegation === data.allegation &&
          !['superseded', 'declined_by_subject', 'not_needed', 'withheld'].includes(member.state),
      ),
  },
  concerns_the_applicant: {
    words: {
      zh: '只能申请澄清涉及本人或者本单位人员的问题',
      en: 'Only the person concerned, or their unit, may apply',
    },
    basis: ["B1'"],
    holds: (args) => {
      const subject = allegationIn(args)?.summary.subject;
      return (
        args.facts.by.person === subject ||
        !args.facts.by.roles.includes('subject') ||
        args.data.onBehalfOf !== undefined
      );
    },
  },
  ground_is_listed: {
    words: { zh: '须写明规定的澄清情形', en: 'A listed ground for clarification has to be named' },
    basis: ['B2', 'S14'],
    holds: ({ data, profile }) =>
      profile.lists.clarification_grounds.some(({ code }) => code === data.ground),
  },
  reason_is_listed: {
    words: { zh: '不予澄清须写明规定的理由', en: 'Not clarifying always needs one of the listed reasons' },
    basis: ['B2', 'S14', 'S15', 'T31'],
    holds: ({ data, profile }) =>
      profile.lists.clarification_refusals.some(({ code }) => code === data.reason),
  },
  finding_is_still_untrue: {
    words: {
      zh: '重新核查后结论不再是不属实，不得澄清',
      en: 'After more verification the finding is no longer that the point is untrue, so nothing is clarified',
    },
    basis: ['B2', 'B3', 'S16', 'T2'],
    holds: ({ context }) => (CLARIFIABLE as readonly (string | null)[]).includes(context.finding),
  },
  includes_the_written_form: {
    words: {
      zh: '其他方式须同时采用书面澄清',
      en: 'Any other form has to be accompanied by the written one',
    },
    basis: ['B6', 'S13', 'T19'],
    holds: ({ data }) =>
      data.agrees !== true || ((data.forms as Form[] | undefined) ?? []).includes('written'),
  },
  names_a_circle: {
    words: { zh: '须确定澄清范围', en: 'The circle of the clarification has to be named' },
    basis: ['B4'],
    holds: ({ data }) => data.agrees !== true || data.circle !== undefined,
  },
  is_within_the_damage: {
    words: {
      zh: '澄清范围不得超出造成影响的范围',
      en: 'The circle may not be wider than the circle of the damage',
    },
    basis: ['B5', 'T19'],
    holds: ({ context }) =>
      context.circle !== null &&
      context.damage !== null &&
      CIRCLES.indexOf(context.circle) <= CIRCLES.indexOf(context.damage),
  },
  names_nothing_sealed: {
    words: {
      zh: '澄清文本不得含有检举控告人信息或者秘密',
      en: 'The text may hold nothing about the reporter and no secret; the approver has to confirm it',
    },
    basis: ['B5', 'S4', 'T19'],
    holds: ({ data }) => data.nothingSealedInText === true,
  },
  finding_still_stands: {
    words: {
      zh: '所依据的核查结论尚未批准或者已改变',
      en: 'The finding it rests on is not approved, or has changed',
    },
    basis: ['B5'],
    holds: (args) => {
      const allegation = ownAllegation(args);
      return (
        allegation?.summary.isFindingApproved === true && allegation.summary.finding === args.context.finding
      );
    },
  },
  point_is_in_no_other_open_case: {
    words: { zh: '同一问题另有案件正在办理', en: 'Another open case concerns the same point' },
    basis: ['B5'],
    holds: ({ context, facts }) =>
      !(facts.family ?? []).some(
        (member) =>
          member.procedure === 'allegation' &&
          member.case !== context.allegation &&
          member.isOpen &&
          member.summary.isFindingApproved !== true &&
          member.summary.point === context.point,
      ),
  },
  form_was_chosen: {
    words: { zh: '该方式未经批准', en: 'This form was not among those approved' },
    basis: ['B6'],
    holds: ({ context, data }) => context.forms.includes(data.form as Form),
  },
  all_forms_are_done: {
    words: {
      zh: '书面澄清须已送达，批准的各种方式均须完成',
      en: 'The written form has to be delivered, and every approved form carried out',
    },
    basis: ['B7', 'T19'],
    holds: ({ context }) =>
      context.done.includes('written') &&
      context.deliveredTo.length > 0 &&
      context.forms.every((form) => context.done.includes(form)),
  },
  finding_has_changed: {
    words: { zh: '所依据的核查结论并未改变', en: 'The finding it rests on has not changed' },
    basis: ['B10', 'T20'],
    holds: ({ context }) => context.changedTo !== null && context.changedTo !== context.finding,
  },
} satisfies Record<string, Guard<ClarificationContext>>;

export const clarification = defineProcedure<
  ClarificationContext,
  keyof typeof States,
  keyof typeof Guards,
  typeof Events
>({
  name: 'clarification',
  version: 1,
  label: { zh: '失实检举控告澄清', en: 'Clarification of an untrue report' },
  context: {
    allegation: null,
    point: null,
    finding: null,
    findingVersion: null,
    changedTo: null,
    ground: null,
    reason: null,
    damage: null,
    circle: null,
    forms: [],
    done: [],
    recipients: [],
    deliveredTo: [],
  },
  states: States,
  events: Events,
  openings: ['APPLY'],
  joins: 'clarifies',
  guards: Guards,
  rows: [
    {
      row: 'B1',
      event: 'OPEN',
      from: 'opening',
      to: 'assessing',
      roles: ['system'],
      isInternal: true,
      guards: ['finding_is_untrue'],
      record: ({ data }) => ({
        allegation: data.allegation,
        subject: data.subject,
        point: data.point,
        finding: data.finding,
        findingVersion: data.findingVersion,
      }),
      effects: [startClock('clar.assess'), paper('assessment_task', 'handling_dept')],
      basis: ['B1', 'S14'],
      label: { zh: '启动澄清评估', en: 'Open the assessment' },
    },
    {
      row: "B1'",
      event: 'APPLY',
      from: 'opening',
      to: 'assessing',
      roles: ['subject', 'subject_unit'],
      recordedBy: ['reception_officer'],
      needs: ['family'],
      guards: ['has_a_concluded_finding', 'concerns_the_applicant', 'is_not_clarified_already'],
      record: (args) => {
        const member = allegationIn(args as Args);
        return {
          allegation: args.data.allegation,
          subject: (member?.summary.subject as string | undefined) ?? null,
          point: (member?.summary.point as string | undefined) ?? null,
          finding: (member?.summary.finding as string | undefined) ?? null,
          findingVersion: (member?.summary.findingVersion as number | undefined) ?? null,
        };
      },
      effects: [startClock('clar.assess'), paper('clarification_application', 'handling_dept')],
      basis: ["B1'", 'S14'],
      label: { zh: '申请澄清', en: 'Apply for clarification' },
    },
    {
      row: 'B2-needed',
      event: 'ASSESS_NEEDED',
      from: 'assessing',
      to: 'in_joint_check',
      roles: ['handler', 'handling_dept_head'],
      duty: 'handled',
      guards: ['finding_is_still_untrue', 'ground_is_listed'],
      record: ({ data }) => ({ ground: data.ground, damage: data.damage }),
      effects: [
        stopClock('clar.assess'),
        startClock('clar.review'),
        paper('assessment_sheet', 'handling_dept'),
      ],
      basis: ['B2', 'S14'],
      label: { zh: '评估为需要澄清', en: 'Assess as needed' },
    },
    {
      row: 'B2-not',
      event: 'ASSESS_NOT_NEEDED',
      from: 'assessing',
      to: 'not_needed',
      roles: ['handler', 'handling_dept_head'],
      people: 2,
      duty: 'handled',
      guards: ['has_the_handlers_required', 'reason_is_listed'],
      record: ({ data }) => ({ reason: data.reason }),
      effects: [paper('assessment_sheet', 'handling_dept', 'case_supervisor')],
      basis: ['B2', 'S14', 'S36', 'T31'],
      label: { zh: '评估为无需澄清', en: 'Assess as not needed' },
    },
    {
      row: 'B3',
      event: 'RETURN_FOR_MORE',
      from: 'in_joint_check',
      to: 'assessing',
      roles: ['reviewer', 'case_supervisor'],
      duty: 'case_reviewed',
      effects: [
        stopClock('clar.review'),
        paper('return_opinion', 'handling_dept'),
        sendTo('parent', 'allegation', 'RETURN_FOR_MORE'),
      ],
      basis: ['B3', 'S16'],
      label: { zh: '退回补充核查', en: 'Return for more verification' },
    },
    {
      row: 'B3-again',
      event: 'FINDING_APPROVED',
      from: 'assessing',
      roles: ['system'],
      isInternal: true,
      whileSuspended: true,
      record: ({ data }) => ({ finding: data.finding, findingVersion: data.findingVersion }),
      effects: [stopClock('clar.assess'), startClock('clar.assess')],
      basis: ['B3', 'S16'],
      label: { zh: '重新核查结论已批准', en: 'The finding was approved anew' },
    },
    {
      row: 'B10-owed',
      event: 'FINDING_APPROVED',
      from: ['carrying_out', 'completed', 'followed_up', 'archived'],
      roles: ['system'],
      isInternal: true,
      whileSuspended: true,
      record: ({ context, data }) => ({
        changedTo: data.finding,
        ...(data.finding === context.finding && {
          obligations: context.obligations.filter(({ code }) => code !== SUPERSEDING),
        }),
      }),
      owes: ({ context, data }) =>
        data.finding === context.finding || context.obligations.some(({ code }) => code === SUPERSEDING)
          ? []
          : [{ code: SUPERSEDING, procedure: 'clarification', row: 'B10' }],
      effects: ({ context, data }) => [
        notify(
          data.finding === context.finding
            ? 'finding_as_clarified_again'
            : 'finding_changed_after_clarification',
          'approver_head',
        ),
      ],
      basis: ['B10', 'T20'],
      label: { zh: '核查结论已改变', en: 'The finding changed afterwards' },
    },
    {
      row: 'B-withhold',
      event: 'WITHHOLD',
      from: ['in_joint_check', 'consulted', 'approved'],
      to: 'withheld',
      roles: ['approver_incharge', 'approver_head'],
      duty: 'approved',
      guards: ['reason_is_listed'],
      record: ({ data }) => ({ reason: data.reason }),
      effects: [paper('withholding_note', 'subject', 'case_supervisor')],
      basis: ['B2', 'S14', 'T31'],
      label: { zh: '决定不予澄清', en: 'Withhold' },
    },
    {
      row: 'B4-agrees',
      event: 'CONSULT_SUBJECT',
      from: 'in_joint_check',
      to: 'consulted',
      when: { agrees: true },
      roles: ['handler', 'handling_dept_head'],
      duty: 'handled',
      guards: ['includes_the_written_form', 'names_a_circle'],
      record: ({ data }) => ({ forms: data.forms, circle: data.circle ?? null }),
      effects: [
        stopClock('clar.review'),
        startClock('clar.approve'),
        paper('notice_of_intended_clarification', 'subject'),
        paper('consent_record', 'handling_dept'),
      ],
      basis: ['B4', 'S15'],
      label: { zh: '征求本人意见', en: 'Consult the subject' },
    },
    {
      row: 'B4-declines',
      event: 'CONSULT_SUBJECT',
      from: 'in_joint_check',
      to: 'declined_by_subject',
      when: { agrees: false },
      roles: ['handler', 'handling_dept_head'],
      duty: 'handled',
      record: () => ({ reason: 'subject_does_not_want_it' }),
      effects: [paper('consent_record', 'subject', 'handling_dept')],
      basis: ['B4', 'S15'],
      label: { zh: '本人不同意澄清', en: 'The subject declines' },
    },
    {
      row: 'B5',
      event: 'APPROVE',
      from: 'consulted',
      to: 'approved',
      roles: ['approver_incharge', 'approver_head'],
      duty: 'approved',
      needs: ['family'],
      guards: [
        'is_within_the_damage',
        'names_nothing_sealed',
        'finding_still_stands',
        'point_is_in_no_other_open_case',
      ],
      effects: [
        stopClock('clar.approve'),
        startClock('clar.carry_out'),
        paper('approval_form', 'handling_dept'),
      ],
      basis: ['B5', 'S13', 'S15', 'S16'],
      label: { zh: '批准澄清', en: 'Approve' },
    },
    {
      row: 'B6',
      event: 'CARRY_OUT',
      from: ['approved', 'carrying_out'],
      to: 'carrying_out',
      roles: ['handler', 'handling_dept_head', 'subject_unit'],
      recordedBy: ['handler'],
      needs: ['family'],
      guards: ['form_was_chosen', 'finding_still_stands', 'is_not_done_in_the_future'],
      record: ({ context, data }) => ({
        done: [...new Set([...context.done, data.form])],
        recipients: [...new Set([...context.recipients, ...data.recipients])],
        deliveredTo:
          data.form === 'written' && data.deliveredOn !== undefined
            ? [...new Set([...context.deliveredTo, ...data.recipients])]
            : context.deliveredTo,
      }),
      effects: ({ data }) => [paper(`clarification_${data.form}`, 'subject', 'subject_unit')],
      basis: ['B6', 'S13'],
      label: { zh: '实施澄清', en: 'Carry out one form' },
    },
    {
      row: 'B7',
      event: 'COMPLETE',
      from: 'carrying_out',
      to: 'completed',
      roles: ['handling_dept_head'],
      needs: ['family'],
      guards: ['all_forms_are_done', 'finding_still_stands'],
      effects: [
        stopClock('clar.carry_out'),
        startClock('clar.follow_up'),
        paper('completion_record', 'handling_dept', 'org_personnel'),
        notify('promotion_unblocked', 'org_personnel'),
      ],
      basis: ['B7', 'S14'],
      label: { zh: '澄清完成', en: 'Complete' },
    },
    {
      row: 'B8',
      event: 'FOLLOW_UP',
      from: 'completed',
      to: 'followed_up',
      roles: ['handler', 'handling_dept_head'],
      people: 2,
      guards: ['has_the_handlers_required', 'is_not_done_in_the_future'],
      effects: [
        stopClock('clar.follow_up'),
        startClock('clar.archive'),
        paper('return_visit_record', 'case_supervisor'),
      ],
      basis: ['B8', 'S15', 'S16'],
      label: { zh: '回访', en: 'Follow up' },
    },
    {
      row: 'B9',
      event: 'ARCHIVE',
      from: 'followed_up',
      to: 'archived',
      roles: ['case_supervisor'],
      effects: [paper('archive_volume', 'case_supervisor')],
      basis: ['B9'],
      label: { zh: '归档', en: 'Archive' },
    },
    {
      row: 'B10',
      event: 'SUPERSEDE',
      from: ['carrying_out', 'completed', 'followed_up', 'archived'],
      to: 'superseded',
      roles: ['approver_head'],
      guards: ['finding_has_changed'],
      meets: [SUPERSEDING],
      record: () => ({ reason: 'finding_changed' }),
      effects: [
        paper('supersession_notice', 'recipients_of_clarification'),
        notify('clarification_superseded', 'recipients_of_clarification', 'subject', 'org_personnel'),
      ],
      basis: ['B10', 'T20'],
      label: { zh: '撤销原澄清', en: 'Supersede' },
    },
  ],
  told: () => ['subject'],
  summary: ({ allegation, point, subject, finding, reason, forms }) => ({
    allegation,
    point,
    subject,
    finding,
    reason,
    forms: forms.join(' '),
  }),
});
