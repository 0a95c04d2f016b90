/** Setting up one-time codes: the secret once, a first code, the recovery codes once. */
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useId, useState, type SubmitEvent } from 'react';
import { api, unwrap } from '../../api/client.ts';
import type { Session } from '../../app/session.tsx';
import { CopyText } from '../../parts/copy-text.tsx';
import { Failed } from '../../parts/states.tsx';
import { useSignInWords } from '../../words/sign-in.ts';

interface Props {
  /** Whether one stands already, which is replaced: its code is asked for. */
  readonly isReplaced?: boolean;
  readonly onConfirmed: (session: Session) => void;
}

export function SecondFactorForm({ isReplaced = false, onConfirmed }: Props) {
  const t = useSignInWords();
  const id = useId();
  const [password, setPassword] = useState('');
  const [oldCode, setOldCode] = useState('');
  const [code, setCode] = useState('');
  const enrol = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/session/second-factor', {
          body: { password, ...(oldCode !== '' && { code: oldCode }) },
        }),
      ),
  });
  const confirm = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/session/second-factor/confirm', { body: { code } })),
  });
  const on = (work: () => void) => (event: SubmitEvent) => {
    event.preventDefault();
    work();
  };

  if (confirm.data)
    return (
      <section aria-label={t('recovery')}>
        <h2>{t('recovery')}</h2>
        <p>{t('recoveryText')}</p>
        <ul className="codes">
          {confirm.data.recoveryCodes.map((each) => (
            <li key={each}>
              <code>{each}</code>
            </li>
          ))}
        </ul>
        <Button
          type="primary"
          onClick={() => {
            onConfirmed(confirm.data.session);
          }}
        >
          {t('recoveryDone')}
        </Button>
      </section>
    );
  if (enrol.data)
    return (
      <form
        className="narrow-form"
        noValidate
        onSubmit={on(() => {
          confirm.mutate();
        })}
      >
        {confirm.isError && <Failed error={confirm.error} />}
        <p>
          {t('secret')}: <CopyText text={enrol.data.secret} />
        </p>
        <p>
          <a href={enrol.data.uri}>{t('uri')}</a>
        </p>
        <label htmlFor={`${id}-code`}>{t('sixDigits')}</label>
        <Input
          id={`${id}-code`}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(event) => {
            setCode(event.target.value.trim());
          }}
        />
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          {t('confirm')}
        </Button>
      </form>
    );
  return (
    <form
      className="narrow-form"
      noValidate
      onSubmit={on(() => {
        enrol.mutate();
      })}
    >
      {enrol.isError && <Failed error={enrol.error} />}
      <label htmlFor={`${id}-password`}>{t('password')}</label>
      <Input
        id={`${id}-password`}
        type="password"
        autoComplete="current-password"
        maxLength={512}
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
        }}
      />
      {isReplaced && (
        <>
          <label htmlFor={`${id}-old`}>{t('code')}</label>
          <Input
            id={`${id}-old`}
            autoComplete="one-time-code"
            maxLength={40}
            value={oldCode}
            onChange={(event) => {
              setOldCode(event.target.value.trim());
            }}
          />
        </>
      )}
      <Button type="primary" htmlType="submit" loading={enrol.isPending}>
        {t('begin')}
      </Button>
    </form>
  );
}
