/** What a step is planned from, and what a plan is: values between the operations that read, plan and write. */
import type { CaseRow } from '../../db/queries/step-read.ts';
import type { StepGroup } from '../../db/queries/step-write.ts';
import type { Effect, EventData } from '../domain/effect.ts';
import type { CaseId, Instant, PersonId } from '../domain/vocabulary.ts';
import type { ClockRow } from '../engine/clock-effects.ts';
import type { Refusal } from '../engine/step.ts';
import type { ActFact, Actor, ElsewhereCase, Procedure } from '../machines/procedure.ts';
import type { PinnedProfile } from './runtime.ts';

/** A case as read: its row, its running clocks, and its family's key as stored (hexadecimal, wrapped). */
export interface LoadedCase {
  readonly row: CaseRow;
  readonly clocks: readonly ClockRow[];
  readonly wrappedKey: string;
}

export interface FamilyRead {
  /** The family, and cases of other families that the step asked for by id. */
  readonly cases: readonly LoadedCase[];
  readonly links: readonly { readonly child: CaseId; readonly parent: CaseId; readonly type: string }[];
  readonly asked: readonly CaseId[];
}

/** What other families hold about persons; `persons` are those who were looked up. */
export interface ElsewhereRead {
  readonly persons: readonly PersonId[];
  readonly cases: readonly ElsewhereCase[];
}

export interface PlanInput {
  readonly at: Instant;
  readonly recorded: Instant;
  readonly by: Actor;
  /** The pseudonym under which the journal knows the actor. */
  readonly pseudonym: string;
  readonly people: Readonly<Record<PersonId, Actor>>;
  readonly root:
    | LoadedCase
    | { readonly opens: Procedure; readonly profile: PinnedProfile; readonly anchor: LoadedCase | null };
  readonly family: FamilyRead | null;
  readonly acts: readonly ActFact[] | null;
  readonly elsewhere?: ElsewhereRead | null;
  /** Whom of those the event gives a part to a conflict bars; absent for nobody. */
  readonly barred?: readonly PersonId[];
  readonly event: {
    readonly type: string;
    readonly data: EventData;
    readonly text: EventData;
    readonly identity: EventData;
  };
  readonly via?: 'clock';
  readonly fires?: { readonly id: string };
  readonly answer?: {
    readonly caller: string;
    readonly key: string;
    readonly fingerprint: string;
    readonly status: number;
  };
}

export interface Plan {
  readonly group: StepGroup;
  /** The case the event was for, as the plan leaves it. */
  readonly row: CaseRow;
  /** The row of the table it took. */
  readonly taken: string;
  /** What that row asked for. */
  readonly effects: readonly Effect[];
}

/** What has to be read before the step can be planned; cases of other families by id, or by whom they are about. */
export interface Needs {
  readonly needs: {
    readonly family: boolean;
    readonly acts: boolean;
    readonly cases: readonly CaseId[];
    readonly elsewhere: readonly PersonId[];
  };
}

export interface PlanRefusal {
  readonly refusal: Refusal;
  readonly row: CaseRow | null;
}
