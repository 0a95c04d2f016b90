/** The states of a clarification, in each version. */

/** As version 1 has them. */
export const STATES = {
  assessing: {
    label: { zh: '评估中', en: 'being assessed' },
    owed: ['handling_dept_head'],
    clocks: ['clar.assess'],
  },
  in_joint_check: { label: { zh: '会商审核中', en: 'in the joint check' }, clocks: ['clar.review'] },
  consulted: { label: { zh: '已征求意见', en: 'subject consulted' }, clocks: ['clar.approve'] },
  approved: { label: { zh: '已批准', en: 'approved' }, clocks: ['clar.carry_out'] },
  carrying_out: { label: { zh: '澄清实施中', en: 'being carried out' }, clocks: ['clar.carry_out'] },
  completed: { label: { zh: '已澄清', en: 'carried out' }, clocks: ['clar.follow_up'] },
  followed_up: {
    label: { zh: '已回访', en: 'followed up' },
    owed: ['case_supervisor'],
    clocks: ['clar.archive'],
  },
  not_needed: { label: { zh: '无需澄清', en: 'not needed' }, isClosed: true },
  withheld: { label: { zh: '不予澄清', en: 'withheld' }, isClosed: true },
  declined_by_subject: { label: { zh: '本人不同意澄清', en: 'declined by the subject' }, isClosed: true },
  archived: { label: { zh: '已归档', en: 'archived' }, isClosed: true },
  superseded: { label: { zh: '已被取代', en: 'superseded' }, isClosed: true },
} as const;

/** Version 2: a check that was passed is a state of its own, and the time until approval runs from it. */
export const STATES_OF_2 = {
  ...STATES,
  checked: {
    label: { zh: '会商审核通过', en: 'joint check passed' },
    owed: ['handling_dept_head'],
    clocks: ['clar.approve'],
  },
} as const;
