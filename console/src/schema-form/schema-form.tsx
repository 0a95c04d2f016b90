/**
 * The form of a step, drawn from the schema that the server sent and from nothing else. It says at once what is missing or
 * too long; whatever else is wrong the server says, and it is shown at the field it is about. What was typed stays.
 */
import { useId, useMemo, useState } from 'react';
import type { ContentError } from '../api/problem.ts';
import { useCodes } from '../words/codes.ts';
import { useFormWords } from '../words/schema-form.ts';
import { ErrorSummary, type SummaryLine } from './error-summary.tsx';
import { Fields, Tools } from './field.tsx';
import { fieldAt, fieldsOf, idAt, isEmpty, type Data, type FormSchema } from './form-schema.ts';
import './schema-form.css';

export interface SchemaFormProps {
  readonly schema: Readonly<Record<string, unknown>>;
  readonly value: Data;
  readonly onChange: (value: Data) => void;
  /** What the server says is wrong, by pointers into the value. */
  readonly errors?: readonly ContentError[];
  /** The case whose evidence and family can be chosen from. */
  readonly caseId?: string;
  readonly procedure?: string;
  readonly event?: string;
}

const NO_ERRORS: readonly ContentError[] = [];

export function SchemaForm({
  schema: given,
  value,
  onChange,
  errors = NO_ERRORS,
  caseId,
  procedure,
  event,
}: SchemaFormProps) {
  const schema = given as FormSchema;
  const t = useFormWords();
  const { say, code } = useCodes();
  const form = useId();
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const [isOpened, setOpened] = useState(false);
  const tools = useMemo(
    () => ({
      form,
      caseId,
      errors,
      touched,
      touch: (pointer: string) => {
        setTouched((before) => new Set([...before, pointer]));
      },
    }),
    [form, caseId, errors, touched],
  );

  const fields = fieldsOf(schema);
  const isRare = (name: string) =>
    schema.properties?.[name]?.['x-rare'] === true && schema.required?.includes(name) !== true;
  const rare = fields.flatMap(([name]) => (isRare(name) ? [name] : []));
  const usual = fields.flatMap(([name]) => (isRare(name) ? [] : [name]));
  const lines = errors.map((error): SummaryLine => {
    const found = fieldAt(schema, error.pointer);
    if (!found) return { ...error, field: null };
    const { path, field } = found;
    const title = field['x-title'];
    const label = title ? say(title) : code('field', String(path.at(-1)), procedure ?? '', event ?? '');
    return { ...error, field: idAt(form, path), label };
  });
  const isNeeded = rare.some(
    (name) => !isEmpty(value[name]) || errors.some(({ pointer }) => pointer.startsWith(`/${name}`)),
  );
  return (
    <Tools value={tools}>
      <div className="schema-form">
        <ErrorSummary errors={lines} />
        {usual.length === 0 && <p className="quiet">{t('nothingToFill')}</p>}
        <Fields schema={schema} path={[]} value={value} onChange={onChange} names={usual} />
        {rare.length > 0 && (
          <details
            open={isOpened || isNeeded}
            onToggle={(toggled) => {
              setOpened(toggled.currentTarget.open);
            }}
          >
            <summary>{t('more')}</summary>
            <Fields schema={schema} path={[]} value={value} onChange={onChange} names={rare} />
          </details>
        )}
      </div>
    </Tools>
  );
}
