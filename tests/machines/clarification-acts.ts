/** What people do with a clarification, as events, and a clarification in each of its states. */
import type { EventData } from '../../src/domain/effect.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import { clarification, type Circle, type Form } from '../../src/machines/clarification.machine.ts';
import type { FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import * as people from './people.ts';
import { linked, member, OTHER_CASE, playFrom, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const CLARIFICATION = clarification as unknown as Procedure;

export const ALLEGATION_ID = OTHER_CASE;
const participants = [people.SECOND_HANDLER.person];
const pair = { with: [people.SECOND_HANDLER] };

/** The allegation a clarification rests on, with a finding that is approved. */
export const allegation = (finding = 'untrue', more: Partial<FamilyMember> = {}): FamilyMember =>
  member('allegation', 'findings_approved', {
    case: ALLEGATION_ID,
    relation: 'parent',
    summary: {
      finding,
      findingVersion: 1,
      isFindingApproved: true,
      point: 'point-1',
      subject: people.SUBJECT.person,
    },
    ...more,
  });
const FAMILY = [allegation()];
const withFamily = (family: readonly FamilyMember[] = FAMILY) => ({ facts: { family } });

export const open = (data: EventData = {}) =>
  linked('OPEN', {
    allegation: ALLEGATION_ID,
    subject: people.SUBJECT.person,
    point: 'point-1',
    finding: 'untrue',
    findingVersion: 1,
    ...data,
  });
export const applyFor = (family?: readonly FamilyMember[], by = people.SUBJECT): Played => ({
  type: 'APPLY',
  by,
  data: { allegation: ALLEGATION_ID, reason: 'My promotion is held up.' },
  ...withFamily(family),
});
export const assessNeeded = (data: EventData = {}): Played => ({
  type: 'ASSESS_NEEDED',
  by: people.HANDLER,
  data: { ground: 'advancement_affected', damage: 'unit', reason: 'An election is near.', ...data },
});
export const assessNotNeeded = (reason = 'no_effect'): Played => ({
  type: 'ASSESS_NOT_NEEDED',
  by: people.HANDLER,
  data: { reason, explanation: 'Nobody heard of it.', participants },
  ...pair,
});
export const returnForMore = (): Played => ({
  type: 'RETURN_FOR_MORE',
  by: people.REVIEWER,
  data: { reason: 'The second witness was not heard.' },
});
export const findingApproved = (finding: string, findingVersion = 2) =>
  linked('FINDING_APPROVED', { finding, findingVersion });
export const withhold = (reason = 'would_expose'): Played => ({
  type: 'WITHHOLD',
  by: people.LEADER,
  data: { reason, explanation: 'Only one person could know.' },
});
export const consult = (forms: readonly Form[] = ['written'], circle?: Circle): Played => ({
  type: 'CONSULT_SUBJECT',
  by: people.HANDLER,
  data: { agrees: true, forms, circle: circle ?? 'department' },
});
export const decline = (): Played => ({
  type: 'CONSULT_SUBJECT',
  by: people.HANDLER,
  data: { agrees: false },
});
export const approve = (family?: readonly FamilyMember[], data: EventData = {}): Played => ({
  type: 'APPROVE',
  by: people.LEADER,
  data: { nothingSealedInText: true, ...data },
  ...withFamily(family),
});
export const carryOut = (
  form: Form = 'written',
  data: EventData = {},
  family?: readonly FamilyMember[],
): Played => ({
  type: 'CARRY_OUT',
  by: people.HANDLER,
  data: { form, recipients: ['unit-7', people.SUBJECT.person], deliveredOn: '2025-06-09', ...data },
  ...withFamily(family),
});
export const complete = (family?: readonly FamilyMember[]): Played => ({
  type: 'COMPLETE',
  by: people.DEPT_HEAD,
  ...withFamily(family),
});
export const followUp = (): Played => ({
  type: 'FOLLOW_UP',
  by: people.HANDLER,
  data: { visitedOn: '2025-06-09', harmContinues: false, record: 'Works as before.', participants },
  ...pair,
});
export const archive = (): Played => ({ type: 'ARCHIVE', by: people.SUPERVISOR });
export const supersede = (): Played => ({
  type: 'SUPERSEDE',
  by: people.ORGAN_HEAD,
  data: { reason: 'New evidence bears the point out.' },
});

const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(CLARIFICATION, stored, ...events).snapshot;

const assessing = from(blankSnapshot(CLARIFICATION), open());
const checked = from(assessing, assessNeeded());

/** Consulted on these forms within this circle. */
export const untilConsulted = (forms: readonly Form[], circle?: Circle, damage: Circle = 'unit') =>
  from(assessing, assessNeeded({ damage }), consult(forms, circle));
export const untilApproved = (...forms: readonly Form[]) => from(untilConsulted(forms), approve());

const carryingOut = from(untilApproved('written'), carryOut());
const completed = from(carryingOut, complete());
const followedUp = from(completed, followUp());
const archived = from(followedUp, archive());

/** Approved in some forms, and these carried out. */
export const untilCarriedOut = (forms: readonly Form[], ...done: readonly Form[]) =>
  from(untilApproved(...forms), ...done.map((form) => carryOut(form)));
/** The letter is written and has reached nobody yet. */
export const undelivered = () =>
  from(untilApproved('written'), carryOut('written', { deliveredOn: undefined }));
/** Sent back by the joint check, and then with a new finding approved. */
export const sentBack = () => from(checked, returnForMore());
export const verifiedAnew = (finding: string) => from(sentBack(), findingApproved(finding));
/** Carried out, and then the finding was approved anew, as something else. */
export const afterChange = (stored: StoredSnapshot, finding = 'true') =>
  from(stored, findingApproved(finding));

/** A clarification in each state. */
export const AT = {
  opening: blankSnapshot(CLARIFICATION),
  assessing,
  in_joint_check: checked,
  consulted: untilConsulted(['written']),
  approved: untilApproved('written'),
  carrying_out: carryingOut,
  completed,
  followed_up: followedUp,
  not_needed: from(assessing, assessNotNeeded()),
  withheld: from(checked, withhold()),
  declined_by_subject: from(checked, decline()),
  archived,
  superseded: from(afterChange(completed), supersede()),
};
