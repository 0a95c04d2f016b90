/** Reviews and appeals: against what, on which step, and what came of it. */
import { useLedgerWords } from '../../words/ledgers.ts';
import { useSummaryColumns } from './ledger-columns.tsx';
import { Ledger } from './ledger.tsx';

const PROCEDURE = 'appeal';

export default function AppealsPage() {
  const t = useLedgerWords();
  const show = useSummaryColumns(PROCEDURE);
  return (
    <Ledger
      list="appeals"
      procedure={PROCEDURE}
      title={t('appeals')}
      besides={['subject']}
      columns={[
        show.procedure('onProcedure', t('onProcedure')),
        show.codes('track', t('track')),
        show.codes('step', t('step')),
        show.codes('result', t('result')),
        show.codes('ground', t('ground')),
        show.flag('isLate', t('isLate')),
        show.part('execution', t('execution'), 'itemsDone', 'itemsToDo'),
      ]}
      hidden={['ground', 'isLate']}
    />
  );
}
