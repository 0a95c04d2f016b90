/** What keeps a case clean: conflicts before somebody is put in charge, recusal, interference, access out of the ordinary, holds. */
import { WriteButton } from '../../../live/write-button.tsx';
import { useWatchWords } from '../../../words/case-files.ts';
import { useCodes } from '../../../words/codes.ts';
import { useActions, useCase } from '../case-queries.ts';
import '../files.css';
import { ConflictCheck } from './conflict-check.tsx';
import { GlassPart, HoldsPart } from './access-parts.tsx';
import { InterferencePart } from './interference-part.tsx';

interface WatchProps {
  readonly caseId: string;
  readonly onAct: (event: string) => void;
}

export function WatchPanel({ caseId, onAct }: WatchProps) {
  return (
    <>
      <RecusalPart {...{ caseId, onAct }} />
      <ConflictCheck caseId={caseId} />
      <InterferencePart caseId={caseId} />
      <GlassPart caseId={caseId} />
      <HoldsPart caseId={caseId} />
    </>
  );
}

/** Steps of every procedure that are about standing aside. */
const ON_RECUSAL = 'RECUSAL';

function RecusalPart({ caseId, onAct }: WatchProps) {
  const t = useWatchWords();
  const { code, say } = useCodes();
  const view = useCase(caseId);
  const actions = useActions(caseId);
  const found = actions.data?.items.filter(({ event }) => event.includes(ON_RECUSAL)) ?? [];
  return (
    <section aria-labelledby="watch-recusal">
      <h2 id="watch-recusal">{t('recusal')}</h2>
      <p className="quiet">{t('state')}</p>
      {actions.data && found.length === 0 && <p>{t('noSteps')}</p>}
      <ul className="steps">
        {found.map(({ event, isAllowed, refusal }) => (
          <li key={event}>
            <WriteButton
              disabled={!isAllowed}
              onClick={() => {
                onAct(event);
              }}
            >
              {code('event', view.data?.procedure ?? '', event)}
            </WriteButton>
            {!isAllowed && refusal && <p className="step-note quiet">{say(refusal.why)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
