/**
 * Rows of an allegation after its finding: minor handling, the filed case up to the collective decision (A19-A22), the
 * passing on of a suspected crime, closing with the complaint, reopening (A25), and what a tolerance review tells it.
 */
import { notify, paper, sendTo, startClock, stopClock, tell, type Effect } from '../domain/effect.ts';
import type { AllegationContext, Decision, Measure } from './allegation-events.ts';
import { APPROVING, concluded, newlyOwed, type AllegationRow } from './allegation-lead-rows.ts';
import { EVERY_STATE, REOPENABLE, type AllegationState } from './allegation-states.ts';
import { sanctionPeriod, withDecision } from './allegation-decision.ts';
import type { Facts, GuardArguments, Obligation } from './procedure.ts';

type Args = GuardArguments<AllegationContext>;

export const OUTCOME = {
  sanction: 'decided_sanction',
  exempt: 'decided_exempt',
  no_sanction: 'decided_no_sanction',
  dismiss: 'case_dismissed',
} as const satisfies Record<Decision, AllegationState>;

const PAPER: Record<Decision, string> = {
  sanction: 'sanction_decision',
  exempt: 'exemption_decision',
  no_sanction: 'no_sanction_decision',
  dismiss: 'dismissal_decision',
};

const LABEL = {
  sanction: { zh: '决定给予处分', en: 'Decide on a sanction' },
  exempt: { zh: '决定免予处分', en: 'Decide to exempt from a sanction' },
  no_sanction: { zh: '决定不予处分', en: 'Decide on no sanction' },
  dismiss: { zh: '决定撤销案件', en: 'Dismiss the case' },
} as const;

const forPerson = (
  { subject }: AllegationContext,
  code: string,
  procedure: string,
): Omit<Obligation, 'since'> => ({
  code,
  procedure,
  row: 'A22',
  ...(subject !== null && { person: subject }),
});

/** Every decision can be appealed; a sanction starts its period; a systemic cause has to be corrected (1.1, 1.7). */
const whatDecisionOwes = (
  context: AllegationContext,
  decision: Decision,
  hasSystemicCause: boolean,
): Omit<Obligation, 'since'>[] =>
  newlyOwed(context, [
    forPerson(context, 'appeal', 'appeal'),
    ...(decision === 'sanction' ? [forPerson(context, 'return_to_service', 'return_to_service')] : []),
    ...(hasSystemicCause ? [{ code: 'rectification', procedure: 'rectification', row: 'A22' }] : []),
  ]);

/** The end of a filed case lets personnel moves go, and those who run the register are told (T25). */
const freezeLifted = ({ isCaseFiled }: AllegationContext): Effect[] =>
  isCaseFiled ? [notify('hr_freeze_lifted', 'org_personnel')] : [];

const decisionEffects = (
  { context, facts, profile }: Pick<Args, 'context' | 'facts' | 'profile'>,
  decision: Decision,
): Effect[] => [
  paper(PAPER[decision], 'subject', 'subject_unit'),
  paper('how_to_seek_review', 'subject'),
  ...freezeLifted(context),
  ...sanctionPeriod({ context, facts, profile }),
  concluded(facts, OUTCOME[decision]),
];

const made = (context: AllegationContext, decision: Decision, measure: Measure | undefined, facts: Facts) =>
  withDecision(context, { decision, measure: measure ?? null, minorHandling: null, ground: null }, facts);

const decisionRows = (Object.keys(OUTCOME) as Decision[]).map(
  (decision) =>
    ({
      row: `A22-${decision}`,
      event: 'DECIDE',
      from: 'reviewed',
      to: OUTCOME[decision],
      when: { decision },
      roles: ['collegial_body'],
      isCollective: true,
      duty: 'decided',
      needs: ['family', 'elsewhere'],
      guards: [
        'case_is_filed',
        'names_its_measure',
        'rules_chosen_are_others',
        ...(decision === 'sanction'
          ? (['measure_is_of_its_track', 'one_act_is_sanctioned_once'] as const)
          : []),
        'is_not_heavier_than_told',
        'tolerance_is_determined',
        'liability_states_tolerance',
        'decision_follows_tolerance',
        'tolerance_was_considered',
      ],
      meets: ['tolerance_review_offer'],
      record: ({ context, data, facts }) => ({
        decision,
        measure: data.measure ?? null,
        decisions: made(context, decision, data.measure, facts),
        isHrFrozen: false,
        ...(data.track !== undefined && { track: data.track }),
      }),
      owes: ({ context, data }) => whatDecisionOwes(context, decision, data.hasSystemicCause),
      effects: (args) => decisionEffects(args, decision),
      basis: ['A22', 'C15', 'S1', 'S2', 'T4', 'T5'],
      label: LABEL[decision],
    }) satisfies AllegationRow,
);

/** Without a filed case a tolerance result alone can be turned into a decision, by the same body. */
const unfiledRows = (['exempt', 'no_sanction'] as const).map(
  (decision) =>
    ({
      row: `A22-unfiled-${decision}`,
      event: 'DECIDE',
      from: 'findings_approved',
      to: OUTCOME[decision],
      when: { decision },
      roles: ['collegial_body'],
      isCollective: true,
      duty: 'decided',
      needs: ['family'],
      guards: [
        'tolerance_is_determined',
        'tolerance_spares_a_sanction',
        'names_its_measure',
        'rules_chosen_are_others',
        'liability_states_tolerance',
        'decision_follows_tolerance',
      ],
      meets: ['tolerance_review_offer'],
      record: ({ context, facts }) => ({
        decision,
        decisions: made(context, decision, undefined, facts),
      }),
      owes: ({ context, data }) => whatDecisionOwes(context, decision, data.hasSystemicCause),
      effects: (args) => decisionEffects(args, decision),
      basis: ['A22', 'C15', '6.5', 'T4', 'D'],
      label: LABEL[decision],
    }) satisfies AllegationRow,
);

const filed = (data: { readonly act?: string | undefined }, context: AllegationContext) => ({
  isCaseFiled: true,
  isHrFrozen: true,
  act: data.act ?? context.act,
});

const offerOf = (context: AllegationContext, facts: Facts): Omit<Obligation, 'since'>[] =>
  (facts.family ?? []).some(
    ({ procedure, summary }) => procedure === 'tolerance_review' && summary.allegation === facts.case,
  )
    ? []
    : newlyOwed(context, [
        { ...forPerson(context, 'tolerance_review_offer', 'tolerance_review'), row: 'A19' },
      ]);

const FILING_PAPERS = [
  paper('filing_decision', 'subject', 'subject_unit'),
  notify('hr_freeze', 'org_personnel'),
];

/** What of a concluded allegation no longer holds once it is taken up anew. */
export const reopenedFor = (reason: string): Partial<AllegationContext> => ({
  reason,
  isReturned: false,
  proposed: null,
  isFindingApproved: false,
  isCaseFiled: false,
  isHrFrozen: false,
  told: null,
  decision: null,
  measure: null,
  minorHandling: null,
  deliveredOn: null,
  circle: null,
});

export const reopeningEffects = (facts: Facts): Effect[] => [
  stopClock('report.shelf_review'),
  startClock('report.disposition'),
  paper('reopening_sheet', 'handling_dept', 'subject'),
  sendTo('parent', 'complaint', 'ALLEGATION_REOPENED', { allegation: facts.case }),
  tell('child', 'return_to_service', 'SANCTION_CANCELLED'),
  tell('child', 'tolerance_review', 'LIABILITY_REOPENED'),
];

export const CASE_ROWS: readonly AllegationRow[] = [
  {
    row: 'A19',
    event: 'FILE_CASE',
    from: 'findings_approved',
    to: 'investigating',
    roles: ['approver_head'],
    duty: 'approved',
    needs: ['family'],
    guards: ['is_substantiated'],
    record: ({ context, data }) => filed(data, context),
    owes: ({ context, facts }) => offerOf(context, facts),
    effects: [stopClock('report.file_decision'), startClock('report.case_decision'), ...FILING_PAPERS],
    basis: ['A19', 'S1', 'S2', 'S5', 'T25'],
    label: { zh: '立案', en: 'File a case' },
  },
  {
    row: 'A20',
    event: 'NOTIFY_AND_HEAR',
    from: ['investigating', 'heard'],
    to: 'heard',
    roles: ['handler'],
    people: 2,
    duty: 'handled',
    guards: [
      'case_is_filed',
      'has_the_handlers_required',
      'is_not_done_in_the_future',
      'defence_was_checked',
    ],
    record: ({ data }) => ({
      told: { decision: data.proposedDecision, measure: data.proposedMeasure ?? null },
    }),
    effects: [paper('notice_of_facts', 'subject'), paper('hearing_record', 'handling_dept')],
    basis: ['A20', 'S2'],
    label: { zh: '告知事实并听取陈述申辩', en: 'Tell the facts and hear the defence' },
  },
  {
    row: 'A21',
    event: 'REVIEW_CASE',
    from: 'heard',
    to: 'reviewed',
    when: { opinion: 'agree' },
    roles: ['reviewer'],
    duty: 'case_reviewed',
    effects: [paper('review_report', 'collegial_body')],
    basis: ['A21'],
    label: { zh: '审理', en: 'Review the case' },
  },
  {
    row: 'A21-return',
    event: 'REVIEW_CASE',
    from: 'heard',
    to: 'investigating',
    when: { opinion: 'return' },
    roles: ['reviewer'],
    duty: 'case_reviewed',
    effects: [paper('return_opinion', 'handling_dept')],
    basis: ['A21', 'domain 4.1', 'D'],
    label: { zh: '审理退回补充调查', en: 'Return the case for more investigation' },
  },
  ...decisionRows,
  ...unfiledRows,
  {
    row: 'A18-minor',
    event: 'CLOSE_WITH_MINOR_HANDLING',
    from: 'findings_approved',
    to: 'closed_minor_handling',
    roles: APPROVING,
    duty: 'approved',
    needs: ['family'],
    guards: [
      'finding_allows_minor_handling',
      'way_is_listed',
      'tolerance_is_determined',
      'tolerance_was_considered',
    ],
    meets: ['tolerance_review_offer'],
    record: ({ data }) => ({ minorHandling: data.way }),
    owes: ({ data }) =>
      data.hasSystemicCause ? [{ code: 'rectification', procedure: 'rectification', row: 'A18-minor' }] : [],
    effects: ({ facts }) => [
      paper('minor_handling_record', 'subject', 'subject_unit'),
      concluded(facts, 'closed_minor_handling'),
    ],
    basis: ['1.1', 'S1', 'S2', 'D'],
    label: { zh: '谈话提醒、批评教育、责令检查或者诫勉后了结', en: 'Close with minor handling' },
  },
  {
    row: 'A24-untrue',
    event: 'CLOSE',
    from: 'findings_approved',
    to: 'closed_untrue',
    roles: ['system'],
    isInternal: true,
    guards: ['finding_is_untrue'],
    basis: ['A24'],
    label: { zh: '随检举控告了结：不属实', en: 'Closed with the complaint: untrue' },
  },
  {
    row: 'A24-not-proven',
    event: 'CLOSE',
    from: 'findings_approved',
    to: 'closed_not_proven',
    roles: ['system'],
    isInternal: true,
    guards: ['finding_is_not_proven'],
    basis: ['A24', 'S16', 'T2'],
    label: { zh: '随检举控告了结：查无实据', en: 'Closed with the complaint: not proven' },
  },
  {
    row: 'A-transfer',
    event: 'TRANSFER_CRIMINAL',
    from: [
      'preliminary_verification',
      'findings_proposed',
      'findings_approved',
      'investigating',
      'heard',
      'reviewed',
    ],
    to: 'transferred_criminal',
    roles: ['approver_head'],
    duty: 'approved',
    // The case ends here and is filed no longer: what bars the person from now on is for the other body to say.
    record: ({ data }) => ({ reason: data.body, isHrFrozen: false }),
    effects: ({ context, facts }) => [
      paper('transfer_letter', 'other_body'),
      paper('list_of_materials', 'other_body'),
      ...freezeLifted(context),
      concluded(facts, 'transferred_criminal'),
    ],
    basis: ['1.7', 'domain 4.8', 'S1', 'T25', 'T33', 'D'],
    label: { zh: '涉嫌犯罪移送', en: 'Pass on as a suspected crime' },
  },
  {
    row: 'A-merge',
    event: 'MERGE',
    from: ['with_handling_dept', 'disposition_proposed', 'preliminary_verification', 'shelved'],
    to: 'merged',
    roles: ['handling_dept_head'],
    needs: ['family'],
    guards: ['merges_into_an_open_allegation_on_the_same_person'],
    record: ({ data }) => ({ reason: data.into }),
    effects: ({ facts }) => [paper('merger_note', 'case_supervisor'), concluded(facts, 'merged')],
    basis: ['domain 4.7', 'D'],
    label: { zh: '并案', en: 'Merge into another allegation' },
  },
  {
    row: 'A25',
    event: 'REOPEN',
    from: [...REOPENABLE, 'shelved'],
    to: 'with_handling_dept',
    roles: ['approver_head', 'superior_body'],
    record: ({ data }) => reopenedFor(data.reason),
    effects: ({ facts }) => reopeningEffects(facts),
    basis: ['A25', 'settled 1'],
    label: { zh: '重新办理', en: 'Reopen' },
  },
  {
    row: 'A-tolerance-opened',
    event: 'TOLERANCE_OPENED',
    from: EVERY_STATE,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    meets: ['tolerance_review_offer'],
    basis: ['1.7', 'T5'],
    label: { zh: '容错审查已启动', en: 'A tolerance review was opened' },
  },
  {
    row: 'A-tolerance-recorded',
    event: 'TOLERANCE_RECORDED',
    from: EVERY_STATE,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    record: ({ data }) => ({ toleranceDeterminations: data.determinations }),
    basis: ['C14', 'C15', 'T5'],
    label: { zh: '容错认定已备案', en: 'The tolerance result is on record' },
  },
  {
    row: 'A-tolerance-revoked',
    event: 'TOLERANCE_REVOKED',
    from: EVERY_STATE,
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    record: () => ({ toleranceDeterminations: null }),
    effects: [notify('liability_reopened', 'approver_head', 'handling_dept')],
    basis: ['C18', '1.7'],
    label: { zh: '容错认定已撤销', en: 'The tolerance result was revoked' },
  },
];
