/** The case beside the list: what is due, and what may be done, without leaving the queue. */
import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { DueLight } from '../../parts/light.tsx';
import { PersonName } from '../../parts/person.tsx';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { useQueueWords } from '../../words/queue.ts';
import { NextSteps } from '../case/next-steps.tsx';
import { nameOf } from './columns.tsx';
import { COUNTS_KEY, type CaseItem } from './use-cases.ts';

/** Forms are heavy, and many who look at the list fill in none. */
const ActionDrawer = lazy(async () => ({
  default: (await import('../case/action-drawer.tsx')).ActionDrawer,
}));

export default function Beside({
  item,
  onClose,
}: {
  readonly item: CaseItem | null;
  readonly onClose: () => void;
}) {
  const t = useQueueWords();
  const common = useCommonWords();
  const { code } = useCodes();
  const queries = useQueryClient();
  const [event, setEvent] = useState<string | null>(null);
  /** Stays from the first form on, so that it closes by itself and the focus goes back to where it came from. */
  const [wasOpened, setOpened] = useState(false);
  const act = (next: string) => {
    setEvent(next);
    setOpened(true);
  };
  const close = () => {
    setEvent(null);
  };
  return (
    <aside className="beside" aria-label={t('beside')}>
      {item === null ? (
        <p className="quiet">{t('besideNone')}</p>
      ) : (
        <>
          <h2>
            <Link to={`/cases/${item.id}`}>{nameOf(item)}</Link>
          </h2>
          <p>
            {code('procedure', item.procedure)} · {code('state', item.procedure, item.state)}
          </p>
          <p>
            <DueLight light={item.light} left={item.left} unit={item.leftUnit} dueOn={item.nextDueOn} />
          </p>
          <dl>
            <dt>{t('subject')}</dt>
            <dd>
              <PersonName id={item.subject} name={item.subjectName} />
            </dd>
            <dt>{t('assignee')}</dt>
            <dd>
              <PersonName id={item.assignee} name={item.assigneeName} />
            </dd>
          </dl>
          <NextSteps caseId={item.id} procedure={item.procedure} onAct={act} />
          {wasOpened && (
            <Suspense fallback={null}>
              <ActionDrawer
                caseId={item.id}
                event={event}
                onClose={close}
                onDone={() => {
                  close();
                  for (const queryKey of [['cases'], COUNTS_KEY, ['case', item.id]])
                    void queries.invalidateQueries({ queryKey });
                }}
              />
            </Suspense>
          )}
          <Button onClick={onClose}>{common('close')}</Button>
        </>
      )}
    </aside>
  );
}
