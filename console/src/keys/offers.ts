/** What the components of a page offer while they are there, as one list for whoever shows it. */
import { useEffect, useRef, useSyncExternalStore } from 'react';

export interface Offers<Offer, Entry> {
  /** Offers something while the component is there. */
  readonly useOffer: (offer: Offer) => void;
  /** What is offered now; what was put on the page last stands last. */
  readonly now: () => readonly Offer[];
  /** The list of it, read anew when it changes. */
  readonly useList: () => readonly Entry[];
}

interface Making<Offer, Entry> {
  /** Plain values: two lists that are written alike are the same. */
  readonly list: (offers: readonly Offer[]) => readonly Entry[];
  readonly onFirst?: () => void;
  readonly onNone?: () => void;
}

export function createOffers<Offer, Entry>({
  list,
  onFirst,
  onNone,
}: Making<Offer, Entry>): Offers<Offer, Entry> {
  const active = new Set<{ readonly current: Offer }>();
  const listeners = new Set<() => void>();
  let listed: readonly Entry[] = [];

  const now = () => [...active].map(({ current }) => current);
  const relist = () => {
    const next = list(now());
    if (JSON.stringify(next) === JSON.stringify(listed)) return;
    listed = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return {
    now,
    useOffer: (offer) => {
      const latest = useRef(offer);
      useEffect(() => {
        latest.current = offer;
        relist();
      });
      useEffect(() => {
        if (active.size === 0) onFirst?.();
        active.add(latest);
        relist();
        return () => {
          active.delete(latest);
          if (active.size === 0) onNone?.();
          relist();
        };
      }, []);
    },
    useList: () => useSyncExternalStore(subscribe, () => listed),
  };
}
