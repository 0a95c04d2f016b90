/** The time zone of the body: that of the profile its cases are opened under. */
import { DEFAULT_PROFILE } from '../domain/profile.ts';
import type { Runtime } from './runtime.ts';

export function bodyTimeZone({ profiles }: Pick<Runtime, 'profiles'>): string {
  const pinned = profiles.get(DEFAULT_PROFILE) ?? [...profiles.values()][0];
  if (!pinned) throw new Error('no profile is loaded');
  return pinned.profile.rules.timeZone;
}
