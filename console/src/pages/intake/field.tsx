/** One field of the form: its label, what helps, and what is wrong with it, tied together for whoever hears the page. */
import type { ReactNode } from 'react';
import { useCommonWords } from '../../words/common.ts';
import { useIntakeWords } from '../../words/intake.ts';
import type { Wrong } from './intake-form.ts';

/** The id of a field, for labels, and for the summary's links. */
export const idOf = (field: string): string => `intake-${field}`;

/** What is put on the input itself. */
export interface FieldMarks {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
  readonly status?: 'error';
}

interface FieldProps {
  readonly field: string;
  readonly label: string;
  readonly wrong: readonly Wrong[];
  readonly help?: ReactNode;
  readonly isRequired?: boolean;
  /** For several controls under one question: a fieldset in place of a label. */
  readonly isGroup?: boolean;
  readonly children: (marks: FieldMarks) => ReactNode;
}

/** The words for what is wrong, the same in the summary and beside the field. */
export function useWrongWords(): (wrong: Wrong) => string {
  const t = useIntakeWords();
  return ({ words, said }) => said ?? t(words);
}

export function Field({
  field,
  label,
  wrong,
  help,
  isRequired = false,
  isGroup = false,
  children,
}: FieldProps) {
  const common = useCommonWords();
  const wordsOf = useWrongWords();
  const id = idOf(field);
  const mine = wrong.filter((each) => each.field === field);
  const describedBy = [help !== undefined && `${id}-help`, mine.length > 0 && `${id}-wrong`].filter(Boolean);
  const marks: FieldMarks = {
    id,
    ...(describedBy.length > 0 && { 'aria-describedby': describedBy.join(' ') }),
    ...(mine.length > 0 && { 'aria-invalid': true, status: 'error' }),
    ...(isRequired && { 'aria-required': true }),
  };
  const title = (
    <>
      {label}
      {isRequired && <span className="quiet"> ({common('required')})</span>}
    </>
  );
  const beside = (
    <>
      {help !== undefined && (
        <p id={`${id}-help`} className="quiet field-help">
          {help}
        </p>
      )}
      {mine.map((each) => (
        <p key={each.words} id={`${id}-wrong`} className="field-wrong">
          {wordsOf(each)}
        </p>
      ))}
    </>
  );
  return isGroup ? (
    <fieldset className="field plain-group">
      <legend>{title}</legend>
      {children(marks)}
      {beside}
    </fieldset>
  ) : (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {children(marks)}
      {beside}
    </div>
  );
}
