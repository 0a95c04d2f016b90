/** Where a complaint comes from: channel, when it was received, own number, named or not, and whose matter it is. */
import { Checkbox, Input, Radio, Select } from 'antd';
import { useIntakeWords } from '../../words/intake.ts';
import { useCodes } from '../../words/codes.ts';
import { Field, idOf } from './field.tsx';
import type { PartProps } from './parts.ts';

/** Whose matter it is, where that is not simply this body's; each with what follows from it. */
const MATTERS = [
  ['transmittalOnly', 'transmittalHint'],
  ['concernsHead', 'concernsHeadHint'],
] as const;

export function SourcePart({ form, change, wrong, schema }: PartProps) {
  const t = useIntakeWords();
  const { say, code } = useCodes();
  const channel = schema.channel;
  const labelOf = (value: string) => {
    const words = channel?.['x-labels']?.[value];
    return words ? say(words) : code('value', value);
  };
  return (
    <>
      {channel && (
        <Field field="channel" label={t('channel')} wrong={wrong} isRequired>
          {(marks) => (
            <Select
              {...marks}
              className="wide"
              value={form.channel}
              placeholder={t('choose')}
              showSearch={{ optionFilterProp: 'label' }}
              options={(channel.enum ?? []).map((value) => ({ value, label: labelOf(value) }))}
              onChange={(value: string) => {
                change({ channel: value });
              }}
            />
          )}
        </Field>
      )}
      {schema.receivedAt && (
        <Field field="receivedAt" label={t('receivedAt')} wrong={wrong} help={t('receivedHelp')} isRequired>
          {(marks) => (
            <Input
              {...marks}
              type="datetime-local"
              value={form.receivedAt}
              onChange={(event) => {
                change({ receivedAt: event.target.value });
              }}
            />
          )}
        </Field>
      )}
      {schema.reference && (
        <Field field="reference" label={t('reference')} wrong={wrong}>
          {(marks) => (
            <Input
              {...marks}
              value={form.reference}
              maxLength={schema.reference?.maxLength ?? 200}
              onChange={(event) => {
                change({ reference: event.target.value });
              }}
            />
          )}
        </Field>
      )}
      {MATTERS.map(([field, hint]) =>
        schema[field] ? (
          <div key={field} className="field">
            <Checkbox
              id={idOf(field)}
              checked={form[field]}
              aria-describedby={`${idOf(field)}-help`}
              onChange={(event) => {
                change({ [field]: event.target.checked });
              }}
            >
              {t(field)}
            </Checkbox>
            <p id={`${idOf(field)}-help`} role="status" className="field-help">
              {form[field] && <strong>{t(hint)}</strong>}
            </p>
          </div>
        ) : null,
      )}
      {schema.isRealName && !form.transmittalOnly && (
        <Field field="isNamed" label={t('isNamed')} wrong={wrong} isRequired isGroup>
          {({ status: _status, id, ...marks }) => (
            <Radio.Group
              {...marks}
              value={form.isNamed}
              onChange={(event) => {
                change({ isNamed: event.target.value as boolean });
              }}
            >
              <Radio id={id} value={true}>
                {t('named')}
              </Radio>
              <Radio value={false}>{t('anonymous')}</Radio>
            </Radio.Group>
          )}
        </Field>
      )}
    </>
  );
}
