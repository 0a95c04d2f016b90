/**
 * What the system runs on: policy profiles and procedure versions with how many open cases rest on each, and what
 * background work has before it. Numbers of cases, and no case.
 */
import { findInstallation } from '../../db/queries/installation.ts';
import {
  countOpenByVersion,
  listStoredProfiles,
  listWaiting,
  MOST_COUNTED,
} from '../../db/queries/system.ts';
import type { ProcedureVersionList, ProfileSummary, ProfileView, SystemView } from '../contract/system.ts';
import { Problem } from '../contract/problems.ts';
import { CLOCK_KEYS } from '../domain/clock-keys.ts';
import { CLOCK_WORDS } from '../domain/clock-words.ts';
import { LIST_NAMES, type Profile } from '../domain/profile.ts';
import { currentProcedure, everyProcedure } from '../machines/registry.ts';
import type { PinnedProfile, Runtime } from './runtime.ts';

/** Every profile that is loaded or that an older case may rest on, by id, the newest version first. */
export async function readProfiles(runtime: Runtime): Promise<{ items: ProfileSummary[] }> {
  const rows = await listStoredProfiles(runtime.knex, runtime.tenant);
  return {
    items: rows.map(({ openCases, counted, ...row }) => ({
      ...row,
      isLoaded: runtime.profiles.get(row.id)?.hash === row.hash,
      openCases: { count: openCases, isCapped: counted === MOST_COUNTED },
    })),
  };
}

/** A profile with the words of its limits and lists; as it is loaded, or as it was under a hash. */
export async function readProfile(
  runtime: Runtime,
  { id, hash }: { readonly id: string; readonly hash?: string },
): Promise<ProfileView> {
  const loaded = runtime.profiles.get(id);
  if (hash === undefined || loaded?.hash === hash) return viewOf(runtime, loaded ?? missing());
  const { items } = await readProfiles(runtime);
  if (!items.some((each) => each.id === id && each.hash === hash)) return missing();
  return viewOf(runtime, await runtime.pinned(hash));
}

const missing = (): never => {
  throw new Problem('not-found', { zh: '没有该规则文件', en: 'There is no such profile' });
};

function viewOf(runtime: Runtime, { hash, profile, calendar }: PinnedProfile): ProfileView {
  const { rules, lists } = profile;
  const { timeZone, dayEnd, endConvention, bodyLevel, minimumHandlers, quorum, escalate } = rules;
  return {
    id: profile.id,
    version: profile.version,
    hash,
    name: profile.name,
    calendar: calendar.id,
    isLoaded: runtime.profiles.get(profile.id)?.hash === hash,
    rules: {
      timeZone,
      dayEnd,
      endConvention,
      bodyLevel,
      minimumHandlers,
      quorum: { ...quorum },
      tells: [...escalate.default],
      pausedBySuspension: [...rules.pausedBySuspension],
    },
    ladder: escalate.ladder.map(({ code, before, after, to }) => ({
      code,
      before: before ?? null,
      after: after ?? null,
      to: to ? [...to] : null,
    })),
    limits: limitsOf(profile),
    lists: LIST_NAMES.map((list) => ({
      list,
      items: lists[list].map(({ code, zh, en, mapsTo, basis }) => ({
        code,
        label: { zh, en },
        mapsTo: mapsTo ?? null,
        basis: [...basis],
      })),
    })),
  };
}

const limitsOf = ({ limits, off }: Profile): ProfileView['limits'] =>
  CLOCK_KEYS.map((clock) => {
    const found = limits[clock];
    if (!found)
      return { clock, label: CLOCK_WORDS[clock], limit: null, basis: [...(off[clock]?.basis ?? [])] };
    const { amount, unit, rollOver, endConvention, extension, pausable, basis } = found;
    const limit = { amount, unit, rollOver, endConvention, extension: extension ?? null, pausable };
    return { clock, label: CLOCK_WORDS[clock], limit, basis: [...basis] };
  });

/** The versions of a procedure, the newest first, with how many open cases run on each. Throws `not-found`. */
export async function readProcedureVersions(runtime: Runtime, name: string): Promise<ProcedureVersionList> {
  const current = currentProcedure(name);
  if (!current) throw new Problem('not-found');
  const counts = await countOpenByVersion(runtime.knex, runtime.tenant, name);
  const isCapped = counts.reduce((sum, { count }) => sum + count, 0) >= MOST_COUNTED;
  return {
    items: everyProcedure()
      .filter((each) => each.name === name)
      .sort((a, b) => b.version - a.version)
      .map((each) => ({
        version: each.version,
        definition: runtime.definitionHash(each),
        isCurrent: each.version === current.version,
        openCases: { count: counts.find(({ version }) => version === each.version)?.count ?? 0, isCapped },
      })),
  };
}

/** What of the system only the database knows. */
export async function readSystem(
  runtime: Runtime,
): Promise<Pick<SystemView, 'now' | 'isSandbox' | 'hasSecondWall' | 'singleSignOn' | 'work'>> {
  const [{ now, isSandbox }, waiting] = await Promise.all([
    findInstallation(runtime.knex),
    listWaiting(runtime.knex, runtime.tenant),
  ]);
  return {
    now,
    isSandbox,
    hasSecondWall: runtime.hasSecondWall,
    singleSignOn: runtime.identityProvider !== undefined,
    work: waiting.map(({ work, count, since }) => ({ work, waiting: count, since })),
  };
}
