/** The beginning of 6.5: the unit files the risk before it acts; it is screened, checked and accepted on two conditions. */
import type { Step } from './scenario.ts';

export const FLOOD_WORKS = 'flood-works';
const PANEL = ['p-song', 'p-du', 'p-meng'].map((person) => ({ person, vote: 'for' }));

export const FILED: readonly Step[] = [
  {
    day: -49,
    by: 'p-cai',
    opens: 'risk_filing',
    as: 'filing',
    says: 'the unit files a risk: a flood wall has to be repaired before the permit can be there',
    data: ({ date }) => ({
      unit: FLOOD_WORKS,
      matter: 'emergency_action',
      act: 'repair-without-permit',
      persons: ['p-shen'],
      plannedOn: date(-40),
      isUrgent: true,
      disclosure: 'The wall shifts with every rise of the river; the permit takes weeks.',
      conditionsOffered: [{ code: 'permit_follows', text: 'The permit is applied for on the first day.' }],
    }),
    state: 'filed',
    due: { 'prefile.screen': -48 },
  },
  {
    day: -48,
    by: 'p-xu',
    on: 'filing',
    event: 'SCREEN',
    says: 'screened within a working day',
    data: { result: 'pass' },
    state: 'screened',
    due: { 'prefile.check': -34 },
  },
  {
    day: -46,
    by: 'p-xu',
    on: 'filing',
    event: 'CHECK',
    says: 'two check it on site: the danger is real, the risk bounded',
    data: {
      participants: ['p-wu'],
      recommends: 'accept',
      findings: 'Cracks along forty metres; a permit before the rain is out of reach.',
    },
    state: 'checked',
    due: { 'prefile.decide': -32 },
  },
  {
    day: -42,
    by: 'p-song',
    on: 'filing',
    event: 'ACCEPT',
    says: 'the joint meeting accepts it on two conditions, until the end of the year',
    data: {
      conditions: [
        { code: 'permit_follows', text: 'The permit is applied for at once.' },
        { code: 'daily_report', text: 'The state of the works is reported each day.' },
      ],
      validUntil: '2024-12-31',
      members: PANEL,
    },
    state: 'accepted',
    due: { 'prefile.validity': 183 },
  },
  {
    day: -10,
    by: 'p-cai',
    on: 'filing',
    event: 'REPORT_CONDITION',
    says: 'the unit reports: the permit is there, twenty days after the start',
    data: { condition: 'permit_follows', kept: true, evidence: ['permit'] },
    state: 'accepted',
  },
  {
    day: -10,
    by: 'p-cai',
    on: 'filing',
    event: 'REPORT_CONDITION',
    says: 'and every day of the works was reported',
    data: { condition: 'daily_report', kept: true, evidence: ['daily-reports'] },
    state: 'accepted',
  },
];
