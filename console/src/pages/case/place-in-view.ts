/** Where a case stands in the list somebody came from, the way back to it, and the way on, also past the end of a page. */
import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useNavigate } from 'react-router';
import { useCaseWords } from '../../words/case.ts';
import type { CaseQuery } from '../queue/list-address.ts';
import { keepPage, neighboursOf, orderOfView, type Neighbours } from '../queue/order-of-view.ts';
import { readCases } from '../queue/use-cases.ts';

export interface PlaceInView extends Neighbours {
  readonly backTo: string;
  /** Whether a next case is there, or may come with the next page. */
  readonly goesOn: boolean;
  /** Whether the next page is being read. */
  readonly isGoing: boolean;
  readonly goBack: () => void;
  readonly goOn: () => void;
}

/** The list is remembered by this tab alone; a case that was not come to from it has no neighbours. */
export function usePlaceInView(caseId: string): PlaceInView {
  const t = useCaseWords();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const place = neighboursOf(caseId);
  const go = (to: string) => void navigate(`/cases/${to}`);
  const { mutate, isPending } = useMutation({
    mutationFn: () => nextInView(caseId),
    onSuccess: (next) => {
      if (next === null) void message.info(t('lastOne'));
      else go(next);
    },
    onError: () => {
      void message.error(t('nextFailed'));
    },
  });
  return {
    ...place,
    backTo: '/queue',
    goesOn: place.next !== null || (place.place > 0 && place.hasMore),
    isGoing: isPending,
    goBack: () => {
      if (place.previous !== null) go(place.previous);
    },
    goOn: () => {
      if (place.next !== null) go(place.next);
      else if (place.place > 0 && !isPending) mutate();
    },
  };
}

/** The case after this one, with the next page where it is the last that was read. Null: it is the last there is. */
async function nextInView(caseId: string): Promise<string | null> {
  for (;;) {
    const order = orderOfView();
    const { next } = neighboursOf(caseId, order);
    const cursor = order?.next ?? null;
    if (next !== null || !order || cursor === null) return next;
    const { query, sort } = JSON.parse(order.asked) as { query: CaseQuery; sort: string };
    const { items, nextCursor } = await readCases(query, sort, cursor);
    keepPage({ asked: order.asked, cursor, ids: items.map(({ id }) => id), next: nextCursor });
  }
}
