/** What has to be put right, first in the form and focused when it comes; each line leads to its field and says the same. */
import { useEffect, useId, useRef } from 'react';
import type { ContentError } from '../api/problem.ts';
import { useFormWords } from '../words/schema-form.ts';

export interface SummaryLine extends ContentError {
  /** The id of the control; null where the form shows none. */
  readonly field: string | null;
  readonly label?: string;
}

export function ErrorSummary({
  errors,
  onGo,
}: {
  readonly errors: readonly SummaryLine[];
  /** Before the field is focused: to open what it is folded into. */
  readonly onGo?: (line: SummaryLine) => void;
}) {
  const t = useFormWords();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const said = errors.map(({ pointer, message }) => `${pointer} ${message}`).join('\n');
  useEffect(() => {
    if (said !== '') box.current?.focus();
  }, [said]);
  if (errors.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className="failed error-summary" aria-labelledby={id}>
      <h3 id={id}>{t('summary', { count: errors.length })}</h3>
      <ul>
        {errors.map((line) => (
          <li key={`${line.pointer} ${line.message}`}>
            {line.label !== undefined && `${line.label}: `}
            {line.field === null ? (
              line.message
            ) : (
              <a
                href={`#${line.field}`}
                onClick={(event) => {
                  event.preventDefault();
                  onGo?.(line);
                  // What was folded away is there after the next frame.
                  requestAnimationFrame(() => {
                    focusField(line.field ?? '');
                  });
                }}
              >
                {line.message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Focuses a control, or the first within a group of that id. */
function focusField(id: string): void {
  const found = document.getElementById(id);
  const first = found?.matches('input, textarea, button, select')
    ? found
    : found?.querySelector<HTMLElement>('input, textarea, button, select');
  (first ?? found)?.focus();
}
