/** What has to hold before a clarification goes on; the same rules in both versions. */
import { CIRCLES, CLARIFIABLE, type ClarificationContext, type Form } from './clarification-events.ts';
import type { Guard, GuardArguments } from './procedure.ts';

export type Args = GuardArguments<ClarificationContext>;
/** The allegation that an application names. */
export const allegationIn = ({ data, facts }: Args) =>
  facts.family?.find((member) => member.procedure === 'allegation' && member.case === data.allegation);
const ownAllegation = ({ context, facts }: Args) =>
  facts.family?.find((member) => member.case === context.allegation);

export const GUARDS = {
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
