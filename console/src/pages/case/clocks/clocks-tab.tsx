/** Every deadline of a case with how it was counted; those that run first, those that stopped on demand. */
import { Button } from 'antd';
import { useState } from 'react';
import { Failed, Loading } from '../../../parts/states.tsx';
import { useClockWords } from '../../../words/case-reading.ts';
import { useActions, useCaseClocks } from '../case-queries.ts';
import { ClockCard } from './clock-card.tsx';
import '../case-reading.css';

interface ClocksTabProps {
  readonly caseId: string;
  /** Opens the form of an event, with what is known of its data already. */
  readonly onAct: (event: string, data?: Readonly<Record<string, unknown>>) => void;
}

/** The step that extends a deadline, where a procedure has one. */
const EXTEND = 'EXTEND';

export function ClocksTab({ caseId, onAct }: ClocksTabProps) {
  const t = useClockWords();
  const clocks = useCaseClocks(caseId);
  const actions = useActions(caseId);
  const [isOpen, setOpen] = useState(false);
  if (clocks.isPending) return <Loading rows={6} />;
  if (clocks.isError) return <Failed error={clocks.error} retry={() => void clocks.refetch()} />;
  const running = clocks.data.items.filter(({ stoppedAt }) => stoppedAt === null);
  const stopped = clocks.data.items.filter(({ stoppedAt }) => stoppedAt !== null);
  const mayExtend =
    actions.data?.items.some(({ event, isAllowed }) => event === EXTEND && isAllowed) === true;
  return (
    <>
      <h2>{t('running')}</h2>
      {running.length === 0 && <p className="quiet">{t('noneRunning')}</p>}
      {running.map((clock) => (
        <ClockCard
          key={clock.id}
          clock={clock}
          onExtend={
            mayExtend && clock.mostExtensions > clock.extensions.length
              ? () => {
                  onAct(EXTEND, { clock: clock.clock });
                }
              : null
          }
        />
      ))}
      {stopped.length > 0 && (
        <>
          <Button
            type="link"
            aria-expanded={isOpen}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {isOpen ? t('hideStopped') : t('showStopped', { count: stopped.length })}
          </Button>
          {isOpen && (
            <>
              <h2>{t('stopped')}</h2>
              {stopped.map((clock) => (
                <ClockCard key={clock.id} clock={clock} onExtend={null} />
              ))}
            </>
          )}
        </>
      )}
    </>
  );
}
