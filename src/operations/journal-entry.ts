/**
 * Makes a journal row: the leaf as the bytes that are hashed and stored (RFC 8785), and the salted disclosures it
 * commits to (RFC 9901). The leaf holds pseudonyms, codes and commitments, and nothing personal.
 */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { uuidv7 } from 'uuidv7';
import type { Entry, Sealed } from '../../db/queries/step-write.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { freshBytes } from './random-bytes.ts';
import { seal, sealLabel, type SealKey } from './sealing.ts';

/** Version of the leaf's layout. */
const LEAF_VERSION = 1;

export interface Disclosed {
  readonly name: 'data' | 'text' | 'facts' | 'effects' | 'identity';
  readonly value: unknown;
  /** Sealed under this key; absent: kept in clear (codes, ids, dates). */
  readonly sealedBy?: SealKey;
}

export interface EntryInput {
  readonly type: string;
  readonly time: Instant;
  readonly recorded: Instant;
  readonly actor: string;
  readonly outcome: 'accepted' | 'refused' | 'done';
  readonly case?: {
    readonly id: string;
    readonly seq?: number;
    readonly at?: number;
    readonly prev?: string | null;
  };
  readonly procedure?: { readonly name: string; readonly version: number; readonly hash: string };
  readonly profile?: string;
  readonly disclosed: readonly Disclosed[];
}

export interface MadeEntry {
  readonly entry: Entry;
  readonly sealed: readonly Sealed[];
}

/** Makes the row of one journal entry. `prev` is the hexadecimal leaf hash of the case's event before. */
export function makeEntry(input: EntryInput): MadeEntry {
  const id = uuidv7();
  const disclosures = input.disclosed
    .filter(({ value }) => !isEmpty(value))
    .map((disclosed) => ({ ...disclosed, ...commit(disclosed.name, disclosed.value) }));
  const { case: of, procedure } = input;
  const leaf = canonicalize({
    v: LEAF_VERSION,
    id,
    type: input.type,
    time: input.time,
    recorded: input.recorded,
    actor: input.actor,
    ...(of && { case: of.id }),
    ...(of?.seq !== undefined && { seq: of.seq, prev: of.prev ? fromHex(of.prev).toString('base64') : null }),
    ...(of?.at !== undefined && { at: of.at }),
    ...(procedure && { procedure: `${procedure.name}@${procedure.version}`, def: procedure.hash }),
    ...(input.profile !== undefined && { profile: input.profile }),
    ...(disclosures.length > 0 && {
      _sd: disclosures.map(({ commitment }) => commitment).sort(),
      _sd_alg: 'sha-256',
    }),
  });
  if (leaf === undefined) throw new Error('a leaf has to be an object');
  const bytes = Buffer.from(leaf, 'utf8');
  return {
    entry: {
      id,
      type: input.type,
      case_id: of?.id ?? null,
      seq: of?.seq ?? null,
      at_version: of?.at ?? null,
      actor: input.actor,
      procedure: procedure?.name ?? null,
      outcome: input.outcome,
      occurred_at: input.time,
      recorded_at: input.recorded,
      leaf: bytes.toString('hex'),
      leaf_hash: leafHash(bytes).toString('hex'),
    },
    sealed: disclosures.map(({ name, text, sealedBy }) => ({
      entry_id: id,
      name,
      disclosure: sealedBy ? null : text,
      sealed: sealedBy ? seal(sealedBy.key, text, sealLabel(id, name)).toString('hex') : null,
      key_id: sealedBy?.id ?? null,
    })),
  };
}

/** RFC 6962: the hash of a leaf, apart from that of an inner node by its first byte. */
export const leafHash = (leaf: Buffer): Buffer =>
  hash('sha256', Buffer.concat([Buffer.of(0), leaf]), 'buffer');

/** RFC 9901: the stored text is what is hashed. */
export function commit(
  name: string,
  value: unknown,
  salt = freshBytes(16),
): { readonly text: string; readonly commitment: string } {
  const text = Buffer.from(JSON.stringify([salt.toString('base64url'), name, value])).toString('base64url');
  return { text, commitment: hash('sha256', text, 'base64url' as 'base64') };
}

/** The value a disclosure tells. */
export const disclosedValue = (text: string): unknown =>
  (JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as unknown[])[2];

const fromHex = (text: string) => Buffer.from(text, 'hex');

const isEmpty = (value: unknown) =>
  value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);
