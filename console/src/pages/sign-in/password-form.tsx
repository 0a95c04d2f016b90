/** Changing one's own password. Password managers and pasting are welcome. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { Session } from '../../app/session.tsx';
import { Failed } from '../../parts/states.tsx';
import { useSignInWords } from '../../words/sign-in.ts';

const FIELDS = [
  ['current', 'current-password'],
  ['fresh', 'new-password'],
  ['again', 'new-password'],
] as const;

export function PasswordForm({ onChanged }: { readonly onChanged: (session: Session) => void }) {
  const t = useSignInWords();
  const id = useId();
  const [typed, setTyped] = useState({ current: '', fresh: '', again: '' });
  const [wrong, setWrong] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/session/password', { body: { current: typed.current, password: typed.fresh } }),
      ),
    onSuccess: onChanged,
  });
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fault =
      typed.current === '' || typed.fresh === ''
        ? t('needed')
        : typed.fresh === typed.again
          ? null
          : t('differ');
    setWrong(fault);
    if (fault === null && !change.isPending) change.mutate();
  };
  return (
    <form onSubmit={submit} noValidate className="narrow-form">
      {wrong !== null && <p role="alert">{wrong}</p>}
      {change.isError && <Failed error={change.error} />}
      {FIELDS.map(([name, autoComplete]) => (
        <div key={name}>
          <label htmlFor={`${id}-${name}`}>{t(name)}</label>
          <Input
            id={`${id}-${name}`}
            type="password"
            autoComplete={autoComplete}
            maxLength={512}
            value={typed[name]}
            onChange={(event) => {
              setTyped({ ...typed, [name]: event.target.value });
            }}
          />
        </div>
      ))}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {t('change')}
      </Button>
    </form>
  );
}
