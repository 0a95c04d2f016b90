/** The leaf and its commitments (audit 2.2), against the example worked out there. */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';
import { commit, disclosedValue, leafHash, makeEntry } from '../../src/operations/journal-entry.ts';
import { newSealKey, sealLabel, unseal } from '../../src/operations/sealing.ts';

const salt = (first: number) => Buffer.from(Array.from({ length: 16 }, (_, at) => first + at));

const LEAF =
  '{"_sd":["9pac5FIu0tyUENb5FZgbL4bj2YgzpYq13l8lzC8nBgs","CvLPkwINt1W8XxH2RwqgNiqPv92qEYjoa9YNsheHn4s"],' +
  '"_sd_alg":"sha-256","actor":"a-7f3c9e2b51d04c68","case":"018f5b1e-0000-7000-8000-00000000002a",' +
  '"id":"018f5b1e-6c2a-7cc3-9a0e-2f6d1c0b9a11","prev":null,"recorded":"2026-01-05T09:00:00.123Z","seq":1,' +
  '"time":"2026-01-05T09:00:00.000Z","type":"complaint.CONCLUDE","v":1}';

describe('the worked example', () => {
  const data = commit('data', { findings: 'not_proven' }, salt(0x00));
  const reason = commit('reason', '所举报问题查证后不能认定', salt(0x10));

  it('discloses as written there', () => {
    expect(data.text).toBe('WyJBQUVDQXdRRkJnY0lDUW9MREEwT0R3IiwiZGF0YSIseyJmaW5kaW5ncyI6Im5vdF9wcm92ZW4ifV0');
    expect(reason.text).toBe(
      'WyJFQkVTRXhRVkZoY1lHUm9iSEIwZUh3IiwicmVhc29uIiwi5omA5Li-5oql6Zeu6aKY5p-l6K-B5ZCO5LiN6IO96K6k5a6aIl0',
    );
    expect(disclosedValue(data.text)).toEqual({ findings: 'not_proven' });
  });

  it('commits in the leaf to both disclosures, in sorted order', () => {
    const { _sd } = JSON.parse(LEAF) as { _sd: string[] };
    expect([data.commitment, reason.commitment].sort()).toEqual(_sd);
  });

  it('is in canonical form, of 366 bytes, with the hash given there', () => {
    expect(canonicalize(JSON.parse(LEAF))).toBe(LEAF);
    expect(Buffer.byteLength(LEAF)).toBe(366);
    expect(leafHash(Buffer.from(LEAF)).toString('hex')).toBe(
      'cbef494820d2b1292fe5425b060dc0e483bb9d8a4d19d177d0b58b46cd4e1bdc',
    );
  });
});

describe('a journal entry', () => {
  const prev = 'cbef494820d2b1292fe5425b060dc0e483bb9d8a4d19d177d0b58b46cd4e1bdc';
  const key = newSealKey(Buffer.alloc(32, 1));
  const made = makeEntry({
    type: 'complaint.CONCLUDE',
    time: '2026-01-05T09:00:00.000Z',
    recorded: '2026-01-05T09:00:00.123Z',
    actor: 'a-7f3c9e2b51d04c68',
    outcome: 'accepted',
    case: { id: '018f5b1e-0000-7000-8000-00000000002a', seq: 2, prev },
    procedure: { name: 'complaint', version: 1, hash: 'd' },
    profile: 'p',
    disclosed: [
      { name: 'data', value: { findings: 'not_proven' } },
      { name: 'text', value: { reason: '张三' }, sealedBy: key },
      { name: 'facts', value: {} },
    ],
  });
  const bytes = Buffer.from(made.entry.leaf, 'hex');
  const leaf = JSON.parse(bytes.toString('utf8')) as Record<string, unknown>;

  it('is stored as the canonical bytes that its hash is of', () => {
    expect(canonicalize(leaf)).toBe(bytes.toString('utf8'));
    expect(made.entry.leaf_hash).toBe(leafHash(bytes).toString('hex'));
  });

  it('names the event before by its hash, the machine and the profile', () => {
    expect(leaf).toMatchObject({
      v: 1,
      id: made.entry.id,
      seq: 2,
      prev: 'y+9JSCDSsSkv5UJbBg3A5IO7nYpNGdF30LWLRs1OG9w=',
      procedure: 'complaint@1',
      def: 'd',
      profile: 'p',
    });
  });

  it('has exactly the members of the worked example besides', () => {
    const { procedure: _, def: __, profile: ___, ...rest } = leaf;
    expect(Object.keys(rest)).toEqual(Object.keys(JSON.parse(LEAF) as object));
  });

  it('commits to each disclosure, in clear or sealed, and to nothing that is empty', () => {
    const [clear, box] = made.sealed;
    const label = sealLabel(made.entry.id, 'text');
    const opened = unseal(key.key, Buffer.from(box!.sealed!, 'hex'), label).toString('utf8');
    expect(disclosedValue(opened)).toEqual({ reason: '张三' });
    const hashes = [clear!.disclosure!, opened].map((text) => hash('sha256', text, 'base64url' as 'base64'));
    expect(leaf._sd).toEqual(hashes.sort());
    expect(made.sealed).toHaveLength(2);
  });

  it('holds nothing of what it commits to', () => {
    expect(bytes.toString('utf8')).not.toMatch(/not_proven|张三/);
    expect(JSON.stringify(made.sealed[1])).not.toContain('张三');
  });

  it('of a refusal carries the version that was judged, and takes none', () => {
    const refused = makeEntry({
      type: 'event.refused',
      time: '2026-01-05T09:00:00.000Z',
      recorded: '2026-01-05T09:00:00.123Z',
      actor: 'a-1',
      outcome: 'refused',
      case: { id: '018f5b1e-0000-7000-8000-00000000002a', at: 7 },
      disclosed: [],
    });
    const told = JSON.parse(Buffer.from(refused.entry.leaf, 'hex').toString('utf8')) as object;
    expect(told).toMatchObject({ at: 7 });
    expect(Object.keys(told)).not.toEqual(expect.arrayContaining(['seq']));
    expect(refused.entry).toMatchObject({ seq: null, at_version: 7 });
  });

  it('salts anew what is said twice', () => {
    expect(commit('data', 1).commitment).not.toBe(commit('data', 1).commitment);
  });
});
