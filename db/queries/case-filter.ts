/** What narrows a list of cases down, as conditions on `cases c`: one text for the list and for what is counted of it. */
import { CASE_NUMBER, caseNumberOf } from '../../src/domain/case-number.ts';
import type { QueueLight } from '../../src/domain/queue-light.ts';
import type { Instant, PersonId, Role } from '../../src/domain/vocabulary.ts';
import { textArray } from './text-array.ts';

export interface CaseFilter {
  /** Names, separated by commas. */
  readonly procedure?: string;
  /** Codes, separated by commas. */
  readonly state?: string;
  /** How a complaint came in: codes, separated by commas. */
  readonly channel?: string;
  readonly assignee?: PersonId;
  readonly dueBefore?: Instant;
  readonly overdue?: boolean;
  readonly light?: QueueLight;
  readonly open?: boolean;
  /** Assigned to the asker or to whom they stand in for, or they are of its team. */
  readonly mine?: boolean;
  /** Nothing is left for the asker to do: it was theirs and is closed, or is in other hands. */
  readonly done?: boolean;
  /** A paper of the case was addressed to a role of the asker. */
  readonly copied?: boolean;
  readonly unassigned?: boolean;
  /** It belongs to the unit, or somebody of the unit is in charge of it. */
  readonly unit?: string;
  readonly openedFrom?: Instant;
  readonly openedTo?: Instant;
  readonly number?: string;
  readonly q?: string;
}

/** What a condition may need besides: the roles of the asker, and the lights of an instant. */
export interface Beside {
  readonly roles?: readonly Role[];
  readonly lights?: Lights;
}

/** Up to when a case is due soon, by the profile it is pinned to. */
export interface Lights {
  readonly at: Instant;
  readonly soon: Readonly<Record<string, Instant>>;
}

const HAS_CLOCK = `exists (select 1 from clocks k where k.tenant_id = c.tenant_id and k.case_id = c.id and k.is_active)`;
const IS_SOON = `c.next_due_at <= (:soon::jsonb->>c.profile_hash)::timestamptz`;

/** The light of `c` as `queueLight` has it. */
export const LIGHT = `case when not c.is_open then 'none'
  when c.next_due_at <= :lightAt::timestamptz then 'overdue' when ${IS_SOON} then 'due_soon'
  when c.next_due_at is not null then 'on_track' when ${HAS_CLOCK} then 'paused' else 'none' end`;

/** The same for one light, as conditions that an index can serve. */
const IS_LIT: Readonly<Record<QueueLight, string>> = {
  overdue: 'c.is_open and c.next_due_at <= :lightAt::timestamptz',
  due_soon: `c.is_open and c.next_due_at > :lightAt::timestamptz and c.next_due_at <= :latestSoon::timestamptz and ${IS_SOON}`,
  on_track: `c.is_open and c.next_due_at > :lightAt::timestamptz and (${IS_SOON}) is not true`,
  paused: `c.is_open and c.next_due_at is null and ${HAS_CLOCK}`,
  none: `(not c.is_open or (c.next_due_at is null and not ${HAS_CLOCK}))`,
};

const OF_TEAM = (ended: string) => `select t.case_id from case_team t
  where t.tenant_id = :tenant and t.person_id = any(stands_for(:tenant, :person)) and ${ended}`;
/** Whoever a case is assigned to is of its team, and so stays it when the case is closed. */
const MINE = `c.id = any(array(select m.id from cases m
    where m.tenant_id = :tenant and m.is_open and m.assignee = any(stands_for(:tenant, :person))
  union ${OF_TEAM('not t.is_ended')}))`;
const WAS_MINE = `c.id = any(array(${OF_TEAM('t.is_ended')}))`;
const DONE = `((not c.is_open and ${MINE}) or (${WAS_MINE} and not ${MINE}))`;
const COPIED = `exists (select 1 from papers p where p.tenant_id = c.tenant_id and p.case_id = c.id
  and jsonb_exists_any(p.recipients, :roles::text[]))`;
const OF_UNIT = `(c.unit = :inUnit or c.assignee = any(array(
    select g.person_id from grants g where g.tenant_id = :tenant and g.unit_id = :inUnit and g.withdrawn_at is null
    union select a.person_id from api_keys a where a.tenant_id = :tenant and a.unit = :inUnit and a.revoked_at is null)))`;
const NUMBERED = (condition: string) => `c.id = any(array(select n.case_id from case_numbers n
  where n.tenant_id = :tenant and ${condition} order by n.number limit 1000))`;
const IS_ASKED_FOR = `c.id::text like :prefix or c.subject = :q or c.assignee = :q or c.state = :q or c.procedure = :q`;

/** Only a complaint has a channel, and only complaints are in the index of them. */
const IS_COMPLAINT = `c.procedure = 'complaint'`;

/** What may be the beginning of a number. */
const BEGINS_A_NUMBER = /^[a-z]{2,3}-\d{0,4}(?:-\d{0,9})?$/i;

/** Whether a flag holds, where it was asked for at all. */
const flag = (wanted: boolean | undefined, condition: string) =>
  wanted !== undefined && (wanted ? condition : `not (${condition})`);

/** One value by `=`, so that an index keeps its order; several as a set. */
const oneOf = (column: string, name: string, given: string | undefined) =>
  given !== undefined &&
  (given.includes(',') ? `${column} = any(:${name}s::text[])` : `${column} = :${name}`);

/** The conditions of a filter, and what they bind besides `:tenant` and the asker. A light needs `beside.lights`. */
export function conditionsOf(
  filter: CaseFilter,
  { roles = [], lights }: Beside = {},
): { readonly conditions: string[]; readonly bound: Readonly<Record<string, string | boolean>> } {
  const { q } = filter;
  const mayBeNumber = q !== undefined && BEGINS_A_NUMBER.test(q);
  const conditions = [
    oneOf('c.procedure', 'procedure', filter.procedure),
    oneOf('c.state', 'state', filter.state),
    filter.channel !== undefined && IS_COMPLAINT,
    oneOf(`c.summary->>'channel'`, 'channel', filter.channel),
    filter.assignee !== undefined && 'c.assignee = :assignee and c.is_open',
    filter.dueBefore !== undefined && 'c.is_open and c.next_due_at < :dueBefore::timestamptz',
    filter.overdue !== undefined && 'c.is_overdue = :overdue and c.is_open',
    filter.light !== undefined && IS_LIT[filter.light],
    flag(filter.open, 'c.is_open'),
    flag(filter.mine, MINE),
    flag(filter.done, DONE),
    flag(filter.copied, COPIED),
    flag(filter.unassigned, '(c.assignee is null and c.is_open)'),
    filter.unit !== undefined && OF_UNIT,
    filter.openedFrom !== undefined && 'c.opened_at >= :openedFrom::timestamptz',
    filter.openedTo !== undefined && 'c.opened_at < :openedTo::timestamptz',
    filter.number !== undefined && NUMBERED('n.number = :number'),
    q !== undefined &&
      (mayBeNumber
        ? `(${IS_ASKED_FOR} or ${NUMBERED('(n.number = :wholeNumber or n.number like :numberPrefix)')})`
        : `(${IS_ASKED_FOR})`),
  ].filter((condition) => condition !== false);
  const { unit, number, light: _light, ...rest } = filter;
  return {
    conditions,
    bound: {
      ...rest,
      procedures: textArray(filter.procedure?.split(',') ?? []),
      states: textArray(filter.state?.split(',') ?? []),
      channels: textArray(filter.channel?.split(',') ?? []),
      roles: textArray(roles),
      ...(unit !== undefined && { inUnit: unit }),
      ...(number !== undefined && { number: caseNumberOf(number) ?? number }),
      ...(q !== undefined && {
        prefix: `${literal(q)}%`,
        wholeNumber: CASE_NUMBER.test(q) ? (caseNumberOf(q) ?? q) : q,
        numberPrefix: `${literal(q.toUpperCase())}%`,
      }),
      ...(lights && {
        lightAt: lights.at,
        soon: JSON.stringify(lights.soon),
        latestSoon: Object.values(lights.soon).sort().at(-1) ?? lights.at,
      }),
    },
  };
}

/** A text as a pattern that means itself. */
const literal = (text: string) => text.replaceAll(/[%_\\]/g, '\\$&');
