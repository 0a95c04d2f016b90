/** What travels about cases: requests, the case as its readers see it, its events, clocks, actions and family. */
import { z } from 'zod';
import { LEFT_UNITS, QUEUE_LIGHTS } from '../domain/queue-light.ts';
import { CaseId, PersonId } from '../domain/vocabulary.ts';

const Instant = z.iso.datetime().meta({ id: 'Instant', description: 'RFC 3339, UTC, three decimals' });
const Data = z.record(z.string(), z.unknown());
const Words = z.strictObject({ zh: z.string(), en: z.string() }).meta({ id: 'Words' });
const Version = z.int().positive();

export const OpenCaseRequest = z
  .strictObject({
    procedure: z.string().min(1).max(64),
    data: Data.default({}).meta({
      description: 'Data of the opening event; `event` names it where there are several',
    }),
    profile: z
      .string()
      .min(1)
      .max(64)
      .optional()
      .meta({ description: 'Policy profile; the default one when absent' }),
  })
  .meta({ id: 'OpenCaseRequest', examples: [{ procedure: 'complaint', data: { channel: 'letter' } }] });

export const ApplyEventRequest = z
  .strictObject({ type: z.string().min(1).max(64), data: Data.default({}) })
  .meta({ id: 'ApplyEventRequest', examples: [{ type: 'NOTE', data: { text: 'File received.' } }] });

export const Obligation = z
  .strictObject({
    code: z.string(),
    procedure: z.string(),
    row: z.string(),
    since: Instant,
    person: PersonId.optional(),
    act: z.string().optional(),
  })
  .meta({
    id: 'Obligation',
    description: 'What the case still owes to a procedure that has not taken it up',
  });

const CaseNumber = z.string().nullable().meta({
  description: 'What people call it, like `JB-2026-000123`; null for the second it takes to be given',
});

export const CaseView = z
  .strictObject({
    id: CaseId,
    number: CaseNumber,
    procedure: z.string(),
    procedureVersion: z.int(),
    profile: z.string().meta({ description: 'Hash of the pinned policy profile' }),
    version: Version,
    state: z.string(),
    regions: z
      .record(z.string(), z.string())
      .meta({ description: 'Every region of the chart with its state' }),
    isOpen: z.boolean(),
    isSuspended: z.boolean(),
    family: CaseId,
    subject: PersonId.nullable(),
    assignee: PersonId.nullable(),
    unit: z.string().nullable(),
    summary: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    obligations: z.array(Obligation),
    details: Data.meta({ description: 'What the case remembers; differs by procedure' }),
    accepts: z
      .array(z.string())
      .meta({ description: 'Events the present state accepts, whoever fires them' }),
    openedAt: Instant,
    updatedAt: Instant,
  })
  .meta({ id: 'Case' });
export type CaseView = z.infer<typeof CaseView>;

export const CaseListItem = CaseView.pick({
  id: true,
  number: true,
  procedure: true,
  version: true,
  state: true,
  isOpen: true,
  family: true,
  subject: true,
  assignee: true,
  summary: true,
  openedAt: true,
  updatedAt: true,
})
  .extend({
    nextDueAt: Instant.nullable(),
    nextDueOn: z
      .string()
      .nullable()
      .meta({ description: 'The same as a day, in the time zone of its profile' }),
    nextClock: z.string().nullable().meta({ description: 'The clock that is due next, or that is paused' }),
    isOverdue: z.boolean(),
    light: z.enum(QUEUE_LIGHTS),
    left: z.int().nullable().meta({ description: 'Days left, today not counted; negative once it is over' }),
    leftUnit: z.enum(LEFT_UNITS).nullable().meta({ description: 'Which days these are' }),
    assigneeName: z.string().nullable(),
    subjectName: z.string().nullable(),
  })
  .meta({ id: 'CaseListItem' });
export type CaseListItem = z.infer<typeof CaseListItem>;

export const CaseList = z
  .strictObject({ items: z.array(CaseListItem), nextCursor: z.string().nullable() })
  .meta({ id: 'CaseList' });

const Counts = z.record(z.string(), z.int());

export const CaseCounts = z
  .strictObject({
    total: z.int(),
    isCapped: z.boolean().meta({ description: 'There are more than were counted; every figure is a least' }),
    lights: z.record(z.enum(QUEUE_LIGHTS), z.int()),
    procedures: Counts,
    states: Counts.meta({ description: 'By code of the state, over all procedures' }),
  })
  .meta({ id: 'CaseCounts' });
export type CaseCounts = z.infer<typeof CaseCounts>;

export const CaseEventView = z
  .strictObject({
    id: z.string(),
    version: Version.nullable(),
    type: z.string(),
    label: Words.nullable(),
    time: Instant,
    recorded: Instant,
    actor: z.string().meta({ description: 'Pseudonym of the person in the journal' }),
    by: z.enum(['person', 'system', 'unnamed']).meta({
      description: 'Unnamed: a reporter, or somebody this reader does not learn the name of',
    }),
    person: PersonId.nullable().meta({ description: 'Who that is; null unless `by` is `person`' }),
    name: z.string().nullable(),
    outcome: z.string(),
    data: Data,
    effects: z.array(Data),
    reference: z.string().optional(),
    erased: z.array(z.string()).meta({ description: 'Names of disclosures that were erased' }),
  })
  .meta({ id: 'CaseEvent' });
export type CaseEventView = z.infer<typeof CaseEventView>;

export const CaseEventList = z
  .strictObject({ items: z.array(CaseEventView), nextCursor: z.string().nullable() })
  .meta({ id: 'CaseEventList' });

export const ClockView = z
  .strictObject({
    id: z.string(),
    clock: z.string(),
    label: Words.meta({ description: 'What has to be done' }),
    instance: z.string(),
    isRunning: z.boolean(),
    isPaused: z.boolean(),
    isOverdue: z.boolean(),
    startedAt: Instant,
    stoppedAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    dueOn: z.string().nullable(),
    light: z.enum(QUEUE_LIGHTS).meta({ description: 'None once it was stopped' }),
    left: z.int().nullable().meta({
      description:
        'Days left, today not counted; negative once it is over; null while paused and once stopped',
    }),
    leftUnit: z.enum(LEFT_UNITS).nullable().meta({ description: 'Which days these are' }),
    elapsed: z
      .int()
      .min(0)
      .max(100)
      .nullable()
      .meta({ description: 'Per cent of the time from start to due date that is gone; null while paused' }),
    limit: z.strictObject({ amount: z.int(), unit: z.string() }),
    startedBy: z
      .strictObject({ event: z.string(), label: Words.nullable() })
      .meta({ description: 'The event that started it' }),
    pauses: z.array(
      z.strictObject({
        from: Instant,
        to: Instant.nullable().meta({ description: 'Null while it lasts' }),
        because: Words.nullable().meta({ description: 'The event of this case that paused it' }),
      }),
    ),
    extensions: z.array(z.strictObject({ amount: z.int(), unit: z.string(), at: Instant })),
    mostExtensions: z.int().meta({ description: 'How often it may be extended' }),
    steps: z.array(z.looseObject({ code: z.string() })),
    warnings: z.array(z.looseObject({ code: z.string() })),
    alternative: z.looseObject({}).optional(),
    basis: z.array(z.string()),
  })
  .meta({ id: 'Clock' });
export type ClockView = z.infer<typeof ClockView>;

export const ClockList = z.strictObject({ items: z.array(ClockView) }).meta({ id: 'ClockList' });

export const ActionView = z
  .strictObject({
    event: z.string(),
    labels: z.array(Words),
    isAllowed: z.boolean(),
    refusal: z
      .strictObject({
        guard: z.string(),
        why: Words,
        basis: z.array(z.string()),
        couldAct: z.array(z.string()),
      })
      .nullable()
      .meta({ description: 'Why not for me, now; null where it is allowed or depends on the data only' }),
    roles: z.array(z.string()),
    basis: z.array(z.string()),
    when: z
      .strictObject({
        clock: z.string(),
        instance: z.string(),
        from: Instant.nullable().meta({ description: 'Possible from this instant on' }),
        until: Instant.nullable().meta({ description: 'Possible until this instant' }),
      })
      .nullable()
      .meta({ description: 'The clock that decides when, if one does; both ends null while it is paused' }),
    people: z.int().meta({ description: 'How many persons the act takes' }),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]).meta({
      description:
        'How weighty: 1 an ordinary step, 2 one that ends or extends something, 3 one that several persons take together',
    }),
    targets: z
      .array(z.strictObject({ state: z.string(), label: Words }))
      .meta({ description: 'States it may lead to; none where it changes no state' }),
    isPrimary: z.boolean().meta({ description: 'The step that takes the case on; one at most' }),
    schema: Data.meta({ description: 'JSON Schema of the data' }),
  })
  .meta({ id: 'Action' });
export type ActionView = z.infer<typeof ActionView>;

export const ActionList = z
  .strictObject({ state: z.string(), version: Version, items: z.array(ActionView) })
  .meta({ id: 'ActionList' });

export const ActView = z
  .strictObject({ case: CaseId, version: Version, type: z.string(), time: Instant })
  .meta({ id: 'Act', description: 'An accepted event that a person fired or took part in' });
export type ActView = z.infer<typeof ActView>;

export const ActList = z.strictObject({ items: z.array(ActView) }).meta({ id: 'ActList' });

export const FamilyView = z
  .strictObject({
    items: z.array(
      z.strictObject({
        id: CaseId,
        number: CaseNumber,
        procedure: z.string(),
        state: z.string(),
        isOpen: z.boolean(),
        version: Version,
        openedAt: Instant,
        nextDueAt: Instant.nullable(),
        nextDueOn: z.iso.date().nullable(),
        isOverdue: z.boolean(),
        light: z.enum(QUEUE_LIGHTS),
        left: z.int().nullable(),
        leftUnit: z.enum(LEFT_UNITS).nullable(),
        links: z.array(z.strictObject({ type: z.string(), parent: CaseId })),
      }),
    ),
  })
  .meta({ id: 'Family' });
export type FamilyView = z.infer<typeof FamilyView>;
