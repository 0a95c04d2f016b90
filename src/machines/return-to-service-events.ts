/** Data of the events of a sanction period and of the review of use after it, and what the case remembers of them. */
import { z } from 'zod';
import { freeText } from '../domain/event-data.ts';
import { CaseId, GivenDate, PersonId } from '../domain/vocabulary.ts';
import { PointCode } from './allegation-events.ts';
import type { BaseContext } from './procedure.ts';
import { eventData, members, SHARED_EVENTS } from './shared-rows.ts';

const Code = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const Months = z.int().positive().max(120);

export const GRADES = ['good', 'fair', 'poor'] as const;

/** What a review of use may come to (1.5). */
export const USE_RESULTS = ['normal_use', 'priority_use', 'hold', 're_supervise'] as const;
export type UseResult = (typeof USE_RESULTS)[number];

/** What has to be done with a sanction besides serving it (S2, S12). */
export const EXECUTION_DUTIES = ['personnel_file_entry', 'post_and_pay_changes', 'execution_report'] as const;

export const Events = {
  OPEN: eventData({
    decision: CaseId,
    subject: PersonId,
    act: PointCode.optional(),
    track: Code,
    measure: Code,
    effectiveOn: GivenDate,
  }),
  REGISTER_SANCTION: eventData({
    subject: PersonId,
    track: Code.meta({ description: 'Track of the sanction, as the profile lists them' }),
    measure: Code,
    effectiveOn: GivenDate.meta({
      description: 'The day the decision takes effect: the day it is made (S2)',
    }),
    decidedBy: Code.meta({ description: 'The body that decided' }),
    number: z.string().max(128).optional(),
    act: PointCode.optional().meta({ description: 'The act it is about: one act, one sanction (T24)' }),
  }),
  RETURN_VISIT: eventData({ visitedOn: GivenDate, grade: z.enum(GRADES), record: freeText(20_000) }),
  RECORD_NEW_VIOLATION: eventData({ reason: freeText() }),
  ADD_SANCTION: eventData({
    measure: Code,
    months: Months.meta({ description: 'What the merged period comes to, from the first day of the first' }),
    effectiveOn: GivenDate,
    other: CaseId.optional().meta({ description: 'The case of the further sanction, where it has one' }),
    reason: freeText().optional(),
  }),
  MERGED_INTO: eventData({ into: CaseId }),
  CONFIRM_LIFT: eventData({
    manner: z.enum(['automatic', 'written']),
    isRepentanceNoted: z.boolean(),
    deliveredOn: GivenDate.optional().meta({ description: 'When the written lifting was delivered' }),
    reason: freeText().optional(),
  }),
  OPEN_USE_REVIEW: eventData({
    meetsConditionsOfPost: z.boolean(),
    post: Code.optional(),
    reason: freeText().optional(),
  }),
  OPINION: eventData({ isClean: z.boolean(), opinion: freeText() }),
  DECIDE_USE: eventData({
    result: z.enum(USE_RESULTS),
    isCauseWorkRelated: z.boolean(),
    natures: z.array(Code).max(20).default([]).meta({ description: 'Listed natures that bar use, if any' }),
    hasStrongDispute: z.boolean().default(false),
    members,
    reason: freeText(),
  }),
  RESUME_USE_REVIEW: eventData({ reason: freeText() }),
  RECORD_EXECUTION: eventData({
    duty: z.enum(EXECUTION_DUTIES),
    doneOn: GivenDate,
    remark: freeText().optional(),
  }),
  SANCTION_CHANGED: eventData({ measure: Code }),
  SANCTION_CANCELLED: eventData({}),
  DEADLINE_PASSED: SHARED_EVENTS.DEADLINE_PASSED,
};

export interface ServedSanction {
  readonly measure: string;
  readonly months: number;
  readonly effectiveOn: string;
}

/** The sanction that is executed: of several the heaviest, which is the one with the longest term (S2). */
export const executedOf = (sanctions: readonly ServedSanction[]): ServedSanction | undefined =>
  sanctions.find(({ months }) => sanctions.every((other) => other.months <= months));

export interface ServiceContext extends BaseContext {
  /** The allegation on which it was decided; null for a decision of another body. */
  readonly decision: CaseId | null;
  readonly track: string | null;
  readonly act: string | null;
  readonly decidedBy: string | null;
  /** The sanctions that the period counts for, the first one first. */
  readonly sanctions: readonly ServedSanction[];
  /** Months of the period as it stands, from the first sanction's day. */
  readonly months: number | null;
  readonly visits: readonly { readonly visitedOn: string; readonly grade: (typeof GRADES)[number] }[];
  readonly hasNewViolation: boolean;
  readonly liftedOn: string | null;
  readonly isRecordClean: boolean | null;
  readonly useDecision: UseResult | null;
}

export const BLANK: Omit<ServiceContext, keyof BaseContext> = {
  decision: null,
  track: null,
  act: null,
  decidedBy: null,
  sanctions: [],
  months: null,
  visits: [],
  hasNewViolation: false,
  liftedOn: null,
  isRecordClean: null,
  useDecision: null,
};
