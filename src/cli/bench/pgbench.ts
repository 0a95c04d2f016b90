/**
 * The yardstick: pgbench sending the writes of one step, in one statement, to the same server. What HTTP, rights,
 * validation and the journal's own work cost shows as the ratio to this.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { UsageError } from '../program.ts';

const run = promisify(execFile);

/** Where Debian's packages put it, besides the path. */
const DEBIAN = '/usr/lib/postgresql';

/** The program, or a UsageError that says what to install. */
export function findPgbench(): string {
  if (spawnSync('pgbench', ['--version']).status === 0) return 'pgbench';
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const found = versions.map((version) => join(DEBIAN, version, 'bin', 'pgbench')).find(existsSync);
  if (found !== undefined) return found;
  throw new UsageError(
    'pgbench was not found. It comes with PostgreSQL: install postgresql-contrib or postgresql (Debian, Ubuntu), ' +
      'postgresql (Homebrew), and run the benchmark again.',
  );
}

/** Bytes as large as those of a real NOTE: leaf, and the disclosures data, facts, effects and text. */
export interface Sizes {
  readonly leaf: number;
  readonly disclosures: Readonly<Record<string, { readonly clear: number; readonly sealed: number }>>;
}

/** The statement: compare-and-set of a case, its journal row, queue row and disclosures. `:n` picks the case. */
export function statementOf(cases: number, { leaf, disclosures }: Sizes): string {
  const rows = Object.entries(disclosures).map(
    ([name, { clear, sealed }]) =>
      `('${name}', ${clear > 0 ? `repeat('d', ${clear})` : 'null::text'}, ` +
      `${sealed > 0 ? `decode(repeat('ab', ${sealed}), 'hex')` : 'null::bytea'})`,
  );
  return `\\set n random(1, ${cases})
with moved as (
  update cases set version = version + 1, value = value || '{}', context = context || '{}', summary = summary || '{}',
    head_hash = sha256(head_hash), updated_at = now()
  where tenant_id = 'default' and id = ('00000000-0000-7000-8000-' || lpad(to_hex((:n)::int), 12, '0'))::uuid
  returning id, version, head_hash, seal_key_id
), written as (
  insert into journal (tenant_id, id, type, case_id, seq, actor, procedure, outcome, occurred_at, recorded_at, leaf, leaf_hash)
  select 'default', gen_random_uuid(), 'complaint.NOTE', id, version, 'a-0000000000000000', 'complaint', 'accepted',
    now(), now(), decode(repeat('ab', ${leaf}), 'hex'), head_hash from moved
  returning id
), queued as (
  insert into journal_queue (tenant_id, entry_id) select 'default', id from written
)
insert into journal_sealed (tenant_id, entry_id, name, disclosure, sealed, key_id)
select 'default', w.id, d.name, d.disclosure, d.sealed, case when d.sealed is not null then m.seal_key_id end
from written w, moved m, (values ${rows.join(', ')}) d(name, disclosure, sealed);
`;
}

/** Statements per second with so many clients, prepared, for so many seconds. */
export async function runPgbench(
  pgbench: string,
  url: string,
  {
    script,
    folder,
    clients,
    seconds,
  }: { readonly script: string; readonly folder: string; readonly clients: number; readonly seconds: number },
): Promise<number> {
  const file = join(folder, 'step.sql');
  writeFileSync(file, script);
  const args = [
    '-n',
    '-M',
    'prepared',
    '-f',
    file,
    '-c',
    String(clients),
    '-j',
    '2',
    '-T',
    String(seconds),
    url,
  ];
  const { stdout } = await run(pgbench, args);
  const found = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (found === undefined) throw new Error(`pgbench did not say how fast it was: ${stdout.slice(0, 500)}`);
  return Number(found);
}
