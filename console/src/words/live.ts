/** Words of what happens while somebody looks on: changes, who is here, no line, the end of a session. */
import { area } from './area.ts';

export const useLiveWords = area('live', {
  changed: ['{{count}} 件案件有更新', { one: '{{count}} case changed', other: '{{count}} cases changed' }],
  changedRefresh: [
    '有 {{count}} 件更新，点击刷新',
    {
      one: '{{count}} case changed. Show it',
      other: '{{count}} cases changed. Show them',
    },
  ],
  viewing: ['正在查看', ' is viewing'],
  editing: ['正在编辑', ' is editing'],
  and: ['，', ', '],
  present: ['还有谁在', 'Who else is here'],
  offline: ['网络已断开。', 'You are offline.'],
  asOf: ['以下内容截至 {{at}}。', 'What you see is as of {{at}}.'],
  offlineWrites: [
    '离线期间不能提交，已填写的内容仍在本页。',
    'Nothing can be sent while you are offline; what you typed stays on this page.',
  ],
  onlineAgain: ['网络已恢复，内容正在更新。', 'You are online again; everything is being read anew.'],
  ending: ['会话即将结束，是否继续？', 'Your session is about to end. Continue?'],
  endingForGood: [
    '会话已达最长时限，即将结束。请提交或者保存已填写的内容。',
    'Your session reaches its longest time and is about to end. Send or save what you typed.',
  ],
  minutesLeft: [
    '剩余不到 {{count}} 分钟。',
    { one: 'Less than {{count}} minute left.', other: 'Less than {{count}} minutes left.' },
  ],
  continue: ['继续', 'Continue'],
  over: ['会话已结束', 'Your session is over'],
  overText: [
    '请重新登录。已填写的内容仍在本页，登录后可继续。',
    'Sign in again. What you typed is still on the page, and you go on where you were.',
  ],
  leave: ['不再继续，离开本页', 'Leave this page instead'],
});
