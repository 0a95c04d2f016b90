/** Which events of a diagram are buttons, and which of them are barred for this reader, with the reason. */
import { useCodes } from '../../../words/codes.ts';
import { useActions } from '../case-queries.ts';

export interface MayAct {
  /** Why not, in words; null where it may be done. */
  readonly why: string | null;
}

/** By event, as the actions of the case say it; an event that is not there is none of this reader's. */
export function useMayAct(caseId: string): ReadonlyMap<string, MayAct> {
  const { say } = useCodes();
  const { data } = useActions(caseId);
  return new Map(
    data?.items.map(({ event, isAllowed, refusal }) => [
      event,
      { why: isAllowed ? null : refusal ? say(refusal.why) : '' },
    ]),
  );
}
