/** The sealed text of a journal entry as part of another row: what an act beside the cases gave as its reason. */

/** Bytes as hexadecimal; `wrapped` is null when the key was destroyed. */
export interface SealedText {
  readonly entry: string;
  readonly sealed: string;
  readonly keyId: string;
  readonly wrapped: string | null;
}

/** The text of the entry that a column of `r` names, as JSON; null where there is none. */
export const SEALED_TEXT = (column: string): string => `
  (select jsonb_build_object('entry', t.entry_id, 'sealed', encode(t.sealed, 'hex'), 'keyId', t.key_id,
     'wrapped', encode(w.wrapped, 'hex'))
   from journal_sealed t left join seal_keys w on w.tenant_id = t.tenant_id and w.id = t.key_id
   where t.tenant_id = r.tenant_id and t.entry_id = ${column} and t.name = 'text')`;
