/** Words of the help drawer. */
import { area } from './area.ts';

export const useHelpWords = area('help', {
  title: ['帮助', 'Help'],
  keys: ['本页快捷键', 'Keys on this page'],
  keysNote: [
    '输入文字或使用输入法时单键快捷键不起作用；快捷键可在“我的账号”中关闭。',
    'Single keys do nothing while you type or compose with an input method. They can be switched off in My account.',
  ],
  key: ['按键', 'Key'],
  does: ['作用', 'Does'],
  more: ['其他', 'More'],
  api: ['接口文档', 'API documentation'],
  portal: ['举报与查询入口', 'Portal for reporters'],
});
