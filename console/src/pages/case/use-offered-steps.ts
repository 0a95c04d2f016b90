/** Offers the steps that may be taken now to the command palette; none while nothing can be sent. */
import { useCommands } from '../../keys/commands.ts';
import { useOnline } from '../../live/offline.tsx';
import { useCodes } from '../../words/codes.ts';
import type { Action } from './case-queries.ts';

export function useOfferedSteps(
  procedure: string,
  allowed: readonly Action[],
  onAct: (event: string) => void,
): void {
  const { code } = useCodes();
  const isOnline = useOnline();
  useCommands(
    (isOnline ? allowed : []).map(({ event }) => ({
      id: event,
      label: code('event', procedure, event),
      run: () => {
        onAct(event);
      },
    })),
  );
}
