/** Sending a complaint that was keyed in: once at a time, with what is wrong told by field, and what is unsure told as such. */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { ProblemError } from '../../api/problem.ts';
import type { Draft } from '../../drafts/use-draft.ts';
import { useOfflineReason } from '../../live/offline.tsx';
import { DOORS } from './doors.ts';
import { fieldOf, openingData, wrongIn, type IntakeForm, type Wrong } from './intake-form.ts';
import { isRefused, registerComplaint, type Progress, type Registered } from './register.ts';

export interface KeptIntake {
  readonly form: IntakeForm;
  readonly progress: Progress;
}

interface Failure {
  readonly error: unknown;
  /** Nobody knows whether the server did it. */
  readonly isUnsure: boolean;
}

/** A case that was opened before the page was left: what follows can be tried from here. */
const resumed = ({ opened, done }: Progress): Registered | null =>
  opened === null
    ? null
    : {
        caseId: opened,
        keptPoints: false,
        stopped: { event: done.includes('REGISTER') ? 'ADD_ALLEGATION' : 'REGISTER', error: null },
      };

export function useRegistration(
  form: IntakeForm,
  begun: Progress,
  draft: Draft<KeptIntake>,
  clock: () => Date,
) {
  const queries = useQueryClient();
  const offline = useOfflineReason();
  const [progress, setProgress] = useState(begun);
  const [wrong, setWrong] = useState<readonly Wrong[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [registered, setRegistered] = useState(() => resumed(begun));
  const [isAsSentBefore, setAsSentBefore] = useState(false);
  /** At once, before React has drawn the button anew. */
  const underWay = useRef(false);

  const refuse = (found: readonly Wrong[]) => {
    setWrong(found);
    setAttempt((count) => count + 1);
  };

  const fail = (error: unknown) => {
    const errors = error instanceof ProblemError ? (error.problem.errors ?? []) : [];
    if (isRefused(error) && errors.length > 0)
      refuse(
        errors.map(({ pointer, message }) => ({
          field: fieldOf(pointer),
          words: 'needChannel',
          said: message,
        })),
      );
    else setFailure({ error, isUnsure: !isRefused(error) });
  };

  const submit = async (): Promise<void> => {
    if (underWay.current || offline !== null) return;
    setFailure(null);
    if (progress.opened === null) {
      const found = wrongIn(form, clock());
      setWrong(found);
      if (found.length > 0) {
        refuse(found);
        return;
      }
    }
    underWay.current = true;
    setBusy(true);
    if (progress.sent) setAsSentBefore(JSON.stringify(progress.sent) !== JSON.stringify(openingData(form)));
    try {
      const done = await registerComplaint(form, progress, DOORS, async (next) => {
        setProgress(next);
        draft.save({ form, progress: next });
        await draft.flush();
      });
      setRegistered(done);
      if (!done.stopped) await draft.clear();
      void queries.invalidateQueries({ queryKey: ['cases'] });
    } catch (error) {
      fail(error);
    } finally {
      underWay.current = false;
      setBusy(false);
    }
  };
  return { progress, wrong, attempt, failure, isBusy, registered, isAsSentBefore, submit };
}
