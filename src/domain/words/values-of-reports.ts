/**
 * Words of the codes that events of a complaint and of its allegations carry, by what the code says. Forms, pages, papers
 * and the glossary print them from here; which field takes which of them is in `value-fields.ts`.
 */
import type { Words } from '../vocabulary.ts';

export const REPORT_VALUES = {
  channel: {
    web: { zh: '网络', en: 'web portal' },
    letter: { zh: '来信', en: 'letter' },
    visit: { zh: '来访', en: 'visit' },
    phone: { zh: '来电', en: 'telephone' },
    email: { zh: '电子邮件', en: 'e-mail' },
    inspection: { zh: '巡视巡察', en: 'inspection' },
    other_organ: { zh: '其他机关移送', en: 'passed on by another organ' },
    media: { zh: '媒体反映', en: 'media' },
    own_finding: { zh: '本机关发现', en: 'found by this body' },
    other: { zh: '其他', en: 'other' },
  },
  identity: {
    unverified: { zh: '身份未核实', en: 'not checked' },
    confirmed_real_name: { zh: '确认实名', en: 'confirmed' },
    denied: { zh: '否认实名', en: 'denied' },
    unreachable: { zh: '无法联系', en: 'not reached' },
    impersonated: { zh: '冒名', en: 'impersonated' },
  },
  manner: {
    in_person: { zh: '直接送达', en: 'in person' },
    left_with_witness: { zh: '留置送达', en: 'left in the presence of a witness' },
    post: { zh: '邮寄送达', en: 'by post' },
    notice: { zh: '公告送达', en: 'by public notice' },
    phone: { zh: '电话', en: 'by telephone' },
    letter: { zh: '信函', en: 'by letter' },
    electronic: { zh: '电子送达', en: 'electronically' },
    other: { zh: '其他', en: 'otherwise' },
  },
  return_reason: {
    no_substance: { zh: '无实质内容', en: 'no substance' },
    other_body: { zh: '属于其他机关受理', en: 'another body is competent' },
  },
  reopen_reason: {
    new_evidence: { zh: '发现新的证据', en: 'new evidence' },
    superior_order: { zh: '上级机关要求', en: 'order of the superior body' },
    basis_set_aside: { zh: '原决定的依据被撤销', en: 'the basis of the decision was set aside' },
  },
  disposition: {
    letter_inquiry: { zh: '谈话函询', en: 'talk or letter of inquiry' },
    preliminary_verification: { zh: '初步核实', en: 'preliminary verification' },
    shelved: { zh: '暂存待查', en: 'shelved' },
    closed_no_action: { zh: '予以了结', en: 'ended' },
    sent_to_investigation: { zh: '移送审查调查', en: 'passed to investigation' },
  },
  finding: {
    fabricated: { zh: '捏造', en: 'fabricated' },
    untrue: { zh: '不属实', en: 'untrue' },
    seriously_inaccurate: { zh: '严重失实', en: 'seriously inaccurate' },
    partly_true: { zh: '部分属实', en: 'partly true' },
    not_proven: { zh: '查无实据', en: 'not proven' },
    true_minor: { zh: '属实但轻微', en: 'true, minor' },
    true: { zh: '属实', en: 'true' },
    true_error_in_duty: { zh: '属实但系履职失误', en: 'true, an error in duty' },
  },
  proposal: {
    close: { zh: '了结', en: 'close' },
    minor_handling: { zh: '谈话提醒、批评教育等', en: 'minor handling' },
    file_case: { zh: '立案', en: 'file a case' },
    transfer_criminal: { zh: '移送司法', en: 'pass on as an offence' },
  },
  escalation: {
    inconsistent: { zh: '说明前后矛盾', en: 'the reply is inconsistent' },
    evasive: { zh: '避重就轻', en: 'the reply is evasive' },
    serious_lead: { zh: '线索问题严重', en: 'the lead is serious' },
    no_reply: { zh: '未按期回复', en: 'no reply came' },
  },
  material: {
    document: { zh: '书证', en: 'document' },
    phone_note: { zh: '电话记录', en: 'note of a telephone call' },
    statement: { zh: '书面陈述', en: 'written statement' },
    electronic: { zh: '电子数据', en: 'electronic data' },
    physical: { zh: '物证', en: 'object' },
    expert_opinion: { zh: '鉴定意见', en: 'opinion of an expert' },
    interview: { zh: '谈话笔录', en: 'record of an interview' },
    explanation: { zh: '本人说明', en: 'explanation by the person' },
    other: { zh: '其他', en: 'other' },
  },
  opinion: {
    agree: { zh: '同意', en: 'agrees' },
    return: { zh: '退回', en: 'to be returned' },
  },
  decision: {
    dismiss: { zh: '撤销案件', en: 'the case is dismissed' },
    no_sanction: { zh: '不予处分', en: 'no sanction is imposed' },
    exempt: { zh: '免予处分', en: 'exempt from a sanction' },
    sanction: { zh: '给予处分', en: 'a sanction is imposed' },
  },
  measure: {
    warning: { zh: '警告', en: 'warning' },
    demerit: { zh: '记过', en: 'demerit' },
    major_demerit: { zh: '记大过', en: 'major demerit' },
    demotion: { zh: '降级、撤职', en: 'demotion or removal from the post' },
    discharge: { zh: '开除', en: 'dismissal from service' },
  },
  answer_if_known: {
    yes: { zh: '是', en: 'yes' },
    no: { zh: '否', en: 'no' },
    unknown: { zh: '不明', en: 'not known' },
  },
  origin: {
    false_accusation: { zh: '诬告认定', en: 'a matter of false accusation' },
    rectification: { zh: '整改', en: 'a rectification' },
    performance_review: { zh: '不担当情形研判', en: 'a performance review' },
  },
  vote: {
    for: { zh: '赞成', en: 'for' },
    against: { zh: '反对', en: 'against' },
    abstain: { zh: '弃权', en: 'abstains' },
  },
  disposal: {
    keep: { zh: '有效，予以保留', en: 'stands' },
    redo: { zh: '重新办理', en: 'to be done again' },
    exclude: { zh: '无效，不作为依据', en: 'does not count' },
  },
} as const satisfies Record<string, Readonly<Record<string, Words>>>;
