/**
 * What somebody is told: notices, by code. Rows of the procedures write these codes and no type lists them;
 * `tests/words.test.ts` asks for each. `overdue:` with a clock behind it is said of any time limit.
 */
import type { Words } from '../vocabulary.ts';

export const NOTICE_WORDS: Readonly<Record<string, Words>> = {
  new_facts_in_linked_complaint: { zh: '关联件带来新的事实', en: 'A linked piece brought new facts' },
  recusal_requested: { zh: '有回避申请待决定', en: 'A recusal was asked for' },
  overdue: { zh: '期限逾期', en: 'A time limit has passed' },
  due_soon: { zh: '期限临近', en: 'A time limit is near' },
  hr_freeze: { zh: '人事事项冻结', en: 'Personnel moves are frozen' },
  hr_freeze_lifted: { zh: '人事事项解除冻结', en: 'Personnel moves are free again' },
  liability_reopened: { zh: '重启追责', en: 'Liability was taken up again' },
  decision_varied: { zh: '原决定已变更', en: 'The decision was varied' },
  finding_changed_after_clarification: {
    zh: '澄清后结论发生变化',
    en: 'The finding changed after it was clarified',
  },
  finding_as_clarified_again: { zh: '结论恢复为已澄清的结论', en: 'The finding is again as clarified' },
  promotion_unblocked: { zh: '不再影响提拔任用', en: 'It no longer stands in the way of a promotion' },
  clarification_superseded: { zh: '原澄清已撤销', en: 'The clarification was superseded' },
  tracing_requested: { zh: '有追查申请待批准', en: 'A tracing was asked for' },
  false_accusation_sent_up: { zh: '诬告认定报请上级批准', en: 'A false accusation was sent up for approval' },
  false_accusation_established: { zh: '诬告陷害已认定', en: 'A false accusation was established' },
  false_accusation_set_aside: { zh: '诬告认定已撤销', en: 'A false accusation was set aside' },
  tolerance_to_be_considered: { zh: '应当考虑容错', en: 'Tolerance has to be considered' },
  filing_condition_not_kept: { zh: '报备附加条件未遵守', en: 'A condition of the filing was not kept' },
  filing_breached: { zh: '报备失效', en: 'The filing was broken' },
  filing_lapsed: { zh: '报备有效期届满', en: 'The filing has lapsed' },
  filing_relied_on: { zh: '报备被容错审查援引', en: 'A tolerance review relies on the filing' },
  rectification_all_closed: { zh: '整改措施全部销号', en: 'Every measure is closed' },
  paper_rectification: { zh: '发现纸面整改', en: 'A measure was rectified on paper only' },
  rectification_near_due: { zh: '整改措施临近期限', en: 'A measure is near its day' },
  recommended_after_visit: { zh: '回访后建议使用', en: 'Recommended after a visit' },
  period_merged: { zh: '处分期合并', en: 'The period was merged' },
  period_over: { zh: '处分期届满', en: 'The period is over' },
  period_recomputed: { zh: '处分期重新计算', en: 'The period was counted anew' },
  period_cancelled: { zh: '处分期取消', en: 'The period was cancelled' },
  appeal_window_over: { zh: '申诉期限届满', en: 'The window for an appeal is over' },
  appeal_withdrawn: { zh: '申诉已撤回', en: 'The appeal was withdrawn' },
  decision_to_be_made_anew: { zh: '原决定须重新作出', en: 'The decision has to be made anew' },
};
