/**
 * The closed vocabulary of what a transition asks of the world (design 1.2). Machines return effects as data;
 * the engine interprets them and the operation writes them in the step's own transaction.
 */
import type { Limit } from './limit.ts';
import type { ClockKey } from './profile.ts';
import type { CaseId, Instant, PersonId, Role } from './vocabulary.ts';

/** How a case hangs on its parent in the family. Read: the child `is … of` the parent. */
export const LINK_TYPES = [
  'allegation_of',
  'clarifies',
  'reviews_tolerance_of',
  'duplicate_of',
  'examines_accuser_of',
  'corrects',
  'serves_sanction_of',
  'appeals_against',
  'relies_on',
  'arises_from',
] as const;
export type LinkType = (typeof LINK_TYPES)[number];

/** The linked cases an event is sent to: all parents or all children of one procedure, or one case. */
export type LinkTarget =
  { readonly relation: 'parent' | 'child'; readonly procedure: string } | { readonly case: CaseId };

/**
 * Whom a paper or a notice goes to: a role, or the persons of a list kept in the case. `parties_told` stands for those
 * whom the procedure lets know at that point; no effect that is carried out still holds it.
 */
export type Recipient =
  Role | 'handling_dept' | 'discipline_organ' | 'other_body' | 'recipients_of_clarification' | 'parties_told';

export type EventData = Readonly<Record<string, unknown>>;

/** The part of a limit that a start of a clock may set itself. */
export type ClockLimit = Partial<Pick<Limit, 'amount' | 'unit' | 'extension' | 'endConvention' | 'rollOver'>>;

export type Effect =
  /**
   * `from` defaults to the instant of the step; `instance` tells apart clocks of one key (one per person, say). `limit`
   * replaces what the profile says of the key, where a table of the profile or a decision within its bounds sets it.
   */
  | {
      readonly kind: 'start_clock';
      readonly clock: ClockKey;
      readonly from?: Instant;
      readonly instance?: string;
      readonly limit?: ClockLimit;
    }
  | { readonly kind: 'stop_clock'; readonly clock: ClockKey; readonly instance?: string }
  /** Without `instance`, every clock of the key. */
  | { readonly kind: 'pause_clock'; readonly clock: ClockKey; readonly instance?: string }
  | { readonly kind: 'resume_clock'; readonly clock: ClockKey; readonly instance?: string }
  /** By the amount and cap of the profile; refused as a guard before it comes to this. */
  | { readonly kind: 'extend_clock'; readonly clock: ClockKey; readonly instance?: string }
  /** Suspension: exactly the clocks the profile lets a suspension pause (domain brief 4.9). */
  | { readonly kind: 'pause_clocks' }
  | { readonly kind: 'resume_clocks' }
  /** Added by the kit on every way into a closed state. */
  | { readonly kind: 'stop_all_clocks' }
  | {
      readonly kind: 'open_case';
      readonly procedure: string;
      readonly event: string;
      readonly data: EventData;
      readonly link: LinkType;
    }
  /** `ifAccepted`: tells those that listen in their present state; without it, one refusal refuses the whole step. */
  | {
      readonly kind: 'send_event';
      readonly to: LinkTarget;
      readonly event: string;
      readonly data: EventData;
      readonly ifAccepted?: true;
      /** Hangs this case on the receiver as well, from now on. */
      readonly link?: LinkType;
    }
  /** Which paper is owed, and to whom; drawing it is a later step's business. */
  | { readonly kind: 'issue_document'; readonly paper: string; readonly to: readonly Recipient[] }
  | { readonly kind: 'notify'; readonly who: readonly Recipient[]; readonly notice: string }
  | { readonly kind: 'request_recusal'; readonly person: PersonId; readonly ground: string }
  | { readonly kind: 'decide_recusal'; readonly person: PersonId; readonly granted: boolean }
  /** An entry in the journal and nothing else: notes and records. */
  | { readonly kind: 'record' };

export type EffectKind = Effect['kind'];

/** Every kind there is, for the start-up check: an effect the engine does not know is an error. */
export const EFFECT_KINDS: readonly EffectKind[] = [
  'start_clock',
  'stop_clock',
  'pause_clock',
  'resume_clock',
  'extend_clock',
  'pause_clocks',
  'resume_clocks',
  'stop_all_clocks',
  'open_case',
  'send_event',
  'issue_document',
  'notify',
  'request_recusal',
  'decide_recusal',
  'record',
];

export const startClock = (
  clock: ClockKey,
  more: { from?: Instant; instance?: string; limit?: ClockLimit } = {},
): Effect => ({
  kind: 'start_clock',
  clock,
  ...more,
});
export const stopClock = (clock: ClockKey, instance?: string): Effect =>
  instance === undefined ? { kind: 'stop_clock', clock } : { kind: 'stop_clock', clock, instance };
export const pauseClock = (clock: ClockKey, instance?: string): Effect =>
  instance === undefined ? { kind: 'pause_clock', clock } : { kind: 'pause_clock', clock, instance };
export const resumeClock = (clock: ClockKey, instance?: string): Effect =>
  instance === undefined ? { kind: 'resume_clock', clock } : { kind: 'resume_clock', clock, instance };
export const extendClock = (clock: ClockKey, instance: string): Effect => ({
  kind: 'extend_clock',
  clock,
  instance,
});
export const paper = (code: string, ...to: Recipient[]): Effect => ({
  kind: 'issue_document',
  paper: code,
  to,
});
export const notify = (notice: string, ...who: Recipient[]): Effect => ({ kind: 'notify', who, notice });
export const sendTo = (
  relation: 'parent' | 'child',
  procedure: string,
  event: string,
  data: EventData = {},
): Effect => ({ kind: 'send_event', to: { relation, procedure }, event, data });
/** Tells linked cases of something; those whose state does not listen stay as they are. */
export const tell = (
  relation: 'parent' | 'child',
  procedure: string,
  event: string,
  data: EventData = {},
): Effect => ({ kind: 'send_event', to: { relation, procedure }, event, data, ifAccepted: true });
export const openCase = (procedure: string, event: string, link: LinkType, data: EventData): Effect => ({
  kind: 'open_case',
  procedure,
  event,
  data,
  link,
});
