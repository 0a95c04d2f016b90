/**
 * Reads policy profiles and calendars from their folders. Everything wrong is told at once, by file, line and key, and
 * the start is refused; half a rule set is none. Judging values is `domain/profile.ts`.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import canonicalize from 'canonicalize';
import { CalendarData, compileCalendar, type Calendar } from '../domain/calendar.ts';
import {
  mergeProfile,
  parsed,
  parseProfile,
  parseProfileData,
  type Parsed,
  type Profile,
  type ProfileData,
} from '../domain/profile.ts';
import { unknownPersonalFields } from '../machines/personal-fields.ts';
import { readYaml, type YamlFile } from './yaml-file.ts';

/** A profile with the calendar its rules name, ready for use. */
export type LoadedProfile = Profile & { readonly calendar: Calendar };

/** Profiles or calendars are unusable. The message has one sentence for each fault, in the order of files. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(faults.join('\n'));
    this.faults = faults;
  }
}

interface ProfileFile {
  readonly file: YamlFile;
  readonly data: ProfileData;
}

/** A merged profile and the files it came from, the most derived first. */
interface Merged {
  readonly data: ProfileData;
  readonly files: readonly YamlFile[];
}

/**
 * Every profile of the built-in folder and, where one is set, of a further folder, by id. Calendars lie in `calendars/`
 * of either; one of the further folder replaces a built-in one of the same id, as the plan of a new year comes out.
 * Throws a ProfileError naming every fault.
 */
export function loadProfiles(folders: {
  readonly builtinDir: string;
  readonly extraDir?: string | undefined;
}): Map<string, LoadedProfile> {
  const faults: string[] = [];
  const dirs = folders.extraDir === undefined ? [folders.builtinDir] : [folders.builtinDir, folders.extraDir];
  const calendars = new Map<string, Calendar>();
  for (const dir of dirs)
    for (const [id, { data }] of readAll(join(dir, 'calendars'), false, parseCalendar, faults))
      calendars.set(id, compileCalendar(data));
  const files = new Map<string, ProfileFile>();
  for (const dir of dirs)
    for (const [id, entry] of readAll(dir, true, parseProfileData, faults)) {
      const first = files.get(id);
      if (first === undefined) files.set(id, entry);
      else faults.push(entry.file.fault(['id'], `is ${id}, which ${first.file.name} has already`));
    }
  const profiles = new Map<string, LoadedProfile>();
  for (const id of files.keys()) {
    const merged = withBases(id, files, [], faults);
    const profile = merged && finished(merged, calendars, faults);
    if (profile) profiles.set(id, profile);
  }
  if (faults.length > 0) throw new ProfileError([...new Set(faults)]);
  return profiles;
}

const parseCalendar = (raw: unknown): Parsed<CalendarData> => parsed(CalendarData, raw);

/** The usable files of one folder by id; of the others, the faults. */
function readAll<T extends { readonly id: string }>(
  dir: string,
  isNeeded: boolean,
  parse: (raw: unknown) => Parsed<T>,
  faults: string[],
): Map<string, { readonly file: YamlFile; readonly data: T }> {
  const usable = new Map<string, { readonly file: YamlFile; readonly data: T }>();
  if (!existsSync(dir)) {
    if (isNeeded) faults.push(`${dir}: the folder does not exist.`);
    return usable;
  }
  for (const name of readdirSync(dir).sort()) {
    if (!name.endsWith('.yaml')) continue;
    const file = readYaml(join(dir, name), readFileSync(join(dir, name), 'utf8'));
    if (file.faults.length > 0) {
      faults.push(...file.faults);
      continue;
    }
    const result = parse(file.value);
    if (!result.ok) {
      faults.push(...result.problems.map(({ path, reason }) => file.fault(path, reason)));
      continue;
    }
    if (result.value.id === basename(name, '.yaml'))
      usable.set(result.value.id, { file, data: result.value });
    else faults.push(file.fault(['id'], `is ${result.value.id}, but has to be the name of the file`));
  }
  return usable;
}

/** A profile merged over what it extends, all the way down; undefined, with a fault, where that cannot be. */
function withBases(
  id: string,
  files: ReadonlyMap<string, ProfileFile>,
  derived: readonly string[],
  faults: string[],
): Merged | undefined {
  const entry = files.get(id);
  if (entry === undefined) return undefined;
  const { file, data } = entry;
  if (data.extends === undefined) return { data, files: [file] };
  if ([...derived, id].includes(data.extends)) {
    faults.push(file.fault(['extends'], `leads back to ${data.extends}, so neither profile has an end`));
    return undefined;
  }
  if (!files.has(data.extends)) {
    faults.push(file.fault(['extends'], `names ${data.extends}, which no usable file defines`));
    return undefined;
  }
  const base = withBases(data.extends, files, [...derived, id], faults);
  return base && { data: mergeProfile(base.data, data), files: [file, ...base.files] };
}

function finished(
  { data, files }: Merged,
  calendars: ReadonlyMap<string, Calendar>,
  faults: string[],
): LoadedProfile | undefined {
  const [own] = files as [YamlFile, ...YamlFile[]];
  const whose = (path: readonly (string | number)[]) => files.find((file) => file.has(path)) ?? own;
  const result = parseProfile(data);
  if (!result.ok) {
    faults.push(...result.problems.map(({ path, reason }) => whose(path).fault(path, reason)));
    return undefined;
  }
  const calendar = calendars.get(result.value.rules.calendar);
  if (calendar === undefined) {
    const path = ['rules', 'calendar'];
    faults.push(
      whose(path).fault(path, `names ${result.value.rules.calendar}, which no usable calendar file defines`),
    );
    return undefined;
  }
  const unknown = unknownPersonalFields(result.value.personalFields ?? []);
  if (unknown.length > 0) {
    const path = ['personalFields'];
    faults.push(whose(path).fault(path, `names ${unknown.join(', ')}, which no event has as a free text`));
    return undefined;
  }
  // The calendar is left out of the hash: the plan of a new year completes it without changing the rules.
  const hash = createHash('sha256')
    .update(canonicalize(result.value) ?? '')
    .digest('hex');
  return { ...result.value, hash, calendar };
}
