/** Sanction periods: who serves what since when, when it is lifted, and what was decided on their use. */
import { useLedgerWords } from '../../words/ledgers.ts';
import { useSummaryColumns } from './ledger-columns.tsx';
import { Ledger } from './ledger.tsx';

const PROCEDURE = 'return_to_service';

export default function SanctionsPage() {
  const t = useLedgerWords();
  const show = useSummaryColumns(PROCEDURE);
  return (
    <Ledger
      list="sanction_periods"
      procedure={PROCEDURE}
      title={t('sanctions')}
      besides={['subject']}
      columns={[
        show.codes('track', t('track')),
        show.codes('measure', t('measure')),
        show.day('effectiveOn', t('effectiveOn')),
        show.figure('months', t('months')),
        show.day('liftedOn', t('liftedOn')),
        show.codes('useDecision', t('useDecision')),
      ]}
      hidden={['track']}
    />
  );
}
