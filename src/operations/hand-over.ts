/**
 * Hands the open cases of one person over to another, one by one, each by the very event that anybody would assign it
 * with: no rule is passed over. What a case refuses is told and stays where it is.
 */
import { holdPerson } from '../../db/queries/directory.ts';
import type { CaseListItem } from '../contract/cases.ts';
import type { Handover } from '../contract/handover.ts';
import { Problem } from '../contract/problems.ts';
import type { EventData } from '../domain/effect.ts';
import type { PersonId } from '../domain/vocabulary.ts';
import type { Asker } from './acting.ts';
import { applyCaseEvent } from './apply-case-event.ts';
import { changeDirectory, keep } from './change-directory.ts';
import { readCases } from './list-cases.ts';
import { visibleCase } from './read-case.ts';
import type { Runtime } from './runtime.ts';

export interface HandOver {
  readonly from: PersonId;
  readonly to: PersonId;
  readonly reason: string;
  readonly cursor?: string;
  readonly dryRun?: boolean;
}

/** Each takes a few hundredths of a second; more would keep a caller waiting. */
const MOST_AT_ONCE = 100;

/** Throws `Problem`: validation-failed, bad-parameter. What single cases refuse is in the report. */
export async function handOver(runtime: Runtime, asker: Asker, command: HandOver): Promise<Handover> {
  const { from, to, reason, cursor, dryRun = false } = command;
  const persons = await changeDirectory(
    runtime,
    asker,
    { refusedAs: 'handover.refused' },
    async ({ trx, tenant }) => {
      keep('names_two_persons', from !== to);
      const giver = await holdPerson(trx, tenant, from);
      const taker = await holdPerson(trx, tenant, to);
      keep('taker_is_known', taker?.leftAt === null && taker.pseudonym !== runtime.systemPseudonym);
      return { from: giver?.pseudonym ?? null, to: taker?.pseudonym };
    },
  );
  const page = await readCases(runtime, asker, {
    filter: { assignee: from },
    sort: 'opened',
    limit: MOST_AT_ONCE,
    ...(cursor !== undefined && { cursor }),
  });
  const items: Handover['items'] = [];
  for (const found of page.items)
    items.push(await handOverOne(runtime, asker, found, { to, reason, dryRun }));
  const moved = items.filter(({ isMoved }) => isMoved).length;
  const refused = items.length - moved;
  if (!dryRun && items.length > 0)
    await changeDirectory(runtime, asker, { refusedAs: 'handover.refused' }, ({ note }) =>
      note('handover.made', { ...persons, moved, refused }),
    );
  return {
    moved,
    refused,
    items,
    nextCursor: page.nextCursor,
    ...(dryRun && { isDryRun: true as const }),
  };
}

/** How often a case is read anew that somebody else moves at the same time. */
const MOST_TRIES = 3;

/** Assigns one case and notes why. A note that is refused leaves the case moved, and the report says so. */
async function handOverOne(
  runtime: Runtime,
  asker: Asker,
  { id, procedure, state, version: seen }: CaseListItem,
  { to, reason, dryRun }: Required<Pick<HandOver, 'to' | 'reason' | 'dryRun'>>,
): Promise<Handover['items'][number]> {
  const act = async (type: string, data: EventData, from: number): Promise<Acted> => {
    for (let tries = 1, version = from; ; tries++) {
      try {
        const view = await applyCaseEvent(runtime, {
          asker,
          caseId: id,
          readVersion: version,
          type,
          data,
          dryRun,
        });
        return { version: dryRun ? version : view.version, refusal: null };
      } catch (error) {
        if (!(error instanceof Problem) || error.status >= 500) throw error;
        if (error.problem !== 'case-changed' || tries === MOST_TRIES)
          return { version, refusal: refusalOf(error) };
        version = (await visibleCase(runtime, asker, id)).version;
      }
    }
  };
  const assigned = await act('ASSIGN', { assignee: to }, seen);
  const isMoved = assigned.refusal === null;
  const last = isMoved && !dryRun ? await act('NOTE', { text: reason }, assigned.version) : assigned;
  return { case: id, procedure, state, isMoved, ...last };
}

type Acted = Pick<Handover['items'][number], 'version' | 'refusal'>;

const refusalOf = ({ problem, detail, extensions: { guard } }: Problem): Acted['refusal'] => ({
  code: problem,
  guard: typeof guard === 'string' ? guard : null,
  words: detail,
});
