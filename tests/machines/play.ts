/**
 * Plays events on one machine, in memory and through JSON each time, as the database would. Vocabulary of the
 * machine tests: `fire` tries one event, `play` plays several, `refusedBy` looks at a no, `deeds` reads the effects.
 */
import { join } from 'node:path';
import type { Effect, EventData } from '../../src/domain/effect.ts';
import { splitEventData } from '../../src/domain/event-data.ts';
import type { Profile } from '../../src/domain/profile.ts';
import type { Instant } from '../../src/domain/vocabulary.ts';
import {
  blankSnapshot,
  isRefusal,
  step,
  type Accepted,
  type Refusal,
  type StoredSnapshot,
} from '../../src/engine/step.ts';
import type { Actor, CaseEvent, Facts, FamilyMember, Procedure } from '../../src/machines/procedure.ts';
import { loadProfiles } from '../../src/main/profiles.ts';
import { SYSTEM } from './people.ts';

export const PROFILES = loadProfiles({ builtinDir: join(import.meta.dirname, '../../profiles') });
export const PROFILE = PROFILES.get('cn-default') as Profile;

/** Day 0 of most scenarios, a Monday, ten in the morning in China; and some days later. */
export const DAY_0: Instant = '2025-06-09T02:00:00.000Z';
export const CASE = '01890000-0000-7000-8000-000000000001';
export const OTHER_CASE = '01890000-0000-7000-8000-000000000002';

export interface Played {
  readonly type: string;
  readonly by: Actor;
  readonly data?: EventData;
  /** The other persons the data name. */
  readonly with?: readonly Actor[];
  readonly facts?: Partial<Facts>;
  readonly profile?: Profile;
}

export const throughJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The snapshot from which an opening event starts. */
export { blankSnapshot as blank } from '../../src/engine/step.ts';

/** The event as a machine sees it: parsed by its schema, free text and identities taken out, facts stamped. */
export function asCaseEvent(procedure: Procedure, event: Played): CaseEvent {
  const schema = procedure.events[event.type];
  const people = Object.fromEntries((event.with ?? []).map((actor) => [actor.person, actor]));
  const given = event.data ?? {};
  return {
    type: event.type,
    data: schema ? splitEventData(schema, schema.parse(given)).data : given,
    facts: { at: DAY_0, case: CASE, version: 1, by: event.by, people, ...event.facts },
    profile: event.profile ?? PROFILE,
  };
}

export function fire(procedure: Procedure, stored: StoredSnapshot, event: Played): Accepted | Refusal {
  return step(procedure, throughJson(stored), asCaseEvent(procedure, event));
}

/** Plays events one after another from a fresh case; throws, naming the guard, where one is refused. */
export function play(procedure: Procedure, ...events: readonly Played[]): Accepted {
  return playFrom(procedure, blankSnapshot(procedure), ...events);
}

export function playFrom(procedure: Procedure, from: StoredSnapshot, ...events: readonly Played[]): Accepted {
  let last: Accepted | undefined;
  for (const event of events) {
    const result = fire(procedure, last?.snapshot ?? from, event);
    if (isRefusal(result)) throw new Error(`${event.type} refused: ${result.guard ?? result.refused}`);
    last = result;
  }
  if (!last) throw new Error('nothing was played');
  return last;
}

/** The guard (or the reason) for which an event is refused; null when it is accepted. */
export function refusedBy(procedure: Procedure, stored: StoredSnapshot, event: Played): string | null {
  const result = fire(procedure, stored, event);
  return isRefusal(result) ? (result.guard ?? result.refused) : null;
}

/** An event that the engine fires itself, through a link from another case. */
export const linked = (type: string, data: EventData = {}, facts: Partial<Facts> = {}): Played => ({
  type,
  by: SYSTEM,
  data,
  facts: { via: 'link', ...facts },
});

/** A case of the family, as guards of another case may know it. */
export const member = (
  procedure: string,
  state: string,
  more: Partial<Omit<FamilyMember, 'procedure' | 'state'>> = {},
): FamilyMember => ({
  case: OTHER_CASE,
  procedure,
  state,
  isOpen: true,
  relation: 'child',
  summary: {},
  ...more,
});

/** A stored case whose context differs in some fields. */
export const remembering = (stored: StoredSnapshot, fields: Readonly<Record<string, unknown>>) => ({
  ...stored,
  context: { ...stored.context, ...fields },
});

/** Effects as short lines, in order: `start report.verify`, `paper approval_sheet > handling_dept`. */
export const deeds = (effects: readonly Effect[]): string[] => effects.map(deed);

function deed(effect: Effect): string {
  switch (effect.kind) {
    case 'start_clock':
      return ['start', effect.clock, ...(effect.instance ? [`of ${effect.instance}`] : [])]
        .concat(effect.from === undefined || effect.from === DAY_0 ? [] : [`from ${effect.from}`])
        .join(' ');
    case 'stop_clock':
      return ['stop', effect.clock, ...(effect.instance ? [`of ${effect.instance}`] : [])].join(' ');
    case 'pause_clock':
    case 'resume_clock':
    case 'extend_clock':
      return [effect.kind.replace('_clock', ''), effect.clock]
        .concat(effect.instance ? [`of ${effect.instance}`] : [])
        .join(' ');
    case 'open_case':
      return `open ${effect.procedure} ${effect.event}`;
    case 'send_event': {
      const to = 'case' in effect.to ? effect.to.case : effect.to.procedure;
      return `${effect.ifAccepted ? 'tell' : 'send'} ${to} ${effect.event}`;
    }
    case 'issue_document':
      return `paper ${effect.paper} > ${effect.to.join(', ')}`;
    case 'notify':
      return `notify ${effect.notice} > ${effect.who.join(', ')}`;
    case 'request_recusal':
      return `recusal of ${effect.person} requested`;
    case 'decide_recusal':
      return `recusal of ${effect.person} ${effect.granted ? 'granted' : 'refused'}`;
    default:
      return effect.kind.replaceAll('_', ' ');
  }
}
