/**
 * Policy profiles: the rules of one body as data (T28). Checks, merges and completes plain values; finding and reading
 * the files is `main/profiles.ts`. A profile is pinned on a case by id, version and hash.
 */
import { z } from 'zod';
import { CLOCK_KEYS, NEVER_PAUSED, type ClockKey } from './clock-keys.ts';
import { LadderData, type Ladder } from './ladder.ts';
import { limitProblem, UNITS, type Limit } from './limit.ts';
import { isTimeZone } from './local-day.ts';
import { PERSONAL_FIELD } from './personal-fields.ts';
import { AppealTracksData, SanctionTracksData, trackProblem, type Tracks } from './tracks.ts';
import { CASE_ROLES, type Role, type Words } from './vocabulary.ts';

export { CLOCK_KEYS, NEVER_PAUSED, type ClockKey } from './clock-keys.ts';

/** The profile that cases are opened under when none is named, and that others are completed from. */
export const DEFAULT_PROFILE = 'cn-default';

/** The condition lists of a profile; each names codes that events may carry. None may be empty. */
export const LIST_NAMES = [
  'tolerance_conditions',
  'tolerance_exclusions',
  'clarification_grounds',
  'clarification_refusals',
  'non_acceptance_reasons',
  'suspension_grounds',
  'recusal_grounds',
  'late_reasons',
  'retained_reasons',
  'minor_handling',
  'false_accusation_aggravations',
  'tracing_grounds',
  'risk_matters',
  'use_review_bars',
  'sham_kinds',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

const Basis = z.array(z.string().min(1).max(64)).min(1);

const Unit = z.enum(UNITS);
const EndConvention = z.enum(['corresponding_day', 'day_before']);

const LimitData = z
  .strictObject({
    /** Switched off: the clock is never started. The basis says why. */
    off: z.literal(true).optional(),
    amount: z.int().positive().optional(),
    unit: Unit.optional(),
    rollOver: z.boolean().optional(),
    endConvention: EndConvention.optional(),
    extension: z
      .strictObject({ amount: z.int().positive(), unit: Unit, times: z.int().min(0).max(24) })
      .optional(),
    pausable: z.boolean().optional(),
    basis: Basis,
  })
  .superRefine((limit, context) => {
    const problem = limit.off
      ? Object.keys(limit).length > 2
        ? { path: [], message: 'is switched off, so it carries a basis and nothing else' }
        : undefined
      : limitProblem(limit);
    if (problem !== undefined) context.addIssue({ code: 'custom', ...problem });
  });

const ListItemData = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9_]*$/, 'has to be snake_case'),
  zh: z.string().min(1),
  en: z.string().min(1),
  /** The code that the program judges by, where a body has kinds of its own (domain brief 3). */
  mapsTo: z.string().optional(),
  basis: Basis,
});
const ListData = z
  .array(ListItemData)
  .min(1, 'is empty; a guard that reads it could never be met (T28)')
  .superRefine((items, context) => {
    const seen = new Set<string>();
    items.forEach(({ code }, at) => {
      if (seen.has(code))
        context.addIssue({ code: 'custom', path: [at, 'code'], message: `${code} is listed twice` });
      seen.add(code);
    });
  });

const ClockKeyData = z.enum(CLOCK_KEYS);
const RolesData = z.array(z.enum(CASE_ROLES as [Role, ...Role[]])).min(1);

const RulesData = z.strictObject({
  timeZone: z.string().refine(isTimeZone, 'is not a known IANA time zone'),
  dayEnd: z.enum(['24:00', '17:30']),
  calendar: z.string().min(1),
  endConvention: EndConvention,
  bodyLevel: z.enum(['county', 'city', 'province']),
  quorum: z.strictObject({
    members: z.int().min(2).max(99),
    majority: z.enum(['more_than_half', 'two_thirds']),
  }),
  escalate: z.strictObject({
    default: RolesData,
    clocks: z.partialRecord(ClockKeyData, RolesData),
    ladder: LadderData,
  }),
  /** A breach never decides (T8); the switch is here to say so, and takes no other value. */
  deemedOnTimeout: z.literal('off'),
  minimumHandlers: z.int().min(2).max(9),
  pausedBySuspension: z.array(ClockKeyData),
});

/** One profile file. With `extends` it says only what differs; without, it has to be complete. */
export const ProfileData = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'has to be kebab-case'),
  version: z.string().regex(/^[0-9][0-9A-Za-z.-]*$/, 'has to start with a digit and be quoted'),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  extends: z.string().optional(),
  limits: z.partialRecord(ClockKeyData, LimitData).default({}),
  rules: RulesData.partial().default({}),
  lists: z.partialRecord(z.enum(LIST_NAMES), ListData).default({}),
  sanctionTracks: SanctionTracksData.optional(),
  appealTracks: AppealTracksData.optional(),
  /** Free texts that are sealed as an identity is: `procedure.EVENT/pointer`. */
  personalFields: z
    .array(z.string().regex(PERSONAL_FIELD, 'has to be like complaint.CONFIRM_IDENTITY/remark'))
    .optional(),
});
export type ProfileData = z.infer<typeof ProfileData>;

export interface ProfileLimit extends Limit {
  readonly basis: readonly string[];
}

export interface ListItem extends Words {
  readonly code: string;
  readonly mapsTo?: string | undefined;
  readonly basis: readonly string[];
}

export interface Rules {
  readonly timeZone: string;
  readonly dayEnd: '24:00' | '17:30';
  readonly calendar: string;
  readonly endConvention: 'corresponding_day' | 'day_before';
  readonly bodyLevel: 'county' | 'city' | 'province';
  readonly quorum: { readonly members: number; readonly majority: 'more_than_half' | 'two_thirds' };
  readonly escalate: {
    readonly default: readonly Role[];
    readonly clocks: Readonly<Record<string, readonly Role[]>>;
    /** The alarms of every clock, the earliest first. */
    readonly ladder: Ladder;
  };
  readonly deemedOnTimeout: 'off';
  readonly minimumHandlers: number;
  readonly pausedBySuspension: readonly ClockKey[];
}

/** A whole profile: every clock key has a limit or is off, every list has items, every track its steps. */
export interface Profile extends Tracks {
  readonly id: string;
  readonly version: string;
  /** SHA-256 over the canonical JSON of everything else here, in hexadecimal. */
  readonly hash: string;
  readonly name: Words;
  /** Limits in force. A key that is missing here is in `off`. */
  readonly limits: Readonly<Partial<Record<ClockKey, ProfileLimit>>>;
  readonly off: Readonly<Partial<Record<ClockKey, { readonly basis: readonly string[] }>>>;
  readonly rules: Rules;
  readonly lists: Readonly<Record<ListName, readonly ListItem[]>>;
  /** Free texts that are sealed as an identity is; absent where there are none. */
  readonly personalFields?: readonly string[];
}

/** Something wrong with a profile: where (keys from the top of the file) and why, in one clause. */
export interface ProfileProblem {
  readonly path: readonly (string | number)[];
  readonly reason: string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly ProfileProblem[] };

/** Checks the shape of one file, whether it is whole or a difference. */
export function parseProfileData(raw: unknown): Parsed<ProfileData> {
  return parsed(ProfileData, raw);
}

/** An issue has to tell what is missing from what is wrong; zod leaves the value out unless asked. */
const WITH_INPUT = { reportInput: true } as const;

/** A schema's verdict as problems in plain words. */
export function parsed<S extends z.ZodType>(schema: S, raw: unknown): Parsed<z.output<S>> {
  const result = schema.safeParse(raw, WITH_INPUT);
  return result.success
    ? { ok: true, value: result.data }
    : { ok: false, problems: result.error.issues.flatMap(inWords) };
}

/**
 * A base with a difference laid over it: a limit or a list of the difference replaces that of the base whole, so that
 * no basis outlives the number it stood for; rules are replaced one by one.
 */
export function mergeProfile(base: ProfileData, difference: ProfileData): ProfileData {
  return {
    ...difference,
    limits: { ...base.limits, ...difference.limits },
    rules: { ...base.rules, ...difference.rules },
    lists: { ...base.lists, ...difference.lists },
    sanctionTracks: difference.sanctionTracks ?? base.sanctionTracks,
    appealTracks: difference.appealTracks ?? base.appealTracks,
    personalFields: difference.personalFields ?? base.personalFields,
  };
}

/**
 * A stored profile with what it says nothing of because the program did not ask yet, taken from one in force. What it
 * does say is never touched: a case keeps the rules it was opened under (domain brief 0.4, T29).
 */
export function completedProfile(stored: Profile, inForce: Profile): Profile {
  const { limits, off } = inForce;
  const isSilent = (key: ClockKey) => stored.limits[key] === undefined && stored.off[key] === undefined;
  const silent = CLOCK_KEYS.filter(isSilent);
  const among = <T>(from: Readonly<Partial<Record<ClockKey, T>>>) =>
    Object.fromEntries(silent.flatMap((key) => (from[key] === undefined ? [] : [[key, from[key]]])));
  return {
    ...inForce,
    ...stored,
    limits: { ...stored.limits, ...among(limits) },
    off: { ...stored.off, ...among(off) },
    rules: {
      ...inForce.rules,
      ...stored.rules,
      escalate: { ...inForce.rules.escalate, ...stored.rules.escalate },
    },
    lists: { ...inForce.lists, ...stored.lists },
  };
}

/** Checks a merged profile for wholeness and for rules that span keys, and fills in defaults. */
export function parseProfile(data: ProfileData): Parsed<Omit<Profile, 'hash'>> {
  const problems: ProfileProblem[] = [];
  const rules = RulesData.safeParse(data.rules, WITH_INPUT);
  if (!rules.success)
    problems.push(
      ...rules.error.issues
        .flatMap(inWords)
        .map(({ path, reason }) => ({ path: ['rules', ...path], reason })),
    );
  for (const key of CLOCK_KEYS)
    if (data.limits[key] === undefined) problems.push({ path: ['limits', key], reason: 'is missing' });
  for (const name of LIST_NAMES)
    if (data.lists[name] === undefined) problems.push({ path: ['lists', name], reason: 'is missing' });
  for (const name of ['sanctionTracks', 'appealTracks'] as const)
    if (data[name] === undefined) problems.push({ path: [name], reason: 'is missing' });
  const { sanctionTracks = [], appealTracks = [] } = data;
  const track = data.appealTracks && trackProblem({ sanctionTracks, appealTracks });
  if (track) problems.push(track);
  for (const key of NEVER_PAUSED)
    if (data.limits[key]?.pausable === true)
      problems.push({
        path: ['limits', key, 'pausable'],
        reason: 'is a duty that no suspension stops (domain 4.9)',
      });
  (data.rules.pausedBySuspension ?? []).forEach((key, at) => {
    if (NEVER_PAUSED.includes(key) || data.limits[key]?.pausable === false)
      problems.push({ path: ['rules', 'pausedBySuspension', at], reason: `${key} may not be paused` });
  });
  if (problems.length > 0 || !rules.success) return { ok: false, problems };
  return { ok: true, value: whole(data, rules.data) };
}

function whole(data: ProfileData, rules: z.output<typeof RulesData>): Omit<Profile, 'hash'> {
  const limits: Partial<Record<ClockKey, ProfileLimit>> = {};
  const off: Partial<Record<ClockKey, { basis: readonly string[] }>> = {};
  for (const key of CLOCK_KEYS) {
    const limit = data.limits[key];
    if (limit?.amount === undefined || limit.unit === undefined) {
      off[key] = { basis: limit?.basis ?? [] };
      continue;
    }
    limits[key] = {
      amount: limit.amount,
      unit: limit.unit,
      rollOver: limit.rollOver ?? limit.unit !== 'second',
      endConvention: limit.endConvention ?? rules.endConvention,
      ...(limit.extension === undefined ? {} : { extension: limit.extension }),
      pausable: limit.pausable ?? !NEVER_PAUSED.includes(key),
      basis: limit.basis,
    };
  }
  return {
    id: data.id,
    version: data.version,
    name: data.name,
    limits,
    off,
    rules: {
      ...rules,
      escalate: { ...rules.escalate, clocks: withoutUndefined(rules.escalate.clocks) },
    },
    lists: data.lists as Record<ListName, readonly ListItem[]>,
    sanctionTracks: data.sanctionTracks ?? [],
    appealTracks: data.appealTracks ?? [],
    ...(data.personalFields && data.personalFields.length > 0 && { personalFields: data.personalFields }),
  };
}

function withoutUndefined<T>(record: Readonly<Partial<Record<string, T>>>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, T] => entry[1] !== undefined),
  );
}

function inWords(issue: z.core.$ZodIssue): ProfileProblem[] {
  const path = issue.path.map((part) => (typeof part === 'symbol' ? String(part) : part));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ path: [...path, key], reason: 'is not a known key' }));
    case 'invalid_key':
      return [{ path, reason: 'is not a known key' }];
    case 'invalid_type':
    case 'invalid_value': {
      const wanted = issue.code === 'invalid_type' ? a(issue.expected) : oneOf(issue.values);
      return [{ path, reason: issue.input === undefined ? 'is missing' : `has to be ${wanted}` }];
    }
    default:
      return [{ path, reason: lowerFirst(issue.message) }];
  }
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const a = (type: string) =>
  type === 'int' ? 'a whole number' : /^[aeio]/.test(type) ? `an ${type}` : `a ${type}`;
const oneOf = (values: readonly unknown[]) =>
  values.length > 12 ? 'one of the known values' : values.map((value) => JSON.stringify(value)).join(' or ');
