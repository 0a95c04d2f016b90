/**
 * Rows of an allegation once it is decided: delivery, what other procedures tell it (1.7), and what an appeal makes of
 * the decision. Each version of the decision is kept; none is ever overwritten (T23, T27).
 */
import { notify, paper, tell, type Effect } from '../domain/effect.ts';
import { OUTCOME, reopenedFor, reopeningEffects } from './allegation-case-rows.ts';
import { appealWindow, withDecision } from './allegation-decision.ts';
import type { AllegationContext, Decision } from './allegation-events.ts';
import { clarificationEffects } from './allegation-finding-rows.ts';
import { concluded, HANDLING, newlyOwed, type AllegationRow } from './allegation-lead-rows.ts';
import { EVERY_STATE, type AllegationState } from './allegation-states.ts';
import type { GuardArguments, Obligation } from './procedure.ts';

type Args = GuardArguments<AllegationContext>;

const DECIDED = [
  'decided_sanction',
  'decided_exempt',
  'decided_no_sanction',
  'case_dismissed',
] as const satisfies readonly AllegationState[];

/** Tolerance is to be looked at anew: in the review there is, or else in one that is owed. */
const toleranceOwed = ({ context, facts }: Args): Omit<Obligation, 'since'>[] =>
  (facts.family ?? []).some(
    ({ procedure, relation }) => procedure === 'tolerance_review' && relation === 'child',
  )
    ? []
    : newlyOwed(context, [
        {
          code: 'tolerance_review_offer',
          procedure: 'tolerance_review',
          row: 'F-vary',
          ...(context.subject !== null && { person: context.subject }),
        },
      ]);

const sentBack = (isWanted: unknown): Effect[] =>
  isWanted === true ? [tell('child', 'tolerance_review', 'SENT_BACK')] : [];

const variedRows = (Object.keys(OUTCOME) as Decision[]).map(
  (decision) =>
    ({
      row: `A-varied-${decision}`,
      event: 'DECISION_VARIED',
      from: DECIDED,
      to: OUTCOME[decision],
      when: { decision },
      roles: ['system'],
      isInternal: true,
      whileSuspended: true,
      needs: ['family'],
      record: ({ context, data, facts }) => {
        const varied = {
          decision,
          measure: data.measure ?? null,
          minorHandling: data.minorHandling ?? null,
        };
        return {
          ...varied,
          decisions: withDecision(context, { ...varied, ground: data.ground ?? null }, facts),
          ...(data.finding !== undefined && {
            finding: data.finding,
            findingVersion: context.findingVersion + 1,
            isFindingApproved: true,
          }),
        };
      },
      owes: ((args: Args) => (args.data.considerTolerance === true ? toleranceOwed(args) : [])) as never,
      effects: (args) => [
        decision === 'sanction'
          ? tell('child', 'return_to_service', 'SANCTION_CHANGED', { measure: args.context.measure })
          : tell('child', 'return_to_service', 'SANCTION_CANCELLED'),
        ...sentBack(args.data.considerTolerance),
        ...(args.data.finding === undefined ? [] : clarificationEffects(args as unknown as Args)),
        paper('varied_decision', 'subject', 'subject_unit'),
        notify('decision_varied', 'org_personnel', 'approver_head'),
        concluded(args.facts, OUTCOME[decision]),
      ],
      basis: ['1.6', '1.7', 'S2', 'S5', 'T23'],
      label: { zh: '申诉变更原决定', en: 'An appeal varied the decision' },
    }) satisfies AllegationRow,
);

export const AFTERWARDS_ROWS: readonly AllegationRow[] = [
  {
    row: 'A22-deliver',
    event: 'DELIVER_DECISION',
    from: DECIDED,
    roles: HANDLING,
    guards: ['decision_is_not_delivered_yet', 'is_not_done_in_the_future'],
    record: ({ data }) => ({ deliveredOn: data.deliveredOn, circle: data.circle ?? null }),
    effects: (args) => [paper('delivery_record', 'handling_dept'), ...appealWindow(args as unknown as Args)],
    basis: ['A22', '1.6', 'T35'],
    label: { zh: '送达决定', en: 'Deliver the decision' },
  },
  ...variedRows,
  {
    row: 'A-revoked',
    event: 'DECISION_REVOKED',
    // A talk or an admonition can be appealed against as well; it cannot be varied, for nothing was decided beside it.
    from: [...DECIDED, 'closed_minor_handling'],
    to: 'with_handling_dept',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    needs: ['family'],
    record: () => reopenedFor('basis_set_aside'),
    owes: ((args: Args) => (args.data.considerTolerance === true ? toleranceOwed(args) : [])) as never,
    effects: ({ data, facts }) => [...reopeningEffects(facts), ...sentBack(data.considerTolerance)],
    basis: ['1.6', '1.7', 'S2', 'S5', 'A25'],
    label: { zh: '申诉撤销原决定，责令重作', en: 'An appeal revoked the decision, to be made anew' },
  },
  {
    row: 'A-false-accusation-opened',
    event: 'FALSE_ACCUSATION_OPENED',
    from: EVERY_STATE,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    meets: ['false_accusation_lead'],
    basis: ['1.7', 'S17', 'T3'],
    label: { zh: '诬告陷害核查已启动', en: 'A matter of false accusation was opened' },
  },
  {
    row: 'A-sanction-in-effect',
    event: 'SANCTION_IN_EFFECT',
    from: EVERY_STATE,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    meets: ['return_to_service'],
    basis: ['1.7', 'S2', 'T21'],
    label: { zh: '处分期已起算', en: 'The period of the sanction runs' },
  },
  {
    row: 'A-rectification-opened',
    event: 'RECTIFICATION_OPENED',
    from: EVERY_STATE,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    meets: ['rectification'],
    basis: ['1.7', 'T4', 'T26'],
    label: { zh: '整改已启动', en: 'Rectification was opened' },
  },
  {
    row: 'A-appeal-opened',
    event: 'APPEAL_OPENED',
    from: EVERY_STATE,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    meets: ['appeal'],
    basis: ['1.6', '1.7', 'T35'],
    label: { zh: '申诉程序已启动', en: 'The way of appeal is open' },
  },
];
