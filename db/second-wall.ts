/**
 * The second wall: a role of the database under which every read for an asker runs, bound by row-level security. A query
 * that forgot its condition gives nothing more than `mayKnow` would have let it.
 */
import type { Knex } from 'knex';
import type { Asking } from './queries/cases.ts';

export const WALL_ROLE = 'leeway_app';

/** Any number will do, so long as nothing else in the database uses it. */
const LOCK = 0x1ee7_3a72;

/** What a read for an asker may touch: rows of cases behind the policies, and what is nobody's secret or is sealed. */
const READABLE = [
  'assessments',
  'assessors',
  'batch_items',
  'batches',
  'break_glass',
  'case_links',
  'case_numbers',
  'case_persons',
  'case_presence',
  'case_team',
  'cases',
  'clocks',
  'drafts',
  'duties',
  'evidence',
  'grants',
  'identity_marks',
  'installation',
  'journal',
  'journal_leaf',
  'journal_log',
  'journal_sealed',
  'papers',
  'people',
  'policy_profiles',
  'portal_messages',
  'recusals',
  'seal_keys',
  'units',
];

/** Columns of `api_keys` that may be read: never the hash of a secret. */
const OF_KEYS = ['tenant_id', 'person_id', 'roles', 'unit', 'revoked_at', 'expires_at'];

/**
 * Makes the role where it is missing, lets the program's own user take it on, and gives it its reads; all of it only
 * where the user may. Answers whether the wall stands.
 */
export async function raiseSecondWall(db: Knex): Promise<boolean> {
  for (const attempt of [MAKE_ROLE, MAKE_MEMBER, GRANT_READS]) await db.raw(attempt);
  const { rows } = await db.raw<{ rows: { stands: boolean }[] }>(
    `select exists (select 1 from pg_roles r where r.rolname = ? and not r.rolsuper and not r.rolbypassrls
       and pg_has_role(current_user, r.oid, 'member') and has_table_privilege(r.oid, 'cases', 'select')) as stands`,
    [WALL_ROLE],
  );
  return rows[0]?.stands === true;
}

const MAKE_ROLE = `do $$ begin
  if not exists (select 1 from pg_roles where rolname = '${WALL_ROLE}') then create role ${WALL_ROLE} nologin; end if;
exception when duplicate_object or unique_violation or insufficient_privilege then null; end $$`;

const MAKE_MEMBER = `do $$ begin
  if exists (select 1 from pg_roles where rolname = '${WALL_ROLE}')
    and not pg_has_role(current_user, '${WALL_ROLE}', 'member') then
    execute format('grant ${WALL_ROLE} to %I', current_user);
  end if;
exception when insufficient_privilege or unique_violation then null; end $$`;

const GRANT_READS = `do $$ declare wanted text; begin
  if not exists (select 1 from pg_roles where rolname = '${WALL_ROLE}') then return; end if;
  perform pg_advisory_xact_lock(${LOCK}); -- several processes may start at once
  if not has_schema_privilege('${WALL_ROLE}', current_schema(), 'usage') then
    execute format('grant usage on schema %I to ${WALL_ROLE}', current_schema());
  end if;
  foreach wanted in array array[${READABLE.map((table) => `'${table}'`).join(', ')}] loop
    if not has_table_privilege('${WALL_ROLE}', wanted, 'select') then
      execute format('grant select on %I to ${WALL_ROLE}', wanted);
    end if;
  end loop;
  if not has_column_privilege('${WALL_ROLE}', 'api_keys', 'person_id', 'select') then
    grant select (${OF_KEYS.join(', ')}) on api_keys to ${WALL_ROLE};
  end if;
exception when insufficient_privilege then null; end $$`;

/** Who reads behind the wall; an auditor sees the journal of every case that does not concern them. */
export interface Reader extends Asking {
  readonly isAuditor: boolean;
}

/**
 * Runs reads behind the wall, in one transaction that holds nothing else: role and asker are set for it alone, so that a
 * pooled connection carries neither to the next. Reads given to `work` go through its own handle and no other.
 */
export const behindWall = <T>(
  db: Knex,
  tenant: string,
  { sees, person, unit, bodies, isAuditor }: Reader,
  work: (db: Knex) => Promise<T>,
): Promise<T> =>
  db.transaction(async (trx) => {
    await trx
      .raw(
        `select set_config('role', '${WALL_ROLE}', true), set_config('leeway.tenant', ?, true),
           set_config('leeway.sees', ?, true), set_config('leeway.person', ?, true), set_config('leeway.unit', ?, true),
           set_config('leeway.bodies', coalesce(?, ''), true), set_config('leeway.auditor', ?, true)`,
        [tenant, sees, person, unit ?? '', bodies, isAuditor ? 'on' : ''],
      )
      .options({ name: 'second-wall' });
    return work(trx);
  });
