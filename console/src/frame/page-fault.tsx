/** A page that could not be drawn: a fault of ours, or a new version of the console whose files the browser has not. */
import { Button } from 'antd';
import { useCommonWords } from '../words/common.ts';
import { Page } from './page.tsx';

export function PageFault() {
  const t = useCommonWords();
  return (
    <Page title={t('faultTitle')} hasError>
      <p role="alert">{t('faultText')}</p>
      <Button
        onClick={() => {
          window.location.reload();
        }}
      >
        {t('retry')}
      </Button>
    </Page>
  );
}
