/**
 * What an event is called that stands in several rows, one for each choice it leaves: the name for all of them. Where it is
 * done or shown as done, the label of its row counts. `tests/words.test.ts` asks for each.
 */
import type { Words } from '../vocabulary.ts';

export const EVENT_WORDS: Readonly<Partial<Record<string, Words>>> = {
  'complaint.ROUTE_OUT': { zh: '转送', en: 'Route out' },
  'complaint.ALLEGATION_REOPENED': { zh: '一个问题重新办理', en: 'An allegation was taken up again' },
  'complaint.DUPLICATE_LINKED': { zh: '关联重复件', en: 'Another piece was linked' },
  'allegation.APPROVE_DISPOSITION': { zh: '批准处置意见', en: 'Approve the disposition' },
  'allegation.SUBMIT_VERIFICATION_REPORT': { zh: '提交核查报告', en: 'Submit the report' },
  'allegation.REVIEW_CASE': { zh: '案件审理', en: 'Review the case' },
  'allegation.DECIDE': { zh: '集体决定', en: 'Decide the case' },
  'allegation.CLOSE': { zh: '随检举控告了结', en: 'Closed with the complaint' },
  'clarification.FINDING_APPROVED': { zh: '重新核查结论', en: 'The finding was approved anew' },
  'clarification.CONSULT_SUBJECT': { zh: '征求本人意见', en: 'Consult the subject' },
  'false_accusation.APPROVE_TRACING': { zh: '批准追查', en: 'Approve the tracing' },
  'false_accusation.REFUSE_TRACING': { zh: '不予批准追查', en: 'Refuse the tracing' },
  'false_accusation.RETURN_FOR_MORE': { zh: '退回补充核查', en: 'Return for more verification' },
  'false_accusation.REFUSE': { zh: '上级不予认定诬告', en: 'Refuse, from above' },
  'false_accusation.DECIDE': { zh: '集体认定', en: 'Decide, as a body' },
  'false_accusation.CONCLUDE': { zh: '批准结论', en: 'Conclude' },
  'false_accusation.HANDLE': { zh: '处理诬告人', en: 'Set going what follows' },
  'false_accusation.SET_ASIDE': { zh: '撤销诬告认定', en: 'Set aside what was established' },
  'tolerance_review.OPEN_EX_OFFICIO': { zh: '依职权启动', en: 'Open ex officio' },
  'tolerance_review.APPLY': { zh: '申请容错', en: 'Apply for tolerance' },
  'tolerance_review.DELIVER': { zh: '送达', en: 'Deliver' },
  'tolerance_review.WITHDRAW': { zh: '撤回申请', en: 'Withdraw the application' },
  'risk_filing.SCREEN': { zh: '初审', en: 'Screen' },
  'risk_filing.DEADLINE_PASSED': { zh: '期限届满', en: 'A deadline passed' },
  'rectification.CHECK': { zh: '验收', en: 'Check' },
  'rectification.DEADLINE_PASSED': { zh: '期限届满', en: 'A deadline passed' },
  'rectification.LOOK_BACK': { zh: '回头看', en: 'Look back' },
  'return_to_service.DEADLINE_PASSED': { zh: '期限届满', en: 'A deadline passed' },
  'return_to_service.CONFIRM_LIFT': { zh: '解除处分', en: 'Lift the sanction' },
  'return_to_service.DECIDE_USE': { zh: '使用决定', en: 'Decide on use' },
  'appeal.FILE': { zh: '提出申诉', en: 'File' },
  'appeal.DEADLINE_PASSED': { zh: '期限届满', en: 'A deadline passed' },
  'appeal.DECIDE': { zh: '申诉决定', en: 'Decide the appeal' },
  'appeal.DELIVER': { zh: '送达申诉决定', en: 'Deliver the decision' },
  'performance_review.REVIEW_SIGNAL': { zh: '信号复核', en: 'Second look at a signal' },
  'performance_review.CONCLUDE': { zh: '研判办结', en: 'Conclude' },
};
