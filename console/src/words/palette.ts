/** Words of the command palette. */
import { area } from './area.ts';

export const usePaletteWords = area('palette', {
  seek: ['案件编号、页面、操作', 'Case number, page or action'],
  found: ['可选项', 'What can be chosen'],
  steps: ['本案下一步', 'Next steps of this case'],
  cases: ['案件', 'Cases'],
  pages: ['页面', 'Pages'],
  keys: ['本页操作', 'Actions on this page'],
  search: ['更多案件', 'More cases'],
  seekInQueue: ['在工作台中搜索“{{what}}”', 'Search the work queue for “{{what}}”'],
  count: ['{{count}} 项', { one: '{{count}} entry', other: '{{count}} entries' }],
  none: ['没有匹配的内容', 'Nothing matches'],
  seeking: ['正在搜索案件…', 'Searching for cases …'],
  failed: ['案件未能搜索', 'Cases could not be searched'],
  keysNote: [
    '用上下方向键选择，按 Enter 执行，按 Esc 关闭。',
    'Arrow keys choose, Enter goes there or does it, Esc closes.',
  ],
});
