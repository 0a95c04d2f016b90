/** How a list looks: its columns, its density, and the case beside it. Kept for the reader on the server. */
import SettingOutlined from '@ant-design/icons/SettingOutlined';
import { Button, Checkbox, Popover, Radio } from 'antd';
import type { Preferences } from '../../app/preferences.ts';
import { useQueueWords } from '../../words/queue.ts';
import { NUMBER, type ListColumn } from './columns.tsx';

interface ListSettingsProps {
  readonly all: readonly ListColumn[];
  readonly shown: readonly string[];
  readonly preferences: Preferences;
  readonly onColumns: (keys: readonly string[]) => void;
  readonly prefer: (change: Partial<Preferences>) => void;
}

export function ListSettings({ all, shown, preferences, onColumns, prefer }: ListSettingsProps) {
  const t = useQueueWords();
  const columns = (
    <fieldset className="column-choice">
      <legend className="visually-hidden">{t('columns')}</legend>
      <p className="quiet">{t('columnsHelp')}</p>
      {all
        .filter(({ key }) => key !== NUMBER)
        .map(({ key, title }) => (
          <Checkbox
            key={key}
            checked={shown.includes(key)}
            onChange={({ target }) => {
              const keys = target.checked ? [...shown, key] : shown.filter((each) => each !== key);
              onColumns(all.map((column) => column.key).filter((each) => keys.includes(each)));
            }}
          >
            {title}
          </Checkbox>
        ))}
    </fieldset>
  );
  return (
    <>
      <Radio.Group
        className="density-choice"
        aria-label={t('density')}
        optionType="button"
        value={preferences.density}
        onChange={({ target }) => {
          prefer({ density: target.value as Preferences['density'] });
        }}
        options={(['compact', 'standard', 'roomy'] as const).map((each) => ({
          value: each,
          label: t(`density_${each}`),
        }))}
      />
      <Button
        className="split-switch"
        aria-pressed={preferences.isSplit}
        onClick={() => {
          prefer({ isSplit: !preferences.isSplit });
        }}
      >
        {t('split')}
      </Button>
      <Popover content={columns} trigger="click" placement="bottomRight" title={t('columns')}>
        <Button icon={<SettingOutlined aria-hidden />}>{t('columns')}</Button>
      </Popover>
    </>
  );
}
