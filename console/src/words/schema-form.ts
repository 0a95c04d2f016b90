/** Words of a form that is drawn from a schema: its own, not those of its fields. */
import { area } from './area.ts';

export const useFormWords = area('schema-form', {
  summary: [
    '有 {{count}} 处需要更正',
    { one: '{{count}} thing has to be put right', other: '{{count}} things have to be put right' },
  ],
  more: ['更多选项', 'More'],
  add: ['新增一条', 'Add another'],
  addTo: ['{{label}}：新增一条', '{{label}}: add another'],
  remove: ['删除', 'Remove'],
  removeAt: ['删除{{label}}第 {{at}} 条', 'Remove {{label}} {{at}}'],
  at: ['第 {{at}} 条', 'No. {{at}}'],
  none: ['尚未添加', 'None so far'],
  added: ['已添加第 {{at}} 条', 'No. {{at}} was added'],
  removed: ['已删除第 {{at}} 条', 'No. {{at}} was removed'],
  choose: ['请选择', 'Choose'],
  optional: ['不填', 'Leave out'],
  needed: ['请填写“{{label}}”', 'Enter: {{label}}'],
  tooLong: ['不得超过 {{most}} 个字符', 'At most {{most}} characters'],
  count: ['{{count}}/{{most}} 字', '{{count}} of {{most}} characters'],
  lines: ['每行一项', 'One a line'],
  zone: ['按 {{zone}} 时间', 'Time of {{zone}}'],
  evidenceNone: ['本案尚无证据材料', 'This case has no evidence yet'],
  nothingToFill: ['此事项无须填写内容。', 'There is nothing to fill in.'],
  unknown: ['本页无法显示此项', 'This page cannot draw this field'],
});
