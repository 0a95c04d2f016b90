/**
 * Data of the events of an appeal, and what the case remembers of them. What is decided is codes; what people say and
 * why a body decides is free text, kept apart and never judged.
 */
import { z } from 'zod';
import { freeText } from '../domain/event-data.ts';
import { OUTCOME_CODES } from '../domain/tolerance.ts';
import { CaseId, GivenDate, type Instant, PersonId } from '../domain/vocabulary.ts';
import { DECISIONS, MEASURES } from './allegation-events.ts';
import { FINDING_CODES } from './allegation-findings.ts';
import { CIRCLES, type Circle } from './clarification-events.ts';
import type { BaseContext } from './procedure.ts';
import { eventData, members, SHARED_EVENTS } from './shared-rows.ts';
import { DELIVERY_MANNERS } from './tolerance-review-events.ts';

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const ActCode = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
const Step = z.int().min(1).max(5).meta({ description: 'Step of the track, counted from 1' });

/** What an appeal may come to (S2, S5). */
export const RESULTS = ['uphold', 'revoke_redo', 'vary'] as const;
export type AppealResult = (typeof RESULTS)[number];

/** What a decision is revoked for, to be made anew. */
export const REVOKING_GROUNDS = [
  'facts_unclear',
  'evidence_thin',
  'procedure_breach',
  'beyond_power',
] as const;
/** What a decision is varied for. */
export const VARYING_GROUNDS = ['law_misapplied', 'circumstances_wrong', 'improper'] as const;
export const GROUNDS = [...REVOKING_GROUNDS, ...VARYING_GROUNDS] as const;
export type AppealGround = (typeof GROUNDS)[number];

/** Why an appeal is not taken in. */
export const APPEAL_REFUSALS = [
  'not_competent',
  'out_of_time',
  'not_a_decision',
  'duplicate',
  'not_cured',
] as const;

/** What has to be done once a decision fell or became lighter. */
export const EXECUTION_ITEMS = [
  'level_and_pay_restored',
  'post_arranged',
  'pay_loss_compensated',
  'name_restored',
  'personnel_file_corrected',
  'decision_replaced',
] as const;
export type ExecutionItem = (typeof EXECUTION_ITEMS)[number];

const filing = {
  receivedOn: GivenDate.meta({ description: 'The day the appeal reached the body' }),
  filedBy: z
    .enum(['person', 'near_relative'])
    .default('person')
    .meta({ description: 'A near relative files for whoever is incapable or dead' }),
  grounds: freeText(20_000),
};

const AnnouncedIn = z.enum(CIRCLES).meta({ description: 'Where the decision was announced' });

export const Events = {
  OPEN: eventData({
    on: CaseId,
    subject: PersonId,
    track: Code,
    step: Step,
    deliveredOn: GivenDate.optional(),
    circle: AnnouncedIn.optional(),
    decision: z.enum(DECISIONS).optional(),
    measure: z.enum(MEASURES).optional(),
    earlierStep: CaseId.optional().meta({ description: 'The appeal of the step before' }),
  }),
  FILE: eventData({
    on: CaseId.optional().meta({ description: 'The decided case; needed where no window is open' }),
    subject: PersonId.optional().meta({ description: 'Whose appeal it is, where the case concerns several' }),
    track: Code.optional().meta({ description: 'Track of appeal, as the profile lists them' }),
    step: Step.default(1),
    deliveredOn: GivenDate.optional().meta({
      description: 'The day the decision arrived; the window counts from it',
    }),
    circle: AnnouncedIn.optional(),
    lateReason: Code.optional().meta({ description: 'Listed reason, where it comes late' }),
    obstacleEndedOn: GivenDate.optional(),
    ...filing,
  }),
  FILE_LATE: eventData({ lateReason: Code, obstacleEndedOn: GivenDate, ...filing }),
  DEADLINE_PASSED: SHARED_EVENTS.DEADLINE_PASSED,
  ASK_CURE: eventData({ missing: z.array(Code).min(1).max(20), explanation: freeText().optional() }),
  CURE: eventData({ evidence: z.array(z.string().min(1).max(128)).max(100).default([]) }),
  ACCEPT: eventData({
    lateness: z.enum(['was_in_time', 'excused']).optional().meta({
      description:
        'What the body holds of a late filing: its last day gave way after all, or it came within the term after the obstacle ended. People count that term; it is not computed here',
    }),
  }),
  REFUSE_INTAKE: eventData({ reason: z.enum(APPEAL_REFUSALS), explanation: freeText() }),
  HEAR: eventData({ heardOn: GivenDate, record: freeText(20_000) }),
  WITHDRAW: eventData({ isInWriting: z.boolean(), reason: freeText().optional() }),
  END_WITHDRAWN: eventData({}),
  DECIDE: eventData({
    result: z.enum(RESULTS),
    ground: z.enum(GROUNDS).optional(),
    decision: z.enum(DECISIONS).optional().meta({ description: 'The decision as varied' }),
    measure: z.enum(MEASURES).optional(),
    minorHandling: Code.optional(),
    finding: z.enum(FINDING_CODES).optional(),
    determinations: z
      .array(z.strictObject({ act: ActCode, outcome: z.enum(OUTCOME_CODES) }))
      .max(100)
      .optional()
      .meta({ description: 'Results on tolerance as varied, of the person whose appeal it is' }),
    considerTolerance: z
      .boolean()
      .default(false)
      .meta({ description: 'Tolerance is sent back to be considered' }),
    reason: freeText(20_000),
    members,
  }),
  DELIVER: eventData({ deliveredOn: GivenDate, manner: z.enum(DELIVERY_MANNERS) }),
  EXECUTE: eventData({
    item: z.enum(EXECUTION_ITEMS),
    doneOn: GivenDate,
    circle: z.enum(CIRCLES).optional().meta({ description: 'Where the name was restored' }),
    outcome: z
      .enum(['done', 'nothing_to_do'])
      .default('done')
      .meta({ description: 'Nothing to do: no pay was lost, no post was taken' }),
    record: freeText().optional(),
  }),
  CLOSE_EXECUTION: eventData({}),
};

export interface ItemDone {
  readonly item: ExecutionItem;
  readonly doneOn: string;
  readonly outcome: 'done' | 'nothing_to_do';
}

export interface AppealContext extends BaseContext {
  readonly on: string | null;
  /** What kind of case `on` is. */
  readonly onProcedure: string | null;
  readonly track: string | null;
  readonly step: number;
  readonly earlierStep: string | null;
  /** When what is appealed against arrived at the person. */
  readonly deliveredOn: string | null;
  /** Where the decision was announced; the name is restored there and nowhere else (T22). */
  readonly circle: Circle | null;
  readonly decision: string | null;
  readonly measure: string | null;
  readonly minorHandling: string | null;
  readonly finding: string | null;
  readonly sanctionTrack: string | null;
  /** The instant at which the window was over. */
  readonly windowEndedAt: Instant | null;
  readonly receivedOn: string | null;
  readonly filedBy: string | null;
  readonly isLate: boolean;
  readonly lateReason: string | null;
  readonly obstacleEndedOn: string | null;
  readonly hasAskedForCure: boolean;
  /** The body ruled on acceptance; where the track makes filing acceptance, it never does unless the filing is late. */
  readonly isAccepted: boolean;
  readonly refusalReason: string | null;
  /** Who has sat on it so far; nobody of them sits on a further step (T14). */
  readonly panel: readonly string[];
  readonly isHeard: boolean;
  readonly hasWithdrawn: boolean;
  readonly result: AppealResult | null;
  readonly ground: string | null;
  readonly considerTolerance: boolean;
  readonly decidedAt: Instant | null;
  /** Members who did not vote for the decision. */
  readonly minority: readonly string[];
  readonly resultDeliveredOn: string | null;
  readonly toDo: readonly ExecutionItem[];
  readonly done: readonly ItemDone[];
  /** The further step whose window the delivery opened. */
  readonly nextStep: number | null;
}

export const BLANK: Omit<AppealContext, keyof BaseContext> = {
  on: null,
  onProcedure: null,
  track: null,
  step: 1,
  earlierStep: null,
  deliveredOn: null,
  circle: null,
  decision: null,
  measure: null,
  minorHandling: null,
  finding: null,
  sanctionTrack: null,
  windowEndedAt: null,
  receivedOn: null,
  filedBy: null,
  isLate: false,
  lateReason: null,
  obstacleEndedOn: null,
  hasAskedForCure: false,
  isAccepted: false,
  refusalReason: null,
  panel: [],
  isHeard: false,
  hasWithdrawn: false,
  result: null,
  ground: null,
  considerTolerance: false,
  decidedAt: null,
  minority: [],
  resultDeliveredOn: null,
  toDo: [],
  done: [],
  nextStep: null,
};
