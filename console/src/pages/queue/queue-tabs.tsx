/** The tabs of the queue: links, so that each has an address, each with how many cases it holds. */
import { Link } from 'react-router';
import { useSession } from '../../app/session.tsx';
import { useQueueWords } from '../../words/queue.ts';
import { queryOf, TABS, type Tab } from './list-address.ts';
import { useCaseCounts } from './use-cases.ts';

export function QueueTabs({ tab }: { readonly tab: Tab }) {
  const t = useQueueWords();
  const { unit } = useSession();
  return (
    <nav aria-label={t('tabs')} className="queue-tabs">
      <ul>
        {TABS.filter((each) => each !== 'unit' || unit !== null).map((each) => (
          <li key={each}>
            <TabLink tab={each} isCurrent={each === tab} />
          </li>
        ))}
      </ul>
    </nav>
  );
}

function TabLink({ tab, isCurrent }: { readonly tab: Tab; readonly isCurrent: boolean }) {
  const t = useQueueWords();
  const { unit } = useSession();
  const { data } = useCaseCounts(queryOf({ tab, filters: {} }, unit));
  return (
    <Link to={`/queue?tab=${tab}`} {...(isCurrent && { 'aria-current': 'page' })}>
      {t(`tab_${tab}`)}
      {data && <span className="count"> {data.isCapped ? '1000+' : data.total}</span>}
    </Link>
  );
}
