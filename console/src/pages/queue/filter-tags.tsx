/** The filters that are on, each with a button that takes it away. */
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button } from 'antd';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { useQueueWords } from '../../words/queue.ts';
import type { FilterName, Filters } from './list-address.ts';

interface FilterTagsProps {
  readonly filters: Filters;
  readonly names: Readonly<Record<string, string>>;
  readonly procedures: readonly string[];
  readonly onRemove: (name: FilterName) => void;
  readonly onClear: () => void;
}

export function FilterTags({ filters, names, procedures, onRemove, onClear }: FilterTagsProps) {
  const t = useQueueWords();
  const told = useFilterWords(names, procedures);
  const chosen = Object.entries(filters) as [FilterName, string][];
  if (chosen.length === 0) return null;
  return (
    <div className="filter-tags">
      <span>{t('chosen')}:</span>
      <ul>
        {chosen.map(([name, value]) => (
          <li key={name}>
            <Button
              size="small"
              aria-label={t('remove', { what: told(name, value) })}
              onClick={() => {
                onRemove(name);
              }}
            >
              {told(name, value)} <CloseOutlined aria-hidden="true" />
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" type="link" onClick={onClear}>
        {t('clear')}
      </Button>
    </div>
  );
}

/** A filter in words: `环节=线索研判`. `names` are those of people, as far as the page knows them. */
export function useFilterWords(
  names: Readonly<Record<string, string>>,
  procedures: readonly string[],
): (name: FilterName, value: string) => string {
  const t = useQueueWords();
  const common = useCommonWords();
  const { code } = useCodes();
  const stateName = (state: string) =>
    procedures.map((procedure) => code('state', procedure, state)).find((words) => words !== state) ?? state;
  const valueOf = (name: FilterName, value: string): string => {
    if (name === 'light') return common(value as 'overdue');
    if (name === 'open') return t(value === 'true' ? 'open_true' : 'open_false');
    if (name === 'procedure')
      return value
        .split(',')
        .map((each) => code('procedure', each))
        .join('、');
    if (name === 'channel')
      return value
        .split(',')
        .map((each) => code('value', each, 'channel'))
        .join('、');
    if (name === 'state') return value.split(',').map(stateName).join('、');
    return name === 'assignee' ? (names[value] ?? value) : value;
  };
  return (name, value) => `${t(name === 'light' ? 'deadline' : name)}=${valueOf(name, value)}`;
}
