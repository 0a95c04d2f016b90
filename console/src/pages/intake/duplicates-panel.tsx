/** What the complaint may repeat, found while it is keyed in; one of them can be marked, to be linked once it is registered. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Radio } from 'antd';
import { useMemo } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { Failed } from '../../parts/states.tsx';
import { useQuiet } from '../../parts/use-quiet.ts';
import { When } from '../../parts/when.tsx';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import { useIntakeWords } from '../../words/intake.ts';
import { Field } from './field.tsx';
import { instantOf, subjectsOf, wordsOf } from './intake-form.ts';
import type { PartProps } from './parts.ts';

/** Milliseconds of quiet before words are compared again. */
const QUIET_MS = 1_500;
/** Fewer letters than that resemble anything. */
const FEWEST_LETTERS = 12;

export function DuplicatesPanel({ form, change, wrong }: Omit<PartProps, 'schema'>) {
  const t = useIntakeWords();
  const common = useCommonWords();
  const { say } = useCodes();
  const subjects = subjectsOf(form).slice(0, 10);
  const words = wordsOf(form);
  const text = words.length >= FEWEST_LETTERS ? words.slice(0, 20_000) : '';
  const receivedAt = instantOf(form.receivedAt);
  const now = JSON.stringify({
    subjects,
    ...(text !== '' && { text }),
    ...(receivedAt !== null && { receivedAt }),
  });
  const quiet = useQuiet(now, QUIET_MS);
  const asked = useMemo(
    () => JSON.parse(quiet) as { subjects: string[]; text?: string; receivedAt?: string },
    [quiet],
  );
  const { data, error, refetch } = useQuery({
    queryKey: ['duplicates', asked],
    queryFn: () =>
      unwrap(
        api.POST('/api/v1/complaints/duplicates', {
          params: { header: { 'X-Purpose': 'handling' } },
          body: { allegations: [], ...asked },
        }),
      ),
    enabled: asked.subjects.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const items = subjects.length > 0 ? (data?.items ?? []) : [];
  const { duplicateOf } = form;
  return (
    <section aria-labelledby="intake-duplicates" className="side-card">
      <h2 id="intake-duplicates">
        <span role="status">{t('duplicates', { count: items.length })}</span>
      </h2>
      {subjects.length === 0 && <p className="quiet">{t('duplicatesFirst')}</p>}
      {error && <Failed error={error} retry={() => void refetch()} />}
      {subjects.length > 0 && data && items.length === 0 && <p className="quiet">{t('duplicatesNone')}</p>}
      <ul className="plain-list">
        {items.map((item) => {
          const name = item.number ?? item.case.slice(0, 8);
          const isMarked = duplicateOf?.case === item.case;
          return (
            <li key={item.case} className={isMarked ? 'marked' : undefined}>
              <a href={`/cases/${item.case}`} target="_blank" rel="noreferrer">
                {name}
              </a>{' '}
              {say(item.stateLabel)}
              <br />
              <span className="quiet">
                {t('received')} <When at={item.receivedAt ?? item.openedAt} to="day" />
                {' · '}
                {item.reasons.map((reason) => t(reason)).join(' · ')}
                {item.similarity !== null && item.similarity > 0 && (
                  <> · {t('similarity', { count: Math.round(item.similarity * 100) })}</>
                )}
              </span>
              <br />
              <Button
                size="small"
                aria-pressed={isMarked}
                onClick={() => {
                  change({
                    duplicateOf: isMarked
                      ? null
                      : { case: item.case, number: item.number, hasNewFacts: null },
                  });
                }}
              >
                {t(isMarked ? 'unmark' : 'mark')}
                <span className="visually-hidden"> {name}</span>
              </Button>
            </li>
          );
        })}
      </ul>
      {duplicateOf && (
        <>
          <p>
            <strong>{t('marked', { no: duplicateOf.number ?? duplicateOf.case.slice(0, 8) })}</strong>
          </p>
          <Field field="newFacts" label={t('newFacts')} wrong={wrong} isRequired isGroup>
            {({ status: _status, id, ...marks }) => (
              <Radio.Group
                {...marks}
                value={duplicateOf.hasNewFacts}
                onChange={(event) => {
                  change({ duplicateOf: { ...duplicateOf, hasNewFacts: event.target.value as boolean } });
                }}
              >
                <Radio id={id} value={false}>
                  {common('no')}
                </Radio>
                <Radio value={true}>{common('yes')}</Radio>
              </Radio.Group>
            )}
          </Field>
        </>
      )}
    </section>
  );
}
