/**
 * Risk filing: a unit discloses a risky act before it acts, and a joint meeting accepts it on conditions or not.
 * Procedure C0.
 *
 *   filed ⇄ returned        ┌─→ refused
 *     └─→ screened ─→ checked ─→ accepted ─→ lapsed | breached | used
 *     └────────┴─────────┴─→ withdrawn
 *
 * An accepted filing is strong evidence on procedure in a later review, and no immunity. One that was used may be
 * relied on again; one that lapsed still speaks for what was done while it held; one that was breached for nothing.
 */
import { notify, paper, startClock, stopClock, type Effect } from '../domain/effect.ts';
import { dateOf, dayOf, localDayOf } from '../domain/local-day.ts';
import { defineProcedure } from './define-procedure.ts';
import type { Facts } from './procedure.ts';
import type { Profile } from '../domain/profile.ts';
import { BLANK, Events, reported, type FilingContext } from './risk-filing-events.ts';
import { FILING_GUARDS } from './risk-filing-guards.ts';

const States = {
  filed: { label: { zh: '已报备', en: 'filed' }, clocks: ['prefile.screen'] },
  returned: { label: { zh: '退回补正', en: 'sent back for facts' }, owed: ['subject_unit'] },
  screened: { label: { zh: '已初审', en: 'screened' }, clocks: ['prefile.check'] },
  checked: { label: { zh: '已核查', en: 'checked' }, clocks: ['prefile.decide'] },
  accepted: {
    label: { zh: '已受理报备', en: 'accepted' },
    owed: ['subject_unit'],
    clocks: ['prefile.validity'],
  },
  refused: { label: { zh: '不予受理报备', en: 'refused' }, isClosed: true },
  withdrawn: { label: { zh: '已撤回', en: 'withdrawn' }, isClosed: true },
  lapsed: { label: { zh: '报备已失效', en: 'lapsed' }, isClosed: true },
  breached: { label: { zh: '违反报备条件', en: 'breached' }, isClosed: true },
  used: { label: { zh: '报备已援用', en: 'used' }, isClosed: true },
} as const;

const HANDLING = ['handler', 'handling_dept_head'] as const;
const RECORDING = ['handler', 'reception_officer'] as const;

const todayOf = (facts: Facts, { rules }: Profile) => localDayOf(facts.at, rules.timeZone);

/** The acceptance runs until the day it names; a profile for drills, in seconds, keeps its own. */
const validityClock = (validUntil: string, facts: Facts, profile: Profile): Effect =>
  profile.limits['prefile.validity']?.unit === 'second'
    ? startClock('prefile.validity')
    : startClock('prefile.validity', {
        limit: { amount: dayOf(validUntil) - todayOf(facts, profile), unit: 'calendar_day', rollOver: false },
      });

export const riskFiling = defineProcedure<
  FilingContext,
  keyof typeof States,
  keyof typeof FILING_GUARDS,
  typeof Events
>({
  name: 'risk_filing',
  version: 1,
  label: { zh: '容错事前报备', en: 'Filing of a risk before acting' },
  context: BLANK,
  states: States,
  events: Events,
  openings: ['FILE'],
  guards: FILING_GUARDS,
  rows: [
    {
      row: 'C0-file',
      event: 'FILE',
      from: 'opening',
      to: 'filed',
      roles: ['subject_unit'],
      recordedBy: RECORDING,
      needs: ['elsewhere'],
      guards: ['acts_for_their_own_unit', 'matter_is_listed', 'comes_before_the_act', 'is_not_filed_already'],
      record: ({ data }) => ({
        subject: data.persons[0] ?? null,
        persons: [...new Set(data.persons)],
        unit: data.unit,
        matter: data.matter,
        act: data.act,
        plannedOn: data.plannedOn,
        isUrgent: data.isUrgent,
      }),
      effects: [startClock('prefile.screen'), paper('risk_filing', 'handling_dept')],
      basis: ['domain 1.3.1', 'S23'],
      label: { zh: '事前报备', en: 'File a risk' },
    },
    {
      row: 'C0-screen',
      event: 'SCREEN',
      from: 'filed',
      to: 'screened',
      when: { result: 'pass' },
      roles: HANDLING,
      duty: 'handled',
      effects: [
        stopClock('prefile.screen'),
        startClock('prefile.check'),
        paper('screening_sheet', 'handling_dept'),
      ],
      basis: ['domain 1.3.1', 'S23'],
      label: { zh: '初审通过', en: 'Screen: it may be checked' },
    },
    {
      row: 'C0-return',
      event: 'SCREEN',
      from: 'filed',
      to: 'returned',
      when: { result: 'return' },
      roles: HANDLING,
      duty: 'handled',
      guards: ['says_what_is_missing'],
      effects: [stopClock('prefile.screen'), paper('cure_list', 'subject_unit')],
      basis: ['domain 1.3.1', 'D'],
      label: { zh: '退回补正', en: 'Screen: send back for facts' },
    },
    {
      row: 'C0-supplement',
      event: 'SUPPLEMENT',
      from: 'returned',
      to: 'filed',
      roles: ['subject_unit'],
      recordedBy: RECORDING,
      guards: ['acts_for_their_own_unit'],
      effects: [startClock('prefile.screen'), paper('cured_papers', 'handling_dept')],
      basis: ['domain 1.3.1', 'D'],
      label: { zh: '补正', en: 'Complete the filing' },
    },
    {
      row: 'C0-check',
      event: 'CHECK',
      from: 'screened',
      to: 'checked',
      roles: HANDLING,
      people: 2,
      duty: 'handled',
      guards: ['has_the_handlers_required'],
      record: ({ data }) => ({ recommends: data.recommends }),
      effects: [
        stopClock('prefile.check'),
        startClock('prefile.decide'),
        paper('filing_check_report', 'handling_dept', 'tolerance_panel'),
      ],
      basis: ['domain 1.3.1', 'S23', 'domain 4.2'],
      label: { zh: '核查报备事项', en: 'Check the filing' },
    },
    {
      row: 'C0-accept',
      event: 'ACCEPT',
      from: 'checked',
      to: 'accepted',
      roles: ['tolerance_panel'],
      isCollective: true,
      duty: 'decided',
      guards: ['conditions_are_told_apart', 'is_valid_from_now_on', 'is_valid_no_longer_than_allowed'],
      record: ({ data, facts, profile }) => ({
        conditions: data.conditions.map(({ code }) => code),
        validUntil: data.validUntil,
        acceptedOn: dateOf(todayOf(facts, profile)),
      }),
      effects: ({ data, facts, profile }) => [
        stopClock('prefile.decide'),
        validityClock(data.validUntil, facts, profile),
        paper('filing_acceptance', 'subject_unit', 'handling_dept'),
      ],
      basis: ['domain 1.3.1', 'S23'],
      label: { zh: '受理报备', en: 'Accept, on conditions' },
    },
    {
      row: 'C0-refuse',
      event: 'REFUSE',
      from: 'checked',
      to: 'refused',
      roles: ['tolerance_panel'],
      isCollective: true,
      duty: 'decided',
      record: ({ data }) => ({ refusalReason: data.reason }),
      effects: [paper('reasoned_refusal', 'subject_unit')],
      basis: ['domain 1.3.1', 'S23'],
      label: { zh: '不予受理报备', en: 'Refuse' },
    },
    {
      row: 'C0-condition',
      event: 'REPORT_CONDITION',
      from: ['accepted', 'used', 'lapsed'],
      roles: ['subject_unit', ...HANDLING],
      recordedBy: RECORDING,
      guards: ['acts_for_their_own_unit', 'is_a_condition_of_the_acceptance'],
      record: ({ context, data }) => ({
        reports: [
          ...context.reports.filter(({ condition }) => condition !== data.condition),
          { condition: data.condition, kept: data.kept },
        ],
      }),
      effects: ({ data }) => [
        paper('condition_report', 'handling_dept'),
        ...(data.kept ? [] : [notify('filing_condition_not_kept', 'handling_dept', 'case_supervisor')]),
      ],
      basis: ['domain 1.3.1', 'D'],
      label: { zh: '报告条件履行情况', en: 'Report on a condition' },
    },
    {
      row: 'C0-breach',
      event: 'BREACH',
      from: ['accepted', 'used', 'lapsed'],
      to: 'breached',
      roles: ['case_supervisor', ...HANDLING],
      people: 2,
      guards: ['has_the_handlers_required'],
      record: ({ data }) => ({ breachReason: data.reason }),
      effects: [
        paper('breach_notice', 'subject_unit', 'tolerance_panel'),
        notify('filing_breached', 'case_supervisor'),
      ],
      basis: ['domain 1.3.1', 'D'],
      label: { zh: '认定违反报备条件', en: 'Hold it breached' },
    },
    {
      row: 'C0-lapse',
      event: 'DEADLINE_PASSED',
      from: 'accepted',
      to: 'lapsed',
      when: { clock: 'prefile.validity' },
      roles: ['system'],
      isInternal: true,
      whileSuspended: true,
      effects: [notify('filing_lapsed', 'subject_unit', 'handling_dept')],
      basis: ['domain 1.3.1', 'D'],
      label: { zh: '有效期届满', en: 'Its time is over' },
    },
    {
      row: 'C0-relied',
      event: 'RELIED_ON',
      from: ['accepted', 'used', 'lapsed'],
      to: 'used',
      roles: ['system'],
      isInternal: true,
      whileSuspended: true,
      record: ({ context, data }) => ({ reliedOnBy: [...new Set([...context.reliedOnBy, data.review])] }),
      effects: [notify('filing_relied_on', 'subject_unit', 'case_supervisor')],
      basis: ['domain 1.3.1', 'domain 6.5'],
      label: { zh: '容错认定援用', en: 'A tolerance review relies on it' },
    },
    {
      row: 'C0-withdraw',
      event: 'WITHDRAW',
      from: ['filed', 'returned', 'screened', 'checked'],
      to: 'withdrawn',
      roles: ['subject_unit'],
      recordedBy: RECORDING,
      guards: ['acts_for_their_own_unit'],
      effects: [paper('withdrawal_note', 'handling_dept')],
      basis: ['domain 1.3.1', 'D'],
      label: { zh: '撤回报备', en: 'Withdraw the filing' },
    },
  ],
  told: () => ['subject_unit'],
  summary: (context) => ({
    unit: context.unit ?? null,
    matter: context.matter,
    act: context.act,
    persons: context.persons.join(' '),
    isUrgent: context.isUrgent,
    plannedOn: context.plannedOn,
    conditions: context.conditions.join(' '),
    conditionsKept: reported(context, true).join(' '),
    conditionsBroken: reported(context, false).join(' '),
    acceptedOn: context.acceptedOn,
    validUntil: context.validUntil,
    isAccepted: context.acceptedOn !== null,
    timesReliedOn: context.reliedOnBy.length,
  }),
});
