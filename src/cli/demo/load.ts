/**
 * Puts the sample cases into an empty sandbox, once. A load that was cut short goes on where it stopped: every step
 * leaves its number in the journal. A database with cases of its own is left alone.
 */
import { markSandbox } from '../../../db/queries/installation.ts';
import type { CaseView } from '../../contract/cases.ts';
import type { CaseId, Instant } from '../../domain/vocabulary.ts';
import type { Asker } from '../../operations/acting.ts';
import type { Operations } from '../../operations/operations.ts';
import { randomReadable } from '../../operations/passwords.ts';
import type { Opened } from '../program.ts';
import { CAST, KEEPER, READER, WITHOUT_ACCOUNT, type Member } from './cast.ts';
import { playStep, recallStep, stageOf, type Played, type Playing } from './play.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS } from './scenarios.ts';
import { referenceOf, timetable, type TimedStep } from './timetable.ts';

export interface Account extends Member {
  readonly secret: string;
}

export interface LoadedCase {
  readonly alias: string;
  readonly view: CaseView;
}

export interface Loaded {
  readonly accounts: readonly Account[];
  /** With which each of them, and the keeper, signs in to the console. */
  readonly password: string;
  readonly scenarios: readonly { readonly scenario: Scenario; readonly cases: readonly LoadedCase[] }[];
  /** Steps of all scenarios, refused ones included, and how many of them were played just now. */
  readonly steps: number;
  readonly played: number;
  readonly now: Instant;
}

/** Why nothing was loaded, as a sentence for the operator. */
export interface NotLoaded {
  readonly why: string;
}

const ELSEWHERE =
  'The sample cases go only into an empty database: name another data folder (DATA_DIR=./demo-data), or leave DATABASE_URL unset.';

/** Loads what is not there yet, and makes a fresh key for every sample account. */
export async function load(
  { runtime, operations, isSandbox }: Pick<Opened, 'runtime' | 'operations' | 'isSandbox'>,
  onPlayed: (played: Played) => void,
  scenarios: readonly Scenario[] = SCENARIOS,
): Promise<Loaded | NotLoaded> {
  const reader: Asker = { personId: 'system', roles: ['auditor', 'case_supervisor'], unit: null, keyId: '' };
  const hasCases =
    (await operations.readCases(reader, { filter: {}, sort: 'opened', limit: 1 })).items.length > 0;
  if (!isSandbox && hasCases)
    return { why: `This database holds real cases and is no sandbox. ${ELSEWHERE}` };
  if (!isSandbox && !(await markSandbox(runtime.knex)))
    return { why: `This database could not be made a sandbox. ${ELSEWHERE}` };
  const steps = timetable(scenarios);
  const left = hasCases ? await stepsLeft(operations, reader, steps) : new Map<string, Left>();
  if (hasCases && left.size === 0) return { why: `This sandbox holds cases of its own. ${ELSEWHERE}` };

  const accounts = await makeAccounts(operations);
  await operations.keepSampleNames(WITHOUT_ACCOUNT);
  const password = randomReadable(12);
  await operations.keepSampleAccounts([...CAST.filter(signsIn), KEEPER], password);
  const askers = new Map<string, Asker>();
  for (const { person, secret } of accounts)
    askers.set(person, (await operations.authenticate(secret)) as Asker);
  const playing: Playing = { operations, askers, stages: new Map() };
  const next = steps.findLastIndex((step) => left.has(referenceOf(step))) + 1;
  if (left.size === 0) await operations.beginSandboxClock((steps[0] as TimedStep).at);
  for (const step of steps.slice(0, next)) {
    const done = left.get(referenceOf(step));
    if (done) await recallStep(playing, step, done);
  }
  for (const step of steps.slice(next)) onPlayed(await playStep(playing, step));
  return {
    accounts,
    password,
    scenarios: await casesOf(playing, scenarios),
    steps: steps.length,
    played: steps.length - next,
    now: (await operations.readSandboxClock()).now,
  };
}

/** A connected system comes with its key, and so does who acts for a unit that the sandbox has not set up. */
const signsIn = ({ roles, unit }: Member): boolean => !roles.includes('api_client') && unit === undefined;

async function makeAccounts(operations: Operations): Promise<Account[]> {
  const accounts: Account[] = [];
  for (const member of CAST) {
    const { secret } = await operations.createKey(member);
    accounts.push({ ...member, secret });
  }
  return accounts;
}

interface Left {
  readonly case: CaseId;
  readonly version: number;
}

/** The sample cases come first in a journal; where none shows in its first pages, there are none. */
const PAGE = 200;
const PAGES_WITHOUT = 2;

/** Which steps the journal holds, by their reference, as far as the first complete load. */
async function stepsLeft(
  operations: Operations,
  asker: Asker,
  steps: readonly TimedStep[],
): Promise<Map<string, Left>> {
  while (await operations.integrateJournal());
  const last = referenceOf(steps.at(-1) as TimedStep);
  const left = new Map<string, Left>();
  let cursor: string | null = null;
  for (let page = 1; ; page++) {
    const read: Awaited<ReturnType<Operations['queryJournal']>> = await operations.queryJournal(asker, {
      filter: {},
      isDescending: false,
      limit: PAGE,
      ...(cursor !== null && { cursor }),
    });
    for (const { case: id, seq, data } of read.items) {
      const reference = (data as { reference?: unknown } | undefined)?.reference;
      if (typeof reference === 'string' && id !== null && seq !== null)
        left.set(reference, { case: id, version: seq });
    }
    cursor = read.nextCursor;
    if (cursor === null || left.has(last) || (left.size === 0 && page === PAGES_WITHOUT)) return left;
  }
}

async function casesOf(playing: Playing, scenarios: readonly Scenario[]): Promise<Loaded['scenarios']> {
  const reader = playing.askers.get(READER) as Asker;
  const told: { scenario: Scenario; cases: LoadedCase[] }[] = [];
  for (const scenario of scenarios) {
    const stage = stageOf(playing, scenario.id);
    const cases: LoadedCase[] = [];
    for (const alias of stage.aliases())
      cases.push({ alias, view: await playing.operations.readCase(reader, stage.id(alias)) });
    told.push({ scenario, cases });
  }
  return told;
}
