/**
 * What those who wait for a complaint are told meanwhile: that the handling of an allegation takes longer (T12). Reporters
 * know of their own piece only, so the allegation tells the complaint, and the complaint each piece linked to it (T16).
 */
import { paper, type Effect } from '../domain/effect.ts';
import type { ComplaintContext } from './complaint-events.ts';
import { isOwedAnswers } from './complaint-guards.ts';
import type { ComplaintRow } from './complaint-intake-rows.ts';
import { OPEN_STATES } from './complaint-states.ts';

/** Whether whoever sent this piece in is owed an answer they did not get yet. */
const isWaitedFor = (context: ComplaintContext): boolean =>
  !context.isFeedbackGiven && (isOwedAnswers(context) || (context.parent !== null && context.isRealName));

export const WAITING_ROWS: readonly ComplaintRow[] = [
  {
    row: 'A23-extended',
    event: 'ALLEGATION_EXTENDED',
    from: [...OPEN_STATES, 'retained'],
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    effects: ({ context, data }): Effect[] => [
      ...(isWaitedFor(context) ? [paper('longer_handling_note', 'reporter')] : []),
      ...context.duplicates
        .filter(({ isRealName, isFeedbackGiven }) => isRealName && !isFeedbackGiven)
        .map((duplicate): Effect => ({
          kind: 'send_event',
          to: { case: duplicate.case },
          event: 'ALLEGATION_EXTENDED',
          data: { allegation: data.allegation },
          ifAccepted: true,
        })),
    ],
    basis: ['S4', 'S10', 'T12', 'T16'],
    label: { zh: '一个问题延长办理期限', en: 'The handling of an allegation was extended' },
  },
];
