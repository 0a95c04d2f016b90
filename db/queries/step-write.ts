/**
 * The one write of a step: cases by compare-and-set, their journal entries, clocks, links, duties, recusals and the
 * answered request, in one data-modifying statement. A group is what stands or falls together (a step with its linked
 * cases); any number of groups go in at once, and those whose versions have moved on are left out.
 */
import type { Knex } from 'knex';
import type { Instant, PersonId } from '../../src/domain/vocabulary.ts';
import type { ClockRow } from '../../src/engine/clock-effects.ts';
import type { CaseRow } from './step-read.ts';

/** A case as the step leaves it; `expected` is the version it was read at, 0 for a case that opens. */
export interface Move extends CaseRow {
  readonly expected: number;
}

/** A journal row with the disclosures its leaf commits to. Bytes travel as hexadecimal. */
export interface Entry {
  readonly id: string;
  readonly type: string;
  readonly case_id: string | null;
  readonly seq: number | null;
  readonly at_version: number | null;
  readonly actor: string;
  readonly procedure: string | null;
  readonly outcome: string;
  readonly occurred_at: Instant;
  readonly recorded_at: Instant;
  readonly leaf: string;
  readonly leaf_hash: string;
}

export interface Sealed {
  readonly entry_id: string;
  readonly name: string;
  readonly disclosure: string | null;
  readonly sealed: string | null;
  readonly key_id: string | null;
}

export interface StepGroup {
  readonly moves: readonly Move[];
  readonly entries: readonly Entry[];
  readonly sealed: readonly Sealed[];
  readonly keys?: readonly { id: string; purpose: string; wrapped: string; wrapped_by?: string }[];
  readonly clocks?: readonly (ClockRow & { case_id: string })[];
  readonly links?: readonly { child_id: string; parent_id: string; type: string }[];
  readonly duties?: readonly {
    family_id: string;
    person_id: string;
    slot: string;
    duty: string;
    case_id: string;
  }[];
  readonly recusals?: readonly {
    family_id: string;
    person_id: string;
    status: string;
    ground: string;
    case_id: string;
    changed_at: Instant;
  }[];
  /** Whom a case concerns from this step on. */
  readonly persons?: readonly { readonly person_id: PersonId; readonly case_id: string }[];
  /** Who works on a case from this step on; whoever did before and is not named here does no more. */
  readonly team?: readonly {
    readonly case_id: string;
    readonly family_id: string;
    readonly person_id: PersonId;
  }[];
  /** Keyed hashes of an identity that this step seals. */
  readonly marks?: readonly { readonly case_id: string; readonly mark: string }[];
  readonly answer?: {
    caller: string;
    key: string;
    fingerprint: string;
    case_id: string;
    version: number;
    status: number;
  };
  /** Alarms this step records, by clock and rank; each must be the one that clock waits for, or the group is left out. */
  readonly fires?: readonly { id: string; alarm: number }[];
}

/** Named apart from the tables, which they would hide. */
const table = (name: keyof StepGroup | 'answers', columns: string) =>
  `given_${name} as (select * from jsonb_to_recordset((select j from input)->'${name}') as x(g int, ${columns}))`;

const CASE_FIELDS = `id uuid, expected int, family_id uuid, procedure text, procedure_version int, definition_hash text,
  profile_hash text, seal_key_id uuid, version int, state text, value jsonb, context jsonb, summary jsonb,
  is_open boolean, subject text, assignee text, unit text, opened_by text, head_hash text, next_due_at timestamptz,
  is_overdue boolean, opened_at timestamptz, updated_at timestamptz`;

/** The body that handles a case: that of its family, which is that of the unit that opened the first of it. */
const HOME = `case when m.id = m.family_id then body_of(?, m.unit) else coalesce(
          (select f.home from cases f where f.tenant_id = ? and f.id = m.family_id),
          (select body_of(?, r.unit) from given_moves r where r.g = m.g and r.id = m.family_id and r.expected = 0)) end`;

/** Parts a statement has only when some group needs them: a plain step stays a short statement. */
const PARTS: Record<string, readonly [source: string, write: string]> = {
  opened: [
    '',
    `opened as (
      insert into cases (tenant_id, id, family_id, procedure, procedure_version, definition_hash, profile_hash,
        seal_key_id, version, state, value, context, summary, is_open, subject, assignee, unit, opened_by, head_hash,
        next_due_at, is_overdue, opened_at, updated_at, home, closed_at)
      select ?, m.id, m.family_id, m.procedure, m.procedure_version, m.definition_hash, m.profile_hash, m.seal_key_id,
        m.version, m.state, m.value, m.context, m.summary, m.is_open, m.subject, m.assignee, m.unit, m.opened_by,
        decode(m.head_hash, 'hex'), m.next_due_at, m.is_overdue, m.opened_at, m.updated_at, ${HOME},
        case when not m.is_open then m.updated_at end
      from given_moves m join good using (g) where m.expected = 0)`,
  ],
  keys: [
    table('keys', `id uuid, purpose text, wrapped text, wrapped_by text`),
    `written_keys as (
      insert into seal_keys (tenant_id, id, purpose, wrapped, wrapped_by)
      select ?, x.id, x.purpose, decode(x.wrapped, 'hex'), x.wrapped_by from given_keys x join good using (g))`,
  ],
  clocks: [
    table(
      'clocks',
      `id uuid, case_id uuid, key text, instance text, ledger jsonb, "dueAt" timestamptz, "isActive" boolean,
       "firedAt" timestamptz, alarm int, "nextAlarmAt" timestamptz`,
    ),
    `written_clocks as (
      insert into clocks (tenant_id, id, case_id, key, instance, ledger, due_at, is_active, fired_at, alarm, next_alarm_at)
      select ?, x.id, x.case_id, x.key, x.instance, x.ledger, x."dueAt", x."isActive", x."firedAt",
        x.alarm, x."nextAlarmAt"
      from given_clocks x join good using (g)
      on conflict (tenant_id, id) do update set ledger = excluded.ledger, due_at = excluded.due_at,
        is_active = excluded.is_active, fired_at = excluded.fired_at, alarm = excluded.alarm,
        next_alarm_at = excluded.next_alarm_at)`,
  ],
  links: [
    table('links', `child_id uuid, parent_id uuid, type text`),
    `written_links as (
      insert into case_links (tenant_id, child_id, parent_id, type)
      select ?, x.child_id, x.parent_id, x.type from given_links x join good using (g) on conflict do nothing)`,
  ],
  duties: [
    table('duties', `family_id uuid, person_id text, slot text, duty text, case_id uuid`),
    `written_duties as (
      insert into duties (tenant_id, family_id, person_id, slot, duty, case_id)
      select ?, x.family_id, x.person_id, x.slot, x.duty, x.case_id from given_duties x join good using (g)
      on conflict (tenant_id, family_id, person_id, slot) do update set duty = same_duty(duties.duty, excluded.duty))`,
  ],
  recusals: [
    table(
      'recusals',
      `family_id uuid, person_id text, status text, ground text, case_id uuid, changed_at timestamptz`,
    ),
    `written_recusals as (
      insert into recusals (tenant_id, family_id, person_id, status, ground, case_id, changed_at)
      select ?, x.family_id, x.person_id, x.status, x.ground, x.case_id, x.changed_at from given_recusals x join good using (g)
      on conflict (tenant_id, family_id, person_id)
        do update set status = next_recusal(recusals.status, excluded.status), changed_at = excluded.changed_at)`,
  ],
  persons: [
    table('persons', `person_id text, case_id uuid`),
    `written_persons as (
      insert into case_persons (tenant_id, person_id, case_id)
      select ?, x.person_id, x.case_id from given_persons x join good using (g) on conflict do nothing)`,
  ],
  team: [
    table('team', `case_id uuid, family_id uuid, person_id text`),
    `left_out as (
      update case_team t set is_ended = true from (select distinct x.case_id from given_team x join good using (g)) x
      where t.tenant_id = ? and t.case_id = x.case_id and not t.is_ended
        and not exists (select 1 from given_team y where y.case_id = t.case_id and y.person_id = t.person_id)),
    written_team as (
      insert into case_team (tenant_id, case_id, family_id, person_id)
      select ?, x.case_id, x.family_id, x.person_id from given_team x join good using (g)
      on conflict (tenant_id, case_id, person_id) do update set is_ended = false)`,
  ],
  marks: [
    table('marks', `case_id uuid, mark text`),
    `written_marks as (
      insert into identity_marks (tenant_id, mark, case_id)
      select ?, decode(x.mark, 'hex'), x.case_id from given_marks x join good using (g) on conflict do nothing)`,
  ],
  answers: [
    table('answers', `caller text, key text, fingerprint text, case_id uuid, version int, status int`),
    `written_answers as (
      insert into idempotency_keys (tenant_id, caller, key, fingerprint, case_id, version, status)
      select ?, x.caller, x.key, decode(x.fingerprint, 'hex'), x.case_id, x.version, x.status
      from given_answers x join good using (g))`,
  ],
};

function statementOf(parts: readonly string[], fires: boolean): string {
  const sources = parts.map((part) => PARTS[part]?.[0]).filter((source) => source !== '');
  const unfired = fires
    ? `, ${table('fires', 'id uuid, alarm int')},
       stale_fires as (select f.g from given_fires f left join clocks k
         on k.tenant_id = ? and k.id = f.id and k.is_active and k.alarm = f.alarm where k.id is null)`
    : '';
  return `
    with input as (select ?::jsonb as j),
    ${table('moves', CASE_FIELDS)},
    ${table('entries', `id uuid, type text, case_id uuid, seq int, at_version int, actor text, procedure text, outcome text, occurred_at timestamptz, recorded_at timestamptz, leaf text, leaf_hash text`)},
    ${table('sealed', `entry_id uuid, name text, disclosure text, sealed text, key_id uuid`)}
    ${sources.map((source) => `, ${source}`).join('\n')}${unfired},
    held as (
      select m.g, c.id from (select * from given_moves where expected > 0 order by id) m
      cross join lateral (select c.id from cases c
        where c.tenant_id = ? and c.id = m.id and c.version = m.expected for update) c
    ),
    good as (
      select e.g from (select distinct g from given_entries) e
      where not exists (
        select 1 from given_moves m where m.g = e.g and m.expected > 0
          and not exists (select 1 from held where held.g = m.g and held.id = m.id))
      ${fires ? 'and e.g not in (select g from stale_fires)' : ''}
    ),
    moved as (
      update cases c set procedure_version = m.procedure_version, definition_hash = m.definition_hash, version = m.version, state = m.state, value = m.value, context = m.context,
        summary = m.summary, is_open = m.is_open, subject = m.subject, assignee = m.assignee, unit = m.unit,
        head_hash = decode(m.head_hash, 'hex'), next_due_at = m.next_due_at, is_overdue = m.is_overdue,
        updated_at = m.updated_at,
        closed_at = case when m.is_open then null when c.is_open then m.updated_at else coalesce(c.closed_at, c.updated_at) end
      from given_moves m join good using (g)
      where c.tenant_id = ? and c.id = m.id and c.version = m.expected and m.expected > 0
    ),
    written as (
      insert into journal (tenant_id, id, type, case_id, seq, at_version, actor, procedure, outcome, occurred_at,
        recorded_at, leaf, leaf_hash)
      select ?, x.id, x.type, x.case_id, x.seq, x.at_version, x.actor, x.procedure, x.outcome, x.occurred_at,
        x.recorded_at, decode(x.leaf, 'hex'), decode(x.leaf_hash, 'hex')
      from given_entries x join good using (g)
    ),
    queued as (
      insert into journal_queue (tenant_id, entry_id)
      select ?, x.id from given_entries x join good using (g) order by x.g, x.seq
    ),
    disclosed as (
      insert into journal_sealed (tenant_id, entry_id, name, disclosure, sealed, key_id)
      select ?, x.entry_id, x.name, x.disclosure, decode(x.sealed, 'hex'), x.key_id from given_sealed x join good using (g)
    )
    ${parts.map((part) => `, ${PARTS[part]?.[1] ?? ''}`).join('\n')}
    select g from good`;
}

/**
 * Writes groups of steps in one statement. Answers whether each group was written: false means that one of its
 * cases has moved on since it was read, and that nothing of the group was kept. Rejects when a duty is held by the
 * person already (`exclusion_violation`) or the request was answered meanwhile (unique violation); then nothing of
 * any group is kept.
 */
export async function writeSteps(db: Knex, tenant: string, groups: readonly StepGroup[]): Promise<boolean[]> {
  const rows = (name: keyof StepGroup) =>
    groups.flatMap((group, g) => ((group[name] ?? []) as readonly object[]).map((row) => ({ g, ...row })));
  const answers = groups.flatMap(({ answer }, g) => (answer ? [{ g, ...answer }] : []));
  const input: Record<string, readonly object[]> = {
    moves: rows('moves'),
    entries: rows('entries'),
    sealed: rows('sealed'),
    keys: rows('keys'),
    clocks: rows('clocks'),
    links: rows('links'),
    duties: rows('duties'),
    recusals: rows('recusals'),
    persons: rows('persons'),
    team: rows('team'),
    marks: rows('marks'),
    answers,
    fires: rows('fires'),
  };
  const isUsed = (part: string) =>
    part === 'opened'
      ? rows('moves').some((move) => (move as unknown as Move).expected === 0)
      : (input[part]?.length ?? 0) > 0;
  const parts = Object.keys(PARTS).filter(isUsed);
  const fires = isUsed('fires');
  const text = statementOf(parts, fires);
  const tenants = Array<string>(text.split('?').length - 2).fill(tenant);
  const { rows: written } = await db
    .raw<{ rows: { g: number }[] }>(text, [JSON.stringify(input), ...tenants])
    .options({ name: `step-write ${parts.join('+')}${fires ? '+fires' : ''}` });
  const good = new Set(written.map(({ g }: { g: number }) => g));
  return groups.map((_, g) => good.has(g));
}
