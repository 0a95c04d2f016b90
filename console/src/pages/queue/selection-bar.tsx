/** What can be done with the rows that were chosen: together, with a reason, tried first. */
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { WriteButton } from '../../live/write-button.tsx';
import { useBatchWords } from '../../words/batches.ts';
import { useQueueWords } from '../../words/queue.ts';
import type { BatchEvent } from '../batches/batch-drawer.tsx';
import type { CaseQuery } from './list-address.ts';

const BatchDrawer = lazy(async () => ({
  default: (await import('../batches/batch-drawer.tsx')).BatchDrawer,
}));

interface SelectionBarProps {
  readonly selected: readonly string[];
  /** How many the filters find, on all pages. */
  readonly total: number | undefined;
  readonly isCapped: boolean;
  readonly query: CaseQuery;
  readonly onClear: () => void;
  readonly onDone: () => void;
}

export function SelectionBar({ selected, total = 0, isCapped, query, onClear, onDone }: SelectionBarProps) {
  const t = useQueueWords();
  const words = useBatchWords();
  const [isAll, setAll] = useState(false);
  const [event, setEvent] = useState<BatchEvent | null>(null);
  if (selected.length === 0) return null;
  const count = isAll ? total : selected.length;
  return (
    <div className="selection-bar" role="region" aria-label={t('actions')}>
      <strong role="status">{isAll && isCapped ? t('foundMany') : t('selected', { count })}</strong>
      {!isAll && total > selected.length && !isCapped && (
        <Button
          type="link"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('selectAll')} ({total})
        </Button>
      )}
      {(['ASSIGN', 'NOTE'] as const).map((each) => (
        <WriteButton
          key={each}
          onClick={() => {
            setEvent(each);
          }}
        >
          {words(each)}
        </WriteButton>
      ))}
      <Button type="link" onClick={onClear}>
        {t('unselect')}
      </Button>
      {event !== null && (
        <Suspense fallback={null}>
          <BatchDrawer
            event={event}
            cases={selected}
            {...(isAll && { filter: query })}
            total={count}
            onClose={() => {
              setEvent(null);
            }}
            onDone={onDone}
          />
        </Suspense>
      )}
    </div>
  );
}
