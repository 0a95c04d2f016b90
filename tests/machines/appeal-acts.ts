/** What people do with an appeal, as events, and an appeal in each of its states. */
import type { EventData } from '../../src/domain/effect.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import { appeal } from '../../src/machines/appeal.machine.ts';
import { EXECUTION_ITEMS, type ExecutionItem } from '../../src/machines/appeal-events.ts';
import type { Actor, FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import * as people from './people.ts';
import { linked, member, OTHER_CASE, playFrom, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const APPEAL = appeal as unknown as Procedure;

export const EARLIER = '01890000-0000-7000-8000-00000000000e';
export const TODAY = '2025-06-09';
/** The panel of the body itself, and the one of the superior body that hears the next step. */
export const BENCH = ['alma', 'arno', 'asta'].map((person) => people.someone(person, ['appeals_panel']));
export const UPPER = ['bela', 'boris', 'bruna'].map((person) => people.someone(person, ['superior_body']));
export const PERSONNEL = people.someone('olga', ['org_personnel']);

/** The decision that is appealed against, as its family knows it. */
export const decision = (
  summary: FamilyMember['summary'] = {},
  more: Partial<FamilyMember> = {},
): FamilyMember =>
  member('allegation', 'decided_sanction', {
    case: OTHER_CASE,
    relation: 'parent',
    isOpen: false,
    summary: {
      subject: people.SUBJECT.person,
      disposition: 'preliminary_verification',
      decision: 'sanction',
      measure: 'demerit',
      track: 'civil_servant',
      finding: 'true',
      ...summary,
    },
    ...more,
  });
/** Another appeal of the family: as a rule that of the step before, heard by the panel of the body. */
export const appealBefore = (state = 'upheld', summary: FamilyMember['summary'] = {}): FamilyMember =>
  member('appeal', state, {
    case: EARLIER,
    relation: 'parent',
    isOpen: !['upheld', 'expired', 'refused', 'withdrawn', 'varied', 'revoked_redone'].includes(state),
    summary: {
      on: OTHER_CASE,
      subject: people.SUBJECT.person,
      step: 1,
      panel: BENCH.map(({ person }) => person).join(' '),
      ...summary,
    },
  });
export const tolerance = (more: Partial<FamilyMember> = {}): FamilyMember =>
  member('tolerance_review', 'delivered', {
    case: OTHER_CASE,
    relation: 'parent',
    summary: {
      subject: people.SUBJECT.person,
      persons: 'sina',
      isDetermined: true,
      determinations: 'wall:sam:not_tolerated; gate:sam:lighter; wall:sina:not_tolerated',
    },
    ...more,
  });
export const clarification = (state = 'withheld'): FamilyMember =>
  member('clarification', state, {
    case: OTHER_CASE,
    relation: 'parent',
    isOpen: false,
    summary: { subject: people.SUBJECT.person, reason: 'no_effect' },
  });
export const complaint = (): FamilyMember =>
  member('complaint', 'with_handling_dept', {
    case: OTHER_CASE,
    relation: 'parent',
    summary: { subject: people.SUBJECT.person, isConcluded: true },
  });

export const FAMILY = [decision(), appealBefore()];
const known = { family: FAMILY };
export const knowing = (event: Played, ...family: readonly FamilyMember[]): Played => ({
  ...event,
  facts: { ...event.facts, family },
});

export const open = (data: EventData = {}): Played =>
  linked(
    'OPEN',
    {
      on: OTHER_CASE,
      subject: people.SUBJECT.person,
      track: 'civil_servant',
      step: 1,
      deliveredOn: '2025-06-02',
      circle: 'unit',
      decision: 'sanction',
      measure: 'demerit',
      ...data,
    },
    known,
  );
export const openSecond = (): Played => open({ step: 2, earlierStep: EARLIER });
export const file = (data: EventData = {}, by = people.SUBJECT): Played => ({
  type: 'FILE',
  by,
  data: { receivedOn: TODAY, grounds: 'The amounts were read wrongly.', ...data },
  facts: known,
});
/** Filed where no window was opened: step 1 unless the data say otherwise. */
export const fileDirectly = (data: EventData = {}, by = people.SUBJECT): Played => ({
  ...file({ on: OTHER_CASE, track: 'civil_servant', deliveredOn: '2025-06-02', ...data }, by),
  facts: { family: [decision()] },
});
/** As the engine fires it, with the clock as it stands; the window ended with this day. */
export const lapse = (clock = 'appeal.window'): Played => ({
  type: 'DEADLINE_PASSED',
  by: people.SYSTEM,
  data: { clock },
  facts: {
    via: 'clock',
    clocks: {
      'appeal.window': { dueAt: `${TODAY}T16:00:00.000Z`, isRunning: true, extensions: 0 },
    },
  },
});
export const fileLate = (data: EventData = {}, by = people.SUBJECT): Played => ({
  type: 'FILE_LATE',
  by,
  data: {
    receivedOn: TODAY,
    lateReason: 'force_majeure',
    obstacleEndedOn: '2025-06-05',
    grounds: 'The valley was cut off.',
    ...data,
  },
});
export const askCure = (by = UPPER[0]!): Played => ({
  type: 'ASK_CURE',
  by,
  data: { missing: ['decision_copy'] },
  facts: known,
});
export const cure = (by = people.SUBJECT): Played => ({ type: 'CURE', by, data: { evidence: ['copy-1'] } });
const named = (bench: readonly Actor[]) => bench.slice(1).map(({ person }) => person);
export const accept = (bench: readonly Actor[] = UPPER, data: EventData = {}): Played => ({
  type: 'ACCEPT',
  by: bench[0]!,
  data: { participants: named(bench), ...data },
  with: bench.slice(1),
  facts: known,
});
export const refuse = (reason = 'duplicate', bench: readonly Actor[] = UPPER): Played => ({
  type: 'REFUSE_INTAKE',
  by: bench[0]!,
  data: { reason, explanation: 'The same matter is heard elsewhere.', participants: named(bench) },
  with: bench.slice(1),
  facts: known,
});
export const hear = (by = BENCH[0]!, heardOn = TODAY): Played => ({
  type: 'HEAR',
  by,
  data: { heardOn, record: 'The person explains the amounts.' },
  facts: known,
});
export const withdraw = (data: EventData = {}, by = people.SUBJECT): Played => ({
  type: 'WITHDRAW',
  by,
  data: { isInWriting: true, ...data },
});
export const end = (by = BENCH[0]!): Played => ({ type: 'END_WITHDRAWN', by, facts: known });
const decide = (data: EventData, bench: readonly Actor[]): Played => ({
  type: 'DECIDE',
  by: bench[0]!,
  data: { reason: 'As the record shows.', members: people.votes(bench), ...data },
  with: bench,
  facts: known,
});
export const uphold = (data: EventData = {}, bench: readonly Actor[] = BENCH): Played =>
  decide({ result: 'uphold', ...data }, bench);
export const revoke = (data: EventData = {}, bench: readonly Actor[] = BENCH): Played =>
  decide({ result: 'revoke_redo', ground: 'facts_unclear', ...data }, bench);
/** As scenario 6.7 has it: a demerit becomes an admonition, and tolerance is to be considered. */
export const vary = (data: EventData = {}, bench: readonly Actor[] = BENCH): Played =>
  decide(
    {
      result: 'vary',
      ground: 'circumstances_wrong',
      decision: 'exempt',
      minorHandling: 'admonition',
      considerTolerance: true,
      ...data,
    },
    bench,
  );
/** Varies what a tolerance review determined. */
export const varyTolerance = (determinations: readonly object[], data: EventData = {}): Played =>
  knowing(decide({ result: 'vary', ground: 'improper', determinations, ...data }, BENCH), tolerance());
export const deliver = (deliveredOn = TODAY, by = BENCH[0]!): Played => ({
  type: 'DELIVER',
  by,
  data: { deliveredOn, manner: 'in_person' },
});
export const execute = (item: ExecutionItem, data: EventData = {}): Played => ({
  type: 'EXECUTE',
  by: PERSONNEL,
  data: { item, doneOn: TODAY, ...(item === 'name_restored' && { circle: 'unit' }), ...data },
});
export const closeExecution = (): Played => ({ type: 'CLOSE_EXECUTION', by: PERSONNEL });
export const executeAll: readonly Played[] = EXECUTION_ITEMS.filter(
  (item) => item !== 'decision_replaced',
).map((item) => execute(item));

export const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(APPEAL, stored, ...events).snapshot;

const blank = blankSnapshot(APPEAL);
const windowOpen = from(blank, open());
const expired = from(windowOpen, lapse());
const examining = from(windowOpen, file());
const upheld = from(examining, uphold());
const revoked = from(examining, revoke());
const varied = from(examining, vary());

/** The second step of the track, which takes in what is filed as an act of its own. */
export const secondWindow = from(blank, openSecond());
export const secondExpired = from(secondWindow, lapse());
const filed = from(secondWindow, file());
export const secondExamining = from(filed, accept());
/** Filed late at the first step, which otherwise takes nothing in. */
export const lateFiled = from(expired, fileLate());
export const asked = from(filed, askCure());
export const revokedExecuting = from(revoked, deliver());
const executing = from(varied, deliver());
/** On tolerance, with two acts of the person and one of somebody else. */
export const toleranceExamining = from(
  blank,
  knowing(
    linked('OPEN', {
      on: OTHER_CASE,
      subject: 'sam',
      track: 'tolerance',
      step: 1,
      deliveredOn: '2025-06-02',
    }),
    tolerance(),
  ),
  file(),
);

/** An appeal in each state. */
export const AT = {
  opening: blank,
  window_open: windowOpen,
  filed,
  curing: asked,
  examining,
  decided_upheld: upheld,
  decided_revoked: revoked,
  decided_varied: varied,
  executing,
  expired,
  refused: from(filed, refuse()),
  withdrawn: from(examining, withdraw(), end()),
  upheld: from(upheld, deliver()),
  revoked_redone: from(revokedExecuting, ...executeAll, closeExecution()),
  varied: from(executing, ...executeAll, closeExecution()),
};
