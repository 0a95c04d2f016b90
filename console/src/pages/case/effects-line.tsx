/** What a step will do, as a dry run of the server says it: the line that confirms an ordinary step (console rule 1.4). */
import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import type { components } from '../../api/schema.d.ts';
import { useCaseWords } from '../../words/case.ts';
import { useCodes } from '../../words/codes.ts';

type Outcome = components['schemas']['StepOutcome'];

interface EffectsProps {
  readonly caseId: string;
  readonly procedure: string;
  readonly version: number;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export function EffectsLine({ caseId, procedure, version, event, data }: EffectsProps) {
  const t = useCaseWords();
  const { code, list, pair } = useCodes();
  const asked = JSON.stringify(data);
  const tried = useQuery({
    queryKey: ['dry-run', caseId, version, event, asked],
    gcTime: 0,
    retry: false,
    queryFn: async () => {
      const answer = await unwrap(
        api.POST('/api/v1/cases/{caseId}/events', {
          params: {
            path: { caseId },
            query: { dryRun: 'true' },
            header: { 'If-Match': `"${version}"` },
          },
          body: { type: event, data: { ...data } },
        }),
      );
      return answer.outcome ?? null;
    },
  });
  if (tried.isError) {
    const { error } = tried;
    // What is missing yet is told at the fields; a rule that refuses is told here, before anybody submits.
    if (error instanceof ProblemError && error.problem.status !== 422)
      return (
        <p className="effects" role="status">
          {pair(t('blocked'), error.problem.detail ?? error.problem.title)}
        </p>
      );
    return (
      <p className="effects quiet" role="status">
        {t('effectsLater')}
      </p>
    );
  }
  if (!tried.data) return <p className="effects quiet">{tried.isPending ? '…' : t('effectNoState')}</p>;
  const parts = partsOf(tried.data);
  return (
    <div className="effects" role="status">
      <strong>{pair(t('effects'), '')}</strong>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </div>
  );

  function partsOf(outcome: Outcome): string[] {
    const state = (name: string) => code('state', procedure, name);
    return [
      outcome.from === outcome.to
        ? t('effectNoState')
        : t('effectState', { from: state(outcome.from), to: state(outcome.to) }),
      ...outcome.starts.map(({ clock, limit, dueOn }) =>
        t('effectClock', {
          clock: code('clock', clock),
          amount: t(`amount_${limit.unit}` as 'amount_month', { count: limit.amount }),
          due: dueOn ?? '–',
        }),
      ),
      ...outcome.stops.map((clock) => t('effectStop', { clock: code('clock', clock) })),
      ...outcome.opens.map((name) => t('effectOpen', { procedure: code('procedure', name) })),
      ...outcome.notices.map(({ notice, who }) =>
        t('effectTell', {
          notice: code('notice', notice),
          who: list(who.map((one) => code('role', one))),
        }),
      ),
      ...outcome.papers.map(({ paper }) => t('effectPaper', { paper: code('paper', paper) })),
    ];
  }
}
