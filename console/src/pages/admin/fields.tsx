/** Fields of the forms of administration: a label, what helps to fill it in, what is wrong with it. */
import { Checkbox, Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { useClear } from '../../parts/use-clear.tsx';

interface Common {
  readonly label: string;
  readonly help?: string;
  readonly wrong?: string | null;
}

function Around({
  id,
  label,
  help,
  wrong,
  children,
}: Common & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {help !== undefined && (
        <p id={`${id}-help`} className="quiet">
          {help}
        </p>
      )}
      {children}
      {wrong != null && (
        <p id={`${id}-wrong`} className="field-wrong">
          {wrong}
        </p>
      )}
    </div>
  );
}

const described = (id: string, { help, wrong }: Common) => {
  const ids = [...(help === undefined ? [] : [`${id}-help`]), ...(wrong == null ? [] : [`${id}-wrong`])];
  return {
    ...(ids.length > 0 && { 'aria-describedby': ids.join(' ') }),
    ...(wrong != null && { 'aria-invalid': true }),
  };
};

interface TextProps extends Common {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'search' | 'number';
  readonly maxLength?: number;
  readonly lang?: string;
}

export function TextField({ value, onChange, type = 'text', maxLength = 200, lang, ...common }: TextProps) {
  const id = useId();
  return (
    <Around id={id} {...common}>
      <Input
        id={id}
        type={type}
        value={value}
        maxLength={maxLength}
        autoComplete="off"
        {...(lang !== undefined && { lang })}
        {...described(id, common)}
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
    </Around>
  );
}

interface ChoiceProps extends Common {
  /** Empty for nothing chosen. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isOptional?: boolean;
}

export function ChoiceField({ value, onChange, options, isOptional = false, ...common }: ChoiceProps) {
  const id = useId();
  const clear = useClear();
  return (
    <Around id={id} {...common}>
      <Select<string>
        id={id}
        className="wide"
        value={value === '' ? null : value}
        allowClear={isOptional ? clear : false}
        showSearch={{ optionFilterProp: 'label' }}
        options={options.map((each) => ({ ...each }))}
        {...described(id, common)}
        onChange={(next: string | undefined) => {
          onChange(next ?? '');
        }}
      />
    </Around>
  );
}

interface FlagProps {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}

export function FlagField({ label, value, onChange }: FlagProps) {
  return (
    <div className="field">
      <Checkbox
        checked={value}
        onChange={(event) => {
          onChange(event.target.checked);
        }}
      >
        {label}
      </Checkbox>
    </div>
  );
}
