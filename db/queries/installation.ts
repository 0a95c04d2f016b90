/** The one row about this database, its clock, and the person `system` in whose name clocks and links act. */
import type { Knex } from 'knex';
import type { Instant } from '../../src/domain/vocabulary.ts';

export interface Installation {
  readonly isSandbox: boolean;
  readonly now: Instant;
}

export async function findInstallation(db: Knex): Promise<Installation> {
  const { rows } = await db.raw<{ rows: { is_sandbox: boolean; now: Instant }[] }>(
    'select is_sandbox, iso_instant(leeway_now()) as now from installation',
  );
  const row = rows[0];
  if (!row) throw new Error('the installation row is missing');
  return { isSandbox: row.is_sandbox, now: row.now };
}

/** Marks an empty database as a sandbox for good. Answers false when it has cases and is not one. */
export async function markSandbox(db: Knex): Promise<boolean> {
  const { rows } = await db.raw<{ rows: { is_sandbox: boolean }[] }>(
    `update installation set is_sandbox = is_sandbox or not exists (select 1 from cases) returning is_sandbox`,
  );
  return rows[0]?.is_sandbox === true;
}

/** Sets the sandbox clock to an instant that lies ahead; answers false when it does not, or outside a sandbox. */
export async function advanceSandboxClock(db: Knex, to: Instant): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update installation set clock_offset = ?::timestamptz - statement_timestamp()
     where is_sandbox and ?::timestamptz >= leeway_now() returning 1`,
    [to, to],
  );
  return rows.length === 1;
}

/** Begins a sandbox's time at an instant, also one in the past, while it holds no case; answers false otherwise. */
export async function beginSandboxClock(db: Knex, at: Instant): Promise<boolean> {
  const { rows } = await db.raw<{ rows: unknown[] }>(
    `update installation set clock_offset = ?::timestamptz - statement_timestamp()
     where is_sandbox and not exists (select 1 from cases) returning 1`,
    [at],
  );
  return rows.length === 1;
}

/** Notes which master key this database is begun with, once; answers the fingerprint that is kept. */
export async function keepMasterKeyFingerprint(db: Knex, fingerprint: string): Promise<string> {
  const { rows } = await db.raw<{ rows: { master_key: string }[] }>(
    `update installation set master_key = coalesce(master_key, ?) returning master_key`,
    [fingerprint],
  );
  return (rows[0] as { master_key: string }).master_key;
}

/** The fingerprint of the master key this database was begun with; null for one that has none yet. */
export async function findMasterKeyFingerprint(db: Knex): Promise<string | null> {
  const { rows } = await db.raw<{ rows: { master_key: string | null }[] }>(
    'select master_key from installation',
  );
  return rows[0]?.master_key ?? null;
}
