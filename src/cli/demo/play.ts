/**
 * Plays scenarios through the operations that the API uses: moves the sandbox clock to each step's instant, fires the
 * event as the person of the cast, and tells what came of it. A step that fails as it should not stops the play.
 */
import { Problem } from '../../contract/problems.ts';
import type { CaseView, ClockView } from '../../contract/cases.ts';
import type { EventData } from '../../domain/effect.ts';
import type { CaseId } from '../../domain/vocabulary.ts';
import type { Asker } from '../../operations/acting.ts';
import type { Operations } from '../../operations/operations.ts';
import { READER } from './cast.ts';
import { Stage } from './stage.ts';
import { referenceOf, type TimedStep } from './timetable.ts';
import type { Alias, Find } from './scenario.ts';

/** A clock that a step started, or whose due date it moved. */
export interface Moved {
  readonly alias: Alias;
  /** `key`, or `key of instance`. */
  readonly clock: string;
  readonly dueOn: string | null;
}

export interface Played extends TimedStep {
  readonly alias: Alias;
  /** The case afterwards; null where an opening was refused. */
  readonly view: CaseView | null;
  /** The guard (or the problem) that refused it. */
  readonly refused: string | null;
  readonly moved: readonly Moved[];
  /** States of the other cases that the step was to reach. */
  readonly states: Readonly<Record<Alias, string>>;
}

export interface Playing {
  readonly operations: Operations;
  readonly askers: ReadonlyMap<string, Asker>;
  /** Cases and acts by scenario; kept between calls, so that a play can go on where another stopped. */
  readonly stages: Map<string, Stage>;
}

export const stageOf = ({ stages }: Pick<Playing, 'stages'>, scenarioId: string): Stage => {
  const stage = stages.get(scenarioId) ?? new Stage();
  stages.set(scenarioId, stage);
  return stage;
};

/** Plays one step. Throws when it is refused and should not be, or the other way round, or by another guard. */
export async function playStep(playing: Playing, timed: TimedStep): Promise<Played> {
  const { operations } = playing;
  const { step, scenario, at } = timed;
  const stage = stageOf(playing, scenario.id);
  const alias = 'opens' in step ? step.as : step.on;
  const { now } = await operations.readSandboxClock();
  if (at > now) await operations.moveSandboxClock(at);
  try {
    const view = await fire(playing, timed, stage);
    if (step.refused !== undefined) throw new Error('was accepted, not refused');
    await noteStep(playing, timed, view);
    const also = Object.keys(step.also ?? {});
    const moved: Moved[] = [];
    for (const name of [alias, ...Object.keys(step.finds ?? {}), ...also])
      moved.push(...stage.seeClocks(name, await clocksOf(playing, stage.id(name))));
    const states: Record<Alias, string> = {};
    for (const name of also) states[name] = (await read(playing, stage.id(name))).state;
    return { ...timed, alias, view, refused: null, moved, states };
  } catch (error) {
    const refused = guardOf(error);
    if (refused === null || refused !== step.refused) throw failed(timed, error);
    return { ...timed, alias, view: null, refused, moved: [], states: {} };
  }
}

/** Puts a step that was played earlier back on the stage, from the case and the version it left in the journal. */
export async function recallStep(
  playing: Playing,
  timed: TimedStep,
  left: { readonly case: CaseId; readonly version: number },
): Promise<void> {
  const view = await read(playing, left.case);
  await noteStep(playing, timed, { ...view, version: left.version });
}

async function fire(playing: Playing, timed: TimedStep, stage: Stage): Promise<CaseView> {
  const { operations, askers } = playing;
  const { step } = timed;
  const asker = askers.get(step.by);
  if (!asker) throw new Error(`${where(timed)}: ${step.by} has no account`);
  const known = stage.known(timed.scenario);
  const given: EventData = typeof step.data === 'function' ? step.data(known) : step.data;
  const data = { ...given, reference: referenceOf(timed) };
  if ('opens' in step) return operations.openCase({ asker, procedure: step.opens, data });
  const caseId = stage.id(step.on);
  const { version } = await read(playing, caseId);
  return operations.applyCaseEvent({ asker, caseId, readVersion: version, type: step.event, data });
}

/** Remembers the case a step opened, the act it was, and the linked cases it set off. */
async function noteStep(playing: Playing, { step, scenario }: TimedStep, view: CaseView): Promise<void> {
  const stage = stageOf(playing, scenario.id);
  if ('opens' in step) stage.addCase(step.as, view.id);
  if (step.name !== undefined) stage.addAct(step.name, { case: view.id, version: view.version });
  for (const [alias, find] of Object.entries(step.finds ?? {}))
    stage.addCase(alias, await linkedCase(playing, stage, view.id, find));
}

async function linkedCase(
  playing: Playing,
  stage: Stage,
  from: CaseId,
  { procedure, where: wanted }: Find,
): Promise<CaseId> {
  const family = await playing.operations.listCaseFamily(reader(playing), from);
  for (const { id } of family.filter((member) => member.procedure === procedure && !stage.has(member.id))) {
    const { summary } = await read(playing, id);
    if (Object.entries(wanted).every(([field, value]) => summary[field] === value)) return id;
  }
  throw new Error(`no ${procedure} with ${JSON.stringify(wanted)} was opened`);
}

const reader = ({ askers }: Playing): Asker => askers.get(READER) as Asker;
const read = (playing: Playing, id: CaseId): Promise<CaseView> =>
  playing.operations.readCase(reader(playing), id);
const clocksOf = (playing: Playing, id: CaseId): Promise<ClockView[]> =>
  playing.operations.explainClocks(reader(playing), id);

const guardOf = (error: unknown): string | null =>
  error instanceof Problem
    ? typeof error.extensions.guard === 'string'
      ? error.extensions.guard
      : error.problem
    : null;

const where = ({ scenario, number, step }: TimedStep): string =>
  `sample case ${scenario.id}, step ${number} (${'event' in step ? step.event : `open ${step.opens}`} on day ${step.day})`;

function failed(timed: TimedStep, error: unknown): Error {
  const why =
    error instanceof Problem
      ? `${guardOf(error) ?? ''} ${JSON.stringify(error.extensions)}`
      : ((error as Error | undefined)?.message ?? String(error));
  return new Error(`${where(timed)}: ${why}`, { cause: error });
}
