/** Chooses several codes by their words, each with how many there are where that was counted. */
import { Select } from 'antd';
import { Field } from './field.tsx';

interface CodesFieldProps {
  readonly label: string;
  /** The chosen, separated by commas. */
  readonly value: string | undefined;
  /** Those to choose from; what is chosen is among them in any case. */
  readonly codes: readonly string[];
  readonly found?: Readonly<Record<string, number>> | undefined;
  readonly nameOf: (code: string) => string;
  readonly onChange: (value: string | undefined) => void;
}

export function CodesField({ label, value, codes, found = {}, nameOf, onChange }: CodesFieldProps) {
  const chosen = value?.split(',') ?? [];
  return (
    <Field label={label}>
      {(id) => (
        <Select<string[]>
          id={id}
          mode="multiple"
          className="filter-codes"
          maxTagCount={1}
          value={chosen}
          showSearch={{ optionFilterProp: 'label' }}
          options={[...new Set([...chosen, ...codes])].map((each) => ({
            value: each,
            label: `${nameOf(each)}${found[each] === undefined ? '' : ` (${found[each]})`}`,
          }))}
          onChange={(next) => {
            onChange(next.length === 0 ? undefined : next.join(','));
          }}
        />
      )}
    </Field>
  );
}
