/** Who reports: asked for only where the complaint is named, and sealed by the server. */
import { Input } from 'antd';
import { useIntakeWords } from '../../words/intake.ts';
import { Field } from './field.tsx';
import type { PartProps } from './parts.ts';

export function ReporterPart({ form, change, wrong, schema }: PartProps) {
  const t = useIntakeWords();
  if (!schema.reporter || form.transmittalOnly) return <p className="quiet">{t('transmittalHint')}</p>;
  if (form.isNamed === null) return <p className="quiet">{t('reporterFirst')}</p>;
  if (!form.isNamed) return <p className="quiet">{t('reporterNone')}</p>;
  const { reporter } = form;
  const fields = [
    ['name', t('reporterName'), false],
    ['unit', t('reporterUnit'), false],
    ['contact', t('contact'), true],
  ] as const;
  return (
    <>
      <p className="quiet">{t('reporterSealed')}</p>
      {fields.map(([field, label, isRequired]) => (
        <Field
          key={field}
          field={field}
          label={label}
          wrong={wrong}
          isRequired={isRequired}
          {...(field === 'contact' && { help: t('contactHelp') })}
        >
          {(marks) => (
            <Input
              {...marks}
              autoComplete="off"
              maxLength={schema.reporter?.properties?.[field]?.maxLength ?? 200}
              value={reporter[field]}
              onChange={(event) => {
                change({ reporter: { ...reporter, [field]: event.target.value } });
              }}
            />
          )}
        </Field>
      ))}
    </>
  );
}
