/**
 * Fields of papers that come after the first decision: false accusation, sanction periods, appeals, performance. An appeal
 * may be the reporter's, so what its papers say of it may be read by any party, and never says whose it is.
 */
import {
  context,
  data,
  field,
  INTERNAL,
  NOT_REPORTER,
  officeText,
  SIDES,
  SUBJECT,
  textOf,
  type PaperField,
} from './paper-field.ts';
import { day, each, flag, listed, plain, sanction, track, words } from './paper-formats.ts';

export const AFTERWARDS_FIELDS = {
  // False accusation: that it was traced, never whom it brought
  traced_complaint: field('所追查的检举控告', 'Complaint traced', INTERNAL, plain, data('complaint')),
  tracing_ground: field('追查事由', 'Ground', INTERNAL, listed('tracing_grounds'), data('ground')),
  tracing_level: field('批准层级', 'Level', INTERNAL, words('tracing_level'), data('level')),
  approval: field('批准文号', 'Approval', INTERNAL, plain, data('approval'), context('approval')),
  was_found: field('是否查明', 'Author found', INTERNAL, flag, data('isFound')),
  accusation_proposal: field(
    '拟认定结果',
    'Proposed result',
    INTERNAL,
    words('accusation'),
    data('proposal'),
  ),
  accusation_result: field(
    '认定结果',
    'Result',
    NOT_REPORTER,
    words('accusation'),
    data('result'),
    context('result'),
  ),
  is_fabrication_proven: field(
    '捏造是否查实',
    'Fabrication proven',
    INTERNAL,
    flag,
    context('isFabricationProven'),
  ),
  is_intent_proven: field('故意是否查实', 'Intent proven', INTERNAL, flag, context('isIntentProven')),
  accusation_evidence: field('证据编号', 'Evidence', INTERNAL, each(plain), context('evidence')),
  aggravations: field(
    '从重情形',
    'Aggravations',
    INTERNAL,
    each(listed('false_accusation_aggravations')),
    context('aggravations'),
  ),
  gains: field('须纠正的不当利益', 'To be undone', INTERNAL, each(words('gain')), data('gains')),
  competent_organ: field('主管机关', 'Competent organ', ['internal', 'outside'], plain, data('organ')),
  published_in: field('公布范围', 'Made known in', SUBJECT, words('circle'), data('circle')),

  // Sanction period and return to service
  sanction_track: field('处分类别', 'Track', SUBJECT, track, context('track')),
  sanctions: field('处分种类', 'Sanctions', SUBJECT, each(sanction, 'measure'), context('sanctions')),
  effective_on: field('生效日期', 'In effect from', SUBJECT, each(day, 'effectiveOn'), context('sanctions')),
  months: field('处分期（月）', 'Months', SUBJECT, plain, context('months')),
  period_until: field('处分期至', 'Period until', SUBJECT, day, { due: ['service.period'] }),
  visit_grade: field('回访评价', 'Grade of the visit', INTERNAL, words('grade'), data('grade')),
  lifted_on: field('解除日期', 'Lifted on', SUBJECT, day, context('liftedOn')),
  post: field('拟任职务', 'Post', INTERNAL, plain, data('post')),
  meets_conditions: field(
    '是否符合任职条件',
    'Meets the conditions of the post',
    INTERNAL,
    flag,
    data('meetsConditionsOfPost'),
  ),
  is_clean: field('廉洁情况是否符合要求', 'Record is clean', INTERNAL, flag, data('isClean')),
  opinion_text: field('意见', 'Opinion', INTERNAL, plain, officeText('/opinion')),
  use_result: field('使用决定', 'Decision on use', SUBJECT, words('use'), data('result')),
  execution_duty: field(
    '执行事项',
    'What was done',
    INTERNAL,
    words('execution'),
    data('duty'),
    data('item'),
  ),
  done_on: field('完成日期', 'Done on', SIDES, day, data('doneOn')),
  execution_outcome: field('办理结果', 'Outcome', INTERNAL, words('execution_outcome'), data('outcome')),

  // Appeal
  appealed_case: field('原案件编号', 'Case appealed against', INTERNAL, plain, context('on')),
  appeal_track: field('申诉类别', 'Track of appeal', SIDES, track, context('track')),
  appeal_step: field('申诉环节', 'Step', SIDES, plain, context('step')),
  appeal_due_on: field('申请期限', 'File by', SIDES, day, { due: ['appeal.window'] }),
  appeal_received_on: field('收到日期', 'Received on', SIDES, day, context('receivedOn')),
  is_late: field('是否逾期', 'Late', INTERNAL, flag, context('isLate')),
  appeal_missing: field('应当补正的材料', 'What is missing', SIDES, each(plain), data('missing')),
  appeal_cure_due_on: field('补正期限', 'Complete by', SIDES, day, { due: ['appeal.cure'] }),
  appeal_refusal: field('不予受理情形', 'Reason', SIDES, words('appeal_refusal'), data('reason')),
  appeal_explanation: field(
    '说明',
    'Explanation',
    SIDES,
    plain,
    textOf('/explanation', 'appeal.ASK_CURE', 'appeal.REFUSE_INTAKE'),
  ),
  appeal_result: field('申诉处理结果', 'Result', SIDES, words('appeal_result'), context('result')),
  appeal_ground: field('依据的情形', 'Ground', SIDES, words('appeal_ground'), context('ground')),
  appeal_reasons: field('理由', 'Reasons', SIDES, plain, textOf('/reason', 'appeal.DECIDE')),
  varied_to: field('变更后的决定', 'Varied to', SIDES, words('decision'), data('decision')),
  varied_measure: field('变更后的处分', 'Varied sanction', SIDES, sanction, data('measure')),
  to_do: field('应当执行的事项', 'To be carried out', SUBJECT, each(words('execution')), context('toDo')),
  done: field('已执行的事项', 'Carried out', INTERNAL, each(words('execution'), 'item'), context('done')),
  restored_in: field('恢复名誉范围', 'Name restored in', SIDES, words('circle'), data('circle')),

  // Performance review
  period: field('研判周期', 'Period', INTERNAL, plain, context('period')),
  signals: field('研判信号', 'Signals', INTERNAL, each(plain, 'signal'), context('signals')),
  review_result: field('研判结论', 'Result', INTERNAL, words('performance'), data('result')),
} as const satisfies Record<string, PaperField>;
