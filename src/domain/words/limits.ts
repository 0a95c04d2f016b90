/** Labels of what time limits are counted in, and of the lists of a profile. */
import type { DayKind } from '../calendar.ts';
import type { Unit } from '../limit.ts';
import type { ListName } from '../profile.ts';
import type { Words } from '../vocabulary.ts';

export const UNIT_WORDS: Readonly<Record<Unit, Words>> = {
  working_day: { zh: '工作日', en: 'working days' },
  calendar_day: { zh: '日', en: 'calendar days' },
  month: { zh: '月', en: 'months' },
  quarter: { zh: '季度', en: 'quarters' },
  second: { zh: '秒', en: 'seconds' },
};

export const DAY_WORDS: Readonly<Record<DayKind, Words>> = {
  working: { zh: '工作日', en: 'working day' },
  make_up: { zh: '调休上班日', en: 'make-up working day' },
  weekend: { zh: '周末', en: 'weekend' },
  holiday: { zh: '节假日', en: 'holiday' },
};

export const LIST_WORDS: Readonly<Record<ListName, Words>> = {
  tolerance_conditions: { zh: '容错条件', en: 'conditions of tolerance' },
  tolerance_exclusions: { zh: '不予容错情形', en: 'exclusions from tolerance' },
  clarification_grounds: { zh: '应当澄清情形', en: 'grounds for clarification' },
  clarification_refusals: { zh: '不予澄清理由', en: 'reasons not to clarify' },
  non_acceptance_reasons: { zh: '不予受理情形', en: 'reasons not to accept' },
  suspension_grounds: { zh: '中止事由', en: 'grounds for suspension' },
  recusal_grounds: { zh: '回避事由', en: 'grounds for recusal' },
  late_reasons: { zh: '逾期理由', en: 'reasons for lateness' },
  retained_reasons: { zh: '留存、了结理由', en: 'reasons to shelve or end' },
  minor_handling: { zh: '轻微处理方式', en: 'ways of minor handling' },
  false_accusation_aggravations: { zh: '诬告从重情形', en: 'aggravations of a false accusation' },
  tracing_grounds: { zh: '追查匿名人事由', en: 'grounds for tracing' },
  risk_matters: { zh: '可报备事项', en: 'matters that can be filed' },
  use_review_bars: { zh: '不得使用情形', en: 'what bars use after a sanction' },
  sham_kinds: { zh: '不担当情形', en: 'kinds of sham performance' },
};
