/** What people do with a rectification, as events, and one in each of its states. Most have two measures, m-1 and m-2. */
import type { EventData } from '../../src/domain/effect.ts';
import { blankSnapshot, type StoredSnapshot } from '../../src/engine/step.ts';
import type { FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import { rectification } from '../../src/machines/rectification.machine.ts';
import * as people from './people.ts';
import { DAY_0, linked, member, OTHER_CASE, playFrom, type Played } from './play.ts';

/** The procedure as the engine takes it: its context is its own business. */
export const RECTIFICATION = rectification as unknown as Procedure;

export const REVIEW_ID = OTHER_CASE;
export const ALLEGATION_ID = '01890000-0000-7000-8000-00000000000a';
const participants = [people.SECOND_HANDLER.person];
const pair = { with: [people.SECOND_HANDLER] };

/** Leads the measures of unit 7; also the one who acts for the unit. */
export const LEAD = people.someone('lena', ['subject_unit'], { unit: 'unit-7' });
export const ANOTHER_LEAD = people.someone('lars', ['subject_unit'], { unit: 'unit-7' });
export const ANOTHER_UNIT = people.someone('ugo', ['subject_unit'], { unit: 'unit-8' });

/** The tolerance review that demands rectification: something was tolerated. */
export const review = (more: Partial<FamilyMember> = {}): FamilyMember =>
  member('tolerance_review', 'delivered', {
    case: REVIEW_ID,
    relation: 'parent',
    summary: {
      subject: people.SUBJECT.person,
      isDetermined: true,
      isTolerated: true,
      determinations: `act-1:${people.SUBJECT.person}:not_pursued; act-2:${people.SUBJECT.person}:not_tolerated`,
    },
    ...more,
  });
export const allegation = (summary: FamilyMember['summary'] = { decision: 'sanction' }): FamilyMember =>
  member('allegation', 'decided_sanction', {
    case: ALLEGATION_ID,
    relation: 'parent',
    isOpen: false,
    summary: { subject: people.SUBJECT.person, decision: null, minorHandling: null, ...summary },
  });
const FAMILY = [review()];
const withFamily = (family: readonly FamilyMember[] = FAMILY) => ({ facts: { family } });

export const problem = (code: string, more: EventData = {}): EventData => ({
  code,
  severity: 'ordinary',
  description: 'The permit came after the work.',
  evidence: ['e-1'],
  ...more,
});
export const serveNotice = (data: EventData = {}, family?: readonly FamilyMember[]): Played => ({
  type: 'SERVE_NOTICE',
  by: people.DEPT_HEAD,
  data: {
    on: REVIEW_ID,
    source: 'tolerance',
    unit: 'unit-7',
    deliveredOn: '2025-06-09',
    problems: [problem('p-1'), problem('p-2', { ownerUnit: 'unit-9' })],
    acts: ['act-1'],
    persons: [people.SUBJECT.person],
    ...data,
  },
  ...withFamily(family),
});
/** Served on an allegation: for a sanction, for minor handling, or on advice. */
export const serveOn = (source: string, summary?: FamilyMember['summary'], data: EventData = {}): Played =>
  serveNotice({ on: ALLEGATION_ID, source, acts: [], ...data }, [allegation(summary)]);

export const measure = (code: string, more: EventData = {}): EventData => ({
  code,
  problems: ['p-1'],
  action: 'A permit is asked for before work begins.',
  criteria: [{ code: 'c-1', criterion: 'No order without a permit number.', isCheckable: true }],
  lead: LEAD.person,
  leadDept: 'dept-3',
  helpers: ['hedi'],
  dueOn: '2025-08-08',
  milestones: [{ on: '2025-07-01', what: 'The form is changed.' }],
  ...more,
});
export const PLAN = [measure('m-1'), measure('m-2', { problems: ['p-1', 'p-2'], unit: 'unit-9' })];
export const submitPlan = (
  measures: readonly EventData[] = PLAN,
  problems: readonly EventData[] = [],
  by = LEAD,
): Played => ({ type: 'SUBMIT_PLAN', by, data: { measures, problems } });
export const approvePlan = (): Played => ({ type: 'APPROVE_PLAN', by: people.SUPERVISOR });
export const returnPlan = (): Played => ({
  type: 'RETURN_PLAN',
  by: people.SUPERVISOR,
  data: { reason: 'Nobody leads the second measure.' },
});
export const start = (item = 'm-1', by = LEAD): Played => ({ type: 'START', by, data: { item } });
export const claim = (item = 'm-1', data: EventData = {}, by = LEAD): Played => ({
  type: 'CLAIM_DONE',
  by,
  data: {
    item,
    evidence: [{ criterion: 'c-1', evidence: ['order-9'] }],
    report: 'The form is in use.',
    ...data,
  },
});
/** Lena leads in both units; for the other she acts with the key of that unit. */
export const LEAD_OF: Readonly<Record<string, typeof LEAD>> = {
  'm-1': LEAD,
  'm-2': { ...LEAD, unit: 'unit-9' },
};
export const claimOf = (item: string): Played => claim(item, {}, LEAD_OF[item]);
export const check = (item = 'm-1', data: EventData = {}, checkers = [people.SUPERVISOR]): Played => ({
  type: 'CHECK',
  by: checkers[0]!,
  data: { item, result: 'pass', record: 'Ten orders were looked at.', participants, ...data },
  ...pair,
});
export const sendBack = (item = 'm-1', reason = 'incomplete'): Played =>
  check(item, { result: 'return', reason });
const clockAt = (item: string, more: object) => ({
  [`rect.item ${item}`]: {
    dueAt: '2025-08-08T16:00:00.000Z',
    isRunning: true,
    extensions: 0,
    mostExtensions: 1,
    ...more,
  },
});
export const extendItem = (item = 'm-1', clock: object = {}, at = DAY_0): Played => ({
  type: 'EXTEND_ITEM',
  by: people.LEADER,
  data: { item, reason: 'The form needs the consent of another organ.' },
  facts: { at, clocks: clockAt(item, clock) },
});
export const ticket = (colour = 'yellow', item = 'm-1', at = DAY_0): Played => ({
  type: 'TICKET',
  by: people.SUPERVISOR,
  data: { item, colour, reason: 'behind_pace', explanation: 'Nothing has moved for a month.' },
  facts: { at, clocks: clockAt(item, {}) },
});
export const warned = (clock = 'rect.item', instance = 'm-1'): Played =>
  linked('DEADLINE_WARNED', { clock, instance }, { via: 'clock' });
export const overdue = (clock = 'rect.item', instance = 'm-1'): Played =>
  linked('DEADLINE_PASSED', { clock, instance }, { via: 'clock' });
export const lookBack = (data: EventData = {}, by = people.SUPERVISOR): Played => ({
  type: 'LOOK_BACK',
  by,
  data: { result: 'confirmed', record: 'The form is still in use.', participants, ...data },
  ...pair,
});
export const relapsed = (...items: readonly string[]): Played => lookBack({ result: 'relapsed', items });
export const reportNewProblem = (): Played => ({
  type: 'REPORT_NEW_PROBLEM',
  by: people.HANDLER,
  data: { subject: 'sten', description: 'An invoice was paid twice.' },
});
export const archive = (): Played => ({ type: 'ARCHIVE', by: people.SUPERVISOR });
/** The review, once it was revoked. */
export const revoked = review({ state: 'revoked', isOpen: false });
export const cancel = (family: readonly FamilyMember[] = [revoked]): Played => ({
  type: 'CANCEL',
  by: people.ORGAN_HEAD,
  data: { reason: 'The tolerance was revoked.' },
  ...withFamily(family),
});

export const from = (stored: StoredSnapshot, ...events: readonly Played[]) =>
  playFrom(RECTIFICATION, stored, ...events).snapshot;

const blank = blankSnapshot(RECTIFICATION);
const served = from(blank, serveNotice());
/** A plan submitted with these measures, and problems found beside those of the notice. */
export const untilSubmitted = (measures?: readonly EventData[], problems?: readonly EventData[]) =>
  from(served, submitPlan(measures, problems));
const submitted = untilSubmitted();
const running = from(submitted, approvePlan());
export const claimed = from(running, claimOf('m-1'));
/** All but m-1 is closed, and that is claimed. */
export const lastClaimed = from(running, claimOf('m-2'), check('m-2'), claimOf('m-1'));
const allClosed = from(lastClaimed, check());
const lookedBack = from(allClosed, lookBack());

/** A rectification in each state. */
export const AT = {
  opening: blank,
  notice_served: served,
  plan_submitted: submitted,
  running,
  all_closed: allClosed,
  looked_back: lookedBack,
  archived: from(lookedBack, archive()),
  cancelled: from(running, cancel()),
};
