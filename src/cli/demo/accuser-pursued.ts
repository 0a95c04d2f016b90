/**
 * 6.4 of the domain brief, beside the clarification: whether the letters were a false accusation. A county body may ask,
 * verify and propose; whether the author may be sought, and whether it was one, the city says. Who wrote is sealed.
 */
import { UNANIMOUS } from './appraisal.ts';
import type { Known, Step } from './scenario.ts';

/** The rival, an official: named in a case of their own, from day 95 on, and nowhere before. */
export const ACCUSER = 'p-mao';

/** What the tracing brought, as it is sealed. */
export const AUTHOR = {
  accuser: '毛锦堂，竞争同一职位',
  record: '信封指纹与打印机序列号 6404-7719 相符',
} as const;

/** Numbers under which the city approved. */
export const APPROVALS = { tracing: 'city-2025-17', finding: 'city-2025-31' } as const;

const traced = ({ id }: Known) => ({
  participants: ['p-xu'],
  complaint: id('report'),
  isFound: true,
  ...AUTHOR,
});

export const PURSUED: readonly Step[] = [
  {
    day: 51,
    by: 'p-lin',
    opens: 'false_accusation',
    as: 'accusation',
    says: 'two leaders open a matter of false accusation: the finding asked for it, and did not do so itself',
    data: ({ id }) => ({
      participants: ['p-zhang'],
      allegation: id('bribes'),
      signs: 'A forged slip, sent to members of the committee shortly before its vote.',
    }),
    state: 'suspected',
    due: { 'fa.investigate': 81 },
    also: { bribes: { state: 'findings_approved' } },
  },
  {
    day: 52,
    by: 'p-wu',
    on: 'accusation',
    event: 'VERIFY',
    says: 'two handlers begin to verify',
    data: { participants: ['p-xu'], plan: 'Who had the form of the slip; who knew the date of the vote.' },
    state: 'verifying',
  },
  {
    day: 53,
    by: 'p-wu',
    on: 'accusation',
    event: 'RECORD_TRACE',
    says: 'would put down who wrote the letters, though nobody approved that the author be sought',
    data: traced,
    refused: 'tracing_is_approved',
  },
  {
    day: 53,
    by: 'p-wu',
    on: 'accusation',
    event: 'REQUEST_TRACING',
    says: 'the city is asked whether the author of the letters may be sought',
    data: ({ id }) => ({
      complaint: id('report'),
      ground: 'suspected_false_accusation',
      reason: 'The slip is forged, and only its sender can say where it came from.',
    }),
    state: 'verifying',
  },
  {
    day: 60,
    by: 'p-feng',
    on: 'accusation',
    event: 'APPROVE_TRACING',
    says: 'the city approves the tracing',
    data: ({ id }) => ({ complaint: id('report'), approval: APPROVALS.tracing }),
    state: 'verifying',
  },
  {
    day: 66,
    by: 'p-wu',
    on: 'accusation',
    event: 'RECORD_TRACE',
    says: 'the author is found; the name is sealed',
    data: traced,
    state: 'verifying',
  },
  {
    day: 79,
    by: 'p-wu',
    on: 'accusation',
    event: 'PROPOSE',
    says: 'proposed as established: fabricated, with intent; the author is an official, who is not named',
    data: {
      participants: ['p-xu'],
      proposal: 'established',
      isFabricationProven: true,
      fabricationEvidence: ['bank-slip', 'expert-opinion'],
      isIntentProven: true,
      intentEvidence: ['draft-of-the-letters', 'statement-of-the-author'],
      aggravations: ['disturbs_elections'],
      accuserKind: 'official',
      report: 'The slip was made up, and the letters were timed to the vote.',
    },
    state: 'proposed',
  },
  {
    day: 80,
    by: 'p-he',
    on: 'accusation',
    event: 'DECIDE',
    says: 'the body of the county would decide on it itself',
    data: { result: 'established', members: UNANIMOUS, reason: 'Both elements are proven.' },
    refused: 'body_may_decide',
  },
  {
    day: 80,
    by: 'p-he',
    on: 'accusation',
    event: 'SEND_UP',
    says: 'it sends the proposal up to the city',
    data: { members: UNANIMOUS, reason: 'Both elements are proven.' },
    state: 'awaiting_level_approval',
    due: { 'fa.approve': 94 },
  },
  {
    day: 92,
    by: 'p-feng',
    on: 'accusation',
    event: 'APPROVE',
    says: 'the city establishes a false accusation',
    data: { approval: APPROVALS.finding },
    state: 'established',
    due: { 'fa.handle': 126 },
  },
  {
    day: 95,
    by: 'p-zhang',
    on: 'accusation',
    event: 'HANDLE',
    says: 'the author is an official: a case of its own opens',
    data: { accuserKind: 'official', accuser: ACCUSER },
    state: 'handled',
    finds: {
      lead: {
        procedure: 'complaint',
        where: { subject: ACCUSER, origin: 'false_accusation' },
        due: { 'report.route_out': 102 },
      },
    },
  },
  {
    day: 99,
    by: 'p-ma',
    on: 'accusation',
    event: 'CLOSE',
    says: 'the result is made known in the unit of the person reported: that, and no more',
    data: ({ date }) => ({
      givenOn: date(99),
      circle: 'unit',
      namesResultOnly: true,
      text: 'The letters of June were a false accusation; whoever wrote them is held to account.',
    }),
    state: 'closed',
  },
];
