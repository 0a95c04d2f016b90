/**
 * Duties a person has taken on in a case family, and which of them one person may not combine
 * (domain brief 4.2, T14). The pairs become slots, so that the database can keep the rule when
 * two steps run at once: a person fills each slot of a family with one duty only.
 */
import type { Words } from './vocabulary.ts';

export const DUTIES = {
  received: { zh: '受理登记', en: 'received the report' },
  handled: { zh: '承办核查', en: 'handled or verified it' },
  approved: { zh: '审批', en: 'approved it' },
  case_reviewed: { zh: '审理', en: 'reviewed the case' },
  decided: { zh: '集体决定', en: 'decided as a member of the body' },
  heard_appeal: { zh: '复查申诉', en: 'heard the appeal' },
} as const satisfies Record<string, Words>;

export type Duty = keyof typeof DUTIES;

/**
 * What one person may not combine within a family. Reception does not investigate; a verifier
 * neither approves, reviews nor decides; a reviewer does not approve; nobody hears an appeal
 * against what they took part in.
 */
export const INCOMPATIBLE: readonly (readonly [Duty, Duty])[] = [
  ['received', 'handled'],
  ['handled', 'approved'],
  ['handled', 'case_reviewed'],
  ['handled', 'decided'],
  ['approved', 'case_reviewed'],
  ['received', 'heard_appeal'],
  ['handled', 'heard_appeal'],
  ['approved', 'heard_appeal'],
  ['case_reviewed', 'heard_appeal'],
  ['decided', 'heard_appeal'],
];

/** The duties among `held` that forbid taking on `duty`. Empty: the person may. */
export function incompatibleWith(duty: Duty, held: readonly Duty[]): Duty[] {
  return held.filter((other) =>
    INCOMPATIBLE.some(([a, b]) => (a === duty && b === other) || (b === duty && a === other)),
  );
}

/** The slots a duty fills, one per incompatible pair it belongs to: `handled|approved` and so on. */
export function slotsOf(duty: Duty): string[] {
  return INCOMPATIBLE.filter((pair) => pair.includes(duty)).map((pair) => pair.join('|'));
}
