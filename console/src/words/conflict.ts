/** Words for two people in one case. */
import { area } from './area.ts';

export const useConflictWords = area('conflict', {
  title: ['该案件在您填写期间已被更新。', 'This case was updated while you typed.'],
  updated: ['该案件已由 {{who}} 于 {{at}} 更新。', '{{who}} updated this case at {{at}}.'],
  kept: ['您填写的内容仍在。', 'What you typed is kept.'],
  since: ['此间的变化：', 'What changed since:'],
  reapply: ['按最新状态重填', 'Reapply to latest'],
  discard: ['放弃我的填写', 'Discard my entry'],
});
