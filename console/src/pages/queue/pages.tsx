/** Pages by keyset: on and back. There is no last page to jump to, and none is pretended. */
import { Button } from 'antd';
import { useQueueWords } from '../../words/queue.ts';

interface PagesProps {
  readonly page: number;
  readonly hasNext: boolean;
  readonly onFirst: () => void;
  readonly onPrevious: () => void;
  readonly onNext: () => void;
}

export function Pages({ page, hasNext, onFirst, onPrevious, onNext }: PagesProps) {
  const t = useQueueWords();
  if (page === 1 && !hasNext) return null;
  return (
    <nav className="pages" aria-label={t('pages')}>
      {page > 1 && <Button onClick={onFirst}>{t('firstPage')}</Button>}
      {page > 1 && <Button onClick={onPrevious}>{t('previousPage')}</Button>}
      <span>{t('page', { page })}</span>
      {hasNext && <Button onClick={onNext}>{t('nextPage')}</Button>}
    </nav>
  );
}
