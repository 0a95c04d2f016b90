/**
 * What may be done next, as the API says it: one button for each legal step, the one that takes the case on first; those
 * that are barred stand below with the reason as text and who could.
 */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { focusIfLost } from '../../parts/kept-focus.ts';
import { useOfflineReason } from '../../live/offline.tsx';
import { WriteButton } from '../../live/write-button.tsx';
import { Failed, Loading } from '../../parts/states.tsx';
import { When } from '../../parts/when.tsx';
import { useCaseWords } from '../../words/case.ts';
import { useCodes } from '../../words/codes.ts';
import { useActions, type Action } from './case-queries.ts';
import { useOfferedSteps } from './use-offered-steps.ts';

interface NextStepsProps {
  readonly caseId: string;
  readonly procedure: string;
  readonly onAct: (event: string) => void;
}

export function NextSteps({ caseId, procedure, onAct }: NextStepsProps) {
  const t = useCaseWords();
  const actions = useActions(caseId);
  const [isOpen, setOpen] = useState(false);
  return (
    <section aria-labelledby="next-steps">
      <h2 id="next-steps" tabIndex={-1}>
        {t('nextSteps')}
      </h2>
      {actions.isPending && <Loading rows={3} />}
      {actions.isError && <Failed error={actions.error} retry={() => void actions.refetch()} />}
      {actions.data && (
        <Steps
          items={actions.data.items}
          {...{ procedure, onAct, isOpen }}
          onToggle={() => {
            setOpen(!isOpen);
          }}
        />
      )}
    </section>
  );
}

interface StepsProps extends Omit<NextStepsProps, 'caseId'> {
  readonly items: readonly Action[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Steps({ items, procedure, onAct, isOpen, onToggle }: StepsProps) {
  const t = useCaseWords();
  // A step that was taken takes its button away, and the focus with it; not so where none was here to be lost.
  const [first] = useState(items);
  useEffect(() => {
    if (items !== first) focusIfLost('next-steps');
  }, [items, first]);
  const offline = useOfflineReason();
  const allowed = items.filter(({ isAllowed }) => isAllowed);
  const barred = items.filter(({ isAllowed }) => !isAllowed);
  const moving = allowed.filter(({ targets }) => targets.length > 0);
  const others = allowed.filter(({ targets }) => targets.length === 0);
  useOfferedSteps(procedure, [...moving, ...others], onAct);
  return (
    <>
      {offline !== null && <p className="step-note">{offline}</p>}
      {allowed.length === 0 && <p className="quiet">{t('noSteps')}</p>}
      {[moving, others].map(
        (group, index) =>
          group.length > 0 && (
            <ul key={index} className="steps">
              {group.map((action) => (
                <li key={action.event}>
                  <StepButton {...{ action, procedure, onAct }} />
                </li>
              ))}
            </ul>
          ),
      )}
      {barred.length > 0 && (
        <Button type="link" className="fold" aria-expanded={isOpen} onClick={onToggle}>
          {isOpen ? t('hideBlocked') : t('showBlocked', { count: barred.length })}
        </Button>
      )}
      {isOpen && (
        <ul className="steps barred">
          {barred.map((action) => (
            <li key={action.event}>
              <Barred {...{ action, procedure }} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function StepButton({
  action,
  procedure,
  onAct,
}: {
  action: Action;
  procedure: string;
  onAct: (event: string) => void;
}) {
  const t = useCaseWords();
  const { code } = useCodes();
  const { event, isPrimary, level, people, when } = action;
  return (
    <>
      <WriteButton
        id={`act-${event}`}
        block
        type={isPrimary ? 'primary' : 'default'}
        danger={level > 1}
        {...(level > 1 && isPrimary && { type: 'default' as const })}
        onClick={() => {
          onAct(event);
        }}
      >
        {code('event', procedure, event)}
      </WriteButton>
      {(people > 1 || when !== null) && (
        <p className="quiet step-note">
          {people > 1 && t('takes', { count: people })} {when && <Times when={when} />}
        </p>
      )}
    </>
  );
}

function Barred({ action, procedure }: { readonly action: Action; readonly procedure: string }) {
  const t = useCaseWords();
  const { say, code, list, pair } = useCodes();
  const { event, refusal, when } = action;
  return (
    <>
      <strong>{code('event', procedure, event)}</strong>
      {refusal && (
        <p className="step-note">
          {pair(t('blocked'), say(refusal.why))}
          {refusal.couldAct.length > 0 && (
            <> {pair(t('couldAct'), list(refusal.couldAct.map((role) => code('role', role))))}</>
          )}
        </p>
      )}
      {when && (
        <p className="quiet step-note">
          <Times when={when} />
        </p>
      )}
    </>
  );
}

function Times({ when: { from, until } }: { readonly when: NonNullable<Action['when']> }) {
  const t = useCaseWords();
  return (
    <>
      {from !== null && (
        <>
          {t('from')} <When at={from} />
        </>
      )}{' '}
      {until !== null && (
        <>
          {t('until')} <When at={until} />
        </>
      )}
    </>
  );
}
