/** What is reported: in words, and point by point; files that come with it wait until it is registered. */
import { Button, Checkbox, Input, Select } from 'antd';
import { useIntakeWords } from '../../words/intake.ts';
import { Field, idOf } from './field.tsx';
import { MOST_LETTERS, newPoint, subjectsOf, wordsOf, type IntakePoint } from './intake-form.ts';
import type { PartProps } from './parts.ts';

interface PointsPartProps extends PartProps {
  readonly files: readonly File[];
  readonly onFiles: (files: readonly File[]) => void;
}

export function PointsPart({ form, change, wrong, schema, files, onFiles }: PointsPartProps) {
  const t = useIntakeWords();
  const { points } = form;
  const picked = subjectsOf(form);
  const put = (code: string, some: Partial<IntakePoint>) => {
    change({ points: points.map((each) => (each.code === code ? { ...each, ...some } : each)) });
  };
  const people = form.subjects.flatMap(({ id, name }) =>
    id === null ? [] : [{ value: id, label: name || id }],
  );
  if (!schema.content || form.transmittalOnly) return <p className="quiet">{t('transmittalHint')}</p>;
  return (
    <>
      <Field
        field="content"
        label={t('content')}
        wrong={wrong}
        help={t('contentCount', { count: wordsOf(form).length, most: MOST_LETTERS })}
      >
        {(marks) => (
          <Input.TextArea
            {...marks}
            rows={8}
            value={form.content}
            onChange={(event) => {
              change({ content: event.target.value });
            }}
          />
        )}
      </Field>
      <p className="quiet">{t('pointsHelp')}</p>
      {points.map(({ code, subject, summary, isOfDuty }, at) => (
        <fieldset key={code} className="inset">
          <legend>{t('pointN', { count: at + 1 })}</legend>
          <Field field={`${code}-subject`} label={t('pointSubject')} wrong={wrong} isRequired>
            {(marks) => (
              <Select
                {...marks}
                className="wide"
                value={subject}
                placeholder={t('choose')}
                options={people}
                onChange={(value: string) => {
                  put(code, { subject: value });
                }}
              />
            )}
          </Field>
          <Field field={`${code}-summary`} label={t('pointSummary')} wrong={wrong} isRequired>
            {(marks) => (
              <Input.TextArea
                {...marks}
                rows={3}
                maxLength={2_000}
                value={summary}
                onChange={(event) => {
                  put(code, { summary: event.target.value });
                }}
              />
            )}
          </Field>
          <Checkbox
            checked={isOfDuty}
            onChange={(event) => {
              put(code, { isOfDuty: event.target.checked });
            }}
          >
            {t('isOfDuty')}
          </Checkbox>
          <div className="row">
            <Button
              onClick={() => {
                change({ points: points.filter((each) => each.code !== code) });
              }}
            >
              {t('removePoint', { count: at + 1 })}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        onClick={() => {
          const point = newPoint(points, picked.length === 1 ? (picked[0] ?? null) : null);
          change({ points: [...points, point] });
          const field = `${point.code}-${point.subject === null ? 'subject' : 'summary'}`;
          setTimeout(() => document.getElementById(idOf(field))?.focus());
        }}
      >
        {t('addPoint')}
      </Button>
      <Field field="files" label={t('files')} wrong={wrong} help={t('filesHelp')}>
        {({ status: _status, ...marks }) => (
          <input
            {...marks}
            type="file"
            multiple
            onChange={(event) => {
              onFiles([...(event.target.files ?? [])]);
            }}
          />
        )}
      </Field>
      {files.length > 0 && (
        <ul>
          {files.map(({ name, size }) => (
            <li key={name}>
              {name} ({Math.ceil(size / 1024)} kB)
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
