/** The controls of a form, one for each way in which a field may be asked for. */
import { Checkbox, Input, InputNumber, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import type { Picked } from '../parts/remote-select.tsx';
import { UnitPicker } from '../parts/unit-picker.tsx';
import { useClear } from '../parts/use-clear.tsx';
import { ZONE } from '../parts/when.tsx';
import { useCodes } from '../words/codes.ts';
import { useCommonWords } from '../words/common.ts';
import { useFormWords } from '../words/schema-form.ts';
import { CaseField, ColleagueField, EvidenceField, PersonField } from './case-widgets.tsx';
import type { Marks } from './field-frame.tsx';
import type { FormSchema } from './form-schema.ts';
import { instantOf, localOf } from './instants.ts';

export interface WidgetProps {
  readonly field: FormSchema;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly marks: Marks;
  readonly isRequired: boolean;
  readonly caseId: string | undefined;
}

/** Most choices that stand open side by side. */
const MOST_RADIOS = 5;

const text = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : []);

/** Whether a field is several controls under one question. */
export const isSeveral = (field: FormSchema): boolean => {
  const { 'x-format': format, type } = field;
  return (
    format === 'boolean' ||
    format === 'answer' ||
    (format === 'choice' && type !== 'array' && isFew(field)) ||
    (format === 'choice' && type === 'array' && field.items !== undefined && isFew(field.items)) ||
    (format === 'clock' && isFew(field))
  );
};

const isFew = ({ enum: codes }: FormSchema): boolean => codes !== undefined && codes.length <= MOST_RADIOS;

export function Widget(props: WidgetProps): ReactNode {
  const { field, value, onChange, marks } = props;
  const t = useFormWords();
  const picker = {
    ...pickerMarks(marks),
    value: (value ?? null) as Picked,
    onChange,
    ...(field.type === 'array' && { multiple: true }),
  };
  switch (field['x-format']) {
    case 'text':
      return <Line {...props} />;
    case 'textarea':
      return <LongText {...props} />;
    case 'number':
      return (
        <InputNumber<number>
          {...marks}
          value={typeof value === 'number' ? value : null}
          {...(field.minimum !== undefined && { min: field.minimum })}
          {...(field.maximum !== undefined && { max: field.maximum })}
          precision={field.type === 'integer' ? 0 : 2}
          onChange={onChange}
        />
      );
    case 'boolean':
      return <YesNo {...props} />;
    case 'answer':
      return <Radios {...props} codes={['true', 'false', 'unknown']} labels={field['x-labels']} />;
    case 'choice':
    case 'clock':
      return <Choice {...props} />;
    case 'date':
      return (
        <Input
          {...marks}
          type="date"
          className="short-field"
          value={text(value)}
          onChange={(event) => {
            onChange(event.target.value);
          }}
        />
      );
    case 'date-time':
      return <Time {...props} />;
    case 'person':
      return <PersonField {...picker} caseId={props.caseId} />;
    case 'colleague':
      return <ColleagueField {...picker} caseId={props.caseId} />;
    case 'unit':
      return <UnitPicker {...picker} />;
    case 'case':
      return <CaseField {...props} />;
    case 'evidence':
      return <EvidenceField {...props} />;
    default:
      return <p role="alert">{t('unknown')}</p>;
  }
}

const pickerMarks = ({ status: _status, ...marks }: Marks) => marks;

function Line({ field, value, onChange, marks }: WidgetProps) {
  return (
    <Input
      {...marks}
      value={text(value)}
      autoComplete="off"
      onChange={(event) => {
        onChange(event.target.value);
      }}
      {...(field.maxLength !== undefined && field.maxLength <= 64 && { className: 'short-field' })}
    />
  );
}

/** A text that may be long. Nothing is cut off: what is too long is said, and stays. */
function LongText({ field, value, onChange, marks }: WidgetProps) {
  const t = useFormWords();
  const said = text(value);
  return (
    <>
      <Input.TextArea
        {...marks}
        value={said}
        rows={3}
        className="growing"
        onChange={(event) => {
          onChange(event.target.value);
        }}
      />
      {field.maxLength !== undefined && (
        <p className="quiet field-count">{t('count', { count: said.length, most: field.maxLength })}</p>
      )}
    </>
  );
}

/** Two answers where one is asked for; a box where nothing means no. */
function YesNo(props: WidgetProps) {
  const common = useCommonWords();
  const { value, onChange, marks, isRequired, field } = props;
  if (isRequired || field.default === undefined)
    return (
      <Radio.Group
        {...groupMarks(marks)}
        value={value}
        onChange={(event) => {
          onChange(event.target.value as boolean);
        }}
        options={[
          { value: true, label: common('yes') },
          { value: false, label: common('no') },
        ]}
      />
    );
  return (
    <Checkbox
      id={marks.id}
      onBlur={marks.onBlur}
      checked={value === undefined ? field.default === true : value === true}
      onChange={(event) => {
        onChange(event.target.checked);
      }}
      {...(marks['aria-describedby'] !== undefined && { 'aria-describedby': marks['aria-describedby'] })}
    >
      {common('yes')}
    </Checkbox>
  );
}

function Choice(props: WidgetProps) {
  const t = useFormWords();
  const clear = useClear();
  const { say } = useCodes();
  const { field, value, onChange, marks, isRequired } = props;
  const isMany = field.type === 'array';
  const { enum: codes, 'x-labels': labels = {} } = isMany ? (field.items ?? {}) : field;
  // The body or the case has no such list: its code is typed.
  if (codes === undefined) return isMany ? <Lines {...props} /> : <Line {...props} />;
  const options = codes.map((code) => ({ value: code, label: labels[code] ? say(labels[code]) : code }));
  const companion = field['x-companion'];
  const isLocked = texts(value).some((code) => code !== companion);
  const choose = (chosen: readonly string[]) => {
    const takesIt = companion !== undefined && chosen.some((code) => code !== companion);
    onChange(takesIt ? codes.filter((code) => code === companion || chosen.includes(code)) : chosen);
  };
  if (isMany)
    return codes.length <= MOST_RADIOS ? (
      <Checkbox.Group
        {...groupMarks(marks)}
        value={texts(value)}
        options={options.map((option) => ({
          ...option,
          disabled: isLocked && option.value === companion,
        }))}
        onChange={choose}
      />
    ) : (
      <Select<string[]>
        {...marks}
        className="wide"
        mode="multiple"
        value={texts(value)}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('choose')}
        onChange={choose}
      />
    );
  if (codes.length <= MOST_RADIOS) return <Radios {...props} codes={codes} labels={labels} />;
  return (
    <Select<string | null>
      {...marks}
      className="wide"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear={isRequired ? false : clear}
      value={text(value ?? field.default) || null}
      options={options}
      placeholder={t('choose')}
      onChange={onChange}
    />
  );
}

function Radios({
  codes,
  labels = {},
  field,
  value,
  onChange,
  marks,
  isRequired,
}: WidgetProps & { readonly codes: readonly string[]; readonly labels: FormSchema['x-labels'] }) {
  const t = useFormWords();
  const { say } = useCodes();
  const isAnswer = field['x-format'] === 'answer';
  const canBeLeftOut = !isRequired && field.default === undefined;
  const chosen = (value ?? field.default) as string | boolean | undefined;
  return (
    <Radio.Group
      {...groupMarks(marks)}
      value={chosen === undefined ? (canBeLeftOut ? '' : undefined) : String(chosen)}
      onChange={(event) => {
        const code = String(event.target.value);
        onChange(isAnswer && code !== 'unknown' ? code === 'true' : code);
      }}
      options={[
        ...(canBeLeftOut ? [{ value: '', label: t('optional') }] : []),
        ...codes.map((code) => ({ value: code, label: labels[code] ? say(labels[code]) : code })),
      ]}
    />
  );
}

/** A group of controls takes its name from the legend; each control is named by itself. */
const groupMarks = ({ id, onBlur, ...marks }: Marks) => ({
  id,
  onBlur,
  className: 'choices',
  ...(marks['aria-invalid'] && { 'aria-invalid': true as const }),
});

/** Short texts, one a line. */
export function Lines({ value, onChange, marks }: WidgetProps) {
  const t = useFormWords();
  return (
    <>
      <Input.TextArea
        {...marks}
        value={texts(value).join('\n')}
        rows={2}
        className="growing"
        onChange={(event) => {
          onChange(event.target.value === '' ? [] : event.target.value.split('\n'));
        }}
        onBlur={() => {
          onChange(
            texts(value)
              .map((line) => line.trim())
              .filter((line) => line !== ''),
          );
          marks.onBlur();
        }}
      />
      <p className="quiet field-count">{t('lines')}</p>
    </>
  );
}

/** A time in the zone of the body; the server is told its offset. */
function Time({ value, onChange, marks }: WidgetProps) {
  const t = useFormWords();
  return (
    <>
      <Input
        {...marks}
        type="datetime-local"
        className="short-field"
        value={localOf(value, ZONE)}
        onChange={(event) => {
          onChange(instantOf(event.target.value, ZONE));
        }}
      />
      <p className="quiet field-count">{t('zone', { zone: ZONE })}</p>
    </>
  );
}
