/** The gate and the bottom line of a sheet: questions with a few answers each, and words for why. */
import { Checkbox, Input, Radio, Select } from 'antd';
import { useCodes } from '../../words/codes.ts';
import { useToleranceWords } from '../../words/tolerance.ts';
import { withAnswer, type Assessments, type EvidenceOption, type Sheet } from './assessments.ts';

interface QuestionsProps {
  readonly asked: Pick<Assessments, 'distinctions' | 'conditions' | 'exclusions'>;
  readonly sheet: Sheet;
  readonly onChange: (sheet: Sheet) => void;
}

const codeOf = ({ code }: { readonly code: string }): string => code;

export function Gate({
  asked,
  sheet,
  evidence,
  onChange,
}: QuestionsProps & { readonly evidence: readonly EvidenceOption[] }) {
  const t = useToleranceWords();
  const { say } = useCodes();
  return (
    <section>
      <h3>{t('gate')}</h3>
      {asked.distinctions.map(({ code, label }) => {
        const of = code as Sheet['distinctions'][number]['code'];
        const now = sheet.distinctions.find((one) => one.code === code) ?? {
          code: of,
          reason: '',
          evidence: [],
        };
        const change = (more: Partial<typeof now>) => {
          onChange({ ...sheet, distinctions: withAnswer(sheet.distinctions, { ...now, ...more }, codeOf) });
        };
        return (
          <Question
            key={code}
            {...{ label }}
            choices={[
              ['yes', t('yes')],
              ['no', t('no')],
              ['na', t('na')],
            ]}
            chosen={now.answer}
            onChoose={(answer) => {
              change({ answer: answer as 'yes' | 'no' | 'na' });
            }}
            reason={now.reason}
            onReason={(reason) => {
              change({ reason });
            }}
            note={
              <>
                <Select
                  aria-label={`${t('evidence')}: ${say(label)}`}
                  placeholder={t('evidence')}
                  mode="tags"
                  className="wide"
                  value={now.evidence}
                  options={[...evidence]}
                  onChange={(chosen: string[]) => {
                    change({ evidence: chosen });
                  }}
                />
                {now.answer === 'no' && <p className="quiet">{t('secondSide')}</p>}
              </>
            }
          />
        );
      })}
    </section>
  );
}

export function BottomLine({ asked, sheet, onChange }: QuestionsProps) {
  const t = useToleranceWords();
  return (
    <>
      <section>
        <h3>{t('floor')}</h3>
        {asked.exclusions.map(({ code, label }) => {
          const now = sheet.exclusions.find((one) => one.code === code) ?? { code, reason: '' };
          const change = (more: Partial<Sheet['exclusions'][number]>) => {
            onChange({ ...sheet, exclusions: withAnswer(sheet.exclusions, { ...now, ...more }, codeOf) });
          };
          return (
            <Question
              key={code}
              {...{ label }}
              choices={[
                ['false', t('appliesNot')],
                ['true', t('applies')],
              ]}
              chosen={now.applies === undefined ? undefined : String(now.applies)}
              onChoose={(answer) => {
                change({ applies: answer === 'true' });
              }}
              reason={now.reason}
              onReason={(reason) => {
                change({ reason });
              }}
              note={
                now.applies === true ? (
                  <Checkbox
                    checked={now.isForceMajeure === true}
                    onChange={({ target }) => {
                      change({ isForceMajeure: target.checked });
                    }}
                  >
                    {t('forceMajeure')}
                  </Checkbox>
                ) : null
              }
            />
          );
        })}
      </section>
      <section>
        <h3>{t('conditions')}</h3>
        {asked.conditions.map(({ code, label }) => {
          const now = sheet.conditions.find((one) => one.code === code) ?? { code, reason: '' };
          const change = (more: Partial<Sheet['conditions'][number]>) => {
            onChange({ ...sheet, conditions: withAnswer(sheet.conditions, { ...now, ...more }, codeOf) });
          };
          return (
            <Question
              key={code}
              {...{ label }}
              choices={[
                ['true', t('holds')],
                ['false', t('fails')],
              ]}
              chosen={now.holds === undefined ? undefined : String(now.holds)}
              onChoose={(answer) => {
                change({ holds: answer === 'true' });
              }}
              reason={now.reason}
              onReason={(reason) => {
                change({ reason });
              }}
              note={null}
            />
          );
        })}
      </section>
    </>
  );
}

interface QuestionProps {
  readonly label: { readonly zh: string; readonly en: string };
  readonly choices: readonly (readonly [code: string, words: string])[];
  readonly chosen: string | undefined;
  readonly onChoose: (code: string) => void;
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  readonly note: React.ReactNode;
}

function Question({ label, choices, chosen, onChoose, reason, onReason, note }: QuestionProps) {
  const t = useToleranceWords();
  const { say } = useCodes();
  const words = say(label);
  return (
    <fieldset className="bare question">
      <legend>{words}</legend>
      <Radio.Group
        value={chosen}
        onChange={({ target }) => {
          onChoose(target.value as string);
        }}
        options={choices.map(([value, text]) => ({ value, label: text }))}
      />
      <Input
        aria-label={`${t('explain')}: ${words}`}
        placeholder={t('explain')}
        value={reason}
        onChange={({ target }) => {
          onReason(target.value);
        }}
      />
      {note}
    </fieldset>
  );
}
