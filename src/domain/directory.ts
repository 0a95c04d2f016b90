/**
 * The rules of the directory: units as a tree, who may be given which role, in which unit, until when. Each rule is a code
 * with its words, what it rests on and where in a request it is broken. Values only; the operations look the facts up.
 */
import { CASE_ROLES, GRANTABLE_ROLES, type Role, type Words } from './vocabulary.ts';

export const GRANT_KINDS = {
  post: { zh: '任职', en: 'a post' },
  acting: { zh: '代理职务', en: 'an acting post' },
  substitute: { zh: '代行他人职责', en: 'standing in for somebody' },
} as const satisfies Record<string, Words>;

export type GrantKind = keyof typeof GRANT_KINDS;

/** Longest code of a unit; the same letters as a reference to a person. */
export const UNIT_ID = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/;

/** What a person types in to sign in: letters of any script, so that a name in Chinese signs in too. */
export const LOGIN = /^[\p{L}\p{N}][\p{L}\p{N}._@-]{1,63}$/u;

export interface DirectoryRule {
  readonly words: Words;
  readonly basis: readonly string[];
  /** What kind of no it is: the content is wrong, something stands against it, or it is not for this person to do. */
  readonly answer: 'wrong' | 'stands_against' | 'not_oneself';
  /** Where in the body; for content that is wrong. */
  readonly pointer?: string;
}

export const DIRECTORY_RULES = {
  unit_is_coded: {
    words: {
      zh: '单位代码须为字母、数字和 . _ : -，最长64个字符',
      en: 'The code of a unit is letters, digits and . _ : - (64 at most)',
    },
    basis: ['D'],
    answer: 'wrong',
    pointer: '',
  },
  unit_is_not_above_itself: {
    words: { zh: '单位不得以自己为上级', en: 'A unit is not its own parent' },
    basis: ['D'],
    answer: 'wrong',
    pointer: '/parentId',
  },
  units_are_a_tree: {
    words: {
      zh: '该上级单位在本单位之下，单位关系不得成环',
      en: 'That parent lies below this unit: units are a tree, without a circle',
    },
    basis: ['D'],
    answer: 'wrong',
    pointer: '/parentId',
  },
  parent_is_known: {
    words: { zh: '没有该上级单位', en: 'There is no such parent unit' },
    basis: ['D'],
    answer: 'wrong',
    pointer: '/parentId',
  },
  nothing_hangs_on_the_unit: {
    words: {
      zh: '该单位之下仍有单位、任职、密钥或者案件，不得删除',
      en: 'Units, grants, keys or cases still hang on this unit: it cannot be removed',
    },
    basis: ['D'],
    answer: 'stands_against',
  },
  person_is_known: {
    words: { zh: '名册中没有该人员', en: 'The directory does not know this person' },
    basis: ['D'],
    answer: 'wrong',
    pointer: '/person',
  },
  person_has_not_left: {
    words: { zh: '该人员已离开本机关', en: 'This person has left the body' },
    basis: ['peers 3'],
    answer: 'stands_against',
  },
  person_did_not_leave_in_the_future: {
    words: {
      zh: '离开日期不得晚于今日：离开即刻生效，未来日期请在任职中写明止日',
      en: 'The day cannot lie in the future: leaving takes effect at once. For a later day, give posts an end date',
    },
    basis: ['T35', 'D'],
    answer: 'wrong',
    pointer: '/on',
  },
  role_is_known: {
    words: { zh: '没有该角色，或者该角色不能授予', en: 'There is no such role, or it cannot be given' },
    basis: ['domain 4.1'],
    answer: 'wrong',
    pointer: '/role',
  },
  unit_is_known: {
    words: { zh: '没有该单位', en: 'There is no such unit' },
    basis: ['D'],
    answer: 'wrong',
    pointer: '/unit',
  },
  subject_unit_has_a_unit: {
    words: { zh: '所在单位党组织须注明是哪个单位', en: "The subject's unit has to say which unit it is" },
    basis: ['domain 4.1'],
    answer: 'wrong',
    pointer: '/unit',
  },
  administrators_hold_no_case_role: {
    words: {
      zh: '系统管理员不得承担办案角色，承担办案角色的人员不得为系统管理员',
      en: 'An administrator holds no case role, and whoever holds one is no administrator',
    },
    basis: ['domain 4.2', 'D'],
    answer: 'stands_against',
  },
  is_not_for_oneself: {
    words: {
      zh: '不得变更本人的任职、密钥和身份，须由另一名管理员办理',
      en: 'Nobody changes what they themselves hold: that takes another administrator',
    },
    basis: ['domain 4.2', 'D'],
    answer: 'not_oneself',
  },
  ends_after_it_begins: {
    words: { zh: '止期须晚于起期，且不得早于现在', en: 'It has to end after it begins, and not in the past' },
    basis: ['D'],
    answer: 'wrong',
    pointer: '/until',
  },
  ends_by_itself: {
    words: {
      zh: '代理职务和代行职责须注明止期',
      en: 'An acting post and a substitution need the day they end',
    },
    basis: ['T14', 'D'],
    answer: 'wrong',
    pointer: '/until',
  },
  names_whom_it_stands_in_for: {
    words: {
      zh: '代行职责须注明代行何人，其他任职则不得注明',
      en: 'A substitution names for whom it stands in, and nothing else does',
    },
    basis: ['T14', 'D'],
    answer: 'wrong',
    pointer: '/inPlaceOf',
  },
  stands_in_for_somebody_else: {
    words: { zh: '不得代行本人的职责', en: 'Nobody stands in for themselves' },
    basis: ['T14', 'D'],
    answer: 'wrong',
    pointer: '/inPlaceOf',
  },
  stands_in_for_a_holder: {
    words: {
      zh: '被代行人目前在该单位不担任该角色；代行人不得再由他人代行',
      en: 'Whoever is stood in for does not hold that role in that unit now; a substitute is not substituted for',
    },
    basis: ['T14', 'D'],
    answer: 'wrong',
    pointer: '/inPlaceOf',
  },
  is_not_held_already: {
    words: {
      zh: '该人员在该单位的同一角色已有时间重叠的授予',
      en: 'The person holds this role in this unit already, for a time that overlaps',
    },
    basis: ['D'],
    answer: 'stands_against',
  },
  expires_later: {
    words: { zh: '密钥的到期时间须晚于现在', en: 'A key has to expire later than now' },
    basis: ['D'],
    answer: 'wrong',
    pointer: '/expiresAt',
  },
  account_is_new: {
    words: { zh: '该人员已有账号', en: 'This person has an account already' },
    basis: ['D'],
    answer: 'stands_against',
  },
  login_is_free: {
    words: { zh: '该登录名已被使用', en: 'This login name is taken' },
    basis: ['D'],
    answer: 'stands_against',
  },
  subject_is_free: {
    words: {
      zh: '身份提供方的该用户已对应另一账号',
      en: 'This subject of the provider is linked to another account',
    },
    basis: ['D'],
    answer: 'stands_against',
  },
  account_has_a_password: {
    words: {
      zh: '该账号仅用于单点登录，没有密码可重置',
      en: 'This account is for single sign-on only: there is no password to reset',
    },
    basis: ['D'],
    answer: 'stands_against',
  },
  administrators_are_persons: {
    words: {
      zh: '系统管理员须为自然人，对接系统不得担任',
      en: 'An administrator is a person: no connected system holds that role',
    },
    basis: ['domain 4.2', 'D'],
    answer: 'stands_against',
  },
  names_two_persons: {
    words: {
      zh: '移交人与接收人须为两个人',
      en: 'Whoever hands over and whoever takes over are two persons',
    },
    basis: ['peers 3'],
    answer: 'wrong',
    pointer: '/to',
  },
  taker_is_known: {
    words: {
      zh: '名册中没有该接收人，或者其已离开',
      en: 'The directory does not know who takes over, or they have left',
    },
    basis: ['peers 3'],
    answer: 'wrong',
    pointer: '/to',
  },
} as const satisfies Record<string, DirectoryRule>;

export type DirectoryRuleName = keyof typeof DIRECTORY_RULES;

/** Whether a code names a role that can be given to somebody. */
export const isGrantable = (code: string): code is Role =>
  (GRANTABLE_ROLES as readonly string[]).includes(code);

/** Whether these roles, held by one person, mix keeping the system with cases (domain 4.2). */
export const mixesAdministration = (roles: readonly string[]): boolean =>
  roles.includes('administrator') && roles.some((role) => (CASE_ROLES as readonly string[]).includes(role));
