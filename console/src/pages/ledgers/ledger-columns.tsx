/** Columns that are read from the summary of a case: codes in words, days, figures, yes and no. */
import { When } from '../../parts/when.tsx';
import { useCodes } from '../../words/codes.ts';
import { useCommonWords } from '../../words/common.ts';
import type { ListColumn } from '../queue/columns.tsx';
import type { CaseItem } from '../queue/use-cases.ts';

export type SummaryValue = CaseItem['summary'][string];

/** Ways of showing a field of the summary, for one procedure. */
export function useSummaryColumns(procedure: string) {
  const { code } = useCodes();
  const t = useCommonWords();
  const column = (
    key: string,
    title: string,
    show: (value: NonNullable<SummaryValue>) => ReturnType<ListColumn['show']>,
  ): ListColumn => ({
    key,
    title,
    show: ({ summary }) => {
      const value = summary[key];
      return value === null || value === undefined || value === '' ? (
        <span className="quiet">{t('none')}</span>
      ) : (
        show(value)
      );
    },
  });
  return {
    /** One code, or several with blanks between them. */
    codes: (key: string, title: string) =>
      column(key, title, (value) =>
        String(value)
          .split(' ')
          .map((each) => code('value', each, key, procedure))
          .join('、'),
      ),
    procedure: (key: string, title: string) =>
      column(key, title, (value) => code('procedure', String(value))),
    day: (key: string, title: string) => column(key, title, (value) => <When at={String(value)} to="day" />),
    figure: (key: string, title: string) => column(key, title, (value) => String(value)),
    flag: (key: string, title: string) => column(key, title, (value) => t(value === true ? 'yes' : 'no')),
    /** How many of how many. */
    part: (key: string, title: string, done: string, all: string): ListColumn => ({
      key,
      title,
      show: ({ summary }) => `${String(summary[done] ?? 0)} / ${String(summary[all] ?? 0)}`,
    }),
  };
}
