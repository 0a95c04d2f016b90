/** What people do with a clarification, as events, and a clarification in each of its states, in both versions. */
import type { EventData } from '../../src/domain/effect.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import type { Circle, Form } from '../../src/machines/clarification-events.ts';
import { clarification, clarificationV1 } from '../../src/machines/clarification.machine.ts';
import type { FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import * as people from './people.ts';
import { linked, member, OTHER_CASE, playFrom, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const CLARIFICATION = clarification as unknown as Procedure;
/** Version 1, in which the consultation stands for a check that was passed. */
export const CLARIFICATION_V1 = clarificationV1 as unknown as Procedure;

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
export const passCheck = (): Played => ({
  type: 'PASS_CHECK',
  by: people.REVIEWER,
  data: { reason: 'No objection.' },
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
  data: { agrees: false, participants },
  ...pair,
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

/** Clarifications of one version, half way and at each stop. */
export function courseOf(procedure: Procedure) {
  const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
    playFrom(procedure, stored, ...events).snapshot;
  const assessing = from(blankSnapshot(procedure), open());
  const inJointCheck = from(assessing, assessNeeded());
  const check = 'PASS_CHECK' in procedure.events ? [passCheck()] : [];
  const ready = check.length > 0 ? from(inJointCheck, ...check) : inJointCheck;

  /** Consulted on these forms within this circle. */
  const untilConsulted = (forms: readonly Form[], circle?: Circle, damage: Circle = 'unit') =>
    from(assessing, assessNeeded({ damage }), ...check, consult(forms, circle));
  const untilApproved = (...forms: readonly Form[]) => from(untilConsulted(forms), approve());
  const carryingOut = from(untilApproved('written'), carryOut());
  const completed = from(carryingOut, complete());
  const followedUp = from(completed, followUp());
  /** Sent back by the joint check, and then with a new finding approved. */
  const sentBack = () => from(inJointCheck, returnForMore());
  /** Carried out, and then the finding was approved anew, as something else. */
  const afterChange = (stored: StoredSnapshot, finding = 'true') => from(stored, findingApproved(finding));

  return {
    procedure,
    untilConsulted,
    untilApproved,
    /** Approved in some forms, and these carried out. */
    untilCarriedOut: (forms: readonly Form[], ...done: readonly Form[]) =>
      from(untilApproved(...forms), ...done.map((form) => carryOut(form))),
    /** The letter is written and has reached nobody yet. */
    undelivered: () => from(untilApproved('written'), carryOut('written', { deliveredOn: undefined })),
    sentBack,
    verifiedAnew: (finding: string) => from(sentBack(), findingApproved(finding)),
    afterChange,
    /** Where the subject is consulted. */
    ready,
    /** A clarification in each state. */
    at: {
      opening: blankSnapshot(procedure),
      assessing,
      in_joint_check: inJointCheck,
      ...(check.length > 0 && { checked: ready }),
      consulted: untilConsulted(['written']),
      approved: untilApproved('written'),
      carrying_out: carryingOut,
      completed,
      followed_up: followedUp,
      not_needed: from(assessing, assessNotNeeded()),
      withheld: from(inJointCheck, withhold()),
      declined_by_subject: from(ready, decline()),
      archived: from(followedUp, archive()),
      superseded: from(afterChange(completed), supersede()),
    },
  };
}
export type Course = ReturnType<typeof courseOf>;

export const COURSE = courseOf(CLARIFICATION);
export const COURSE_V1 = courseOf(CLARIFICATION_V1);
export const { at: AT, sentBack, verifiedAnew, afterChange, untilCarriedOut } = COURSE;
