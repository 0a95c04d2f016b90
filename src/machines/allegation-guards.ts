/**
 * Guards of an allegation, from its disposition to its decision. They read the case, the data and the facts of the
 * family; rights, separation of duties and recusal are judged before them, for every row alike.
 */
import type { z } from 'zod';
import { dayOf, localDayOf } from '../domain/local-day.ts';
import { measureOf } from '../domain/tracks.ts';
import {
  DECISIONS,
  Events,
  MEASURES,
  type AllegationContext,
  type Decision,
  type Measure,
} from './allegation-events.ts';
import { allowsMinorHandling, isClarifiable, isSubstantiated } from './allegation-findings.ts';
import { trackOf } from './allegation-decision.ts';
import { participantsOf } from './generic-guards.ts';
import { isSanctionedAlready, ONE_ACT_IS_SANCTIONED_ONCE } from './one-sanction.ts';
import type { FamilyMember, Guard, GuardArguments } from './procedure.ts';

type Args = GuardArguments<AllegationContext>;

const WITHOUT_EFFECT = ['refused_intake', 'withdrawn', 'revoked'];

/** Evidence that a recusal's disposal has put out of use; a redone act has to be recorded anew. */
export const excludedEvidence = ({ case: own, evidence, disposals }: AllegationContext): string[] =>
  evidence
    .filter(({ version }) =>
      disposals.some(
        (disposal) => disposal.case === own && disposal.version === version && disposal.disposal !== 'keep',
      ),
    )
    .map(({ id }) => id);

const words = (line: unknown): readonly string[] => (typeof line === 'string' ? line.split(' ') : []);
const ownAct = ({ act, point }: AllegationContext) => act ?? point ?? '';

/** Tolerance reviews on this point and this person that count. */
function toleranceReviews({ context, facts }: Args): FamilyMember[] {
  return (facts.family ?? []).filter(
    ({ procedure, state, summary }) =>
      procedure === 'tolerance_review' &&
      !WITHOUT_EFFECT.includes(state) &&
      (summary.allegation === facts.case ||
        (words(summary.acts).includes(ownAct(context)) &&
          words(summary.persons).includes(context.subject ?? ''))),
  );
}

/** Outcomes determined for this person: on this act, or on any act of a review opened for this allegation. */
function toleranceOutcomes(args: Args): string[] {
  return toleranceReviews(args).flatMap(({ summary }) => {
    const own = (typeof summary.determinations === 'string' ? summary.determinations : '')
      .split('; ')
      .map((one) => ({
        act: one.slice(0, one.indexOf(':')),
        person: one.slice(one.indexOf(':') + 1, one.lastIndexOf(':')),
        outcome: one.slice(one.lastIndexOf(':') + 1),
      }))
      .filter(({ person }) => person === args.context.subject);
    const onThisAct = own.filter(({ act }) => act === ownAct(args.context));
    return (onThisAct.length > 0 ? onThisAct : own).map(({ outcome }) => outcome);
  });
}

const weightOf = (decision: Decision, measure: Measure | null | undefined): number =>
  DECISIONS.indexOf(decision) * 10 + (measure ? MEASURES.indexOf(measure) + 1 : 0);

export const LEAD_GUARDS = {
  recusal_is_clear: {
    words: {
      zh: '提出处置意见前须查明承办人员有无回避情形',
      en: 'Recusal of those who will handle it has to be checked before a disposition is proposed',
    },
    basis: ['A12', 'domain 4.3'],
    holds: ({ data }) => data.isRecusalClear === true,
  },
  was_studied_collectively: {
    words: {
      zh: '处置意见须经集体研究',
      en: 'The disposition has to be studied by more than one person of the department',
    },
    basis: ['A12'],
    holds: ({ data }) => data.isStudiedCollectively === true || participantsOf(data).length > 0,
  },
  is_with_the_department: {
    words: {
      zh: '检举控告已退回受理部门，交回后方可办理',
      en: 'The complaint is back with reception; it has to be handed over again first',
    },
    basis: ['A11', 'S10'],
    holds: ({ context }) => !context.isReturned,
  },
  is_returned: {
    words: { zh: '问题仍在承办部门办理', en: 'The department is still working on the allegation' },
    basis: ['A11', 'D'],
    holds: ({ context }) => context.isReturned,
  },
  reason_is_listed: {
    words: {
      zh: '写明的理由须为规定情形之一',
      en: 'A reason that is named has to be one of those listed for keeping a lead without action',
    },
    basis: ['A13', 'S10', 'D'],
    holds: ({ data, profile }) =>
      data.reasonCode === undefined ||
      profile.lists.retained_reasons.some(({ code }) => code === data.reasonCode),
  },
  is_delivered_on_a_possible_day: {
    words: {
      zh: '送达日期不得早于处置批准之日，也不得晚于今日',
      en: 'The day of delivery lies neither before the approval of the disposition nor in the future',
    },
    basis: ['A13', 'T35'],
    holds: ({ context, data, facts, profile }) => {
      const { timeZone } = profile.rules;
      const day = dayOf(data.deliveredOn as string);
      return (
        (context.dispositionAt === null || day >= localDayOf(context.dispositionAt, timeZone)) &&
        day <= localDayOf(facts.at, timeZone)
      );
    },
  },
  letter_is_not_delivered_yet: {
    words: { zh: '函询已经送达', en: 'The letter has been delivered already' },
    basis: ['A13', 'T35', 'D'],
    holds: ({ context }) => context.letterDeliveredOn === null,
  },
  letter_was_delivered: {
    words: {
      zh: '没有送达记录，不能登记说明',
      en: 'Without a record of delivery there is no letter to reply to',
    },
    basis: ['A14', 'T35'],
    holds: ({ context }) => context.letterDeliveredOn !== null,
  },
  is_the_person_concerned: {
    words: {
      zh: '只能由被反映人本人或者其单位说明',
      en: 'Only the person concerned, or their unit, replies',
    },
    basis: ['A14'],
    holds: ({ context, data, facts }) =>
      data.onBehalfOf !== undefined ||
      facts.by.roles.includes('subject_unit') ||
      facts.by.person === context.subject,
  },
  rests_on_usable_evidence: {
    words: {
      zh: '不得以因回避已排除或者须重做的证据为依据',
      en: 'Evidence that a recusal excluded, or sent back to be redone, cannot carry a finding',
    },
    basis: ['A17', 'domain 4.3'],
    holds: ({ context, data }) => {
      const excluded = excludedEvidence(context);
      return !((data.evidence as readonly string[] | undefined) ?? []).some((id) => excluded.includes(id));
    },
  },
} satisfies Record<string, Guard<AllegationContext>>;

export const CASE_GUARDS = {
  finding_is_untrue: {
    words: { zh: '核查结论并非不属实', en: 'The finding is not that the point is untrue' },
    basis: ['A24', 'T2'],
    holds: ({ context }) => isClarifiable(context.finding),
  },
  finding_is_not_proven: {
    words: { zh: '核查结论并非查无实据', en: 'The finding is not that the point was not proven' },
    basis: ['A24', 'S16', 'T2'],
    holds: ({ context }) => context.finding === 'not_proven',
  },
  is_substantiated: {
    words: {
      zh: '立案须问题查实且可能追究责任',
      en: 'A case is filed only on a substantiated finding with liability likely',
    },
    basis: ['A19', 'S1'],
    holds: ({ context }) => isSubstantiated(context.finding),
  },
  case_is_not_filed_yet: {
    words: { zh: '已经立案', en: 'A case has been filed already' },
    basis: ['A19'],
    holds: ({ context }) => !context.isCaseFiled,
  },
  case_is_filed: {
    words: {
      zh: '尚未立案，不得告知拟作处理，也不得作出决定',
      en: 'No case is filed, so nobody is told what is proposed and nothing is decided',
    },
    basis: ['A19', 'A20', 'A22', 'S1', 'T25'],
    holds: ({ context }) => context.isCaseFiled,
  },
  defence_was_checked: {
    words: {
      zh: '陈述申辩须记录并核实',
      en: 'What the person said in defence has to be recorded and checked',
    },
    basis: ['A20', 'S2'],
    holds: ({ data }) => data.isDefenceChecked === true,
  },
  is_not_heavier_than_told: {
    words: {
      zh: '不得因陈述申辩而加重处分；拟加重的须重新告知并听取意见',
      en: 'A defence makes nothing heavier; a heavier decision has to be told and heard anew',
    },
    basis: ['A20', 'S2'],
    holds: ({ context, data }) =>
      context.told === null ||
      weightOf(data.decision as Decision, data.measure as Measure | undefined) <=
        weightOf(
          context.told.decision,
          context.told.measure ?? (context.told.decision === 'sanction' ? 'discharge' : null),
        ),
  },
  names_its_measure: {
    words: {
      zh: '给予处分须写明处分种类，其他决定不得附处分',
      en: 'A sanction names its measure, and no other decision carries one',
    },
    basis: ['A22', 'S2'],
    holds: ({ data }) => (data.decision === 'sanction') === (data.measure !== undefined),
  },
  measure_is_of_its_track: {
    words: {
      zh: '该类处分没有所选的处分种类',
      en: 'The track has no such measure; the profile lists the measures of each',
    },
    basis: ['A22', '1.5', 'S2', 'T28'],
    holds: ({ data, profile }) =>
      data.decision !== 'sanction' ||
      measureOf(profile, trackOf(data.track, profile)?.code, data.measure) !== undefined,
  },
  rules_chosen_are_others: {
    words: {
      zh: '所选规则版本即本案适用的规则，无须另行选择',
      en: 'The version that is named is the one the case goes by already; a choice names another',
    },
    basis: ['domain 0.4', 'T29', 'D'],
    holds: ({ data, profile }) => {
      const chosen = data.ruleVersion as z.infer<typeof Events.DECIDE>['ruleVersion'];
      return chosen?.profile !== profile.id || chosen.version !== profile.version;
    },
  },
  one_act_is_sanctioned_once: {
    ...ONE_ACT_IS_SANCTIONED_ONCE,
    holds: ({ context, data, facts, profile }) =>
      !isSanctionedAlready(
        profile,
        { act: context.act, person: context.subject, track: trackOf(data.track, profile)?.code },
        [
          ...(facts.elsewhere ?? []),
          ...(facts.family ?? []).filter(
            ({ procedure, relation }) => procedure === 'allegation' && relation !== 'self',
          ),
        ],
      ),
  },
  decision_is_not_delivered_yet: {
    words: { zh: '该决定已经送达', en: 'The decision was delivered already' },
    basis: ['A22', 'T35'],
    holds: ({ context }) => context.deliveredOn === null,
  },
  tolerance_is_determined: {
    words: {
      zh: '该问题的容错审查尚未作出认定',
      en: 'A tolerance review of this point is open and not determined yet',
    },
    basis: ['A22', 'C15', 'T5'],
    holds: (args) =>
      !toleranceReviews(args).some(({ isOpen, summary }) => isOpen && summary.isDetermined !== true),
  },
  liability_states_tolerance: {
    words: {
      zh: '责任决定须载明容错认定结果',
      en: 'The liability decision has to state the result of the tolerance review',
    },
    basis: ['A22', 'C15', 'T5'],
    holds: (args) => {
      const outcomes = toleranceOutcomes(args);
      const stated = args.data.toleranceResult;
      return outcomes.length === 0 ? stated === undefined : outcomes.includes(stated as string);
    },
  },
  decision_follows_tolerance: {
    words: {
      zh: '决定与容错认定结果不一致',
      en: 'The decision goes against the result of the tolerance review',
    },
    basis: ['A22', 'C15', 'T4'],
    holds: ({ data }) => {
      const { decision, toleranceResult } = data;
      // Three ends with three papers: what was exempted is not dismissed, nor what was not pursued exempted.
      if (toleranceResult === 'not_pursued') return decision === 'no_sanction';
      if (toleranceResult === 'exempted') return decision === 'exempt';
      return true;
    },
  },
  tolerance_was_considered: {
    words: {
      zh: '未启动容错审查的，须写明已考虑容错',
      en: 'Where no tolerance review was opened, the decision has to say that tolerance was considered',
    },
    basis: ['1.7', 'S20', 'T5', 'T31'],
    holds: ({ context, data }) =>
      data.isToleranceConsidered === true ||
      !context.obligations.some(({ code }) => code === 'tolerance_review_offer'),
  },
  tolerance_spares_a_sanction: {
    words: {
      zh: '未立案的，仅在认定免予或者不予追责时可以直接决定',
      en: 'Without a filed case, only a result of exempted or not pursued can be turned into a decision',
    },
    basis: ['A22', 'C15', 'T4', 'D'],
    holds: (args) => {
      const outcomes = toleranceOutcomes(args);
      return (
        outcomes.length > 0 && outcomes.every((outcome) => ['exempted', 'not_pursued'].includes(outcome))
      );
    },
  },
  finding_allows_minor_handling: {
    words: {
      zh: '该核查结论不能以谈话、批评教育、责令检查、诫勉了结',
      en: 'This finding cannot end with a talk, criticism, self-examination or an admonition',
    },
    basis: ['1.1', 'S1'],
    holds: ({ context }) => allowsMinorHandling(context.finding),
  },
  way_is_listed: {
    words: { zh: '处理方式须为规定方式之一', en: 'The way of minor handling has to be one of those listed' },
    basis: ['1.1', 'S1', 'S2'],
    holds: ({ data, profile }) => profile.lists.minor_handling.some(({ code }) => code === data.way),
  },
  merges_into_an_open_allegation_on_the_same_person: {
    words: {
      zh: '只能并入同一被反映人尚未了结的另一问题',
      en: 'It can be merged only into another open allegation of this family on the same person',
    },
    basis: ['domain 4.7', 'D'],
    holds: ({ context, data, facts }) =>
      (facts.family ?? []).some(
        (member) =>
          member.case === data.into &&
          member.case !== facts.case &&
          member.procedure === 'allegation' &&
          member.isOpen &&
          member.summary.subject === context.subject,
      ),
  },
} satisfies Record<string, Guard<AllegationContext>>;
