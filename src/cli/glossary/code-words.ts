/**
 * Words for codes that carry none where they are declared: dispositions, clocks, effects and the like. Typed by the codes
 * themselves, so that a new code without its Chinese term and its line does not compile.
 */
import type { EffectKind, LinkType } from '../../domain/effect.ts';
import type { DayKind } from '../../domain/calendar.ts';
import type { Duty } from '../../domain/duty.ts';
import type { Unit } from '../../domain/limit.ts';
import type { ListName } from '../../domain/profile.ts';
import type { Role, Words } from '../../domain/vocabulary.ts';
import type { RefusalReason } from '../../engine/step.ts';
import type { Decision, Disposition, MATERIALS, Measure } from '../../machines/allegation-events.ts';
import type { Circle, Form } from '../../machines/clarification-events.ts';
import type { CHANNELS } from '../../machines/complaint-events.ts';
import type { ACCUSER_KINDS, GAINS } from '../../machines/false-accusation-events.ts';
import type { REVIEW_RESULTS, SOURCES } from '../../machines/performance-review-events.ts';
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
  reviewer:
    'checks facts, procedure and law of a case that others investigated; takes a second look at signals',
  approver_incharge: 'approves dispositions, extensions, clarifications; suspends and resumes',
  approver_head: 'approves findings, files cases, decides on recusals, reopens',
  collegial_body:
    'decides on sanctions, tolerance, false accusations and leads of a performance review, as a body',
  tolerance_panel:
    'is consulted on tolerance; may send a proposal back; accepts or refuses filed risks, as a body',
  org_personnel:
    'registers sanctions, reviews use, carries out what an appeal changed, reviews performance; may bring in a report',
  superior_body:
    'decides on the recusal of the head, false accusations, tracings, further steps of an appeal; designates, may reopen',
  appeals_panel: 'hears an appeal within the body; nobody who acted in the original case',
  auditor: 'reads the whole journal and no case',
  api_client: 'a connected system: opens complaints, reads every case, adds notes, asks who may be promoted',
  system: 'the engine: links between cases and clocks; nobody can hold it',
};

export const DUTY_LINES: Readonly<Record<Duty, string>> = {
  received: 'taken on by registering, checking identity, routing, accepting, handing over',
  handled: 'taken on by proposing, recording evidence, reporting, assessing, hearing, closing',
  approved: 'taken on by approving, returning, filing, withholding, refusing intake',
  case_reviewed:
    'taken on by reviewing a case, by a joint check, passed or sent back, or by a second look at a signal',
  decided: 'taken on by every member of the body that decided',
  heard_appeal: 'heard or decided an appeal',
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
  own_finding: { zh: '本机关发现', en: 'found by this body in another procedure' },
  other: { zh: '其他', en: 'anything else' },
};

export const ACCUSER_KIND_WORDS: WordsFor<(typeof ACCUSER_KINDS)[number]> = {
  official: { zh: '公职人员或者党员', en: 'an official or party member; a new case opens here' },
  other: { zh: '其他人员', en: 'anybody else; passed to the competent organ' },
};

export const GAIN_WORDS: WordsFor<(typeof GAINS)[number]> = {
  post: { zh: '职务职级', en: 'a post or rank' },
  honour: { zh: '荣誉', en: 'an honour' },
  other: { zh: '其他利益', en: 'anything else' },
};

export const SIGNAL_SOURCE_WORDS: WordsFor<(typeof SOURCES)[number]> = {
  inspection: { zh: '巡视巡察、督查', en: 'inspection' },
  appraisal: { zh: '考核', en: 'appraisal' },
  audit: { zh: '审计', en: 'audit' },
  petition: { zh: '信访', en: 'petitions' },
};

export const REVIEW_RESULT_WORDS: WordsFor<(typeof REVIEW_RESULTS)[number]> = {
  no_lead: { zh: '无问责线索', en: 'nothing follows' },
  talk: { zh: '谈话提醒', en: 'a talk' },
  adjustment: { zh: '调整岗位', en: 'an adjustment of post; no sanction' },
  accountability_lead: { zh: '问责线索', en: 'a lead: a complaint opens' },
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

export { CLOCK_WORDS } from '../../domain/clock-words.ts';

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
  false_accusation_aggravations: { zh: '诬告从重情形', en: 'each makes a false accusation graver' },
  tracing_grounds: { zh: '追查匿名人事由', en: 'one is named on asking to trace an anonymous reporter' },
  risk_matters: { zh: '可报备事项', en: 'what a unit may file before it acts' },
  use_review_bars: { zh: '不得使用情形', en: 'one bars use after a sanction' },
  sham_kinds: { zh: '不担当情形', en: 'kinds of sham performance, each mapped to one of the six' },
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
  issue_document: { zh: '应出文书', en: 'which paper is owed, and to whom; it is drawn after the step' },
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
  examines_accuser_of: { zh: '诬告核查—问题', en: 'a matter of false accusation and its allegation' },
  corrects: { zh: '整改—原决定', en: 'a rectification and what it corrects' },
  serves_sanction_of: { zh: '处分期—决定', en: 'a sanction period and the decision' },
  appeals_against: { zh: '申诉—原决定', en: 'an appeal and what it is against' },
  relies_on: { zh: '容错—事前报备', en: 'a tolerance review and a filing of risk' },
  arises_from: { zh: '新线索—来源', en: 'a complaint and the matter it came up in' },
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
  personnel_file_entry: { zh: '处分决定归入人事档案', en: 'the decision goes into the personnel file' },
  post_and_pay_changes: { zh: '办理职务、级别、工资变更', en: 'post, rank and pay have to be changed' },
  execution_report: { zh: '报告执行情况', en: 'the deciding body has to be told that it was carried out' },
};

export const REFUSAL_WORDS: Readonly<Record<RefusalReason, Words & { readonly status: string }>> = {
  unknown_event: { zh: '没有该事项', en: 'the procedure has no such event', status: '422' },
  not_in_this_state: { zh: '当前状态不接受', en: 'the present state does not take it', status: '409' },
  person: { zh: '不能由该人办理', en: 'role, recusal, separation of duties, too few persons', status: '403' },
  guard: { zh: '条件未满足', en: 'a condition is not met; `guard` names it', status: '409' },
};
