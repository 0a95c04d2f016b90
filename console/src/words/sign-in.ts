/** Words of signing in, and of what a first sign-in owes. */
import { area } from './area.ts';

export const useSignInWords = area('sign-in', {
  title: ['登录', 'Sign in'],
  secrecy: [
    '本系统存有涉密和个人信息，仅限履行职责使用，所有查阅均留痕。',
    'This system holds secret and personal matters. Use it for your duties only; everything read is put on record.',
  ],
  login: ['用户名', 'User name'],
  password: ['密码', 'Password'],
  showPassword: ['显示密码', 'Show password'],
  code: ['动态验证码（如已设置）', 'One-time code (if you have one)'],
  codeHelp: ['验证器显示的 6 位数字，或一个恢复码', 'Six digits of your authenticator, or a recovery code'],
  submit: ['登录', 'Sign in'],
  single: ['单点登录', 'Single sign-on'],
  wrong: ['用户名、密码或动态验证码不正确', 'User name, password or one-time code is incorrect'],
  wait: [
    '尝试次数过多，请 {{count}} 秒后再试',
    {
      one: 'Too many tries. Try again in {{count}} second',
      other: 'Too many tries. Try again in {{count}} seconds',
    },
  ],
  needed: ['请填写', 'Please fill this in'],
  browser: ['需要 Chromium 110 或 Firefox 121 及以上版本', 'Needs Chromium 110, Firefox 121 or newer'],
  reporters: ['举报人请由此进入', 'Reporters, this way'],
  owesPassword: ['请先更改初始密码', 'Change your first password'],
  owesPasswordText: [
    '初始密码仅用于首次登录。新密码至少 12 个字符，且不易被猜到。',
    'The password you were given is good for this alone. The new one has twelve characters or more and is not easily guessed.',
  ],
  current: ['当前密码', 'Present password'],
  fresh: ['新密码', 'New password'],
  again: ['再次输入新密码', 'New password again'],
  differ: ['两次输入的新密码不一致', 'The two are not the same'],
  change: ['更改密码', 'Change password'],
  changed: ['密码已更改', 'The password was changed'],
  owesFactor: ['请设置动态验证码', 'Set up one-time codes'],
  owesFactorText: [
    '您的角色须使用第二验证要素。请在验证器应用中录入下面的密钥，再输入其显示的 6 位数字。',
    'Your role signs in with a second factor. Enter the secret below in an authenticator app, then type the six digits it shows.',
  ],
  begin: ['开始设置', 'Begin'],
  secret: ['密钥', 'Secret'],
  uri: ['在本机验证器中打开', 'Open in an authenticator on this device'],
  sixDigits: ['6 位数字', 'Six digits'],
  confirm: ['确认', 'Confirm'],
  recovery: ['恢复码', 'Recovery codes'],
  recoveryText: [
    '请抄录或打印并妥善保存：仅显示一次，每个只能使用一次。',
    'Write them down or print them: they are shown this once, and each works once.',
  ],
  recoveryDone: ['已妥善保存，继续', 'I have kept them; go on'],
});
