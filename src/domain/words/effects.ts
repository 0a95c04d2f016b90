/** Labels of what a step asks of the world, of the links between cases, and of what a case may still owe. */
import type { EffectKind, LinkType } from '../effect.ts';
import type { Words } from '../vocabulary.ts';

export const EFFECT_WORDS: Readonly<Record<EffectKind, Words>> = {
  start_clock: { zh: '起算期限', en: 'starts a time limit' },
  stop_clock: { zh: '停止期限', en: 'ends a time limit' },
  pause_clock: { zh: '中止期限', en: 'pauses a time limit' },
  resume_clock: { zh: '恢复期限', en: 'resumes a time limit' },
  extend_clock: { zh: '延长期限', en: 'extends a time limit' },
  pause_clocks: { zh: '中止相关期限', en: 'pauses the time limits' },
  resume_clocks: { zh: '恢复相关期限', en: 'resumes the time limits' },
  stop_all_clocks: { zh: '停止全部期限', en: 'ends every time limit' },
  open_case: { zh: '发起关联案件', en: 'opens a linked case' },
  send_event: { zh: '通知关联案件', en: 'tells a linked case' },
  issue_document: { zh: '应出文书', en: 'owes a paper' },
  notify: { zh: '应告知', en: 'notifies' },
  request_recusal: { zh: '登记回避申请', en: 'records that a recusal was asked for' },
  decide_recusal: { zh: '登记回避决定', en: 'records the decision on a recusal' },
  record: { zh: '仅作记录', en: 'makes a record' },
};

export const LINK_WORDS: Readonly<Record<LinkType, Words>> = {
  allegation_of: { zh: '问题—检举控告', en: 'an allegation and its complaint' },
  clarifies: { zh: '澄清—问题', en: 'a clarification and its allegation' },
  reviews_tolerance_of: { zh: '容错—问题', en: 'a tolerance review and an allegation' },
  duplicate_of: { zh: '重复件—原件', en: 'a complaint and the one it repeats or went into' },
  examines_accuser_of: { zh: '诬告核查—问题', en: 'a matter of false accusation and its allegation' },
  corrects: { zh: '整改—原决定', en: 'a rectification and what it corrects' },
  serves_sanction_of: { zh: '处分期—决定', en: 'a sanction period and the decision' },
  appeals_against: { zh: '申诉—原决定', en: 'an appeal and what it is against' },
  relies_on: { zh: '容错—事前报备', en: 'a tolerance review and a filing of risk' },
  arises_from: { zh: '新线索—来源', en: 'a complaint and the matter it came up in' },
};

/** What a case may owe. The rows write these codes and no type lists them; `tests/words.test.ts` asks for each. */
export const OBLIGATION_WORDS: Readonly<Record<string, Words>> = {
  new_allegation: { zh: '增立问题', en: 'a linked piece brought new facts: add an allegation' },
  check_new_evidence: { zh: '核查新证据', en: 'the reporter named evidence on feedback: check it' },
  tolerance_review_offer: { zh: '应考虑容错', en: 'open a tolerance review, or say that it was considered' },
  ex_officio_review: { zh: '依职权审查', en: 'the application fell away, the duty to look did not' },
  apply_to_accountability: {
    zh: '责任决定应载明容错结果',
    en: 'the liability decision has to state the result',
  },
  liability_goes_on: { zh: '继续追责', en: 'not tolerated: ordinary liability' },
  liability_reopened: { zh: '重启追责', en: 'tolerance was revoked' },
  supersede_clarification: { zh: '撤销原澄清', en: 'the finding changed after it was clarified' },
  false_accusation_lead: { zh: '诬告线索', en: 'signs of intent; for people to look at, never a verdict' },
  rectification: { zh: '整改', en: 'correct what went wrong; no tolerance without it' },
  appeal: { zh: '申诉期限', en: 'the person may appeal' },
  return_to_service: { zh: '处分期', en: 'the period of a sanction runs' },
  personnel_file_entry: { zh: '处分决定归入人事档案', en: 'the decision goes into the personnel file' },
  post_and_pay_changes: { zh: '办理职务、级别、工资变更', en: 'post, rank and pay have to be changed' },
  execution_report: { zh: '报告执行情况', en: 'the deciding body has to be told that it was carried out' },
};
