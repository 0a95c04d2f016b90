/** When a clock would be due that does not run yet, step by step, and the clocks that a case would start with. */
import type { DeadlinePreview, PreviewDeadlineRequest, StartedClock } from '../contract/intake.ts';
import { Problem } from '../contract/problems.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import { deriveDue, startClock } from '../domain/clock.ts';
import { DEFAULT_PROFILE } from '../domain/profile.ts';
import type { Words } from '../domain/vocabulary.ts';
import type { ClockRow } from '../engine/clock-effects.ts';
import { currentProcedure, currentProcedures } from '../machines/registry.ts';
import { profileNamed } from './open-case.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';

/** Throws `validation-failed` for a procedure or a profile that is not there, and a clock that the profile switches off. */
export function previewDeadline(
  runtime: Runtime,
  { procedure, clock, from, profile: named = DEFAULT_PROFILE }: PreviewDeadlineRequest,
): DeadlinePreview {
  if (!currentProcedure(procedure)) {
    const known = currentProcedures().map(({ name }) => name);
    throw wrong('/procedure', {
      zh: `应为下列程序之一：${known.join('、')}`,
      en: `has to be one of the procedures: ${known.join(', ')}`,
    });
  }
  const { profile, calendar } = profileNamed(runtime, named);
  const limit = profile.limits[clock];
  if (!limit) throw wrong('/clock', { zh: '该规则集未设此期限', en: 'is switched off by the profile' });
  const ledger = startClock(clock, limit, new Date(from).toISOString(), 'PREVIEW');
  const { dueAt, dueOn, steps, warnings, alternative } = deriveDue(ledger, calendar, profile.rules);
  return {
    procedure,
    clock,
    label: CLOCK_WORDS[clock],
    limit: { amount: limit.amount, unit: limit.unit },
    dueAt,
    dueOn,
    steps: steps.map((each) => ({ ...each })),
    warnings: warnings.map((each) => ({ ...each })),
    ...(alternative && { alternative: { ...alternative } }),
    basis: [...limit.basis],
  };
}

const wrong = (pointer: string, message: Words): Problem =>
  new Problem('validation-failed', undefined, { errors: [{ pointer, message }] });

/** A clock as it would start, in days of the body. */
export function startedClock(
  { key, instance, ledger }: ClockRow,
  { profile, calendar }: PinnedProfile,
): StartedClock {
  const { dueAt, dueOn } = deriveDue(ledger, calendar, profile.rules);
  const { amount, unit } = ledger.limit;
  return { clock: key, label: CLOCK_WORDS[ledger.key], instance, dueAt, dueOn, limit: { amount, unit } };
}
