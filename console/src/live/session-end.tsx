/**
 * The end of a session, before and after: a warning two minutes ahead with a way to go on, and a dialog to sign in again
 * over the page, so that nothing that was typed is lost. What the page shows is covered meanwhile.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useEffect, useState } from 'react';
import { api, keepToken, onSessionEnd, unwrap } from '../api/client.ts';
import { SESSION_KEY, useSessionChange, useSessionQuery, type Session } from '../app/session.tsx';
import { SignInForm } from '../pages/sign-in/sign-in-form.tsx';
import { useLiveWords } from '../words/live.ts';
import { endingNow } from './session-clock.ts';
import './live.css';

const WARNING_MS = 120_000;
const LOOK_MS = 1_000;

/** Watches over the session of the page; stands beside it in the frame. */
export function SessionEnd({ session }: { readonly session: Session }) {
  const [isOver, setOver] = useState(false);
  useEffect(
    () =>
      onSessionEnd(() => {
        setOver(true);
      }),
    [],
  );
  useEffect(() => {
    document.body.classList.toggle('session-over', isOver);
    return () => {
      document.body.classList.remove('session-over');
    };
  }, [isOver]);
  if (isOver)
    return (
      <SignInAgain
        session={session}
        onDone={() => {
          setOver(false);
        }}
      />
    );
  return (
    <Warning
      session={session}
      onOver={() => {
        setOver(true);
      }}
    />
  );
}

/** Seconds left once there are few; null before. */
function useSecondsLeft(session: Session, onOver: () => void): { seconds: number; isIdle: boolean } | null {
  const readAt = useSessionQuery().dataUpdatedAt;
  const [left, setLeft] = useState<{ seconds: number; isIdle: boolean } | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const { at, isIdle } = endingNow(session, readAt);
      const ms = at - Date.now();
      if (ms <= 0) onOver();
      setLeft(ms > 0 && ms <= WARNING_MS ? { seconds: Math.ceil(ms / 1_000), isIdle } : null);
    }, LOOK_MS);
    return () => {
      clearInterval(timer);
    };
  }, [session, readAt, onOver]);
  return left;
}

function Warning({ session, onOver }: { readonly session: Session; readonly onOver: () => void }) {
  const t = useLiveWords();
  const { begin } = useSessionChange();
  const left = useSecondsLeft(session, onOver);
  const goOn = useMutation({
    mutationFn: () => unwrap(api.GET('/api/v1/session')),
    onSuccess: begin,
    onError: onOver,
  });
  if (!left) return null;
  const minutes = Math.ceil(left.seconds / 60);
  return (
    <div
      className="session-warning"
      role="alertdialog"
      aria-label={t('ending')}
      aria-describedby="session-ending"
    >
      <p id="session-ending">
        <strong>{t(left.isIdle ? 'ending' : 'endingForGood')}</strong>{' '}
        <span aria-live="polite">{t('minutesLeft', { count: minutes })}</span>
      </p>
      {left.isIdle && (
        <Button
          type="primary"
          loading={goOn.isPending}
          onClick={() => {
            goOn.mutate();
          }}
        >
          {t('continue')}
        </Button>
      )}
    </div>
  );
}

function SignInAgain({ session, onDone }: { readonly session: Session; readonly onDone: () => void }) {
  const t = useLiveWords();
  const queries = useQueryClient();
  const { begin, replace, end } = useSessionChange();
  const back = async (opened: Session): Promise<void> => {
    // Somebody else sees nothing of what was here.
    if (opened.person !== session.person) {
      replace(opened);
      return;
    }
    begin(await atTheSamePost(opened, session.unit));
    onDone();
    await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] });
  };
  return (
    <Modal
      open
      title={t('over')}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      rootClassName="sign-in-again"
      footer={
        <Button type="link" onClick={end}>
          {t('leave')}
        </Button>
      }
    >
      <p>{t('overText')}</p>
      <SignInForm onSignedIn={(opened) => void back(opened)} />
    </Modal>
  );
}

/** A session opens where somebody has their first post; whoever was at another goes on there. */
async function atTheSamePost(opened: Session, unit: string | null): Promise<Session> {
  if (opened.unit === unit || opened.owes !== null) return opened;
  keepToken(opened.csrfToken);
  try {
    return await unwrap(api.PUT('/api/v1/session/post', { body: { unit } }));
  } catch {
    return opened; // that post was lost meanwhile: the page begins anew at the first
  }
}
