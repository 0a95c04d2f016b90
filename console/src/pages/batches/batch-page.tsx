/** One batch on a page of its own, to come back to. */
import { useParams } from 'react-router';
import { Page } from '../../frame/page.tsx';
import { When } from '../../parts/when.tsx';
import { useBatchWords } from '../../words/batches.ts';
import { useCommonWords } from '../../words/common.ts';
import { BatchProgress, useBatch } from './batch-progress.tsx';
import './batches.css';

export default function BatchPage() {
  const { batchId = '' } = useParams();
  const t = useBatchWords();
  const common = useCommonWords();
  const { data } = useBatch(batchId);
  const title = data?.event === 'ASSIGN' || data?.event === 'NOTE' ? t(data.event) : t('title');
  return (
    <Page title={title} crumbs={[{ to: '/queue', words: common('home') }]}>
      {data && (
        <dl className="batch-facts">
          <dt>{t('reason')}</dt>
          <dd>{data.reason ?? common('none')}</dd>
          <dt>{t('begun')}</dt>
          <dd>{data.createdAt === null ? common('none') : <When at={data.createdAt} />}</dd>
          <dt>{t('finished')}</dt>
          <dd>{data.finishedAt === null ? common('none') : <When at={data.finishedAt} />}</dd>
        </dl>
      )}
      <BatchProgress key={batchId} id={batchId} />
    </Page>
  );
}
