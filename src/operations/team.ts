/** Who works on a case from an assignment on: whom it was given to, and those the assignment names beside them. */
import type { StepGroup } from '../../db/queries/step-write.ts';
import type { EventData } from '../domain/effect.ts';
import type { CaseId } from '../domain/vocabulary.ts';
import { participantsOf } from '../machines/generic-guards.ts';

/** The rows of the team that an event makes; none for any event but an assignment. */
export const teamOf = (
  { type, data }: { readonly type: string; readonly data: EventData },
  { id, family_id }: { readonly id: CaseId; readonly family_id: CaseId },
): NonNullable<StepGroup['team']> =>
  type === 'ASSIGN'
    ? [...new Set([data.assignee as string, ...participantsOf(data)])].map((person_id) => ({
        case_id: id,
        family_id,
        person_id,
      }))
    : [];
