/** What may be done with a case, as buttons on its sheet; what is barred says why, and who could. */
import { WriteButton } from '../../live/write-button.tsx';
import { useCodes } from '../../words/codes.ts';
import { Failed, Loading } from '../../parts/states.tsx';
import { useCaseWords } from '../../words/case.ts';
import { useActions } from './case-queries.ts';
import { useOfferedSteps } from './use-offered-steps.ts';

interface StepsProps {
  readonly caseId: string;
  readonly procedure: string;
  readonly title: string;
  readonly onAct: (event: string) => void;
}

export function SheetSteps({ caseId, procedure, title, onAct }: StepsProps) {
  const { code, say, list, pair } = useCodes();
  const t = useCaseWords();
  const actions = useActions(caseId);
  const possible = actions.data?.items.filter(({ isAllowed }) => isAllowed) ?? [];
  const barred = actions.data?.items.filter(({ isAllowed, refusal }) => !isAllowed && refusal) ?? [];
  useOfferedSteps(procedure, possible, onAct);
  return (
    <section aria-label={title} className="sheet-steps">
      <h2>{title}</h2>
      {actions.isPending && <Loading rows={2} />}
      {actions.isError && <Failed error={actions.error} retry={() => void actions.refetch()} />}
      {actions.data && possible.length === 0 && <p className="quiet">{t('noSteps')}</p>}
      <div className="file-tools">
        {possible.map(({ event, isPrimary, level }) => (
          <WriteButton
            key={event}
            type={isPrimary ? 'primary' : 'default'}
            danger={level > 1}
            onClick={() => {
              onAct(event);
            }}
          >
            {code('event', procedure, event)}
          </WriteButton>
        ))}
      </div>
      {barred.length > 0 && (
        <details>
          <summary>{t('showBlocked', { count: barred.length })}</summary>
          <ul>
            {barred.map(({ event, refusal }) => (
              <li key={event}>
                <strong>{code('event', procedure, event)}</strong>
                {refusal && pair('', say(refusal.why))}
                {refusal && refusal.couldAct.length > 0 && (
                  <> {pair(t('couldAct'), list(refusal.couldAct.map((role) => code('role', role))))}</>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
