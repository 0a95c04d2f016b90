/** How to follow one's own deadlines in a calendar program, and how to end that. */
import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.ts';
import { WriteButton } from '../live/write-button.tsx';
import { useLocale } from '../words/area.ts';
import { useCalendarFeedWords } from '../words/calendar-feed.ts';
import { CopyText } from './copy-text.tsx';
import { Failed } from './states.tsx';

export function CalendarFeed() {
  const t = useCalendarFeedWords();
  const lang = useLocale();
  const make = useMutation({
    mutationFn: () => unwrap(api.POST('/api/v1/calendar/feed')),
    onMutate: () => {
      revoke.reset();
    },
  });
  const revoke = useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/v1/calendar/feed')),
    onSuccess: () => {
      make.reset();
    },
  });
  const error = make.error ?? revoke.error;
  return (
    <section aria-labelledby="calendar-feed">
      <h2 id="calendar-feed">{t('title')}</h2>
      <p>{t('text')}</p>
      <div role="status">
        {make.data && (
          <>
            <p>
              <strong>{t('once')}</strong>
            </p>
            <dl className="facts">
              <dt>{t('address')}</dt>
              <dd>
                <CopyText text={`${make.data.address}?lang=${lang}`} />
              </dd>
              <dt>{t('user')}</dt>
              <dd>
                <CopyText text={make.data.user} />
              </dd>
              <dt>{t('password')}</dt>
              <dd>
                <CopyText text={make.data.secret} />
              </dd>
            </dl>
          </>
        )}
        {revoke.isSuccess && t('revoked')}
      </div>
      {error && <Failed error={error} />}
      <p className="quiet">{t('replaces')}</p>
      <p className="card-foot">
        <WriteButton
          loading={make.isPending}
          onClick={() => {
            make.mutate();
          }}
        >
          {t('make')}
        </WriteButton>
        <WriteButton
          loading={revoke.isPending}
          onClick={() => {
            revoke.mutate();
          }}
        >
          {t('revoke')}
        </WriteButton>
        <a href={`/api/v1/calendar.ics?lang=${lang}`} download="leeway.ics">
          {t('download')}
        </a>
      </p>
    </section>
  );
}
