/** The list of clarifications, for the workbench that opens one. */
import type { ReactNode } from 'react';
import { useLedgerWords } from '../../words/ledgers.ts';
import { useSummaryColumns } from './ledger-columns.tsx';
import { Ledger } from './ledger.tsx';

const PROCEDURE = 'clarification';

export function ClarificationList({
  actions,
  note,
}: {
  readonly actions?: ReactNode;
  readonly note?: ReactNode;
}) {
  const t = useLedgerWords();
  const show = useSummaryColumns(PROCEDURE);
  return (
    <Ledger
      list="clarifications"
      procedure={PROCEDURE}
      title={t('clarifications')}
      besides={['subject']}
      columns={[show.codes('finding', t('finding')), show.codes('forms', t('forms'))]}
      actions={actions}
      note={note}
    />
  );
}
