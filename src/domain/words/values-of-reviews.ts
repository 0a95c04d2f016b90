/**
 * Words of the codes that events of clarifications, tolerance reviews and filings of risk carry, by what the code says.
 * Factors, ratings, distinctions and minor measures are in `tolerance.ts`, beside the rules on them.
 */
import type { Words } from '../vocabulary.ts';

export const REVIEW_VALUES = {
  circle: {
    person: { zh: '本人', en: 'the person alone' },
    department: { zh: '部门', en: 'the department' },
    unit: { zh: '单位', en: 'the unit' },
    system: { zh: '系统', en: 'all units of the line' },
    public: { zh: '社会', en: 'the public' },
  },
  form: {
    written: { zh: '书面澄清', en: 'in writing' },
    in_person: { zh: '当面澄清', en: 'face to face' },
    meeting: { zh: '会议澄清', en: 'in a meeting' },
    circular: { zh: '通报澄清', en: 'by circular' },
  },
  intake_refusal: {
    not_competent: { zh: '不属于本机关受理范围', en: 'another body is competent' },
    no_accountability_matter: { zh: '没有问责事项', en: 'nobody is held to account' },
    duplicate: { zh: '重复申请', en: 'it was applied for already' },
    late_without_reason: { zh: '无正当理由逾期', en: 'late, without a reason' },
  },
  consulted: {
    for_tolerance: { zh: '同意容错', en: 'for tolerance' },
    against_tolerance: { zh: '不同意容错', en: 'against tolerance' },
    no_objection: { zh: '无异议', en: 'no objection' },
    no_view: { zh: '不发表意见', en: 'no view' },
  },
  outcome: {
    not_tolerated: { zh: '不予容错', en: 'not tolerated' },
    lighter: { zh: '从轻', en: 'lighter' },
    mitigated: { zh: '减轻', en: 'mitigated' },
    exempted: { zh: '免予', en: 'exempted' },
    not_pursued: { zh: '不予追究', en: 'not pursued' },
  },
  revocation: {
    concealed_facts: { zh: '隐瞒事实', en: 'facts were concealed' },
    new_evidence: { zh: '出现新证据', en: 'new evidence came up' },
    private_gain: { zh: '发现谋取私利', en: 'private gain was found' },
  },
  screening: {
    pass: { zh: '通过', en: 'passed' },
    return: { zh: '退回补正', en: 'to be completed' },
  },
  recommendation: {
    accept: { zh: '建议接受', en: 'to be accepted' },
    refuse: { zh: '建议不予接受', en: 'to be refused' },
  },
  filing_refusal: {
    not_competent: { zh: '不属于本机关受理范围', en: 'another body is competent' },
    not_a_risk_matter: { zh: '不属于可报备事项', en: 'not a matter that can be filed' },
    act_is_forbidden: { zh: '属于明令禁止的行为', en: 'the act is forbidden' },
    facts_not_disclosed: { zh: '未如实报告情况', en: 'the facts were not disclosed' },
    risk_not_bounded: { zh: '风险不可控', en: 'the risk is not bounded' },
  },
  breach: {
    condition_broken: { zh: '违反附加条件', en: 'a condition was broken' },
    outside_scope: { zh: '超出报备范围', en: 'outside the scope' },
    facts_concealed: { zh: '隐瞒事实', en: 'facts were concealed' },
  },
  distinction_answer: {
    yes: { zh: '是', en: 'yes' },
    no: { zh: '否', en: 'no' },
    na: { zh: '不涉及', en: 'not concerned' },
  },
  filing_set_aside: {
    outside_scope: { zh: '超出报备范围', en: 'outside the scope of the filing' },
    condition_broken: { zh: '违反附加条件', en: 'a condition was broken' },
    not_fully_disclosed: { zh: '报备时未如实说明', en: 'not fully disclosed when it was filed' },
    act_before_acceptance: { zh: '行为发生在报备接受之前', en: 'the act came before the acceptance' },
    act_after_validity: { zh: '行为发生在有效期之后', en: 'the act came after the filing had lapsed' },
  },
} as const satisfies Record<string, Readonly<Record<string, Words>>>;
