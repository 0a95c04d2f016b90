/**
 * Everything a database holds, as text in which words can be looked for: every column of every row of every table, with
 * what is encoded decoded. Only sealed bytes are left out: they are what hides an identity.
 */
import type { Knex } from 'knex';

/** Where encrypted bytes are kept; wrapped keys and hashes beside them hide nothing. */
const SEALED = ['journal_sealed.sealed'];

export async function everyRow(knex: Knex): Promise<string[]> {
  const { rows: columns } = await knex.raw<{ rows: { name: string; column: string }[] }>(
    `select table_name as name, column_name as column from information_schema.columns
     where table_schema = 'public' and table_name in (select tablename from pg_tables where schemaname = 'public')`,
  );
  const texts: string[] = [];
  for (const { name, column } of columns) {
    if (SEALED.includes(`${name}.${column}`)) continue;
    const { rows } = await knex.raw<{ rows: { value: unknown }[] }>(
      `select "${column}" as value from "${name}"`,
    );
    for (const { value } of rows) texts.push(...readings(value).map((text) => `${name}.${column}: ${text}`));
  }
  return texts;
}

/** A value as it stands, and as it reads when it is bytes or base64. */
function readings(value: unknown): string[] {
  if (value instanceof Uint8Array) return [Buffer.from(value).toString('utf8')];
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const isEncoded = /^[A-Za-z0-9_+/-]{8,}=*$/.test(text);
  return isEncoded ? [text, Buffer.from(text, 'base64url').toString('utf8')] : [text];
}
