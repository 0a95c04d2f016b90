/** The list of tolerance reviews, for the sheet that opens one. */
import type { ReactNode } from 'react';
import { useLedgerWords } from '../../words/ledgers.ts';
import { useSummaryColumns } from './ledger-columns.tsx';
import { Ledger } from './ledger.tsx';

const PROCEDURE = 'tolerance_review';

export function ToleranceList({
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
      list="tolerance_reviews"
      procedure={PROCEDURE}
      title={t('tolerance')}
      besides={['subject']}
      columns={[
        show.flag('isExOfficio', t('isExOfficio')),
        show.flag('isDetermined', t('isDetermined')),
        show.flag('isTolerated', t('isTolerated')),
      ]}
      hidden={['isDetermined']}
      actions={actions}
      note={note}
    />
  );
}
