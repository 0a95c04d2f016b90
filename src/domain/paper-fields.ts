/**
 * The only facts of a case that a paper can say: an allow-list, each with who may read it and where it comes from.
 * Identities and the words of a report are in no field, so no template can print them (T10, T19).
 */
import {
  INTERNAL,
  SUBJECT,
  NOT_REPORTER,
  SIDES,
  field,
  data,
  context,
  officeText,
  textOf,
  type PaperField,
} from './paper-field.ts';
import { day, flag, listed, people, person, personOnFile, plain, unitNamed, words } from './paper-formats.ts';
import { AFTERWARDS_FIELDS } from './paper-fields-afterwards.ts';
import { REPORT_FIELDS } from './paper-fields-report.ts';
import { REVIEW_FIELDS } from './paper-fields-review.ts';

const FIELDS = {
  case_number: field('案件编号', 'Case', SIDES, plain, { meta: 'case' }),
  procedure: field('程序', 'Procedure', SIDES, plain, { meta: 'procedure' }),
  act: field('办理事项', 'Act', SIDES, plain, { meta: 'act' }),
  acted_on: field('办理日期', 'Done on', SIDES, day, { meta: 'actedOn' }),
  unit: field('所在单位', 'Unit', SUBJECT, unitNamed, { meta: 'unit' }),
  subject: field('当事人', 'Person concerned', NOT_REPORTER, person, context('subject')),
  assignee: field('承办人', 'Assigned to', INTERNAL, personOnFile, context('assignee')),
  participants: field('共同办理人员', 'Done together with', INTERNAL, people, data('participants')),

  // Texts of officials
  rules_reason: field(
    '适用该规则的理由',
    'Why these rules',
    SUBJECT,
    plain,
    textOf('/ruleVersion/reason', 'allegation.DECIDE'),
  ),
  reasons_given: field(
    '理由',
    'Reasons',
    SUBJECT,
    plain,
    textOf(
      '/reason',
      'allegation.FILE_CASE',
      'allegation.DECIDE',
      'allegation.CLOSE_WITH_MINOR_HANDLING',
      'allegation.ACCEPT_EXPLANATION',
      'rectification.RETURN_PLAN',
      'rectification.EXTEND_ITEM',
      'rectification.CANCEL',
    ),
  ),
  reason: field('理由', 'Reasons', INTERNAL, plain, officeText('/reason')),
  explanation: field('说明', 'Explanation', INTERNAL, plain, officeText('/explanation')),
  record: field('记录', 'Record', INTERNAL, plain, officeText('/record')),
  report: field('报告', 'Report', INTERNAL, plain, officeText('/report')),
  reply: field(
    '说明内容',
    'What the person says',
    INTERNAL,
    plain,
    textOf('/reply', 'allegation.SUBJECT_REPLIES'),
  ),
  statement: field('申请内容', 'Statement', INTERNAL, plain, officeText('/statement')),

  // Of every procedure
  stand_in: field('代行人员', 'Stand-in', INTERNAL, personOnFile, data('person')),
  stand_in_role: field('代行职责', 'Stands in as', INTERNAL, words('recipient'), data('role')),
  recused: field('被申请回避人员', 'Person', INTERNAL, personOnFile, data('person')),
  is_recused: field('是否回避', 'Stands aside', INTERNAL, flag, data('granted')),
  suspension_ground: field('中止事由', 'Ground', SIDES, listed('suspension_grounds'), data('ground')),
  extended_clock: field('延长的期限', 'Time limit', SIDES, words('clock'), data('clock')),
  extended_until: field('延长至', 'Extended until', SIDES, day, { due: ['*'] }),

  ...REPORT_FIELDS,
  ...REVIEW_FIELDS,
  ...AFTERWARDS_FIELDS,
} as const satisfies Record<string, PaperField>;

export type PaperFieldName = keyof typeof FIELDS;
export const PAPER_FIELDS: Readonly<Record<PaperFieldName, PaperField>> = FIELDS;
export const isPaperField = (name: string): name is PaperFieldName => Object.hasOwn(FIELDS, name);
