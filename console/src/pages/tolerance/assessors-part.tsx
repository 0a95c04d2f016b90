/** Who assesses and how far each is, round by round; the head lists them. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { ColleaguePicker } from '../../parts/colleague-picker.tsx';
import { PersonName } from '../../parts/person.tsx';
import { Failed } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useToleranceWords } from '../../words/tolerance.ts';
import { assessmentsKey, type Assessments, type Assessor } from './assessments.ts';

export function AssessorsPart({ caseId, asked }: { readonly caseId: string; readonly asked: Assessments }) {
  const t = useToleranceWords();
  return (
    <section aria-labelledby="assessors">
      <h2 id="assessors">{t('assessors')}</h2>
      {asked.rounds.map(({ round, isShown, assessors }) => (
        <div key={round}>
          <p>
            <strong>{t('round', { count: round })}</strong>{' '}
            <span className="quiet">{t(isShown ? 'shown' : 'blind')}</span>
          </p>
          <ul>
            {assessors.map((one) => (
              <Standing key={one.person} one={one} />
            ))}
          </ul>
        </div>
      ))}
      {asked.mayName && <Name {...{ caseId, asked }} />}
    </section>
  );
}

function Standing({ one }: { readonly one: Assessor }) {
  const t = useToleranceWords();
  const { person, name, isMe, isNamed, isExcluded, hasBegun, submittedAt } = one;
  return (
    <li>
      <PersonName id={person} name={name} />
      {isMe && <> ({t('me')})</>}: {t(submittedAt ? 'submitted' : hasBegun ? 'begun' : 'notBegun')}
      {submittedAt !== null && (
        <>
          {' '}
          <When at={submittedAt} />
        </>
      )}
      {isNamed && <> · {t('named')}</>}
      {isExcluded && <> · {t('excluded')}</>}
    </li>
  );
}

function Name({ caseId, asked }: { readonly caseId: string; readonly asked: Assessments }) {
  const t = useToleranceWords();
  const id = useId();
  const queries = useQueryClient();
  const latest = asked.rounds[0];
  const [chosen, setChosen] = useState<readonly string[]>(
    latest?.isShown === false ? latest.assessors.map(({ person }) => person) : [],
  );
  const known = Object.fromEntries(
    asked.rounds.flatMap(({ assessors }) => assessors.map((one) => [one.person, one.name ?? one.person])),
  );
  const name = useMutation({
    mutationFn: () =>
      unwrap(
        api.PUT('/api/v1/cases/{caseId}/assessments/assessors', {
          params: { path: { caseId } },
          body: { assessors: [...chosen] },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: assessmentsKey(caseId) }),
  });
  return (
    <div className="stacked no-print">
      <label htmlFor={id}>{t(latest?.isShown === true ? 'nameNew' : 'name')}</label>
      <ColleaguePicker
        id={id}
        multiple
        known={known}
        value={chosen}
        onChange={(value) => {
          setChosen(Array.isArray(value) ? (value as readonly string[]) : []);
        }}
      />
      <WriteButton
        disabled={chosen.length === 0}
        loading={name.isPending}
        onClick={() => {
          name.mutate();
        }}
      >
        {t(latest?.isShown === true ? 'nameNew' : 'name')}
      </WriteButton>
      {name.isError && <Failed error={name.error} />}
    </div>
  );
}
