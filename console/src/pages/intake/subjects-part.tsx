/** Whom a complaint is about: one person or several, each found by name or registered on the spot. */
import { Button } from 'antd';
import { PersonPicker } from '../../parts/person-picker.tsx';
import { useIntakeWords } from '../../words/intake.ts';
import { Field, idOf } from './field.tsx';
import { NO_SUBJECT, type IntakeSubject } from './intake-form.ts';
import type { PartProps } from './parts.ts';

export function SubjectsPart({ form, change, wrong }: PartProps) {
  const t = useIntakeWords();
  const { subjects } = form;
  const put = (at: number, subject: IntakeSubject) => {
    change({ subjects: subjects.map((each, n) => (n === at ? subject : each)) });
  };
  return (
    <>
      {subjects.map((subject, at) => (
        <div key={at} className="repeated">
          <Field
            field={`subject-${String(at)}`}
            label={t('subjectN', { count: at + 1 })}
            wrong={wrong}
            {...(at === 0 && { help: t('subjectHelp') })}
          >
            {({ status: _status, ...marks }) => (
              <PersonPicker
                {...marks}
                value={subject.id}
                known={subject.id === null ? {} : { [subject.id]: subject.name || subject.id }}
                onPick={({ value, label }) => {
                  put(at, { id: value, name: label });
                }}
                onChange={(value) => {
                  // The name comes with `onPick`; a choice that is cleared has none.
                  if (value === null) put(at, NO_SUBJECT);
                }}
              />
            )}
          </Field>
          {subjects.length > 1 && (
            <Button
              aria-label={t('removeSubject', { count: at + 1 })}
              onClick={() => {
                change({ subjects: subjects.filter((_, n) => n !== at) });
              }}
            >
              ×
            </Button>
          )}
        </div>
      ))}
      <Button
        onClick={() => {
          change({ subjects: [...subjects, NO_SUBJECT] });
          const id = idOf(`subject-${String(subjects.length)}`);
          setTimeout(() => document.getElementById(id)?.focus());
        }}
      >
        {t('addSubject')}
      </Button>
    </>
  );
}
