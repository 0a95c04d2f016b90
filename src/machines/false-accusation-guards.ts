/**
 * Guards of a matter of false accusation. Both elements have to be proven, the level has to be the right one, and an
 * anonymous reporter is not traced without approval (S17, T3).
 */
import type { Guard, GuardArguments } from './procedure.ts';
import { CONCLUDED_AS_FALSE, type FalseAccusationContext, type Tracing } from './false-accusation-events.ts';

type Args = GuardArguments<FalseAccusationContext>;
type Guards = Record<string, Guard<FalseAccusationContext>>;

export const allegationNamed = ({ data, facts }: Pick<Args, 'data' | 'facts'>) =>
  facts.family?.find((member) => member.procedure === 'allegation' && member.case === data.allegation);

const isConcludedAsFalse = (member: ReturnType<typeof allegationNamed>): boolean =>
  member?.summary.isFindingApproved === true &&
  (CONCLUDED_AS_FALSE as readonly unknown[]).includes(member.summary.finding);

const ownAllegation = ({ context, facts }: Args) =>
  facts.family?.find((member) => member.case === context.allegation);

export const tracingOf = ({ context, data }: Pick<Args, 'context' | 'data'>): Tracing | undefined =>
  context.tracings.findLast(({ complaint }) => complaint === data.complaint);

/** A name that was checked and confirmed, or that is claimed and not yet checked, is no anonymous report (S29). */
const isAnonymous = ({ identity, isRealName }: Readonly<Record<string, unknown>>): boolean =>
  identity === 'denied' || identity === 'impersonated' || (identity === 'unverified' && isRealName === false);

const listOf = (value: unknown): readonly string[] => (value as readonly string[] | undefined) ?? [];

export const INQUIRY_GUARDS = {
  finding_is_concluded_as_false: {
    words: {
      zh: '仅在所涉问题经批准认定为捏造或者不属实之后，方可启动诬告核查',
      en: 'It opens only after an approved finding that the point is fabricated or untrue, never at intake',
    },
    basis: ['domain 1.2.1', 'S17', 'T3'],
    holds: (args) => isConcludedAsFalse(allegationNamed(args)),
  },
  is_not_examined_already: {
    words: {
      zh: '该问题的诬告核查正在办理或者已经认定',
      en: 'Such a matter on this allegation is open already, or was established',
    },
    basis: ['domain 1.2.1', 'D'],
    holds: ({ data, facts }) =>
      !(facts.family ?? []).some(
        ({ procedure, relation, state, isOpen, summary }) =>
          procedure === 'false_accusation' &&
          relation !== 'self' &&
          summary.allegation === data.allegation &&
          (isOpen || state === 'closed'),
      ),
  },
  tracing_ground_is_listed: {
    words: { zh: '追查匿名人须有规定的事由', en: 'Tracing is asked for on one of the listed grounds alone' },
    basis: ['domain 1.2.1', 'domain 4.5', 'K'],
    holds: ({ data, profile }) => profile.lists.tracing_grounds.some(({ code }) => code === data.ground),
  },
  report_is_anonymous: {
    words: {
      zh: '只有匿名件才可能申请追查；所指检举控告不是匿名件',
      en: 'Only the author of an anonymous complaint may be sought; the one named is none',
    },
    basis: ['domain 4.5', 'S29'],
    holds: ({ data, facts }) =>
      (facts.family ?? []).some(
        (member) =>
          member.procedure === 'complaint' && member.case === data.complaint && isAnonymous(member.summary),
      ),
  },
  tracing_is_not_asked_already: {
    words: { zh: '已申请追查该匿名件', en: 'The tracing of this report is asked for or approved already' },
    basis: ['domain 1.2.1', 'D'],
    holds: (args) => [undefined, 'refused'].includes(tracingOf(args)?.standing),
  },
  tracing_is_asked_for: {
    words: { zh: '没有待审批的追查申请', en: 'No request to trace this report is waiting' },
    basis: ['domain 1.2.1', 'D'],
    holds: (args) => tracingOf(args)?.standing === 'requested',
  },
  tracing_is_approved: {
    words: {
      zh: '未经市级以上批准，不得追查匿名检举控告人',
      en: 'No anonymous reporter is traced without an approval of city level or above',
    },
    basis: ['domain 1.2.1', 'domain 4.5', 'K'],
    holds: (args) => tracingOf(args)?.standing === 'approved',
  },
  body_may_decide: {
    words: {
      zh: '县级机关只能提出建议，须报市级以上审批',
      en: 'A body of county level can only propose; city level or above decides',
    },
    basis: ['domain 1.2.1', 'S17', 'T3'],
    holds: ({ profile }) => profile.rules.bodyLevel !== 'county',
  },
} satisfies Guards;

export const DECISION_GUARDS = {
  both_elements_are_proven: {
    words: {
      zh: '捏造事实与诬告故意须均经查实，缺一不得建议认定诬告',
      en: 'Fabrication and intent both have to be proven before a false accusation is proposed',
    },
    basis: ['domain 1.2.1', 'S17', 'T3'],
    holds: ({ data }) =>
      data.proposal !== 'established' || (data.isFabricationProven === true && data.isIntentProven === true),
  },
  a_fabrication_is_no_mistake: {
    words: {
      zh: '已查实捏造的，不属于错告；故意未查实的，应为不予认定',
      en: 'A proven fabrication is no mistake; where intent is not proven it is not established',
    },
    basis: ['domain 1.2.1', 'S17'],
    holds: ({ data }) => data.proposal !== 'mistaken_report' || data.isFabricationProven !== true,
  },
  proven_elements_have_evidence: {
    words: { zh: '认定查实的要件须列明证据', en: 'An element said to be proven names its evidence' },
    basis: ['domain 1.2.1', 'S17'],
    holds: ({ data }) =>
      (data.isFabricationProven !== true || listOf(data.fabricationEvidence).length > 0) &&
      (data.isIntentProven !== true || listOf(data.intentEvidence).length > 0),
  },
  aggravations_are_listed: {
    words: { zh: '从重情形须为规定情形', en: 'Each aggravation has to be a listed one' },
    basis: ['domain 1.2.1', 'K', 'S17'],
    holds: ({ data, profile }) =>
      listOf(data.aggravations).every((code) =>
        profile.lists.false_accusation_aggravations.some((item) => item.code === code),
      ),
  },
  accuser_kind_is_named: {
    words: {
      zh: '建议认定诬告的，须写明诬告人是否公职人员或者党员',
      en: 'A proposal to establish says whether the accuser is an official',
    },
    basis: ['domain 1.2.1', 'S2', 'S18'],
    holds: ({ data }) => data.proposal !== 'established' || data.accuserKind !== undefined,
  },
  proposes_to_establish: {
    words: {
      zh: '核查建议不是认定诬告陷害',
      en: 'What was proposed is not that a false accusation is established',
    },
    basis: ['domain 1.2.1', 'S17'],
    holds: ({ context }) => context.proposal === 'established',
  },
  is_not_proposed_as_established: {
    words: {
      zh: '建议认定诬告的，由集体讨论或者上级决定，不得由一人了结',
      en: 'A proposal to establish is dropped by the body or the level above, not by one person',
    },
    basis: ['domain 1.2.1', 'domain 4.1', 'D'],
    holds: ({ context }) => context.proposal !== 'established',
  },
  finding_still_stands: {
    words: {
      zh: '所依据的核查结论已不再是捏造或者不属实',
      en: 'The finding it rests on is no longer approved as fabricated or untrue',
    },
    basis: ['domain 1.2.1', 'T20'],
    holds: (args) => isConcludedAsFalse(ownAllegation(args)),
  },
  finding_has_changed: {
    words: { zh: '所依据的核查结论并未改变', en: 'The finding it rests on has not changed' },
    basis: ['domain 1.2.1', 'T20', 'D'],
    holds: (args) => !isConcludedAsFalse(ownAllegation(args)),
  },
  is_the_kind_proposed: {
    words: {
      zh: '诬告人身份类别与认定时不一致',
      en: 'The accuser is not of the kind that the proposal named',
    },
    basis: ['domain 1.2.1', 'S2', 'S18'],
    holds: ({ context, data }) => context.accuserKind === data.accuserKind,
  },
  names_the_accuser: {
    words: {
      zh: '须写明新案件的被反映人，且不得为原被反映人或者办理人本人',
      en: 'The person of the new case is named, and is neither who was reported nor who acts here',
    },
    basis: ['domain 1.2.1', 'S2', 'domain 4.3'],
    holds: ({ context, data, facts }) =>
      data.accuser !== undefined && data.accuser !== context.subject && data.accuser !== facts.by.person,
  },
  names_the_competent_organ: {
    words: { zh: '须写明移送的主管机关', en: 'The competent organ it goes to is named' },
    basis: ['domain 1.2.1', 'S18'],
    holds: ({ data }) => data.organ !== undefined,
  },
  makes_known_the_result_only: {
    words: {
      zh: '公布内容限于处理结果，不得涉及检举控告材料和证据',
      en: 'Only the result is made known, neither the report nor the evidence',
    },
    basis: ['domain 6.4', 'domain 4.4', 'S4'],
    holds: ({ data }) => data.namesResultOnly === true,
  },
} satisfies Guards;
