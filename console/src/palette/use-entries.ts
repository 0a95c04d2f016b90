/** Everything the palette can offer whoever opened it here: steps, pages and keys as they are, cases as the server finds them. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../api/client.ts';
import { useMay } from '../app/permissions.ts';
import type { PageRoute } from '../app/routes.tsx';
import { runCommand, useCommandList } from '../keys/commands.ts';
import { runShortcut, useShortcutList } from '../keys/use-keys.ts';
import { useQuiet } from '../parts/use-quiet.ts';
import { useCodes } from '../words/codes.ts';
import { useCommonWords, useMenuWords } from '../words/common.ts';
import { usePaletteWords } from '../words/palette.ts';
import { addressOf, keyOf } from '../frame/page-address.ts';
import { inGroups, matches, mayBeNumber, withoutRepeats, type Entry } from './entries.ts';

/** Milliseconds of quiet before what was typed is searched, so that nothing is asked letter by letter. */
const QUIET_MS = 400;
/** Cases that are listed; the rest are a search in the queue away. */
const MOST_CASES = 7;

export interface Found {
  readonly entries: readonly Entry[];
  readonly state: 'settled' | 'seeking' | 'failed';
}

/** What matches, in the order in which it is shown. */
export function useEntries(typed: string, pages: readonly PageRoute[]): Found {
  const here = useHere(pages);
  const { entries: cases, state } = useCases(typed);
  const entries = [...here.filter((entry) => matches(entry, typed)), ...cases];
  return { entries: inGroups(entries).flatMap(([, of]) => of), state };
}

function useHere(pages: readonly PageRoute[]): readonly Entry[] {
  const common = useCommonWords();
  const menu = useMenuWords();
  const navigate = useNavigate();
  const steps = useCommandList().map(({ id, label }): Entry => ({
    id: `step-${id}`,
    group: 'steps',
    label,
    run: () => {
      runCommand(id);
    },
  }));
  const goTo = (address: string, label: string, key?: string): Entry => ({
    id: `page-${address.slice(1).replaceAll('/', '-')}`,
    group: 'pages',
    label,
    ...(key !== undefined && { more: key }),
    run: () => void navigate(address),
  });
  const places = [
    ...pages.flatMap((page) =>
      page.menu ? [goTo(addressOf(page.path), menu(page.menu.words), keyOf(page))] : [],
    ),
    goTo('/me', common('account')),
  ];
  const known = [...places.map(({ label }) => label), common('palette')];
  const keys = withoutRepeats(useShortcutList(), known).map(({ label, keys: same }): Entry => ({
    id: `key-${label}`,
    group: 'keys',
    label,
    more: same.join(' / '),
    run: () => {
      runShortcut(same[0] ?? '');
    },
  }));
  return [...steps, ...places, ...keys];
}

/** Cases by the search of the queue, so that nobody finds what they may not know of. */
function useCases(typed: string): Found {
  const t = usePaletteWords();
  const { code } = useCodes();
  const navigate = useNavigate();
  const mayRead = useMay()('case.read');
  const now = typed.trim();
  const q = useQuiet(now, QUIET_MS);
  const isAsked = mayRead && mayBeNumber(now);
  /** What is listed is about what is typed, so that Enter opens no case that was found for fewer letters. */
  const isSettled = q === now;
  const { data, isFetching, isError } = useQuery({
    queryKey: ['palette', q],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/cases', { params: { query: { q, sort: 'urgency', limit: MOST_CASES } }, signal }),
      ),
    enabled: isAsked && isSettled,
    staleTime: 30_000,
    retry: false,
  });
  if (!mayRead || now === '') return { entries: [], state: 'settled' };
  const found = isAsked && isSettled ? (data?.items ?? []) : [];
  return {
    entries: [
      ...found.map(({ id, number, procedure, state, subjectName }): Entry => ({
        id: `case-${id}`,
        group: 'cases',
        label: number ?? id.slice(0, 8),
        more: [code('procedure', procedure), code('state', procedure, state), subjectName]
          .filter((part) => part !== null)
          .join(' · '),
        run: () => void navigate(`/cases/${id}`),
      })),
      {
        id: 'search',
        group: 'search',
        label: t('seekInQueue', { what: now }),
        run: () => void navigate(`/queue?tab=all&q=${encodeURIComponent(now)}`),
      },
    ],
    state: !isAsked ? 'settled' : !isSettled || isFetching ? 'seeking' : isError ? 'failed' : 'settled',
  };
}
