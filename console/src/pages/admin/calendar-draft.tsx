/** Another plan for a year while it is tried: days changed by hand or from a file, what differs, what would move, its file. */
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useId, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed } from '../../parts/states.tsx';
import { useRuleWords } from '../../words/admin-rules.ts';
import { useAdminWords } from '../../words/admin.ts';
import { daysOf, turned, type DayMap } from './calendar-days.ts';
import { CalendarEffect } from './calendar-effect.tsx';
import { importDays, type PlanDay } from './calendar-import.ts';
import { TextField } from './fields.tsx';
import { YearGrid } from './year-grid.tsx';

interface DraftProps {
  readonly year: components['schemas']['CalendarYear'];
  readonly onEnd: () => void;
}

const MOST_BYTES = 200_000;

export function CalendarDraft({ year, onEnd }: DraftProps) {
  const t = useRuleWords();
  const admin = useAdminWords();
  const before = daysOf(year);
  const [days, setDays] = useState<DayMap>(before);
  const [notice, setNotice] = useState(year.notice ?? '');
  const [isTold, tell] = useState(false);
  const others = new Set(year.days.filter(({ plan }) => plan !== year.year).map(({ on }) => on));
  const path = { params: { path: { year: year.year } } };
  const body = () => ({
    calendar: year.calendar,
    notice: notice.trim(),
    days: [...days.values()].filter(({ on }) => !others.has(on)),
  });
  const preview = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/calendars/{year}/preview', { ...path, body: body() })),
  });
  const download = useMutation({
    mutationFn: () =>
      unwrap(api.POST('/api/v1/calendars/{year}/file', { ...path, body: body(), parseAs: 'text' })),
    onSuccess: (text) => {
      save(text, `${year.calendar}.yaml`);
    },
  });
  const change = (next: DayMap) => {
    preview.reset();
    setDays(next);
  };
  const changed = new Set(
    [...days.keys(), ...before.keys()].filter((on) => days.get(on)?.kind !== before.get(on)?.kind),
  );
  return (
    <>
      <ImportFile
        year={year.year}
        onRead={(read, source) => {
          change(new Map([...kept(before, others), ...read.map((day) => [day.on, day] as const)]));
          if (source !== null) setNotice(source);
        }}
      />
      <YearGrid
        year={year.year}
        weekend={year.weekend}
        days={days}
        before={before}
        onPick={(on, isWeekend) => {
          if (!others.has(on)) change(turned(days, on, isWeekend));
        }}
      />
      <form
        className="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tell(true);
          if (notice.trim() !== '' && !preview.isPending) preview.mutate();
        }}
      >
        <p role="status">{t('changed', { count: changed.size })}</p>
        <TextField
          label={t('notice')}
          lang="zh-CN"
          value={notice}
          maxLength={300}
          onChange={setNotice}
          wrong={isTold && notice.trim() === '' ? admin('notSaid') : null}
        />
        {preview.error && <Failed error={preview.error} />}
        <p className="form-foot">
          <WriteButton type="primary" htmlType="submit" loading={preview.isPending}>
            {t('preview')}
          </WriteButton>
          <Button onClick={onEnd}>{t('startOver')}</Button>
        </p>
      </form>
      {preview.data && (
        <>
          <CalendarEffect impact={preview.data} />
          <p role="note">{t('downloadText')}</p>
          {download.error && <Failed error={download.error} />}
          <p className="form-foot">
            <Button
              loading={download.isPending}
              onClick={() => {
                download.mutate();
              }}
            >
              {t('download')}
            </Button>
          </p>
        </>
      )}
    </>
  );
}

/** Days that another year's plan names stay as that plan has them. */
const kept = (days: DayMap, others: ReadonlySet<string>) => [...days].filter(([on]) => others.has(on));

interface ImportProps {
  readonly year: number;
  readonly onRead: (days: readonly PlanDay[], notice: string | null) => void;
}

function ImportFile({ year, onRead }: ImportProps) {
  const t = useRuleWords();
  const id = useId();
  const [faults, setFaults] = useState<readonly string[]>([]);
  const read = async (file: File) => {
    if (file.size > MOST_BYTES) {
      setFaults([t('fileTooLarge')]);
      return;
    }
    try {
      const { days, notice, faults: wrong } = await importDays(file.name, await file.text(), year);
      const said = wrong.map(({ line, text }) => t('fileWrong', { line, text }));
      setFaults(days.length === 0 && said.length === 0 ? [t('fileEmpty', { year })] : said);
      if (days.length > 0 && said.length === 0) onRead(days, notice);
    } catch (error) {
      setFaults([
        t('fileWrong', { line: 1, text: error instanceof Error ? error.message.slice(0, 120) : '' }),
      ]);
    }
  };
  return (
    <section aria-label={t('importTitle')} className="admin-form">
      <h3>{t('importTitle')}</h3>
      <p className="quiet">{t('importText')}</p>
      <label htmlFor={id}>{t('file')}</label>{' '}
      <input
        id={id}
        type="file"
        accept=".csv,.txt,.json,.yaml,.yml"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void read(file);
        }}
      />
      {faults.length > 0 && (
        <ul role="alert" className="field-wrong">
          {faults.map((fault) => (
            <li key={fault}>{fault}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
