/**
 * Words for codes that carry none where they are declared: dispositions, clocks, effects and the like. Typed by the codes
 * themselves, so that a new code without its Chinese term and its line does not compile.
 */
import type { ClockKey } from '../../domain/clock-keys.ts';
import type { EffectKind, LinkType } from '../../domain/effect.ts';
import type { DayKind } from '../../domain/calendar.ts';
import type { Duty } from '../../domain/duty.ts';
import type { Unit } from '../../domain/limit.ts';
import type { ListName } from '../../domain/profile.ts';
import type { Role, Words } from '../../domain/vocabulary.ts';
import type { RefusalReason } from '../../engine/step.ts';
import type { Decision, Disposition, MATERIALS, Measure } from '../../machines/allegation-events.ts';
import type { Circle, Form } from '../../machines/clarification.machine.ts';
import type { CHANNELS } from '../../machines/complaint-events.ts';
import type {
  DELIVERY_MANNERS,
  INTAKE_REFUSALS,
  REVOCATION_GROUNDS,
} from '../../machines/tolerance-review-events.ts';

type WordsFor<Code extends string> = Readonly<Record<Code, Words>>;

/** What each role is there for; what it may fire is in the tables of events. */
export const ROLE_LINES: Readonly<Record<Role, string>> = {
  reporter: 'who reports; sees the own report and where it stands',
  subject: 'who is reported; explains, applies, asks for a recusal',
  subject_unit: 'the party organisation of the unit of that person; applies, carries out clarification',
  reception_officer: 'takes in, registers, checks identity, routes; does not investigate',
  identity_custodian: 'keeps the sealed identity slips; no event of its own yet',
  handler: 'verifies, records evidence, drafts, visits; two or more for an interview or a report',
  handling_dept_head: 'proposes after collective study, accepts, completes, closes',
  case_supervisor: 'sees clocks, is told of overruns, files and archives',
  reviewer: 'checks facts, procedure and law of a case; has not investigated it',
  approver_incharge: 'approves dispositions, extensions, clarifications; suspends and resumes',
  approver_head: 'approves findings, files cases, decides on recusals, reopens',
  collegial_body: 'decides on sanctions and on tolerance, as a body with votes',
  tolerance_panel: 'is consulted on tolerance; may send a proposal back',
  org_personnel: 'receives copies and notices on personnel moves; may bring in a report',
  superior_body: 'decides on the recusal of the head, designates stand-ins, may reopen',
  appeals_panel: 'reserved for the appeal, which is not built yet',
  auditor: 'reads the whole journal and no case',
  api_client: 'a connected system: opens complaints, reads every case, adds notes',
  system: 'the engine: links between cases and clocks; nobody can hold it',
};

export const DUTY_LINES: Readonly<Record<Duty, string>> = {
  received: 'taken on by registering, checking identity, routing, accepting, handing over',
  handled: 'taken on by proposing, recording evidence, reporting, assessing, hearing, closing',
  approved: 'taken on by approving, returning, filing, withholding, refusing intake',
  case_reviewed: 'taken on by reviewing a case, or sending a clarification back from the joint check',
  decided: 'taken on by every member of the body that decided',
  heard_appeal: 'reserved for the appeal, which is not built yet',
};

export const DISPOSITION_WORDS: WordsFor<Disposition> = {
  letter_inquiry: { zh: '谈话函询', en: 'ask the person, in a talk or by letter' },
  preliminary_verification: { zh: '初步核实', en: 'check the facts before a case is filed' },
  shelved: { zh: '暂存待查', en: 'keep until it can be checked; looked at again by a clock' },
  closed_no_action: { zh: '予以了结', en: 'end it' },
  sent_to_investigation: { zh: '移送审查调查', en: 'pass it to the investigation department' },
};

export const DECISION_WORDS: WordsFor<Decision> = {
  dismiss: { zh: '撤销案件', en: 'facts not established' },
  no_sanction: { zh: '不予处分', en: 'no measure is imposed' },
  exempt: { zh: '免予处分', en: 'a fault, and no sanction' },
  sanction: { zh: '给予处分', en: 'a sanction, with its measure' },
};

export const MEASURE_WORDS: WordsFor<Measure> = {
  warning: { zh: '警告', en: 'warning' },
  demerit: { zh: '记过', en: 'demerit' },
  major_demerit: { zh: '记大过', en: 'major demerit' },
  demotion: { zh: '降级、撤职', en: 'demotion or removal from the post' },
  discharge: { zh: '开除', en: 'dismissal from service' },
};

export const MATERIAL_WORDS: WordsFor<(typeof MATERIALS)[number]> = {
  document: { zh: '书证', en: 'document' },
  phone_note: { zh: '电话记录', en: 'note of a telephone call' },
  statement: { zh: '书面陈述', en: 'written statement' },
  electronic: { zh: '电子数据', en: 'electronic data' },
  physical: { zh: '物证', en: 'object' },
  expert_opinion: { zh: '鉴定意见', en: 'opinion of an expert' },
  other: { zh: '其他', en: 'anything else' },
};

export const CHANNEL_WORDS: WordsFor<(typeof CHANNELS)[number]> = {
  web: { zh: '网络', en: 'web portal' },
  letter: { zh: '来信', en: 'letter' },
  visit: { zh: '来访', en: 'visit' },
  phone: { zh: '来电', en: 'telephone' },
  email: { zh: '电子邮件', en: 'e-mail' },
  inspection: { zh: '巡视巡察', en: 'inspection' },
  other_organ: { zh: '其他机关移送', en: 'passed on by another organ' },
  media: { zh: '媒体反映', en: 'media' },
  other: { zh: '其他', en: 'anything else' },
};

export const CIRCLE_WORDS: WordsFor<Circle> = {
  person: { zh: '本人', en: 'the person alone' },
  department: { zh: '部门', en: 'the department' },
  unit: { zh: '单位', en: 'the unit' },
  system: { zh: '系统', en: 'all units of the line' },
  public: { zh: '社会', en: 'the public' },
};

export const FORM_WORDS: WordsFor<Form> = {
  written: { zh: '书面澄清', en: 'letter; any other form has to be accompanied by it' },
  in_person: { zh: '当面澄清', en: 'face to face' },
  meeting: { zh: '会议澄清', en: 'in a meeting' },
  circular: { zh: '通报澄清', en: 'by circular' },
};

export const DELIVERY_WORDS: WordsFor<(typeof DELIVERY_MANNERS)[number]> = {
  in_person: { zh: '直接送达', en: 'handed over' },
  left_with_witness: { zh: '留置送达', en: 'left in the presence of a witness' },
  post: { zh: '邮寄送达', en: 'by post' },
  notice: { zh: '公告送达', en: 'by public notice' },
};

export const INTAKE_REFUSAL_WORDS: WordsFor<(typeof INTAKE_REFUSALS)[number]> = {
  not_competent: { zh: '不属于本机关受理范围', en: 'another body is competent' },
  no_accountability_matter: { zh: '没有问责事项', en: 'nobody is held to account' },
  duplicate: { zh: '重复申请', en: 'it was applied for already' },
  late_without_reason: { zh: '无正当理由逾期', en: 'late; the duty to look ex officio stays' },
};

export const REVOCATION_WORDS: WordsFor<(typeof REVOCATION_GROUNDS)[number]> = {
  concealed_facts: { zh: '隐瞒事实', en: 'facts were concealed' },
  new_evidence: { zh: '出现新证据', en: 'new evidence came up' },
  private_gain: { zh: '发现谋取私利', en: 'private gain was found' },
};

export const CLOCK_WORDS: WordsFor<ClockKey> = {
  'report.receipt_ack': { zh: '告知收到', en: 'acknowledge the receipt' },
  'report.route_out': { zh: '转送', en: 'pass on what another body has to handle' },
  'report.accept_notice': { zh: '受理告知', en: 'tell a reporter under a real name' },
  'report.hand_over': { zh: '移交承办部门', en: 'hand over what was accepted' },
  'report.disposition': { zh: '线索处置', en: 'approve a disposition' },
  'report.letter_reply': { zh: '函询答复', en: 'reply to the letter, from its delivery' },
  'report.explanation_report': { zh: '说明审核', en: 'report on the reply' },
  'report.verify': { zh: '核查', en: 'verify, until the finding is approved' },
  'report.file_decision': { zh: '立案决定', en: 'decide whether a case is filed' },
  'report.minor_handling': { zh: '谈话批评等处理', en: 'carry out minor handling' },
  'report.case_decision': { zh: '案件决定', en: 'decide a filed case' },
  'report.feedback': { zh: '结果反馈', en: 'tell the reporter the result' },
  'report.dept_feedback': {
    zh: '部门结果反馈',
    en: 'quarterly table to reception; no procedure starts it yet',
  },
  'report.close': { zh: '办结归档', en: 'close the complaint once nothing in it is open' },
  'report.shelf_review': { zh: '暂存线索清理', en: 'look again at what was shelved' },
  'report.suspension_review': { zh: '中止复查', en: 'look again at a suspension' },
  'recusal.decide': { zh: '回避决定', en: 'decide on a recusal' },
  'clar.assess': { zh: '澄清评估', en: 'assess whether clarification is needed' },
  'clar.review': { zh: '会商审核', en: 'joint check' },
  'clar.approve': { zh: '澄清审批', en: 'approve' },
  'clar.carry_out': { zh: '澄清实施', en: 'carry out every approved form' },
  'clar.follow_up': { zh: '回访', en: 'visit the person afterwards' },
  'clar.archive': { zh: '澄清归档', en: 'archive the volume' },
  'fa.investigate': { zh: '诬告核查', en: 'false accusation; not built yet' },
  'fa.approve': { zh: '诬告认定审批', en: 'false accusation; not built yet' },
  'tol.apply': { zh: '容错申请', en: 'apply, from the notice of the right' },
  'tol.accept': { zh: '容错受理', en: 'accept, refuse or ask for papers' },
  'tol.cure': { zh: '材料补正', en: 'complete the papers' },
  'tol.verify': { zh: '容错核查', en: 'verify, until the report is in' },
  'tol.decide': { zh: '容错认定', en: 'decide, as a body' },
  'tol.deliver': { zh: '认定送达', en: 'deliver the decision' },
  'tol.record': { zh: '认定备案', en: 'report and file the decision' },
  'prefile.screen': { zh: '报备初审', en: 'ex-ante filing; not built yet' },
  'rect.plan': { zh: '整改方案', en: 'rectification; not built yet' },
  'rect.item': { zh: '整改事项', en: 'rectification; not built yet' },
  'rect.check': { zh: '整改验收', en: 'rectification; not built yet' },
  'rect.look_back': { zh: '整改回头看', en: 'rectification; not built yet' },
};

export const UNIT_WORDS: WordsFor<Unit> = {
  working_day: { zh: '工作日', en: 'holidays out, make-up working days in' },
  calendar_day: { zh: '日', en: 'every day counts' },
  month: { zh: '月', en: 'to the corresponding date, or the last day of a shorter month' },
  quarter: { zh: '季度', en: 'to the end of the calendar quarter' },
  second: { zh: '秒', en: 'for drills: exact time, no calendar' },
};

export const DAY_WORDS: WordsFor<DayKind> = {
  working: { zh: '工作日', en: 'a plain working day' },
  make_up: { zh: '调休上班日', en: 'a day of the weekend that is worked' },
  weekend: { zh: '周末', en: 'not worked' },
  holiday: { zh: '节假日', en: 'not worked' },
};

export const LIST_WORDS: WordsFor<ListName> = {
  tolerance_conditions: { zh: '容错条件', en: 'all have to hold' },
  tolerance_exclusions: { zh: '不予容错情形', en: 'none may hold' },
  clarification_grounds: { zh: '应当澄清情形', en: 'one makes a clarification needed' },
  clarification_refusals: { zh: '不予澄清理由', en: 'one is named where nothing is clarified' },
  non_acceptance_reasons: { zh: '不予受理情形', en: 'one is named on declining' },
  suspension_grounds: { zh: '中止事由', en: 'one is named on suspending' },
  recusal_grounds: { zh: '回避事由', en: 'one is named on asking for a recusal' },
  late_reasons: { zh: '逾期理由', en: 'why an application came late' },
  retained_reasons: { zh: '留存、了结理由', en: 'why a lead is shelved or ended' },
  minor_handling: { zh: '轻微处理方式', en: 'how a minor matter ends' },
};

export const EFFECT_WORDS: WordsFor<EffectKind> = {
  start_clock: { zh: '起算期限', en: 'a clock starts; `isOff` where the profile switches it off' },
  stop_clock: { zh: '停止期限', en: 'it ends, met or not' },
  pause_clock: { zh: '中止期限', en: 'it stands still' },
  resume_clock: { zh: '恢复期限', en: 'it runs again, with the days given back' },
  extend_clock: { zh: '延长期限', en: 'by the amount and cap of the profile' },
  pause_clocks: { zh: '中止相关期限', en: 'suspension: the clocks the profile names' },
  resume_clocks: { zh: '恢复相关期限', en: 'resumption: the same' },
  stop_all_clocks: { zh: '停止全部期限', en: 'every way into a closed state' },
  open_case: { zh: '发起关联案件', en: 'a linked case opens in the same step' },
  send_event: { zh: '通知关联案件', en: 'a linked case takes an event in the same step' },
  issue_document: { zh: '应出文书', en: 'which paper is owed, and to whom; drawing it is not built yet' },
  notify: { zh: '应告知', en: 'who is to be told; sending it is not built yet' },
  request_recusal: { zh: '登记回避申请', en: 'the person may not act from now on' },
  decide_recusal: { zh: '登记回避决定', en: 'the person stands aside for good, or may act again' },
  record: { zh: '仅作记录', en: 'an entry in the journal and nothing else' },
};

export const LINK_WORDS: WordsFor<LinkType> = {
  allegation_of: { zh: '问题—检举控告', en: 'an allegation and its complaint' },
  clarifies: { zh: '澄清—问题', en: 'a clarification and its allegation' },
  reviews_tolerance_of: { zh: '容错—问题', en: 'a tolerance review and an allegation' },
  duplicate_of: { zh: '重复件—原件', en: 'a complaint and the one it repeats or went into' },
};

/** What a case may owe. The rows write these codes and no type lists them; `tests/vocabulary.test.ts` asks for each. */
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
};

export const REFUSAL_WORDS: Readonly<Record<RefusalReason, Words & { readonly status: string }>> = {
  unknown_event: { zh: '没有该事项', en: 'the procedure has no such event', status: '422' },
  not_in_this_state: { zh: '当前状态不接受', en: 'the present state does not take it', status: '409' },
  person: { zh: '不能由该人办理', en: 'role, recusal, separation of duties, too few persons', status: '403' },
  guard: { zh: '条件未满足', en: 'a condition is not met; `guard` names it', status: '409' },
};
