/** A field's label, what helps, and what is wrong with it, tied to its control for whoever hears the page. */
import type { ReactNode } from 'react';
import { useCodes } from '../words/codes.ts';
import { useCommonWords } from '../words/common.ts';
import type { FormSchema } from './form-schema.ts';

/** What is put on the control itself. */
export interface Marks {
  readonly id: string;
  readonly onBlur: () => void;
  readonly status?: 'error';
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
  readonly 'aria-required'?: true;
}

interface FrameProps {
  readonly id: string;
  readonly field: FormSchema;
  readonly label: string;
  readonly isRequired: boolean;
  /** For several controls under one question: a legend in place of a label. */
  readonly isGroup: boolean;
  readonly wrong: readonly string[];
  /** Whatever else describes the field, by the ids of what says it. */
  readonly describedBy?: string;
  readonly onBlur: () => void;
  readonly children: (marks: Marks) => ReactNode;
}

export function FieldFrame({
  id,
  field,
  label,
  isRequired,
  isGroup,
  wrong,
  describedBy,
  onBlur,
  children,
}: FrameProps) {
  const { say } = useCodes();
  const common = useCommonWords();
  const help = field['x-help'];
  const ids = [help && `${id}-help`, wrong.length > 0 && `${id}-wrong`, describedBy].filter(Boolean);
  const marks: Marks = {
    id,
    onBlur,
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(wrong.length > 0 && { 'aria-invalid': true, status: 'error' }),
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
      {help && (
        <p id={`${id}-help`} className="quiet field-help">
          {say(help)}
        </p>
      )}
      {wrong.length > 0 && (
        <div id={`${id}-wrong`}>
          {wrong.map((each) => (
            <p key={each} className="field-wrong">
              {each}
            </p>
          ))}
        </div>
      )}
    </>
  );
  return isGroup ? (
    <fieldset id={`${id}-group`} className="field plain-group" aria-describedby={marks['aria-describedby']}>
      <legend>{title}</legend>
      {beside}
      {children(marks)}
    </fieldset>
  ) : (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {beside}
      {children(marks)}
    </div>
  );
}
