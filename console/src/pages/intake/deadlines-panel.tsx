/** When what opening starts will be due, as the server counts it; asked without anybody's name and without a word of it. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, unwrap } from '../../api/client.ts';
import { Failed } from '../../parts/states.tsx';
import { useQuiet } from '../../parts/use-quiet.ts';
import { useCodes } from '../../words/codes.ts';
import { useIntakeWords } from '../../words/intake.ts';
import { instantOf, previewData, type IntakeForm } from './intake-form.ts';

const QUIET_MS = 600;
const UNITS = ['working_day', 'calendar_day', 'month', 'quarter', 'second'] as const;

export function DeadlinesPanel({ form, now }: { readonly form: IntakeForm; readonly now: Date }) {
  const t = useIntakeWords();
  const { say } = useCodes();
  const received = instantOf(form.receivedAt);
  const isAsked = form.channel !== null && received !== null && received <= now.toISOString();
  const quiet = useQuiet(isAsked ? JSON.stringify(previewData(form)) : '', QUIET_MS);
  const data = useMemo(() => (quiet === '' ? null : (JSON.parse(quiet) as Record<string, unknown>)), [quiet]);
  const preview = useQuery({
    queryKey: ['opening', 'complaint', data],
    queryFn: () =>
      unwrap(
        api.POST('/api/v1/cases', {
          params: { query: { dryRun: 'true' } },
          body: { procedure: 'complaint', data: data ?? {} },
        }),
      ),
    enabled: data !== null,
    placeholderData: keepPreviousData,
    retry: false,
    refetchOnWindowFocus: false,
  });
  const clocks = isAsked ? (preview.data?.clocks ?? []) : [];
  return (
    <section aria-labelledby="intake-deadlines" className="side-card">
      <h2 id="intake-deadlines">{t('deadlines')}</h2>
      {!isAsked && <p className="quiet">{t('deadlinesFirst')}</p>}
      {preview.error && isAsked && <Failed error={preview.error} retry={() => void preview.refetch()} />}
      <ul className="plain-list" aria-live="polite">
        {clocks.map(({ clock, instance, label, dueOn, limit: { amount, unit } }) => {
          const known = UNITS.find((each) => each === unit);
          return (
            <li key={`${clock} ${instance}`}>
              {t('by', { what: say(label), on: dueOn ?? '' })}
              {known && <span className="quiet"> ({t(known, { count: amount })})</span>}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
