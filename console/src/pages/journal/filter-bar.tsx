/** Every filter in one bar, and the reports that set them. What is typed counts once it is sent. */
import { useQuery } from '@tanstack/react-query';
import { Button, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useId, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { api, unwrap } from '../../api/client.ts';
import { useCodes } from '../../words/codes.ts';
import { useJournalWords } from '../../words/journal.ts';
import {
  isSame,
  OUTCOMES,
  reportsFor,
  toParams,
  type Filter,
  type Filters,
  type JournalQuery,
} from './address.ts';

interface FilterBarProps {
  readonly query: JournalQuery;
  readonly onAsk: (next: JournalQuery) => void;
}

export function FilterBar({ query, onAsk }: FilterBarProps) {
  const t = useJournalWords();
  const { say } = useCodes();
  const [draft, setDraft] = useState<Filters>(query.filters);
  const { data } = useQuery({
    queryKey: ['procedures'],
    queryFn: () => unwrap(api.GET('/api/v1/procedures')),
    staleTime: Infinity,
  });
  const procedures = data?.items ?? [];
  const set = (name: Filter, value: string) => {
    const { [name]: _was, ...rest } = draft;
    setDraft(value === '' ? rest : { ...rest, [name]: value });
  };
  const text = (name: Filter) => (
    <Field name={name}>
      {(id) => (
        <Input
          id={id}
          value={draft[name] ?? ''}
          onChange={(event) => {
            set(name, event.target.value);
          }}
        />
      )}
    </Field>
  );
  return (
    <>
      <nav aria-label={t('reports')}>
        <ul className="reports">
          {reportsFor(procedures.map(({ name }) => name)).map(({ words, filters }) => (
            <li key={words}>
              <Link
                to={{
                  search: new URLSearchParams(toParams({ ...query, filters, cursor: null })).toString(),
                }}
                {...(isSame(filters, query.filters) && { 'aria-current': 'true' as const })}
              >
                {t(words)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <form
        className="filter-bar"
        aria-label={t('filters')}
        onSubmit={(event) => {
          event.preventDefault();
          onAsk({ ...query, filters: draft, cursor: null });
        }}
      >
        {text('case')}
        {text('actor')}
        {text('type')}
        <Field name="procedure">
          {(id) => (
            <Select
              id={id}
              value={draft.procedure ?? ''}
              options={[
                { value: '', label: t('any') },
                ...procedures.map(({ name, label }) => ({ value: name, label: say(label) })),
              ]}
              onChange={(value: string) => {
                set('procedure', value);
              }}
            />
          )}
        </Field>
        <Field name="outcome">
          {(id) => (
            <Select
              id={id}
              value={draft.outcome ?? ''}
              options={[
                { value: '', label: t('any') },
                ...OUTCOMES.map((value) => ({ value, label: t(value) })),
              ]}
              onChange={(value: string) => {
                set('outcome', value);
              }}
            />
          )}
        </Field>
        <Field name="period">
          {(id) => (
            <DatePicker.RangePicker
              id={{ start: id }}
              allowEmpty={[true, true]}
              placeholder={[t('from'), t('to')]}
              value={[asDay(draft.from), asDay(draft.to)]}
              onChange={(range) => {
                const { from: _from, to: _to, ...rest } = draft;
                const [from, to] = (range ?? []).map((day) => day?.format('YYYY-MM-DD'));
                setDraft({ ...rest, ...(from !== undefined && { from }), ...(to !== undefined && { to }) });
              }}
            />
          )}
        </Field>
        {text('q')}
        <Field name="order">
          {(id) => (
            <Select
              id={id}
              value={query.order}
              options={(['desc', 'asc'] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(order: 'asc' | 'desc') => {
                onAsk({ filters: draft, order, cursor: null });
              }}
            />
          )}
        </Field>
        <span className="filter-actions">
          <Button type="primary" htmlType="submit">
            {t('apply')}
          </Button>
          <Button
            onClick={() => {
              setDraft({});
              onAsk({ ...query, filters: {}, cursor: null });
            }}
          >
            {t('clear')}
          </Button>
        </span>
        <p className="quiet hint">{t('typeHint')}</p>
      </form>
    </>
  );
}

/** A day of the address; an instant from elsewhere is shown as its day. */
const asDay = (text: string | undefined) => (text === undefined ? null : dayjs(text));

function Field({
  name,
  children,
}: {
  readonly name: Filter | 'period' | 'order';
  readonly children: (id: string) => ReactNode;
}) {
  const t = useJournalWords();
  const id = useId();
  return (
    <span className="filter">
      <label htmlFor={id}>{t(name)}</label>
      {children(id)}
    </span>
  );
}
