/** The rectification ledger: what was found, how much of it is put right, what is red. */
import { useLedgerWords } from '../../words/ledgers.ts';
import { useSummaryColumns } from './ledger-columns.tsx';
import { Ledger } from './ledger.tsx';

const PROCEDURE = 'rectification';

export default function RectificationPage() {
  const t = useLedgerWords();
  const show = useSummaryColumns(PROCEDURE);
  return (
    <Ledger
      list="rectifications"
      procedure={PROCEDURE}
      title={t('rectification')}
      columns={[
        show.codes('source', t('source')),
        show.day('deliveredOn', t('deliveredOn')),
        show.part('items', t('itemsProgress'), 'itemsClosed', 'itemsTotal'),
        show.figure('itemsRed', t('itemsRed')),
        show.figure('itemsPaperOnly', t('itemsPaperOnly')),
        show.figure('itemsExtended', t('itemsExtended')),
        show.day('nextDueOn', t('nextItemOn')),
        show.flag('hasOverdueItems', t('overdueItems')),
      ]}
      hidden={['source', 'itemsPaperOnly', 'itemsExtended', 'hasOverdueItems']}
    />
  );
}
