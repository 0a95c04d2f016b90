/**
 * Rows of a matter of false accusation until it is proposed: opened by two persons, verified by two others, and the
 * tracing of an anonymous reporter, which is forbidden unless city level or above approved it.
 */
import { notify, paper, startClock, stopClock, tell } from '../domain/effect.ts';
import type { EventData } from '../domain/effect.ts';
import type { FalseAccusationContext, Tracing } from './false-accusation-events.ts';
import { allegationNamed, tracingOf } from './false-accusation-guards.ts';
import { HANDLING, type FalseAccusationRow } from './false-accusation-states.ts';

interface At {
  readonly context: FalseAccusationContext;
  readonly data: EventData;
}

/** The tracing of the report named, with what changed of it. */
const withTracing = (at: At, changes: Partial<Tracing>): Partial<FalseAccusationContext> => {
  const latest = tracingOf(at);
  return {
    tracings: at.context.tracings.map((one) => (one === latest ? { ...one, ...changes } : one)),
  };
};

export const INQUIRY_ROWS: readonly FalseAccusationRow[] = [
  {
    row: 'B2-open',
    event: 'OPEN',
    from: 'opening',
    to: 'suspected',
    roles: ['approver_incharge', 'approver_head'],
    people: 2,
    duty: 'approved',
    needs: ['family'],
    guards: ['finding_is_concluded_as_false', 'is_not_examined_already'],
    record: (args) => {
      const summary = allegationNamed(args)?.summary;
      return {
        allegation: args.data.allegation,
        subject: (summary?.subject as string | undefined) ?? null,
        point: (summary?.point as string | undefined) ?? null,
      };
    },
    effects: [
      startClock('fa.investigate'),
      paper('false_accusation_lead_sheet', 'handling_dept', 'case_supervisor'),
      tell('parent', 'allegation', 'FALSE_ACCUSATION_OPENED'),
    ],
    basis: ['domain 1.2.1', '1.7', 'S17', 'T3'],
    label: { zh: '启动诬告核查', en: 'Open a matter of false accusation' },
  },
  {
    row: 'B2-verify',
    event: 'VERIFY',
    from: 'suspected',
    to: 'verifying',
    roles: HANDLING,
    people: 2,
    duty: 'handled',
    guards: ['has_the_handlers_required'],
    effects: [paper('verification_plan', 'handling_dept')],
    basis: ['domain 1.2.1', 'S2', 'domain 4.2'],
    label: { zh: '开展核查', en: 'Begin to verify' },
  },
  {
    row: 'B2-trace-request',
    event: 'REQUEST_TRACING',
    from: 'verifying',
    roles: HANDLING,
    duty: 'handled',
    needs: ['family'],
    guards: ['tracing_ground_is_listed', 'report_is_anonymous', 'tracing_is_not_asked_already'],
    record: ({ context, data }) => ({
      tracings: [
        ...context.tracings,
        { complaint: data.complaint, ground: data.ground, standing: 'requested', approval: null },
      ],
    }),
    effects: ({ profile }) => {
      const level = profile.rules.bodyLevel === 'county' ? 'superior_body' : 'collegial_body';
      return [paper('tracing_request', level), notify('tracing_requested', level, 'case_supervisor')];
    },
    basis: ['domain 1.2.1', 'domain 4.5', 'K'],
    label: { zh: '申请追查匿名人', en: 'Ask to trace an anonymous reporter' },
  },
  {
    row: 'B2-trace-approve',
    event: 'APPROVE_TRACING',
    from: 'verifying',
    when: { level: 'superior' },
    roles: ['superior_body'],
    duty: 'approved',
    guards: ['tracing_is_asked_for'],
    record: (args) => withTracing(args, { standing: 'approved', approval: args.data.approval }),
    effects: [paper('tracing_approval', 'handling_dept', 'case_supervisor')],
    basis: ['domain 1.2.1', 'domain 4.5', 'K'],
    label: { zh: '上级批准追查', en: 'Approve the tracing, from above' },
  },
  {
    row: 'B2-trace-approve-own',
    event: 'APPROVE_TRACING',
    from: 'verifying',
    when: { level: 'own' },
    roles: ['collegial_body'],
    isCollective: true,
    duty: 'decided',
    guards: ['tracing_is_asked_for', 'body_may_decide'],
    record: (args) => withTracing(args, { standing: 'approved', approval: args.data.approval }),
    effects: [paper('tracing_approval', 'handling_dept', 'case_supervisor')],
    basis: ['domain 1.2.1', 'domain 4.5', 'K'],
    label: { zh: '本机关集体批准追查', en: 'Approve the tracing, as a body of city level or above' },
  },
  {
    row: 'B2-trace-refuse',
    event: 'REFUSE_TRACING',
    from: 'verifying',
    when: { level: 'superior' },
    roles: ['superior_body'],
    duty: 'approved',
    guards: ['tracing_is_asked_for'],
    record: (args) => withTracing(args, { standing: 'refused' }),
    effects: [paper('tracing_refusal', 'handling_dept', 'case_supervisor')],
    basis: ['domain 1.2.1', 'domain 4.5', 'K'],
    label: { zh: '上级不予批准追查', en: 'Refuse the tracing, from above' },
  },
  {
    row: 'B2-trace-refuse-own',
    event: 'REFUSE_TRACING',
    from: 'verifying',
    when: { level: 'own' },
    roles: ['collegial_body'],
    isCollective: true,
    duty: 'decided',
    guards: ['tracing_is_asked_for'],
    record: (args) => withTracing(args, { standing: 'refused' }),
    effects: [paper('tracing_refusal', 'handling_dept', 'case_supervisor')],
    basis: ['domain 1.2.1', 'domain 4.5', 'D'],
    label: { zh: '本机关集体不予批准追查', en: 'Refuse the tracing, as a body' },
  },
  {
    row: 'B2-trace-record',
    event: 'RECORD_TRACE',
    from: 'verifying',
    roles: HANDLING,
    people: 2,
    duty: 'handled',
    guards: ['has_the_handlers_required', 'tracing_is_approved'],
    record: (args) => withTracing(args, { standing: 'made' }),
    // Sealed like a register slip, with who keeps those; no other paper of this case may hold the name.
    effects: [paper('tracing_slip', 'identity_custodian')],
    basis: ['domain 1.2.1', 'domain 4.4', 'T10'],
    label: { zh: '登记追查结果', en: 'Record what the tracing brought, sealed' },
  },
  {
    row: 'B2-propose',
    event: 'PROPOSE',
    from: 'verifying',
    to: 'proposed',
    roles: HANDLING,
    people: 2,
    duty: 'handled',
    guards: [
      'has_the_handlers_required',
      'both_elements_are_proven',
      'a_fabrication_is_no_mistake',
      'proven_elements_have_evidence',
      'aggravations_are_listed',
      'accuser_kind_is_named',
    ],
    record: ({ data }) => ({
      proposal: data.proposal,
      isFabricationProven: data.isFabricationProven,
      isIntentProven: data.isIntentProven,
      evidence: [...new Set([...data.fabricationEvidence, ...data.intentEvidence])],
      aggravations: [...new Set(data.aggravations)],
      accuserKind: data.accuserKind ?? null,
      isReturned: false,
    }),
    // Where this body decides itself, its time runs from the proposal; else from the sending up.
    effects: ({ data, profile }) => [
      stopClock('fa.investigate'),
      ...(profile.rules.bodyLevel === 'county' && data.proposal === 'established'
        ? []
        : [startClock('fa.approve')]),
      paper('false_accusation_proposal', 'approver_head', 'collegial_body'),
    ],
    basis: ['domain 1.2.1', 'S17', 'T3'],
    label: { zh: '提出认定建议', en: 'Propose what it came to' },
  },
];
