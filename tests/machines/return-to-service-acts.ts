/** What people do with a sanction period and a review of use, as events, and a case of it in each of its states. */
import type { EventData } from '../../src/domain/effect.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import type { ElsewhereCase, Procedure } from '../../src/machines/procedure.ts';
import { returnToService } from '../../src/machines/return-to-service.machine.ts';
import * as people from './people.ts';
import { linked, OTHER_CASE, playFrom, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const SERVICE = returnToService as unknown as Procedure;

export const PERSONNEL = people.someone('petra', ['org_personnel']);
const SECOND = people.someone('paul', ['org_personnel']);
const participants = [SECOND.person];
const pair = { with: [SECOND] };
const SUBJECT = people.SUBJECT.person;

/** Another matter of the person, in another family. */
export const elsewhere = (
  procedure: string,
  state: string,
  more: Partial<ElsewhereCase> = {},
): ElsewhereCase => ({
  case: '01890000-0000-7000-8000-00000000000e',
  procedure,
  state,
  isOpen: true,
  person: SUBJECT,
  summary: { subject: SUBJECT },
  ...more,
});
const knowing = (cases: readonly ElsewhereCase[] = []) => ({ facts: { elsewhere: cases, family: [] } });

export const open = (data: EventData = {}) =>
  linked('OPEN', {
    decision: OTHER_CASE,
    subject: SUBJECT,
    track: 'civil_servant',
    measure: 'demerit',
    effectiveOn: '2025-06-09',
    ...data,
  });
export const register = (data: EventData = {}, cases: readonly ElsewhereCase[] = []): Played => ({
  type: 'REGISTER_SANCTION',
  by: PERSONNEL,
  data: {
    subject: SUBJECT,
    track: 'institution_staff',
    measure: 'demerit',
    effectiveOn: '2025-06-02',
    decidedBy: 'county_hospital',
    act: 'act-1',
    ...data,
  },
  ...knowing(cases),
});
export const visit = (data: EventData = {}): Played => ({
  type: 'RETURN_VISIT',
  by: PERSONNEL,
  data: { visitedOn: '2025-06-09', grade: 'good', record: 'Works with zeal.', participants, ...data },
  ...pair,
});
export const violation = (): Played => ({
  type: 'RECORD_NEW_VIOLATION',
  by: PERSONNEL,
  data: { reason: 'Absent without leave.' },
});
export const add = (data: EventData = {}): Played => ({
  type: 'ADD_SANCTION',
  by: people.ORGAN_HEAD,
  data: { measure: 'warning', months: 15, effectiveOn: '2025-06-09', ...data },
});
export const periodOver = (): Played => ({
  type: 'DEADLINE_PASSED',
  by: people.SYSTEM,
  data: { clock: 'service.period' },
  facts: { via: 'clock' },
});
export const lift = (data: EventData = {}): Played => ({
  type: 'CONFIRM_LIFT',
  by: PERSONNEL,
  data: { manner: 'automatic', isRepentanceNoted: true, ...data },
});
export const liftInWriting = (data: EventData = {}) =>
  lift({ manner: 'written', deliveredOn: '2025-06-09', ...data });
export const openReview = (cases: readonly ElsewhereCase[] = [], data: EventData = {}): Played => ({
  type: 'OPEN_USE_REVIEW',
  by: PERSONNEL,
  data: { meetsConditionsOfPost: true, ...data },
  ...knowing(cases),
});
export const opinion = (isClean = true): Played => ({
  type: 'OPINION',
  by: people.SUPERVISOR,
  data: { isClean, opinion: 'Nothing is known against it.' },
});
export const decideUse = (
  result = 'normal_use',
  data: EventData = {},
  cases: readonly ElsewhereCase[] = [],
): Played => ({
  type: 'DECIDE_USE',
  by: people.CHAIR,
  data: { result, isCauseWorkRelated: true, members: people.votes(), reason: 'As proposed.', ...data },
  with: people.BOARD,
  ...knowing(cases),
});
export const resume = (): Played => ({
  type: 'RESUME_USE_REVIEW',
  by: PERSONNEL,
  data: { reason: 'The dispute is settled.' },
});
export const executed = (data: EventData = {}): Played => ({
  type: 'RECORD_EXECUTION',
  by: PERSONNEL,
  data: { duty: 'personnel_file_entry', doneOn: '2025-06-09', ...data },
});
export const changed = (measure = 'warning') => linked('SANCTION_CHANGED', { measure });
export const cancelled = () => linked('SANCTION_CANCELLED');
export const mergedInto = () => linked('MERGED_INTO', { into: OTHER_CASE });

const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(SERVICE, stored, ...events).snapshot;
const blank = blankSnapshot(SERVICE);

const running = from(blank, open());
const over = from(running, periodOver());
const lifted = from(over, lift());
const reviewed = from(lifted, openReview(), opinion());

/** A period of the staff of an institution, which ends and is then lifted in writing. */
export const institutionOver = () => from(blank, register(), periodOver());
export const institutionViolated = () => from(blank, register(), violation(), periodOver());
export const visited = () => from(blank, open(), visit(), periodOver(), lift(), openReview(), opinion());
export const withoutOpinion = () => from(lifted, openReview());
export const withOpinion = (isClean: boolean) => from(lifted, openReview(), opinion(isClean));
export const violated = () => from(running, violation(), periodOver());

/** A case in each state. */
export const AT = {
  opening: blank,
  running,
  merged_running: from(running, add()),
  completed_pending_lift: over,
  lifted,
  use_review: reviewed,
  hold: from(reviewed, decideUse('hold')),
  normal_use: from(reviewed, decideUse()),
  priority_use: from(visited(), decideUse('priority_use')),
  re_supervise: from(reviewed, decideUse('re_supervise')),
  cancelled: from(running, cancelled()),
  merged: from(running, mergedInto()),
};
