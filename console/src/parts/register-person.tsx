/** Registers an official who is not listed; where the directory knows the name, it asks whether it is one of them. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { api, unwrap } from '../api/client.ts';
import { isProblem } from '../api/problem.ts';
import { useKeys } from '../keys/use-keys.ts';
import { WriteButton } from '../live/write-button.tsx';
import { useCommonWords } from '../words/common.ts';
import { usePickerWords } from '../words/pickers.ts';
import { searchOfficials } from './search-officials.ts';
import type { Choice } from './remote-select.tsx';
import { Failed } from './states.tsx';

interface RegisterPersonProps {
  readonly name: string;
  readonly onDone: (choice: Choice) => void;
  readonly onCancel: () => void;
}

export function RegisterPerson({ name: given, onDone, onCancel }: RegisterPersonProps) {
  const t = usePickerWords();
  const common = useCommonWords();
  const id = useId();
  const [typed, setTyped] = useState({ name: given, workplace: '', post: '' });
  const [isMissing, setMissing] = useState(false);
  const filled = {
    name: typed.name.trim(),
    ...(typed.workplace.trim() !== '' && { workplace: typed.workplace.trim() }),
    ...(typed.post.trim() !== '' && { post: typed.post.trim() }),
  };
  const register = useMutation({
    mutationFn: async (isSomebodyElse: boolean) => {
      try {
        const person = await unwrap(
          api.POST('/api/v1/people/registrations', { body: { ...filled, isSomebodyElse } }),
        );
        onDone({ value: person.id, label: person.name });
        return [];
      } catch (error) {
        if (!isProblem(error, 'person-known')) throw error;
        const known = (error as { problem: { known?: unknown } }).problem.known;
        const found = await searchOfficials(filled.name);
        return found.filter((each) => Array.isArray(known) && known.includes(each.id));
      }
    },
  });
  const submit = (isSomebodyElse: boolean) => {
    setMissing(filled.name === '');
    if (filled.name !== '' && !register.isPending) register.mutate(isSomebodyElse);
  };
  const known = register.data ?? [];
  // While this is open it is what Ctrl Enter sends, not the form around it, which still lacks the person.
  useKeys({
    'ctrl+enter': {
      label: t('registerNow'),
      run: () => {
        submit(false);
      },
    },
  });
  const fields = [
    ['name', t('newName')],
    ['workplace', t('newWorkplace')],
    ['post', t('newPost')],
  ] as const;
  return (
    <fieldset className="inset">
      <legend>{t('register')}</legend>
      {fields.map(([field, label]) => (
        <div key={field} className="field">
          <label htmlFor={`${id}-${field}`}>{label}</label>
          <Input
            id={`${id}-${field}`}
            value={typed[field]}
            maxLength={200}
            autoFocus={field === (given === '' ? 'name' : 'workplace')}
            aria-required={field === 'name'}
            onChange={(event) => {
              setTyped({ ...typed, [field]: event.target.value });
            }}
            onPressEnter={(event) => {
              event.preventDefault();
              submit(false);
            }}
            {...(field === 'name' &&
              isMissing && {
                status: 'error' as const,
                'aria-invalid': true,
                'aria-describedby': `${id}-wrong`,
              })}
          />
          {field === 'name' && isMissing && (
            <p id={`${id}-wrong`} className="field-wrong">
              {t('nameNeeded')}
            </p>
          )}
        </div>
      ))}
      {register.isError && <Failed error={register.error} />}
      {known.length > 0 && (
        <div role="status">
          <p>{t('knownAlready')}</p>
          <ul>
            {known.map(({ id: of, name, workplace, post }) => (
              <li key={of}>
                <span lang="zh-CN">{[name, workplace, post].filter(Boolean).join(' · ')}</span>{' '}
                <Button
                  size="small"
                  onClick={() => {
                    onDone({ value: of, label: name ?? of });
                  }}
                >
                  {t('useThis')}
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="row">
        <WriteButton
          type={known.length > 0 ? 'default' : 'primary'}
          loading={register.isPending}
          onClick={() => {
            submit(known.length > 0);
          }}
        >
          {t(known.length > 0 ? 'noneOfThem' : 'registerNow')}
        </WriteButton>
        <Button onClick={onCancel}>{common('cancel')}</Button>
      </div>
    </fieldset>
  );
}
