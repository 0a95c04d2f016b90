/**
 * Registers a complaint step by step: it is opened, registered, its points are added, it is linked to the one it repeats;
 * each step only where the server offers it, each under a key of its own that is kept before anything is sent. Whatever
 * happens in between, trying again goes on where it stopped, and nothing is done twice.
 */
import { newKey } from '../../api/client.ts';
import { ProblemError } from '../../api/problem.ts';
import { allegationsData, openingData, pointsOf, registeringData, type IntakeForm } from './intake-form.ts';

type Data = Readonly<Record<string, unknown>>;

export interface Opened {
  readonly id: string;
  readonly version: number;
}

/** What the server is asked; given, so that this can be tried without one. */
export interface IntakeDoors {
  readonly open: (data: Data, key: string) => Promise<Opened>;
  /** Events the case accepts from this person now, and its version. */
  readonly actions: (
    caseId: string,
  ) => Promise<{ readonly version: number; readonly allowed: readonly string[] }>;
  readonly apply: (
    on: Opened,
    event: { readonly type: string; readonly data: Data },
    key: string,
  ) => Promise<void>;
  /** Keeps the points for the hand-over, where they cannot be added yet. */
  readonly keepPoints: (caseId: string, data: Data) => Promise<void>;
}

/** How far it has come; kept with the draft. */
export interface Progress {
  readonly keys: Readonly<Record<'open' | 'REGISTER' | 'ADD_ALLEGATION' | 'LINK_DUPLICATE', string>>;
  /** What was sent to open it and has no sure answer: it is sent again as it was. */
  readonly sent: Data | null;
  readonly opened: string | null;
  readonly done: readonly string[];
}

export const newProgress = (): Progress => ({
  keys: { open: newKey(), REGISTER: newKey(), ADD_ALLEGATION: newKey(), LINK_DUPLICATE: newKey() },
  sent: null,
  opened: null,
  done: [],
});

/** Whether the server surely did nothing: it judged the content, the state or the right, and said no. */
export const isRefused = (error: unknown): error is ProblemError =>
  error instanceof ProblemError &&
  [400, 403, 404, 409, 412, 413, 422].includes(error.problem.status) &&
  error.problem.code !== 'request-in-progress' &&
  error.problem.code !== 'idempotency-key-reused';

export interface Registered {
  readonly caseId: string;
  /** Points wait in a draft of the hand-over. */
  readonly keptPoints: boolean;
  /** The step that was refused after the case was opened, and why; what came after it was not tried. */
  readonly stopped: { readonly event: string; readonly error: unknown } | null;
}

/**
 * Goes on from `from` to the end. `note` is told of each new progress before the next request goes out, and is waited for.
 * Throws only where the case was not opened; afterwards what stopped it is part of the answer.
 */
export async function registerComplaint(
  form: IntakeForm,
  from: Progress,
  doors: IntakeDoors,
  note: (progress: Progress) => Promise<void>,
): Promise<Registered> {
  let progress = from;
  const noted = async (change: Partial<Progress>) => {
    progress = { ...progress, ...change };
    await note(progress);
  };

  let caseId = progress.opened;
  if (caseId === null) {
    const sent = progress.sent ?? openingData(form);
    await noted({ sent });
    try {
      caseId = (await doors.open(sent, progress.keys.open)).id;
    } catch (error) {
      if (isRefused(error)) await noted({ sent: null, keys: { ...progress.keys, open: newKey() } });
      throw error;
    }
    await noted({ opened: caseId, done: ['open'] });
  }

  let keptPoints = false;
  const on = caseId;
  /** Fires an event if the case offers it. Answers whether it is done. */
  const step = async (type: keyof Progress['keys'], data: Data): Promise<boolean> => {
    if (progress.done.includes(type)) return true;
    const { version, allowed } = await doors.actions(on);
    if (!allowed.includes(type)) return false;
    await doors.apply({ id: on, version }, { type, data }, progress.keys[type]);
    await noted({ done: [...progress.done, type] });
    return true;
  };

  let event = 'REGISTER';
  try {
    await step('REGISTER', registeringData(form));
    const { duplicateOf } = form;
    if (pointsOf(form).length > 0 && duplicateOf === null) {
      event = 'ADD_ALLEGATION';
      const points = allegationsData(form);
      keptPoints = !(await step('ADD_ALLEGATION', points));
      if (keptPoints) await doors.keepPoints(on, points);
    }
    if (duplicateOf) {
      event = 'LINK_DUPLICATE';
      await step('LINK_DUPLICATE', { parent: duplicateOf.case, newFacts: duplicateOf.hasNewFacts === true });
    }
  } catch (error) {
    return { caseId: on, keptPoints, stopped: { event, error } };
  }
  return { caseId: on, keptPoints, stopped: null };
}
