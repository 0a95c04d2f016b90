/**
 * What a field of papers is: its label, who may read it, where its value comes from and how it is spelled. Free texts
 * come only from the events that are named beside them.
 */
import type { Format } from './paper-formats.ts';
import type { Words } from './vocabulary.ts';

/** Who may read something, by where they stand. */
export const SIDES = ['internal', 'subject_side', 'reporter_side', 'outside'] as const;
export type Side = (typeof SIDES)[number];

/** What papers know of the step itself. */
export const META = ['case', 'procedure', 'act', 'actedOn', 'unit'] as const;
export type Meta = (typeof META)[number];

export type Source =
  | { readonly meta: Meta }
  /** A field of the event's data. */
  | { readonly data: string }
  /** A field of what the case remembered after the step. */
  | { readonly context: string }
  /** When a clock that the step started or extended ends; the first that is found. */
  | { readonly due: readonly string[] }
  /** A free text by its pointer, `*` for each of a list, from these events alone: `procedure.EVENT` or `procedure.*`. */
  | { readonly text: string; readonly on: readonly string[]; readonly isEarlier?: true };

export interface PaperField {
  readonly label: Words;
  readonly sides: readonly Side[];
  /** The first that has a value counts. */
  readonly from: readonly Source[];
  readonly format: Format;
}

export const INTERNAL: readonly Side[] = ['internal'];
export const SUBJECT: readonly Side[] = ['internal', 'subject_side'];
export const REPORTER: readonly Side[] = ['internal', 'reporter_side'];
export const OUTSIDE: readonly Side[] = ['internal', 'outside'];
export const NOT_REPORTER: readonly Side[] = ['internal', 'subject_side', 'outside'];

export const field = (
  zh: string,
  en: string,
  sides: readonly Side[],
  format: Format,
  ...from: readonly Source[]
): PaperField => ({ label: { zh, en }, sides, from, format });
export const data = (name: string): Source => ({ data: name });
export const context = (name: string): Source => ({ context: name });
/**
 * Texts that officials write for the file. A complaint and a matter of false accusation have none that may be printed,
 * nor has an appeal, which a reporter may bring.
 */
const OFFICE = [
  'allegation',
  'clarification',
  'tolerance_review',
  'risk_filing',
  'rectification',
  'return_to_service',
  'performance_review',
].map((procedure) => `${procedure}.*`);
export const officeText = (pointer: string): Source => ({ text: pointer, on: OFFICE });
export const textOf = (pointer: string, ...on: readonly string[]): Source => ({ text: pointer, on });
