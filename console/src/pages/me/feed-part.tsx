/** Feeds of one's own deadlines for calendar programs: what they are, and the end of all of them. */
import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { CopyText } from '../../parts/copy-text.tsx';
import { Failed } from '../../parts/states.tsx';
import { useMeWords } from '../../words/me.ts';

export function FeedPart() {
  const t = useMeWords();
  const revoke = useMutation({ mutationFn: () => unwrap(api.DELETE('/api/v1/calendar/feed')) });
  return (
    <section aria-label={t('feed')}>
      <h2>{t('feed')}</h2>
      <p className="quiet">{t('feedText')}</p>
      <dl className="facts">
        <dt>{t('feedAddress')}</dt>
        <dd>
          <CopyText text={`${location.origin}/api/v1/calendar.ics`} />
        </dd>
      </dl>
      {revoke.error && <Failed error={revoke.error} />}
      <p role="status">{revoke.isSuccess && t('feedRevoked')}</p>
      <WriteButton
        loading={revoke.isPending}
        onClick={() => {
          revoke.mutate();
        }}
      >
        {t('feedRevoke')}
      </WriteButton>
    </section>
  );
}
