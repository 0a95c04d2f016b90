/** What stands between a session and everything else: a password to change, a second factor to set up. */
import { useState } from 'react';
import { useSessionChange, type Session } from '../../app/session.tsx';
import { LanguageSwitch } from '../../frame/top-bar.tsx';
import { useSignInWords } from '../../words/sign-in.ts';
import { PasswordForm } from './password-form.tsx';
import { SecondFactorForm } from './second-factor-form.tsx';

export function OwedPage({ session }: { readonly session: Session }) {
  const t = useSignInWords();
  const { replace } = useSessionChange();
  // Its codes stay on the page until their reader goes on.
  const [owes] = useState(session.owes);
  const isPassword = owes === 'password';
  return (
    <main className="alone">
      <div className="alone-head">
        <span />
        <LanguageSwitch />
      </div>
      <h1>{t(isPassword ? 'owesPassword' : 'owesFactor')}</h1>
      <p>{t(isPassword ? 'owesPasswordText' : 'owesFactorText')}</p>
      {isPassword ? <PasswordForm onChanged={replace} /> : <SecondFactorForm onConfirmed={replace} />}
    </main>
  );
}
