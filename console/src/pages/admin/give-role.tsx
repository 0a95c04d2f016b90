/** Giving somebody a role: what it lets them do in words, where, how and until when. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { components } from '../../api/schema.d.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed } from '../../parts/states.tsx';
import { useAdminWords } from '../../words/admin.ts';
import { useCodes } from '../../words/codes.ts';
import { ChoiceField, TextField } from './fields.tsx';
import { useRoles, useUnits } from './roles.ts';

type Kind = components['schemas']['MakeGrantRequest']['kind'];

const KINDS: readonly Kind[] = ['post', 'acting', 'substitute'];
const BLANK = { role: '', unit: '', kind: 'post' as Kind, inPlaceOf: '', from: '', until: '', basis: '' };

export function GiveRole({ person }: { readonly person: string }) {
  const t = useAdminWords();
  const { say, code } = useCodes();
  const { roles } = useRoles();
  const { units } = useUnits();
  const queries = useQueryClient();
  const [given, setGiven] = useState(BLANK);
  const [isTold, tell] = useState(false);
  const give = useMutation({
    mutationFn: () => {
      const { role, kind, unit, inPlaceOf, from, until, basis } = given;
      const said = Object.entries({ unit, inPlaceOf, from, until, basis })
        .map(([key, value]) => [key, value.trim()] as const)
        .filter(([key, value]) => value !== '' && (key !== 'inPlaceOf' || kind === 'substitute'));
      return unwrap(
        api.POST('/api/v1/grants', { body: { person, role, kind, ...Object.fromEntries(said) } }),
      );
    },
    onSuccess: () => {
      setGiven(BLANK);
      tell(false);
      void queries.invalidateQueries({ queryKey: ['grants'] });
      void queries.invalidateQueries({ queryKey: ['people'] });
    },
  });
  const role = roles.find((each) => each.role === given.role);
  const needsEnd = given.kind !== 'post';
  const missing = {
    role: given.role === '',
    until: needsEnd && given.until === '',
    inPlaceOf: given.kind === 'substitute' && given.inPlaceOf.trim() === '',
  };
  const wrong = (is: boolean) => (isTold && is ? t('notSaid') : null);
  const set = (key: keyof typeof BLANK) => (value: string) => {
    setGiven({ ...given, [key]: value });
  };
  return (
    <form
      className="admin-form"
      noValidate
      aria-label={t('giveRole')}
      onSubmit={(event) => {
        event.preventDefault();
        tell(true);
        if (!Object.values(missing).some(Boolean) && !give.isPending) give.mutate();
      }}
    >
      <h3>{t('giveRole')}</h3>
      <div className="field-row">
        <ChoiceField
          label={t('role')}
          value={given.role}
          onChange={set('role')}
          wrong={wrong(missing.role)}
          options={roles.map((each) => ({ value: each.role, label: say(each.label) }))}
        />
        <ChoiceField
          label={t('unit')}
          help={t('unitHelp')}
          value={given.unit}
          onChange={set('unit')}
          isOptional
          options={units.map(({ id, name }) => ({ value: id, label: `${name} (${id})` }))}
        />
        <ChoiceField
          label={t('kind')}
          value={given.kind}
          onChange={(kind) => {
            setGiven({ ...given, kind: kind === '' ? 'post' : (kind as Kind) });
          }}
          options={KINDS.map((kind) => ({ value: kind, label: code('grantKind', kind) }))}
        />
        {given.kind === 'substitute' && (
          <TextField
            label={t('inPlaceOf')}
            help={t('reference')}
            value={given.inPlaceOf}
            maxLength={64}
            onChange={set('inPlaceOf')}
            wrong={wrong(missing.inPlaceOf)}
          />
        )}
        <TextField label={t('from')} type="date" value={given.from} onChange={set('from')} />
        <TextField
          label={t('until')}
          type="date"
          value={given.until}
          onChange={set('until')}
          wrong={wrong(missing.until)}
        />
        <TextField label={t('basis')} value={given.basis} onChange={set('basis')} />
      </div>
      {role && (
        <dl className="facts">
          <dt>{t('roleMay')}</dt>
          <dd>{say(role.may)}</dd>
          {role.mayNot && (
            <>
              <dt>{t('roleMayNot')}</dt>
              <dd>{say(role.mayNot)}</dd>
            </>
          )}
        </dl>
      )}
      {give.error && <Failed error={give.error} />}
      <p role="status">{give.isSuccess && t('saved')}</p>
      <p className="form-foot">
        <WriteButton type="primary" htmlType="submit" loading={give.isPending}>
          {t('giveRole')}
        </WriteButton>
      </p>
    </form>
  );
}
