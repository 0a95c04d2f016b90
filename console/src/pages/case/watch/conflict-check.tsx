/** What stands between a person and a part in this case; each look-up is put on record. */
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { api, unwrap } from '../../../api/client.ts';
import { useMay } from '../../../app/permissions.ts';
import { WriteButton } from '../../../live/write-button.tsx';
import { ColleaguePicker } from '../../../parts/colleague-picker.tsx';
import { Failed } from '../../../parts/states.tsx';
import { useWatchWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';

export function ConflictCheck({ caseId }: { readonly caseId: string }) {
  const t = useWatchWords();
  const may = useMay();
  const { say } = useCodes();
  const id = useId();
  const [person, setPerson] = useState<string | null>(null);
  const check = useMutation({
    mutationFn: (candidate: string) =>
      unwrap(
        api.GET('/api/v1/cases/{caseId}/conflicts', {
          params: { path: { caseId }, query: { person: candidate } },
        }),
      ),
  });
  if (!may('conflict.read')) return null;
  const found = check.data;
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{t('conflicts')}</h2>
      <div className="stacked">
        <label htmlFor={id}>{t('candidate')}</label>
        <ColleaguePicker
          id={id}
          value={person}
          onChange={(chosen) => {
            setPerson(typeof chosen === 'string' ? chosen : null);
            check.reset();
          }}
        />
        <WriteButton
          disabled={person === null}
          loading={check.isPending}
          onClick={() => {
            if (person !== null) check.mutate(person);
          }}
        >
          {t('check')}
        </WriteButton>
      </div>
      <div role="status">
        {found?.items.length === 0 && <p>{t('clear')}</p>}
        {found && found.items.length > 0 && (
          <ul>
            {found.items.map(({ kind, isBar, why, case: of }) => (
              <li key={`${kind} ${of ?? ''}`}>
                <strong>{t(isBar ? 'barred' : 'toWeigh')}</strong>: {say(why)}
              </li>
            ))}
          </ul>
        )}
      </div>
      {check.isError && <Failed error={check.error} />}
    </section>
  );
}
