/** Which period and which unit the cards are of: read from the address, kept in it. */
import { useSearchParams } from 'react-router';
import { written } from '../../parts/when.tsx';
import { TAGS } from '../../words/locale.ts';

export interface Asked {
  /** Days; absent: the latest 90. */
  readonly from?: string;
  readonly to?: string;
  readonly unit?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What is asked for, and how to ask for something else. */
export function useAsked(): readonly [Asked, (next: Asked) => void] {
  const [params, setParams] = useSearchParams();
  const [from, to, unit] = [params.get('from'), params.get('to'), params.get('unit')];
  const hasPeriod = from !== null && to !== null && DAY.test(from) && DAY.test(to) && from <= to;
  return [
    { ...(hasPeriod && { from, to }), ...(unit !== null && unit !== '' && { unit }) },
    (next) => {
      setParams({ ...next });
    },
  ];
}

/** The days of a period that was counted, as the queue is asked for them; its end is the instant after the last of them. */
export const openedIn = ({ from, to }: { readonly from: string | null; readonly to: string | null }) => ({
  openedFrom: from === null ? undefined : written(from, 'day', TAGS.en),
  openedTo: to === null ? undefined : written(new Date(Date.parse(to) - 1).toISOString(), 'day', TAGS.en),
});

/** The cases behind a figure, as the queue lists them. */
export const casesAt = (filters: Readonly<Record<string, string | undefined>>): string => {
  const given = Object.entries(filters).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return `/queue?${new URLSearchParams([['tab', 'all'], ...given]).toString()}`;
};

export const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
