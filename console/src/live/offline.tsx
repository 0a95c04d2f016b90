/** The line is down: said at the top, with the time what is shown was read at; what would change something says why it cannot. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useLocale } from '../words/area.ts';
import { useLiveWords } from '../words/live.ts';
import { TAGS } from '../words/locale.ts';
import { written } from '../parts/when.tsx';

function onLine(listener: () => void): () => void {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
}

/** The id of the banner, which every button that cannot be pressed for it is described by. */
export const OFFLINE_BANNER = 'offline-banner';

/** Whether the browser has a line. */
export const useOnline = (): boolean => useSyncExternalStore(onLine, () => navigator.onLine);

/** Why nothing can be changed now; null where it can. For the button that would, and for the words beside it. */
export function useOfflineReason(): string | null {
  const t = useLiveWords();
  return useOnline() ? null : t('offlineWrites');
}

/** Stands at the top of every page while the line is down, and says when it is back. */
export function OfflineBanner() {
  const t = useLiveWords();
  const tag = TAGS[useLocale()];
  const isOnline = useOnline();
  const queries = useQueryClient();
  const [wasOffline, setWasOffline] = useState(false);
  if (!isOnline && !wasOffline) setWasOffline(true);
  useEffect(() => {
    if (!isOnline || !wasOffline) return undefined;
    const timer = setTimeout(() => {
      setWasOffline(false);
    }, 10_000);
    return () => {
      clearTimeout(timer);
    };
  }, [isOnline, wasOffline]);
  const readAt = Math.max(
    0,
    ...queries
      .getQueryCache()
      .getAll()
      .map(({ state }) => state.dataUpdatedAt),
  );
  const since = readAt === 0 ? '' : written(new Date(readAt).toISOString(), 'minute', tag).slice(-5);
  return (
    <div
      id={OFFLINE_BANNER}
      role="status"
      className={isOnline && !wasOffline ? 'visually-hidden' : 'offline-banner'}
    >
      {!isOnline && (
        <>
          <strong>{t('offline')}</strong> {since !== '' && t('asOf', { at: since })} {t('offlineWrites')}
        </>
      )}
      {isOnline && wasOffline && t('onlineAgain')}
    </div>
  );
}
