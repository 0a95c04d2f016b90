/** A ledger: the list of one procedure, with the columns officials know it by, to look through, filter and print. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLedgerWords } from '../../words/ledgers.ts';
import { CaseList, type ListName } from '../queue/case-list.tsx';
import { useStandardColumns, type ListColumn } from '../queue/columns.tsx';

interface LedgerProps {
  readonly list: ListName;
  readonly procedure: string;
  readonly title: string;
  /** Of this ledger; the standard ones stand around them. */
  readonly columns: readonly ListColumn[];
  /** Those of them that are not shown to whoever chose none. */
  readonly hidden?: readonly string[];
  /** Columns of the standard ones that are shown, besides number, state, deadline and handler. */
  readonly besides?: readonly string[];
  readonly actions?: ReactNode;
  readonly note?: ReactNode;
}

const BEFORE = ['number', 'state', 'subject'];

export function Ledger({
  list,
  procedure,
  title,
  columns,
  hidden = [],
  besides = [],
  actions,
  note,
}: LedgerProps) {
  const t = useLedgerWords();
  const standard = useStandardColumns().filter(({ key }) => key !== 'procedure');
  const [before, after] = [true, false].map((isBefore) =>
    standard.filter(({ key }) => BEFORE.includes(key) === isBefore),
  ) as [ListColumn[], ListColumn[]];
  const shown = [
    'number',
    'state',
    'due',
    'assignee',
    ...besides,
    ...columns.map(({ key }) => key).filter((key) => !hidden.includes(key)),
  ];
  return (
    <CaseList
      list={list}
      title={title}
      fixed={{ procedure }}
      columns={[...before, ...columns, ...after]}
      shown={shown}
      firstTab="all"
      none={() => t('none')}
      note={note}
      actions={
        <>
          <Button
            onClick={() => {
              print();
            }}
          >
            {t('print')}
          </Button>
          {actions}
        </>
      }
    />
  );
}
