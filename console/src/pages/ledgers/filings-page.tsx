/** Filings made beforehand: what is planned, on which conditions, until when it holds, and whether it was relied on. */
import { useLedgerWords } from '../../words/ledgers.ts';
import { useSummaryColumns } from './ledger-columns.tsx';
import { Ledger } from './ledger.tsx';

const PROCEDURE = 'risk_filing';

export default function FilingsPage() {
  const t = useLedgerWords();
  const show = useSummaryColumns(PROCEDURE);
  return (
    <Ledger
      list="risk_filings"
      procedure={PROCEDURE}
      title={t('filings')}
      columns={[
        show.codes('matter', t('matter')),
        show.day('plannedOn', t('plannedOn')),
        show.flag('isUrgent', t('isUrgent')),
        show.day('validUntil', t('validUntil')),
        show.figure('timesReliedOn', t('timesReliedOn')),
        show.codes('conditionsBroken', t('conditionsBroken')),
      ]}
      hidden={['conditionsBroken']}
    />
  );
}
