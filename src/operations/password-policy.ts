/** Which passwords are taken: long ones that are not easily guessed, whatever letters they are made of (NIST 800-63B). */
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { Words } from '../domain/vocabulary.ts';
import { COMMON_PASSWORDS } from './common-passwords.ts';

export const PASSWORD_SHORTEST = 12;
export const PASSWORD_LONGEST = 128;

/** Of 0 to 4: 3 takes an attacker who has the hash about ten thousand million guesses. */
const LEAST_SCORE = 3;

const REFUSALS = {
  tooShort: {
    zh: `密码至少${PASSWORD_SHORTEST}个字符`,
    en: `A password has ${PASSWORD_SHORTEST} characters at least`,
  },
  tooLong: {
    zh: `密码最多${PASSWORD_LONGEST}个字符`,
    en: `A password has ${PASSWORD_LONGEST} characters at most`,
  },
  likeTheLogin: { zh: '密码不得包含登录名', en: 'A password does not contain the login name' },
  tooEasy: {
    zh: '该密码太容易猜到：请用几个不相干的词，避免常用密码、姓名、日期和连续字符',
    en: 'This password is easily guessed: take several words that have nothing to do with each other, no common password, name, date or sequence',
  },
  notNew: { zh: '新密码须与现用密码不同', en: 'The new password has to differ from the present one' },
} as const satisfies Record<string, Words>;

const estimator = new ZxcvbnFactory({
  dictionary: { common: [...COMMON_PASSWORDS] },
  maxLength: PASSWORD_LONGEST,
});

/** What speaks against a password of somebody with this login and name; null for nothing. */
export function passwordRefusal(
  given: string,
  {
    login,
    name,
    current,
  }: { readonly login: string; readonly name: string | null; readonly current?: string },
): Words | null {
  const password = given.normalize('NFKC');
  const length = Array.from(password).length;
  if (length < PASSWORD_SHORTEST) return REFUSALS.tooShort;
  if (length > PASSWORD_LONGEST) return REFUSALS.tooLong;
  if (current?.normalize('NFKC') === password) return REFUSALS.notNew;
  if (login.length > 2 && password.toLowerCase().includes(login.toLowerCase())) return REFUSALS.likeTheLogin;
  if (new Set(password).size < 5) return REFUSALS.tooEasy;
  const known = [
    login,
    ...login.split(/[._@-]/),
    ...(name === null ? [] : [name, ...name.split(/\s+/)]),
    'leeway',
  ];
  return estimator.check(password, known).score < LEAST_SCORE ? REFUSALS.tooEasy : null;
}
