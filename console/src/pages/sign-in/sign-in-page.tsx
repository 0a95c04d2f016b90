/** Signing in, at whatever address somebody came to: afterwards they are there. */
import { useEffect, useState } from 'react';
import { useSessionChange } from '../../app/session.tsx';
import { LanguageSwitch } from '../../frame/top-bar.tsx';
import { focusIfLost } from '../../parts/kept-focus.ts';
import { useCommonWords } from '../../words/common.ts';
import { useSignInWords } from '../../words/sign-in.ts';
import { SignInForm } from './sign-in-form.tsx';

export function SignInPage() {
  const t = useSignInWords();
  const common = useCommonWords();
  const { begin } = useSessionChange();
  const hasSingle = useSingleSignOn();
  const title = `${t('title')} · ${common('system')}`;
  useEffect(() => {
    document.title = title;
  }, [title]);
  useEffect(
    () => () => {
      // The form goes; whoever signed in by keyboard goes on in the page that comes.
      requestAnimationFrame(() => {
        focusIfLost();
      });
    },
    [],
  );
  return (
    <main className="alone">
      <div className="alone-head">
        <span className="system">{common('system')}</span>
        <LanguageSwitch />
      </div>
      <h1>{t('title')}</h1>
      <p className="quiet">{t('secrecy')}</p>
      <SignInForm onSignedIn={begin} />
      {hasSingle && (
        <p>
          <a href="/api/v1/session/oidc">{t('single')}</a>
        </p>
      )}
      <p>
        <a href="/portal">{t('reporters')}</a>
      </p>
      <p className="quiet">{t('browser')}</p>
    </main>
  );
}

/** Whether a single sign-on is set up here; asked without following it. */
function useSingleSignOn(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    const asked = new AbortController();
    fetch('/api/v1/session/oidc', { redirect: 'manual', signal: asked.signal }).then(
      ({ type }) => {
        setHas(type === 'opaqueredirect');
      },
      () => undefined, // not to be had now: the form is
    );
    return () => {
      asked.abort();
    };
  }, []);
  return has;
}
