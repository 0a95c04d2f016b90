/** Turns the engine's no into the API's: which status, in whose words, with what a caller can do next. */
import { Problem } from '../contract/problems.ts';
import type { Refusal } from '../engine/step.ts';

/** Rules on persons and rights are 403, everything else the state or a guard refuses is 409 (settled 12). */
export function problemOf(refusal: Refusal): Problem {
  const { guard, basis, couldAct, allowed, words, state } = refusal;
  switch (refusal.refused) {
    case 'unknown_event':
      return new Problem('validation-failed', words, { errors: [{ pointer: '/type', message: words }] });
    case 'not_in_this_state':
      return new Problem('event-not-allowed', words, { state, allowed });
    case 'person':
      return new Problem('not-permitted', words, { guard, basis, couldAct, allowed });
    case 'guard':
      return new Problem('event-not-allowed', words, { guard, basis, couldAct, state, allowed });
  }
}

/** Absent or not to be known of: one answer for both (T34). */
export const noSuchCase = (): Problem =>
  new Problem('not-found', { zh: '没有您可以知悉的该案件', en: 'There is no such case for you' });
