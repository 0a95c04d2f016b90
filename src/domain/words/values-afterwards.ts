/**
 * Words of the codes that events of what comes afterwards carry: false accusation, rectification, return to service,
 * appeal, performance review. By what the code says.
 */
import type { Words } from '../vocabulary.ts';

export const AFTERWARDS_VALUES = {
  rectification_source: {
    tolerance: { zh: '容错认定', en: 'a tolerance determination' },
    sanction: { zh: '处分决定', en: 'a sanction' },
    minor_handling: { zh: '谈话批评等处理', en: 'minor handling' },
    supervisory_advice: { zh: '监察建议', en: 'supervisory advice' },
  },
  check_outcome: {
    pass: { zh: '通过验收', en: 'passed' },
    return: { zh: '退回整改', en: 'returned' },
    confirmed: { zh: '整改成效已确认', en: 'confirmed' },
    relapsed: { zh: '问题反弹', en: 'relapsed' },
  },
  check_return: {
    incomplete: { zh: '整改不完整', en: 'incomplete' },
    no_effect: { zh: '未见成效', en: 'without effect' },
    evidence_missing: { zh: '佐证不足', en: 'evidence is missing' },
    paper_only: { zh: '纸面整改', en: 'on paper only' },
  },
  ticket: {
    blue: { zh: '蓝色', en: 'blue' },
    yellow: { zh: '黄色', en: 'yellow' },
    red: { zh: '红色', en: 'red' },
  },
  tracing_level: {
    superior: { zh: '上级机关', en: 'superior body' },
    own: { zh: '本机关', en: 'this body' },
  },
  accusation: {
    established: { zh: '诬告陷害成立', en: 'false accusation established' },
    mistaken_report: { zh: '错告', en: 'mistaken report' },
    not_established: { zh: '不能认定诬告陷害', en: 'not established' },
  },
  gain: {
    post: { zh: '职务职级', en: 'post or rank' },
    honour: { zh: '荣誉', en: 'honour' },
    other: { zh: '其他利益', en: 'other' },
  },
  grade: {
    good: { zh: '好', en: 'good' },
    fair: { zh: '较好', en: 'fair' },
    poor: { zh: '差', en: 'poor' },
  },
  use: {
    normal_use: { zh: '正常使用', en: 'normal use' },
    priority_use: { zh: '优先使用', en: 'use with priority' },
    hold: { zh: '暂缓使用', en: 'put off' },
    re_supervise: { zh: '继续教育监督', en: 'further supervision' },
  },
  execution: {
    personnel_file_entry: { zh: '处分决定归入人事档案', en: 'decision entered in the personnel file' },
    post_and_pay_changes: { zh: '办理职务、级别、工资变更', en: 'post and pay changed' },
    execution_report: { zh: '报告执行情况', en: 'carrying out reported' },
    level_and_pay_restored: { zh: '恢复级别和工资', en: 'level and pay restored' },
    post_arranged: { zh: '安排相应职务', en: 'a corresponding post arranged' },
    pay_loss_compensated: { zh: '补偿工资损失', en: 'loss of pay compensated' },
    name_restored: { zh: '恢复名誉', en: 'name restored' },
    personnel_file_corrected: { zh: '更正人事档案', en: 'personnel file corrected' },
    decision_replaced: { zh: '重新作出决定', en: 'decision replaced' },
  },
  execution_outcome: {
    done: { zh: '已办理', en: 'done' },
    nothing_to_do: { zh: '无须办理', en: 'nothing to do' },
  },
  appeal_refusal: {
    not_competent: { zh: '不属于本机关受理范围', en: 'another body is competent' },
    out_of_time: { zh: '超过规定期限', en: 'out of time' },
    not_a_decision: { zh: '不属于可以申诉的事项', en: 'not a decision that can be appealed against' },
    duplicate: { zh: '重复申请', en: 'it was brought already' },
    not_cured: { zh: '逾期未补正', en: 'the papers were not completed' },
  },
  appeal_result: {
    uphold: { zh: '维持原决定', en: 'the decision is upheld' },
    revoke_redo: { zh: '撤销原决定，重新处理', en: 'the decision is revoked, to be made anew' },
    vary: { zh: '变更原决定', en: 'the decision is varied' },
  },
  appeal_ground: {
    facts_unclear: { zh: '事实不清', en: 'the facts are unclear' },
    evidence_thin: { zh: '证据不足', en: 'the evidence is thin' },
    procedure_breach: { zh: '违反程序影响公正处理', en: 'a breach of procedure affected fairness' },
    beyond_power: { zh: '超越或者滥用职权', en: 'beyond or abuse of power' },
    law_misapplied: { zh: '适用规定错误', en: 'the law was misapplied' },
    circumstances_wrong: { zh: '情节认定错误', en: 'circumstances were wrongly found' },
    improper: { zh: '处理不当', en: 'the treatment is improper' },
  },
  performance: {
    no_lead: { zh: '无问责线索', en: 'no lead' },
    talk: { zh: '谈话提醒', en: 'talk' },
    adjustment: { zh: '调整岗位', en: 'adjustment of post' },
    accountability_lead: { zh: '问责线索', en: 'lead for accountability' },
  },
  accuser_kind: {
    official: { zh: '公职人员或者党员', en: 'an official or a party member' },
    other: { zh: '其他人员', en: 'anybody else' },
  },
  severity: {
    minor: { zh: '轻微', en: 'minor' },
    ordinary: { zh: '一般', en: 'ordinary' },
    serious: { zh: '严重', en: 'serious' },
  },
  ticket_reason: {
    near_due: { zh: '临近期限', en: 'its day is near' },
    behind_pace: { zh: '进度滞后', en: 'behind its pace' },
    poor_quality: { zh: '质量不高', en: 'of poor quality' },
    overdue: { zh: '逾期', en: 'overdue' },
    paper_only: { zh: '纸面整改', en: 'on paper only' },
    relapsed: { zh: '问题反弹', en: 'relapsed' },
  },
  item_state: {
    listed: { zh: '已列入', en: 'listed' },
    planned: { zh: '已批准', en: 'planned' },
    in_progress: { zh: '整改中', en: 'in progress' },
    claimed_done: { zh: '申请销号', en: 'claimed done' },
    returned: { zh: '退回', en: 'returned' },
    closed: { zh: '已销号', en: 'closed' },
    reopened: { zh: '重新整改', en: 'opened again' },
  },
  lifting: {
    automatic: { zh: '期满自动解除', en: 'by the end of the period' },
    written: { zh: '书面解除', en: 'in writing' },
  },
  lateness: {
    was_in_time: { zh: '未逾期', en: 'was in time' },
    excused: { zh: '逾期有正当理由', en: 'late with good reason' },
  },
  filed_by: {
    person: { zh: '本人', en: 'the person' },
    near_relative: { zh: '近亲属', en: 'a near relative' },
  },
  signal_source: {
    inspection: { zh: '巡视巡察、督查', en: 'inspection' },
    appraisal: { zh: '考核', en: 'appraisal' },
    audit: { zh: '审计', en: 'audit' },
    petition: { zh: '信访', en: 'petitions' },
  },
  tracing_standing: {
    requested: { zh: '已申请', en: 'asked for' },
    approved: { zh: '已批准', en: 'approved' },
    refused: { zh: '不予批准', en: 'refused' },
    made: { zh: '已追查', en: 'made' },
  },
  signal_standing: {
    waiting: { zh: '待复核', en: 'waits for a second look' },
    counts: { zh: '予以计入', en: 'counts' },
    does_not_count: { zh: '不予计入', en: 'does not count' },
    dismissed: { zh: '不予采用', en: 'dismissed' },
  },
} as const satisfies Record<string, Readonly<Record<string, Words>>>;
