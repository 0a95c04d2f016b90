/** The working calendar of a year; and, for who may, another plan for it: what would differ and what would move. */
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { useMay } from '../../app/permissions.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useCodes } from '../../words/codes.ts';
import { daysOf } from './calendar-days.ts';
import { CalendarDraft } from './calendar-draft.tsx';
import { ChoiceField, TextField } from './fields.tsx';
import { YearGrid } from './year-grid.tsx';

type CalendarYear = components['schemas']['CalendarYear'];

export default function CalendarsSection() {
  const t = useRuleWords();
  const may = useMay();
  const [params, setParams] = useSearchParams();
  const [isEdited, setEdited] = useState(false);
  const year = Number(params.get('year') ?? new Date().getFullYear());
  const calendar = params.get('calendar');
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ['calendars', year, calendar],
    queryFn: () =>
      unwrap(
        api.GET('/api/v1/calendars/{year}', {
          params: { path: { year }, query: calendar === null ? {} : { calendar } },
        }),
      ),
  });
  const go = (next: Record<string, string>) => {
    setEdited(false);
    setParams({ ...Object.fromEntries(params), ...next });
  };
  return (
    <>
      <YearLine year={year} data={data ?? null} onGo={go} />
      {isPending && <Loading rows={8} />}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {data && (
        <>
          <About year={data} />
          {may('calendar.preview') && !isEdited && (
            <p className="form-foot">
              <Button
                onClick={() => {
                  setEdited(true);
                }}
              >
                {t('edit')}
              </Button>
            </p>
          )}
          {isEdited ? (
            <CalendarDraft
              key={`${data.calendar} ${data.year}`}
              year={data}
              onEnd={() => {
                setEdited(false);
              }}
            />
          ) : (
            <YearGrid year={data.year} weekend={data.weekend} days={daysOf(data)} before={daysOf(data)} />
          )}
        </>
      )}
    </>
  );
}

interface LineProps {
  readonly year: number;
  readonly data: CalendarYear | null;
  readonly onGo: (next: Record<string, string>) => void;
}

function YearLine({ year, data, onGo }: LineProps) {
  const t = useRuleWords();
  const [typed, setTyped] = useState(String(year));
  return (
    <form
      className="search-line"
      onSubmit={(event) => {
        event.preventDefault();
        if (/^\d{4}$/.test(typed)) onGo({ year: typed });
      }}
    >
      <TextField label={t('year')} type="number" value={typed} onChange={setTyped} maxLength={4} />
      {data && data.calendars.length > 1 && (
        <ChoiceField
          label={t('calendar')}
          value={data.calendar}
          onChange={(calendar) => {
            onGo({ calendar });
          }}
          options={data.calendars.map((id) => ({ value: id, label: id }))}
        />
      )}
      <p className="form-foot">
        <Button htmlType="submit">{t('show')}</Button>
      </p>
    </form>
  );
}

function About({ year }: { readonly year: CalendarYear }) {
  const t = useRuleWords();
  const { say } = useCodes();
  return (
    <>
      <h2>
        {say(year.name)} {year.year}
      </h2>
      {year.isPlanned ? (
        <dl className="facts">
          <dt>{t('source')}</dt>
          <dd lang="zh-CN">{year.notice}</dd>
          <dt>{t('version')}</dt>
          <dd>
            <code>{year.version}</code>
          </dd>
        </dl>
      ) : (
        <p role="note" className="failed">
          {t('noPlan', { year: year.year })}
        </p>
      )}
      <p className="quiet">{t('legend')}</p>
    </>
  );
}
