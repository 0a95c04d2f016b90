/** How to follow one's own deadlines in a calendar program, and how to end that. */
import { useMutation } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { WriteButton } from '../../live/write-button.tsx';
import { CopyText } from '../../parts/copy-text.tsx';
import { Failed } from '../../parts/states.tsx';
import { useLocale } from '../../words/area.ts';
import { useDeadlineWords } from '../../words/deadlines.ts';

const ADDRESS = '/api/v1/calendar.ics';

export function Subscription() {
  const t = useDeadlineWords();
  const lang = useLocale();
  const revoking = useMutation({ mutationFn: () => unwrap(api.DELETE('/api/v1/calendar/feed')) });
  return (
    <section aria-labelledby="subscription">
      <h2 id="subscription">{t('subscribe')}</h2>
      <p>{t('subscribeText')}</p>
      <p>
        <CopyText text={`${location.origin}${ADDRESS}`} />
      </p>
      <p className="card-foot">
        <a href={`${ADDRESS}?lang=${lang}`} download="leeway.ics">
          {t('download')}
        </a>
        <WriteButton
          size="small"
          loading={revoking.isPending}
          onClick={() => {
            revoking.mutate();
          }}
        >
          {t('revoke')}
        </WriteButton>
        <span role="status">{revoking.isSuccess && t('revoked')}</span>
      </p>
      {revoking.error && <Failed error={revoking.error} />}
    </section>
  );
}
