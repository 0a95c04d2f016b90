/** One field of a form: a control, a group of fields, or a list of groups that can be added to and taken from. */
import { Button } from 'antd';
import { createContext, use, useState } from 'react';
import type { ContentError } from '../api/problem.ts';
import { useCodes } from '../words/codes.ts';
import { useFormWords } from '../words/schema-form.ts';
import { FieldFrame } from './field-frame.tsx';
import {
  blankOf,
  errorsAt,
  fieldsOf,
  idAt,
  isEmpty,
  pointerOf,
  withField,
  type Data,
  type FormSchema,
  type Path,
} from './form-schema.ts';
import { isSeveral, Lines, Widget } from './widgets.tsx';

/** What every field of one form shares. */
export interface FormTools {
  readonly form: string;
  readonly caseId: string | undefined;
  readonly errors: readonly ContentError[];
  /** Pointers of the fields that somebody has been in: only there does the form itself say that something is missing. */
  readonly touched: ReadonlySet<string>;
  readonly touch: (pointer: string) => void;
}

export const Tools = createContext<FormTools | null>(null);

function useTools(): FormTools {
  const tools = use(Tools);
  if (!tools) throw new Error('A field stands outside its form.');
  return tools;
}

interface FieldProps {
  readonly field: FormSchema;
  readonly path: Path;
  readonly isRequired: boolean;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

/** The fields of an object, in their order. */
export function Fields({
  schema,
  path,
  value,
  onChange,
  names,
}: {
  readonly schema: FormSchema;
  readonly path: Path;
  readonly value: Data;
  readonly onChange: (value: Data) => void;
  /** Which of them; all where absent. */
  readonly names?: readonly string[];
}) {
  return fieldsOf(schema)
    .filter(([name]) => names === undefined || names.includes(name))
    .map(([name, field]) => (
      <Field
        key={name}
        field={field}
        path={[...path, name]}
        isRequired={schema.required?.includes(name) === true}
        value={value[name]}
        onChange={(next) => {
          onChange(withField(schema, value, name, next));
        }}
      />
    ));
}

const asData = (value: unknown): Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};

export function Field(props: FieldProps) {
  const { field, path, value, onChange } = props;
  const label = useLabel(field, path);
  const { form, errors } = useTools();
  if (field['x-format'] === 'list') return <ListField {...props} label={label} />;
  if (field['x-format'] !== 'group') return <Control {...props} label={label} />;
  const own = errorsAt(errors, path, false);
  return (
    <FieldFrame
      id={idAt(form, path)}
      {...{ field, label, isRequired: props.isRequired }}
      isGroup
      wrong={own.map(({ message }) => message)}
      onBlur={nothing}
    >
      {() => (
        <div id={idAt(form, path)} className="form-group">
          <Fields
            schema={field}
            path={path}
            value={asData(value)}
            onChange={(next) => {
              onChange(Object.keys(next).length === 0 ? undefined : next);
            }}
          />
        </div>
      )}
    </FieldFrame>
  );
}

const nothing = (): void => undefined;

/** What a field is called; one without words shows its code. */
function useLabel(field: FormSchema, path: Path): string {
  const { say, code } = useCodes();
  return field['x-title'] ? say(field['x-title']) : code('field', String(path.at(-1) ?? ''));
}

function Control({
  field,
  path,
  value,
  onChange,
  isRequired,
  label,
}: FieldProps & { readonly label: string }) {
  const t = useFormWords();
  const { form, caseId, errors, touched, touch } = useTools();
  const pointer = pointerOf(path);
  const said = errorsAt(errors, path, true).map(({ message }) => message);
  const isMissing = isRequired && isEmpty(value) && touched.has(pointer);
  const isTooLong =
    typeof value === 'string' && field.maxLength !== undefined && value.length > field.maxLength;
  const wrong = [
    ...new Set([
      ...said,
      ...(isMissing && said.length === 0 ? [t('needed', { label })] : []),
      ...(isTooLong ? [t('tooLong', { most: field.maxLength ?? 0 })] : []),
    ]),
  ];
  return (
    <FieldFrame
      id={idAt(form, path)}
      {...{ field, label, isRequired, wrong }}
      isGroup={isSeveral(field)}
      onBlur={() => {
        touch(pointer);
      }}
    >
      {(marks) => <Widget {...{ field, value, onChange, marks, isRequired, caseId }} />}
    </FieldFrame>
  );
}

function ListField({
  field,
  path,
  value,
  onChange,
  isRequired,
  label,
}: FieldProps & { readonly label: string }) {
  const t = useFormWords();
  const { form, caseId, errors, touch } = useTools();
  const [news, setNews] = useState('');
  const items = field.items ?? {};
  const id = idAt(form, path);
  const isOfGroups = items.type === 'object';
  const wrong = errorsAt(errors, path, !isOfGroups).map(({ message }) => message);
  if (!isOfGroups)
    return (
      <FieldFrame
        {...{ id, field, label, isRequired, wrong }}
        isGroup={false}
        onBlur={() => {
          touch(pointerOf(path));
        }}
      >
        {(marks) => <Lines {...{ field, value, onChange, marks, isRequired, caseId }} />}
      </FieldFrame>
    );
  // What has to be there begins with one to be filled in.
  const rows = Array.isArray(value) ? (value as unknown[]) : isRequired ? [blankOf(items)] : [];
  const mayAdd = field.maxItems === undefined || rows.length < field.maxItems;
  const mayRemove = rows.length > (field.minItems ?? 0);
  return (
    <FieldFrame
      {...{ id, field, label, wrong }}
      isRequired={isRequired && (field.minItems ?? 0) > 0}
      isGroup
      onBlur={nothing}
    >
      {() => (
        <div id={id} className="form-list">
          {rows.length === 0 && <p className="quiet">{t('none')}</p>}
          {rows.map((row, at) => (
            // Rows have no identity but their place; every control in them is told its value.
            <fieldset key={at} id={idAt(form, [...path, at])} className="form-group">
              <legend>{t('at', { at: at + 1 })}</legend>
              <Fields
                schema={items}
                path={[...path, at]}
                value={asData(row)}
                onChange={(next) => {
                  onChange(rows.map((each, place) => (place === at ? next : each)));
                }}
              />
              {mayRemove && (
                <Button
                  size="small"
                  aria-label={t('removeAt', { label, at: at + 1 })}
                  onClick={() => {
                    onChange(rows.filter((_, place) => place !== at));
                    setNews(t('removed', { at: at + 1 }));
                    focusLater(`${id}-add`);
                  }}
                >
                  {t('remove')}
                </Button>
              )}
            </fieldset>
          ))}
          {mayAdd && (
            <Button
              id={`${id}-add`}
              aria-label={t('addTo', { label })}
              onClick={() => {
                onChange([...rows, blankOf(items)]);
                setNews(t('added', { at: rows.length + 1 }));
                focusLater(idAt(form, [...path, rows.length]));
              }}
            >
              {t('add')}
            </Button>
          )}
          <span role="status" className="visually-hidden">
            {news}
          </span>
        </div>
      )}
    </FieldFrame>
  );
}

/** Goes to a control, or to the first within, once the page shows it. */
function focusLater(id: string): void {
  requestAnimationFrame(() => {
    const found = document.getElementById(id);
    const first = found?.matches('button, input')
      ? found
      : found?.querySelector<HTMLElement>('input, textarea');
    first?.focus();
  });
}
