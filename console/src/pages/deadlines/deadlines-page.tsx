/** The deadline calendar: how much is due on which day of a month, and the clocks of a day. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Segmented } from 'antd';
import { useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { Page } from '../../frame/page.tsx';
import { CalendarFeed } from '../../parts/calendar-feed.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { useCommonWords } from '../../words/common.ts';
import { useDeadlineWords } from '../../words/deadlines.ts';
import { DayList } from './day-list.tsx';
import './deadlines.css';
import { monthAfter, monthOfAddress } from './month.ts';
import { LIGHTS, MonthTable } from './month-table.tsx';

/** The month of the address, or the one that the server counts today in: a sandbox may have moved it. */
export default function DeadlinesPage() {
  const t = useDeadlineWords();
  const [params] = useSearchParams();
  const asked = monthOfAddress(params.get('month'));
  const { data, error, refetch } = useQuery({
    queryKey: ['deadlines', 'today'],
    queryFn: () => unwrap(api.GET('/api/v1/deadlines/days', { params: { query: { mine: 'true' } } })),
    staleTime: 60_000,
  });
  const month = asked ?? data?.today.slice(0, 7);
  return (
    <Page title={t('title')}>
      {month !== undefined && <Month month={month} {...(data && { today: data.today })} />}
      {month === undefined && !error && <Loading rows={8} />}
      {month === undefined && error && <Failed error={error} retry={() => void refetch()} />}
      <CalendarFeed />
    </Page>
  );
}

function Month({ month, today }: { readonly month: string; readonly today?: string }) {
  const t = useDeadlineWords();
  const common = useCommonWords();
  const [params, setParams] = useSearchParams();
  const day = params.get('day');
  const isOwn = params.get('mine') !== 'false';
  const mine = isOwn ? ('true' as const) : ('false' as const);
  const { data, error, isPending, isPlaceholderData, refetch } = useQuery({
    queryKey: ['deadlines', 'month', month, mine],
    queryFn: () => unwrap(api.GET('/api/v1/deadlines/days', { params: { query: { month, mine } } })),
    placeholderData: keepPreviousData,
  });
  const go = (next: Readonly<Record<string, string>>) => {
    const kept = { month, ...(day !== null && { day }), ...(!isOwn && { mine: 'false' }) };
    setParams(Object.fromEntries(Object.entries({ ...kept, ...next }).filter(([, value]) => value !== '')));
  };
  const turn = (months: number) => {
    go({ month: monthAfter(month, months), day: '' });
  };
  const unplanned = [
    ...new Set(
      data?.weeks.flatMap(({ days }) =>
        days.filter(({ isPlanned }) => !isPlanned).map(({ date }) => date.slice(0, 4)),
      ),
    ),
  ];
  return (
    <>
      <div className="month-bar">
        <Button
          onClick={() => {
            turn(-1);
          }}
        >
          {t('before')}
        </Button>
        <strong role="status">{month}</strong>
        <Button
          onClick={() => {
            turn(1);
          }}
        >
          {t('after')}
        </Button>
        <Button
          disabled={today === undefined}
          onClick={() => {
            go({ month: today?.slice(0, 7) ?? month, day: '' });
          }}
        >
          {t('thisMonth')}
        </Button>
        <Segmented
          aria-label={t('whose')}
          value={isOwn ? 'mine' : 'all'}
          options={[
            { value: 'mine', label: t('mine') },
            { value: 'all', label: t('all') },
          ]}
          onChange={(value) => {
            go({ mine: value === 'all' ? 'false' : '' });
          }}
        />
      </div>
      {unplanned.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('noPlan', { years: unplanned.join('、') })}
          className="no-plan"
        />
      )}
      {isPending && <Loading rows={8} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <div {...(isPlaceholderData && { className: 'dimmed', 'aria-busy': true })}>
          <MonthTable
            calendar={data}
            month={month}
            chosen={day}
            onTurn={turn}
            onChoose={(date) => {
              go({ day: date });
            }}
          />
          <p className="quiet">
            {LIGHTS.map(({ field, shape, words, colour }) => (
              <span key={field} className="legend-item" style={{ color: colour }}>
                {shape} {common(words)}
              </span>
            ))}
            {t('keys')}
          </p>
        </div>
      )}
      {day === null ? <p>{t('pickDay')}</p> : <DayList day={day} isOwn={isOwn} />}
    </>
  );
}
