/**
 * How a form asks for a field, where its schema alone does not say: who is picked from, which list a code comes from, what
 * most people never need. It stands beside the schemas and not in them, because a released procedure version keeps the
 * hash of its schemas (ADR 0014), and how something is asked for is no part of what was agreed.
 */
import { LIST_NAMES, type ListName } from './profile.ts';

/** What a property of a form says of how it is asked for, in `x-format`. */
export const FORM_FORMATS = [
  'person',
  'colleague',
  'unit',
  'case',
  'clock',
  'evidence',
  'date',
  'date-time',
  'textarea',
  'boolean',
  'answer',
  'text',
  'number',
  'choice',
  'group',
  'list',
] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

/** Names of a field from the nearest to the widest: of one event of one procedure, of an event, in a list, anywhere. */
export function namesOf(procedure: string, event: string, path: readonly string[]): readonly string[] {
  const field = path.at(-1) ?? '';
  const parent = path.at(-2);
  return parent === undefined
    ? [`${procedure}.${event}.${field}`, `${event}.${field}`, field]
    : [`${event}.${parent}.${field}`, `${parent}.${field}`, field];
}

/** The entry of a table of fields that comes nearest; undefined where it has none. */
export function nearest<T>(
  table: Readonly<Partial<Record<string, T>>>,
  names: readonly string[],
): T | undefined {
  for (const name of names) {
    const found = table[name];
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Fields that pick something, where their schema knows a string. */
export const PICKED_FIELDS = {
  assignee: 'colleague',
  participants: 'colleague',
  'members.person': 'colleague',
  consentedBy: 'colleague',
  'DESIGNATE.person': 'colleague',
  'REQUEST_RECUSAL.person': 'colleague',
  'DECIDE_RECUSAL.person': 'colleague',
  'risk_filing.FILE.unit': 'unit',
  'SERVE_NOTICE.unit': 'unit',
  'measures.unit': 'unit',
  ownerUnit: 'unit',
  leadDept: 'unit',
  department: 'unit',
  evidence: 'evidence',
  fabricationEvidence: 'evidence',
  intentEvidence: 'evidence',
  clock: 'clock',
} as const satisfies Readonly<Record<string, FormFormat>>;

/** Lists that codes come from: those of the profile, its tracks, and what the case itself lists. */
export const FORM_LISTS = [
  ...LIST_NAMES,
  'sanction_tracks',
  'sanction_measures',
  'appeal_tracks',
  'case_clocks',
  'case_items',
  'case_signals',
  'case_conditions',
] as const;
export type FormList = ListName | (typeof FORM_LISTS)[number];

/** Fields whose codes come from a list that differs by body or by case. */
export const LISTED_FIELDS = {
  'REQUEST_RECUSAL.ground': 'recusal_grounds',
  'SUSPEND.ground': 'suspension_grounds',
  'DECLINE.reason': 'non_acceptance_reasons',
  reasonCode: 'retained_reasons',
  way: 'minor_handling',
  minorHandling: 'minor_handling',
  'ASSESS_NEEDED.ground': 'clarification_grounds',
  'clarification.ground': 'clarification_grounds',
  'ASSESS_NOT_NEEDED.reason': 'clarification_refusals',
  'WITHHOLD.reason': 'clarification_refusals',
  'clarification.reason': 'clarification_refusals',
  aggravations: 'false_accusation_aggravations',
  'REQUEST_TRACING.ground': 'tracing_grounds',
  'tracings.ground': 'tracing_grounds',
  lateReason: 'late_reasons',
  'PROPOSE.conditions.code': 'tolerance_conditions',
  'exclusions.code': 'tolerance_exclusions',
  matter: 'risk_matters',
  natures: 'use_review_bars',
  'RECORD_SIGNAL.kind': 'sham_kinds',
  'allegation.DECIDE.track': 'sanction_tracks',
  'REGISTER_SANCTION.track': 'sanction_tracks',
  'REGISTER_SANCTION.measure': 'sanction_measures',
  'ADD_SANCTION.measure': 'sanction_measures',
  sanctionTrack: 'sanction_tracks',
  'appeal.FILE.track': 'appeal_tracks',
  clock: 'case_clocks',
  'rectification.START.item': 'case_items',
  'rectification.CLAIM_DONE.item': 'case_items',
  'rectification.CHECK.item': 'case_items',
  'rectification.EXTEND_ITEM.item': 'case_items',
  'rectification.TICKET.item': 'case_items',
  'LOOK_BACK.items': 'case_items',
  'REVIEW_SIGNAL.signal': 'case_signals',
  'DISMISS_SIGNAL.signal': 'case_signals',
  condition: 'case_conditions',
} as const satisfies Readonly<Record<string, FormList>>;

/** Fields of several codes of which one goes with any other: choosing another chooses it too. */
export const COMPANION_CODES = {
  'CONSULT_SUBJECT.forms': 'written',
} as const satisfies Readonly<Record<string, string>>;

/** Fields that most people never need: asked for last, and folded away. */
export const RARE_FIELDS: readonly string[] = ['participants', 'onBehalfOf', 'reference'];
