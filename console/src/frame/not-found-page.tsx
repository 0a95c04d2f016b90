/** An address that leads nowhere, or to what the reader is not to know of: both look the same (T34). */
import { Link } from 'react-router';
import { useCommonWords } from '../words/common.ts';
import { Page } from './page.tsx';

export function NotFoundPage() {
  const t = useCommonWords();
  return (
    <Page title={t('notFoundTitle')}>
      <p>{t('notFoundText')}</p>
      <p>
        <Link to="/queue">{t('backToQueue')}</Link>
      </p>
    </Page>
  );
}
