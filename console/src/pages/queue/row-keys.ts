/** Keys of a list: the focus goes from link to link, so that whoever hears the page follows; what is done is done to that row. */
import type { RefObject } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { useQueueWords } from '../../words/queue.ts';

interface RowKeysProps {
  /** Holds the links of the rows, each with the id of its case in `data-case`. */
  readonly within: RefObject<HTMLElement | null>;
  readonly selected: readonly string[];
  readonly onSelect: (ids: readonly string[]) => void;
  readonly onSearch: () => void;
  readonly onClaim: (id: string) => void;
  readonly onAssign: (id: string) => void;
}

export function useRowKeys({ within, selected, onSelect, onSearch, onClaim, onAssign }: RowKeysProps): void {
  const t = useQueueWords();
  const links = () => [...(within.current?.querySelectorAll<HTMLAnchorElement>('a[data-case]') ?? [])];
  const idOf = (link: HTMLElement | undefined) => link?.dataset.case;
  /** The row with the focus anywhere in it. */
  const current = (all: readonly HTMLAnchorElement[]) =>
    all.findIndex((link) => (link.closest('tr, li') ?? link).contains(document.activeElement));
  const move = (step: number) => {
    const all = links();
    const at = current(all);
    const next = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(Math.max(at + step, 0), all.length - 1);
    all[next]?.focus();
  };
  const withRow = (act: (id: string) => void) => () => {
    const all = links();
    const id = idOf(all[current(all)]);
    if (id !== undefined) act(id);
  };
  const next = {
    label: t('keyNext'),
    run: () => {
      move(1);
    },
  };
  const previous = {
    label: t('keyPrevious'),
    run: () => {
      move(-1);
    },
  };
  useKeys({
    j: next,
    arrowdown: next,
    k: previous,
    arrowup: previous,
    o: {
      label: t('keyOpen'),
      run: () => {
        const all = links();
        all[current(all)]?.click();
      },
    },
    x: {
      label: t('keySelect'),
      run: withRow((id) => {
        onSelect(selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id]);
      }),
    },
    'shift+x': {
      label: t('keyRange'),
      run: () => {
        const ids = links().flatMap((link) => idOf(link) ?? []);
        const to = current(links());
        const from = ids.indexOf(selected.at(-1) ?? '');
        if (to < 0) return;
        const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
        onSelect([...new Set([...selected, ...ids.slice(first, last + 1)])]);
      },
    },
    '/': { label: t('keySearch'), run: onSearch },
    a: { label: t('keyAssign'), run: withRow(onAssign) },
    'shift+a': { label: t('keyClaim'), run: withRow(onClaim) },
  });
}
