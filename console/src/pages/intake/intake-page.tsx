/** Where a complaint is keyed in: reads the draft of it, and begins the next one with channel and day of the last. */
import { useState } from 'react';
import { useDraft } from '../../drafts/use-draft.ts';
import { Page } from '../../frame/page.tsx';
import { useBodyClock } from '../../parts/body-clock.ts';
import { Loading } from '../../parts/states.tsx';
import { useIntakeWords } from '../../words/intake.ts';
import { blankForm, type IntakeForm } from './intake-form.ts';
import './intake.css';
import { IntakeSheet, type KeptIntake } from './intake-sheet.tsx';
import { newProgress } from './register.ts';

export default function IntakePage() {
  const t = useIntakeWords();
  const draft = useDraft<KeptIntake>('intake');
  const clock = useBodyClock();
  /** What the next one has in common with the last. */
  const [like, setLike] = useState<Pick<IntakeForm, 'channel' | 'receivedAt'>>();
  /** Counts the forms: each begins anew, with what is kept of it. */
  const [round, setRound] = useState(0);
  if (draft.state === 'loading' || clock === null)
    return (
      <Page title={t('title')}>
        <Loading rows={8} />
      </Page>
    );
  return (
    <IntakeSheet
      key={round}
      draft={draft}
      clock={clock}
      initial={draft.value ?? { form: blankForm(clock(), like), progress: newProgress() }}
      onAnew={(last) => {
        void draft.clear().then(() => {
          setLike(last);
          setRound(round + 1);
        });
      }}
      onTakeOther={() => {
        void draft.takeOther().then(() => {
          setRound(round + 1);
        });
      }}
    />
  );
}
