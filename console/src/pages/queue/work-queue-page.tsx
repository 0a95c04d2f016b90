/** The work queue: what is mine, what nobody has yet, my unit's; what presses first stands first. */
import { useQueueWords } from '../../words/queue.ts';
import { CaseList } from './case-list.tsx';
import { useStandardColumns } from './columns.tsx';
import { QueueTabs } from './queue-tabs.tsx';

const SHOWN = ['number', 'procedure', 'state', 'due', 'subject', 'assignee', 'updated'];

export default function WorkQueuePage() {
  const t = useQueueWords();
  return (
    <CaseList
      list="cases"
      title={t('title')}
      columns={useStandardColumns()}
      shown={SHOWN}
      firstTab="mine"
      tabs={(tab) => <QueueTabs tab={tab} />}
      none={(tab) => t(tab === 'mine' ? 'noneMine' : tab === 'available' ? 'noneAvailable' : 'noneElse')}
    />
  );
}
