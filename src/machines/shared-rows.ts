/**
 * Rows that every procedure has: notes, assignment, recusal, designation, suspension, extension, and the mark a
 * passed deadline leaves. Written once, so that no machine can lack them (settled questions 7).
 */
import { z } from 'zod';
import { notify, paper, startClock, stopClock, type Effect } from '../domain/effect.ts';
import { freeText } from '../domain/event-data.ts';
import { dayOf, localDayOf } from '../domain/local-day.ts';
import { CaseId, CASE_ROLES, PersonId, STAFF_ROLES, type Role } from '../domain/vocabulary.ts';
import { concernedIn, participantsOf, rolesIn } from './generic-guards.ts';
import type { BaseContext, EventSchemas, Guard, Row } from './procedure.ts';

/** Fields any event may carry. */
export const ANY_EVENT = {
  reference: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "The caller's own id; the journal gives it back" }),
  onBehalfOf: z
    .enum(['reporter', 'subject', 'subject_unit'])
    .optional()
    .meta({ description: 'The party for whom staff record this act' }),
  participants: z
    .array(PersonId)
    .max(20)
    .optional()
    .meta({ description: 'The other persons who took part, for acts of two or more' }),
};

/** An event's schema: its own fields and those any event may carry; nothing else. */
export const eventData = <T extends z.ZodRawShape>(shape: T) => z.strictObject({ ...ANY_EVENT, ...shape });

/** Votes of a body: who sat, how they voted, and the view of who dissented. */
export const members = z
  .array(
    z.strictObject({
      person: PersonId,
      vote: z.enum(['for', 'against', 'abstain']),
      dissent: freeText().optional(),
    }),
  )
  .min(1)
  .max(60)
  .meta({ description: 'Members of the body who sat, each with a vote' });

/** What becomes of each act that a recused person has done. */
const disposals = z
  .array(
    z.strictObject({
      case: CaseId,
      version: z.int().positive(),
      disposal: z.enum(['keep', 'redo', 'exclude']),
      reason: freeText().optional(),
    }),
  )
  .max(500)
  .default([]);

export const SHARED_EVENTS = {
  NOTE: eventData({ text: freeText(10_000) }),
  ASSIGN: eventData({ assignee: PersonId }),
  DESIGNATE: eventData({
    person: PersonId,
    role: z.enum(CASE_ROLES as [Role, ...Role[]]),
    reason: freeText(),
  }),
  REQUEST_RECUSAL: eventData({ person: PersonId, ground: z.string().max(64), reason: freeText() }),
  DECIDE_RECUSAL: eventData({
    person: PersonId,
    granted: z.boolean(),
    acts: disposals,
    reason: freeText(),
  }),
  ACTS_DISPOSED: eventData({ acts: disposals }),
  SUSPEND: eventData({ ground: z.string().max(64), trigger: freeText(), reason: freeText() }),
  RESUME: eventData({ reason: freeText() }),
  EXTEND: eventData({ clock: z.string().max(64), reason: freeText() }),
  DEADLINE_PASSED: eventData({ clock: z.string().max(64), instance: z.string().max(128).optional() }),
} satisfies EventSchemas;

/** The row by which a time limit is extended. */
export const EXTENSION = 'extend';

/** Days on which something was done, by the names that the data of events give them. */
const DONE_ON = [
  'deliveredOn',
  'acknowledgedOn',
  'givenOn',
  'visitedOn',
  'heardOn',
  'heldOn',
  'doneOn',
] as const;

/** Guards that every procedure may hold its rows to, beside its own. */
export const SHARED_GUARDS = {
  is_not_done_in_the_future: {
    words: { zh: '办理日期不得晚于今日', en: 'The day on which it was done cannot lie in the future' },
    basis: ['T35', 'D'],
    holds: ({ data, facts, profile }) =>
      DONE_ON.every((field) => {
        const day = data[field] as string | undefined;
        return day === undefined || dayOf(day) <= localDayOf(facts.at, profile.rules.timeZone);
      }),
  },
  has_the_handlers_required: {
    words: {
      zh: '参加人数少于规定的最低承办人数',
      en: 'Fewer handlers took part than the rules of this body require',
    },
    basis: ['A17', 'S2', 'domain 4.2'],
    holds: ({ data, profile }) => participantsOf(data).length + 1 >= profile.rules.minimumHandlers,
  },
  names_nobody_concerned: {
    words: {
      zh: '不得指定案件所涉及的人员、与其有应当回避关系的人员或者其他应当回避的人员承办或者代行职责',
      en: 'Whoever the case is about, is close to a person of it or has to stand aside is neither put in charge of it nor stands in for anybody in it',
    },
    basis: ['domain 4.3', 'S1', 'S2', 'S3', 'S5'],
    holds: ({ context, data, facts }) => {
      const out: unknown[] = [...concernedIn(context), ...(facts.barred ?? [])];
      return ![data.assignee, data.person, ...participantsOf(data)].some((person) => out.includes(person));
    },
  },
  is_a_listed_recusal_ground: {
    words: { zh: '回避事由须为规定情形之一', en: 'The ground has to be one of those listed for recusal' },
    basis: ['S1', 'S2', 'S5', 'domain 4.3'],
    holds: ({ data, profile }) => profile.lists.recusal_grounds.some(({ code }) => code === data.ground),
  },
  is_not_about_oneself: {
    words: { zh: '不得决定本人的回避', en: 'Nobody decides on their own recusal' },
    basis: ['domain 4.3'],
    holds: ({ data, facts }) => data.person !== facts.by.person,
  },
  is_decided_at_the_right_level: {
    words: {
      zh: '主要负责人的回避由上一级机关决定，其他人员的回避由本机关主要负责人决定',
      en: 'The next higher body decides on the head of the organ, the head on everybody else',
    },
    basis: ['S2', 'S5', 'domain 4.3'],
    holds: ({ context, data, facts }) => {
      const about = facts.people[data.person as string];
      const isHead = about !== undefined && rolesIn(context, about).includes('approver_head');
      const own = rolesIn(context, facts.by);
      return own.includes(isHead ? 'superior_body' : 'approver_head') || own.includes('superior_body');
    },
  },
  has_a_pending_recusal: {
    words: { zh: '该人员没有待决定的回避申请', en: 'No recusal of this person is waiting for a decision' },
    basis: ['domain 4.3'],
    holds: ({ data, facts }) => facts.people[data.person as string]?.recusal === 'requested',
  },
  was_asked_for_here: {
    words: {
      zh: '回避申请系在本案件族的另一案件中提出，应当在该案件中决定',
      en: 'The recusal was asked for on another case of this family; it is decided there',
    },
    basis: ['domain 4.3', 'D'],
    holds: ({ context, data }) => context.recusalsAsked.some((person) => person === data.person),
  },
  has_no_recusal_yet: {
    words: {
      zh: '该人员的回避已经申请或者决定',
      en: 'A recusal of this person is asked for or granted already',
    },
    basis: ['domain 4.3'],
    holds: ({ data, facts }) => (facts.people[data.person as string]?.recusal ?? 'none') === 'none',
  },
  disposes_of_every_act: {
    words: {
      zh: '准予回避时须对该人员已实施的每一行为作出保留、重做或者排除的处理',
      en: 'Granting a recusal needs a decision on each act already done: keep, redo or exclude',
    },
    basis: ['domain 4.3'],
    holds: ({ data, facts }) => {
      const disposed = data.acts as readonly { case: string; version: number }[];
      const key = (act: { case: string; version: number }) => `${act.case} ${act.version}`;
      const named = new Set(disposed.map(key));
      const done = (facts.acts ?? []).map(key);
      if (data.granted !== true) return disposed.length === 0;
      return (
        done.length === named.size && disposed.length === named.size && done.every((act) => named.has(act))
      );
    },
  },
  is_a_listed_suspension_ground: {
    words: { zh: '中止须具备规定的事由', en: 'Suspending needs one of the listed grounds' },
    basis: ['S8', 'domain 4.9', 'T13'],
    holds: ({ data, profile }) => profile.lists.suspension_grounds.some(({ code }) => code === data.ground),
  },
  runs_and_may_be_extended: {
    words: {
      zh: '只能在到期前、在规定次数内延长正在计算的期限',
      en: 'Only a running clock can be extended, before it expires and within its cap',
    },
    basis: ['S4', 'S5', 'domain 0.3', 'T12'],
    holds: ({ data, facts, profile }) => {
      const key = data.clock as string;
      const clock = facts.clocks?.[key];
      const stated = profile.limits[key as keyof typeof profile.limits]?.extension?.times ?? 0;
      const cap = clock?.mostExtensions ?? stated;
      // A clock of one instance has an event of its own: the effect below would not find it.
      const isOfTheCase = Object.hasOwn(profile.limits, key);
      return (
        isOfTheCase &&
        clock?.isRunning === true &&
        clock.dueAt !== null &&
        facts.at < clock.dueAt &&
        clock.extensions < cap
      );
    },
  },
} satisfies Record<string, Guard<BaseContext>>;

export type SharedGuard = keyof typeof SHARED_GUARDS;
type SharedRow = Row<BaseContext, string, SharedGuard>;
const field = (data: Readonly<Record<string, unknown>>, name: string) => data[name] as string;

const disposedIn = (data: Readonly<Record<string, unknown>>): BaseContext['disposals'] =>
  (data.acts as BaseContext['disposals']).map(({ case: id, version, disposal }) => ({
    case: id,
    version,
    disposal,
  }));

/** The other cases of the family learn what was decided on the acts done in them: their evidence hangs on it (4.3). */
function disposedElsewhere(data: Readonly<Record<string, unknown>>, own: CaseId): Effect[] {
  const disposed = disposedIn(data);
  const elsewhere = [...new Set(disposed.map((act) => act.case))].filter((id) => id !== own);
  return elsewhere.map((id) => ({
    kind: 'send_event',
    to: { case: id },
    event: 'ACTS_DISPOSED',
    data: { acts: disposed.filter((act) => act.case === id) },
  }));
}

export const SHARED_ROWS: readonly SharedRow[] = [
  {
    row: 'note',
    event: 'NOTE',
    from: 'open',
    roles: [...STAFF_ROLES, 'api_client'],
    whileSuspended: true,
    effects: [{ kind: 'record' }],
    basis: ['contract'],
    label: { zh: '内部记录', en: 'Add an internal note' },
  },
  {
    row: 'assign',
    event: 'ASSIGN',
    from: 'open',
    roles: ['handling_dept_head', 'case_supervisor', 'reception_officer'],
    guards: ['names_nobody_concerned'],
    record: ({ data }) => ({ assignee: field(data, 'assignee') }),
    effects: [{ kind: 'record' }],
    basis: ['domain 4.1'],
    label: { zh: '指定承办人', en: 'Assign' },
  },
  {
    row: 'designate',
    event: 'DESIGNATE',
    from: 'open',
    roles: ['superior_body'],
    whileSuspended: true,
    guards: ['names_nobody_concerned'],
    record: ({ context, data }) => ({
      designations: [
        ...context.designations,
        { person: field(data, 'person'), role: field(data, 'role') as Role },
      ],
    }),
    effects: [paper('designation', 'handling_dept')],
    basis: ['S2', 'S5', 'domain 4.3'],
    label: { zh: '指定代行人员', en: 'Designate a stand-in' },
  },
  {
    row: 'recusal-request',
    event: 'REQUEST_RECUSAL',
    from: 'open',
    roles: [...STAFF_ROLES, 'reporter', 'subject'],
    recordedBy: STAFF_ROLES,
    whileSuspended: true,
    guards: ['is_a_listed_recusal_ground', 'has_no_recusal_yet'],
    record: ({ context, data }) => ({
      recusalsAsked: [...new Set([...context.recusalsAsked, field(data, 'person')])],
    }),
    effects: ({ data }) => [
      { kind: 'request_recusal', person: field(data, 'person'), ground: field(data, 'ground') },
      startClock('recusal.decide', { instance: field(data, 'person') }),
      notify('recusal_requested', 'approver_head', 'superior_body'),
    ],
    basis: ['S1', 'S2', 'S5'],
    label: { zh: '申请回避', en: 'Ask for a recusal' },
  },
  {
    row: 'recusal-decision',
    event: 'DECIDE_RECUSAL',
    // A case that ended meanwhile decides it still: nobody is left standing aside for good.
    from: 'any',
    roles: ['approver_head', 'superior_body'],
    whileSuspended: true,
    needs: ['acts'],
    guards: [
      'has_a_pending_recusal',
      'was_asked_for_here',
      'is_not_about_oneself',
      'is_decided_at_the_right_level',
      'disposes_of_every_act',
    ],
    record: ({ context, data }) => ({
      disposals: [...context.disposals, ...disposedIn(data)],
      recusalsAsked: context.recusalsAsked.filter((person) => person !== data.person),
    }),
    effects: ({ data, facts }) => [
      { kind: 'decide_recusal', person: field(data, 'person'), granted: data.granted === true },
      stopClock('recusal.decide', field(data, 'person')),
      paper('recusal_decision', 'handling_dept'),
      ...disposedElsewhere(data, facts.case),
    ],
    basis: ['S2', 'S5'],
    label: { zh: '决定是否回避', en: 'Decide on a recusal' },
  },
  {
    row: 'recusal-disposal',
    event: 'ACTS_DISPOSED',
    from: 'any',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    record: ({ context, data }) => ({ disposals: [...context.disposals, ...disposedIn(data)] }),
    effects: [{ kind: 'record' }],
    basis: ['domain 4.3'],
    label: { zh: '回避人员所为已作处理', en: 'The acts of a recused person here were disposed of' },
  },
  {
    row: 'A26-suspend',
    event: 'SUSPEND',
    region: 'standing',
    from: 'active',
    to: 'suspended',
    roles: ['approver_incharge', 'approver_head'],
    guards: ['is_a_listed_suspension_ground'],
    effects: [
      { kind: 'pause_clocks' },
      startClock('report.suspension_review'),
      paper('suspension_notice', 'parties_told'),
    ],
    basis: ['S8', 'domain 4.9', 'T13'],
    label: { zh: '中止', en: 'Suspend' },
  },
  {
    row: 'A26-resume',
    event: 'RESUME',
    region: 'standing',
    from: 'suspended',
    to: 'active',
    roles: ['approver_incharge', 'approver_head', 'superior_body'],
    whileSuspended: true,
    effects: [
      { kind: 'resume_clocks' },
      stopClock('report.suspension_review'),
      paper('resumption_notice', 'parties_told'),
    ],
    basis: ['S8', 'domain 4.9'],
    label: { zh: '恢复', en: 'Resume' },
  },
  {
    row: EXTENSION,
    event: 'EXTEND',
    from: 'open',
    roles: ['approver_incharge', 'approver_head'],
    needs: ['clocks'],
    guards: ['runs_and_may_be_extended'],
    effects: ({ data }) => [
      { kind: 'extend_clock', clock: field(data, 'clock') as never },
      paper('extension_note', 'parties_told'),
    ],
    basis: ['S4', 'S5', 'C8', 'T12'],
    label: { zh: '延长期限', en: 'Extend a time limit' },
  },
  {
    row: 'deadline',
    event: 'DEADLINE_PASSED',
    from: 'open',
    roles: ['system'],
    isInternal: true,
    whileSuspended: true,
    effects: ({ data, profile }) => [
      notify(
        `overdue:${field(data, 'clock')}`,
        ...(profile.rules.escalate.clocks[field(data, 'clock')] ?? profile.rules.escalate.default),
      ),
    ],
    basis: ['domain 0.3', 'T8'],
    label: { zh: '期限届满', en: 'A deadline passed' },
  },
];
