/** The parts of the form with their marks, and the switch between one page and step by step. */
import { Radio } from 'antd';
import { useIntakeWords } from '../../words/intake.ts';
import { donePart, type IntakeForm, type IntakePart } from './intake-form.ts';
import { PARTS } from './parts.ts';

interface SectionIndexProps {
  readonly form: IntakeForm;
  readonly now: Date;
  readonly isByStep: boolean;
  readonly current: IntakePart;
  readonly onGo: (part: IntakePart) => void;
  readonly onLayout: (isByStep: boolean) => void;
}

export function SectionIndex({ form, now, isByStep, current, onGo, onLayout }: SectionIndexProps) {
  const t = useIntakeWords();
  return (
    <nav aria-label={t('parts')} className="intake-index">
      <ol className="plain-list">
        {PARTS.map((part, at) => {
          const isDone = donePart(form, part, now);
          return (
            <li key={part}>
              <a
                href={`#intake-part-${part}`}
                aria-current={isByStep && part === current ? 'step' : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  onGo(part);
                }}
              >
                <span aria-hidden="true">{isDone ? '✓' : '○'}</span> {at + 1} {t(part)}
                <span className="visually-hidden"> {t(isDone ? 'done' : 'open')}</span>
              </a>
            </li>
          );
        })}
      </ol>
      <Radio.Group
        aria-label={t('layout')}
        size="small"
        optionType="button"
        value={isByStep}
        options={[
          { value: false, label: t('onePage') },
          { value: true, label: t('byStep') },
        ]}
        onChange={(event) => {
          onLayout(event.target.value as boolean);
        }}
      />
    </nav>
  );
}
