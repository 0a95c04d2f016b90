/** Period and unit above the cards. */
import { DatePicker, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId } from 'react';
import { useDashboardWords } from '../../words/dashboards.ts';
import type { Asked } from './asked.ts';

interface PickersProps {
  readonly asked: Asked;
  readonly units: readonly { readonly unit: string; readonly name: string | null }[];
  readonly onAsk: (next: Asked) => void;
}

const dayOf = (day: Dayjs) => day.format('YYYY-MM-DD');

export function Pickers({ asked, units, onAsk }: PickersProps) {
  const t = useDashboardWords();
  const { from, to, unit } = asked;
  const [period, place] = [useId(), useId()];
  const today = dayjs();
  const quarter = today.subtract(today.month() % 3, 'month').startOf('month');
  return (
    <div className="pickers" role="group" aria-label={t('period')}>
      <span className="picker">
        <label htmlFor={period}>{t('period')}</label>
        <DatePicker.RangePicker
          id={{ start: period }}
          value={from === undefined || to === undefined ? null : [dayjs(from), dayjs(to)]}
          placeholder={[t('latest'), t('to')]}
          presets={[
            { label: t('thisMonth'), value: [today.startOf('month'), today] },
            { label: t('thisQuarter'), value: [quarter, today] },
            { label: t('thisYear'), value: [today.startOf('year'), today] },
            { label: t('lastYear'), value: [today.subtract(1, 'year').add(1, 'day'), today] },
          ]}
          onChange={(range) => {
            const { from: _from, to: _to, ...rest } = asked;
            const [first, last] = range ?? [];
            onAsk(first && last ? { ...rest, from: dayOf(first), to: dayOf(last) } : rest);
          }}
        />
      </span>
      <span className="picker">
        <label htmlFor={place}>{t('unit')}</label>
        <Select
          id={place}
          className="unit-picker"
          value={unit ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          options={[
            { value: '', label: t('allUnits') },
            ...units.map(({ unit: code, name }) => ({ value: code, label: name ?? code })),
            ...(unit !== undefined && units.every((each) => each.unit !== unit)
              ? [{ value: unit, label: unit }]
              : []),
          ]}
          onChange={(next: string) => {
            const { unit: _unit, ...rest } = asked;
            onAsk(next === '' ? rest : { ...rest, unit: next });
          }}
        />
      </span>
    </div>
  );
}
