/** What each part of the form is given, and what the page knows of the event it fills in: the fields of its schema. */
import type { IntakeForm, IntakePart, Wrong } from './intake-form.ts';

/** A field of the opening event as its JSON Schema has it. */
export interface SchemaField {
  readonly enum?: readonly string[];
  readonly maxLength?: number;
  readonly properties?: Fields;
  readonly 'x-labels'?: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
}
export type Fields = Readonly<Record<string, SchemaField | undefined>>;

export interface PartProps {
  readonly form: IntakeForm;
  readonly change: (some: Partial<IntakeForm>) => void;
  readonly wrong: readonly Wrong[];
  /** Fields the event takes; what is not here is not asked for. */
  readonly schema: Fields;
}

export const PARTS: readonly IntakePart[] = ['source', 'reporter', 'subjects', 'points'];

/** The part a field stands in; null for what stands beside all of them. */
export function partOf(field: string): IntakePart | null {
  if (field === 'newFacts') return null;
  if (['name', 'unit', 'contact'].includes(field)) return 'reporter';
  if (field.startsWith('subject')) return 'subjects';
  if (field.startsWith('point') || field === 'content') return 'points';
  return 'source';
}
