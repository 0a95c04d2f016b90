/** Every word of the portal's pages, in both languages; what statuses and kinds of message are called stands in the domain. */
import type { Locale } from '../../contract/problems.ts';
import type { Words } from '../../domain/vocabulary.ts';

export const WORDS = {
  portal: { zh: '举报与查询', en: 'Report and check progress' },
  skip: { zh: '跳到正文', en: 'Skip to the content' },
  ways: { zh: '栏目', en: 'Sections' },
  otherLanguage: { zh: 'English', en: '中文' },
  start: { zh: '首页', en: 'Start' },
  report: { zh: '我要举报', en: 'Make a report' },
  status: { zh: '查询办理进度', en: 'Check progress' },
  startWhat: {
    zh: '您可以在此反映违纪违法、失职失责等问题。不需要注册，不使用 Cookie，不记录您的网络地址。',
    en: 'Report misconduct or neglect of duty here. There is no account and no cookie, and your network address is not recorded.',
  },
  startSafe: {
    zh: '为了您的安全，请不要使用单位的电脑或者网络。写作时避免只有您才知道的细节；附件请先去除作者等信息。',
    en: 'For your safety, do not use a computer or a network of your workplace. Leave out details that only you could know, and take author names out of files first.',
  },
  startAfter: {
    zh: '提交后会得到 16 位查询码。凭查询码可以查看进度、与工作人员互相留言、补充材料。',
    en: 'After sending you get a 16-digit code. With it you see how your report stands, exchange messages, and add files.',
  },
  anonymous: { zh: '匿名举报', en: 'Without your name' },
  anonymousWhat: {
    zh: '有实质内容的会处理；不另行告知受理和结果。以后可以补充署名。',
    en: 'It is dealt with where it has substance; you are told no result. You may give your name later.',
  },
  named: { zh: '实名举报', en: 'With your name' },
  namedWhat: {
    zh: '经核实后优先办理，告知受理情况，反馈处理结果。姓名单独密封，每次开启都会显示在您的查询页。',
    en: 'Once confirmed it goes first, and you are told of acceptance and result. Your name is sealed apart; each opening shows on your page.',
  },
  content: { zh: '反映的问题', en: 'What happened' },
  contentHint: {
    zh: '请写明何人、何时、何地、何事，如何得知。最多 10000 字。',
    en: 'Who, when, where, what, and how you know. 10,000 characters at most.',
  },
  about: { zh: '反映对象（姓名、单位、职务）', en: 'Whom it is about (name, unit, post)' },
  happenedOn: { zh: '发生日期', en: 'Day it happened' },
  dayHint: { zh: '例如 2026-03-02', en: 'For example 2026-03-02' },
  optional: { zh: '（可不填）', en: '(optional)' },
  identity: { zh: '您的姓名（匿名举报不填）', en: 'Your name (leave empty to stay anonymous)' },
  name: { zh: '姓名', en: 'Name' },
  unit: { zh: '单位', en: 'Unit' },
  contact: { zh: '联系方式', en: 'How to reach you' },
  both: {
    zh: '实名举报须同时填写姓名和联系方式；匿名举报请都不填',
    en: 'Give both a name and a way to reach you, or leave all three empty',
  },
  send: { zh: '提交', en: 'Send' },
  again: {
    zh: '页面已经过期，您填写的内容都在，请再次提交',
    en: 'The page had lapsed. What you typed is kept; please send it once more',
  },
  errors: { zh: '有内容需要改正', en: 'Something needs to be corrected' },
  received: { zh: '举报已收到，还差一步', en: 'Your report is received. One step is left' },
  receipt: { zh: '您的 16 位查询码', en: 'Your 16-digit receipt code' },
  keep: {
    zh: '请抄写并妥善保存。我们无法找回丢失的查询码；没有它，您看不到进度，也收不到我们的留言。',
    en: 'Write it down and keep it safe. We cannot recover it; without it you see no progress and read no message from us.',
  },
  typeBack: {
    zh: '请照您抄写的输入查询码，确认已经保存',
    en: 'Type the code from your note, so that you know it is kept',
  },
  confirm: { zh: '确认', en: 'Confirm' },
  mistyped: {
    zh: '输入的查询码与上面的不一致。请核对您的记录，再输入一次',
    en: 'What you typed is not the code above. Check your note and type it again',
  },
  done: { zh: '查询码已确认，举报完成', en: 'The code is confirmed. You are done' },
  doneWhat: {
    zh: '可以关闭本页面了。请过几天凭查询码回来看看，工作人员可能会向您提问。',
    en: 'You may close this page. Come back in some days with the code: we may have a question for you.',
  },
  code: { zh: '16 位查询码', en: '16-digit receipt code' },
  codeHint: { zh: '可以带空格或者横线', en: 'Spaces and hyphens do no harm' },
  look: { zh: '查询', en: 'Check' },
  lapse: {
    zh: '本页 15 分钟后失效，之后请重新输入查询码。离开时请关闭窗口。',
    en: 'This page lapses after 15 minutes; then type the code again. Close the window when you leave.',
  },
  receivedOn: { zh: '收到日期', en: 'Received on' },
  standing: { zh: '办理进度', en: 'How it stands' },
  messages: { zh: '往来留言', en: 'Messages' },
  noMessages: { zh: '还没有留言', en: 'There are no messages yet' },
  fromYou: { zh: '您', en: 'You' },
  fromBody: { zh: '工作人员', en: 'Staff' },
  withFile: { zh: '附有文件', en: 'with a file' },
  pleaseAnswer: { zh: '请回复', en: 'please answer' },
  earlier: { zh: '更早的留言', en: 'Earlier messages' },
  write: { zh: '留言、补充情况、提出异议', en: 'Write, add facts, object' },
  kind: { zh: '这是', en: 'This is' },
  text: { zh: '内容（最多 2000 字，可分几次）', en: 'Text (2,000 characters at most; send several)' },
  file: { zh: '附件（每次一个）', en: 'A file (one at a time)' },
  sent: { zh: '已收到您的留言', en: 'Your message was received' },
  acted: { zh: '已办理', en: 'Done' },
  disclosures: { zh: '您的身份信息开启记录', en: 'When your identity was shown' },
  noDisclosures: { zh: '从未开启', en: 'Never' },
  problem: { zh: '没有办成', en: 'It did not work' },
  wait: { zh: '请稍候再试', en: 'Please wait a little and try again' },
} as const satisfies Record<string, Words>;

export type Word = keyof typeof WORDS;

/** The words in one language. */
export const wordsIn =
  (locale: Locale) =>
  (word: Word): string =>
    WORDS[word][locale];
