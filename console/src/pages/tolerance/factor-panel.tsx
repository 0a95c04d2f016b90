/** One factor as a row that opens: how far it is and how it is rated, then the question with its anchors and the reasoning. */
import { Input, Radio, Select } from 'antd';
import { useId } from 'react';
import { useCodes } from '../../words/codes.ts';
import { useToleranceWords } from '../../words/tolerance.ts';
import { progressOf, type Assessments, type Rating, type Sheet } from './assessments.ts';

type Answer = Sheet['factors'][number];

interface FactorProps {
  readonly guide: Assessments['factors'][number];
  readonly asked: Pick<Assessments, 'ratings' | 'leastReasoning'>;
  readonly answer: Answer | undefined;
  readonly evidence: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (answer: Answer) => void;
}

export function FactorPanel({ guide, asked, answer, evidence, onChange }: FactorProps) {
  const t = useToleranceWords();
  const { say } = useCodes();
  const id = useId();
  const now: Answer = answer ?? { factor: guide.code, reason: '', evidence: [] };
  const rated = asked.ratings.find(({ code }) => code === now.rating);
  return (
    <details className="factor">
      <summary>
        <strong>{say(guide.label)}</strong>{' '}
        <span className="quiet">
          {t(progressOf(answer, asked.leastReasoning))}
          {rated && <> · {say(rated.label)}</>}
        </span>
      </summary>
      <p>{say(guide.asks)}</p>
      <fieldset className="bare">
        <legend>{t('rating')}</legend>
        <Radio.Group
          name={`${id}-rating`}
          value={now.rating}
          onChange={({ target }) => {
            onChange({ ...now, rating: target.value as Rating });
          }}
        >
          {asked.ratings.map(({ code, label }) => {
            const anchor = guide.anchors.find(({ rating }) => rating === code);
            return (
              <div key={code}>
                <Radio value={code}>
                  {say(label)}
                  {anchor && (
                    <span className="quiet">
                      {' '}
                      – {t('anchors')}: {say(anchor.words)}
                    </span>
                  )}
                </Radio>
              </div>
            );
          })}
        </Radio.Group>
      </fieldset>
      <label htmlFor={`${id}-reason`}>{t('reasoning', { count: asked.leastReasoning })}</label>
      <Input.TextArea
        id={`${id}-reason`}
        rows={4}
        value={now.reason}
        aria-describedby={`${id}-typed`}
        onChange={({ target }) => {
          onChange({ ...now, reason: target.value });
        }}
      />
      <p id={`${id}-typed`} className="quiet">
        {t('typed', { typed: now.reason.trim().length })}
      </p>
      <label htmlFor={`${id}-evidence`}>{t('evidence')}</label>
      <Select
        id={`${id}-evidence`}
        mode="tags"
        className="wide"
        value={now.evidence}
        options={[...evidence]}
        onChange={(chosen: string[]) => {
          onChange({ ...now, evidence: chosen });
        }}
      />
    </details>
  );
}
