/**
 * 6.7 of the domain brief: a demerit is upheld on the re-check and overturned on the appeal. It is carried out all the
 * while; once it became an admonition, what was done is undone, and the name is restored where it was spoiled.
 */
import { ACT, DEMERIT_GIVEN, MEETING_CIRCLE, ON_LOAN, SUBJECT } from './demerit-given.ts';
import type { Scenario, Step } from './scenario.ts';
import { LOOKED_AT_ANEW, TAKEN_UP_AGAIN } from './tolerance-looked-at-anew.ts';

const votes = (...members: readonly string[]) => members.map((person) => ({ person, vote: 'for' }));
/** The panel of the body hears the re-check, the superior body the appeal. */
const PANEL = votes('p-jin', 'p-qian', 'p-rao');
const UPPER = votes('p-feng', 'p-bai', 'p-qin');

const RECHECKED: readonly Step[] = [
  {
    day: 21,
    by: SUBJECT,
    on: 'recheck',
    event: 'FILE',
    says: 'the person asks for a re-check; the demerit is carried out meanwhile',
    data: ({ date }) => ({ receivedOn: date(21), grounds: 'Nobody asked why the advance left early.' }),
    state: 'examining',
    due: { 'appeal.decide': 51 },
    also: { period: { state: 'running' } },
  },
  {
    day: 49,
    by: 'p-jin',
    on: 'recheck',
    event: 'DECIDE',
    says: 'the panel of the body upholds the demerit',
    data: { result: 'uphold', reason: 'The dates are not in dispute.', members: PANEL },
    state: 'decided_upheld',
    due: { 'appeal.deliver': 56 },
  },
  {
    day: 51,
    by: 'p-jin',
    on: 'recheck',
    event: 'DELIVER',
    says: 'received by the person: fifteen days to appeal',
    data: ({ date }) => ({ deliveredOn: date(51), manner: 'in_person' }),
    state: 'upheld',
    finds: {
      appeal: { procedure: 'appeal', where: { subject: SUBJECT }, due: { 'appeal.window': 66 } },
    },
  },
];

const ACCEPTED: readonly Step[] = [
  {
    day: 64,
    by: SUBJECT,
    on: 'appeal',
    event: 'FILE',
    says: 'the person appeals to the superior body',
    data: ({ date }) => ({
      receivedOn: date(64),
      grounds: 'The frost warning was left aside, and so was tolerance.',
    }),
    state: 'filed',
    due: { 'appeal.accept': 94 },
    also: { period: { state: 'running' } },
  },
  {
    day: 72,
    by: 'p-feng',
    on: 'appeal',
    event: 'ACCEPT',
    says: 'would sit with 阮青, who reviewed the case',
    data: { participants: ['p-bai', ON_LOAN] },
    refused: 'keeps_duties_apart',
  },
  {
    day: 72,
    by: 'p-feng',
    on: 'appeal',
    event: 'ACCEPT',
    says: 'would sit with 金卓, who sat on the re-check',
    data: { participants: ['p-bai', 'p-jin'] },
    refused: 'sat_on_no_earlier_step',
  },
  {
    day: 72,
    by: 'p-feng',
    on: 'appeal',
    event: 'ACCEPT',
    says: 'would sit as two, which is no odd number',
    data: { participants: ['p-bai'] },
    refused: 'panel_is_odd',
  },
  {
    day: 72,
    by: 'p-feng',
    on: 'appeal',
    event: 'ACCEPT',
    says: 'accepted by three, none of whom had to do with the case',
    data: { participants: ['p-bai', 'p-qin'] },
    state: 'examining',
    due: { 'appeal.decide': 133 },
  },
  {
    day: 92,
    by: 'p-feng',
    on: 'appeal',
    event: 'HEAR',
    says: 'the person is heard',
    data: ({ date }) => ({ heardOn: date(92), record: 'Brings the warning and the note on the call.' }),
    state: 'examining',
  },
];

const VARIED: readonly Step[] = [
  {
    day: 128,
    by: 'p-feng',
    on: 'appeal',
    event: 'DECIDE',
    says: 'to make it a major demerit, since the person went on complaining',
    data: {
      result: 'vary',
      ground: 'improper',
      decision: 'sanction',
      measure: 'major_demerit',
      reason: 'No insight is shown.',
      members: UPPER,
    },
    refused: 'is_never_worse',
  },
  {
    day: 128,
    by: 'p-feng',
    on: 'appeal',
    event: 'DECIDE',
    says: 'circumstances wrongly found: the demerit becomes an admonition, and tolerance is to be considered',
    data: {
      result: 'vary',
      ground: 'circumstances_wrong',
      decision: 'exempt',
      minorHandling: 'admonition',
      finding: 'true_error_in_duty',
      considerTolerance: true,
      reason: 'The warning of frost stood in the file and was not weighed; nor was tolerance.',
      members: UPPER,
    },
    state: 'decided_varied',
    due: { 'appeal.deliver': 135 },
    also: {
      advance: { state: 'decided_exempt' },
      period: { state: 'cancelled' },
      review: { state: 'accepted', due: { 'tol.verify': 156 } },
    },
  },
  {
    day: 129,
    by: 'p-feng',
    on: 'appeal',
    event: 'DELIVER',
    says: 'delivered: within a month what was done is undone',
    data: ({ date }) => ({ deliveredOn: date(129), manner: 'in_person' }),
    state: 'executing',
    due: { 'appeal.execute': 161 },
  },
];

const executed = (item: string, says: string): Step => ({
  day: 150,
  by: 'p-tang',
  on: 'appeal',
  event: 'EXECUTE',
  says,
  data: ({ date }) => ({ item, doneOn: date(150) }),
  state: 'executing',
});

const EXECUTED: readonly Step[] = [
  executed('pay_loss_compensated', 'what was held back of the pay is paid out'),
  executed('level_and_pay_restored', 'the pay level is what it was before'),
  {
    ...executed('post_arranged', 'no post was taken away, so none is to be given back'),
    data: ({ date }) => ({ item: 'post_arranged', doneOn: date(150), outcome: 'nothing_to_do' }),
  },
  {
    day: 150,
    by: 'p-tang',
    on: 'appeal',
    event: 'EXECUTE',
    says: 'would tell the department alone that the demerit fell',
    data: ({ date }) => ({ item: 'name_restored', doneOn: date(150), circle: 'department' }),
    refused: 'is_the_original_circle',
  },
  {
    day: 150,
    by: 'p-tang',
    on: 'appeal',
    event: 'CLOSE_EXECUTION',
    says: 'would close with the name not restored yet',
    data: {},
    refused: 'everything_is_done',
  },
  {
    ...executed('name_restored', 'the notice is read in the meeting where the demerit was announced'),
    data: ({ date }) => ({ item: 'name_restored', doneOn: date(150), circle: MEETING_CIRCLE }),
  },
  executed('personnel_file_corrected', 'the personnel file is corrected'),
  {
    day: 150,
    by: 'p-tang',
    on: 'appeal',
    event: 'CLOSE_EXECUTION',
    says: 'everything is carried out: the appeal ends',
    data: {},
    state: 'varied',
  },
];

export const APPEAL_OVERTURNS: Scenario = {
  id: '6.7',
  title: 'An appeal overturns a demerit',
  dayZero: '2025-06-09',
  steps: [
    ...DEMERIT_GIVEN,
    ...RECHECKED,
    ...ACCEPTED,
    ...VARIED,
    ...TAKEN_UP_AGAIN,
    ...EXECUTED,
    ...LOOKED_AT_ANEW,
  ],
  ends: {
    states: {
      report: 'decided_sanction',
      advance: 'decided_exempt',
      review: 'recorded',
      period: 'cancelled',
      recheck: 'upheld',
      appeal: 'varied',
      'tolerance-appeal': 'expired',
      correction: 'all_closed',
    },
    root: 'report',
    family: {
      complaint: 1,
      allegation: 1,
      tolerance_review: 1,
      return_to_service: 1,
      appeal: 3,
      rectification: 1,
    },
    owes: {},
    running: { correction: { 'rect.look_back': 385 } },
    summary: {
      advance: {
        decision: 'exempt',
        measure: null,
        minorHandling: 'admonition',
        decisionVersion: 2,
        finding: 'true_error_in_duty',
        findingVersion: 2,
        isHrFrozen: false,
      },
      recheck: { step: 1, result: 'uphold', panel: 'p-jin p-qian p-rao', nextStep: 2 },
      appeal: { step: 2, result: 'vary', panel: 'p-feng p-bai p-qin', itemsToDo: 5, itemsDone: 5 },
      period: { measure: 'demerit', effectiveOn: '2025-06-09', liftedOn: null },
      review: { determinations: `${ACT}:${SUBJECT}:exempted`, isInLiabilityDecision: true },
    },
    identities: 0,
  },
};
