/** What a view shows while it has nothing to show: it is coming, there is none, or it failed. */
import { Button, Empty, Skeleton } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { NO_ANSWER, ProblemError } from '../api/problem.ts';
import { useCommonWords } from '../words/common.ts';
import { CopyText } from './copy-text.tsx';

/** Milliseconds before anything is shown: what comes at once needs no picture of waiting. */
const PATIENCE_MS = 200;

/** Something is still to come. `data-loading` says so at once, also to whoever looks at the page from outside. */
export function Loading({ rows = 4 }: { readonly rows?: number }) {
  const t = useCommonWords();
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setLate(true);
    }, PATIENCE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  if (!isLate) return <div data-loading />;
  return (
    <div data-loading role="status" aria-label={t('loading')}>
      <Skeleton active paragraph={{ rows }} title={false} />
    </div>
  );
}

interface NothingProps {
  readonly kind: 'none_yet' | 'no_match' | 'no_permission';
  /** What to do about it, or which filters are on. */
  readonly children?: ReactNode;
  readonly onClear?: () => void;
}

const NOTHING = { none_yet: 'noneYet', no_match: 'noMatch', no_permission: 'noPermission' } as const;

export function Nothing({ kind, children, onClear }: NothingProps) {
  const t = useCommonWords();
  return (
    <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(NOTHING[kind])}>
      {children}
      {onClear && <Button onClick={onClear}>{t('clearFilters')}</Button>}
    </Empty>
  );
}

/** What went wrong, in the server's words for it; what still works; a second try; the id that an operator finds it by. */
export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useCommonWords();
  const problem = error instanceof ProblemError ? error : null;
  const isUnanswered = !problem || problem.problem.code === NO_ANSWER;
  return (
    <div role="alert" className="failed">
      <p>
        <strong>{isUnanswered ? t('noAnswer') : problem.problem.title}</strong>
        {!isUnanswered && problem.problem.detail !== undefined && <> {problem.problem.detail}</>}
      </p>
      <p className="quiet">{t('restWorks')}</p>
      {retry && <Button onClick={retry}>{t('retry')}</Button>}
      {problem?.requestId != null && (
        <p className="quiet">
          {t('traceId')}: <CopyText text={problem.requestId} />
        </p>
      )}
    </div>
  );
}
