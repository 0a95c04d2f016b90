/** The frame of every page: who is signed in decides whether the page or the sign-in stands in it. */
import { Outlet, useLocation } from 'react-router';
import { SessionFrame, useSessionQuery } from '../app/session.tsx';
import { SignInPage } from '../pages/sign-in/sign-in-page.tsx';
import { OfflineBanner } from '../live/offline.tsx';
import { SessionEnd } from '../live/session-end.tsx';
import { Failed, Loading } from '../parts/states.tsx';
import { OwedPage } from '../pages/sign-in/owed-page.tsx';
import { Shell } from './shell.tsx';

export function Frame() {
  const session = useSessionQuery();
  const { pathname } = useLocation();
  if (session.isPending) return <Loading />;
  if (session.isError)
    return (
      <main className="alone">
        <Failed error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  // The address stays: whoever signs in is where they wanted to be.
  if (!session.data) return <SignInPage />;
  if (session.data.owes !== null) return <OwedPage session={session.data} />;
  return (
    <SessionFrame session={session.data}>
      <OfflineBanner />
      <Shell key={session.data.unit ?? ''} path={pathname}>
        <Outlet />
      </Shell>
      <SessionEnd session={session.data} />
    </SessionFrame>
  );
}
