/** What has to be put right, first on the page and focused when it comes, each line a link to its field. */
import { useEffect, useRef } from 'react';
import { useIntakeWords } from '../../words/intake.ts';
import { idOf, useWrongWords } from './field.tsx';
import type { Wrong } from './intake-form.ts';

interface ErrorSummaryProps {
  readonly wrong: readonly Wrong[];
  /** Counts the attempts: each focuses the summary anew. */
  readonly attempt: number;
  /** Shows the part a field is in, before it is focused. */
  readonly onGo: (field: string) => void;
}

export function ErrorSummary({ wrong, attempt, onGo }: ErrorSummaryProps) {
  const t = useIntakeWords();
  const wordsOf = useWrongWords();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (attempt > 0) box.current?.focus();
  }, [attempt]);
  if (wrong.length === 0) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      className="failed error-summary"
      aria-labelledby="intake-summary"
    >
      <h2 id="intake-summary">{t('summaryTitle')}</h2>
      <ul>
        {wrong.map((each) => (
          <li key={`${each.field} ${each.words}`}>
            <a
              href={`#${idOf(each.field)}`}
              onClick={(event) => {
                event.preventDefault();
                onGo(each.field);
              }}
            >
              {wordsOf(each)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
