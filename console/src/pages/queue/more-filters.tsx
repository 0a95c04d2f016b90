/** Filters that are asked for now and then: how it came in, by whom, in which unit, since when. */
import { Input, Select } from 'antd';
import { ColleaguePicker } from '../../parts/colleague-picker.tsx';
import { UnitPicker } from '../../parts/unit-picker.tsx';
import { useCodes } from '../../words/codes.ts';
import { useQueueWords } from '../../words/queue.ts';
import { CodesField } from './codes-field.tsx';
import { Field } from './field.tsx';
import type { FilterName, Filters, Tab } from './list-address.ts';

interface MoreFiltersProps {
  readonly filters: Filters;
  readonly onFilter: (name: FilterName, value: string | undefined) => void;
  readonly tab: Tab;
  /** The procedure, where the list is of one alone. */
  readonly procedure?: string;
}

/** The procedure whose cases come in by one way or another. */
const COMES_IN = 'complaint';

export default function MoreFilters({ filters, onFilter, tab, procedure = COMES_IN }: MoreFiltersProps) {
  const t = useQueueWords();
  const { code, codesOf } = useCodes();
  const set = (name: FilterName) => (value: string | readonly string[] | null) => {
    onFilter(name, typeof value === 'string' && value !== '' ? value : undefined);
  };
  return (
    <div className="filter-more">
      {procedure === COMES_IN && (
        <CodesField
          label={t('channel')}
          value={filters.channel}
          codes={codesOf('channel')}
          nameOf={(channel) => code('value', channel, 'channel')}
          onChange={(value) => {
            onFilter('channel', value);
          }}
        />
      )}
      <Field label={t('assignee')}>
        {(id) => <ColleaguePicker id={id} value={filters.assignee ?? null} onChange={set('assignee')} />}
      </Field>
      {tab !== 'unit' && (
        <Field label={t('unit')}>
          {(id) => <UnitPicker id={id} value={filters.unit ?? null} onChange={set('unit')} />}
        </Field>
      )}
      {(['openedFrom', 'openedTo'] as const).map((name) => (
        <Field key={name} label={t(name)}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={filters[name] ?? ''}
              onChange={({ target }) => {
                set(name)(target.value);
              }}
            />
          )}
        </Field>
      ))}
      {(tab === 'all' || tab === 'copied') && (
        <Field label={t('open')}>
          {(id) => (
            <Select
              id={id}
              className="filter-codes"
              value={filters.open ?? ''}
              onChange={set('open')}
              options={[
                { value: '', label: t('any') },
                { value: 'true', label: t('open_true') },
                { value: 'false', label: t('open_false') },
              ]}
            />
          )}
        </Field>
      )}
    </div>
  );
}
