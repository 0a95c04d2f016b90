/** The profile by which the body counts where no case says which: its time zone, its working days. */
import { DEFAULT_PROFILE } from '../domain/profile.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';

export function usualProfile({ profiles }: Pick<Runtime, 'profiles'>): PinnedProfile {
  const pinned = profiles.get(DEFAULT_PROFILE) ?? [...profiles.values()][0];
  if (!pinned) throw new Error('no profile is loaded');
  return pinned;
}
