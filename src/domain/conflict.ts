/**
 * What stands between a person and a part in a family of cases: found before anybody is put in charge (domain 4.3).
 * Some of it bars, some of it is only to be weighed. Values and rules; who looks it up is no matter here.
 */
import { DUTIES, incompatibleWith, type Duty } from './duty.ts';
import type { CaseId, RecusalState, Words } from './vocabulary.ts';

interface RelationKind extends Words {
  /** Whether it keeps a person from any part; otherwise it is told and weighed. */
  readonly isBar: boolean;
  readonly basis: readonly string[];
}

/** How two persons may be related: a closed list, and no text beside it. */
export const RELATION_KINDS = {
  spouse: { zh: '夫妻', en: 'spouses', isBar: true, basis: ['S3', 'S1', 'S2', 'S5'] },
  direct_blood: {
    zh: '直系血亲',
    en: 'related in direct line',
    isBar: true,
    basis: ['S3', 'S1', 'S2', 'S5'],
  },
  collateral_three_generations: {
    zh: '三代以内旁系血亲',
    en: 'collateral relatives within three generations',
    isBar: true,
    basis: ['S3', 'S2'],
  },
  in_law: { zh: '近姻亲', en: 'close relatives by marriage', isBar: true, basis: ['S3', 'S2'] },
  stake: {
    zh: '本人或者近亲属与其有利害关系',
    en: 'one, or a close relative, has a stake in the affairs of the other',
    isBar: true,
    basis: ['S1', 'S2', 'S5'],
  },
  former_colleague: {
    zh: '曾为同事或者上下级',
    en: 'once colleagues, or superior and subordinate',
    isBar: false,
    basis: ['S1', 'domain 4.3', 'D'],
  },
} as const satisfies Record<string, RelationKind>;
export type RelationCode = keyof typeof RELATION_KINDS;
export const RELATION_CODES = Object.keys(RELATION_KINDS) as [RelationCode, ...RelationCode[]];

/** What can be found about a candidate; `other_matter` is whatever the asker may not know of (T34). */
export const CONFLICT_KINDS = {
  named: {
    zh: '系本案件族所涉及的人员',
    en: 'is among the persons of this family',
    basis: ['S1', 'S2', 'domain 4.3'],
  },
  recusal_granted: {
    zh: '已经准予回避',
    en: 'stands aside: a recusal was granted',
    basis: ['S1', 'S2', 'S5'],
  },
  recusal_requested: {
    zh: '已被申请回避，尚未决定',
    en: 'a recusal is asked for and not decided',
    basis: ['S1', 'S2', 'S5'],
  },
  declared_relation: {
    zh: '与案件所涉及的人员有已申报的关系',
    en: 'has a declared relation to a person of the case',
    basis: ['S1', 'S2', 'S3', 'S5'],
  },
  incompatible_duty: {
    zh: '在本案件族中已有不得与之兼任的职责',
    en: 'has a duty in this family that rules out others',
    basis: ['domain 4.2', 'T14'],
  },
  same_unit: {
    zh: '与案件所涉及的人员同属一个单位',
    en: 'belongs to the unit of a person of the case',
    basis: ['domain 4.3', 'D'],
  },
  part_elsewhere: {
    zh: '曾参与办理同一人员的其他案件',
    en: 'took part in another matter about the same person',
    basis: ['S5', 'S12', 'domain 4.3', 'D'],
  },
  other_matter: {
    zh: '另有您不宜知悉的事由，请另行指定人员',
    en: 'something you may not know of stands in the way; name somebody else',
    basis: ['domain 4.4', 'T34', 'D'],
  },
} as const satisfies Record<string, Words & { readonly basis: readonly string[] }>;
export type ConflictKind = keyof typeof CONFLICT_KINDS;
export const CONFLICT_CODES = Object.keys(CONFLICT_KINDS) as [ConflictKind, ...ConflictKind[]];

/** A relation as it was declared, seen from the candidate. */
export interface KnownRelation {
  readonly kind: RelationCode;
  /** Whether the other is who reported the matter, and not whom it is about. */
  readonly isToReporter: boolean;
  /**
   * Declared by the candidate or by personnel. What whom the matter is about says of others is told and bars nobody, or
   * they could choose who handles it.
   */
  readonly isConfirmed: boolean;
}

/** What is known of a candidate towards a family. */
export interface ConflictFacts {
  readonly isNamed: boolean;
  readonly isReporter: boolean;
  readonly recusal: RecusalState;
  readonly duties: readonly Duty[];
  readonly sharesUnit: boolean;
  readonly relations: readonly KnownRelation[];
  /** Families about the same persons in which the candidate took part: a case of each that the asker may know of, or null. */
  readonly elsewhere: readonly (CaseId | null)[];
}

export interface Conflict {
  readonly kind: ConflictKind;
  /** Whether it keeps the candidate from being put in charge or standing in. */
  readonly isBar: boolean;
  /** Duties it keeps the candidate from, where it does not keep them from every one. */
  readonly bars: readonly Duty[];
  readonly case: CaseId | null;
}

const finding = (kind: ConflictKind, isBar: boolean, more: Partial<Conflict> = {}): Conflict => ({
  kind,
  isBar,
  bars: [],
  case: null,
  ...more,
});

const isBarring = ({ kind, isConfirmed }: KnownRelation) => RELATION_KINDS[kind].isBar && isConfirmed;

/** Duties that what the candidate did in the family keeps them from. */
const barredDuties = (held: readonly Duty[]): Duty[] =>
  (Object.keys(DUTIES) as Duty[]).filter((duty) => incompatibleWith(duty, held).length > 0);

/**
 * Everything that stands between a candidate and a part in the family, bars first. That somebody reported the matter, is
 * close to who did, or took part in a family the asker may not know of, comes out as one and the same `other_matter`.
 */
export function conflictsOf(facts: ConflictFacts): Conflict[] {
  const { isNamed, isReporter, recusal, duties, sharesUnit, relations, elsewhere } = facts;
  const toPersons = relations.filter(({ isToReporter }) => !isToReporter);
  const isHidden =
    isReporter ||
    elsewhere.includes(null) ||
    relations.some((relation) => relation.isToReporter && isBarring(relation));
  const bars = barredDuties(duties);
  return [
    ...(isNamed ? [finding('named', true)] : []),
    ...(recusal === 'granted' ? [finding('recusal_granted', true)] : []),
    ...(recusal === 'requested' ? [finding('recusal_requested', true)] : []),
    ...(toPersons.length > 0 ? [finding('declared_relation', toPersons.some(isBarring))] : []),
    ...(isHidden ? [finding('other_matter', true)] : []),
    ...(bars.length > 0 ? [finding('incompatible_duty', false, { bars })] : []),
    ...(sharesUnit ? [finding('same_unit', false)] : []),
    ...elsewhere.flatMap((id) => (id === null ? [] : [finding('part_elsewhere', false, { case: id })])),
  ].sort((one, other) => Number(other.isBar) - Number(one.isBar));
}

/** Whether somebody may be put in charge or stand in. */
export const isBarred = (facts: ConflictFacts): boolean => conflictsOf(facts).some(({ isBar }) => isBar);
