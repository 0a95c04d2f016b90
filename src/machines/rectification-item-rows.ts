/**
 * Rows of a rectification while its measures run: started, claimed done, checked by people from outside, extended,
 * ticketed in three colours, and looked back on. While a claim is checked the limit of the measure stands still: how
 * long a check takes is not the unit's doing.
 */
import {
  extendClock,
  notify,
  paper,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
} from '../domain/effect.ts';
import { STAFF_ROLES } from '../domain/vocabulary.ts';
import { changed, moved, ticketed } from './rectification-items.ts';
import { HANDLING, type RectificationRow } from './rectification-states.ts';

const LEADING = ['subject_unit', ...STAFF_ROLES] as const;
const CHECKING = ['case_supervisor', ...HANDLING] as const;

export const ITEM_ROWS: readonly RectificationRow[] = [
  {
    row: 'D-start',
    event: 'START',
    from: 'running',
    roles: LEADING,
    recordedBy: ['handler'],
    guards: ['item_is_to_be_started', 'acts_for_the_unit_responsible', 'is_the_lead_person'],
    record: ({ context, data }) => moved(context, data.item, 'in_progress'),
    effects: [{ kind: 'record' }],
    basis: ['domain 1.4'],
    label: { zh: '启动措施', en: 'Start a measure' },
  },
  {
    row: 'D-claim',
    event: 'CLAIM_DONE',
    from: 'running',
    roles: LEADING,
    recordedBy: ['handler'],
    guards: [
      'item_is_under_way',
      'acts_for_the_unit_responsible',
      'is_the_lead_person',
      'has_evidence_per_criterion',
    ],
    record: ({ context, data }) => moved(context, data.item, 'claimed_done'),
    effects: ({ data }) => [
      pauseClock('rect.item', data.item),
      startClock('rect.check', { instance: data.item }),
      paper('completion_report', 'handling_dept', 'case_supervisor'),
    ],
    basis: ['domain 1.4', 'S33'],
    label: { zh: '申报完成', en: 'Claim that a measure is done' },
  },
  {
    row: 'D-check-last',
    event: 'CHECK',
    from: 'running',
    to: 'all_closed',
    when: { result: 'pass' },
    roles: CHECKING,
    people: 2,
    guards: [
      'has_the_handlers_required',
      'item_is_claimed_done',
      'checkers_are_from_outside',
      'is_the_last_one_open',
    ],
    record: ({ context, data }) => moved(context, data.item, 'closed'),
    effects: ({ data }) => [
      stopClock('rect.check', data.item),
      stopClock('rect.item', data.item),
      startClock('rect.look_back'),
      paper('check_record', 'case_supervisor', 'subject_unit'),
      notify('rectification_all_closed', 'case_supervisor', 'subject_unit'),
    ],
    basis: ['domain 1.4', 'domain 4.2', 'S33'],
    label: { zh: '验收通过，全部销号', en: 'Check passed, and nothing is open' },
  },
  {
    row: 'D-check-pass',
    event: 'CHECK',
    from: 'running',
    when: { result: 'pass' },
    roles: CHECKING,
    people: 2,
    guards: ['has_the_handlers_required', 'item_is_claimed_done', 'checkers_are_from_outside'],
    record: ({ context, data }) => moved(context, data.item, 'closed'),
    effects: ({ data }) => [
      stopClock('rect.check', data.item),
      stopClock('rect.item', data.item),
      paper('check_record', 'case_supervisor', 'subject_unit'),
    ],
    basis: ['domain 1.4', 'domain 4.2', 'S33'],
    label: { zh: '验收通过，销号', en: 'Check passed: close the measure' },
  },
  {
    row: 'D-check-paper',
    event: 'CHECK',
    from: 'running',
    when: { result: 'return', reason: 'paper_only' },
    roles: CHECKING,
    people: 2,
    guards: ['has_the_handlers_required', 'item_is_claimed_done', 'checkers_are_from_outside'],
    record: ({ context, data, facts }) =>
      changed(context, data.item, (item) => ({
        state: 'returned',
        returns: item.returns + 1,
        ...ticketed(item, 'yellow', 'paper_only', facts.at),
      })),
    effects: ({ data }) => [
      stopClock('rect.check', data.item),
      resumeClock('rect.item', data.item),
      paper('supervision_ticket', 'subject_unit', 'case_supervisor'),
      notify('paper_rectification', 'case_supervisor', 'approver_incharge'),
    ],
    basis: ['domain 1.4', 'S33', 'T26'],
    label: { zh: '纸面整改，退回', en: 'Return it: rectified on paper alone' },
  },
  {
    row: 'D-check-return',
    event: 'CHECK',
    from: 'running',
    when: { result: 'return' },
    roles: CHECKING,
    people: 2,
    guards: [
      'has_the_handlers_required',
      'item_is_claimed_done',
      'checkers_are_from_outside',
      'says_why_it_goes_back',
    ],
    record: ({ context, data }) =>
      changed(context, data.item, ({ returns }) => ({ state: 'returned', returns: returns + 1 })),
    effects: ({ data }) => [
      stopClock('rect.check', data.item),
      resumeClock('rect.item', data.item),
      paper('return_opinion', 'subject_unit'),
    ],
    basis: ['domain 1.4', 'domain 4.2', 'S33'],
    label: { zh: '验收未通过，退回', en: 'Check failed: return the measure' },
  },
  {
    row: 'D-extend',
    event: 'EXTEND_ITEM',
    from: 'running',
    roles: ['approver_incharge'],
    needs: ['clocks'],
    guards: ['item_is_under_way', 'item_may_be_extended'],
    record: ({ context, data }) =>
      changed(context, data.item, ({ extensions }) => ({ extensions: extensions + 1 })),
    effects: ({ data }) => [
      extendClock('rect.item', data.item),
      paper('extension_note', 'subject_unit', 'case_supervisor'),
    ],
    basis: ['domain 1.4', 'domain 0.3', 'T12'],
    label: { zh: '延长措施期限', en: 'Extend the limit of a measure' },
  },
  {
    row: 'D-ticket',
    event: 'TICKET',
    from: 'running',
    roles: ['case_supervisor'],
    needs: ['clocks'],
    guards: ['item_is_under_way', 'red_comes_with_the_overrun'],
    record: ({ context, data, facts }) =>
      changed(context, data.item, (item) => ticketed(item, data.colour, data.reason, facts.at)),
    effects: [paper('supervision_ticket', 'subject_unit')],
    basis: ['domain 1.4', 'S33'],
    label: { zh: '发出督办单', en: 'Issue a supervision ticket' },
  },
  {
    row: 'D-blue',
    event: 'DEADLINE_WARNED',
    from: 'running',
    when: { clock: 'rect.item' },
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    record: ({ context, data, facts }) =>
      changed(context, data.instance, (item) => ticketed(item, 'blue', 'near_due', facts.at)),
    effects: [
      paper('supervision_ticket', 'subject_unit'),
      notify('rectification_near_due', 'subject_unit', 'case_supervisor'),
    ],
    basis: ['domain 1.4', 'S33'],
    label: { zh: '临期蓝色督办', en: 'Blue ticket: the day is near' },
  },
  {
    row: 'D-red',
    event: 'DEADLINE_PASSED',
    from: 'running',
    when: { clock: 'rect.item' },
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    record: ({ context, data, facts }) =>
      changed(context, data.instance, (item) => ticketed(item, 'red', 'overdue', facts.at)),
    // The clock goes on being overdue: it is a measure that is late, not a term that ends something.
    effects: ({ profile: { rules } }) => [
      paper('supervision_ticket', 'subject_unit'),
      notify('overdue:rect.item', ...(rules.escalate.clocks['rect.item'] ?? rules.escalate.default)),
    ],
    basis: ['domain 1.4', 'S33', 'T8'],
    label: { zh: '逾期红色督办', en: 'Red ticket: overdue' },
  },
  {
    row: 'D-look-confirmed',
    event: 'LOOK_BACK',
    from: 'all_closed',
    to: 'looked_back',
    when: { result: 'confirmed' },
    roles: CHECKING,
    people: 2,
    guards: ['has_the_handlers_required', 'a_case_supervisor_takes_part', 'checkers_are_from_outside'],
    effects: [
      stopClock('rect.look_back'),
      startClock('rect.archive'),
      paper('look_back_record', 'case_supervisor', 'subject_unit'),
    ],
    basis: ['domain 1.4', 'S33', 'T26'],
    label: { zh: '回头看，成效巩固', en: 'Look back: it holds' },
  },
  {
    row: 'D-look-relapsed',
    event: 'LOOK_BACK',
    from: 'all_closed',
    to: 'running',
    when: { result: 'relapsed' },
    roles: CHECKING,
    people: 2,
    guards: [
      'has_the_handlers_required',
      'a_case_supervisor_takes_part',
      'checkers_are_from_outside',
      'names_what_relapsed',
    ],
    record: ({ context, data, facts }) => ({
      items: context.items.map((item) =>
        data.items.includes(item.code)
          ? {
              ...item,
              state: 'reopened' as const,
              dueOn: null,
              ...ticketed(item, 'yellow', 'relapsed', facts.at),
            }
          : item,
      ),
    }),
    effects: ({ data }) => [
      stopClock('rect.look_back'),
      ...data.items.map((instance) => startClock('rect.item', { instance })),
      paper('look_back_record', 'case_supervisor', 'subject_unit'),
    ],
    basis: ['domain 1.4', 'S33', 'T26'],
    label: { zh: '回头看发现反弹，重新整改', en: 'Look back: relapsed, open it again' },
  },
];
