/** Who is signed in: asked once, kept for every component, and gone at once when the server says so. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, type ReactNode } from 'react';
import { api, keepToken, unwrap } from '../api/client.ts';
import { ProblemError } from '../api/problem.ts';
import type { components } from '../api/schema.d.ts';
import { forgetOrder } from '../pages/queue/order-of-view.ts';

export type Session = components['schemas']['Session'];

/** The session, or null for a visitor. Throws a `ProblemError` where the server could not say. */
async function readSession(): Promise<Session | null> {
  try {
    const session = await unwrap(api.GET('/api/v1/session'));
    keepToken(session.csrfToken);
    return session;
  } catch (error) {
    if (error instanceof ProblemError && (error.problem.status === 401 || error.isGone)) return null;
    throw error;
  }
}

export const SESSION_KEY = ['session'] as const;

/** The state of the question who is signed in. */
export const useSessionQuery = () =>
  useQuery({ queryKey: SESSION_KEY, queryFn: readSession, staleTime: Infinity, retry: 1 });

/** What to do once somebody signed in, switched their post, or was signed out. */
export function useSessionChange() {
  const queries = useQueryClient();
  return {
    begin: (session: Session) => {
      keepToken(session.csrfToken);
      queries.setQueryData(SESSION_KEY, session);
    },
    /** Another post sees other cases. */
    replace: (session: Session) => {
      keepToken(session.csrfToken);
      queries.clear();
      forgetOrder();
      queries.setQueryData(SESSION_KEY, session);
    },
    end: () => {
      keepToken(null);
      queries.clear();
      forgetOrder();
      queries.setQueryData(SESSION_KEY, null);
    },
  };
}

const Signed = createContext<Session | null>(null);

/** The session of a page that only those who are signed in reach. */
export function useSession(): Session {
  const session = use(Signed);
  if (!session) throw new Error('This component stands outside the frame of who is signed in.');
  return session;
}

/** Whether the session holds one of these roles. For what a menu shows; the server decides what is allowed. */
export const holdsOneOf = ({ roles }: Session, wanted: readonly string[]): boolean =>
  wanted.some((role) => roles.includes(role));

/** Gives the session to what is within. What its end means is for `live/session-end.tsx`. */
export function SessionFrame({
  session,
  children,
}: {
  readonly session: Session;
  readonly children: ReactNode;
}) {
  return <Signed value={session}>{children}</Signed>;
}
