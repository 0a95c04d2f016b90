/** Making a key: for whom, under which name, for what in sentences, until when. Its secret is shown once. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox } from 'antd';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed } from '../../parts/states.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { useCodes } from '../../words/codes.ts';
import { ChoiceField, TextField } from './fields.tsx';
import { useRoles, useUnits } from './roles.ts';
import { ShownOnce } from './shown-once.tsx';

const BLANK = { person: '', name: '', unit: '', expires: '', roles: [] as readonly string[] };

export function MakeKey() {
  const t = useAdminWords();
  const { say, code } = useCodes();
  const { roles } = useRoles();
  const { units } = useUnits();
  const queries = useQueryClient();
  const [given, setGiven] = useState(BLANK);
  const [secret, setSecret] = useState<string | null>(null);
  const [isTold, tell] = useState(false);
  const make = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/keys', {
          body: {
            person: given.person.trim(),
            ...(given.name.trim() !== '' && { name: given.name.trim() }),
            roles: [...given.roles],
            ...(given.unit !== '' && { unit: given.unit }),
            expiresAt: `${given.expires}T23:59:59+08:00`,
          },
        }),
      ),
    onSuccess: (made) => {
      setSecret(made.secret);
      setGiven(BLANK);
      tell(false);
      void queries.invalidateQueries({ queryKey: ['keys'] });
    },
  });
  const isWhole = given.person.trim() !== '' && given.roles.length > 0 && given.expires !== '';
  const scopes = new Set(
    roles.filter(({ role }) => given.roles.includes(role)).flatMap(({ permissions }) => permissions),
  );
  return (
    <section aria-label={t('makeKey')}>
      {secret !== null && (
        <ShownOnce
          title={t('makeKey')}
          text={t('keySecretText')}
          secret={secret}
          onKept={() => {
            setSecret(null);
          }}
        />
      )}
      <form
        className="admin-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          tell(true);
          if (isWhole && !make.isPending) make.mutate();
        }}
      >
        <h2>{t('makeKey')}</h2>
        <div className="field-row">
          <TextField
            label={t('owner')}
            help={t('reference')}
            value={given.person}
            maxLength={64}
            wrong={isTold && given.person.trim() === '' ? t('notSaid') : null}
            onChange={(person) => {
              setGiven({ ...given, person });
            }}
          />
          <TextField
            label={t('keyName')}
            help={t('keyNameHelp')}
            value={given.name}
            onChange={(name) => {
              setGiven({ ...given, name });
            }}
          />
          <ChoiceField
            label={t('unit')}
            help={t('unitHelp')}
            value={given.unit}
            isOptional
            onChange={(unit) => {
              setGiven({ ...given, unit });
            }}
            options={units.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
          />
          <TextField
            label={t('expires')}
            help={t('expiresNeeded')}
            type="date"
            value={given.expires}
            wrong={isTold && given.expires === '' ? t('expiresNeeded') : null}
            onChange={(expires) => {
              setGiven({ ...given, expires });
            }}
          />
        </div>
        <fieldset className="field">
          <legend>{t('scopes')}</legend>
          {isTold && given.roles.length === 0 && <p className="field-wrong">{t('notSaid')}</p>}
          <Checkbox.Group
            value={[...given.roles]}
            options={roles.map(({ role, label }) => ({ value: role, label: say(label) }))}
            onChange={(chosen) => {
              setGiven({ ...given, roles: chosen.map(String) });
            }}
          />
        </fieldset>
        {scopes.size > 0 && (
          <details open>
            <summary>{t('allowed')}</summary>
            <ul>
              {[...scopes].map((permission) => (
                <li key={permission}>{code('permission', permission)}</li>
              ))}
            </ul>
          </details>
        )}
        {make.error && <Failed error={make.error} />}
        <p className="form-foot">
          <WriteButton type="primary" htmlType="submit" loading={make.isPending}>
            {t('makeKey')}
          </WriteButton>
        </p>
      </form>
    </section>
  );
}
