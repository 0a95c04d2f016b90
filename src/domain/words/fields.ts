/** All labels of fields in one table; `namesOf` says which name of a field comes first. */
import { CASE_FACT_WORDS } from './case-facts.ts';
import type { FieldWords } from './field-words.ts';
import { AFTERWARDS_FIELDS } from './fields-afterwards.ts';
import { SHARED_FIELDS } from './fields-of-any-event.ts';
import { REPORT_FIELDS } from './fields-of-reports.ts';
import { REVIEW_FIELDS } from './fields-of-reviews.ts';

/** The tables one by one, so that a test can ask whether two of them name the same. */
export const FIELD_TABLES: readonly Readonly<Record<string, FieldWords>>[] = [
  SHARED_FIELDS,
  REPORT_FIELDS,
  REVIEW_FIELDS,
  AFTERWARDS_FIELDS,
  CASE_FACT_WORDS,
];

export const FIELD_WORDS = Object.assign({}, ...FIELD_TABLES) as Readonly<
  Partial<Record<string, FieldWords>>
>;
