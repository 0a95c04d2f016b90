/**
 * The sign-in form: on its own page, and in the dialog that stands over what somebody was typing when their session
 * ended. What is wrong with a name, a password or a code is never told apart.
 */
import { useMutation } from '@tanstack/react-query';
import { Button, Checkbox, Input } from 'antd';
import { useEffect, useId, useRef, useState, type SubmitEvent } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { isProblem, ProblemError } from '../../api/problem.ts';
import type { Session } from '../../app/session.tsx';
import { useCommonWords } from '../../words/common.ts';
import { useSignInWords } from '../../words/sign-in.ts';

export function SignInForm({ onSignedIn }: { readonly onSignedIn: (session: Session) => void }) {
  const t = useSignInWords();
  const common = useCommonWords();
  const id = useId();
  const [typed, setTyped] = useState({ login: '', password: '', code: '' });
  const [isShown, setShown] = useState(false);
  const [missing, setMissing] = useState<readonly string[]>([]);
  const alert = useRef<HTMLParagraphElement>(null);
  const signIn = useMutation({
    mutationFn: () =>
      unwrap(
        api.POST('/api/v1/session', {
          body: {
            login: typed.login.trim(),
            password: typed.password,
            ...(typed.code.trim() !== '' && { code: typed.code.replaceAll(/\s/g, '') }),
          },
        }),
      ),
    onSuccess: onSignedIn,
  });
  useEffect(() => {
    if (signIn.isError) alert.current?.focus();
  }, [signIn.isError, signIn.failureCount]);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const empty = (['login', 'password'] as const).filter((name) => typed[name] === '');
    setMissing(empty);
    if (empty[0] !== undefined) document.getElementById(`${id}-${empty[0]}`)?.focus();
    else if (!signIn.isPending) signIn.mutate();
  };
  const field = (name: keyof typeof typed) => ({
    id: `${id}-${name}`,
    value: typed[name],
    onChange: (event: { target: { value: string } }) => {
      setTyped({ ...typed, [name]: event.target.value });
    },
    ...(missing.includes(name) && {
      status: 'error' as const,
      'aria-invalid': true,
      'aria-describedby': `${id}-${name}-wrong`,
    }),
  });
  const needed = (name: string) =>
    missing.includes(name) && (
      <p id={`${id}-${name}-wrong`} className="field-wrong">
        {t('needed')}
      </p>
    );
  return (
    <form onSubmit={submit} noValidate className="narrow-form">
      {signIn.isError && (
        <p role="alert" tabIndex={-1} ref={alert} className="failed">
          <WhyNot error={signIn.error} />
        </p>
      )}
      <label htmlFor={`${id}-login`}>{t('login')}</label>
      <Input autoComplete="username" autoFocus maxLength={200} {...field('login')} />
      {needed('login')}
      <label htmlFor={`${id}-password`}>{t('password')}</label>
      <Input
        type={isShown ? 'text' : 'password'}
        autoComplete="current-password"
        maxLength={512}
        {...field('password')}
      />
      {needed('password')}
      <Checkbox
        checked={isShown}
        onChange={(event) => {
          setShown(event.target.checked);
        }}
      >
        {t('showPassword')}
      </Checkbox>
      <label htmlFor={`${id}-code`}>{t('code')}</label>
      <Input
        autoComplete="one-time-code"
        maxLength={40}
        aria-describedby={`${id}-code-help`}
        {...field('code')}
      />
      <p id={`${id}-code-help`} className="quiet">
        {t('codeHelp')}
      </p>
      <Button type="primary" htmlType="submit" block loading={signIn.isPending}>
        {t('submit')}
      </Button>
      {signIn.isPending && (
        <span role="status" className="visually-hidden">
          {common('loading')}
        </span>
      )}
    </form>
  );
}

function WhyNot({ error }: { readonly error: Error }) {
  const t = useSignInWords();
  const common = useCommonWords();
  if (isProblem(error, 'unauthenticated')) return t('wrong');
  if (!(error instanceof ProblemError) || error.problem.status === 0) return common('noAnswer');
  const wait = Number(error.problem.retryAfter);
  if (error.problem.status === 429 && wait > 0) return t('wait', { count: wait });
  return error.problem.detail ?? error.problem.title;
}
