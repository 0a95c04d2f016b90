/**
 * What every operation needs and none of them makes: the database, the profiles, the keys, the batching of steps.
 * Built once by `main`; there is no other state in the program that a restart could lose.
 */
import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Knex } from 'knex';
import { z } from 'zod';
import { isDatabaseAway } from '../../db/errors.ts';
import { findProfile, storeProfile } from '../../db/queries/profiles.ts';
import { readForSteps, type StepRead, type StepRequest } from '../../db/queries/step-read.ts';
import { writeSteps, type StepGroup } from '../../db/queries/step-write.ts';
import type { SignInLimits } from '../contract/limits.ts';
import type { Calendar } from '../domain/calendar.ts';
import type { PaperSet } from '../domain/paper-template.ts';
import { completedProfile, DEFAULT_PROFILE, type Profile } from '../domain/profile.ts';
import type { Procedure } from '../machines/procedure.ts';
import type { PdfRenderer } from '../papers/pdf.ts';
import { batched, type Batching } from './batch.ts';
import type { EvidenceKeeping } from './evidence-store.ts';
import type { IdentityProvider } from './identity-provider.ts';
import { unwrapSealKey, type SealKey } from './sealing.ts';

/** A profile ready for use: its pinned content, and the calendar of today, which learns new years. */
export interface PinnedProfile {
  readonly hash: string;
  readonly profile: Profile;
  readonly calendar: Calendar;
}

export interface RuntimeSettings {
  readonly knex: Knex;
  /** Where audit queries go: a streaming replica where there is one. Nothing that decides a write is read there. */
  readonly replica: Knex;
  readonly tenant: string;
  /** Whether reads for askers can run behind row-level security (`db/second-wall.ts`). */
  readonly hasSecondWall: boolean;
  readonly profiles: ReadonlyMap<string, PinnedProfile>;
  /** What papers are drawn from, and how one becomes PDF. */
  readonly papers: PaperSet;
  readonly renderPdf: PdfRenderer;
  readonly masterKey: Buffer;
  /** What marks are made with, by which something sealed is looked up. Wrapped like any other, so it outlives a master key. */
  readonly lookupKey: Buffer;
  readonly systemPseudonym: string;
  /** What evidence is kept in; absent in a program that takes none. */
  readonly evidence?: EvidenceKeeping;
  /** Who vouches for people in a single sign-on; absent where none is set up. */
  readonly identityProvider?: IdentityProvider;
  /** How many tries a sign-in has; the usual ones when absent. */
  readonly signInLimits?: SignInLimits;
  /** Called when a step is in the journal, so that whoever follows it need not poll. */
  readonly onWritten?: () => void;
}

export interface Runtime extends RuntimeSettings {
  /** Pinned profiles by hash; older ones are fetched once, over the transaction that is under way if there is one. */
  readonly pinned: (hash: string, trx?: Knex) => Promise<PinnedProfile>;
  readonly pinnedNow: (hash: string) => PinnedProfile | undefined;
  /** A family's key from how it is stored (hexadecimal); remembers the latest few thousand. */
  readonly unwrapped: (id: string, wrapped: string) => SealKey;
  /** Forgets a key that was destroyed. */
  readonly forget: (id: string) => void;
  readonly definitionHash: (procedure: Procedure) => string;
  readonly readForStep: (request: StepRequest) => Promise<StepRead>;
  readonly writeStep: (group: StepGroup) => Promise<boolean>;
}

/**
 * At most 64 steps in one statement: past it the statement's own length costs more than it saves. Four statements out
 * at once: with two, eight clients waited twice as long; eight are no faster and hold most of the pool.
 */
const BATCHING: Batching = { most: 64, flights: 4, wasRefused: (error) => !isDatabaseAway(error) };

/** Unwrapping costs a few microseconds; remembering costs about 200 bytes. */
const MOST_KEYS_REMEMBERED = 5_000;

export function createRuntime(settings: RuntimeSettings): Runtime {
  const { knex, tenant, profiles } = settings;
  const byHash = new Map([...profiles.values()].map((pinned) => [pinned.hash, pinned]));
  const keys = new Map<string, SealKey>();

  return {
    ...settings,
    pinnedNow: (wanted) => byHash.get(wanted),
    pinned: async (wanted, trx = knex) => {
      const known = byHash.get(wanted);
      if (known) return known;
      const stored = await findProfile(trx, tenant, wanted);
      if (!stored) throw new Error(`no profile is stored under ${wanted}`);
      const inForce = profiles.get(stored.id)?.profile ?? profiles.get(DEFAULT_PROFILE)?.profile;
      const profile = inForce ? completedProfile(stored, inForce) : stored;
      const calendar = [...profiles.values()].find(
        (loaded) => loaded.profile.rules.calendar === profile.rules.calendar,
      )?.calendar;
      if (!calendar) throw new Error(`no calendar ${profile.rules.calendar} is loaded`);
      const pinned = { hash: wanted, profile, calendar };
      byHash.set(wanted, pinned);
      return pinned;
    },
    unwrapped: (id, wrapped) => {
      const known = keys.get(id);
      if (known) return known;
      if (keys.size >= MOST_KEYS_REMEMBERED) keys.clear();
      const key = unwrapSealKey(settings.masterKey, id, Buffer.from(wrapped, 'hex'));
      keys.set(id, key);
      return key;
    },
    forget: (id) => void keys.delete(id),
    definitionHash,
    readForStep: batched((requests) => readForSteps(knex, tenant, requests), BATCHING),
    writeStep: batched(async (groups) => {
      const written = await writeSteps(knex, tenant, groups);
      settings.onWritten?.();
      return written;
    }, BATCHING),
  };
}

/** Keeps every loaded profile in the database, so that a case can always be replayed by the rules it was opened under. */
export async function storeLoadedProfiles(runtime: Runtime): Promise<void> {
  for (const pinned of runtime.profiles.values())
    await storeProfile(runtime.knex, runtime.tenant, pinned.hash, pinned.profile);
}

const definitions = new WeakMap<Procedure, string>();

/** The fingerprint of a procedure version, made when it is first asked for. */
function definitionHash(procedure: Procedure): string {
  const known = definitions.get(procedure) ?? hashDefinition(procedure);
  definitions.set(procedure, known);
  return known;
}

/** Fingerprint of what a procedure version declares: states, rows, event schemas. */
export function hashDefinition(procedure: Procedure): string {
  const { name, version, states, regions, rows, events } = procedure;
  const declared = {
    name,
    version,
    states,
    regions,
    rows: rows.map((row) => JSON.parse(JSON.stringify(row)) as unknown),
    events: Object.fromEntries(
      Object.entries(events).map(([event, schema]) => [
        event,
        z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
      ]),
    ),
  };
  const canonical = canonicalize(JSON.parse(JSON.stringify(declared)));
  return hash('sha256', canonical ?? '', 'base64url' as 'base64').slice(0, 22);
}
